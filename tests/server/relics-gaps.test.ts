import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn } from '../support/accounts.ts'
import { communeData, point } from '../support/commune-data.ts'
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
      score: 1
    },
    expect.objectContaining({ slug: 'dinh-tren-co', decided: true, placed: true, described: true, score: 4 })
  ])
  expect(response.body).not.toContain('105.31')
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

test('in English where that is asked for, and nothing else is understood', async () => {
  expect((await ask('/api/staff/relics.csv?lang=en')).body).toContain(';missing;')
  expect((await ask('/api/staff/relics?all=1')).statusCode).toBe(400)
})
