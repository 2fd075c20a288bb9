import type { Licence } from '../http/contract.ts'
import type { Sha256 } from '../media/contract.ts'
import type { ImageKind } from './image-contract.ts'

/** A picture of a relic as anyone may see it; what nobody has stated is null. */
export interface RelicPicture {
  kind: ImageKind
  /** The public file, at most 2,048 px; its size in pixels. */
  picture: Sha256
  width: number
  height: number
  /** The small public file, at most 400 px. */
  thumbnail: Sha256
  thumbWidth: number
  thumbHeight: number
  altVi: string
  altEn: string | null
  captionVi: string | null
  captionEn: string | null
  author: string
  licence: Licence
  /** YYYY-MM-DD. */
  takenOn: string | null
}

/** A picture and whether its file can be read now; where it cannot, the page says so and shows the rest. */
export interface ShownPicture extends RelicPicture {
  isHere: boolean
}
