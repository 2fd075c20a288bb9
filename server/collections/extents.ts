import type { Queryable } from '../db/pool.ts'
import type { Collection } from './collection.ts'
import type { CollectionVersions } from './versions.ts'

/** West, south, east, north in degrees. */
export type Bounds = [number, number, number, number]

/** Where and when a collection has features. */
export interface Extent {
  /** null: no feature has a place. */
  bbox: Bounds | null
  /** First day of validity; null: open. */
  from: string | null
  /** The day before which validity ends; null: open. */
  to: string | null
}

const spatial = `st_xmin(box) as west, st_ymin(box) as south, st_xmax(box) as east, st_ymax(box) as north`
const noPlace = `null::float8 as west, null::float8 as south, null::float8 as east, null::float8 as north`

const extentSql = ({ id, geometry }: Collection) =>
  `select ${geometry === null ? noPlace : spatial},
          case when unbounded_from then null else first end as "from",
          case when unbounded_to then null else last end as "to"
     from (select ${geometry === null ? '' : 'st_extent(geom) as box,'}
                  min(valid_from) as first, max(valid_to) as last,
                  bool_or(valid_from is null) as unbounded_from, bool_or(valid_to is null) as unbounded_to
             from open.${id}) covered`

interface ExtentRow {
  west: number | null
  south: number | null
  east: number | null
  north: number | null
  from: string | null
  to: string | null
}

async function readExtent(db: Queryable, collection: Collection): Promise<Extent> {
  const { rows } = await db.query<ExtentRow>(extentSql(collection))
  const { west = null, south = null, east = null, north = null, from = null, to = null } = rows[0] ?? {}
  const placed = west !== null && south !== null && east !== null && north !== null
  return { bbox: placed ? [west, south, east, north] : null, from, to }
}

/** Extents of collections, read again when a collection's version has changed. */
export class Extents {
  private readonly db: Queryable
  private readonly versions: CollectionVersions
  private readonly known = new Map<string, { stamp: string; extent: Extent }>()

  constructor(db: Queryable, versions: CollectionVersions) {
    this.db = db
    this.versions = versions
  }

  async of(collection: Collection): Promise<Extent> {
    const stamp = (await this.versions.read())?.stamp([collection.id])
    const known = this.known.get(collection.id)
    if (known && known.stamp === stamp) return known.extent
    const extent = await readExtent(this.db, collection)
    if (stamp !== undefined) this.known.set(collection.id, { stamp, extent })
    return extent
  }

  /** The box around several collections; null where none has a place. */
  async around(collections: readonly Collection[]): Promise<Bounds | null> {
    const extents = await Promise.all(collections.map((collection) => this.of(collection)))
    const boxes = extents.flatMap(({ bbox }) => (bbox ? [bbox] : []))
    if (boxes.length === 0) return null
    const side = (index: 0 | 1 | 2 | 3, pick: (...values: number[]) => number) =>
      pick(...boxes.map((box) => box[index]))
    return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)]
  }
}
