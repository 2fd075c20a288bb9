import type { Queryable } from '../db/pool.ts'
import { groupBy } from './group-by.ts'
import type { Moment } from './moment.ts'
import { visible } from './visible.ts'

/** A village as it stood at a moment. `areaId` names its polygon in the facts; register numbers null: not known. */
export interface VillagePart {
  areaId: number
  importId: number
  communeCode: string
  code: string
  name: string
  kind: string
  provisional: boolean
  population: number | null
  households: number | null
}

/** A commune as it stood at a moment, with its villages by code. `areaId` null: no boundary is known. */
export interface Ground {
  code: string
  name: string
  kind: string
  illustration: boolean
  areaId: number | null
  importId: number
  villages: VillagePart[]
}

// $1 null: every commune. Of two rows with one code (the plans' and a file's) the one with a boundary.
const COMMUNES = `
  select distinct on (code) code, name, kind, illustration, import_id as "importId",
         case when geom is not null then origin_id end as "areaId"
    from commune
   where ($1::text[] is null or code = any($1)) and ${visible('commune')}
   order by code, geom is null, origin_id desc`

const VILLAGES = `
  select origin_id as "areaId", import_id as "importId", commune_code as "communeCode", code, name, kind, provisional,
         population, households
    from village
   where ($1::text[] is null or commune_code = any($1)) and commune_code is not null and ${visible('village')}
   order by code collate "C", origin_id`

/** The communes with these codes (null: all) that exist at the moment, by code, with their villages. */
export async function findGround(db: Queryable, codes: readonly string[] | null, { asOf, knownAt }: Moment) {
  const values = [codes, asOf, knownAt]
  // One after the other: inside a transaction there is only one connection.
  const communes = await db.query<Omit<Ground, 'villages'>>(COMMUNES, values)
  const villages = await db.query<VillagePart>(VILLAGES, values)
  const byCommune = groupBy(villages.rows, (village) => village.communeCode)
  return communes.rows.map((commune): Ground => ({ ...commune, villages: byCommune.get(commune.code) ?? [] }))
}
