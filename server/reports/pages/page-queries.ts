import type { Queryable } from '../../db/pool.ts'

/** An area as a list names it. */
export interface NamedArea {
  code: string
  name: string
  kind: string | null
  /** Of a village: its commune's code. */
  commune: string
}

// Only where something is public; a village that is no more keeps its name while reports lie in it.
const AREAS = `
  select distinct on (v.code) v.code, v.name, v.kind, v.commune_code as commune
    from open.villages v
   where v.code in (select village_code from open.reports)
   order by v.code, v.valid_to desc nulls first`

const COMMUNES = `
  select distinct on (c.code) c.code, c.name, c.kind, c.code as commune
    from open.communes c
   where c.code in (select commune_code from open.reports)
   order by c.code, c.valid_to desc nulls first`

/** The communes and villages in which public reports lie, by code. */
export async function listAreas(db: Queryable) {
  const [villages, communes] = [await db.query<NamedArea>(AREAS), await db.query<NamedArea>(COMMUNES)]
  return { villages: villages.rows, communes: communes.rows }
}

/** All categories that a public report may have, also those that are offered no more. */
export async function listCategoryNames(db: Queryable) {
  const { rows } = await db.query<{ code: string; vi: string; en: string }>(
    `select code, name_vi as vi, name_en as en from open.report_category_names order by position, code`
  )
  return new Map(rows.map(({ code, ...name }) => [code, name]))
}
