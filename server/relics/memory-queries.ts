import type { Queryable } from '../db/pool.ts'
import type { MemoryEvent, MemoryState, MemoryWords, RelicMemory, ShownMemory } from './memory-contract.ts'

const HISTORY = `
  select json_agg(json_build_object('action', e.action, 'by', a.name, 'reason', e.reason, 'was', e.was,
                                    'at', to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')) order by e.id desc)
    from relic_memory_event e
    join account a on a.id = e.account_id
   where e.memory_id = m.id`

const MEMORIES = `
  select m.id, m.version, m.state, m.text, m.contributor, m.licence, m.consented_on::text as "consentedOn",
         coalesce((${HISTORY}), '[]') as history
    from relic_memory m
   where m.site_id = $1
   order by m.added_at, m.id`

/** The memories of a relic in whatever state, the oldest first. */
export async function findMemories(db: Queryable, siteId: number): Promise<RelicMemory[]> {
  return (await db.query<RelicMemory>(MEMORIES, [siteId])).rows
}

/** As `findMemories`, and nobody else changes them until the transaction ends. */
export async function lockMemories(db: Queryable, siteId: number): Promise<RelicMemory[]> {
  await db.query('select from relic_site where id = $1 for update', [siteId])
  return findMemories(db, siteId)
}

const SHOWN = `
  select m.text, m.contributor, m.licence
    from open.relic_memories m
   where m.site_id = (select site_id from open.relic_slugs where slug = $1)
   order by m.added_at, m.id`

/** What visitors of the relic of an address are told. */
export async function findShownMemories(db: Queryable, slug: string): Promise<ShownMemory[]> {
  return (await db.query<ShownMemory>(SHOWN, [slug])).rows
}

const wordsOf = ({ text, contributor, licence, consentedOn }: MemoryWords) => [
  text,
  contributor,
  licence,
  consentedOn
]

/** Adds a memory that waits; answers its id. */
export async function insertMemory(db: Queryable, siteId: number, words: MemoryWords): Promise<string> {
  const { rows } = await db.query<{ id: string }>(
    `insert into relic_memory (site_id, text, contributor, licence, consented_on)
     values ($1, $2, $3, $4, $5::date) returning id`,
    [siteId, ...wordsOf(words)]
  )
  const id = rows[0]?.id
  if (id === undefined) throw new Error('relic_memory gave no id')
  return id
}

/** Says a memory anew; it waits again. */
export async function reviseMemory(db: Queryable, id: string, words: MemoryWords) {
  await db.query(
    `update relic_memory
        set text = $2, contributor = $3, licence = $4, consented_on = $5::date, state = 'waiting', version = version + 1,
            changed_at = clock_timestamp()
      where id = $1`,
    [id, ...wordsOf(words)]
  )
}

/** Shows a memory, or takes it back. */
export async function setState(db: Queryable, id: string, state: MemoryState) {
  await db.query(
    'update relic_memory set state = $2, version = version + 1, changed_at = clock_timestamp() where id = $1',
    [id, state]
  )
}

type Noted = Pick<MemoryEvent, 'action'> & { reason?: string | null; was?: MemoryWords }

/** Notes what was done with a memory, and by whom. */
export async function noteEvent(
  db: Queryable,
  id: string,
  accountId: number,
  { action, reason = null, was }: Noted
) {
  await db.query(
    'insert into relic_memory_event (memory_id, account_id, action, reason, was) values ($1, $2, $3, $4, $5::jsonb)',
    [id, accountId, action, reason, was ? JSON.stringify(was) : null]
  )
}

/** Deletes a memory and its history for good, and remembers that it is to be deleted again where an older state comes back. */
export async function forgetMemory(db: Queryable, id: string) {
  await db.query('delete from relic_memory where id = $1', [id])
  await db.query('insert into report_forgotten (key) values ($1) on conflict do nothing', [`memory ${id}`])
}
