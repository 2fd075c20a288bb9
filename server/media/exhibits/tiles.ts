import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { z } from 'zod'
import { columnsOf, type Sha256 } from '../contract.ts'
import { explain, openPicture } from '../picture.ts'
import type { ByteStore } from '../store.ts'

// The parts of a panorama in one file, so that a hash, a backup and a sweep know them as one: the length of what follows as
// four bytes, little end first; then where each part lies, as JSON; then the parts, row by row.

/** Beyond this a phone shows no more; no part is larger than 512 px, no texture of a card's limit of 4,096 is needed. */
const MOST_WIDTH = 8192
const QUALITY = 80
const LENGTH_BYTES = 4
const MOST_INDEX_BYTES = 64 * 1024

const Index = z.object({
  cols: z.int(),
  rows: z.int(),
  /** Bytes of each part, row by row. */
  sizes: z.array(z.int())
})
type Index = z.infer<typeof Index>

/** The width that divides into parts of whole pixels, at most that of the original. */
function tiledWidth(width: number) {
  const most = Math.min(width, MOST_WIDTH)
  const cols = columnsOf(most)
  return Math.max(cols, Math.floor(most / cols) * cols)
}

/** The pixels of a panorama, upright, in the size in which it is served. */
async function pixelsOf(bytes: Uint8Array) {
  const { autoOrient } = await openPicture(bytes).metadata()
  const width = tiledWidth(autoOrient.width)
  const { data, info } = await openPicture(bytes, { whole: true })
    .rotate()
    .resize(width, width / 2, { fit: 'fill' })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, raw: { width, height: width / 2, channels: info.channels } }
}

/** All parts of a panorama in one file; its size in pixels. Throws HttpError 413/422 for what cannot be decoded. */
export async function makeTiles(bytes: Uint8Array) {
  const { data, raw } = await pixelsOf(bytes).catch((error: unknown) => {
    throw explain(error)
  })
  const cols = columnsOf(raw.width)
  const [rows, side] = [cols / 2, raw.width / cols]
  const parts: Buffer[] = []
  for (let at = 0; at < rows * cols; at++) {
    const area = { left: (at % cols) * side, top: Math.floor(at / cols) * side, width: side, height: side }
    parts.push(await sharp(data, { raw }).extract(area).webp({ quality: QUALITY, effort: 2 }).toBuffer())
  }
  const index: Index = { cols, rows, sizes: parts.map(({ length }) => length) }
  const told = Buffer.from(JSON.stringify(index))
  const length = Buffer.alloc(LENGTH_BYTES)
  length.writeUInt32LE(told.length)
  return { bytes: Buffer.concat([length, told, ...parts]), width: raw.width, height: raw.height }
}

async function readPart(files: ByteStore, stored: Sha256, start: number, length: number) {
  const stream = await files.read(stored, { start, end: start + length - 1 })
  return stream && buffer(stream)
}

/** Where the parts lie; null: the file is not here. */
export async function readIndex(files: ByteStore, stored: Sha256) {
  const length = (await readPart(files, stored, 0, LENGTH_BYTES))?.readUInt32LE(0)
  if (length === undefined || length > MOST_INDEX_BYTES) return null
  const told = await readPart(files, stored, LENGTH_BYTES, length)
  if (!told) return null
  const { cols, rows, sizes } = Index.parse(JSON.parse(told.toString('utf8')))
  const starts = sizes.map((_, at) =>
    sizes.slice(0, at).reduce((sum, size) => sum + size, LENGTH_BYTES + length)
  )
  return { cols, rows, sizes, starts }
}
export type TileIndex = NonNullable<Awaited<ReturnType<typeof readIndex>>>

/** One part, WebP; null: there is none at this place, or the file is not here. */
export async function readTile(
  files: ByteStore,
  stored: Sha256,
  { cols, rows, sizes, starts }: TileIndex,
  { col, row }: { col: number; row: number }
) {
  const at = row * cols + col
  const [start, size] = [starts[at], sizes[at]]
  if (col >= cols || row >= rows || start === undefined || size === undefined) return null
  return readPart(files, stored, start, size)
}
