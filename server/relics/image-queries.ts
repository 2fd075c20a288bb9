import type { Queryable } from '../db/pool.ts'
import type { RelicImage } from './image-contract.ts'

/** The relic of an address of today or before. */
export interface RelicSite {
  siteId: number
  slug: string
  name: string
  communeCode: string
}

// Of all rows of a site, the youngest names it.
const SITE = `
  select p.site_id as "siteId", p.slug, p.name, p.commune_code as "communeCode"
    from open.relic_places p
   where p.site_id = (select site_id from open.relic_slugs where slug = $1)
     and ($2::text is null or p.commune_code = $2)
   order by p.feature_id desc
   limit 1`

/** The relic of an address, where it lies in the commune (null: in any); undefined: there is none. */
export async function findSite(db: Queryable, slug: string, communeCode: string | null) {
  const { rows } = await db.query<RelicSite>(SITE, [slug, communeCode])
  return rows[0]
}

/** The relic that an inventory calls so; undefined: there is none. */
export async function findSiteByRef(db: Queryable, communeCode: string, ref: string) {
  const { rows } = await db.query<{ id: number }>(
    'select id from relic_site where commune_code = $1 and ref = $2',
    [communeCode, ref]
  )
  return rows[0]?.id
}

const NOW = `m.kind in ('image', 'document') and m.known_to = 'infinity' and m.valid_to = 'infinity'`
const IMAGES = `
  select m.medium_id as id, m.id as version, m.kind, m.alt_vi as "altVi", m.alt_en as "altEn", m.caption_vi as "captionVi",
         m.caption_en as "captionEn", m.author, m.licence, m.taken_on::text as "takenOn", encode(m.sha256, 'hex') as sha256,
         m.width, m.height, encode(m.thumb_sha256, 'hex') as thumbnail, encode(m.public_sha256, 'hex') as picture
    from relic_media m
   where m.site_id = $1 and ${NOW} and m.public_sha256 is not null
   order by m.position, m.medium_id`

/** The images of a relic that are shown, in their order. */
export async function findImages(db: Queryable, siteId: number): Promise<RelicImage[]> {
  const { rows } = await db.query<RelicImage>(IMAGES, [siteId])
  return rows
}
