import { BrokenSound, type CleanSound } from './broken-sound.ts'
import type { MediaMime } from './magic.ts'
import { cleanMp4 } from './mp4.ts'
import { cleanOgg } from './ogg.ts'
import { brokenFile, tooLong } from './problems.ts'
import { cleanWebm } from './webm.ts'

const MAX_SECONDS = 60
/** A recorder that stops at 60 s writes its last packet a little later. */
const GRACE_SECONDS = 2

const CLEANERS: Partial<Record<MediaMime, (bytes: Buffer) => CleanSound>> = {
  'audio/webm': cleanWebm,
  'audio/mp4': cleanMp4,
  'audio/ogg': cleanOgg
}

function clean(bytes: Uint8Array, mime: MediaMime) {
  try {
    // A copy: what was sent stays as it is.
    return CLEANERS[mime]?.(Buffer.from(bytes))
  } catch (error) {
    if (error instanceof BrokenSound || error instanceof RangeError) throw brokenFile()
    throw error
  }
}

/**
 * Takes everything out of a recording that is not sound: titles, places, names of devices, times. Only parts that are
 * known to be needed are kept. Throws HttpError 422 for what is no sound alone, is broken or longer than 60 s.
 */
export function cleanSound(bytes: Uint8Array, mime: MediaMime): CleanSound {
  const sound = clean(bytes, mime)
  if (!sound) throw brokenFile()
  if (sound.durationS !== null && sound.durationS > MAX_SECONDS + GRACE_SECONDS) throw tooLong()
  return sound
}
