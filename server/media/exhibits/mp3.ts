import { BrokenSound, type CleanSound } from '../broken-sound.ts'

// MPEG audio, layer III (ISO 11172-3 and 13818-3): frames of known length one after the other. Titles, pictures and names of
// programs stand before the first frame (ID3v2) and after the last (ID3v1, APE, Lyrics3); only frames are kept.

const KBITS = {
  1: [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  2: [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160]
} as const
const RATES = [44_100, 48_000, 32_000]
/** By the two bits of the version: how far the rates are divided; version 1 is reserved. */
const DIVISOR: Record<number, number> = { 0: 4, 2: 2, 3: 1 }
const HEADER_BYTES = 4
/** Fewer are a coincidence of bytes. */
const FEWEST_FRAMES = 3
/** What lies between frames of one recording is a slip of a program, no other file. */
const MOST_JUNK_BYTES = 4096

interface Frame {
  end: number
  seconds: number
}

/** The length of a tag at the beginning, whose size is written in sevens of bits. */
function tagBytes(bytes: Buffer) {
  if (bytes.toString('latin1', 0, 3) !== 'ID3') return 0
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10)
  const footer = ((bytes[5] ?? 0) & 0x10) === 0 ? 0 : 10
  return 10 + footer + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127)
}

/** The frame that begins here; undefined: none does, or it is cut off. */
function frameAt(bytes: Buffer, at: number): Frame | undefined {
  if (at + HEADER_BYTES > bytes.length) return undefined
  const header = bytes.readUInt32BE(at)
  const divisor = DIVISOR[(header >>> 19) & 3]
  // Eleven bits of ones, then version, and layer III.
  if (header >>> 21 !== 0x7ff || divisor === undefined || ((header >>> 17) & 3) !== 1) return undefined
  const first = divisor === 1
  const kbits = KBITS[first ? 1 : 2][(header >>> 12) & 15]
  const rate = (RATES[(header >>> 10) & 3] ?? 0) / divisor
  if (!kbits || rate === 0) return undefined
  const padding = (header >>> 9) & 1
  const end = at + Math.floor(((first ? 144_000 : 72_000) * kbits) / rate) + padding
  return end <= bytes.length ? { end, seconds: (first ? 1152 : 576) / rate } : undefined
}

/** The next place at which a frame begins that another follows. */
function nextFrame(bytes: Buffer, from: number) {
  for (let at = from; at < Math.min(from + MOST_JUNK_BYTES, bytes.length); at++) {
    const frame = frameAt(bytes, at)
    if (frame && frameAt(bytes, frame.end)) return at
  }
  return undefined
}

/** The frames of an MP3 and nothing else. Throws BrokenSound where there are none. */
export function cleanMp3(bytes: Buffer): CleanSound {
  const kept: Buffer[] = []
  let seconds = 0
  let at = nextFrame(bytes, tagBytes(bytes))
  while (at !== undefined) {
    const frame = frameAt(bytes, at)
    if (frame) {
      kept.push(bytes.subarray(at, frame.end))
      seconds += frame.seconds
    }
    at = frame ? frame.end : nextFrame(bytes, at)
  }
  if (kept.length < FEWEST_FRAMES) throw new BrokenSound('no frames')
  return { bytes: Buffer.concat(kept), durationS: seconds }
}
