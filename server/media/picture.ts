import sharp, { type OverlayOptions, type Sharp } from 'sharp'
import type { Box } from './contract.ts'
import type { MediaMime } from './magic.ts'
import { brokenFile, notAMedium, tooManyPixels } from './problems.ts'

/** Looked at before anything is decoded: a few bytes may claim more pixels than memory holds. */
const MAX_PIXELS = 60_000_000
/** What takes longer to decode was made to take long. */
const MAX_SECONDS = 30
const PICTURE_PX = 2048
const THUMBNAIL_PX = 400
const PICTURE_QUALITY = 80
const THUMBNAIL_QUALITY = 70
const COVER = { r: 32, g: 32, b: 32, alpha: 1 }

// One core per picture: reports are taken in meanwhile.
sharp.concurrency(1)

/** What sharp calls the formats that are taken. */
const FORMATS: Partial<Record<string, MediaMime>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heif: 'image/avif'
}

/**
 * A picture within the limits. One that was cut short still shows something, better half a heap than none: it is decoded,
 * unless it must be `whole`.
 */
export const openPicture = (bytes: Uint8Array, { whole = false } = {}): Sharp =>
  sharp(bytes, {
    limitInputPixels: MAX_PIXELS,
    failOn: whole ? 'truncated' : 'none',
    sequentialRead: true,
    animated: false
  }).timeout({
    seconds: MAX_SECONDS
  })

/** Errors of the decoder, whose words are for programmers, as what the sender can act on. */
export function explain(error: unknown) {
  return error instanceof Error && /pixel limit|too large|exceeds/i.test(error.message)
    ? tooManyPixels()
    : brokenFile()
}

/**
 * A picture's size by its own header, upright (turned as its EXIF says); nothing is decoded. Throws HttpError: 413 over
 * 60 megapixels, 415 where the bytes are of another kind than they begin with, 422 where they cannot be read.
 */
export async function inspectPicture(bytes: Uint8Array, mime: MediaMime) {
  const found = await openPicture(bytes)
    .metadata()
    .catch((error: unknown) => {
      throw explain(error)
    })
  if (FORMATS[found.format] !== mime) throw notAMedium()
  const { width, height } = found.autoOrient
  if (!width || !height) throw brokenFile()
  if (width * height > MAX_PIXELS) throw tooManyPixels()
  return { width, height }
}

/** Decodes every line of a picture. Throws HttpError 422 where it was cut short. */
export async function requireWhole(bytes: Uint8Array) {
  await openPicture(bytes, { whole: true })
    .resize(1, 1, { fit: 'fill', fastShrinkOnLoad: false })
    .raw()
    .toBuffer()
    .catch((error: unknown) => {
      throw explain(error)
    })
}

/** The pixels that a box covers, rounded outwards and cut at the edges; undefined where nothing is left of it. */
export function pixelsOf([x, y, w, h]: Box, width: number, height: number) {
  const left = Math.max(0, Math.floor(Math.min(x, x + w) * width))
  const top = Math.max(0, Math.floor(Math.min(y, y + h) * height))
  const right = Math.min(width, Math.ceil(Math.max(x, x + w) * width))
  const bottom = Math.min(height, Math.ceil(Math.max(y, y + h) * height))
  return right > left && bottom > top ? { left, top, width: right - left, height: bottom - top } : undefined
}

/** An opaque rectangle over each box. */
function covers(boxes: readonly Box[], width: number, height: number): OverlayOptions[] {
  return boxes.flatMap((box) => {
    const area = pixelsOf(box, width, height)
    if (!area) return []
    const { left, top, ...size } = area
    return [{ input: { create: { ...size, channels: 4 as const, background: COVER } }, left, top }]
  })
}

interface Encoded {
  bytes: Uint8Array
  width: number
  height: number
}

/** Turned upright and made to fit; of its metadata nothing is left, its colours are sRGB. */
async function upright(bytes: Uint8Array, longest: number) {
  return openPicture(bytes)
    .rotate()
    .resize(longest, longest, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: 'white' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
}

async function encode(picture: Sharp, quality: number): Promise<Encoded> {
  const { data, info } = await picture.webp({ quality, effort: 3 }).toBuffer({ resolveWithObject: true })
  return { bytes: data, width: info.width, height: info.height }
}

/**
 * The public picture (WebP, at most 2,048 px) and its thumbnail (at most 400 px) of an original: made of the pixels
 * alone, with the boxes burnt in before anything is encoded. Throws HttpError 413/422 for what cannot be decoded.
 */
export async function makePublic(bytes: Uint8Array, boxes: readonly Box[]) {
  const { data, info } = await upright(bytes, PICTURE_PX).catch((error: unknown) => {
    throw explain(error)
  })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  const covered = await sharp(data, { raw })
    .composite(covers(boxes, info.width, info.height))
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const pixels = () => sharp(covered.data, { raw: { ...raw, channels: covered.info.channels } })
  const small = pixels().resize(THUMBNAIL_PX, THUMBNAIL_PX, { fit: 'inside', withoutEnlargement: true })
  return {
    picture: await encode(pixels(), PICTURE_QUALITY),
    thumbnail: await encode(small, THUMBNAIL_QUALITY)
  }
}

/** A small picture of an original for the lists of staff: never public, no boxes. */
export async function makeThumbnail(bytes: Uint8Array): Promise<Uint8Array> {
  const { data, info } = await upright(bytes, THUMBNAIL_PX).catch((error: unknown) => {
    throw explain(error)
  })
  const raw = { width: info.width, height: info.height, channels: info.channels }
  return (await encode(sharp(data, { raw }), THUMBNAIL_QUALITY)).bytes
}
