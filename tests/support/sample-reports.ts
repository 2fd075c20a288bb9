import type { Queryable } from '../../server/db/pool.ts'

const COMMUNE = '99001'

const CATEGORY = `
  insert into report_category (code, name_vi, name_en, theme, resolve_hours, duplicate_radius_m, duplicate_days, position)
  values ('sample', 'Mẫu', 'Sample', 'waste', 24, 50, 30, 1)
      on conflict do nothing`

const UNIT = `
  insert into unit (commune_code, name) values ($1, 'Đơn vị mẫu')
      on conflict (commune_code, name) do update set name = excluded.name
  returning id`

const REPORTS = `
  insert into report (id, number, commune_code, village_code, category_code, sensitive, urgent, state, description, geom,
                      place_from, received_at, channel, unit_id, resolved_at, closed_at, approved_at)
  select gen_random_uuid(), 'PA-2026-90000' || n, $1, $1 || '-1', 'sample', false, false, 'closed', 'Mẫu ' || n,
         st_setsrid(st_makepoint(105.05 + n / 10.0, 18.05), 4326), 'gps', timestamptz '2026-02-01 03:00Z', 'demo', $2,
         timestamptz '2026-02-02 03:00Z', timestamptz '2026-03-04 03:00Z', timestamptz '2026-02-01 04:00Z'
    from generate_series(0, 2) n`

/** Three public reports with every field filled. */
export async function sampleReports(db: Queryable) {
  await db.query(CATEGORY)
  const { rows } = await db.query<{ id: number }>(UNIT, [COMMUNE])
  await db.query(REPORTS, [COMMUNE, rows[0]?.id])
}
