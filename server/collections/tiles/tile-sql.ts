import { TILE_BUFFER, TILE_EXTENT } from '../../geo/tile.ts'
import { openFields, type Collection, type Field } from '../collection.ts'

/** What tiles carry of a collection: its open fields that are declared for tiles. */
export const tileFields = (collection: Collection): readonly Field[] =>
  openFields(collection).filter((field) => field.tile)

/** A vector tile knows texts, numbers and truths: days become YYYY-MM-DD, lists texts parted by commas. */
function property({ name, type }: Field) {
  if (type === 'date') return `to_char(v.${name}, 'YYYY-MM-DD') as ${name}`
  if (type === 'text[]') return `array_to_string(v.${name}, ',') as ${name}`
  return `v.${name}`
}

/**
 * One layer's rows: $1 zoom, $2 column, $3 row, $4 day. The envelope is widened by the buffer, or strokes would be cut
 * at tile edges. Rights and properties come from the open view, by the drawing's feature id.
 */
function layerRows(collection: Collection) {
  const properties = tileFields(collection).map((field) => `, ${property(field)}`)
  return `select v.id${properties.join('')},
            tile_geometry(d.geom, tile.west, tile.north, tile.scale) as geom
       from tile
       join drawing_${collection.table} d on d.zooms @> $1::int and d.geom && tile.reach
       join open.${collection.id} v on v.id = d.feature_id
      where (d.core is null or d.core @> tile.centre)
        and d.valid_from <= $4::date and $4::date < d.valid_to
        and (v.valid_from is null or v.valid_from <= $4::date) and (v.valid_to is null or $4::date < v.valid_to)
      order by v.id`
}

const TILE = `tile as (
    select st_xmin(bounds) as west, st_ymax(bounds) as north,
           ${TILE_EXTENT} / (st_xmax(bounds) - st_xmin(bounds)) as scale,
           st_tileenvelope($1::int, $2::int, $3::int, margin => ${TILE_BUFFER}.0 / ${TILE_EXTENT}) as reach,
           point(st_x(st_centroid(bounds)), st_y(st_centroid(bounds))) as centre
      from st_tileenvelope($1::int, $2::int, $3::int) bounds
  )`

/** One query that answers the whole tile as `tile`, encoded by the database; one layer per collection, in this order. */
export function encodedTileSql(collections: readonly Collection[]): string {
  const layers = collections.map(
    (collection) => `coalesce((
    select st_asmvt(m, '${collection.id}', ${TILE_EXTENT}, 'geom', 'id')
      from (${layerRows(collection)}) m), '')`
  )
  return `with ${TILE} select ${layers.join(' || ')} as tile`
}

/** The properties as JSON, in the order of the fields, as the database's own encoder has them. */
function propertiesOf(collection: Collection) {
  const pairs = tileFields(collection).map(({ name }) => `'${name}', m.${name}`)
  return `json_build_object(${pairs.join(', ')})`
}

/** The same features as rows of `layer`, `id`, `properties`, `geometry` (GeoJSON in tile units), to be encoded here. */
export function tileRowsSql(collections: readonly Collection[]): string {
  const layers = collections.map(
    (collection, index) => `
    select ${index} as position, m.id, '${collection.id}' as layer, ${propertiesOf(collection)} as properties,
           st_asgeojson(m.geom, 0, 0)::json as geometry
      from (${layerRows(collection)}) m`
  )
  return `with ${TILE} select layer, id, properties, geometry
    from (${layers.join(' union all ')}) rows
   where geometry is not null
   order by position, id`
}
