import type { Collection } from '../../server/collections/collection.ts'
import { tileFields } from '../../server/collections/tiles/tile-sql.ts'
import { pixelM } from '../../server/geo/tile.ts'

/** What the program does once per feature and zoom, done in the request: to 3857, to half a pixel, small parts dropped. */
function formOf({ geometry, zoom: { max } }: Collection, zoom: number) {
  const projected = 'st_transform(v.geom, 3857)'
  if (geometry === 'Point' || zoom >= max) return projected
  const simplified = `st_simplify(${projected}, ${pixelM(zoom) / 2})`
  const mended = `case when st_isvalid(s.geom) then s.geom else st_collectionextract(st_makevalid(s.geom), 3) end`
  return `(select st_collect(part.geom)
             from (select ${simplified} as geom) s, st_dump(${mended}) part
            where st_area(part.geom) >= ${2 * pixelM(zoom) ** 2})`
}

/** Below this zoom the program draws deliveries dissolved; so does the yardstick, from what is dissolved in 4326. */
export const CLAIMS_ZOOM = 13
const DISSOLVED = `(
  select (select min(c.id) from coverage_claim c where c.delivery_id = s.delivery_id) as id,
         d.operator, d.technology, s.valid_from, s.valid_to, s.geom
    from coverage_slice s
    join delivery d on d.id = s.delivery_id)`

const sourceOf = ({ id }: Collection, zoom: number) =>
  id === 'coverage_claims' && zoom < CLAIMS_ZOOM ? DISSOLVED : `open.${id}`

function layer(collection: Collection, zoom: number) {
  const properties = tileFields(collection).map(({ name }) => `, v.${name}`)
  return `coalesce((
    select st_asmvt(m, '${collection.id}', 4096, 'geom', 'id')
      from (select v.id${properties.join('')}, st_asmvtgeom(form.geom, tile.bounds, 4096, 64) as geom
              from tile
              join ${sourceOf(collection, zoom)} v on v.geom && tile.reach
             cross join lateral (select ${formOf(collection, zoom)} as geom) form
             where (v.valid_from is null or v.valid_from <= $4::date) and (v.valid_to is null or $4::date < v.valid_to)
             order by v.id) m), '')`
}

/**
 * The yardstick, as PostGIS's manual has it: the same tile from the same views, transformed, simplified and cut in the
 * request. $n as in the program's own query.
 */
export function naiveTileSql(collections: readonly Collection[], zoom: number): string {
  return `with tile as (
    select st_tileenvelope($1::int, $2::int, $3::int) as bounds,
           st_transform(st_tileenvelope($1::int, $2::int, $3::int, margin => 64.0 / 4096), 4326) as reach
  ) select ${collections.map((collection) => layer(collection, zoom)).join(' || ')} as tile`
}
