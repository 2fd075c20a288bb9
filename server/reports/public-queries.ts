import type { Queryable } from '../db/pool.ts'
import type { PublicReport, ReportCategory, ReportFilters, ReportSort } from './contract.ts'
import type { Cursor } from './cursor.ts'

// Every query of this file reads views of the schema `open` only: what is not in them cannot leak through a filter, a
// sort order, a count or a distance.

/** A public report as it comes from the views. */
export interface PublicRow extends Omit<
  PublicReport,
  'place' | 'receivedAt' | 'resolveDueAt' | 'resolvedAt' | 'closedAt' | 'updatedAt'
> {
  id: number
  lng: number
  lat: number
  receivedAt: Date
  resolveDueAt: Date | null
  resolvedAt: Date | null
  closedAt: Date | null
  updatedAt: Date
}

/** Of `open.reports r`. Days are calendar days in Việt Nam from receipt until resolved or ended, or until now. */
export const PUBLIC_COLUMNS = `
  r.id, r.number, r.category, r.theme, r.state, r.sensitive as "placeHidden", st_x(r.geom) as lng, st_y(r.geom) as lat,
  r.commune_code as commune, r.village_code as village, r.unit, r.description, r.received_at as "receivedAt",
  r.resolve_due_at as "resolveDueAt", r.overdue, r.resolved_at as "resolvedAt", r.closed_at as "closedAt",
  (coalesce(r.resolved_at, r.closed_at, now()) at time zone 'Asia/Ho_Chi_Minh')::date
    - (r.received_at at time zone 'Asia/Ho_Chi_Minh')::date as "daysOpen",
  r.witnesses, r.updated_at as "updatedAt",
  coalesce((select json_agg(json_build_object('role', p.role, 'picture', p.picture, 'thumbnail', p.thumbnail)
                            order by p.role desc, p.received_at, p.position)
              from open.report_pictures p where p.report_id = r.id), '[]') as pictures`

const iso = (moment: Date | null) => moment?.toISOString() ?? null

/** A row as everybody gets it. */
export function publicReport({ id: _id, lng, lat, ...row }: PublicRow): PublicReport {
  return {
    ...row,
    place: { lng, lat },
    receivedAt: row.receivedAt.toISOString(),
    resolveDueAt: iso(row.resolveDueAt),
    resolvedAt: iso(row.resolvedAt),
    closedAt: iso(row.closedAt),
    updatedAt: row.updatedAt.toISOString()
  }
}

/** The categories that new reports may have, in the order in which they are offered; `all`: with those that ended. */
export async function findCategories(db: Queryable, all = false): Promise<ReportCategory[]> {
  const { rows } = await db.query<ReportCategory>(
    `select code, json_build_object('vi', name_vi, 'en', name_en) as name, theme, sensitive, urgent,
            receive_hours as "receiveHours", resolve_hours as "resolveHours", duplicate_radius_m as "duplicateRadiusM", duplicate_days as "duplicateDays",
            ended_at is null as offered
       from open.report_categories_ever
      where $1 or ended_at is null
      order by position, code`,
    [all]
  )
  return rows
}

// $1 commune … $9 last day; null does not narrow. A box is compared with the public place.
const FILTER = `
  ($1::text is null or r.commune_code = $1)
  and ($2::text is null or r.village_code = $2)
  and ($3::text[] is null or r.category = any($3))
  and ($4::text is null or r.theme = $4)
  and ($5::text[] is null or r.state = any($5))
  and ($6::boolean is null or r.overdue = $6)
  and ($7::double precision[] is null
       or r.geom && st_makeenvelope(($7::double precision[])[1], ($7::double precision[])[2],
                                    ($7::double precision[])[3], ($7::double precision[])[4], 4326))
  and ($8::date is null or r.received_at >= $8::date::timestamp at time zone 'Asia/Ho_Chi_Minh')
  and ($9::date is null or r.received_at < ($9::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`

const filterValues = (filters: ReportFilters) => [
  filters.commune ?? null,
  filters.village ?? null,
  filters.category ?? null,
  filters.theme ?? null,
  filters.state ?? null,
  filters.overdue ?? null,
  filters.bbox ?? null,
  filters.from ?? null,
  filters.to ?? null
]

/** By what a list is sorted: a moment, ties by the order of arrival. */
const SORTS: Record<ReportSort, { by: string; order: 'asc' | 'desc' }> = {
  newest: { by: 'r.received_at', order: 'desc' },
  oldest: { by: 'r.received_at', order: 'asc' },
  updated: { by: 'r.updated_at', order: 'desc' },
  due: { by: `coalesce(r.resolve_due_at, 'infinity')`, order: 'asc' }
}

/** A page of a list: $10 and $11 the bookmark, $12 how many. */
const listSql = ({ by, order }: { by: string; order: 'asc' | 'desc' }) => `
  select ${PUBLIC_COLUMNS},
         case when isfinite(${by}) then to_char((${by}) at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '+00'
              else 'infinity' end as "sortedBy"
    from open.reports r
   where ${FILTER}
     and ($10::timestamptz is null or (${by}, r.id) ${order === 'asc' ? '>' : '<'} ($10::timestamptz, $11::bigint))
   order by ${by} ${order}, r.id ${order}
   limit $12`

const COUNT = `select count(*) as total from open.reports r where ${FILTER}`

/** A page of approved reports with the bookmark of its end, and how many there are in all. */
export async function listPublic(
  db: Queryable,
  filters: ReportFilters,
  page: { sort: ReportSort; after: Cursor | null; limit: number }
) {
  const values = filterValues(filters)
  const { rows } = await db.query<PublicRow & { sortedBy: string }>(listSql(SORTS[page.sort]), [
    ...values,
    page.after?.value ?? null,
    page.after?.id ?? null,
    page.limit + 1
  ])
  const counted = await db.query<{ total: number }>(COUNT, values)
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined
  return {
    reports: rows.slice(0, page.limit).map(({ sortedBy: _sortedBy, ...row }) => publicReport(row)),
    next: last ? { value: last.sortedBy, id: last.id } : null,
    total: counted.rows[0]?.total ?? 0
  }
}

interface HistoryRow {
  at: Date
  kind: string
  toState: PublicReport['state'] | null
  text: string | null
}

/** One approved report with its history, by its number or that of one merged into it. Undefined: nothing is public. */
export async function findPublic(db: Queryable, number: string) {
  const { rows } = await db.query<PublicRow>(
    `select ${PUBLIC_COLUMNS} from open.reports r where r.number = open.report_number_now($1)`,
    [number]
  )
  const row = rows[0]
  if (!row) return undefined
  const history = await db.query<HistoryRow>(
    `select at, kind, to_state as "toState", text from open.report_history where report_id = $1 order by at, id`,
    [row.id]
  )
  return {
    ...publicReport(row),
    history: history.rows.map((event) => ({ ...event, at: event.at.toISOString() }))
  }
}

// Not yet solved, not hidden, of the same category, near and recent as the category says. The box (0.002° is 200 m and more
// in Việt Nam; no radius is larger) lets the index choose, the spheroid decides.
const NEARBY = `
  select ${PUBLIC_COLUMNS}, st_distance(r.geom::geography, here.geom::geography) as "distanceM"
    from open.reports r
    join open.report_categories c on c.code = r.category
   cross join (select st_setsrid(st_makepoint($2, $3), 4326) as geom) here
   where r.category = $1 and not r.sensitive and not c.sensitive
     and r.state in ('new', 'received', 'assigned', 'in_progress', 'waiting_for_reporter')
     and r.received_at > now() - make_interval(days => c.duplicate_days)
     and r.geom && st_expand(here.geom, 0.002)
     and st_dwithin(r.geom::geography, here.geom::geography, c.duplicate_radius_m)
   order by "distanceM", r.id
   limit 5`

/** Likely duplicates of a new report at a place, nearest first, with metres. */
export async function findNearby(db: Queryable, category: string, lng: number, lat: number) {
  const { rows } = await db.query<PublicRow & { distanceM: number }>(NEARBY, [category, lng, lat])
  return rows.map(({ distanceM, ...row }) => ({ ...publicReport(row), distanceM }))
}
