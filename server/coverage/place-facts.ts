import type { Queryable } from '../db/pool.ts'
import { KEEP_COVERAGE, nearEdges } from './near-edges-sql.ts'

const INSERT_FOOTPRINTS = `
  insert into footprint (id, import_id, floor_mm2, point)
  select id, import_id, round(st_area(geom::geography) * greatest(coalesce(levels, 1), 1) * 1e6)::bigint,
         st_pointonsurface(geom)
    from building
   where import_id = $1 and origin is null and not st_isempty(geom)`

const INSERT_CENTRES = `
  insert into village_centre (id, import_id, point)
  select id, import_id,
         case when st_covers(geom, st_centroid(geom)) then st_centroid(geom) else st_pointonsurface(geom) end
    from village
   where import_id = $1 and origin is null and not st_isempty(geom)`

const NEW_PLACES = 'select id, point from place where kind = $2 and import_id = $1'

// The box of all new places, $3 below: a file of twenty houses must not walk through a province.
const EXTENT = `select st_setsrid(st_extent(point)::geometry, 4326) as box from (${NEW_PLACES}) fresh`

// New places in all areas, or all places in new areas: the areas drive, each the prepared geometry of its loop. A place that
// is new is held by nothing yet.
const HOLD_NEW_PLACES = `
  insert into place_area (area_id, place_id)
  select area.id, held.id
    from area
   cross join lateral (
     ${NEW_PLACES} and kind <> 'village_centre' and point && area.geom and st_covers(area.geom, point)
     offset 0
   ) held
   where area.geom && $3::geometry`

const HOLD_PLACES_IN_NEW_AREAS = `
  insert into place_area (area_id, place_id)
  select area.id, held.id
    from area
   cross join lateral (
     select id from place
      where kind <> 'village_centre' and point && area.geom and st_covers(area.geom, point)
     offset 0
   ) held
   where area.kind = $2 and area.import_id = $1
  on conflict do nothing`

// As in slice-facts.ts, but for the places of one import.
const COVER_NEW_PLACES = `
  with inside as (
    select distinct held.id as place_id, piece.slice_id
      from coverage_piece piece
     cross join lateral (
       ${NEW_PLACES} and point && piece.geom and st_covers(piece.geom, point)
       offset 0
     ) held
     where piece.geom && $3::geometry
  ), ${nearEdges({
    from: 'coverage_run run where reach && $3::geometry',
    places: `${NEW_PLACES} and point && near_run.reach`
  })}
  ${KEEP_COVERAGE}`

const TOUCH_NEW_AREAS = `
  insert into area_coverage (area_id, slice_id)
  select distinct area.id, met.slice_id
    from area
   cross join lateral (
     select slice_id from coverage_piece piece
      where piece.geom && area.geom and st_intersects(area.geom, piece.geom)
     offset 0
   ) met
   where area.kind = $2 and area.import_id = $1
  on conflict do nothing`

const MEASURE_NEW_AREAS = `
  insert into area_land (area_id, m2)
  select id, st_area(st_segmentize(geom, 0.0005)::geography) from area where kind = $2 and import_id = $1
  on conflict do nothing`

/** Which kind of place the rows of a collection are; undefined: none whose coverage or membership is kept. */
const PLACE_KINDS: Readonly<Record<string, string>> = {
  premises: 'premises',
  buildings: 'footprint',
  villages: 'village_centre',
  cultural_houses: 'cultural_house',
  institutions: 'institution',
  cameras: 'camera'
}
const COVERED_KINDS = new Set(['premises', 'footprint', 'village_centre', 'cultural_house'])

const AREA_KINDS: Readonly<Record<string, string>> = {
  villages: 'village',
  communes: 'commune',
  fixed_services: 'fixed_service'
}

/** Areas and coverage of the places of one import. */
export async function keepPlaces(db: Queryable, collection: string, importId: number) {
  const kind = PLACE_KINDS[collection]
  if (!kind) return
  if (kind === 'footprint') await db.query(INSERT_FOOTPRINTS, [importId])
  if (kind === 'village_centre') await db.query(INSERT_CENTRES, [importId])
  const { rows } = await db.query<{ box: string | null }>(EXTENT, [importId, kind])
  const values = [importId, kind, rows[0]?.box]
  await db.query(HOLD_NEW_PLACES, values)
  if (COVERED_KINDS.has(kind)) await db.query(COVER_NEW_PLACES, values)
}

/** What the areas of one import hold, and which slices meet them. */
export async function keepAreas(db: Queryable, collection: string, importId: number) {
  const kind = AREA_KINDS[collection]
  if (!kind) return
  await db.query(HOLD_PLACES_IN_NEW_AREAS, [importId, kind])
  if (kind === 'fixed_service') return
  await db.query(TOUCH_NEW_AREAS, [importId, kind])
  await db.query(MEASURE_NEW_AREAS, [importId, kind])
}
