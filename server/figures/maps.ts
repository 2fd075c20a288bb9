import type { Queryable } from '../db/pool.ts'
import type { Moment } from './moment.ts'
import { visible } from './visible.ts'

/**
 * One operator's map of one technology as it counts in one commune. `heard`: the operator delivered it for this commune,
 * so that its silence is a no. `sliceId` null: on that day it claims nothing.
 */
export interface LiveMap {
  communeCode: string
  technology: string
  operator: string
  heard: boolean
  sliceId: number | null
  importId: number
  validFrom: string
}

/** An operator of which a map is expected here: it is a no only when every one of them was heard. */
export interface ExpectedOperator {
  communeCode: string
  technology: string
  operator: string
  /** null: asked about, though nobody declared that it is expected. */
  importId: number | null
}

// The delivery that governs a commune: of those known and begun, the latest from, then the latest published. Where none
// of an operator governs, what it claims from elsewhere still covers ground here if it meets an area of the commune: its
// latest delivery that speaks for no commune, and its deliveries that govern elsewhere.
const LIVE_MAPS = `
  with known as materialized (
    select delivery.*, import.published_at
      from delivery
      join import on import.id = delivery.import_id
     where import.published_at <= $3 and (import.undone_at is null or import.undone_at > $3)
       and delivery.valid_from <= $2
  ), governing as materialized (
    select distinct on (commune_code, operator, technology)
           commune_code, operator, technology, id, import_id, valid_from
      from known
     cross join lateral unnest(commune_codes) as commune_code
     order by commune_code, operator, technology, valid_from desc, published_at desc, id desc
  ), roaming as (
    select operator, technology, id, import_id, valid_from from governing
    union
    select * from (
      select distinct on (operator, technology) operator, technology, id, import_id, valid_from
        from known
       where cardinality(commune_codes) = 0
       order by operator, technology, valid_from desc, published_at desc, id desc
    ) latest
  ), own_area as (
    select commune_code, origin_id as area_id from village where commune_code = any($1) and ${visible('village')}
    union all
    select code, origin_id from commune where code = any($1) and ${visible('commune')}
  ), visiting as (
    select distinct own_area.commune_code, roaming.operator, roaming.technology, roaming.import_id, roaming.valid_from,
           slice.id as slice_id
      from roaming
      join coverage_slice slice on slice.delivery_id = roaming.id and slice.valid_from <= $2 and $2 < slice.valid_to
      join area_coverage on area_coverage.slice_id = slice.id
      join own_area on own_area.area_id = area_coverage.area_id
     where not exists (
       select from governing
        where governing.commune_code = own_area.commune_code and governing.operator = roaming.operator
          and governing.technology = roaming.technology)
  )
  select governing.commune_code as "communeCode", technology, operator, true as heard, slice.id as "sliceId",
         import_id as "importId", governing.valid_from as "validFrom"
    from governing
    left join coverage_slice slice
      on slice.delivery_id = governing.id and slice.valid_from <= $2 and $2 < slice.valid_to
   where commune_code = any($1)
  union all
  select commune_code, technology, operator, false, slice_id, import_id, valid_from from visiting
   order by 1, 2, 3, 5`

// Nobody owes an illustration a map but the operators that were made up with it.
const EXPECTED = `
  select asked.code as "communeCode", technology, operator.name as operator, min(operator.import_id) as "importId"
    from unnest($1::text[]) as asked (code)
    join operator on operator.commune_code = asked.code or operator.commune_code is null
     and not exists (select from commune where commune.code = asked.code and commune.illustration)
   cross join lateral unnest(operator.technologies) as technology
   where ${visible('operator')}
   group by 1, 2, 3
   order by 1, 2, 3`

/** The maps in force in each of the communes at the moment, of every mobile technology. */
export async function findLiveMaps(
  db: Queryable,
  communeCodes: readonly string[],
  { asOf, knownAt }: Moment
) {
  const { rows } = await db.query<LiveMap>(LIVE_MAPS, [communeCodes, asOf, knownAt])
  return rows
}

/** Who is expected in each of the communes at the moment, for every technology. */
export async function findExpectedOperators(
  db: Queryable,
  communeCodes: readonly string[],
  { asOf, knownAt }: Moment
) {
  const { rows } = await db.query<ExpectedOperator>(EXPECTED, [communeCodes, asOf, knownAt])
  return rows
}
