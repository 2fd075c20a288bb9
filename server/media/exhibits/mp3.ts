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
/** So many stand one after the other in no file that is meant to be heard. */
const MOST_TAGS = 20

interface Frame {
  end: number
  seconds: number
}

/** The length of an ID3v2 tag, whose size is written in sevens of bits. */
function id3Bytes(bytes: Buffer, at: number) {
  const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(at + 6, at + 10)
  const footer = ((bytes[at + 5] ?? 0) & 0x10) === 0 ? 0 : 10
  return 10 + footer + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127)
}

/** The length of an APE tag from its head on, or of its foot where it has no head. */
function apeBytes(bytes: Buffer, at: number) {
  if (at + 32 > bytes.length) return 32
  const isHead = ((bytes[at + 23] ?? 0) & 0x20) !== 0
  return 32 + (isHead ? bytes.readUInt32LE(at + 12) : 0)
}

/** Lyrics3 ends with a word. */
function lyricsBytes(bytes: Buffer, at: number) {
  const end = bytes.indexOf('LYRICS200', at, 'latin1')
  return (end < 0 ? bytes.length : end + 9) - at
}

/** What may stand between sounds, before and after them, by its first letters: how long it is. */
const TAGS: readonly [string, (bytes: Buffer, at: number) => number][] = [
  ['ID3', id3Bytes],
  ['APETAGEX', apeBytes],
  ['LYRICSBEGIN', lyricsBytes]
]

/** The first tag that begins here and ends in the file; undefined: none does. */
function nextTag(bytes: Buffer, from: number, to: number) {
  const reach = bytes.subarray(from, to)
  const found = TAGS.map(([mark, lengthOf]) => ({ at: reach.indexOf(mark, 0, 'latin1'), lengthOf }))
  const [first] = found.filter(({ at }) => at >= 0).sort((a, b) => a.at - b.at)
  const end = first && from + first.at + first.lengthOf(bytes, from + first.at)
  return end !== undefined && end <= bytes.length ? { end } : undefined
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

/** The next place in this reach at which a frame begins that another follows. */
function nextFrame(bytes: Buffer, from: number) {
  for (let at = from; at < Math.min(from + MOST_JUNK_BYTES, bytes.length); at++) {
    const frame = frameAt(bytes, at)
    if (frame && frameAt(bytes, frame.end)) return at
  }
  return undefined
}

/**
 * Where the sound goes on; undefined: it is at its end. Files that were joined have tags in their middle. Throws BrokenSound
 * where much is left that is neither: it could be sound, and must not be cut off without a word.
 */
function goOn(bytes: Buffer, from: number): number | undefined {
  let at = from
  for (let tags = 0; tags < MOST_TAGS; tags++) {
    const frame = nextFrame(bytes, at)
    const tag = nextTag(bytes, at, frame ?? at + MOST_JUNK_BYTES)
    if (!tag && frame !== undefined) return frame
    if (!tag) break
    at = tag.end
  }
  if (bytes.subarray(at + MOST_JUNK_BYTES).some((byte) => byte !== 0)) throw new BrokenSound('not sound')
  return undefined
}

/** The frames of an MP3 and nothing else. Throws BrokenSound where there are none, or where something else lies among them. */
export function cleanMp3(bytes: Buffer): CleanSound {
  const kept: Buffer[] = []
  let seconds = 0
  let at = goOn(bytes, 0)
  while (at !== undefined) {
    const frame = frameAt(bytes, at)
    if (frame) {
      kept.push(bytes.subarray(at, frame.end))
      seconds += frame.seconds
    }
    at = frame ? frame.end : goOn(bytes, at)
  }
  if (kept.length < FEWEST_FRAMES) throw new BrokenSound('no frames')
  return { bytes: Buffer.concat(kept), durationS: seconds }
}
