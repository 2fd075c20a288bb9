import { BrokenSound, type CleanSound } from './broken-sound.ts'

// WebM (Matroska, RFC 9559): elements of identifier, size and content. What is not on the list is overwritten by an
// element of nothing (Void) of the same length, so that every position in the file stays true.

const EBML = 0x1a45dfa3
const DOC_TYPE = 0x4282
const SEGMENT = 0x18538067
const INFO = 0x1549a966
const TIMESTAMP_SCALE = 0x2ad7b1
const DURATION = 0x4489
const MUXING_APP = 0x4d80
const WRITING_APP = 0x5741
const TRACKS = 0x1654ae6b
const TRACK_ENTRY = 0xae
const TRACK_TYPE = 0x83
const CODEC_ID = 0x86
const CLUSTER = 0x1f43b675
const TIMESTAMP = 0xe7
const SIMPLE_BLOCK = 0xa3
const BLOCK_GROUP = 0xa0
const BLOCK = 0xa1
const VOID = 0xec
const AUDIO = 2

/** Elements whose content is elements; of Segment and Cluster the size may be left open. */
const ENTERED = new Set([EBML, SEGMENT, INFO, TRACKS, TRACK_ENTRY, CLUSTER, BLOCK_GROUP])
/** Elements whose content is kept: numbers, codec, sound, positions. */
const KEPT = new Set([
  ...[0x4286, 0x42f7, 0x42f2, 0x42f3, DOC_TYPE, 0x4287, 0x4285],
  ...[TIMESTAMP_SCALE, DURATION],
  ...[0xd7, 0x73c5, TRACK_TYPE, 0xb9, 0x88, 0x55aa, 0x9c, 0x23e383, CODEC_ID, 0x63a2, 0x56aa, 0x56bb, 0xe1],
  ...[TIMESTAMP, 0xa7, 0xab, SIMPLE_BLOCK, BLOCK, 0x9b, 0xfb, 0x75a2, 0x75a1],
  ...[0x114d9b74, 0x1c53bb6b]
])
/** Texts that must be there and may say nothing. */
const BLANKED = new Set([MUXING_APP, WRITING_APP])
const SOUND_CODECS = /^A_(OPUS|VORBIS|PCM\/INT\/LIT|PCM\/FLOAT\/IEEE|AAC)/

interface Element {
  id: number
  start: number
  content: number
  /** Where its content ends; the end of the file where the size is left open. */
  end: number
}

/** A number whose first byte's leading zeros tell its length; `keepMarker` for identifiers. */
function variableInt(bytes: Buffer, at: number, longest: number, keepMarker: boolean) {
  const first = bytes[at] ?? 0
  const length = Math.clz32(first) - 23
  if (length > longest || at + length > bytes.length) throw new BrokenSound('number')
  let value = keepMarker ? first : first & ((1 << (8 - length)) - 1)
  let isOpen = value === (1 << (8 - length)) - 1
  for (let index = 1; index < length; index++) {
    const byte = bytes[at + index] ?? 0
    isOpen &&= byte === 0xff
    value = value * 256 + byte
  }
  return { value, next: at + length, isOpen: isOpen && !keepMarker }
}

function elementAt(bytes: Buffer, at: number): Element {
  const id = variableInt(bytes, at, 4, true)
  const size = variableInt(bytes, id.next, 8, false)
  const isOpenEnded = size.isOpen && (id.value === SEGMENT || id.value === CLUSTER)
  const end = isOpenEnded ? bytes.length : size.next + size.value
  if (end > bytes.length) throw new BrokenSound('cut short')
  return { id: id.value, start: at, content: size.next, end }
}

/** The same bytes as an element that says nothing. */
function makeVoid(bytes: Buffer, start: number, end: number) {
  const length = end - start
  if (length < 2) throw new BrokenSound('too short')
  bytes.fill(0, start, end)
  bytes[start] = VOID
  if (length < 9) bytes[start + 1] = 0x80 | (length - 2)
  else {
    bytes[start + 1] = 0x01
    bytes.writeUIntBE(length - 9, start + 3, 6)
  }
}

interface Found {
  scaleNs: number
  duration: number | null
  cluster: number
  /** In units of the scale: the latest moment of any block. */
  last: number
  tracks: number
  docType: string
}

const unsigned = (content: Buffer) => content.reduce((value, byte) => value * 256 + byte, 0)
const float = (content: Buffer) => (content.length === 8 ? content.readDoubleBE() : content.readFloatBE())

function noteBlock(content: Buffer, found: Found) {
  const track = variableInt(content, 0, 8, false)
  found.last = Math.max(found.last, found.cluster + content.readInt16BE(track.next))
}

/** What an element tells; throws where the file holds anything but sound. */
function note(id: number, content: Buffer, found: Found) {
  if (id === DOC_TYPE) found.docType = content.toString('latin1').replace(/\0+$/, '')
  else if (id === TIMESTAMP_SCALE) found.scaleNs = unsigned(content)
  else if (id === DURATION) found.duration = float(content)
  else if (id === TIMESTAMP) found.cluster = unsigned(content)
  else if (id === SIMPLE_BLOCK || id === BLOCK) noteBlock(content, found)
  else if (id === TRACK_TYPE) {
    if (unsigned(content) !== AUDIO) throw new BrokenSound('not sound')
    found.tracks++
  } else if (id === CODEC_ID && !SOUND_CODECS.test(content.toString('latin1'))) throw new BrokenSound('codec')
}

/** The recording without titles, tags, attachments, dates and names of programs. Throws BrokenSound, RangeError. */
export function cleanWebm(bytes: Buffer): CleanSound {
  const found: Found = { scaleNs: 1_000_000, duration: null, cluster: 0, last: 0, tracks: 0, docType: '' }
  for (let at = 0; at < bytes.length;) {
    const { id, start, content, end } = elementAt(bytes, at)
    at = ENTERED.has(id) ? content : end
    if (ENTERED.has(id)) continue
    if (KEPT.has(id)) note(id, bytes.subarray(content, end), found)
    else if (BLANKED.has(id)) bytes.fill(0, content, end)
    else makeVoid(bytes, start, end)
  }
  if (found.docType !== 'webm' || found.tracks === 0) throw new BrokenSound('no sound')
  const length = Math.max(found.duration ?? 0, found.last)
  return { bytes, durationS: length > 0 ? (length * found.scaleNs) / 1e9 : null }
}
