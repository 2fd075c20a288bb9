import { HttpError } from '../../http/errors.ts'

// The parameters of an image request as the IIIF Image API 3.0 writes them (sections 4.1 to 4.8), level 1.

/** Pixels. */
interface Size {
  width: number
  height: number
}

/** What of a picture is wanted, and how. */
export interface ImageRequest {
  region: Size & { left: number; top: number }
  size: Size
  quality: 'default' | 'gray'
  format: 'jpg' | 'webp'
  /** The one way to write this request, without the base address: `full/max/0/default.jpg`. */
  canonical: string
}

const badRegion = () =>
  new HttpError(400, {
    vi: 'Vùng ảnh phải là full, square hoặc x,y,w,h bằng điểm ảnh, có phần nằm trong ảnh.',
    en: 'The region must be full, square or x,y,w,h in pixels, with a part inside the image.'
  })
const badSize = () =>
  new HttpError(400, {
    vi: 'Cỡ ảnh phải là max, w, hoặc ,h hoặc w,h bằng điểm ảnh, không lớn hơn vùng được chọn.',
    en: 'The size must be max, w, or ,h or w,h in pixels, and no larger than the region.'
  })
const badRotation = () =>
  new HttpError(400, { vi: 'Chỉ phục vụ góc xoay 0.', en: 'The only rotation served is 0.' })
const badFile = () =>
  new HttpError(400, {
    vi: 'Phần cuối phải là default, color hoặc gray với đuôi .jpg hoặc .webp.',
    en: 'The last part must be default, color or gray with the ending .jpg or .webp.'
  })
const notHere = () =>
  new HttpError(501, {
    vi: 'Máy chủ phục vụ IIIF mức 1: không phóng to (^), không tính theo phần trăm (pct:) và không vừa khung (!w,h).',
    en: 'This server serves IIIF level 1: no upscaling (^), no percentages (pct:) and no best fit (!w,h).'
  })

function squareOf({ width, height }: Size): ImageRequest['region'] {
  const side = Math.min(width, height)
  const half = (length: number) => Math.floor((length - side) / 2)
  return { left: half(width), top: half(height), width: side, height: side }
}

function regionOf(text: string, image: Size): ImageRequest['region'] {
  if (text === 'full') return { left: 0, top: 0, ...image }
  if (text === 'square') return squareOf(image)
  if (/^pct:\d*\.?\d+(,\d*\.?\d+){3}$/.test(text)) throw notHere()
  const [, left, top, w, h] = (/^(\d{1,6}),(\d{1,6}),(\d{1,6}),(\d{1,6})$/.exec(text) ?? []).map(Number)
  if (left === undefined || top === undefined || w === undefined || h === undefined) throw badRegion()
  const width = Math.min(w, image.width - left)
  const height = Math.min(h, image.height - top)
  if (width <= 0 || height <= 0) throw badRegion()
  return { left, top, width, height }
}

/** Never less than a pixel: a strip keeps its shape as well as it can. */
const scaled = (length: number, share: number) => Math.max(1, Math.round(length * share))

function sizeOf(text: string, region: Size): Size {
  const { width, height } = region
  if (text === 'max') return { width, height }
  if (/^\^|^!\d+,\d+$|^pct:\d*\.?\d+$/.test(text)) throw notHere()
  const [, w = '', h = ''] = /^(\d{0,6}),(\d{0,6})$/.exec(text) ?? []
  if (w === '' && h === '') throw badSize()
  const size = {
    width: w === '' ? scaled(width, Number(h) / height) : Number(w),
    height: h === '' ? scaled(height, Number(w) / width) : Number(h)
  }
  const isTooLarge = size.width > width || size.height > height
  if (isTooLarge || size.width < 1 || size.height < 1 || w === '0' || h === '0') throw badSize()
  return size
}

const QUALITIES: Record<string, ImageRequest['quality']> = {
  default: 'default',
  color: 'default',
  gray: 'gray'
}

function fileOf(text: string): Pick<ImageRequest, 'quality' | 'format'> {
  const [, name = '', format] = /^([a-z]+)\.(jpg|webp)$/.exec(text) ?? []
  const quality = Object.hasOwn(QUALITIES, name) ? QUALITIES[name] : undefined
  if (quality === undefined || (format !== 'jpg' && format !== 'webp')) throw badFile()
  return { quality, format }
}

const isAll = ({ width, height }: Size, image: Size) => width === image.width && height === image.height

/** The four parts of a request as they stand in its address. */
export interface WrittenRequest {
  region: string
  size: string
  rotation: string
  /** Quality and format: `default.jpg`. */
  file: string
}

/** Understands a request for a picture of this size. Throws HttpError 400, and 501 for what level 1 leaves out. */
export function imageRequestOf(written: WrittenRequest, image: Size): ImageRequest {
  const region = regionOf(written.region, image)
  const size = sizeOf(written.size, region)
  if (written.rotation !== '0') throw badRotation()
  const { quality, format } = fileOf(written.file)
  const { left, top, width, height } = region
  const where = isAll(region, image) ? 'full' : [left, top, width, height].join(',')
  const large = isAll(size, region) ? 'max' : `${size.width},${size.height}`
  return { region, size, quality, format, canonical: `${where}/${large}/0/${quality}.${format}` }
}
