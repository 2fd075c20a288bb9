import sharp from 'sharp'
import type { ImageRequest } from './image-request.ts'

/** A page shows them at half of this or less; tiles are looked at closely. */
const QUALITY = { jpg: 80, webp: 70 } as const
const MAX_SECONDS = 20

/** A part of a public picture in a size, quality and format; its pixels alone. */
export async function cutPicture(bytes: Uint8Array, request: ImageRequest): Promise<Uint8Array> {
  const { region, size, quality, format } = request
  const picture = sharp(bytes, { failOn: 'error' })
    .timeout({ seconds: MAX_SECONDS })
    .extract(region)
    .resize(size.width, size.height, { fit: 'fill' })
  if (quality === 'gray') picture.greyscale()
  if (format === 'webp') return picture.webp({ quality: QUALITY.webp, effort: 3 }).toBuffer()
  return picture.jpeg({ quality: QUALITY.jpg, mozjpeg: true }).toBuffer()
}
