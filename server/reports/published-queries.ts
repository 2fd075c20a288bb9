import type { Queryable } from '../db/pool.ts'
import type { Moment } from '../figures/moment.ts'

// How each report stood at the end of day $2 in Việt Nam, as far as was known at $3: by its history, which only grows.
// Resolved: the last state is resolved or closed. Published: it was approved and not withdrawn, and its result was
// released after it was resolved. What was merged counts under the report into which it was merged.
const PUBLISHED = `
  with until as (
    select least(($2::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh', $3::timestamptz) as moment
  ), told as (
    select e.report_id,
           (array_agg(e.to_state order by e.at desc, e.id desc) filter (where e.to_state is not null))[1] as state,
           (array_agg(e.kind order by e.at desc, e.id desc) filter (where e.kind in ('approved', 'approval_withdrawn')))[1]
             as approval,
           (array_agg(e.kind order by e.at desc, e.id desc)
              filter (where e.kind in ('resolved', 'reopened', 'result_approved', 'approval_withdrawn')))[1] as result
      from report_event e
     where e.at < (select moment from until)
     group by e.report_id
  )
  select r.commune_code as "communeCode", count(*)::integer as resolved,
         (count(*) filter (where told.approval = 'approved' and told.result = 'result_approved'))::integer as published
    from told
    join report r on r.id = told.report_id
   where r.commune_code = any($1) and told.state in ('resolved', 'closed')
   group by 1`

/** Resolved reports per commune, and how many of them have a published result. Communes without any are left out. */
export async function countPublishedResults(
  db: Queryable,
  codes: readonly string[],
  { asOf, knownAt }: Moment
) {
  const { rows } = await db.query<{ communeCode: string; resolved: number; published: number }>(PUBLISHED, [
    codes,
    asOf,
    knownAt
  ])
  return new Map(rows.map((row) => [row.communeCode, row]))
}
