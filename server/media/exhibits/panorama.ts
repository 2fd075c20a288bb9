import { HttpError } from '../../http/errors.ts'
import { sniff, type MediaMime } from '../magic.ts'
import { inspectPicture } from '../picture.ts'
import { heicNotTaken, notAPicture } from '../problems.ts'

/** A stitcher may round one side: by so many pixels, and never by more than this share of the width. */
const MOST_OFF_PX = 2
const MOST_OFF = 0.01

const PICTURES: ReadonlySet<string> = new Set<MediaMime>([
  'image/jpeg',
  'image/png',
  'image/webp',
  'image/avif'
])

const ratioText = (ratio: number, language: string) =>
  ratio.toLocaleString(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })

function wrongRatio(width: number, height: number) {
  const size = `${width} × ${height}`
  return new HttpError(422, {
    vi: `Ảnh 360° phải rộng gấp đúng hai lần cao (2:1); ảnh này có tỉ lệ ${ratioText(width / height, 'vi')}:1 (${size}). Hãy xuất ảnh toàn cảnh dạng equirectangular từ phần mềm của máy ảnh 360°.`,
    en: `A 360° view must be exactly twice as wide as high (2:1); this picture is ${ratioText(width / height, 'en')}:1 (${size}). Export it as equirectangular from the 360° camera's program.`
  })
}

/**
 * What the original of a panorama is, by its header alone: equirectangular, 2:1. Throws HttpError 413 over 60 megapixels,
 * 415 for what is no picture, 422 of another ratio or broken.
 */
export async function inspectPanorama(bytes: Uint8Array) {
  const mime = sniff(bytes)
  if (mime === 'heic') throw heicNotTaken()
  if (mime === 'unknown' || !PICTURES.has(mime)) throw notAPicture()
  const { width, height } = await inspectPicture(bytes, mime)
  if (Math.abs(width - 2 * height) > Math.min(MOST_OFF_PX, width * MOST_OFF)) throw wrongRatio(width, height)
  return { mime, width, height }
}
