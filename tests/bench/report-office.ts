import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import type { Pool } from 'pg'
import { createAccount } from '../../server/accounts/account-queries.ts'
import { beginSession } from '../../server/accounts/session-queries.ts'
import { DEMO_COMMUNE } from '../../data/demo/demo.ts'
import { openFiles } from '../../server/media/open.ts'

const UNITS = 5

async function makeUnits(db: Pool): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `insert into unit (commune_code, name) select $1, 'Tổ đo tốc độ ' || n from generate_series(1, $2) n returning id`,
    [DEMO_COMMUNE, UNITS]
  )
  return rows.map(({ id }) => id)
}

/** Every category goes to one of the units. */
async function shareCategories(db: Pool, units: number[]): Promise<string[]> {
  const { rows } = await db.query<{ code: string }>('select code from open.report_categories order by 1')
  const codes = rows.map(({ code }) => code)
  for (const [index, code] of codes.entries())
    await db.query(
      `insert into category_unit (commune_code, category_code, unit_id) values ($1, $2, $3)
       on conflict (commune_code, category_code) do update set unit_id = excluded.unit_id`,
      [DEMO_COMMUNE, code, units[index % units.length]]
    )
  return codes
}

/** So many officers of several units, signed in; the tokens of their sessions, and what can be reported to them. */
export async function openInboxes(db: Pool, officers: number) {
  const units = await makeUnits(db)
  const categories = await shareCategories(db, units)
  const sessions: string[] = []
  for (let nth = 0; nth < officers; nth++) {
    const id = await createAccount(db, {
      login: `do-toc-do-${nth}`,
      name: `Cán bộ ${nth}`,
      role: 'officer',
      communeCode: DEMO_COMMUNE,
      unitId: units[nth % UNITS] ?? null
    })
    if (id === null) throw new Error('The database was measured before')
    sessions.push(await beginSession(db, id))
  }
  return { sessions, categories }
}

const ARRIVED = `
  select report_id as id, encode(sha256, 'hex') as sha256 from report_media where received_at is not null`

/** Throws where a report that was answered is not in the database, or a photo's bytes are not in the store as they were sent. */
export async function requireAllThere(
  db: Pool,
  dataDir: string,
  sent: readonly { id: string; photos: string[] }[]
) {
  const reports = await db.query<{ id: string }>('select id from report')
  const ids = new Set(reports.rows.map(({ id }) => id))
  const { rows } = await db.query<{ id: string; sha256: string }>(ARRIVED)
  const arrived = new Set(rows.map(({ id, sha256 }) => `${id} ${sha256}`))
  const files = openFiles({ dataDir })
  for (const { id, photos } of sent) {
    if (!ids.has(id)) throw new Error(`Report ${id} was lost`)
    for (const sha256 of photos) {
      const stream = arrived.has(`${id} ${sha256}`) ? await files.read(sha256) : null
      const hash = createHash('sha256').update(stream ? await buffer(stream) : '')
      if (hash.digest('hex') !== sha256) throw new Error(`Photo ${sha256} of report ${id} was lost`)
    }
  }
}
