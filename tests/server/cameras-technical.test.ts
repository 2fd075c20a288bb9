import type { RouteOptions } from 'fastify'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn } from '../support/accounts.ts'
import { box, communeData, point } from '../support/commune-data.ts'
import { hashOf } from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { decodeTile } from '../support/decode-tile.ts'
import { startServer, type TestServer } from '../support/server.ts'

// What staff know of a camera beside place, owner, purpose and contact is told by no public route: marks are planted in every
// technical field and in a photo, and every GET route is asked for them by somebody who is not signed in.
const HERE = { code: '00501', name: 'Minh Tân', kind: 'xã', geom: box(105.3, 18.3, 105.4, 18.4) }
const AT = { lng: 105.35, lat: 18.35 }
const TECHNICAL = {
  azimuth_deg: 123.456_789,
  view_deg: 67.891_234,
  range_m: 543.219_876,
  model: 'MAYQUAYMAT9000',
  last_checked_on: '2019-03-17'
}
const MARKS = [
  '123.456',
  '123,456',
  '67.891',
  '67,891',
  '543.219',
  '543,219',
  'MAYQUAYMAT9000',
  'azimuth_deg',
  'view_deg',
  'range_m',
  '2019-03-17',
  '17/03/2019',
  'last_checked_on'
]

let server: TestServer
const routes: string[] = []

function remember({ method, url }: RouteOptions) {
  if ([method].flat().includes('GET')) routes.push(url)
}

const tileOf = (z: number) => {
  const rad = (AT.lat * Math.PI) / 180
  const n = 2 ** z
  const row = Math.floor(((1 - Math.log(Math.tan(rad) + 1 / Math.cos(rad)) / Math.PI) / 2) * n)
  return `${z}/${row}/${Math.floor(((AT.lng + 180) / 360) * n)}`
}

let featureId = ''
let photoHash = ''
let photoId = ''
beforeAll(async () => {
  server = await startServer({ onRoute: remember })
  const data = communeData(server.db)
  await data.publish('communes', [HERE])
  await data.publish('cameras', [
    {
      ref: 'c1',
      place: 'Ngã ba Chợ Mới',
      owner: 'UBND xã',
      purpose: 'An ninh trật tự',
      contact: '0239 000 000',
      notice: 'Khu vực có camera',
      commune_code: HERE.code,
      state: 'broken',
      geom: point(AT.lng, AT.lat),
      ...TECHNICAL
    }
  ])
  const { rows } = await server.db.query<{ id: number }>('select id from open.cameras')
  featureId = String(rows[0]?.id)
  await putPhoto()
})

/** A photo that shows the model and where it looks, as those who keep cameras put it up. */
async function putPhoto() {
  const { headers } = await signedIn(server.db, { role: 'planner', communeCode: HERE.code })
  const place = `/api/staff/places/cameras/${featureId}`
  const bytes = await photo()
  photoHash = hashOf(bytes)
  const asBytes = { ...headers, 'content-type': 'application/octet-stream' }
  await server.app.inject({ method: 'POST', url: `${place}/photo-files`, headers: asBytes, payload: bytes })
  const said = { altVi: 'MAYQUAYMAT9000 nhìn về chợ', author: 'MAYQUAYMAT9000', licence: 'CC0 1.0' }
  const open = { altEn: null, captionVi: null, captionEn: null, takenOn: null }
  const payload = { sha256: photoHash, ...said, ...open }
  const response = await server.app.inject({ method: 'POST', url: `${place}/photos`, headers, payload })
  expect(response.statusCode, response.body).toBe(201)
  photoId = String(response.json<{ photos: { id: number }[] }>().photos[0]?.id)
}
afterAll(() => server.stop())

/** Addresses of every GET route with what leads to the camera, and questions that could bring its fields out. */
function addresses() {
  const values: Record<string, string> = {
    collectionId: 'cameras',
    featureId,
    feature: featureId,
    code: HERE.code,
    indicator: 'camera_villages',
    collection: 'cameras',
    photo: photoId,
    sha256: photoHash,
    ':z/:row/:col': tileOf(14)
  }
  const filled = routes
    .filter((url) => !/\/events$/.test(url))
    .map((url) =>
      url
        .replace(':z/:row/:col', tileOf(14))
        .replace(/:(\w+)/g, (_, name: string) => values[name] ?? '1')
        .replace('*', 'items')
    )
  const items = '/ogc/collections/cameras/items'
  const questions = [
    ...['json', 'html'].map((form) => `${items}?f=${form}`),
    ...['geojson', 'xlsx'].map((form) => `/api/collections/cameras/export?f=${form}`),
    ...['MAYQUAYMAT9000', 'Chợ Mới', 'broken'].map((q) => `/api/search?q=${encodeURIComponent(q)}`)
  ]
  return [...new Set([...filled, ...questions])]
}

/** Everything that an answer says, as text: what is packed is unpacked. */
function textOf(body: Buffer) {
  const isZip = body.subarray(0, 2).toString() === 'PK'
  if (!isZip) return body.toString()
  return Object.values(unzipSync(body))
    .map((part) => Buffer.from(part).toString())
    .join('\n')
}

test('no public route tells anything technical of a camera', async () => {
  const told: string[] = []
  let seen = 0
  for (const url of addresses()) {
    const { rawPayload, statusCode } = await server.app.inject(url)
    const text = textOf(rawPayload)
    if (statusCode === 200 && text.includes('Ngã ba Chợ Mới')) seen++
    const found = [...MARKS, photoHash].filter((mark) => text.includes(mark))
    // What was asked for comes back in links and refusals.
    const isEcho = found.every((mark) => url.includes(mark))
    if (found.length > 0 && !isEcho) told.push(`${url}: ${found.join(', ')}`)
  }
  expect(told).toEqual([])
  // Items, one item, tiles, exports and the search were really looked into.
  expect(seen).toBeGreaterThan(4)
})

test('a tile carries what anyone may know, and its state is no filter', async () => {
  const tile = decodeTile(
    (await server.app.inject(`/ogc/collections/cameras/tiles/WebMercatorQuad/${tileOf(14)}?f=mvt`)).rawPayload
  )
  const names = (tile['cameras'] ?? []).flatMap(({ properties }) => Object.keys(properties))
  expect([...new Set(names)].sort()).toEqual(['contact', 'owner', 'place', 'purpose'])
  const item = (await server.app.inject(`/ogc/collections/cameras/items/${featureId}`)).json<{
    properties: Record<string, unknown>
  }>()
  const told = Object.entries(item.properties).filter(([, value]) => value !== null)
  expect(Object.fromEntries(told)).toMatchObject({ notice: 'Khu vực có camera' })
  expect(Object.keys(item.properties).filter((name) => name in TECHNICAL || name === 'state')).toEqual([])
  for (const [name, value] of Object.entries({ ...TECHNICAL, state: 'broken' }))
    expect((await server.app.inject(`/ogc/collections/cameras/items?${name}=${value}`)).statusCode).toBe(400)
})

test('staff who keep cameras have them with angle, range and last check, others have nothing', async () => {
  const ask = async (role: 'planner' | 'culture') => {
    const { headers } = await signedIn(server.db, { role, communeCode: HERE.code })
    return server.app.inject({ url: '/api/staff/cameras', headers })
  }
  const { azimuth_deg: azimuthDeg, view_deg: viewDeg, range_m: rangeM, model } = TECHNICAL
  const known = { azimuthDeg, viewDeg, rangeM, model, lastCheckedOn: '2019-03-17', state: 'broken', ...AT }
  expect((await ask('planner')).json().cameras).toEqual([expect.objectContaining(known)])
  expect((await ask('culture')).statusCode).toBe(403)
})

test('the file of those who keep cameras has it all', async () => {
  const { headers } = await signedIn(server.db, { role: 'planner', communeCode: HERE.code })
  const url = '/api/staff/collections/cameras/export?f=geojson'
  const { body, statusCode } = await server.app.inject({ url, headers })
  expect(statusCode).toBe(200)
  expect(body).toContain('MAYQUAYMAT9000')
  expect(body).toContain('2019-03-17')
})

test('of its photo there is no public file, and staff’s own is for staff', async () => {
  const { rows } = await server.db.query(
    `select encode(sha256, 'hex') as sha256, open from media where made_of is not null or open`
  )
  expect(rows).toEqual([])
  const preview = `/api/staff/places/cameras/${featureId}/photos/${photoId}/preview`
  const asked = [`/api/media/${photoHash}`, `/iiif/${photoHash}/info.json`, preview]
  const codes = await Promise.all(asked.map(async (url) => (await server.app.inject(url)).statusCode))
  expect(codes).toEqual([404, 404, 401])
  const { headers } = await signedIn(server.db, { role: 'planner', communeCode: HERE.code })
  const { headers: sent, statusCode } = await server.app.inject({ url: preview, headers })
  expect([statusCode, sent['content-type']]).toEqual([200, 'image/webp'])
})
