import type { Queryable } from '../db/pool.ts'
import type { Sha256 } from './contract.ts'
import { CLOSED } from './queries.ts'

// All work on the 256th part of the files whose hashes begin with the two digits `$1`.
const PART = `between decode($1 || repeat('00', 31), 'hex') and decode($1 || repeat('ff', 31), 'hex')`

/** Closes public files that nothing names as public any more. */
export async function closeUnnamed(db: Queryable, prefix: string, before: Date) {
  await db.query(
    `update media m set ${CLOSED}
      where m.sha256 ${PART} and m.open and m.created_at < $2
        and not exists (select from media_use u where u.sha256 = m.sha256 and u.is_public)`,
    [prefix, before]
  )
}

/** Takes away the rows of files that nothing names and nothing was made of; answers how many. */
export async function deleteUnnamed(db: Queryable, prefix: string, before: Date) {
  const { rowCount } = await db.query(
    `delete from media m
      where m.sha256 ${PART} and m.created_at < $2
        and not exists (select from media_use u where u.sha256 = m.sha256)
        and not exists (select from media d where d.made_of = m.sha256)`,
    [prefix, before]
  )
  return rowCount ?? 0
}

/** The files that rows speak of. */
export async function listStored(db: Queryable, prefix: string): Promise<Set<Sha256>> {
  const { rows } = await db.query<{ stored: Sha256 }>(
    `select encode(stored_sha256, 'hex') as stored from media where stored_sha256 ${PART}`,
    [prefix]
  )
  return new Set(rows.map(({ stored }) => stored))
}

/** The files whose bytes were not compared since, the longest ago first. */
export async function listUnchecked(db: Queryable, before: Date, most: number) {
  const { rows } = await db.query<{ stored: Sha256; damaged: boolean }>(
    `select encode(stored_sha256, 'hex') as stored, damaged_at is not null as damaged
       from media
      where checked_at is null or checked_at < $1
      order by checked_at nulls first
      limit $2`,
    [before, most]
  )
  return rows
}

/** Notes whether a file is as it was; the day on which damage was first seen stays. */
export async function noteChecked(db: Queryable, stored: Sha256, isWhole: boolean) {
  await db.query(
    `update media
        set checked_at = now(), damaged_at = case when $2 then null else coalesce(damaged_at, now()) end
      where stored_sha256 = decode($1, 'hex')`,
    [stored, isWhole]
  )
}
