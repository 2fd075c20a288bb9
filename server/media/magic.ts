/** What a file may be, told from its first bytes alone; names and announced types are never believed. */
export type MediaMime =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/avif'
  | 'audio/webm'
  | 'audio/mp4'
  | 'audio/ogg'
  | 'audio/mpeg'
  | 'audio/wav'
  | 'model/gltf-binary'

/** A known file that is refused with a word of its own. */
export type Refused = 'heic' | 'unknown'

const HEAD_BYTES = 1024
/** What other programs look for in a file's beginning whatever it calls itself: pages, drawings, PDF. */
const OTHER_FACES = /%PDF-|<!doctype|<html|<head|<body|<script|<svg|<iframe/i

const HEIC_BRANDS = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis'])
const SOUND_BRANDS = /^(M4A|M4B|mp4|isom|iso\d|avc1|dash|F4A|qt)/

const hasBytes = (head: Buffer, at: number, ...bytes: number[]) =>
  bytes.every((byte, index) => head[at + index] === byte)

/** The brands of an ISO base media file, the major one first. */
function brandsOf(head: Buffer) {
  const end = Math.min(head.readUInt32BE(0), head.length)
  const brands = [head.toString('latin1', 8, 12)]
  for (let at = 16; at + 4 <= end; at += 4) brands.push(head.toString('latin1', at, at + 4))
  return brands
}

function isoMime(head: Buffer): MediaMime | Refused {
  const brands = brandsOf(head)
  if (brands.includes('avif')) return 'image/avif'
  if (brands.some((brand) => HEIC_BRANDS.has(brand)) || brands[0] === 'mif1') return 'heic'
  return brands.some((brand) => SOUND_BRANDS.test(brand)) ? 'audio/mp4' : 'unknown'
}

/** Tagged, or beginning with a frame of layer III. */
const isMp3 = (head: Buffer) =>
  head.toString('latin1', 0, 3) === 'ID3' || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2)

/** The types that are told by a word in their beginning. */
function wordOf(head: Buffer): MediaMime | Refused {
  const word = head.toString('latin1', 0, 4)
  const form = word === 'RIFF' ? head.toString('latin1', 8, 12) : ''
  if (form === 'WEBP') return 'image/webp'
  if (form === 'WAVE') return 'audio/wav'
  if (word === 'glTF') return 'model/gltf-binary'
  return word === 'OggS' ? 'audio/ogg' : 'unknown'
}

function mimeOf(head: Buffer): MediaMime | Refused {
  if (hasBytes(head, 0, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (hasBytes(head, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  if (head.toString('latin1', 4, 8) === 'ftyp') return isoMime(head)
  if (hasBytes(head, 0, 0x1a, 0x45, 0xdf, 0xa3)) return 'audio/webm'
  return isMp3(head) ? 'audio/mpeg' : wordOf(head)
}

/** The type by the bytes; files that could pass for a page, a drawing or a PDF as well are `unknown`. */
export function sniff(bytes: Uint8Array): MediaMime | Refused {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES))
  if (head.length < 16 || OTHER_FACES.test(head.toString('latin1'))) return 'unknown'
  return mimeOf(head)
}
