import type { FileRecord } from '../outbox/records.ts'
import { type PhotoFacts, readPhotoFacts } from './photo-facts.ts'
import { shrinkPhoto } from './shrink.ts'

export interface PreparedFile {
  record: FileRecord
  bytes: ArrayBuffer
}

/** The name of the content: 64 lower-case hexadecimal digits. */
async function sha256Of(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function prepare(
  content: Blob,
  role: FileRecord['role'],
  thumbnail: string | null
): Promise<PreparedFile> {
  const bytes = await content.arrayBuffer()
  return {
    bytes,
    record: {
      sha256: await sha256Of(bytes),
      role,
      // Recorders add their codec: `audio/webm;codecs=opus`.
      mime: content.type.split(';')[0] ?? '',
      sizeBytes: bytes.byteLength,
      thumbnail,
      takenAt: null,
      place: null,
      uploadUrl: null,
      uploaded: false,
      received: false,
      refusals: 0,
      refusal: null
    }
  }
}

/** A photo made small and named by its content, with what the original said of itself. Throws NoPicture. */
export async function preparePhoto(file: Blob): Promise<PreparedFile & { facts: PhotoFacts }> {
  const facts = await readPhotoFacts(file)
  const { picture, thumbnail } = await shrinkPhoto(file)
  return { ...(await prepare(picture, 'before', thumbnail)), facts }
}

/** A voice note named by its content. */
export const prepareVoice = (recording: Blob) => prepare(recording, 'voice', null)
