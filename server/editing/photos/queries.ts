import { filesOf, keepOpen } from '../../db/keep-open.ts'
import type { Queryable } from '../../db/pool.ts'
import type { PictureWords } from '../../media/contract.ts'
import type { PhotoEvent, PlacePhoto, PublicPhoto } from './contract.ts'

/** A place by its collection and a row that speaks of it now. */
export interface PhotoPlace {
  collection: string
  rowId: number
}

/** A photo and the row that it was put to. */
export interface KeptPhoto extends PlacePhoto {
  rowId: number
  /** YYYY-MM-DD. */
  validFrom: string
}

// $1 the collection, $2 a row of the place that is known now: all rows that its photos were put to.
const ITS =
  'm.collection = $1 and m.row_id in (select f.row_id from place_photo_feature f where f.collection = $1 and f.feature_id = $2)'

const PHOTOS = `
  select m.medium_id as id, m.id as version, m.row_id as "rowId", m.valid_from::text as "validFrom", m.alt_vi as "altVi",
         m.alt_en as "altEn", m.caption_vi as "captionVi", m.caption_en as "captionEn", m.author, m.licence,
         m.taken_on::text as "takenOn", encode(m.sha256, 'hex') as sha256, m.width, m.height,
         encode(m.public_sha256, 'hex') as picture, encode(m.thumb_sha256, 'hex') as thumbnail
    from place_media m
   where ${ITS} and m.known_to = 'infinity' and m.valid_to = 'infinity'
   order by m.position, m.medium_id`

/** The photos of a place that are shown, in their order. */
export async function findPhotos(db: Queryable, { collection, rowId }: PhotoPlace): Promise<KeptPhoto[]> {
  const { rows } = await db.query<KeptPhoto>(PHOTOS, [collection, rowId])
  return rows
}

/** Rises with whatever is said of the photos of a place. */
export async function findPhotosVersion(db: Queryable, { collection, rowId }: PhotoPlace): Promise<number> {
  const { rows } = await db.query<{ version: number }>(
    `select coalesce(max(m.id), 0) as version from place_media m where ${ITS}`,
    [collection, rowId]
  )
  return rows[0]?.version ?? 0
}

// An order moves several photos at one moment, and is told by the one that became the first of them.
const EVENTS = `
  select * from (
    select distinct on (case when m.action = 'order' then m.known_from end, case when m.action <> 'order' then m.id end)
           m.id, m.action, to_char(m.known_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at, a.name as by,
           m.alt_vi as "altVi", m.reason
      from place_media m
      join account a on a.id = m.account_id
     where ${ITS}
     order by case when m.action = 'order' then m.known_from end, case when m.action <> 'order' then m.id end, m.position
  ) event
  order by id desc
  limit 100`

/** What was done to the photos of a place, latest first. */
export async function findPhotoEvents(
  db: Queryable,
  { collection, rowId }: PhotoPlace
): Promise<PhotoEvent[]> {
  const { rows } = await db.query<PhotoEvent>(EVENTS, [collection, rowId])
  return rows
}

/** A version of a photo that begins: all that is said of it. */
export interface PhotoVersion extends PictureWords {
  /** Null: a photo that is new. */
  id: number | null
  collection: string
  rowId: number
  /** From 1; null: at the end. */
  position: number | null
  sha256: string
  picture: string | null
  thumbnail: string | null
  accountId: number
  action: PhotoEvent['action']
  reason: string | null
  /** YYYY-MM-DD; `validTo` null: it is shown. */
  validFrom: string
  validTo: string | null
  at: string
}

// The end is after every photo of the collection: a place may have photos of several rows.
const INSERT = `
  insert into place_media (medium_id, collection, row_id, position, alt_vi, alt_en, caption_vi, caption_en, author, licence,
                           taken_on, sha256, width, height, public_sha256, thumb_sha256, account_id, action, reason,
                           valid_from, valid_to, known_from)
  select coalesce($1::bigint, nextval('place_medium')), $2, $3::bigint,
         coalesce($4::integer, (select coalesce(max(position), 0) + 1 from place_media where collection = $2 and known_to = 'infinity')),
         $5, $6, $7, $8, $9, $10, $11::date, f.sha256, f.width, f.height, decode($13, 'hex'), decode($14, 'hex'), $15::bigint, $16,
         $17, $18::date, coalesce($19::date, 'infinity'), $20::timestamptz
    from media f
   where f.sha256 = decode($12, 'hex') and f.kind = 'image'
  returning medium_id as id`

/** Keeps a version of a photo; undefined: its original is not here. Answers the photo's id. */
export async function insertPhoto(db: Queryable, one: PhotoVersion): Promise<number | undefined> {
  await keepOpen(db, filesOf(one.sha256, one))
  const { rows } = await db.query<{ id: number }>(INSERT, [
    ...[one.id, one.collection, one.rowId, one.position],
    ...[one.altVi, one.altEn, one.captionVi, one.captionEn, one.author, one.licence, one.takenOn],
    ...[one.sha256, one.picture, one.thumbnail, one.accountId, one.action, one.reason],
    ...[one.validFrom, one.validTo, one.at]
  ])
  return rows[0]?.id
}

/** Ends what is known of a photo; its place in the order. */
export async function closePhoto(db: Queryable, id: number, at: string): Promise<number | null> {
  const { rows } = await db.query<{ position: number }>(
    `update place_media set known_to = $2::timestamptz where medium_id = $1 and known_to = 'infinity' returning position`,
    [id, at]
  )
  return rows[0]?.position ?? null
}

const PUBLIC = `
  select p.alt_vi as "altVi", p.alt_en as "altEn", p.caption_vi as "captionVi", p.caption_en as "captionEn", p.author, p.licence,
         p.taken_on::text as "takenOn", p.picture, p.width, p.height, p.thumbnail, p.thumb_width as "thumbWidth",
         p.thumb_height as "thumbHeight"
    from open.place_pictures p
   where p.collection = $1 and p.feature_id = $2
   order by p.position, p.id`

// Every row of a code finds the same photos.
const OF_CODE = `
  select v.id from open.villages v where v.code = $1 order by v.valid_from desc nulls last limit 1`

/** The photos of the village of a code, as anyone may see them; none where nobody knows the code. */
export async function findVillagePhotos(db: Queryable, code: string): Promise<PublicPhoto[]> {
  const { rows } = await db.query<{ id: number }>(OF_CODE, [code])
  const [village] = rows
  return village ? findPublicPhotos(db, 'villages', village.id) : []
}

/** The photos of what a feature of the map shows, as anyone may see them. */
export async function findPublicPhotos(
  db: Queryable,
  collection: string,
  feature: number
): Promise<PublicPhoto[]> {
  const { rows } = await db.query<PublicPhoto>(PUBLIC, [collection, feature])
  return rows
}
