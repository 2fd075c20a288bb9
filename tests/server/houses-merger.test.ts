import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFile } from '../../server/collections/import/import-file.ts'
import { undoImport } from '../../server/collections/import/undo.ts'
import { keyOf } from '../../server/places/house-key.ts'
import { derivations, registry } from '../../server/themes.ts'
import { signedIn } from '../support/accounts.ts'
import { features, point, square } from '../support/import-folder.ts'
import { startServer, type TestServer } from '../support/server.ts'

// A merger of communes, or borders that become known, take nothing from a house: neither its checks nor the sheet on its wall.

let server: TestServer
let folder: string
beforeAll(async () => {
  server = await startServer()
  folder = mkdtempSync(join(tmpdir(), 'diaban-merger-'))
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
})

const deps = () => ({ db: server.db, registry, derivations })
type Rows = Parameters<typeof features>
let files = 0
async function take(collection: string, rows: Rows, commune?: string) {
  const file = join(folder, `${collection}-${++files}.geojson`)
  writeFileSync(file, JSON.stringify(features(...rows)))
  const done = await importFile(deps(), {
    collection,
    file,
    importedBy: 'test',
    ...(commune ? { commune } : {})
  })
  expect(done.outcome).toBe('published')
  return done.importId ?? 0
}
const house = (ref: string, lng: number, more: object = {}): Rows[number] => [
  { ref, name: `Nhà văn hóa ${ref}`, wifi: 'yes', ...more },
  point(lng, 20.05)
]

/** The houses of a ref: their numbers with the communes of the rows known now. */
const sites = async (ref: string) =>
  (
    await server.db.query<{ id: number; commune: string | null }>(
      `select p.site_id as id, p.commune_code as commune from open.house_places p
        where p.name = $1 order by p.commune_code, p.valid_from nulls first`,
      [`Nhà văn hóa ${ref}`]
    )
  ).rows
const siteOf = async (ref: string) => {
  const found = await sites(ref)
  expect(found).toHaveLength(1)
  return found[0]?.id ?? 0
}

/** By whoever has the key of the sheet on the wall. */
const check = async (id: number, key: string) =>
  (
    await server.app.inject({
      method: 'POST',
      url: `/api/cultural-houses/${id}/checks`,
      payload: { id: randomUUID(), key, reachable: true, down: { mbps: 42 } }
    })
  ).statusCode

/** A house's page and its state in the list of its commune. */
async function shown(id: number, communeCode: string) {
  const page = await server.app.inject(`/nha-van-hoa/${id}`)
  const { headers } = await signedIn(server.db, { role: 'field', communeCode })
  const list = await server.app.inject({ url: '/api/staff/cultural-houses', headers })
  const { houses } = list.json<{ houses: { id: number; state: string }[] }>()
  return {
    status: page.statusCode,
    history: page.body.includes('42 Mbit/s'),
    state: houses.find((one) => one.id === id)?.state
  }
}
const KEPT = { status: 200, history: true, state: 'working' }

async function checked(ref: string) {
  const id = await siteOf(ref)
  const key = (await keyOf(server.db, id)) ?? ''
  expect(await check(id, key)).toBe(201)
  return { id, key }
}

test('the file taken in before borders were known and again after is of the same houses', async () => {
  await take('cultural_houses', [house('N', 105.02)])
  const { id, key } = await checked('N')
  expect(await sites('N')).toEqual([{ id, commune: null }])
  await take('communes', [[{ code: '00001', name: 'Xã Một' }, square(105, 20, 0.1)]])
  await take('communes', [[{ code: '00002', name: 'Xã Hai' }, square(105, 20, 0.2)]])
  await take('cultural_houses', [house('N', 105.02)], '00001')

  expect(await sites('N')).toEqual([{ id, commune: '00001' }])
  expect(await shown(id, '00001')).toEqual(KEPT)
  expect(await check(id, key)).toBe(201)
})

test('taken in again for the merged commune, from a day or from the beginning, a house keeps all it had', async () => {
  await take('cultural_houses', [house('M', 105.04)], '00001')
  const { id, key } = await checked('M')
  const split = await take('cultural_houses', [house('M', 105.040001, { valid_from: '2025-07-01' })], '00002')
  expect(await sites('M')).toEqual([
    { id, commune: '00001' },
    { id, commune: '00002' }
  ])
  expect(await shown(id, '00002')).toEqual(KEPT)

  await undoImport(deps(), split, 'test')
  await take('cultural_houses', [house('M', 105.04)], '00002')
  expect(await sites('M')).toEqual([{ id, commune: '00002' }])
  expect(await shown(id, '00002')).toEqual(KEPT)
  expect(await check(id, key)).toBe(201)
})

test('houses of two communes with one ref near their border are two', async () => {
  await take('cultural_houses', [house('B', 105.06)], '00001')
  await take('cultural_houses', [house('B', 105.0603)], '00002')

  const [one, other] = await sites('B')
  expect([one?.commune, other?.commune]).toEqual(['00001', '00002'])
  expect(one?.id).not.toBe(other?.id)
})

test('taken in for another commune by mistake and undone, a house leaves that commune’s ref to its own', async () => {
  await take('cultural_houses', [house('U', 105.08)], '00001')
  const id = await siteOf('U')
  const mistake = await take('cultural_houses', [house('U', 105.08)], '00002')
  expect(await sites('U')).toEqual([{ id, commune: '00002' }])
  await undoImport(deps(), mistake, 'test')
  await take('cultural_houses', [house('U', 105.15)], '00002')

  const [one, other] = await sites('U')
  expect(one).toEqual({ id, commune: '00001' })
  expect(other?.id).not.toBe(id)
})
