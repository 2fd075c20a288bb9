import type { Pool } from 'pg'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Sha256, StoredMedia } from './contract.ts'

/** What is kept of a file beside its bytes. */
export interface MediaRow {
  sha256: Sha256
  /** Of the bytes in the store. */
  stored: Sha256
  kind: 'image' | 'audio' | 'model'
  mime: string
  sizeBytes: number
  width: number | null
  height: number | null
  durationS: number | null
  damaged: boolean
  /** Made or handed in of late: no sweep is about to take it away. */
  isYoung: boolean
}

const COLUMNS = `encode(sha256, 'hex') as sha256, encode(stored_sha256, 'hex') as stored, kind, mime,
  size_bytes as "sizeBytes", width, height, duration_s as "durationS", damaged_at is not null as damaged,
  created_at > now() - interval '12 hours' as "isYoung"`

/** A file by the hash of what was sent; a public file that somebody sent in again is an original as well. */
export async function findMedia(db: Queryable, sha256: Sha256): Promise<MediaRow | undefined> {
  const { rows } = await db.query<MediaRow>(`select ${COLUMNS} from media where sha256 = decode($1, 'hex')`, [
    sha256
  ])
  return rows[0]
}

/** Keeps an original; handed in again, it is young again and whole. */
export async function keepOriginal(
  db: Queryable,
  media: Omit<StoredMedia, 'kind'> & Pick<MediaRow, 'kind'>,
  stored: Sha256
) {
  await db.query(
    `insert into media (sha256, stored_sha256, kind, mime, size_bytes, width, height, duration_s)
     values (decode($1, 'hex'), decode($2, 'hex'), $3, $4, $5, $6, $7, $8)
     on conflict (sha256) do update set created_at = now(), damaged_at = null, checked_at = null`,
    [
      media.sha256,
      stored,
      media.kind,
      media.mime,
      media.sizeBytes,
      media.width,
      media.height,
      media.durationS
    ]
  )
}

/** A file that was made of an original. */
export interface Made {
  sha256: Sha256
  variant: 'picture' | 'thumbnail'
  sizeBytes: number
  width: number
  height: number
}

/** Makes a picture or thumbnail public. */
export async function keepPublic(db: Queryable, original: Sha256, made: Made) {
  await db.query(
    `insert into media (sha256, stored_sha256, kind, mime, size_bytes, width, height, open, made_of, variant)
     values (decode($1, 'hex'), decode($1, 'hex'), 'image', 'image/webp', $2, $3, $4, true, decode($5, 'hex'), $6)
     on conflict (sha256) do update
       set open = true, made_of = excluded.made_of, variant = excluded.variant, created_at = now(), damaged_at = null, checked_at = null`,
    [made.sha256, made.sizeBytes, made.width, made.height, original, made.variant]
  )
}

/** What was made of an exhibit's original. */
export interface MadeExhibit extends Pick<MediaRow, 'kind' | 'mime' | 'sizeBytes' | 'stored' | 'durationS'> {
  /** By which it is asked for. */
  sha256: Sha256
  variant: 'sound' | 'tiles' | 'model'
  width: number | null
  height: number | null
}

/** Makes a sound, the tiles of a panorama or a model public. */
export async function keepExhibit(db: Queryable, original: Sha256, made: MadeExhibit) {
  await db.query(
    `insert into media (sha256, stored_sha256, kind, mime, size_bytes, width, height, duration_s, open, made_of, variant)
     values (decode($1, 'hex'), decode($2, 'hex'), $3, $4, $5, $6, $7, $8, true, decode($9, 'hex'), $10)
     on conflict (sha256) do update
       set open = true, made_of = excluded.made_of, variant = excluded.variant, created_at = now(), damaged_at = null, checked_at = null`,
    [
      made.sha256,
      made.stored,
      made.kind,
      made.mime,
      made.sizeBytes,
      made.width,
      made.height,
      made.durationS,
      original,
      made.variant
    ]
  )
}

/**
 * What becomes of a made file `m` that nothing names as public any more: it is closed, and where somebody sent in the same
 * bytes it is an original of its own, which holds up the end of no other.
 */
export const CLOSED = `
  open = false,
  made_of = case when exists (select from media_use u where u.sha256 = m.sha256) then null else m.made_of end,
  variant = case when exists (select from media_use u where u.sha256 = m.sha256) then 'original' else m.variant end`

const UNUSED = `
  (m.made_of = decode($1, 'hex') or m.made_of is not null and m.sha256 in (select decode(file, 'hex') from unnest($2::text[]) as file))
  and not exists (select from media_use u where u.sha256 = m.sha256 and u.is_public)`

/**
 * Closes what was made of an original, and `files`, where nothing names them as public any more; the sweep takes them later.
 * Who is about to name one of them keeps it open and holds its row until then: this waits, and then looks who names it.
 */
export async function closeUnused(db: Pool, original: Sha256, files: readonly Sha256[] = []) {
  await inTransaction(db, async (client) => {
    const lock = `select from media m where ${UNUSED} order by m.sha256 for no key update of m`
    await client.query(lock, [original, files])
    await client.query(`update media m set ${CLOSED} where ${UNUSED}`, [original, files])
  })
}

// What was made of a file goes before the file itself; one statement would meet the reference between them.
const DELETE_MADE = `
  delete from media m
   where m.made_of = decode($1, 'hex') and not exists (select from media_use u where u.sha256 = m.sha256)
     and not exists (select from media d where d.made_of = m.sha256)
  returning encode(stored_sha256, 'hex') as stored`
const DELETE_ITSELF = `
  delete from media m
   where m.sha256 = decode($1, 'hex') and not exists (select from media_use u where u.sha256 = m.sha256)
     and not exists (select from media d where d.made_of = m.sha256)
  returning encode(stored_sha256, 'hex') as stored`

/** Takes away the rows of a file and of what was made of it, where nothing names them; the bytes that they spoke of. */
export async function deleteFamily(db: Queryable, sha256: Sha256): Promise<Sha256[]> {
  const made = await db.query<{ stored: Sha256 }>(DELETE_MADE, [sha256])
  const itself = await db.query<{ stored: Sha256 }>(DELETE_ITSELF, [sha256])
  return [...made.rows, ...itself.rows].map(({ stored }) => stored)
}

/** Whether some row still speaks of these bytes. */
export async function isStored(db: Queryable, stored: Sha256) {
  const { rowCount } = await db.query(`select from media where stored_sha256 = decode($1, 'hex') limit 1`, [
    stored
  ])
  return rowCount === 1
}

/** What anyone may read. */
export async function findPublic(db: Queryable, sha256: Sha256) {
  const { rows } = await db.query<{ stored: Sha256; mime: string; sizeBytes: number }>(
    `select encode(stored_sha256, 'hex') as stored, mime, size_bytes as "sizeBytes"
       from open.media where sha256 = decode($1, 'hex')`,
    [sha256]
  )
  return rows[0]
}

/** The tiles of a public panorama: the file that holds them; undefined: there is none of this name. */
export async function findPublicTiles(db: Queryable, sha256: Sha256) {
  const { rows } = await db.query<{ stored: Sha256 }>(
    `select encode(stored_sha256, 'hex') as stored from media
      where sha256 = decode($1, 'hex') and open and variant = 'tiles'`,
    [sha256]
  )
  return rows[0]?.stored
}

/** A public picture with its size in pixels. */
export interface PublicPicture {
  stored: Sha256
  width: number
  height: number
}

/** A picture that anyone may read; undefined also for thumbnails, originals and what was taken down. */
export async function findPublicPicture(db: Queryable, sha256: Sha256): Promise<PublicPicture | undefined> {
  const { rows } = await db.query<PublicPicture>(
    `select encode(stored_sha256, 'hex') as stored, width, height from media
      where sha256 = decode($1, 'hex') and open and variant = 'picture'`,
    [sha256]
  )
  return rows[0]
}

/** How many files were found damaged, and how many were never looked at since they came. */
export async function countDamaged(db: Queryable) {
  const { rows } = await db.query<{ damaged: number; unchecked: number }>(
    `select (select count(*) from media where damaged_at is not null) as damaged,
            (select count(*) from media where checked_at is null) as unchecked`
  )
  return rows[0] ?? { damaged: 0, unchecked: 0 }
}
