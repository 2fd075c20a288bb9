import type { Queryable } from '../db/pool.ts'

// One statement: a code that follows this report already changes nothing; one of another report is seen by `taken`.
const ADD = `
  with found as (
    select r.id, r.number from report r
     where r.number = (select number from open.reports where number = open.report_number_now($1))
  ), added as (
    insert into report_code (code_hash, report_id, kind)
    select $2::bytea, id, 'witness' from found
        on conflict (code_hash) do nothing
    returning report_id
  ), contact as (
    insert into report_contact (report_id, code_hash, name, phone, email)
    select report_id, $2::bytea, given ->> 'name', given ->> 'phone', given ->> 'email'
      from added, (select $3::jsonb as given) one where given is not null
  ), touched as (
    update report set updated_at = now() where id = (select report_id from added)
  )
  select found.id, found.number, exists (select from added) as added,
         exists (select from report_code c
                  where c.code_hash = $2 and c.report_id not in (select f.id from report_family(found.id) f)) as taken
    from found`

/** What a new witness met: nothing public there (undefined), a code of another report, or this one. */
export async function addWitnessOf(
  db: Queryable,
  number: string,
  codeHash: Buffer,
  contact: { name: string | null; phone: string | null; email: string | null } | null
) {
  const { rows } = await db.query<{ id: string; number: string; added: boolean; taken: boolean }>(ADD, [
    number,
    codeHash,
    contact && JSON.stringify(contact)
  ])
  return rows[0]
}

/** How many more people saw it. */
export async function countWitnesses(db: Queryable, id: string) {
  const { rows } = await db.query<{ witnesses: number }>(`select report_witnesses($1) as witnesses`, [id])
  return rows[0]?.witnesses ?? 0
}

/** Whether a code follows some report already. */
export async function isKnownCode(db: Queryable, codeHash: Buffer) {
  const { rowCount } = await db.query(`select from report_code where code_hash = $1`, [codeHash])
  return rowCount === 1
}
