import type { Queryable } from '../db/pool.ts'
import type { ImageWords, RelicImage } from './image-contract.ts'

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

/** Rises with whatever is said of a relic's images. */
export async function findVersion(db: Queryable, siteId: number): Promise<number> {
  const { rows } = await db.query<{ version: number }>(
    'select coalesce(max(id), 0) as version from relic_media where site_id = $1',
    [siteId]
  )
  return rows[0]?.version ?? 0
}

const WORDS = 'alt_vi, alt_en, caption_vi, caption_en, author, licence, taken_on, kind'
/** A version of an image that begins: what is said of it, and since when that is known. */
interface Said {
  siteId: number
  at: string
  today: string
  words: ImageWords
}
const wordsOf = ({ words }: Pick<Said, 'words'>) => [
  words.altVi,
  words.altEn,
  words.captionVi,
  words.captionEn,
  words.author,
  words.licence,
  words.takenOn,
  words.kind
]

/** Adds an image at the end; undefined: its original is none that is here. Answers its id. */
export async function insertImage(
  db: Queryable,
  said: Said,
  made: { sha256: string; picture: string; thumbnail: string }
): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    `insert into relic_media (site_id, position, sha256, public_sha256, thumb_sha256, width, height, valid_from, known_from,
                              ${WORDS})
     select $1::bigint, (select coalesce(max(position), 0) + 1 from relic_media where site_id = $1::bigint),
            m.sha256, decode($3, 'hex'), decode($4, 'hex'), m.width, m.height, $5::date, $6::timestamptz, $7, $8, $9, $10, $11, $12, $13::date, $14
       from media m
      where m.sha256 = decode($2, 'hex') and m.kind = 'image'
     returning medium_id as id`,
    [said.siteId, made.sha256, made.picture, made.thumbnail, said.today, said.at, ...wordsOf(said)]
  )
  return rows[0]?.id
}

// What is shown stays the same; $2 the moment. The old version ends where the new one begins.
const CLOSE = `
  update relic_media m set known_to = $2::timestamptz where m.medium_id = any($1::bigint[]) and m.known_to = 'infinity'
  returning m.*`
const KEPT = 'medium_id, site_id, sha256, width, height'

/** Says something else of an image from now on. */
export async function reviseImage(db: Queryable, id: number, { at, words }: Pick<Said, 'at' | 'words'>) {
  await db.query(
    `with old as (${CLOSE})
     insert into relic_media (${KEPT}, position, public_sha256, thumb_sha256, valid_from, valid_to, known_from,
                              ${WORDS})
     select ${KEPT}, position, public_sha256, thumb_sha256, valid_from, valid_to, $2::timestamptz, $3, $4, $5, $6, $7, $8, $9::date, $10
       from old`,
    [[id], at, ...wordsOf({ words })]
  )
}

/** Puts images at the places that they have in the list; those that are there already are left alone. */
export async function orderImages(db: Queryable, ids: readonly number[], at: string) {
  await db.query(
    `with wanted as (select * from unnest($1::bigint[]) with ordinality as wanted (id, place)),
          old as (
            update relic_media m set known_to = $2::timestamptz
              from wanted
             where m.medium_id = wanted.id and m.known_to = 'infinity' and m.position <> wanted.place
            returning m.*)
     insert into relic_media (${KEPT}, ${WORDS}, position, public_sha256, thumb_sha256, valid_from, valid_to, known_from)
     select ${KEPT}, ${WORDS}, (select place from wanted where id = old.medium_id)::integer, public_sha256, thumb_sha256, valid_from,
            valid_to, $2::timestamptz
       from old`,
    [ids, at]
  )
}

/**
 * Ends an image with the day before `today`: on earlier days it stays what it was. One that came today was never there. The
 * public files are named no more.
 */
export async function endImage(db: Queryable, id: number, { at, today }: Pick<Said, 'at' | 'today'>) {
  await db.query(
    `with old as (${CLOSE})
     insert into relic_media (${KEPT}, ${WORDS}, position, valid_from, valid_to, known_from)
     select ${KEPT}, ${WORDS}, position, valid_from, $3::date, $2::timestamptz from old where valid_from < $3::date`,
    [[id], at, today]
  )
}
