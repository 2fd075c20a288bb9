import type { Queryable } from '../db/pool.ts'
import type { RelicPicture } from './picture-contract.ts'

const PICTURES = `
  select p.kind, p.picture, p.width, p.height, p.thumbnail, p.thumb_width as "thumbWidth", p.thumb_height as "thumbHeight",
         p.alt_vi as "altVi", p.alt_en as "altEn", p.caption_vi as "captionVi", p.caption_en as "captionEn", p.author, p.licence,
         p.taken_on::text as "takenOn"
    from open.relic_pictures p
   where p.site_id = (select site_id from open.relic_slugs where slug = $1)
   order by p.position, p.id`

/** The pictures of the relic of an address, the cover first. */
export async function findPictures(db: Queryable, slug: string): Promise<RelicPicture[]> {
  const { rows } = await db.query<RelicPicture>(PICTURES, [slug])
  return rows
}
