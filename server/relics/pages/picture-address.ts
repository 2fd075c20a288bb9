import { IIIF_PATH } from '../../media/contract.ts'
import type { ImageLicence } from '../image-contract.ts'
import type { RelicPicture } from '../picture-contract.ts'

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

/** Where a licence can be read; undefined: all rights are reserved. As IIIF's `rights` writes them, with http. */
export const LICENCE_PAGES: Readonly<Record<ImageLicence, string | undefined>> = {
  'CC0 1.0': 'http://creativecommons.org/publicdomain/zero/1.0/',
  'CC BY 4.0': 'http://creativecommons.org/licenses/by/4.0/',
  'CC BY-SA 4.0': 'http://creativecommons.org/licenses/by-sa/4.0/',
  permission: undefined
}
