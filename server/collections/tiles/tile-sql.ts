import { TILE_EXTENT } from '../../geo/tile.ts'
import { openFields, type Collection, type Field } from '../collection.ts'

/** What tiles carry of a collection: its open fields that are declared for tiles. */
export const tileFields = (collection: Collection): readonly Field[] =>
  openFields(collection).filter((field) => field.tile)

/** A vector tile knows texts, numbers and truths: days become YYYY-MM-DD, lists texts parted by commas. */
function property({ name, type }: Field) {
  if (type === 'date') return `to_char(${name}, 'YYYY-MM-DD') as ${name}`
  if (type === 'text[]') return `array_to_string(${name}, ',') as ${name}`
  return name
}

/**
 * One layer's rows: $1 zoom, $2 column, $3 row, $4 day. The function of the collection in `open` draws what its view
 * shows; only the declared fields are taken from it.
 */
function layerRows(collection: Collection) {
  const columns = ['id', ...tileFields(collection).map(property), 'geom']
  return `select ${columns.join(', ')} from open.${collection.id}_tile($1, $2, $3, $4)`
}

/** One query that answers the whole tile as `tile`, encoded by the database; one layer per collection, in this order. */
export function encodedTileSql(collections: readonly Collection[]): string {
  const layers = collections.map(
    (collection) => `coalesce((
    select st_asmvt(m, '${collection.id}', ${TILE_EXTENT}, 'geom', 'id')
      from (${layerRows(collection)}) m), '')`
  )
  return `select ${layers.join(' || ')} as tile`
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
  return `select layer, id, properties, geometry
    from (${layers.join(' union all ')}) rows
   where geometry is not null
   order by position, id`
}
