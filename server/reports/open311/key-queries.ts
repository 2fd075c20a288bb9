import { createHash } from 'node:crypto'
import type { Queryable } from '../../db/pool.ts'

const hashOfKey = (key: string) => createHash('sha256').update(`api-key:${key}`).digest()

/** A system that may hand in reports; communeCode null: of every commune. */
export interface KeyHolder {
  system: string
  communeCode: string | null
}

/** Whose key it is; undefined: nobody's, or it was ended. */
export async function findKeyHolder(db: Queryable, key: string): Promise<KeyHolder | undefined> {
  const { rows } = await db.query<KeyHolder>(
    `select system, commune_code as "communeCode" from api_key where key_hash = $1 and ended_at is null`,
    [hashOfKey(key)]
  )
  return rows[0]
}

// A system whose key was ended gets another and stays the same: what it handed in before is not taken in twice. A key of
// one commune does not become another's.
const KEEP_KEY = `
  insert into api_key (key_hash, system, commune_code) values ($1, $2, $3)
      on conflict (system) do update set key_hash = excluded.key_hash, created_at = now(), ended_at = null
   where api_key.ended_at is not null and api_key.commune_code is not distinct from excluded.commune_code
  returning id`

/** Keeps the hash of a system's key. Null: the system has one that is in force, or belongs to another commune. */
export async function keepKey(db: Queryable, key: string, { system, communeCode }: KeyHolder) {
  const { rows } = await db.query<{ id: number }>(KEEP_KEY, [hashOfKey(key), system, communeCode])
  return rows[0]?.id ?? null
}

/** Ends a key of the commune (null: any); who holds it, or undefined: there is none in force. */
export async function endKey(db: Queryable, id: number, communeCode: string | null) {
  const { rows } = await db.query<KeyHolder>(
    `update api_key set ended_at = now()
      where id = $1 and ended_at is null and ($2::text is null or commune_code = $2)
  returning system, commune_code as "communeCode"`,
    [id, communeCode]
  )
  return rows[0]
}

/** Keys of a commune (null: all) by system, without what opens anything. */
export async function listKeys(db: Queryable, communeCode: string | null) {
  const { rows } = await db.query<{
    id: number
    system: string
    commune: string | null
    createdAt: Date
    endedAt: Date | null
  }>(
    `select id, system, commune_code as commune, created_at as "createdAt", ended_at as "endedAt" from api_key
      where $1::text is null or commune_code = $1
      order by system`,
    [communeCode]
  )
  return rows
}
