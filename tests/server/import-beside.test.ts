import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Position } from 'geojson'
import type { Derivation } from '../../server/collections/derivation.ts'
import { importFeatures } from '../../server/collections/import/import-features.ts'
import type { FeatureRow, ImportRequest } from '../../server/collections/import/request.ts'
import { undoImport } from '../../server/collections/import/undo.ts'
import { keepPlaces } from '../../server/coverage/place-facts.ts'
import { derivations, registry } from '../../server/themes.ts'
import { makeBenchData } from '../bench/bench-data.ts'
import { loadBenchData } from '../bench/load-bench-data.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

// Imports large enough for other connections to help: the facts are those that the publication itself would have kept.

const data = makeBenchData(500)
const homes = [...makeBenchData(6000).homes]
let database: TestDatabase
let files = 0

beforeAll(async () => {
  database = await openTestDatabase()
  await loadBenchData(database.db, { ...data, claims: data.claims.filter((_, index) => index % 4 === 0) })
}, 180_000)
afterAll(() => database.close())

const numbers = (wkt: string): Position[] =>
  [...wkt.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, lng, lat]) => [Number(lng), Number(lat)])

/** On corners that villages share, on corners of claims and between two of them: places on which rules differ. */
const edges = [...data.villages.slice(0, 90), ...data.claims.slice(0, 8)].flatMap(({ wkt }) => {
  const corners = numbers(wkt)
  const middles = corners.slice(1).map(([lng = 0, lat = 0], index) => {
    const [before = [0, 0]] = corners.slice(index)
    return [(lng + (before[0] ?? 0)) / 2, (lat + (before[1] ?? 0)) / 2]
  })
  return [...corners, ...middles]
})
const places: Position[] = [...homes.map(({ lng, lat }) => [lng, lat]), ...edges]

const pointRows = (prefix: string, residents = 3): FeatureRow[] =>
  places.map((coordinates, index) => ({
    number: index + 1,
    properties: { ref: `${prefix}-${index}`, residents: index % 700 === 5 ? 'x' : residents },
    geometry: { type: 'Point', coordinates }
  }))

function take(
  collection: string,
  rows: FeatureRow[],
  more: Partial<ImportRequest> = {},
  chosen: readonly Derivation[] = derivations
) {
  const request = {
    collection,
    title: 'test',
    fileName: 'test.geojson',
    sha256: String(++files).padStart(64, '0'),
    importedBy: 'test',
    allowPartial: true,
    ...more
  }
  return importFeatures({ db: database.db, registry, derivations: chosen }, request, rows)
}

const KINDS = {
  place_area: 'area_id::text',
  place_coverage: `slice_id || ':' || depth`
}

/** The facts of an import's rows, by row number. */
async function facts(importId: number | null) {
  const found = Object.entries(KINDS).map(async ([table, what]) => {
    const { rows } = await database.db.query<{ fact: string }>(
      `select row_number || ' ' || ${what} as fact from ${table} join premises on premises.id = place_id
        where import_id = $1 order by 1`,
      [importId]
    )
    return [table, rows.map(({ fact }) => fact)] as const
  })
  return Object.fromEntries(await Promise.all(found))
}

/** The same, worked out anew over what is published now. */
async function factsAnew(importId: number | null) {
  for (const table of Object.keys(KINDS))
    await database.db.query(
      `delete from ${table} where place_id in (select id from premises where import_id = $1)`,
      [importId]
    )
  await keepPlaces(database.db, 'premises', importId ?? 0)
  return facts(importId)
}

const orphans = async () => {
  const found = Object.keys(KINDS).map((table) =>
    database.db.query(
      `select from ${table} where not exists (select from place where place.id = ${table}.place_id)`
    )
  )
  return (await Promise.all(found)).map(({ rowCount }) => rowCount)
}

/** A derivation that only looks whether others have helped. */
function witness() {
  const seen: (boolean | undefined)[] = []
  const derivation: Derivation = {
    id: 'witness',
    follows: ['premises'],
    refresh: async (_, { kind, hasBeside }) => void (kind === 'publish' && seen.push(hasBeside))
  }
  return { seen, derivation }
}

const claimRows = (): FeatureRow[] =>
  data.claims
    .filter((_, index) => index % 4 === 1)
    .map(({ wkt }, index) => ({
      number: index + 1,
      properties: { operator: 'Nhà mạng 2', technology: '4G', resolution_m: index % 2 ? 30 : 120 },
      geometry: { type: 'Polygon', coordinates: [numbers(wkt)] }
    }))

test('refused rows, edges and corners: the facts that the publication itself would keep', async () => {
  const { seen, derivation } = witness()
  const report = await take('premises', pointRows('a'), {}, [...derivations, derivation])
  expect(report).toMatchObject({ outcome: 'published' })
  expect(report.refused.length).toBeGreaterThan(5)
  expect(seen).toEqual([inject('engine') === 'postgres'])
  const kept = await facts(report.importId)
  expect(kept.place_area?.length).toBeGreaterThan(10_000)
  expect(kept.place_coverage?.length).toBeGreaterThan(1000)
  expect(kept).toEqual(await factsAnew(report.importId))
})

test('rows stay in the order of their places, with ids that follow one another', async () => {
  const { rows } = await database.db.query(`
    select max(id) - min(id) + 1 = count(*) as follow, count(*) filter (where id <> expected) as strays
      from (select id, min(id) over () - 1 + row_number() over (order by geom, row_number) as expected from premises
             where import_id = (select max(id) from import where collection = 'premises')) placed`)
  expect(rows).toEqual([{ follow: true, strays: 0 }])
})

test('two imports of points and one of claims at once', async () => {
  const [first, claims, second] = await Promise.all([
    take('premises', pointRows('b')),
    take('coverage_claims', claimRows(), { set: { valid_from: '2026-02-01' } }),
    take('premises', pointRows('c'))
  ])
  expect(claims.outcome).toBe('published')
  for (const { importId } of [first, second]) {
    const kept = await facts(importId)
    expect(kept).toEqual(await factsAnew(importId))
  }
}, 240_000)

test('rows that replace earlier ones, and what comes back when they are undone', async () => {
  const counted = () =>
    database.db.query(
      `select sum(residents) as residents, count(*) as count from premises where ref like 'a-%' and known_to = 'infinity'`
    )
  const before = (await counted()).rows
  const { importId } = await take('premises', pointRows('a', 5))
  expect((await counted()).rows).not.toEqual(before)
  await undoImport({ db: database.db, registry, derivations }, importId ?? 0, 'test')
  expect((await counted()).rows).toEqual(before)
})

test('a dry run leaves no facts', async () => {
  await take('premises', pointRows('d'), { dryRun: true })
  expect(await orphans()).toEqual([0, 0])
})

describe('what goes wrong', () => {
  test('after the facts are ready: nothing is left of them', async () => {
    const full: Derivation = {
      id: 'full',
      follows: ['premises'],
      refresh: () => Promise.reject(new Error('no space'))
    }
    await expect(take('premises', pointRows('e'), {}, [...derivations, full])).rejects.toThrow('no space')
    expect(await orphans()).toEqual([0, 0])
  })

  test('in one of the tasks: the publication does all of them itself', async () => {
    const { seen, derivation } = witness()
    const broken = {
      ...derivation,
      beside: { collections: ['premises'], tasks: () => [() => Promise.reject(new Error('lost'))] }
    }
    const { importId } = await take('premises', pointRows('f'), {}, [...derivations, broken])
    expect(seen).toEqual([false])
    const kept = await facts(importId)
    expect(kept).toEqual(await factsAnew(importId))
  })
})
