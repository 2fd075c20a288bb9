import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn } from '../support/accounts.ts'
import { box, communeData, point } from '../support/commune-data.ts'
import { photo } from '../support/media-files.ts'
import { edit, openBags, pageOf } from '../support/relic-bags.ts'
import { startServer, type TestServer } from '../support/server.ts'

// What is public here is decided here: neither a bag that is refused nor one that is older opens a file.

let source: TestServer
let target: TestServer
let bag: string
const bags = openBags()
const HERE = '00524'
const RELIC = 'dinh-mot'
const PATH = `/di-tich/${RELIC}`
const words = (altVi: string) => ({
  ...{ kind: 'image', altVi, altEn: null, captionVi: null, captionEn: null, takenOn: null },
  ...{ author: 'Lê A', licence: 'CC BY 4.0' }
})

async function send(server: TestServer, method: 'POST' | 'DELETE', url: string, payload: object, more = {}) {
  const { headers } = await signedIn(server.db, { role: 'culture', communeCode: HERE })
  const asked = { method, url: `/api/staff/relics/${RELIC}/${url}`, headers: { ...headers, ...more } }
  const answer = await server.app.inject(method === 'DELETE' ? asked : { ...asked, payload })
  if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`)
  return answer
}
async function putUp(altVi: string, bytes: Buffer) {
  const type = { 'content-type': 'application/octet-stream' }
  const { sha256 } = (await send(source, 'POST', 'image-files', bytes, type)).json<{ sha256: string }>()
  await send(source, 'POST', 'images', { sha256, ...words(altVi) })
}
const beOld = ({ db }: TestServer) => db.query(`update relic_media set valid_from = '2026-01-01'`)

interface Row {
  id: number
  version: number
  files: string[]
}
async function shown({ db }: TestServer, altVi: string) {
  const { rows } = await db.query<Row>(
    `select medium_id as id, id as version, array[encode(public_sha256, 'hex'), encode(thumb_sha256, 'hex')] as files
       from relic_media where alt_vi = $1 and known_to = 'infinity' and valid_to = 'infinity'`,
    [altVi]
  )
  return rows
}
async function takeDown(server: TestServer, altVi: string) {
  const { id, version, files } = (await shown(server, altVi))[0]!
  await send(server, 'DELETE', `images/${id}`, {}, { 'if-match': `"${version}"` })
  return files
}
const answers = async (server: TestServer, files: readonly string[]) => {
  const codes = files.map(async (file) => (await pageOf(server, `/api/media/${file}`)).statusCode)
  return [...new Set(await Promise.all(codes))]
}
const filesOf = (path: string): { sha256: string; open: boolean }[] =>
  JSON.parse(readFileSync(join(path, 'data/media.json'), 'utf8')).files
const reranked = (rank: string) =>
  bags.altered(bag, (copy) =>
    edit(copy, 'data/relics.geojson', (text) => text.replace('"rank": "provincial"', `"rank": "${rank}"`))
  )

const FRONT = 'Mặt trước'
const STELE = 'Bia đá'
const ROOF = 'Mái đình'
let roof: Buffer

beforeAll(async () => {
  source = await startServer()
  target = await startServer()
  const commune = { code: HERE, name: 'Xã Gỡ', geom: box(105.2, 18, 105.9, 18.5) }
  for (const { db } of [source, target]) await communeData(db).publish('communes', [commune])
  const relic = { ref: 'd1', name: 'Đình Một', commune_code: HERE, geom: point(105.31, 18.3) }
  await communeData(source.db).publish('relics', [{ ...relic, rank: 'provincial' }])
  roof = await photo({ width: 700 })
  await putUp(FRONT, await photo({ width: 900 }))
  await putUp(STELE, await photo({ width: 800 }))
  await putUp(ROOF, roof)
  await beOld(source)
  bag = (await bags.put(source, 'tui')).path
}, 240_000)
afterAll(async () => {
  await source.stop()
  await target.stop()
  bags.remove()
})

test('a bag that is refused opens none of its files; taken in, exactly those open that were', async () => {
  const files = filesOf(bag)
  const open = files.filter((file) => file.open).map(({ sha256 }) => sha256)
  const closed = files.filter((file) => !file.open).map(({ sha256 }) => sha256)
  expect([open.length, closed.length]).toEqual([6, 3])
  expect(await bags.refusal(target, reranked('không có'))).toMatch(/^Có dòng của túi không nạp được/)
  expect(await answers(target, [...open, ...closed])).toEqual([404])
  expect(await bags.takeIn(target, bag)).toMatchObject({ outcome: 'done', media: 3 })
  expect(await answers(target, open)).toEqual([200])
  expect(await answers(target, closed)).toEqual([404])
})

test('what was taken down here stays down, whatever else the bag brings', async () => {
  const files = await takeDown(target, STELE)
  expect(await answers(target, files)).toEqual([404])
  expect(await bags.takeIn(target, bag)).toMatchObject({ outcome: 'unchanged', media: 0 })
  expect(await bags.takeIn(target, reranked('national'))).toMatchObject({
    outcome: 'done',
    rows: 1,
    media: 0
  })
  expect((await pageOf(target, PATH)).text).toContain('Di tích quốc gia')
  expect(await shown(target, STELE)).toEqual([])
  expect(await answers(target, files)).toEqual([404])
})

test('so it does where the bag calls it a document', async () => {
  const called = bags.altered(bag, (copy) =>
    edit(copy, 'data/relics.json', (text) =>
      text.replace(/"kind": "image"(,\s+"position": \d+,\s+"altVi": "Bia đá")/, '"kind": "document"$1')
    )
  )
  expect(readFileSync(join(called, 'data/relics.json'), 'utf8')).toContain('"document"')
  expect(await bags.takeIn(target, called)).toMatchObject({ media: 0 })
  expect(await shown(target, STELE)).toEqual([])
})

test('what was put up and taken down here on one day stays down as well', async () => {
  const today = `(now() at time zone 'Asia/Ho_Chi_Minh')::date`
  await target.db.query(`update relic_media set valid_from = ${today} where alt_vi = $1`, [FRONT])
  const files = await takeDown(target, FRONT)
  await bags.takeIn(target, bag)
  expect(await shown(target, FRONT)).toEqual([])
  expect(await answers(target, files)).toEqual([404])
})

test('what was taken down there and put up again goes and comes with the next bags', async () => {
  await takeDown(source, ROOF)
  await bags.takeIn(target, (await bags.put(source, 'down')).path)
  expect(await shown(target, ROOF)).toEqual([])
  await putUp(ROOF, roof)
  await bags.takeIn(target, bag)
  expect(await shown(target, ROOF)).toEqual([])
  const { path } = await bags.put(source, 'again')
  await bags.takeIn(target, path)
  const [own, ...more] = await shown(target, ROOF)
  expect(more).toEqual([])
  expect(await answers(target, own!.files)).toEqual([200])
  expect(await bags.takeIn(target, path)).toMatchObject({ outcome: 'unchanged', media: 0 })
})
