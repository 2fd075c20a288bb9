import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Derivation } from '../../server/collections/derivation.ts'
import { importFeatures } from '../../server/collections/import/import-features.ts'
import { undoImport } from '../../server/collections/import/undo.ts'
import { inForce } from '../../server/coverage/in-force.ts'
import { findResidentialLand } from '../../server/coverage/residential-land.ts'
import { askAbout } from '../../server/figures/ask.ts'
import { derivations, registry } from '../../server/themes.ts'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'
import { squareCommune } from '../support/square-commune.ts'

// On the embedded engine an open transaction holds every question up, so nobody can ask in the midst of one.
let server: FiguresServer

beforeAll(async () => {
  server = await startFigures()
})
afterAll(() => server.stop())

/** A door in the publishing transaction, after everything of it is written: who comes waits until it is opened. */
function door() {
  let arrive = () => undefined as void
  let open = () => undefined as void
  const arrived = new Promise<void>((resolve) => (arrive = resolve))
  const opened = new Promise<void>((resolve) => (open = resolve))
  const derivation: Derivation = {
    id: 'door',
    follows: ['premises'],
    async refresh() {
      arrive()
      await opened
    }
  }
  return { arrived, open: () => open(), derivations: [...derivations, derivation] }
}

async function commune() {
  const square = await squareCommune(server.data)
  const { code, west, south, home, area, map } = square
  await server.data.publish('premises', [home(0.01, 0.01)])
  await map('Viettel', [area(0, 0, 0.04, 0.04)])
  await map('VNPT', [])
  const request = {
    collection: 'premises',
    title: 'Điểm hộ mới',
    fileName: `${code}.geojson`,
    sha256: code,
    commune: code,
    importedBy: 'test'
  }
  const geometry = { type: 'Point' as const, coordinates: [west + 0.012, south + 0.01] }
  const rows = [{ number: 1, properties: { residents: 7, households: 5, ref: '1' }, geometry }]
  return { ...square, request, rows }
}

const peopleAt = async (code: string, query: string) => {
  const answer = await server.indicator(code, 'mobile_5g_population', `asOf=2026-06-30${query}`)
  return { knownAt: answer.knownAt, people: answer.commune.figure.denominator }
}

test('an answer given while an import is being published never changes', async () => {
  const { code, request, rows } = await commune()
  const held = door()
  const published = importFeatures({ db: server.db, registry, derivations: held.derivations }, request, rows)
  await held.arrived

  const during = await peopleAt(code, '')
  const asked = await peopleAt(code, `&knownAt=${new Date().toISOString()}`)
  held.open()
  const { importId } = await published

  expect(during.people).toBe(20)
  expect(asked.people).toBe(20)
  expect(await peopleAt(code, `&knownAt=${during.knownAt}`)).toEqual(during)
  expect(await peopleAt(code, `&knownAt=${asked.knownAt}`)).toEqual(asked)
  expect((await peopleAt(code, '')).people).toBe(27)
  expect(importId).toBeGreaterThan(0)
})

test('nor does one given while an import is being undone', async () => {
  const { code, request, rows } = await commune()
  const { importId } = await importFeatures({ db: server.db, registry, derivations }, request, rows)
  const held = door()
  const undone = undoImport({ db: server.db, registry, derivations: held.derivations }, importId!, 'test')
  await held.arrived

  const during = await peopleAt(code, '')
  held.open()
  await undone

  expect(during.people).toBe(27)
  expect(await peopleAt(code, `&knownAt=${during.knownAt}`)).toEqual(during)
  expect((await peopleAt(code, '')).people).toBe(20)
})

test('nor does one given while a check at a house is being recorded', async () => {
  const { code, at } = await commune()
  await server.data.publish('cultural_houses', [
    { ref: 'x', name: 'NVH', wifi: 'yes', commune_code: code, geom: at(0.01, 0.01) }
  ])
  const ask = async (query = '') => {
    const answer = await server.indicator(code, 'cultural_house_wifi', query)
    return { knownAt: answer.knownAt, low: answer.commune.figure.low }
  }
  const recording = await server.db.connect()
  try {
    await recording.query('begin')
    await recording.query(
      `insert into wifi_check (site_id, wish, at, reachable, down_missing, up_missing)
       select id, gen_random_uuid(), now(), true, 'not_measured', 'not_measured' from house_site where commune_code = $1`,
      [code]
    )
    const during = await ask()
    const asked = await ask(`knownAt=${new Date().toISOString()}`)
    await recording.query('commit')

    expect([during.low, asked.low]).toEqual([0, 0])
    expect(await ask(`knownAt=${during.knownAt}`)).toEqual(during)
    expect(await ask(`knownAt=${asked.knownAt}`)).toEqual(asked)
    expect((await ask()).low).toBe(100)
  } finally {
    recording.release(true)
  }
})

test('what a crashed import announced holds nobody up', async () => {
  const { code, request, rows } = await commune()
  await server.db.query(
    `insert into import_staging (collection, host, pid, pid_started, publishing_at)
     values ('premises', 'elsewhere', 1, '1', '2026-01-01')`
  )
  await importFeatures({ db: server.db, registry, derivations }, request, rows)

  expect((await peopleAt(code, '')).people).toBe(27)
})

test('residential land is added up part by part in one order, however the planner joins', async () => {
  const { code, area, map } = await squareCommune(server.data)
  const north = { code: `${code}-0`, name: 'Thôn 0', kind: 'thôn', commune_code: code }
  await server.data.publish('villages', [{ ...north, geom: area(0, 0.02, 0.04, 0.04) }])
  await server.data.publish('residential_areas', [{ name: 'Khu 1', geom: area(0.01, 0.01, 0.03, 0.03) }])
  await map('Viettel', [area(0, 0, 0.04, 0.04)])

  const orders = []
  for (const way of ['enable_hashjoin', 'enable_nestloop']) {
    const db = await server.db.connect()
    try {
      await db.query(`set ${way} = off`)
      const ask = await askAbout(db, code, { asOf: '2026-06-30', knownAt: new Date().toISOString() })
      const forces = ask.grounds.map((ground) => inForce(ask, ground, '5G'))
      orders.push((await findResidentialLand(ask, forces)).map(({ villageCode }) => villageCode))
    } finally {
      db.release(true)
    }
  }
  expect(orders).toEqual(Array(2).fill([`${code}-0`, `${code}-1`, `${code}-2`]))
})
