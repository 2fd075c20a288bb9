import type { Queryable } from '../../db/pool.ts'
import type { Collection, Field } from '../collection.ts'
import type { DayInterval } from '../datetime.ts'
import type { Bounds } from '../extents.ts'
import { filterCondition, itemFields, type Filter } from './filter.ts'

/** A row of an open view: properties under their names; the geometry is GeoJSON text in CRS84. */
export interface ItemRow {
  id: number
  geometry: string | null
  properties: Record<string, unknown>
}

/** What items are asked for; all conditions hold together. */
export interface Selection {
  bbox?: Bounds[] | undefined
  datetime?: DayInterval | undefined
  filters: readonly Filter[]
}

/** Digits after the point: 9 are a tenth of a millimetre. */
const DIGITS = 9

const column = ({ name, type }: Field) => (type === 'date' ? `to_char(${name}, 'YYYY-MM-DD')` : name)

/** The rows as they are answered; the properties as JSON text, in the order of the fields. */
function itemColumns(collection: Collection) {
  const properties = itemFields(collection).map((field) => `'${field.name}', ${column(field)}`)
  const geometry = collection.geometry === null ? 'null' : `st_asgeojson(geom, ${DIGITS}, 0)`
  return `id, ${geometry} as geometry, json_build_object(${properties.join(', ')}) as properties`
}

/** Conditions with their values; a place or a day on the edge counts (validity ends before its last day). */
class Conditions {
  readonly values: (string | number | boolean)[] = []
  private readonly parts: string[] = []

  private position(value: string | number | boolean) {
    return this.values.push(value)
  }

  /** A row without a place is in no box. */
  within(collection: Collection, boxes: readonly Bounds[]) {
    const box = (bounds: Bounds) => {
      const corners = bounds.map((side) => `$${this.position(side)}::float8`)
      const [west, south, east, north] = corners
      // st_envelope makes a point or a line of a box without width or height, which st_makeenvelope does not.
      return `st_intersects(geom, st_envelope(st_setsrid(
        st_collect(st_makepoint(${west}, ${south}), st_makepoint(${east}, ${north})), 4326)))`
    }
    this.parts.push(collection.geometry === null ? 'false' : `(${boxes.map(box).join(' or ')})`)
  }

  during({ from, to }: DayInterval) {
    if (from !== null) this.parts.push(`(valid_to is null or $${this.position(from)}::date < valid_to)`)
    if (to !== null) this.parts.push(`(valid_from is null or valid_from <= $${this.position(to)}::date)`)
  }

  having({ field, value }: Filter) {
    this.parts.push(filterCondition(field, this.position(value)))
  }

  after(id: number) {
    this.parts.push(`id > $${this.position(id)}::bigint`)
  }

  get sql() {
    return this.parts.length > 0 ? `where ${this.parts.join(' and ')}` : ''
  }
}

function conditionsOf(collection: Collection, { bbox, datetime, filters }: Selection) {
  const conditions = new Conditions()
  if (bbox) conditions.within(collection, bbox)
  if (datetime) conditions.during(datetime)
  for (const filter of filters) conditions.having(filter)
  return conditions
}

/** How many items meet the selection. */
export async function countItems(
  db: Queryable,
  collection: Collection,
  selection: Selection
): Promise<number> {
  const conditions = conditionsOf(collection, selection)
  const { rows } = await db.query<{ count: number }>(
    `select count(*) as count from open.${collection.id} ${conditions.sql}`,
    conditions.values
  )
  return rows[0]?.count ?? 0
}

/** Items of the selection in the order of their ids, from the one after `after`. */
export async function findItems(
  db: Queryable,
  collection: Collection,
  selection: Selection,
  { after, limit }: { after?: number | undefined; limit: number }
): Promise<ItemRow[]> {
  const conditions = conditionsOf(collection, selection)
  if (after !== undefined) conditions.after(after)
  const position = conditions.values.length + 1
  const { rows } = await db.query<ItemRow>(
    `select ${itemColumns(collection)}
       from open.${collection.id} ${conditions.sql}
      order by id limit $${position}::int`,
    [...conditions.values, limit]
  )
  return rows
}

/** One item by its id; undefined when there is none. */
export async function findItem(
  db: Queryable,
  collection: Collection,
  id: number
): Promise<ItemRow | undefined> {
  const { rows } = await db.query<ItemRow>(
    `select ${itemColumns(collection)} from open.${collection.id} where id = $1::bigint`,
    [id]
  )
  return rows[0]
}
