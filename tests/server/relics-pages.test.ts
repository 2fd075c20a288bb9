import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { importFile } from '../../server/collections/import/import-file.ts'
import { undoImport } from '../../server/collections/import/undo.ts'
import { derivations, registry } from '../../server/themes.ts'
import { features, PHUONG_MOT, point, square } from '../support/import-folder.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let count = 0
const deps = () => ({ db: server.db, registry, derivations })

/** Takes relics (or another collection) in as a file of GeoJSON. */
async function take(collection: string, content: object) {
  const file = join(server.environment.DATA_DIR, `file-${++count}.geojson`)
  writeFileSync(file, JSON.stringify(content))
  return importFile(deps(), { collection, file, importedBy: 'test' })
}
const relics = (...rows: Parameters<typeof features>) => take('relics', features(...rows))
const page = (url: string, headers: Record<string, string> = {}) => server.app.inject({ url, headers })

beforeAll(async () => {
  server = await startServer({ publicUrl: 'https://xa.example.vn' })
  await take('communes', PHUONG_MOT)
  await take(
    'villages',
    features([{ code: '00001-01', name: 'Bến Đá', kind: 'thôn' }, square(105.02, 20.02, 0.02)])
  )
  await relics(
    [
      {
        ref: 'dt-1',
        name: 'Đình Chợ Trằm',
        rank: 'tỉnh',
        kind: 'Kiến trúc nghệ thuật',
        decision_number: '12/QĐ-UBND',
        decision_date: '2011-05-18',
        other_names: 'Đình Cả; Đình Trằm',
        period: 'Thế kỷ XVIII',
        condition: 'xuống cấp nhẹ',
        accuracy_m: 5
      },
      point(105.03, 20.03)
    ],
    [{ ref: 'dt-2', name: 'Đền Bến Đá', rank: 'quốc gia', kind: 'Lịch sử' }, square(105.035, 20.035, 0.001)],
    [{ ref: 'dt-3', name: 'Giếng cổ', rank: 'kiểm kê' }, point(105.05, 20.05)],
    [{ ref: 'dt-4', name: 'Giếng cổ', rank: 'kiểm kê' }, point(105.06, 20.06)]
  )
})
afterAll(() => server.stop())

describe('the list', () => {
  test('is whole in the HTML, the highest rank first, in the language asked for', async () => {
    const vi = await page('/di-tich')
    const en = await page('/di-tich?lang=en')

    expect(vi.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(vi.body).toContain('<title>Di tích · Địa bàn</title>')
    expect(vi.body).toContain('4 di tích')
    expect(vi.body.indexOf('Đền Bến Đá')).toBeLessThan(vi.body.indexOf('Đình Chợ Trằm'))
    expect(vi.body).toContain('Thôn Bến Đá')
    expect(en.body).toContain('<html lang="en">')
    expect(en.body).toContain('href="/di-tich/dinh-cho-tram?lang=en"')
    expect(vi.body).not.toMatch(/<script(?! type="module" src="\/di-tich\/gan-day\.js"><\/script>)/)
  })

  test.each([
    ['rank=national', ['Đền Bến Đá']],
    [`kind=${encodeURIComponent('Kiến trúc nghệ thuật')}`, ['Đình Chợ Trằm']],
    ['village=00001-01', ['Đền Bến Đá', 'Đình Chợ Trằm']],
    ['q=dinh+xa', []],
    ['q=dinh+ca', ['Đình Chợ Trằm']],
    ['q=gieng&rank=&kind=', ['Giếng cổ', 'Giếng cổ']],
    ['near=20.06,105.06&sort=distance&q=gieng', ['Giếng cổ', 'Giếng cổ']]
  ])('is narrowed by %s', async (query, names) => {
    const { body, statusCode } = await page(`/di-tich?${query}`)

    expect(statusCode).toBe(200)
    expect([...body.matchAll(/<h2[^>]*><a [^>]*>([^<]+)</g)].map(([, name]) => name)).toEqual(names)
  })

  test('tells distances from where it was asked, nearest first', async () => {
    const { body } = await page('/di-tich?near=20.06,105.06&sort=distance')

    expect([...body.matchAll(/di-tich\/(gieng-co(?:-2)?)"/g)].map(([, slug]) => slug)).toEqual([
      'gieng-co-2',
      'gieng-co'
    ])
    expect(body).toContain('<span class="far">0 m</span>')
    expect(body).toContain('<span class="far">1,5 km</span>')
  })

  test('refuses what it does not know', async () => {
    for (const query of ['rank=world', 'near=1', 'near=95,105', 'offset=-1', 'sort=size'])
      expect((await page(`/di-tich?${query}`)).statusCode, query).toBe(400)
  })
})

describe('a relic', () => {
  test('has what is stated of it, its village, and nothing that nobody stated', async () => {
    const { body, statusCode } = await page('/di-tich/dinh-cho-tram')

    expect(statusCode).toBe(200)
    for (const text of [
      'Đình Cả; Đình Trằm',
      '12/QĐ-UBND · 18/05/2011',
      'Thế kỷ XVIII',
      'Xuống cấp nhẹ',
      '± 5 m'
    ])
      expect(body).toContain(text)
    expect(body).toContain('Thôn Bến Đá, phường Một')
    expect(body).not.toContain('Nguồn tư liệu')
    expect(body).not.toContain('null')
  })

  test('says to machines what it is: canonical address, languages, Open Graph, schema.org', async () => {
    const { body } = await page('/di-tich/den-ben-da?lang=en')
    const data = /<script type="application\/ld\+json">(.+?)<\/script>/.exec(body)?.[1] ?? ''

    expect(body).toContain('<link rel="canonical" href="https://xa.example.vn/di-tich/den-ben-da?lang=en" />')
    expect(body).toContain('hreflang="vi" href="https://xa.example.vn/di-tich/den-ben-da?lang=vi"')
    expect(body).toContain('<meta property="og:title" content="Đền Bến Đá" />')
    expect(JSON.parse(data)).toMatchObject({
      '@type': 'LandmarksOrHistoricalBuildings',
      url: 'https://xa.example.vn/di-tich/den-ben-da',
      name: 'Đền Bến Đá'
    })
    expect(body).toMatch(/Area of the grounds<\/dt>\s*<dd>1\.1\d ha/)
  })

  test('names itself as canonical in whichever language its address asks for', async () => {
    for (const query of ['', '?lang=vi', '?lang=en'])
      for (const path of ['/di-tich', '/di-tich/den-ben-da']) {
        const { body } = await page(path + query)
        expect(body).toContain(`<link rel="canonical" href="https://xa.example.vn${path}${query}" />`)
      }
  })

  test('is led to by the phone’s map app, and on any screen by a page that hears nothing before it is opened', async () => {
    const { body } = await page('/di-tich/dinh-cho-tram')

    expect(body).toContain('href="geo:20.030000,105.030000"')
    expect(body).toMatch(
      /rel="noreferrer"\s+href="https:\/\/www\.openstreetmap\.org\/directions\?to=20\.030000%2C105\.030000"/
    )
  })

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<svg/onload=alert(1)>',
    '"><iframe srcdoc="<script>alert(1)</script>">',
    '<a href="javascript:alert(1)">x</a>',
    '</div></main><form action="https://evil.example">',
    '<style>*{display:none}</style>',
    '&lt;script&gt;alert(1)&lt;/script&gt;'
  ])('tells of itself in plain paragraphs: %s is text', async (description) => {
    await relics([{ ref: 'dt-1', name: 'Đình Chợ Trằm', description }, point(105.03, 20.03)])
    const { body } = await page('/di-tich/dinh-cho-tram')
    const told = /<div class="words" lang="vi">([^]*?)<\/div>/.exec(body)?.[1] ?? ''

    expect(told).not.toMatch(/[<>"]/)
    expect(told).toContain('&')
  })

  test('tells of itself in English where there is a text, else in Vietnamese and says so; with author and licence', async () => {
    const words = {
      description: 'Lời Việt.',
      description_author: 'Phòng Văn hóa',
      description_licence: 'CC BY 4.0'
    }
    await relics(
      [
        { ref: 'dt-e', name: 'Đình Song Ngữ', ...words, description_en: 'English words.' },
        point(105.001, 20.001)
      ],
      [{ ref: 'dt-f', name: 'Đình Một Lời', description: 'Lời Việt.' }, point(105.002, 20.002)]
    )
    const both = (await page('/di-tich/dinh-song-ngu?lang=en')).body
    expect(both).toContain('<div class="words" lang="en">English words.</div>')
    expect(both).toContain('Official text · Author: Phòng Văn hóa · Licence: CC BY 4.0')
    expect((await page('/di-tich/dinh-song-ngu')).body).toContain(
      '<div class="words" lang="vi">Lời Việt.</div>'
    )

    const one = (await page('/di-tich/dinh-mot-loi?lang=en')).body
    expect(one).toContain('<div class="words" lang="vi">Lời Việt.</div>')
    expect(one).toContain('This text is in Vietnamese only.')
    expect(one).toContain('Author: not stated · Licence: not stated')
  })

  test('gives whatever stands in a file as text, never as HTML or script', async () => {
    const name = 'Chùa </script><script>alert(1)</script> "x"'
    await relics([{ ref: 'dt-x', name, kind: '<img src=x onerror=alert(2)>' }, point(105.09, 20.09)])
    const { body } = await page('/di-tich/chua-script-script-alert-1-script-x')
    const sheet = await page('/di-tich/chua-script-script-alert-1-script-x/qr.svg')

    expect(body).toContain('Chùa &lt;/script&gt;')
    expect(body).not.toContain('<script>alert')
    expect(body).not.toContain('<img')
    expect(sheet.body).not.toContain('<script')
  })

  test('names the nearest others, nearest first, not itself', async () => {
    const { body } = await page('/di-tich/gieng-co')
    const near = body.slice(body.indexOf('Di tích gần đây'))

    expect(near).not.toContain('"/di-tich/gieng-co"')
    expect(near.indexOf('/di-tich/gieng-co-2')).toBeLessThan(near.indexOf('/di-tich/dinh-cho-tram'))
  })

  test('is printed as a sheet with its code, name and address', async () => {
    const { body, headers } = await page('/di-tich/den-ben-da/qr.svg')

    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8')
    expect(body).toContain('width="210mm"')
    expect(body).toContain('>Đền Bến Đá</text')
    expect(body).toContain('>https://xa.example.vn/di-tich/den-ben-da</text')
  })

  test('where there is none says so and leads to the list', async () => {
    for (const url of ['/di-tich/khong-co', '/di-tich/A%20B', '/di-tich/doi-tuong/1']) {
      const { statusCode, body } = await page(url)
      expect(statusCode, url).toBe(404)
      expect(body, url).toContain('Không tìm thấy di tích')
    }
    expect((await page('/di-tich/khong-co/qr.svg')).statusCode).toBe(404)
  })
})

describe('its address', () => {
  test.each([
    '/di-tich?fbclid=x',
    '/di-tich/?utm_source=zalo',
    '/di-tich/dinh-cho-tram/',
    '/phan-anh/danh-sach?zarsrc=30'
  ])('opens when something was appended to it: %s', async (url) => {
    const found = await page(url)
    expect([url, found.statusCode]).toEqual([url, 200])
  })

  test('follows the thing through later files; a new name leads on from the old one; a return takes it back', async () => {
    await relics([{ ref: 'dt-9', name: 'Miếu Cũ' }, point(105.07, 20.07)])
    await relics([{ ref: 'dt-9', name: 'Miếu Cũ', period: 'Thế kỷ XIX' }, point(105.071, 20.07)])
    expect((await page('/di-tich/mieu-cu')).body).toContain('Thế kỷ XIX')

    const renamed = await relics([{ ref: 'dt-9', name: 'Miếu Mới' }, point(105.071, 20.07)])
    const old = await page('/di-tich/mieu-cu?lang=en')
    expect([old.statusCode, old.headers.location]).toEqual([301, '/di-tich/mieu-moi?lang=en'])
    expect(old.headers['cache-control']).toBe('no-cache')
    expect((await page('/di-tich/mieu-moi')).statusCode).toBe(200)

    await undoImport(deps(), renamed.importId ?? 0, 'test')
    expect((await page('/di-tich/mieu-cu')).body).toContain('Thế kỷ XIX')
    expect((await page('/di-tich/mieu-moi')).headers.location).toBe('/di-tich/mieu-cu')
  })

  test('of what was taken back is given to no other, and waits for its return', async () => {
    const taken = await relics([{ ref: 'dt-10', name: 'Lăng Ông' }, point(105.08, 20.08)])
    await undoImport(deps(), taken.importId ?? 0, 'test')
    expect((await page('/di-tich/lang-ong')).statusCode).toBe(404)
    await relics([{ ref: 'dt-11', name: 'Lăng Ông' }, point(105.081, 20.08)])
    expect((await page('/di-tich/lang-ong-2')).statusCode).toBe(200)
    await relics([{ ref: 'dt-10', name: 'Lăng Ông', period: 'Nguyễn' }, point(105.08, 20.08)])
    expect((await page('/di-tich/lang-ong')).body).toContain('Nguyễn')
  })

  test('without refs is the one of the same name in the commune', async () => {
    await relics([{ name: 'Cây đa làng' }, point(105.011, 20.011)])
    await relics([{ name: 'Cây Đa Làng', period: '300 năm' }, point(105.011, 20.011)])
    expect((await page('/di-tich/cay-da-lang-2')).statusCode).toBe(404)
    expect((await page('/di-tich/cay-da-lang')).statusCode).toBe(200)
  })

  test('is found from the feature of the map', async () => {
    const { rows } = await server.db.query<{ id: string }>(
      `select id::text from open.relics where name = 'Đền Bến Đá'`
    )
    const answer = await page(`/di-tich/doi-tuong/${rows[0]?.id}`)
    expect([answer.statusCode, answer.headers.location]).toEqual([302, '/di-tich/den-ben-da'])
  })
})

test('search engines are told every page, in both languages', async () => {
  const sitemap = await page('/sitemap.xml')
  const robots = await page('/robots.txt')

  expect(sitemap.headers['content-type']).toContain('application/xml')
  expect(sitemap.body).toContain('<loc>https://xa.example.vn/di-tich</loc>')
  expect(sitemap.body).toContain('href="https://xa.example.vn/di-tich/den-ben-da?lang=en"')
  expect(robots.body).toContain('Sitemap: https://xa.example.vn/sitemap.xml')
})
