import { pixelM } from '../../geo/tile.ts'
import type { Collection } from '../collection.ts'

/** Polygons smaller than this at a zoom are not drawn there, in square screen pixels. */
const SMALLEST_PX2 = 2

/** Vertices above which a line is cut along tile edges; polygons always are. */
const CUT_VERTICES = 400

interface Zooms {
  min: number
  max: number
}

function levelRow(zoom: number, last: number) {
  const simplify = zoom < last
  const tolerance = simplify ? pixelM(zoom) / 2 : 0
  const smallest = simplify ? SMALLEST_PX2 * pixelM(zoom) ** 2 : 0
  return `(${zoom}, ${tolerance}::double precision, ${smallest}::double precision)`
}

const levelRows = ({ min, max }: Zooms, last: number) =>
  Array.from({ length: max - min + 1 }, (_, index) => levelRow(min + index, last)).join(', ')

/**
 * Forms per zoom of `source(feature_id, valid_from, valid_to, geom)` with geom in EPSG:4326. Below the last zoom
 * lines and polygons are simplified to half a screen pixel (PostGIS's own st_simplify: the same on every engine) and
 * polygons of less than 2 px² dropped; at the last one, which clients enlarge, and for points, nothing is taken away.
 * Equal lines of several zooms are kept once. Each step is materialized, or it would be evaluated again in the next.
 */
const formsSql = (zooms: Zooms, last: number) => `
  projected as materialized (
    select feature_id, valid_from, valid_to, st_transform(geom, 3857) as geom
      from source
     where geom is not null and not st_isempty(geom)
  ),
  level (zoom, tolerance, smallest) as (values ${levelRows(zooms, last)}),
  simplified as materialized (
    select feature_id, valid_from, valid_to, zoom, smallest, tolerance, geom as whole,
           case when tolerance = 0 then geom else st_simplify(geom, tolerance) end as geom
      from projected, level
     where st_dimension(geom) > 0
  ),
  mended as materialized (
    select feature_id, valid_from, valid_to, zoom, smallest,
           case when st_dimension(geom) < 2 or tolerance = 0 or st_isvalid(geom) then geom
                else st_simplifypreservetopology(whole, tolerance) end as geom
      from simplified
     where geom is not null
  ),
  sized as materialized (
    select feature_id, valid_from, valid_to, zoom,
           case when st_dimension(geom) = 2 and smallest > 0
                then (select st_collect(part.geom) from st_dump(geom) part where st_area(part.geom) >= smallest)
                else geom end as geom
      from mended
  ),
  whole as materialized (
    select feature_id, valid_from, valid_to, int4range(min(zoom), max(zoom) + 1) as zooms, geom
      from sized
     where st_dimension(geom) = 1 and st_npoints(geom) <= ${CUT_VERTICES}
     group by feature_id, valid_from, valid_to, geom
    union all
    select feature_id, valid_from, valid_to, int4range(${zooms.min}, ${zooms.max + 1}), geom
      from projected
     where st_dimension(geom) = 0
  ),
  cut as materialized (
    select feature_id, valid_from, valid_to, zoom, geom
      from sized
     where st_dimension(geom) = 2 or st_npoints(geom) > ${CUT_VERTICES}
  )`

/**
 * Fills the drawings of a collection, at all its zooms or some, from `source`: with-clauses that end in
 * `source as (select feature_id, valid_from, valid_to, geom …)`, geom in EPSG:4326. Identifiers and zooms come from the
 * declared collection only; `$n` are those of `source`.
 */
export function drawSql(collection: Collection, source: string, zoom: Zooms = collection.zoom): string {
  return `with ${source}, ${formsSql(zoom, collection.zoom.max)}
    insert into drawing_${collection.table} (collection, feature_id, zooms, valid_from, valid_to, place, geom)
    select '${collection.id}', feature_id, zooms, valid_from, valid_to, geom::box3d::box, geom
      from whole
    union all
    select '${collection.id}', feature_id, int4range(zoom, zoom + 1), valid_from, valid_to, piece.place, piece.geom
      from cut
     cross join lateral drawing_pieces(cut.geom, zoom, ${CUT_VERTICES}) piece
     where st_dimension(cut.geom) = 1
    union all
    select '${collection.id}', feature_id, int4range(zoom, zoom + 1), valid_from, valid_to, piece.place, piece.geom
      from cut
     cross join lateral drawing_tiles(cut.geom, zoom) piece
     where st_dimension(cut.geom) = 2`
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

/** Renews what the planner knows of a collection's drawings: the functions that draw tiles keep their plans. */
export const analyzeDrawnSql = ({ table }: Collection): string =>
  `analyze drawing_${table} (collection, feature_id, zooms, valid_from, valid_to, place)`
