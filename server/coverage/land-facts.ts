import type { Change, Derivation } from '../collections/derivation.ts'
import type { Queryable } from '../db/pool.ts'
import { findGround } from '../figures/ground.ts'
import { findExpectedOperators, findLiveMaps } from '../figures/maps.ts'
import { today } from '../figures/moment.ts'
import { MOBILE_TECHNOLOGIES } from './contract.ts'
import { inForce, landAsks } from './in-force.ts'
import { keepLand } from './land.ts'

// Whose land an import can change: communes that its claims meet or its deliveries speak for, and what it says of areas.
const TOUCHED = `
  select code from commune where import_id = $1
  union
  select commune_code from village where import_id = $1 and commune_code is not null
  union
  select unnest(commune_codes) from delivery where import_id = $1
  union
  select coalesce(village.commune_code, commune.code)
    from delivery
    join coverage_slice slice on slice.delivery_id = delivery.id
    join area_coverage on area_coverage.slice_id = slice.id
    left join village on village.id = area_coverage.area_id
    left join commune on commune.id = area_coverage.area_id
   where delivery.import_id = $1 and coalesce(village.commune_code, commune.code) is not null`

const DAYS = 'select distinct valid_from::text as day from delivery where import_id = $1'

async function refresh(db: Queryable, { importId, at }: Change) {
  const { rows: touched } = await db.query<{ code: string }>(TOUCHED, [importId])
  if (touched.length === 0) return
  const { rows: begins } = await db.query<{ day: string }>(DAYS, [importId])
  const codes = touched.map(({ code }) => code)
  for (const asOf of new Set([today(), ...begins.map(({ day }) => day)])) {
    const moment = { asOf, knownAt: at }
    const grounds = await findGround(db, codes, moment)
    const maps = await findLiveMaps(db, codes, moment)
    const expected = await findExpectedOperators(db, codes, moment)
    const forces = grounds.flatMap((ground) =>
      MOBILE_TECHNOLOGIES.map((technology) => inForce({ maps, expected }, ground, technology))
    )
    await keepLand(db, landAsks(forces))
  }
}

/**
 * Covered land of villages and communes, worked out when maps or areas change: for today and for the day a delivery begins.
 * A memo: what it does not hold (other days, what was known earlier) a request works out for itself.
 */
export const landFacts: Derivation = {
  id: 'covered_land',
  follows: ['coverage_claims', 'communes', 'villages'],
  refresh
}
