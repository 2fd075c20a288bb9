import type { Queryable } from '../db/pool.ts'
import { OVERLAY_GRID } from '../geo/overlay-grid.ts'

/** Land of a village or commune, and how much of it lies in any map in force there; m². */
export interface Land {
  coveredM2: number
  m2: number
}

/** A village or commune (by the id of its polygon) to be looked at with the maps in force in a commune. */
export interface LandAsk {
  areaId: number
  sliceIds: readonly number[]
}

// Areas on the spheroid. Edges are cut to 0.0005° first: geography would bow each edge out to its great circle, while
// everything else here takes edges as straight in degrees; what is left is under 1e-8 of an area, or of a sliver under 1e-6.
const WORKED_OUT = `(
    select coalesce(st_area(st_segmentize(st_union(st_collectionextract(
             st_intersection(piece.geom, area.geom, ${OVERLAY_GRID}), 3), ${OVERLAY_GRID}), 0.0005)::geography), 0)
      from area
      join coverage_piece piece
        on piece.slice_id = any(asked.slice_ids::bigint[]) and piece.geom && area.geom
     where area.id = asked.area_id and area.kind in ('village', 'commune'))`

const ASKED = `
    from unnest($1::bigint[], $2::text[]) as asked (area_id, slice_ids)
    join area_land on area_land.area_id = asked.area_id
    left join covered_land
      on covered_land.area_id = asked.area_id and covered_land.slice_ids = asked.slice_ids::bigint[]`

const COVERED_LAND = `
  select asked.area_id as "areaId", area_land.m2, coalesce(covered_land.covered_m2, ${WORKED_OUT}) as "coveredM2"
    ${ASKED}`

const KEEP_LAND = `
  insert into covered_land (area_id, slice_ids, covered_m2)
  select asked.area_id, asked.slice_ids::bigint[], ${WORKED_OUT}
    ${ASKED}
   where covered_land.area_id is null
  on conflict do nothing`

const sliceKey = (ids: readonly number[]) =>
  `{${[...new Set(ids)].sort((one, other) => one - other).join(',')}}`

const columns = (asks: readonly LandAsk[]) => [
  asks.map(({ areaId }) => areaId),
  asks.map(({ sliceIds }) => sliceKey(sliceIds))
]

/** Works out covered land that is not kept yet, and keeps it. */
export async function keepLand(db: Queryable, asks: readonly LandAsk[]) {
  if (asks.length > 0) await db.query(KEEP_LAND, columns(asks))
}

/** Land and covered land by area id, one set of slices per area; read from what publishing kept, worked out where it kept nothing. */
export async function findLand(db: Queryable, asks: readonly LandAsk[]): Promise<Map<number, Land>> {
  if (asks.length === 0) return new Map()
  const { rows } = await db.query<Land & { areaId: number }>(COVERED_LAND, columns(asks))
  return new Map(rows.map((row) => [row.areaId, row]))
}
