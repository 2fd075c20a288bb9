import type { Collection } from '../collections/collection.ts'
import { innerPoint } from '../collections/inner-point.ts'

/** A collection whose records have a place and a name and are mended in the browser. */
export interface Kept extends Collection {
  label: string
  managedBy: NonNullable<Collection['managedBy']>
}

/** The collections that findings about single places look at; villages have findings of their own. */
export const keptOf = (collections: readonly Collection[]): readonly Kept[] =>
  collections.filter(
    (one): one is Kept => one.managedBy !== undefined && one.label !== undefined && one.id !== 'villages'
  )

const HIDDEN = `exists (select from relic_site_row j join relic_site s on s.id = j.site_id
                         where j.origin_id = t.origin_id and s.protected)`

/**
 * The records of a collection in force on day $2 as known now, with what findings need: `thing` stays the same while
 * versions follow one another. Names come from the registry, never from a request. `hidden` is from the asker: hidden places
 * are told to whoever may see them ($3) in the commune asked for ($1) alone.
 */
export const recordsSql = ({ id, table, label, toldApartBy }: Kept) => `
  select t.id, t.origin_id, t.import_id, t.commune_code, t.geom, ${innerPoint('t')} as point,
         coalesce(t."${label}", t.ref, '') as label, ${toldApartBy === undefined ? `''` : `t."${toldApartBy}"`} as told_apart,
         case when t.ref is not null then 'ref:' || t.ref
              else 'id:' || coalesce((select e.thing from place_edit e where e.import_id = t.import_id), t.origin_id) end as thing,
         ${id === 'relics' ? HIDDEN : 'false'} and not ($3::boolean and t.commune_code is not distinct from $1) as hidden
    from "${table}" t
   where t.known_to = 'infinity' and t.valid_from <= $2::date and $2::date < t.valid_to`

/** Where a record is, as findings show it; of one hidden from the asker its public cell. */
export const PLACE = `
  st_x(st_centroid(shown.geom)) as lng, st_y(st_centroid(shown.geom)) as lat,
  st_asgeojson(shown.geom, 7, 0)::json as geometry`
export const SHOWN_PLACE = (of: string) => `
  cross join lateral (
    select case when ${of}.hidden then relic_cell(${of}.point) else ${of}.point end as geom
  ) shown`
