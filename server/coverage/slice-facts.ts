import type { Queryable } from '../db/pool.ts'
import { OVERLAY_GRID } from '../geo/overlay-grid.ts'
import { KEEP_COVERAGE, nearEdges, reachOf } from './near-edges-sql.ts'

// A delivery is cut where its claims change; between two such days its claims are one slice. Original rows only: later
// deliveries trim what is drawn, never what a delivery said.
const INSERT_SLICES = `
  with claim as (
    select delivery_id, valid_from, valid_to, resolution_m, geom
      from coverage_claim
     where import_id = $1 and origin is null
  ), bound as (
    select delivery_id, valid_from as day from claim union select delivery_id, valid_to from claim
  ), span as (
    select delivery_id, day as valid_from, lead(day) over (partition by delivery_id order by day) as valid_to from bound
  )
  insert into coverage_slice (delivery_id, valid_from, valid_to, resolution_m, geom)
  select span.delivery_id, span.valid_from, span.valid_to, max(claim.resolution_m),
         st_multi(st_collectionextract(st_union(claim.geom, ${OVERLAY_GRID}), 3))
    from span
    join claim on claim.delivery_id = span.delivery_id
              and claim.valid_from <= span.valid_from and span.valid_to <= claim.valid_to
   group by span.delivery_id, span.valid_from, span.valid_to
  returning id`

const INSERT_PIECES = `
  insert into coverage_piece (slice_id, geom)
  select slice.id, polygon.geom
    from coverage_slice slice
    join coverage_claim claim on claim.delivery_id = slice.delivery_id and claim.origin is null
                             and claim.valid_from <= slice.valid_from and slice.valid_to <= claim.valid_to
   cross join lateral st_dump(claim.geom) polygon
   where slice.id = any($1)`

// "Near" is each claim's own resolution, "safe" the coarsest of the slice. Claims of one resolution have one boundary for
// both; else there is one boundary of all for "safe" and one per resolution for "near". A run is about 0.01° of edges.
const INSERT_RUNS = `
  with grade as (
    select slice.id, slice.geom as whole, slice.resolution_m as coarsest, claim.resolution_m,
           count(*) over (partition by slice.id) as grades, st_union(claim.geom, ${OVERLAY_GRID}) as geom
      from coverage_slice slice
      join coverage_claim claim on claim.delivery_id = slice.delivery_id and claim.origin is null
                               and claim.valid_from <= slice.valid_from and slice.valid_to <= claim.valid_to
     where slice.id = any($1)
     group by slice.id, claim.resolution_m
  ), outline as (
    select id, coarsest as safe_m, case when grades = 1 then coarsest end as near_m, whole as geom
      from grade
     where resolution_m = coarsest
    union all
    select id, null, resolution_m, geom from grade where grades > 1
  ), edge as (
    select outline.id, safe_m, near_m, segment.path, segment.path[:cardinality(segment.path) - 1] as ring, segment.geom
      from outline
     cross join lateral st_dumpsegments(st_segmentize(st_boundary(geom), 0.005)) segment
  ), numbered as (
    select edge.*, floor(sum(st_length(geom)) over (partition by id, safe_m, near_m, ring order by path) / 0.01) as run from edge
  ), run as (
    select id, safe_m, near_m, st_makeline(geom order by path) as geom from numbered group by id, safe_m, near_m, ring, run
  )
  insert into coverage_run (slice_id, safe_m, near_m, geom, reach)
  select id, safe_m, near_m, geom, ${reachOf('geom', 'greatest(safe_m, near_m)')} from run`

const INSERT_EDGES = `
  insert into coverage_edge (slice_id, safe_m, near_m, geom, reach)
  select slice_id, safe_m, near_m, edge.geom, ${reachOf('edge.geom', 'greatest(safe_m, near_m)')}
    from coverage_run
   cross join lateral st_dumpsegments(coverage_run.geom) edge
   where slice_id = any($1)`

// The claims drive: for each piece, the places in its box through their index, so that the piece is the prepared geometry.
// `offset 0` keeps the planner from turning the loop round.
const PLACES = `
  select id, point from place where kind in ('premises', 'footprint', 'village_centre', 'cultural_house')`

const COVER_PLACES_BY_SLICES = `
  with inside as (
    select distinct held.id as place_id, piece.slice_id
      from coverage_piece piece
     cross join lateral (
       select id from (${PLACES} and point && piece.geom offset 0) near where st_covers(piece.geom, point)
       offset 0
     ) held
     where piece.slice_id = any($1)
  ), ${nearEdges({
    from: 'coverage_run run where slice_id = any($1)',
    places: `${PLACES} and point && near_run.reach`
  })}
  ${KEEP_COVERAGE}`

const TOUCH_AREAS = `
  insert into area_coverage (area_id, slice_id)
  select distinct met.id, piece.slice_id
    from coverage_piece piece
   cross join lateral (
     select id from area
      where kind in ('village', 'commune') and geom && piece.geom and st_intersects(piece.geom, geom)
     offset 0
   ) met
   where piece.slice_id = any($1)`

/** The slices of an import's deliveries, and where every place lies in them. Run once per import of claims. */
export async function keepSlices(db: Queryable, importId: number) {
  const { rows } = await db.query<{ id: number }>(INSERT_SLICES, [importId])
  if (rows.length === 0) return
  const slices = [rows.map((row) => row.id)]
  await db.query(INSERT_PIECES, slices)
  await db.query(INSERT_RUNS, slices)
  await db.query(INSERT_EDGES, slices)
  await db.query(COVER_PLACES_BY_SLICES, slices)
  await db.query(TOUCH_AREAS, slices)
}
