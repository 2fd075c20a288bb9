import { BrokenSound, type CleanSound } from './broken-sound.ts'

// Ogg (RFC 3533) with Opus (RFC 7845): the first packet tells the codec, the second holds the comments, which are
// overwritten by none in the same length; the checksums of the pages that hold it are made anew.

const SAMPLES_PER_S = 48_000
const HEADER_BYTES = 27
const CHECKSUM_AT = 22

interface Page {
  start: number
  /** Where its content begins, and the page ends. */
  content: number
  end: number
  granule: bigint
  serial: number
  /** Lengths of the parts of its packets; below 255 a packet ends. */
  segments: Buffer
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 24
  for (let bit = 0; bit < 8; bit++) value = value & 0x80000000 ? (value << 1) ^ 0x04c11db7 : value << 1
  return value >>> 0
})

function checksum(bytes: Buffer) {
  let crc = 0
  for (const byte of bytes) crc = ((crc << 8) ^ (CRC_TABLE[((crc >>> 24) ^ byte) & 0xff] ?? 0)) >>> 0
  return crc
}

function pageAt(bytes: Buffer, start: number): Page {
  if (bytes.toString('latin1', start, start + 4) !== 'OggS' || bytes[start + 4] !== 0)
    throw new BrokenSound('no page')
  const count = bytes.readUInt8(start + 26)
  const segments = bytes.subarray(start + HEADER_BYTES, start + HEADER_BYTES + count)
  const content = start + HEADER_BYTES + count
  const end = content + segments.reduce((sum, length) => sum + length, 0)
  if (segments.length < count || end > bytes.length) throw new BrokenSound('cut short')
  return {
    start,
    content,
    end,
    granule: bytes.readBigInt64LE(start + 6),
    serial: bytes.readUInt32LE(start + 14),
    segments
  }
}

function pagesOf(bytes: Buffer) {
  const pages: Page[] = []
  for (let at = 0; at < bytes.length; at = pages.at(-1)?.end ?? bytes.length) pages.push(pageAt(bytes, at))
  if (new Set(pages.map(({ serial }) => serial)).size !== 1) throw new BrokenSound('several streams')
  return pages
}

/** The second packet's bytes, as ranges: it begins on the second page and may go on. */
function commentRanges(pages: Page[]) {
  const ranges: { page: Page; from: number; to: number }[] = []
  for (const page of pages.slice(1)) {
    const last = page.segments.findIndex((length) => length < 255)
    const lengths = last < 0 ? page.segments : page.segments.subarray(0, last + 1)
    const to = page.content + lengths.reduce((sum, length) => sum + length, 0)
    ranges.push({ page, from: page.content, to })
    if (last >= 0) return ranges
  }
  throw new BrokenSound('no comments')
}

function blankComments(bytes: Buffer, pages: Page[]) {
  const ranges = commentRanges(pages)
  const [first] = ranges
  if (!first || bytes.toString('latin1', first.from, first.from + 8) !== 'OpusTags')
    throw new BrokenSound('no tags')
  for (const { from, to } of ranges) bytes.fill(0, from, to)
  bytes.write('OpusTags', first.from, 'latin1')
  for (const { page } of ranges) {
    bytes.writeUInt32LE(0, page.start + CHECKSUM_AT)
    bytes.writeUInt32LE(checksum(bytes.subarray(page.start, page.end)), page.start + CHECKSUM_AT)
  }
}

/** The recording without its comments and the name of what wrote it. Throws BrokenSound, RangeError. */
export function cleanOgg(bytes: Buffer): CleanSound {
  const pages = pagesOf(bytes)
  const [head] = pages
  if (!head || bytes.toString('latin1', head.content, head.content + 8) !== 'OpusHead')
    throw new BrokenSound('not Opus')
  blankComments(bytes, pages)
  const preSkip = bytes.readUInt16LE(head.content + 10)
  const last = pages.reduce((latest, { granule }) => (granule > latest ? granule : latest), 0n)
  return { bytes, durationS: last > 0n ? Math.max(0, Number(last) - preSkip) / SAMPLES_PER_S : null }
}
