import { pixelM, TILE_BUFFER, TILE_EXTENT, WORLD_HALF_M } from '../../geo/tile.ts'
import type { Collection } from '../collection.ts'

/** Vertices above which a form is cut along tile edges. */
const CUT_VERTICES = 400
/** Polygons smaller than this at a zoom are not drawn there, in square screen pixels. */
const SMALLEST_PX2 = 2

const WORLD_M = 2 * WORLD_HALF_M

interface Zooms {
  min: number
  max: number
}

/**
 * Forms per zoom of `source(feature_id, valid_from, valid_to, geom)` with geom in EPSG:4326. Below the last zoom
 * lines and polygons are simplified to half a screen pixel (PostGIS's own st_simplify: the same on every engine) and
 * polygons of less than 2 px² dropped; at the last one,
 * which clients enlarge, and for points, nothing is taken away. Equal forms of several zooms are kept once.
 */
const formsSql = ({ min, max }: Zooms, last: number) => `
  projected as (
    select feature_id, valid_from, valid_to, st_transform(geom, 3857) as geom
      from source
     where geom is not null and not st_isempty(geom)
  ),
  level (zoom, tolerance, smallest) as (
    values ${Array.from({ length: max - min + 1 }, (_, index) => levelRow(min + index, last)).join(', ')}
  ),
  simplified as (
    select feature_id, valid_from, valid_to, zoom, smallest, tolerance, geom as whole,
           case when tolerance = 0 then geom else st_simplify(geom, tolerance) end as geom
      from projected, level
     where st_dimension(geom) > 0
  ),
  mended as (
    select feature_id, valid_from, valid_to, zoom, smallest,
           case when st_dimension(geom) < 2 or tolerance = 0 or st_isvalid(geom) then geom
                else st_simplifypreservetopology(whole, tolerance) end as geom
      from simplified
     where geom is not null
  ),
  sized as (
    select feature_id, valid_from, valid_to, zoom,
           case when st_dimension(geom) = 2 and smallest > 0
                then (select st_collect(part.geom) from st_dump(geom) part where st_area(part.geom) >= smallest)
                else geom end as geom
      from mended
  ),
  form as (
    select feature_id, valid_from, valid_to, int4range(min(zoom), max(zoom) + 1) as zooms, geom
      from sized
     where geom is not null
     group by feature_id, valid_from, valid_to, geom
    union all
    select feature_id, valid_from, valid_to, int4range(${min}, ${max + 1}), geom
      from projected
     where st_dimension(geom) = 0
  )`

function levelRow(zoom: number, last: number) {
  const simplify = zoom < last
  const tolerance = simplify ? pixelM(zoom) / 2 : 0
  const smallest = simplify ? SMALLEST_PX2 * pixelM(zoom) ** 2 : 0
  return `(${zoom}, ${tolerance}::double precision, ${smallest}::double precision)`
}

/** A tile's buffer at the lowest zoom of a form, in metres of EPSG:3857, a little generous. */
const REACH = `(${(WORLD_M * TILE_BUFFER * 1.01) / TILE_EXTENT} / 2 ^ lower(zooms))`

/**
 * Cuts forms of many vertices into the four quarters of a tile again and again, each with the tile buffer around it,
 * until they are small or are one tile: no cut can show, because each tile draws exactly one piece.
 */
const cutSql = `
  start as (
    select *, least(lower(zooms), floor(log(2, (${WORLD_M} /
             greatest(st_xmax(geom) - st_xmin(geom), st_ymax(geom) - st_ymin(geom), 1))::numeric))::int) as depth
      from form
     where st_npoints(geom) > ${CUT_VERTICES}
  ),
  cut as (
    select feature_id, valid_from, valid_to, zooms, depth, x, y,
           st_clipbybox2d(geom, st_expand(st_tileenvelope(depth, x, y), ${REACH})) as geom
      from start,
           generate_series(floor((st_xmin(geom) - ${REACH} + ${WORLD_HALF_M}) / ${WORLD_M} * 2 ^ depth)::int,
                           floor((st_xmax(geom) + ${REACH} + ${WORLD_HALF_M}) / ${WORLD_M} * 2 ^ depth)::int) x,
           generate_series(floor((${WORLD_HALF_M} - st_ymax(geom) - ${REACH}) / ${WORLD_M} * 2 ^ depth)::int,
                           floor((${WORLD_HALF_M} - st_ymin(geom) + ${REACH}) / ${WORLD_M} * 2 ^ depth)::int) y
     where x >= 0 and y >= 0 and x < 2 ^ depth and y < 2 ^ depth
    union all
    select feature_id, valid_from, valid_to, zooms, depth + 1, x * 2 + dx, y * 2 + dy,
           st_clipbybox2d(geom, st_expand(st_tileenvelope(depth + 1, x * 2 + dx, y * 2 + dy), ${REACH}))
      from cut, (values (0, 0), (0, 1), (1, 0), (1, 1)) quarter (dx, dy)
     where st_npoints(geom) > ${CUT_VERTICES} and depth < lower(zooms)
  ),
  piece as (
    select feature_id, zooms, valid_from, valid_to, st_tileenvelope(depth, x, y)::box3d::box as core,
           st_collectionextract(geom, st_dimension(geom) + 1) as geom
      from cut
     where (st_npoints(geom) <= ${CUT_VERTICES} or depth >= lower(zooms)) and not st_isempty(geom)
    union all
    select feature_id, zooms, valid_from, valid_to, null, geom
      from form
     where st_npoints(geom) <= ${CUT_VERTICES}
  )`

/**
 * Fills the drawings of a collection, at all its zooms or some, from `source`: with-clauses that end in
 * `source as (select feature_id, valid_from, valid_to, geom …)`, geom in EPSG:4326. Identifiers and zooms come from the
 * declared collection only; `$n` are those of `source`.
 */
export function drawSql(collection: Collection, source: string, zoom: Zooms = collection.zoom): string {
  return `with recursive ${source}, ${formsSql(zoom, collection.zoom.max)}, ${cutSql}
    insert into drawing_${collection.table} (collection, feature_id, zooms, valid_from, valid_to, core, geom)
    select '${collection.id}', feature_id, zooms, valid_from, valid_to, core, geom
      from piece
     where not st_isempty(geom)`
}

/** Takes the drawings of rows closed at $1 away. */
export const eraseClosedSql = ({ table }: Collection): string =>
  `delete from drawing_${table}
    where feature_id in (select id from ${table} where known_to = $1::timestamptz)`

/** Draws the rows that are known from $1, each as it is. */
export const drawOpenedSql = (collection: Collection): string =>
  drawSql(
    collection,
    `source as (
      select id as feature_id, '-infinity'::date as valid_from, 'infinity'::date as valid_to, geom
        from ${collection.table}
       where known_from = $1::timestamptz and known_to = 'infinity'
    )`
  )
