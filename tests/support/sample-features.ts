import type { Queryable } from '../../server/db/pool.ts'
import type { Collection, Field } from '../../server/collections/collection.ts'
import { registry } from '../../server/themes.ts'
import { box, communeData, point, type Row } from './commune-data.ts'
import { sampleReports } from './sample-reports.ts'

const COMMUNE = '99001'
const TEXTS: Record<string, string> = {
  code: COMMUNE,
  commune_code: COMMUNE,
  operator: 'Nhà mạng A',
  technology: '5G'
}

/** A value that the field's column takes. */
function valueOf({ name, type, values, min }: Field, index: number): unknown {
  const [first = `${name} ${index}`] = Object.keys(values ?? {})
  if (name === 'code') return `9900${index + 1}`
  if (type === 'text') return TEXTS[name] ?? first
  if (type === 'text[]') return [first]
  if (type === 'boolean') return index % 2 === 0
  if (type === 'date') return '2026-02-01'
  return Math.max(min ?? 0, 20 + index)
}

const LINE = 'SRID=4326;MULTILINESTRING((105 18,105.05 18.02),(105.06 18.03,105.07 18.04))'

function shapeOf({ geometry }: Collection, index: number) {
  const west = 105 + index / 10
  if (geometry === 'MultiLineString') return LINE
  if (geometry === 'Point') return point(west + 0.05, 18.05)
  return box(west, 18, west + 0.1, 18.1)
}

/** The columns of a collection's table: what its view alone tells cannot be put in. */
async function columnsOf(db: Queryable, { table }: Collection) {
  const { rows } = await db.query<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1`,
    [table]
  )
  return new Set(rows.map((row) => row.column_name))
}

function rowOf(collection: Collection, columns: Set<string>, index: number): Row {
  const fields = collection.fields.filter(
    ({ name }) => columns.has(name) && !['valid_from', 'valid_to'].includes(name)
  )
  const values = fields.map((field) => [field.name, valueOf(field, index)])
  const days = { valid_from: '2026-01-01', valid_to: index === 0 ? '2026-03-01' : 'infinity' }
  const place = collection.geometry === null ? {} : { geom: shapeOf(collection, index) }
  return { ...Object.fromEntries(values), ...days, ...place }
}

/** Each house was found with Wifi, and measured. */
async function checkHouses(db: Queryable) {
  await db.query(
    `insert into wifi_check (site_id, wish, at, reachable, down_mbps, up_mbps)
     select id, gen_random_uuid(), '2026-02-02T03:00:00Z', true, 40.5, 12.25 from house_site`
  )
}

/** Collections whose rows are put in in ways of their own. */
const OTHERWISE = ['coverage_claims', 'reports']

/** Three features in each of the collections, with every field filled; the first is no longer true. */
export async function sampleFeatures(data: ReturnType<typeof communeData>, collections = registry.all) {
  if (collections.some(({ id }) => id === 'reports')) await sampleReports(data.db)
  for (const collection of collections.filter(({ id }) => !OTHERWISE.includes(id))) {
    const columns = await columnsOf(data.db, collection)
    await data.publish(
      collection.id,
      [0, 1, 2].map((index) => rowOf(collection, columns, index))
    )
  }
  if (collections.some(({ id }) => id === 'cultural_houses')) await checkHouses(data.db)
  if (!collections.some(({ id }) => id === 'coverage_claims')) return
  const claims = [0, 1, 2].map((index) => ({ geom: box(105 + index / 10, 18, 105.1 + index / 10, 18.1) }))
  await data.deliver({ operator: 'Nhà mạng A', speaksFor: [COMMUNE], claims })
}
