import { IIIF_PATH } from '../../media/contract.ts'
import type { RelicPicture } from '../picture-contract.ts'

/** Pixels across: what a phone is shown, and what is handed on (shared links, search engines, viewers). */
export const PHONE_PX = 480
export const SHARED_PX = 1200

/** A picture in a size: its address below the public one, and its pixels. */
export interface SizedPicture {
  path: string
  width: number
  height: number
}

/** The whole picture, at most so wide, as IIIF writes it canonically; never larger than it is. */
export function sized(
  { picture, width, height }: Pick<RelicPicture, 'picture' | 'width' | 'height'>,
  most: number,
  format: 'jpg' | 'webp'
): SizedPicture {
  const isWhole = width <= most
  const size = isWhole
    ? { width, height }
    : { width: most, height: Math.max(1, Math.round((height * most) / width)) }
  const wanted = isWhole ? 'max' : `${size.width},${size.height}`
  return { path: `${IIIF_PATH}/${picture}/full/${wanted}/0/default.${format}`, ...size }
}

/** The small file that is kept ready. */
export const thumbnailOf = ({ thumbnail, thumbWidth, thumbHeight }: RelicPicture): SizedPicture => ({
  path: `/api/media/${thumbnail}`,
  width: thumbWidth,
  height: thumbHeight
})
