import type { Queryable } from '../../server/db/pool.ts'
import { derivations, registry } from '../../server/themes.ts'

/** A row as its table has it; `geom` as EWKT ('SRID=4326;POINT(105.9 18.3)'). Columns left out take their defaults. */
export type Row = Record<string, unknown>

interface Publication {
  /** When it became known; default: a second after the publication before. */
  at?: string
  title?: string
}

interface Delivery {
  operator: string
  technology?: '4G' | '5G'
  validFrom?: string
  speaksFor: string[]
  claims: { geom: string; resolution_m?: number; valid_from?: string; valid_to?: string }[]
}

const FIRST_MOMENT = Date.parse('2026-01-01T00:00:00Z')

/** A closed ring from corners, as the text inside WKT's parentheses. */
const ringText = (corners: readonly (readonly [number, number])[]) =>
  `(${[...corners, corners[0]!].map(([lng, lat]) => `${lng} ${lat}`).join(',')})`

/** EWKT of a multipolygon: polygons of rings of corners, rings not closed. */
export const multipolygon = (polygons: readonly (readonly (readonly (readonly [number, number])[])[])[]) =>
  `SRID=4326;MULTIPOLYGON(${polygons.map((rings) => `(${rings.map(ringText).join(',')})`).join(',')})`

/** EWKT of a rectangle: west, south, east, north in degrees. */
export const box = (west: number, south: number, east: number, north: number) =>
  multipolygon([
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north]
      ]
    ]
  ])

/** EWKT of a point. */
export const point = (lng: number, lat: number) => `SRID=4326;POINT(${lng} ${lat})`

/** Puts features straight into the tables, as imports published one after the other, with everything derived from them. */
export function communeData(db: Queryable) {
  let published = 0
  const nextMoment = () => new Date(FIRST_MOMENT + 1000 * published++).toISOString()

  async function openImport(
    collection: string,
    rowsIn: number,
    { at = nextMoment(), title = collection }: Publication
  ) {
    const { rows } = await db.query<{ id: number }>(
      `insert into import (collection, title, file_name, sha256, size_bytes, rows_in, imported_by, published_at)
       values ($1, $2, 'test.geojson', md5($2::text), 1, $4, 'test', $3::timestamptz) returning id`,
      [collection, title, at, rowsIn]
    )
    return { importId: rows[0]!.id, at }
  }

  async function insert(table: string, importId: number, at: string, rows: readonly Row[]) {
    if (rows.length === 0) return
    const full = rows.map((row, index) => ({
      ...row,
      import_id: importId,
      row_number: index + 1,
      known_from: at
    }))
    const names = [...new Set(full.flatMap((row) => Object.keys(row)))].join(', ')
    await db.query(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(full)]
    )
  }

  async function derive(kind: 'publish' | 'undo', collection: string, importId: number, at: string) {
    for (const derivation of derivations)
      if (derivation.follows.includes(collection))
        await derivation.refresh(db, { kind, collection, importId, at })
  }

  async function addDelivery(importId: number, at: string, delivery: Delivery) {
    const { operator, technology = '5G', validFrom = '2026-01-01', speaksFor, claims } = delivery
    const { rows } = await db.query<{ id: number }>(
      `insert into delivery (import_id, operator, technology, valid_from, commune_codes)
       values ($1, $2, $3, $4, $5) returning id`,
      [importId, operator, technology, validFrom, speaksFor]
    )
    const common = { delivery_id: rows[0]!.id, operator, technology }
    const defaults = { valid_from: validFrom, valid_to: 'infinity', resolution_m: 100 }
    const full = claims.map((claim) => ({ ...common, ...defaults, ...claim }))
    await insert('coverage_claim', importId, at, full)
  }

  async function deliverAll(deliveries: readonly Delivery[], publication: Publication = {}) {
    const claims = deliveries.flatMap((delivery) => delivery.claims)
    const { importId, at } = await openImport('coverage_claims', claims.length, publication)
    for (const delivery of deliveries) await addDelivery(importId, at, delivery)
    await derive('publish', 'coverage_claims', importId, at)
    return importId
  }

  return {
    db,
    /** One import of a collection; answers its id. All rows must name the same columns. */
    async publish(collection: string, rows: readonly Row[], publication: Publication = {}) {
      const table = registry.find(collection)!.table
      const { importId, at } = await openImport(collection, rows.length, publication)
      await insert(table, importId, at, rows)
      await derive('publish', collection, importId, at)
      return importId
    },

    /** One operator's map; with no claims it says "no coverage here". Answers the import's id. */
    deliver: ({ at, title, ...delivery }: Delivery & Publication) =>
      deliverAll([delivery], { title: title ?? delivery.operator, ...(at ? { at } : {}) }),
    /** Several maps in one import. */
    deliverAll,

    /** Takes an import back from a moment on: its rows are no longer known, and neither is its delivery. */
    async undo(importId: number, at = nextMoment()) {
      const { rows } = await db.query<{ collection: string }>(
        `update import set undone_at = $2, undone_by = 'test' where id = $1 returning collection`,
        [importId, at]
      )
      const collection = rows[0]!.collection
      const table = registry.find(collection)!.table
      await db.query(`update ${table} set known_to = $2 where import_id = $1 and known_to = 'infinity'`, [
        importId,
        at
      ])
      await derive('undo', collection, importId, at)
    }
  }
}

/** What `communeData` gives. */
export type CommuneData = ReturnType<typeof communeData>
