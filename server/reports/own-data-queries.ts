import type { Queryable } from '../db/pool.ts'
import type { ReportState } from './contract.ts'

interface OwnRow {
  contact: { name: string | null; phone: string | null; email: string | null } | null
  description: string | null
  lng: number
  lat: number
  measuredLng: number | null
  measuredLat: number | null
  accuracyM: number | null
  observedAt: Date | null
}

/** What is kept of a reporter beside files and texts. */
export async function findOwnData(db: Queryable, id: string, codeHash: Buffer): Promise<OwnRow | undefined> {
  const { rows } = await db.query<OwnRow>(
    `select (select json_build_object('name', k.name, 'phone', k.phone, 'email', k.email) from report_contact k
              where k.report_id = r.id and k.code_hash = $2 limit 1) as contact,
            r.description, st_x(r.geom) as lng, st_y(r.geom) as lat, st_x(r.measured_geom) as "measuredLng",
            st_y(r.measured_geom) as "measuredLat", r.accuracy_m as "accuracyM", r.observed_at as "observedAt"
       from report r where r.id = $1`,
    [id, codeHash]
  )
  return rows[0]
}

/** What a reporter said later, wherever it stands. */
export async function findOwnTexts(db: Queryable, ownId: string) {
  const { rows } = await db.query<{ at: Date; text: string }>(
    `select at, text from report_event where data ->> 'from' = $1::text and text is not null order by at, id`,
    [ownId]
  )
  return rows
}

// Words that are public stay as they were released; nobody knows any more whose they are.
const FORGET_REPORT = `
  update report
     set public_text = case when approved_at is not null then coalesce(public_text, description) end,
         description = null, measured_geom = null, accuracy_m = null, observed_at = null,
         version = version + 1, updated_at = clock_timestamp()
   where id = $1`

// What he said, what he was asked (which may repeat it), and what another system handed in with his report.
const FORGET_TEXTS = `
  update report_event set text = null
   where text is not null
     and (data ->> 'from' = $1::uuid::text or report_id = $1::uuid and kind in ('asked', 'handed_in'))`

// Also of a report that came without a code, from another system.
const FORGET_CONTACTS = `
  delete from report_contact k
   where k.report_id = $1
     and (k.code_hash is null
          or k.code_hash in (select c.code_hash from report_code c where c.report_id = $1 and c.kind = 'reporter'))`

/** Remembers what was deleted on request (0210): it is done again where an older state of the database comes back. */
const remember = (db: Queryable, key: string) =>
  db.query(`insert into report_forgotten (key) values ($1) on conflict do nothing`, [key])

/** A report by its number, of one commune or (null) of any; undefined: there is none. */
export async function findByNumber(db: Queryable, number: string, communeCode: string | null) {
  const { rows } = await db.query<{ id: string; number: string; commune: string | null; state: ReportState }>(
    `select id, number, commune_code as commune, state from report
      where number = $1 and ($2::text is null or commune_code = $2)`,
    [number, communeCode]
  )
  return rows[0]
}

/** Every deletion on request, the oldest first, as `report <id>` or `code <hash of the code>`. */
export async function findForgotten(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(`select key from report_forgotten order by at, key`)
  return rows.map(({ key }) => key)
}

/** Which of these deletions the database knows nothing of. */
export async function findUndone(db: Queryable, keys: readonly string[]): Promise<string[]> {
  const { rows } = await db.query<{ key: string }>(
    `select key from unnest($1::text[]) key where key not in (select f.key from report_forgotten f)`,
    [keys]
  )
  return rows.map(({ key }) => key)
}

/**
 * Removes what is personal of a reporter, and his code; the report of the place stays. Answers the voice notes that
 * nothing names now.
 */
export async function forgetReporter(db: Queryable, id: string): Promise<string[]> {
  await db.query(FORGET_REPORT, [id])
  await db.query(FORGET_TEXTS, [id])
  const voices = await db.query<{ sha256: string }>(
    `delete from report_media where report_id = $1 and role = 'voice' returning encode(sha256, 'hex') as sha256`,
    [id]
  )
  await db.query(FORGET_CONTACTS, [id])
  await db.query(`delete from report_code where report_id = $1 and kind = 'reporter'`, [id])
  await remember(db, `report ${id}`)
  return voices.rows.map(({ sha256 }) => sha256)
}

/** Removes a code and the contact that was left with it. */
export async function forgetCode(db: Queryable, codeHash: Buffer) {
  await db.query(`delete from report_contact where code_hash = $1`, [codeHash])
  await db.query(`delete from report_code where code_hash = $1`, [codeHash])
  await remember(db, `code ${codeHash.toString('hex')}`)
}
