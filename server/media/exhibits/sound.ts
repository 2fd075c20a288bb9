import { BrokenSound, type CleanSound } from '../broken-sound.ts'
import { HttpError } from '../../http/errors.ts'
import { sniff, type MediaMime } from '../magic.ts'
import { cleanMp4 } from '../mp4.ts'
import { cleanOgg } from '../ogg.ts'
import { cleanWebm } from '../webm.ts'
import { cleanMp3 } from './mp3.ts'
import { cleanWav } from './wav.ts'

const CLEANERS: Partial<Record<MediaMime, (bytes: Buffer) => CleanSound>> = {
  'audio/mpeg': cleanMp3,
  'audio/wav': cleanWav,
  'audio/mp4': cleanMp4,
  'audio/ogg': cleanOgg,
  'audio/webm': cleanWebm
}

const notASound = () =>
  new HttpError(415, {
    vi: 'Tệp này không phải âm thanh nhận được. Hãy chọn tệp MP3, M4A, WAV, Ogg (Opus) hoặc WebM.',
    en: 'This file is no sound that is taken. Choose an MP3, M4A, WAV, Ogg (Opus) or WebM file.'
  })

const brokenSound = () =>
  new HttpError(422, {
    vi: 'Tệp âm thanh bị hỏng, bị cắt cụt hoặc có cả hình. Hãy xuất lại âm thanh từ phần mềm ghi rồi gửi lại.',
    en: 'The sound file is broken, cut short, or holds more than sound. Export the sound again and send that.'
  })

/** A sound that visitors hear. */
export interface PublicSound extends CleanSound {
  mime: MediaMime
}

/**
 * A sound of a relic without titles, pictures, places and names of devices; of any length. Throws HttpError 415 for what is
 * no sound, 422 for what is broken.
 */
export function publicSound(bytes: Uint8Array): PublicSound {
  const mime = sniff(bytes)
  const clean = CLEANERS[mime as MediaMime] // what is refused has no cleaner
  if (!clean) throw notASound()
  try {
    // A copy: what was sent stays as it is.
    return { mime: mime as MediaMime, ...clean(Buffer.from(bytes)) } // it has a cleaner, so it is a type
  } catch (error) {
    if (error instanceof BrokenSound || error instanceof RangeError) throw brokenSound()
    throw error
  }
}
