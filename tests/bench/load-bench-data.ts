import type { Pool } from 'pg'
import { derivations } from '../../server/themes.ts'
import type { BenchData, Home } from './bench-data.ts'

/** When all of it became known. */
const AT = '2026-01-01T00:00:00.000Z'
const BATCH = 50_000

async function openImport(db: Pool, collection: string): Promise<number> {
  const { rows } = await db.query<{ id: number }>(
    `insert into import (collection, title, file_name, sha256, size_bytes, rows_in, imported_by, published_at)
     values ($1, 'bench', 'bench', md5($1), 1, 1, 'bench', $2::timestamptz) returning id`,
    [collection, AT]
  )
  const [row] = rows
  if (!row) throw new Error('import gave no id')
  return row.id
}

/** What the importer does when it publishes: everything kept beside the features is brought up to date. */
async function publish(db: Pool, collection: string, fill: (importId: number) => Promise<unknown>) {
  const importId = await openImport(db, collection)
  await fill(importId)
  const change = { kind: 'publish' as const, importId, collection, at: AT }
  for (const derivation of derivations)
    if (derivation.follows.includes(collection)) await derivation.refresh(db, change)
}

const COMMUNES = `
  insert into commune (import_id, row_number, known_from, commune_code, code, name, geom)
  select $1, row_number() over (), $2::timestamptz, code, code, 'Xã ' || code, st_geomfromtext(wkt, 4326)
    from unnest($3::text[], $4::text[]) as file (code, wkt)`

const VILLAGES = `
  insert into village (import_id, row_number, known_from, commune_code, code, name, kind, population, households, geom)
  select $1, row_number() over (), $2::timestamptz, commune_code, code, 'Thôn ' || code, 'thôn', 500, 130,
         st_geomfromtext(wkt, 4326)
    from unnest($3::text[], $4::text[], $5::text[]) as file (code, commune_code, wkt)`

const HOUSES = `
  insert into cultural_house (import_id, row_number, known_from, commune_code, name, wifi, geom)
  select $1, row_number() over (), $2::timestamptz, commune_code, 'Nhà văn hóa', 'yes',
         st_setsrid(st_makepoint(lng, lat), 4326)
    from unnest($3::text[], $4::float8[], $5::float8[]) as file (commune_code, lng, lat)`

const HOMES = `
  insert into premises (import_id, row_number, known_from, residents, geom)
  select $1, row_number() over (), $2::timestamptz, residents, st_setsrid(st_makepoint(lng, lat), 4326)
    from unnest($3::float8[], $4::float8[], $5::integer[]) as file (lng, lat, residents)`

const OPERATORS = `
  insert into operator (import_id, row_number, known_from, name, technologies)
  select $1, row_number() over (), $2::timestamptz, name, array['5G'] from unnest($3::text[]) as file (name)`

/** The last operator speaks for all communes but the first ten: what it leaves bare there is unknown. */
const DELIVERIES = `
  insert into delivery (import_id, operator, technology, valid_from, commune_codes)
  select $1, name, '5G', '2026-01-01',
         case when position = cardinality($2::text[]) then $3::text[] else $4::text[] end
    from unnest($2::text[]) with ordinality as file (name, position)`

const CLAIMS = `
  insert into coverage_claim (import_id, delivery_id, row_number, known_from, valid_from, operator, technology, geom)
  select $1, delivery.id, row_number() over (), $2::timestamptz, '2026-01-01', file.operator, '5G',
         st_geomfromtext(wkt, 4326)
    from unnest($3::text[], $4::text[]) as file (operator, wkt)
    join delivery on delivery.import_id = $1 and delivery.operator = file.operator`

async function insertHomes(db: Pool, importId: number, homes: Iterable<Home>) {
  let batch: Home[] = []
  const flush = async () => {
    const columns = [
      batch.map(({ lng }) => lng),
      batch.map(({ lat }) => lat),
      batch.map(({ residents }) => residents)
    ]
    await db.query(HOMES, [importId, AT, ...columns])
    batch = []
  }
  for (const home of homes) if (batch.push(home) >= BATCH) await flush()
  await flush()
}

async function insertClaims(db: Pool, importId: number, { operators, communes, claims }: BenchData) {
  const codes = communes.map(({ code }) => code)
  await db.query(DELIVERIES, [importId, operators, codes.slice(10), codes])
  const columns = [claims.map(({ operator }) => operator), claims.map(({ wkt }) => wkt)]
  await db.query(CLAIMS, [importId, AT, ...columns])
}

/** Puts the data into a migrated, empty database with everything that is kept beside it, and its statistics. */
export async function loadBenchData(db: Pool, data: BenchData) {
  const { communes, villages, houses, operators, homes } = data
  const codes = (areas: BenchData['communes']) => areas.map(({ code }) => code)
  const wkts = (areas: BenchData['communes']) => areas.map(({ wkt }) => wkt)
  const parents = villages.map(({ communeCode }) => communeCode)
  await publish(db, 'communes', (id) => db.query(COMMUNES, [id, AT, codes(communes), wkts(communes)]))
  await publish(db, 'villages', (id) =>
    db.query(VILLAGES, [id, AT, codes(villages), parents, wkts(villages)])
  )
  await publish(db, 'cultural_houses', (id) => {
    const columns = [
      houses.map(({ communeCode }) => communeCode),
      houses.map(({ lng }) => lng),
      houses.map(({ lat }) => lat)
    ]
    return db.query(HOUSES, [id, AT, ...columns])
  })
  await publish(db, 'operators', (id) => db.query(OPERATORS, [id, AT, operators]))
  await publish(db, 'premises', (id) => insertHomes(db, id, homes))
  await publish(db, 'coverage_claims', (id) => insertClaims(db, id, data))
  await db.query(
    `insert into indicator (code, kind, unit, numerator, name_vi, name_en)
     values ('mobile_5g_population', 'computed', 'percent', '', 'Dân số trong vùng phủ sóng 5G', 'Population covered by 5G')`
  )
  await db.query('vacuum analyze')
}
