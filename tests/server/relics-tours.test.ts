import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Pack } from '../../server/relics/pack-contract.ts'
import type { MapTour, MapTours } from '../../server/relics/tour-map-contract.ts'
import type { TourWeight } from '../../server/relics/tour-weight-contract.ts'
import type { StaffTour, TourWords } from '../../server/relics/tour-contract.ts'
import { signedIn } from '../support/accounts.ts'
import { box, communeData, point } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'

const HERE = '00341'
const BASE = 'http://xa.example.vn'
const HIDDEN = { lng: 105.033_713, lat: 20.035_179 }

let server: TestServer
let headers: Record<string, string>

beforeAll(async () => {
  server = await startServer({ publicUrl: BASE })
  const all = { commune_code: HERE, rank: 'provincial', protected: null as boolean | null }
  await communeData(server.db).publish('relics', [
    { ...all, ref: '1', name: 'Đình Một', geom: point(105.3, 18.3) },
    { ...all, ref: '2', name: 'Đền Hai', geom: point(105.301, 18.3) },
    { ...all, ref: '3', name: 'Chùa Ba', geom: point(105.301, 18.305) },
    { ...all, ref: '4', name: 'Gò Kín', geom: point(HIDDEN.lng, HIDDEN.lat), protected: true },
    { ...all, ref: '5', name: 'Tuyến', geom: point(105.31, 18.31) },
    { ...all, ref: 'x', name: 'Chùa xã bên', commune_code: '00342', geom: point(105.302, 18.3) }
  ])
  headers = await culture(HERE)
})
afterAll(() => server.stop())

const culture = async (communeCode: string) => ({
  ...(await signedIn(server.db, { role: 'culture', communeCode })).headers,
  origin: BASE
})
const words = (more: Partial<TourWords> = {}): TourWords => ({
  titleVi: 'Một ngày ở làng',
  titleEn: 'A day in the village',
  leadVi: 'Đi bộ nửa ngày.',
  leadEn: null,
  stops: ['dinh-mot', 'den-hai', 'chua-ba'],
  line: null,
  ...more
})
const send = (method: 'POST' | 'PUT', path: string, payload: object, more: Record<string, string> = {}) =>
  server.app.inject({
    method,
    url: `/api/staff/relic-tours${path}`,
    headers: { ...headers, 'accept-language': 'en', ...more },
    payload
  })
const match = (version: number) => ({ 'if-match': `"${version}"` })
async function made(more: Partial<TourWords> = {}, published = true) {
  const response = await send('POST', '', words(more))
  if (response.statusCode !== 201) throw new Error(response.body)
  const { id, version } = response.json<StaffTour>()
  const shown = await send('PUT', `/${id}/published`, { published }, match(version))
  return shown.json<StaffTour>()
}
const page = (url: string) => server.app.inject({ url })
const WAY: [number, number][] = [
  [105.3, 18.3],
  [105.3005, 18.301],
  [105.301, 18.3],
  [105.301, 18.305]
]

describe('a tour', () => {
  test('is nobody’s until it is published, and nobody’s again once it is withdrawn', async () => {
    const tour = await made({ titleVi: 'Tuyến nháp' }, false)
    const address = `/di-tich/tuyen/${tour.slug}`
    expect((await page(address)).statusCode).toBe(404)
    expect((await page('/di-tich')).body).not.toContain('Tuyến nháp')

    const shown = await send('PUT', `/${tour.id}/published`, { published: true }, match(tour.version))
    expect((await page(address)).statusCode).toBe(200)
    expect((await page('/di-tich')).body).toContain(address)
    expect((await page('/sitemap.xml')).body).toContain(`${BASE}${address}</loc>`)

    await send('PUT', `/${tour.id}/published`, { published: false }, match(shown.json<StaffTour>().version))
    expect((await page(address)).statusCode).toBe(404)
    expect((await page('/sitemap.xml')).body).not.toContain(address)
  })

  test('shows its stops in their order, how far from one to the next in a straight line, and the sum', async () => {
    const { slug } = await made()
    const { body } = await page(`/di-tich/tuyen/${slug}`)

    expect([...body.matchAll(/<h3><a href="([^"]+)"/g)].map(([, href]) => href)).toEqual([
      '/di-tich/dinh-mot',
      '/di-tich/den-hai',
      '/di-tich/chua-ba'
    ])
    expect(body).toContain('110 m (đường thẳng) đến điểm tiếp theo')
    expect(body).toContain('550 m (đường thẳng) đến điểm tiếp theo')
    expect(body).toContain('Tổng chiều dài: 660 m')
    expect(body).toMatch(/<path class="way straight" d="M[\d.]+ [\d.]+L/)
    expect(body.match(/<script(?! type="application\/ld\+json").*?>/g)).toEqual([
      '<script type="module" src="/di-tich/tuyen.js">'
    ])
  })

  test('with a drawn way tells the lengths along it', async () => {
    const { slug } = await made({ line: WAY })
    const { body } = await page(`/di-tich/tuyen/${slug}`)

    expect(body).toContain('250 m (theo đường đã vẽ) đến điểm tiếp theo')
    expect(body).toContain('Tổng chiều dài: 800 m')
    expect(body).toContain('<path class="way" d="M')
  })

  test('says to machines what it is: languages, Open Graph, schema.org', async () => {
    const { slug } = await made()
    const { body } = await page(`/di-tich/tuyen/${slug}?lang=en`)
    const data = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(body)?.[1] ?? ''

    expect(body).toContain(`hreflang="vi" href="${BASE}/di-tich/tuyen/${slug}?lang=vi"`)
    expect(body).toContain('<meta property="og:title" content="A day in the village" />')
    expect(body).toContain('<p class="words" lang="vi">Đi bộ nửa ngày.</p>')
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'TouristTrip',
      name: 'A day in the village',
      itinerary: {
        numberOfItems: 3,
        itemListElement: [{ position: 1, item: { name: 'Đình Một' } }, { position: 2 }, { position: 3 }]
      }
    })
  })

  test('leads on from the page of each of its relics', async () => {
    const { slug } = await made({ titleVi: 'Tuyến nối' })
    const second = (await page('/di-tich/den-hai')).body
    const last = (await page('/di-tich/chua-ba?lang=en')).body
    const section = second.slice(second.indexOf(`/di-tich/tuyen/${slug}`))

    expect(section).toMatch(
      /Điểm tiếp theo:\s*<a class="next" href="\/di-tich\/chua-ba">Chùa Ba<\/a>,\s*550 m \(đường thẳng\)/
    )
    expect(last).toContain('This is the last stop of the tour.')
    expect((await page('/di-tich/chua-xa-ben')).body).not.toContain('Tuyến tham quan')
  })

  test('never tells a hidden place: a cell is drawn, distances are from its middle, a way is refused', async () => {
    const stops = ['dinh-mot', 'go-kin']
    const { slug } = await made({ titleVi: 'Tuyến kín', stops })
    const { body } = await page(`/di-tich/tuyen/${slug}`)
    expect(body).toContain('<path class="cell"')
    expect(body).toContain('"@type":"GeoShape"')
    expect(body).not.toContain('105.0337')
    expect(body).not.toContain('20.0351')

    const way: [number, number][] = [
      [105.3, 18.3],
      [HIDDEN.lng, HIDDEN.lat]
    ]
    const refused = await send('POST', '', words({ stops, line: way }))
    expect(refused.statusCode).toBe(422)
    expect(refused.json().detail).toContain('Gò Kín')
  })

  test('is taken along with its page, those of its relics and their letters, and says how much that is', async () => {
    const { slug } = await made({ titleVi: 'Tuyến mang theo' })
    const address = `/di-tich/tuyen/${slug}`
    const pack = (await page(`${address}/goi.json?lang=en`)).json<Pack>()
    const again = (await page(`${address}/goi.json?lang=en`)).json<Pack>()
    const pages = pack.files.filter(({ kind }) => kind === 'page')

    expect(pages.map(({ path }) => path)).toEqual([
      address,
      '/di-tich/dinh-mot',
      '/di-tich/den-hai',
      '/di-tich/chua-ba'
    ])
    for (const { from, bytes } of pages) expect(Buffer.byteLength((await page(from)).body), from).toBe(bytes)
    expect(pack.files.filter(({ kind }) => kind === 'letters')).toHaveLength(4)
    expect(pack.bytes).toBe(pack.files.reduce((sum, { bytes }) => sum + bytes, 0))
    expect([pack.fits, again.version]).toEqual([true, pack.version])
    expect((await page('/di-tich/tuyen/khong-co/goi.json')).statusCode).toBe(404)
  })

  test('loses its way for the public where a stop is hidden later', async () => {
    const { slug } = await made({
      titleVi: 'Tuyến lộ',
      stops: ['dinh-mot', 'den-hai'],
      line: WAY.slice(0, 3)
    })
    await server.db.query(`update relic_site set protected = true where name = 'Đền Hai'`)
    const { body } = await page(`/di-tich/tuyen/${slug}`)
    await server.db.query(`update relic_site set protected = false where name = 'Đền Hai'`)

    expect(body).toContain('class="way straight"')
  })
})

describe('staff', () => {
  test.each([
    ['a stop twice', { stops: ['dinh-mot', 'dinh-mot'] }, 422],
    ['one stop', { stops: ['dinh-mot'] }, 400],
    ['no title', { titleVi: ' ' }, 400],
    ['another commune’s relic', { stops: ['dinh-mot', 'chua-xa-ben'] }, 404],
    ['a relic that there is not', { stops: ['dinh-mot', 'khong-co'] }, 404],
    [
      'a way elsewhere',
      {
        line: [
          [106, 19],
          [106.1, 19]
        ] as [number, number][]
      },
      422
    ],
    ['a way from far away', { line: [[105.3, 18.42] as [number, number], ...WAY] }, 422],
    [
      'a way of no place',
      {
        line: [
          [300, 19],
          [106.1, 19]
        ] as [number, number][]
      },
      400
    ]
  ])('are refused %s', async (_, more, status) => {
    expect((await send('POST', '', words(more))).statusCode).toBe(status)
  })

  test('change a tour of the version that they read; who comes second is told how it is', async () => {
    const { id, version } = await made()
    const first = await send('PUT', `/${id}`, words({ stops: ['chua-ba', 'den-hai'] }), match(version))
    const second = await send('PUT', `/${id}`, words({ titleVi: 'Khác' }), match(version))

    expect(first.json<StaffTour>().stops.map(({ slug }) => slug)).toEqual(['chua-ba', 'den-hai'])
    expect(second.statusCode).toBe(412)
    expect(second.json<StaffTour>().stops).toHaveLength(2)
    expect((await send('PUT', `/${id}`, words())).statusCode).toBe(428)
  })

  test('give two tours one title at once, and each has its address', async () => {
    const both = await Promise.all([1, 2, 3].map(() => made({ titleVi: 'Cùng một tên' }, false)))
    const slugs = both.map(({ slug }) => slug).sort()
    expect(slugs).toEqual(['cung-mot-ten', 'cung-mot-ten-2', 'cung-mot-ten-3'])
  })

  test('of another commune neither see nor change it', async () => {
    const { id, version } = await made()
    const others = await culture('00342')
    const list = await server.app.inject({ url: '/api/staff/relic-tours', headers: others })

    expect(list.json()).toEqual({ tours: [] })
    expect((await send('PUT', `/${id}`, words(), { ...others, ...match(version) })).statusCode).toBe(404)
  })

  test('are named in the log with what they changed', async () => {
    const { id } = await made({ titleVi: 'Tuyến có nhật ký' })
    const { rows } = await server.db.query<{ action: string }>(
      `select action from audit_entry where subject = 'relic_tour' and subject_id = $1 order by id`,
      [String(id)]
    )
    expect(rows.map(({ action }) => action)).toEqual(['relic_tour.create', 'relic_tour.publish'])
  })
})

test('no relic has an address that a page of the program has', async () => {
  expect((await page('/di-tich/di-tich-tuyen')).statusCode).toBe(200)
  expect((await page('/di-tich/tuyen')).headers.location).toBe('/di-tich#tuyen')
  const taken = await server.app.inject({
    method: 'PUT',
    url: '/api/staff/relics/den-hai/address',
    headers,
    payload: { slug: 'tuyen' }
  })
  expect(taken.statusCode).toBe(422)
})

describe('on the map', () => {
  const onMap = async (slug: string) => (await page(`/api/relic-tours/${slug}`)).json<MapTour>()
  const listed = async (query: string) =>
    (await page(`/api/relic-tours${query}`)).json<MapTours>().tours.map((tour) => tour.slug)

  test('it is its stops in their order and its way, once it is published', async () => {
    const draft = await made({ titleVi: 'Tuyến chưa công bố' }, false)
    expect((await page(`/api/relic-tours/${draft.slug}`)).statusCode).toBe(404)
    const { slug } = await made({ titleVi: 'Tuyến bản đồ', line: WAY })
    const { stops, way, isAlongWay, metres } = await onMap(slug)

    expect(stops.map(({ slug: stop, lng, lat }) => [stop, lng, lat])).toEqual([
      ['dinh-mot', 105.3, 18.3],
      ['den-hai', 105.301, 18.3],
      ['chua-ba', 105.301, 18.305]
    ])
    expect([way, isAlongWay]).toEqual([WAY, true])
    expect(Math.round(metres)).toBe(799)
    expect(await listed(`?commune=${HERE}`)).toContain(slug)
    expect(await listed('')).not.toContain(draft.slug)
    expect(await listed('?commune=00342')).toEqual([])
  })

  test('a tour past a hidden place is a commune’s only where that holds the whole cell', async () => {
    const { slug } = await made({ titleVi: 'Tuyến kín của xã', stops: ['dinh-mot', 'go-kin'] })
    const ground = (east: number) => [{ code: HERE, name: 'Xã Kín', geom: box(104.9, 19.9, east, 20.1) }]
    await communeData(server.db).publish('communes', ground(HIDDEN.lng + 0.0001), {
      at: '2026-03-01T00:00:00Z'
    })
    expect(await listed(`?commune=${HERE}`)).not.toContain(slug)
    expect(await listed('')).toContain(slug)

    await communeData(server.db).publish('communes', ground(105.2), { at: '2026-03-02T00:00:00Z' })
    expect(await listed(`?commune=${HERE}`)).toContain(slug)
  })

  test('a hidden stop lies in the middle of its cell, and no way leads there', async () => {
    const { slug } = await made({ titleVi: 'Tuyến kín trên bản đồ', stops: ['dinh-mot', 'go-kin'] })
    const { body } = await page(`/api/relic-tours/${slug}`)
    const { stops, way } = await onMap(slug)

    expect(stops[1]).toMatchObject({ slug: 'go-kin', isProtected: true })
    expect(way).toBeNull()
    expect(body).not.toContain('105.0337')
    expect(body).not.toContain('20.0351')
    const [cell] = (
      await server.db.query<{ within: boolean }>(
        `select st_within(st_setsrid(st_makepoint($1, $2), 4326), geom) as within from open.relics where name = 'Gò Kín'`,
        [stops[1]?.lng, stops[1]?.lat]
      )
    ).rows
    expect(cell).toEqual({ within: true })
  })

  test('its page and the list of relics lead to the map with its line', async () => {
    const { slug } = await made({ titleVi: 'Tuyến có đường dẫn' })
    expect((await page(`/di-tich/tuyen/${slug}`)).body).toMatch(new RegExp(`href="/\\?[^"]*tour=${slug}`))
    expect((await page('/di-tich')).body).toContain(`href="/di-tich?tour=${slug}"`)
    expect((await page(`/di-tich?tour=${slug}`)).body).toMatch(
      new RegExp(`<iframe src="/embed\\?[^"]*tour=${slug}`)
    )
    expect((await page('/di-tich?tour=../x')).statusCode).toBe(400)
  })
})

test('the desk tells what a tour weighs before it is published, and what makes it heavy', async () => {
  const draft = await made({ titleVi: 'Tuyến cân thử' }, false)
  const url = `/api/staff/relic-tours/${draft.id}/weight`
  const weight = (await server.app.inject({ url, headers })).json<TourWeight>()
  expect(weight).toMatchObject({ fits: true, isReduced: false, most: 30_000_000 })
  expect(weight.stops.map(({ slug }) => slug).sort()).toEqual(['chua-ba', 'den-hai', 'dinh-mot'])

  await send('PUT', `/${draft.id}/published`, { published: true }, match(draft.version))
  const pack = (await page(`/di-tich/tuyen/${draft.slug}/goi.json`)).json<Pack>()
  // Its relics' pages now name the tour.
  expect(Math.abs(weight.bytes - pack.bytes)).toBeLessThan(10_000)
  const other = { ...(await culture('00342')) }
  expect((await server.app.inject({ url, headers: other })).statusCode).toBe(404)
})
