import type { Queryable } from '../../db/pool.ts'
import type { BagMemory } from './contract.ts'
import { DAY, moment } from './row-sql.ts'

const MEMORY = `
  m.site_id as "siteId", m.id, m.text, m.contributor, m.licence, to_char(m.consented_on, '${DAY}') as "consentedOn", m.state,
  ${moment('m.added_at')} as "addedAt", ${moment('m.changed_at')} as "changedAt"`

type OfSite = BagMemory & { siteId: number }

/** What people remember of some relics, in whatever state, the oldest first. */
export async function findMemories(db: Queryable, siteIds: readonly number[]): Promise<OfSite[]> {
  const { rows } = await db.query<OfSite>(
    `select ${MEMORY} from relic_memory m where m.site_id = any($1::bigint[]) order by m.added_at, m.id`,
    [siteIds]
  )
  return rows
}

/** Memories of some numbers as they are here, of whatever relic. */
export async function findMemoriesHere(db: Queryable, ids: readonly string[]): Promise<OfSite[]> {
  const { rows } = await db.query<OfSite>(
    `select ${MEMORY} from relic_memory m where m.id = any($1::uuid[])`,
    [ids]
  )
  return rows
}

/** Which memories of these numbers were deleted here for good. */
export async function findDeleted(db: Queryable, ids: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select id from unnest($1::text[]) as id where exists (select from report_forgotten f where f.key = 'memory ' || id)`,
    [ids]
  )
  return rows.map(({ id }) => id)
}

/** Says of a memory what a bag says of it. */
export async function putMemory(db: Queryable, siteId: number, memory: BagMemory) {
  const { id, text, contributor, licence, consentedOn, state, addedAt, changedAt } = memory
  await db.query(
    `insert into relic_memory (id, site_id, text, contributor, licence, consented_on, state, added_at, changed_at)
     values ($1::uuid, $2, $3, $4, $5, $6::date, $7, $8::timestamptz, $9::timestamptz)
         on conflict (id) do update
        set text = excluded.text, contributor = excluded.contributor, licence = excluded.licence,
            consented_on = excluded.consented_on, state = excluded.state, added_at = excluded.added_at,
            changed_at = excluded.changed_at, version = relic_memory.version + 1`,
    [id, siteId, text, contributor, licence, consentedOn, state, addedAt, changedAt]
  )
}
