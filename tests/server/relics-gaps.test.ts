import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RelicGapsShapes } from '../../server/relics/staff-contract.ts'
import { signedIn } from '../support/accounts.ts'
import { box, communeData, point } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
const HERE = '00311'

beforeAll(async () => {
  server = await startServer()
  await communeData(server.db).publish('relics', [
    {
      ref: '1',
      name: 'Đình Trên; "cổ"',
      commune_code: HERE,
      geom: point(105.3, 18.3),
      rank: 'provincial',
      decision_number: '1',
      decision_date: '2011-05-18',
      accuracy_m: 3,
      description: 'Có.',
      protected: false
    },
    {
      ref: '2',
      name: '=Gò Mộ',
      commune_code: HERE,
      geom: point(105.312_345, 18.312_345),
      rank: null,
      decision_number: null,
      decision_date: null,
      accuracy_m: null,
      description: null,
      protected: true
    },
    {
      ref: '3',
      name: 'Chùa xã bên',
      commune_code: '00312',
      geom: point(105.4, 18.4),
      rank: null,
      decision_number: null,
      decision_date: null,
      accuracy_m: null,
      description: null,
      protected: null
    }
  ])
})
afterAll(() => server.stop())

/** What a culture officer of a commune (null: of all) is answered. */
async function ask(url: string, communeCode: string | null = HERE) {
  const { headers } = await signedIn(server.db, { role: 'culture', communeCode })
  return server.app.inject({ url, headers })
}

test('a culture officer sees what each relic of his commune lacks, those that lack most first', async () => {
  const response = await ask('/api/staff/relics')

  expect(response.headers['cache-control']).toBe('no-store')
  expect(response.json().relics).toEqual([
    {
      slug: 'go-mo',
      placeId: expect.any(Number),
      name: '=Gò Mộ',
      rank: null,
      kind: null,
      communeCode: HERE,
      isProtected: true,
      images: 0,
      decided: false,
      placed: false,
      pictured: false,
      described: false,
      more: false,
      addressed: true,
      archived: false,
      score: 1,
      place: { lng: expect.any(Number), lat: expect.any(Number) }
    },
    expect.objectContaining({ slug: 'dinh-tren-co', decided: true, placed: true, described: true, score: 4 })
  ])
  expect(response.body).not.toContain('105.312345')
})

test('of a protected relic the list tells the middle of its cell, of others a point of their ground', async () => {
  const [hidden, open] = (await ask('/api/staff/relics')).json().relics

  expect(open.place).toEqual({ lng: 105.3, lat: 18.3 })
  expect(Math.abs(hidden.place.lng - 105.312_345)).toBeLessThan(0.0025)
  expect(Math.abs(hidden.place.lat - 18.312_345)).toBeLessThan(0.0025)
})

test('one of all communes sees them all', async () => {
  expect((await ask('/api/staff/relics', null)).json().relics).toHaveLength(3)
})

test('the table opens in spreadsheets: marked UTF-8, quoted, no formula, a link to each relic', async () => {
  const response = await ask('/api/staff/relics.csv?lang=vi')
  const [head, ...lines] = response.body.split('\r\n')

  expect(response.headers['content-type']).toBe('text/csv; charset=utf-8')
  expect(response.headers['content-disposition']).toMatch(
    /^attachment; filename="di-tich-so-hoa_[0-9-]{10}\.csv"$/
  )
  expect(head).toMatch(/^\uFEFFTên di tích;Xếp hạng;/)
  expect(lines).toEqual([
    expect.stringMatching(/^'=Gò Mộ;.*;còn thiếu;http:\/\/[^/;]+\/di-tich\/go-mo$/),
    expect.stringMatching(/^"Đình Trên; ""cổ""";Di tích cấp tỉnh;00311;4;0;đã có;/),
    ''
  ])
})

test('as GeoJSON it has a feature for each relic, with what it lacks', async () => {
  const response = await ask('/api/staff/relics.geojson?lang=vi')
  const { type, features } = response.json<RelicGapsShapes>()

  expect(response.headers['content-type']).toMatch(/^application\/geo\+json/)
  expect(response.headers['content-disposition']).toMatch(/filename="di-tich-so-hoa_[0-9-]{10}\.geojson"$/)
  expect(type).toBe('FeatureCollection')
  expect(features.map(({ id }) => id)).toEqual(['go-mo', 'dinh-tren-co'])
  expect(features[1]).toEqual({
    type: 'Feature',
    id: 'dinh-tren-co',
    geometry: { type: 'Point', coordinates: [105.3, 18.3] },
    properties: {
      name: 'Đình Trên; "cổ"',
      rank: 'provincial',
      kind: null,
      commune_code: HERE,
      score: 4,
      digitised: false,
      images: 0,
      decided: true,
      placed: true,
      pictured: false,
      described: true,
      more: false,
      addressed: true,
      archived: false,
      missing: expect.stringMatching(/^Ít nhất 5 ảnh .*; Ảnh 360°, .*; Bản gốc/),
      protected: false,
      place_note: null,
      page: expect.stringMatching(/^http:\/\/[^/]+\/di-tich\/dinh-tren-co$/)
    }
  })
})

test('a protected relic is its cell in the file, and the file says so', async () => {
  const response = await ask('/api/staff/relics.geojson?lang=en')
  const { geometry, properties } = response.json<RelicGapsShapes>().features[0]!

  expect(geometry?.type).toBe('Polygon')
  expect(properties).toMatchObject({ protected: true, place_note: expect.stringContaining('500 m cell') })
  expect(response.body).not.toContain('105.312345')
})

test('files name the commune of a hidden relic only where that holds the whole cell', async () => {
  const said = async () => {
    const [line] = (await ask('/api/staff/relics.csv')).body.split('\r\n').slice(1)
    const { features } = (await ask('/api/staff/relics.geojson')).json<RelicGapsShapes>()
    return [line?.split(';')[2], features[0]?.properties.commune_code]
  }
  const ground = (east: number) => [{ code: HERE, name: 'Xã Gò', geom: box(105.2, 18.2, east, 18.4) }]
  await communeData(server.db).publish('communes', ground(105.3124), { at: '2026-03-01T00:00:00Z' })
  expect(await said()).toEqual(['', null])

  await communeData(server.db).publish('communes', ground(105.35), { at: '2026-03-02T00:00:00Z' })
  expect(await said()).toEqual([HERE, HERE])
})

test('a relic without coordinates is in list and file, without a place', async () => {
  const nowhere = '00313'
  await communeData(server.db).publish(
    'relics',
    [{ ref: '4', name: 'Miếu Lạc', commune_code: nowhere, geom: 'SRID=4326;POINT EMPTY' }],
    { at: '2026-02-01T00:00:00Z' }
  )
  const { relics } = (await ask('/api/staff/relics', nowhere)).json()
  const { features } = (await ask('/api/staff/relics.geojson', nowhere)).json<RelicGapsShapes>()

  expect(relics).toEqual([expect.objectContaining({ name: 'Miếu Lạc', place: null })])
  expect(features).toEqual([expect.objectContaining({ id: 'mieu-lac', geometry: null })])
})

test('in English where that is asked for, and nothing else is understood', async () => {
  expect((await ask('/api/staff/relics.csv?lang=en')).body).toContain(';missing;')
  expect((await ask('/api/staff/relics.geojson?lang=en')).body).toContain('Description in Vietnamese')
  expect((await ask('/api/staff/relics?all=1')).statusCode).toBe(400)
  expect((await ask('/api/staff/relics.geojson?f=kml')).statusCode).toBe(400)
})
