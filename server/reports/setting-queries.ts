import type { Queryable } from '../db/pool.ts'
import type { ReportState } from './contract.ts'

/** A unit of a commune that still works. */
export async function findUnit(db: Queryable, unitId: number, commune: string | null) {
  const { rows } = await db.query<{ name: string }>(
    `select name from unit where id = $1 and commune_code = $2 and ended_at is null`,
    [unitId, commune]
  )
  return rows[0]
}

/** Whether an account may be given reports of a unit. */
export async function worksFor(db: Queryable, accountId: number, unitId: number) {
  const { rowCount } = await db.query(
    `select from account
      where id = $1 and disabled_at is null and role in ('field', 'officer', 'leader')
        and (unit_id = $2
             or (role = 'field' and unit_id is null
                 and commune_code = (select commune_code from unit where id = $2)))`,
    [accountId, unitId]
  )
  return rowCount === 1
}

/** Which unit takes a report on: that of whoever receives it, where it is of the same commune, else the category's. */
export async function findOwnUnit(db: Queryable, reportId: string, unitId: number | null) {
  const { rows } = await db.query<{ id: number | null }>(
    `select coalesce((select u.id from unit u
                       where u.id = $2 and u.commune_code = r.commune_code and u.ended_at is null), g.unit_id) as id
       from report r
       left join category_unit g on g.commune_code = r.commune_code and g.category_code = r.category_code
      where r.id = $1`,
    [reportId, unitId]
  )
  return rows[0]?.id
}

/** Pictures of the result that are here, since the report was reopened if it was. */
export async function countAfterPictures(db: Queryable, reportId: string, since: Date | null) {
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from report_media
      where report_id = $1 and role = 'after' and received_at > coalesce($2::timestamptz, '-infinity')`,
    [reportId, since]
  )
  return rows[0]?.count ?? 0
}

/** The report that an account wants to merge another into; `inside`: it is that other or was merged into it. */
export async function findMergeTarget(db: Queryable, accountId: number, number: string, reportId: string) {
  const { rows } = await db.query<{
    id: string
    number: string
    state: ReportState
    commune: string | null
    inside: boolean
  }>(
    `select r.id, r.number, r.state, r.commune_code as commune,
            r.id in (select f.id from report_family($3) f) as inside
       from staff.reports_of($1) r
      where r.number = $2`,
    [accountId, number, reportId]
  )
  return rows[0]
}

/** In which state a report was when it was merged. */
export async function findMergedFrom(db: Queryable, reportId: string) {
  const { rows } = await db.query<{ state: ReportState }>(
    `select data ->> 'fromState' as state from report_event
      where report_id = $1 and kind = 'merged'
      order by at desc, id desc
      limit 1`,
    [reportId]
  )
  return rows[0]?.state
}
