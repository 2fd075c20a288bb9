import type { Queryable } from '../../db/pool.ts'
import type { Sha256 } from '../contract.ts'
import { faultOf } from './check-moved.ts'
import type { MediaMoving, MovedFile } from './contract.ts'
import { withSpace } from '../space.ts'
import type { ByteStore } from '../store.ts'

// What was made of an original is nothing without it.
const FIND = `
  with recursive wanted as (
    select m.* from media m where encode(m.sha256, 'hex') = any($1::text[])
    union
    select o.* from wanted w join media o on o.sha256 = w.made_of
  )
  select encode(sha256, 'hex') as sha256, encode(stored_sha256, 'hex') as stored, kind, mime, size_bytes as "sizeBytes", width, height,
         duration_s as "durationS", encode(made_of, 'hex') as "madeOf", variant, open
    from wanted
   order by made_of is not null, sha256`

// A new file is closed until a row that shows it is published; one that is here stays as open as it is.
const KEEP = `
  insert into media (sha256, stored_sha256, kind, mime, size_bytes, width, height, duration_s, made_of, variant)
  values (decode($1, 'hex'), decode($2, 'hex'), $3, $4, $5, $6, $7, $8, decode($9, 'hex'), $10)
  on conflict (sha256) do update
    set created_at = now(), damaged_at = null, checked_at = null, made_of = coalesce(media.made_of, excluded.made_of),
        variant = case when media.made_of is null then excluded.variant else media.variant end`

const IS_WHOLE = `
  select from media where stored_sha256 = decode($1, 'hex') and damaged_at is null limit 1`

const valuesOf = (file: MovedFile) => [
  file.sha256,
  file.stored,
  file.kind,
  file.mime,
  file.sizeBytes,
  file.width,
  file.height,
  file.durationS,
  file.madeOf,
  file.variant
]

/** Files of an installation on their way to another one, or from one. */
export function moveMedia(db: Queryable, files: ByteStore): MediaMoving {
  const isHere = async ({ stored, sizeBytes }: MovedFile) => {
    const { rowCount } = await db.query(IS_WHOLE, [stored])
    return rowCount === 1 && (await files.sizeOf(stored)) === sizeBytes
  }
  return {
    async find(sha256s) {
      return (await db.query<MovedFile>(FIND, [sha256s])).rows
    },
    read: (stored: Sha256) => files.read(stored),
    async fault(moved, bytesOf) {
      for (const file of moved) {
        const sentence = await faultOf(file, await bytesOf(file.stored))
        if (sentence) return { stored: file.stored, sentence }
      }
      return null
    },
    async keep(moved, bytesOf) {
      for (const file of moved) {
        // Only one file is in memory at a time, and none is larger than what may be handed in.
        if (!(await isHere(file)))
          await withSpace(async () => files.put(file.stored, await bytesOf(file.stored)))
        await db.query(KEEP, valuesOf(file))
      }
    }
  }
}
