import type { Queryable } from '../db/pool.ts'

/** A line or area of the ground in an SVG's units, y down. */
export interface GroundShape {
  layer: 'land' | 'water' | 'building' | 'road' | 'village'
  class: string | null
  /** 1: a line; 2: an area. */
  dimension: number
  path: string
}

// $1..$4 west, south, east, north; $5, $6 units per degree; $8 with buildings; $9 units that a corner may be off. Cut at
// the frame so that a forest does not weigh a megabyte. What is small lies above what is large, and the same ground is drawn the
// same everywhere.
const GROUND = `
  with frame as (select st_makeenvelope($1, $2, $3, $4, 4326) as box),
  found as (
    select 0 as position, 'land' as layer, class, geom from open.land_uses, frame where geom && box
    union all
    select 1, 'water', class, geom from open.waterways, frame where geom && box
    union all
    select 2, 'building', null, geom from open.buildings, frame where geom && box and $8::boolean
    union all
    select 3, 'road', class, geom from open.roads, frame where geom && box
    union all
    select 4, 'village', null, st_boundary(geom) from open.villages, frame
     where geom && box and (valid_from is null or valid_from <= $7::date) and (valid_to is null or $7::date < valid_to)
  ),
  cut as (
    select position, layer, class, st_dimension(geom) as dimension, st_clipbybox2d(geom, box::box2d) as geom from found, frame
  )
  select layer, class, dimension, path
    from cut, lateral st_simplify(geom, $9::float8 / $5::float8) as shape,
         lateral st_assvg(st_transscale(shape, -$1, -$4, $5, $6), 1, 1) as path
   where not st_isempty(geom) and not st_isempty(shape)
   order by position, st_area(shape) desc, path collate "C"
   limit 1500`

/** Of a wide frame, houses are dust and every bend would weigh; of a narrow one nothing is left out. */
const DETAIL = { narrow: { houses: true, offBy: 0 }, wide: { houses: false, offBy: 0.7 } }

/** What lies in a frame of degrees, bottom to top. */
export async function findGround(
  db: Queryable,
  frame: { west: number; south: number; east: number; north: number },
  scale: { x: number; y: number },
  day: string,
  detail: keyof typeof DETAIL = 'narrow'
): Promise<GroundShape[]> {
  const { west, south, east, north } = frame
  const { houses, offBy } = DETAIL[detail]
  const asked = [west, south, east, north, scale.x, scale.y, day, houses, offBy]
  const { rows } = await db.query<GroundShape>(GROUND, asked)
  return rows
}
