import type { Queryable } from '../db/pool.ts'
import type { PublicPhoto } from '../editing/photos/contract.ts'
import type { MediaStore } from '../media/contract.ts'

/** A photo and whether its file can be read now; where it cannot, the page says so and shows the rest. */
export interface HousePhoto extends PublicPhoto {
  isHere: boolean
}

// A house is several rows of the map: pieces of its past, and what files and edits said of it.
const PHOTOS = `
  select distinct on (p.position, p.id) p.alt_vi as "altVi", p.alt_en as "altEn", p.caption_vi as "captionVi",
         p.caption_en as "captionEn", p.author, p.licence, p.taken_on::text as "takenOn", p.picture, p.width, p.height, p.thumbnail,
         p.thumb_width as "thumbWidth", p.thumb_height as "thumbHeight"
    from open.place_pictures p
    join open.house_places h on h.feature_id = p.feature_id
   where p.collection = 'cultural_houses' and h.site_id = $1
   order by p.position, p.id`

/** The photos of the house of a number, in their order. */
export async function findHousePhotos(
  db: Queryable,
  media: Pick<MediaStore, 'missing'>,
  house: number
): Promise<HousePhoto[]> {
  const { rows } = await db.query<PublicPhoto>(PHOTOS, [house])
  const gone = await media.missing(rows.map(({ picture }) => picture))
  return rows.map((photo) => ({ ...photo, isHere: !gone.has(photo.picture) }))
}
