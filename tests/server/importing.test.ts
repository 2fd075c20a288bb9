import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  listExisting,
  lookAtImport,
  listImports,
  MAX_IMPORT_BYTES,
  readImport,
  type ImportState
} from '../../server/importing/contract.ts'
import { signedIn } from '../support/accounts.ts'
import { box, communeData } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { zipFile } from '../support/zip-file.ts'

let server: TestServer
let planner: Record<string, string>
const HERE = '00631'
const BASE = '/api/staff/file-imports'

beforeAll(async () => {
  server = await startServer()
  await communeData(server.db).publish('communes', [
    { code: HERE, name: 'Xã Nạp', geom: box(105, 18, 105.2, 18.2) }
  ])
  planner = (await signedIn(server.db, { role: 'planner', communeCode: HERE })).headers
})
afterAll(() => server.stop())

const send = (method: 'GET' | 'POST' | 'DELETE', url: string, payload?: object, headers = planner) =>
  server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
const upload = (name: string, bytes: string | Buffer, headers = planner) =>
  send('POST', `${BASE}?name=${encodeURIComponent(name)}`, Buffer.from(bytes), {
    ...headers,
    'content-type': 'application/octet-stream'
  })
const idOf = async (name: string, bytes: string) => (await upload(name, bytes)).json<{ id: string }>().id
const HOUSES = { collection: 'cultural_houses' }
const look = async (id: string, choice: object = HOUSES) =>
  lookAtImport.reply.parse((await send('POST', `${BASE}/${id}/look`, choice)).json())

async function take(id: string, choice: object): Promise<ImportState> {
  expect((await send('POST', `${BASE}/${id}/begin`, choice)).statusCode).toBe(202)
  const read = async () => readImport.reply.parse((await send('GET', `${BASE}/${id}`)).json())
  await expect.poll(async () => (await read()).state, { timeout: 60_000 }).not.toBe('running')
  return read()
}
const count = async () =>
  (await server.db.query(`select from cultural_house where known_to = 'infinity'`)).rowCount
const TABLE = 'Nhà,Kinh độ,Vĩ độ\nNVH Một,105.05,18.05\nNVH Hai,105.06,18.06\nNVH Xa,106.5,19.5\n'

test('columns are proposed by their names, shapes lie on the globe, refused rows have the command’s reasons', async () => {
  const id = await idOf('nha.csv', TABLE)
  const first = await look(id)
  expect(first.columns).toEqual(['Nhà', 'Kinh độ', 'Vĩ độ'])
  expect(first.fields.find(({ name }) => name === 'name')).toMatchObject({ required: true, column: null })
  expect(first.problem?.vi).toMatch(/Không nhận ra cột cho trường bắt buộc: name/)
  const chosen = await look(id, { ...HOUSES, map: { name: 'Nhà' } })
  expect(chosen.said).toMatchObject({ outcome: 'refused', rowsRead: 3, rowsAccepted: 2, rowsRefused: 1 })
  expect(chosen.said?.refused[0]?.row).toBe(4)
  expect(chosen.shapes[0]).toEqual({ type: 'Point', coordinates: [105.05, 18.05] })
  expect(await count()).toBe(0)
})

test('a file of headers alone has no rows; nothing is asked of its columns', async () => {
  const { fields, problem } = await look(await idOf('trong.csv', 'place,owner\n'), { collection: 'cameras' })
  expect([fields, problem?.vi]).toEqual([[], expect.stringMatching(/^Tệp không có dòng dữ liệu nào\./)])
})

test('a file is taken in, stands in the audit log, and is undone', async () => {
  const id = await idOf('nha.csv', TABLE)
  const choice = { ...HOUSES, map: { name: 'Nhà' } }
  expect(await take(id, choice)).toMatchObject({ state: 'done', said: { outcome: 'refused' } })
  expect(await count()).toBe(0)
  const done = await take(id, { ...choice, allowPartial: true })
  expect(done.said).toMatchObject({ outcome: 'published', rowsAccepted: 2 })
  expect(await count()).toBe(2)
  const list = listImports.reply.parse((await send('GET', BASE)).json())
  expect(list.imports[0]).toMatchObject({ id: done.said?.importId, rows: 2, undone: false })
  const undo = () => send('POST', `/api/staff/imports/${done.said?.importId}/undo`)
  expect((await undo()).statusCode).toBe(204)
  expect([await count(), (await undo()).statusCode]).toEqual([0, 422])
  const { rows } = await server.db.query(
    `select action, account_id is not null as told from audit_entry where action like 'import.%' order by id`
  )
  expect(rows).toEqual([
    { action: 'import.publish', told: true },
    { action: 'import.undo', told: true }
  ])
})

test('a file of VN-2000 asks for its system, and lies where it should once that is chosen', async () => {
  const id = await idOf('nha.csv', 'name,x,y\nNVH,452350,1997100\n')
  expect((await look(id)).problem?.vi).toMatch(/EPSG/)
  const { shapes } = await look(id, { ...HOUSES, crs: 'EPSG:9209' })
  const [lng, lat] = shapes[0]?.coordinates as [number, number]
  expect([Math.round(lng * 100), Math.round(lat * 100)]).toEqual([10505, 1806])
})

test('a shape that is none is a refused row; the others are on the map', async () => {
  const feature = (geometry: unknown) => ({ type: 'Feature', properties: { name: 'NVH' }, geometry })
  const bad = [
    { type: 'Point', coordinates: [105] },
    { type: 'Point', coordinates: null },
    { type: 'Polygon', coordinates: [[105.05, 18.05]] },
    { type: 'MultiPolygon', coordinates: [[[1]]] },
    { type: 'Circle', coordinates: [105, 18] }
  ]
  const good = { type: 'Point', coordinates: [105.05, 18.05] }
  const file = { type: 'FeatureCollection', features: [...bad, good].map(feature) }
  const { said, shapes } = await look(await idOf('nha.geojson', JSON.stringify(file)))
  expect(shapes).toEqual([good])
  expect(said).toMatchObject({ rowsRead: 6, rowsRefused: 5 })
})

test('of a file with several layers one is chosen; nothing is said in the command’s words', async () => {
  const csv = (name: string) => ({ name, data: Buffer.from(TABLE) })
  const zip = zipFile([csv('nha.csv'), csv('truong.csv')])
  const { id } = (await upload('lop.zip', zip)).json<{ id: string }>()
  const first = await look(id)
  expect([first.layers, first.columns, first.said]).toEqual([['nha', 'truong'], [], null])
  expect(first.problem?.vi).toBe('«lop.zip» có nhiều lớp: «nha», «truong». Hãy chọn một ở ô «Lớp trong tệp».')
  const chosen = await look(id, { ...HOUSES, layer: 'truong', map: { name: 'Nhà' } })
  expect([chosen.layers, chosen.said?.rowsRead]).toEqual([[], 3])
})

test('nothing is left of a file that broke off, is too large or empty; another one takes its place', async () => {
  const large = await upload('to.csv', Buffer.alloc(MAX_IMPORT_BYTES + 1))
  expect(large.statusCode).toBe(413)
  expect((await upload('trong.csv', '')).statusCode).toBe(422)
  const first = await idOf(`../../${'một '.repeat(45)}.csv`, TABLE)
  const second = await idOf('hai.csv', TABLE)
  expect((await send('GET', `${BASE}/${first}`)).statusCode).toBe(404)
  const folder = join(server.environment.DATA_DIR, 'import-files')
  expect(await readdir(folder)).toEqual([second])
  expect((await send('DELETE', `${BASE}/${second}`)).statusCode).toBe(204)
  expect(await readdir(folder)).toEqual([])
})

test('a file that is still arriving is not taken away by a smaller one that overtakes it', async () => {
  const bytes = new PassThrough()
  const folder = join(server.environment.DATA_DIR, 'import-files')
  const before = (await readdir(folder)).length
  const headers = { ...planner, 'content-type': 'application/octet-stream' }
  const slow = server.app.inject({ method: 'POST', url: `${BASE}?name=cham.csv`, headers, payload: bytes })
  bytes.write(TABLE)
  await expect.poll(async () => (await readdir(folder)).length).toBe(before + 1)
  const quick = await idOf('nhanh.csv', TABLE)
  bytes.end()
  const { id } = (await slow).json<{ id: string }>()
  const asked = await Promise.all([id, quick].map((one) => send('GET', `${BASE}/${one}`)))
  expect(asked.map(({ statusCode }) => statusCode)).toEqual([200, 200])
})

test('a file is its sender’s, and a collection is filled by those who keep it, in their commune', async () => {
  const id = await idOf('nha.csv', TABLE)
  const culture = (await signedIn(server.db, { role: 'culture', communeCode: HERE })).headers
  const officer = (await signedIn(server.db, { role: 'officer', communeCode: HERE })).headers
  const asked = async (headers: Record<string, string>, body: object) =>
    (await send('POST', `${BASE}/${id}/look`, body, headers)).statusCode
  expect(await asked(culture, { collection: 'relics' })).toBe(404)
  expect(await asked(culture, HOUSES)).toBe(403)
  expect(await asked(planner, { collection: 'communes' })).toBe(403)
  expect(await asked(planner, { ...HOUSES, commune: '00632' })).toBe(403)
  expect((await upload('nha.csv', TABLE, officer)).statusCode).toBe(403)
  const bad = await idOf('anh.jpg', 'x')
  expect((await send('POST', `${BASE}/${bad}/look`, HOUSES)).json()).toMatchObject({
    status: 422,
    detail: expect.stringMatching(/định dạng|format/)
  })
})

test('household points are filled by the planner too, and a file is shown beside those of his commune that are there', async () => {
  const HOMES = { collection: 'premises' }
  const existing = async (headers = planner, collection = 'premises') =>
    send('GET', `/api/staff/imports/existing?collection=${collection}`, undefined, headers)
  const shapesOf = async () => listExisting.reply.parse((await existing()).json())
  expect(await shapesOf()).toMatchObject({ shapes: [], more: false })
  const id = await idOf('ho.csv', 'ref,lng,lat\nH1,105.05012,18.04991\nH2,105.06,18.06\n')
  expect(await take(id, HOMES)).toMatchObject({ state: 'done', said: { outcome: 'published' } })
  const { shapes, coarse } = await shapesOf()
  // Homes to about 50 m only.
  expect([coarse, shapes]).toEqual([
    true,
    expect.arrayContaining([{ type: 'Point', coordinates: [105.05, 18.05] }])
  ])
  const other = (await signedIn(server.db, { role: 'planner', communeCode: '00639' })).headers
  expect((await existing(other)).json()).toMatchObject({ shapes: [] })
  const culture = (await signedIn(server.db, { role: 'culture', communeCode: HERE })).headers
  expect((await existing(culture)).statusCode).toBe(403)
  expect((await existing(planner, 'operators')).statusCode).toBe(403)
})

test('all files that were taken in can be listed, twenty at a time', async () => {
  await server.db.query(
    `insert into import (collection, title, file_name, sha256, size_bytes, commune_code, rows_in, imported_by, published_at)
     select 'cultural_houses', 'Tệp ' || n, 'nha.csv', 'x' || n, 1, $1, 1, 'ai', now() from generate_series(1, 45) n`,
    [HERE]
  )
  const pages = [listImports.reply.parse((await send('GET', BASE)).json())]
  for (let next = pages[0]?.next; next; next = pages.at(-1)?.next)
    pages.push(listImports.reply.parse((await send('GET', `${BASE}?before=${next}`)).json()))
  const { rows } = await server.db.query('select id from import where commune_code = $1 order by id desc', [
    HERE
  ])
  expect(pages.flatMap(({ imports }) => imports.map(({ id }) => id))).toEqual(rows.map(({ id }) => id))
  expect(pages.map(({ imports }) => imports.length).slice(0, 2)).toEqual([20, 20])
  expect((await send('GET', `${BASE}?before=x`)).statusCode).toBe(400)
})

test('a column that is recognised by its name is left out where that is chosen', async () => {
  const id = await idOf('nha.csv', 'Tên,Nhà cung cấp,Kinh độ,Vĩ độ\nNVH Chín,Viettel,105.07,18.07\n')
  const columnsOf = async (choice: object) =>
    (await look(id, { ...HOUSES, ...choice })).fields.flatMap(({ name, column }) => (column ? [name] : []))
  expect(await columnsOf({})).toEqual(['name', 'provider'])
  expect(await columnsOf({ skip: ['provider'] })).toEqual(['name'])
  const required = await look(id, { ...HOUSES, skip: ['name'] })
  expect(required.problem?.vi).toMatch(/Không nhận ra cột cho trường bắt buộc: name/)
  const refusal = async (choice: object) => {
    const { statusCode, body } = await send('POST', `${BASE}/${id}/look`, { ...HOUSES, ...choice })
    return [statusCode, body]
  }
  expect(await refusal({ skip: ['lng'] })).toEqual([422, expect.stringContaining('Không có trường «lng»')])
  const both = { map: { provider: 'Nhà cung cấp' }, skip: ['provider'] }
  expect(await refusal(both)).toEqual([422, expect.stringContaining('Hãy chọn một')])
  const { said } = await take(id, { ...HOUSES, skip: ['provider'] })
  const { rows } = await server.db.query('select provider from cultural_house where import_id = $1', [
    said?.importId
  ])
  expect(rows).toEqual([{ provider: null }])
  // Chosen otherwise it is another import, not the same file again.
  expect((await look(id)).said?.outcome).not.toBe('unchanged')
})
