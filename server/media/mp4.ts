import { BrokenSound, type CleanSound } from './broken-sound.ts'

// MP4 (ISO 14496-12): boxes of length, type and content. What is not on the list becomes a box of nothing (`free`) of
// the same length, so that every position in the file stays true.

/** Boxes whose content is boxes. */
const ENTERED = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'dinf', 'mvex', 'moof', 'traf'])
/** Boxes whose content is kept: sizes, codec, sound, positions. */
const KEPT = new Set([
  ...['ftyp', 'styp', 'mdat', 'sidx', 'mvhd', 'tkhd', 'mdhd', 'hdlr', 'smhd', 'elst', 'dref', 'mehd', 'trex'],
  ...['stsd', 'stts', 'stsc', 'stsz', 'stz2', 'stco', 'co64', 'ctts', 'stss', 'sgpd', 'sbgp', 'sdtp'],
  ...['mfhd', 'tfhd', 'tfdt', 'trun']
])
const SOUND = 'soun'
/** Where the text of `hdlr` begins in its content: name of the program or device. */
const HANDLER_NAME_AT = 24

interface Box {
  type: string
  start: number
  content: number
  end: number
}

interface Found {
  tracks: number
  seconds: number
  /** Units in a second of the sound's own clock. */
  timescale: number
  /** When the last fragment begins, in those units. */
  lastFragment: number
}

function boxAt(bytes: Buffer, start: number, limit: number): Box {
  const size = bytes.readUInt32BE(start)
  const type = bytes.toString('latin1', start + 4, start + 8)
  const content = start + (size === 1 ? 16 : 8)
  const length = size === 1 ? Number(bytes.readBigUInt64BE(start + 8)) : size
  const end = size === 0 ? limit : start + length
  if (end > limit || end < content) throw new BrokenSound('box')
  return { type, start, content, end }
}

/** Overwrites the moments of making and changing at the beginning of mvhd, tkhd and mdhd. */
function blankTimes(content: Buffer) {
  content.fill(0, 4, content.readUInt8(0) === 1 ? 20 : 12)
}

/** Timescale and length of mvhd and mdhd. */
function clockOf(content: Buffer) {
  const isLong = content.readUInt8(0) === 1
  const scale = content.readUInt32BE(isLong ? 20 : 12)
  const length = isLong ? content.readBigUInt64BE(24) : BigInt(content.readUInt32BE(16))
  const isUnknown = length === (isLong ? 0xffffffffffffffffn : 0xffffffffn)
  return { scale, seconds: scale > 0 && !isUnknown ? Number(length) / scale : 0 }
}

function noteHandler(content: Buffer, found: Found) {
  if (content.toString('latin1', 8, 12) !== SOUND) throw new BrokenSound('not sound')
  found.tracks++
  content.fill(0, HANDLER_NAME_AT)
}

/** What a box tells; names and times in it are overwritten. */
function note(type: string, content: Buffer, found: Found) {
  if (type === 'mvhd' || type === 'mdhd') {
    const { scale, seconds } = clockOf(content)
    if (type === 'mdhd') found.timescale = scale
    found.seconds = Math.max(found.seconds, seconds)
  }
  if (type === 'mvhd' || type === 'mdhd' || type === 'tkhd') blankTimes(content)
  if (type === 'hdlr') noteHandler(content, found)
  if (type === 'tfdt') {
    const at = content.readUInt8(0) === 1 ? Number(content.readBigUInt64BE(4)) : content.readUInt32BE(4)
    found.lastFragment = Math.max(found.lastFragment, at)
  }
}

function walk(bytes: Buffer, from: number, to: number, found: Found) {
  for (let at = from; at < to;) {
    const { type, start, content, end } = boxAt(bytes, at, to)
    if (ENTERED.has(type)) walk(bytes, content, end, found)
    else if (KEPT.has(type)) note(type, bytes.subarray(content, end), found)
    else {
      bytes.write('free', start + 4, 'latin1')
      bytes.fill(0, content, end)
    }
    at = end
  }
}

/** The recording without places, names, dates and the like (udta, meta, uuid). Throws BrokenSound, RangeError. */
export function cleanMp4(bytes: Buffer): CleanSound {
  const found: Found = { tracks: 0, seconds: 0, timescale: 0, lastFragment: 0 }
  walk(bytes, 0, bytes.length, found)
  if (found.tracks === 0) throw new BrokenSound('no sound')
  const begun = found.timescale > 0 ? found.lastFragment / found.timescale : 0
  const seconds = Math.max(found.seconds, begun)
  return { bytes, durationS: seconds > 0 ? seconds : null }
}
