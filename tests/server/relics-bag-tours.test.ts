import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { box, communeData } from '../support/commune-data.ts'
import { edit, openBags, pageOf } from '../support/relic-bags.ts'
import { makeTour } from '../support/relic-tour.ts'
import { startServer, type TestServer } from '../support/server.ts'

let source: TestServer
let target: TestServer
let bag: string
const bags = openBags()
const HERE = '00522'
const PLACE = { communeCode: HERE, origin: 'http://xa.vn', lng: 105.31, lat: 18.3 }
const OPEN = '/di-tich/tuyen/tuyen-lang-nghe'

beforeAll(async () => {
  source = await startServer()
  target = await startServer()
  const commune = { code: HERE, name: 'Xã Tuyến', geom: box(105.2, 18, 105.9, 18.5) }
  for (const { db } of [source, target]) await communeData(db).publish('communes', [commune])
  await makeTour(source, PLACE)
  await source.db.query(
    `with made as (
       insert into relic_tour (commune_code, slug, title_vi, title_en, lead_vi, lead_en, line, published)
       values ($1, 'tuyen-ve', 'Tuyến vẽ', 'Drawn', E'Đi bộ.\\n\\nNửa ngày.', 'On foot.',
               st_setsrid(st_makeline(st_point(105.31, 18.3), st_point(105.312345678901234, 18.3000000001)), 4326), false)
       returning id)
     insert into relic_tour_stop (tour_id, position, site_id)
     select made.id, 3 - row_number() over (order by s.name), s.id from made, relic_site s where s.ref in ('t0', 't1')`,
    [HERE]
  )
  bag = (await bags.put(source, 'tui')).path
}, 240_000)
afterAll(async () => {
  await source.stop()
  await target.stop()
  bags.remove()
})

const tours = async ({ db }: TestServer) => {
  const { rows } = await db.query<{ slug: string; titleVi: string; stops: string; version: number }>(
    `select slug, commune_code, title_vi as "titleVi", title_en, lead_vi, lead_en, st_astext(line, 15) as line, published,
            version, changed_at, (select string_agg(s.ref, ' ' order by p.position) from relic_tour_stop p
                        join relic_site s on s.id = p.site_id where p.tour_id = t.id) as stops
       from relic_tour t order by slug`
  )
  return rows
}
const without = (rows: { version: number }[]) => rows.map(({ version: _version, ...row }) => row)
const retitle = ({ db }: TestServer, title: string) =>
  db.query(`update relic_tour set title_vi = $1, changed_at = now() where slug = 'tuyen-lang-nghe'`, [title])

describe('a bag is refused, and nothing changes, where', () => {
  const tourFile = (change: (tour: { stops: string[] }) => void) => (path: string) =>
    edit(path, 'data/tours.json', (text) => {
      const content = JSON.parse(text)
      change(content.tours[0])
      return JSON.stringify(content)
    })
  test.each<[string, (path: string) => void, RegExp]>([
    [
      'a tour leads past a relic that is not in it',
      tourFile(({ stops }) => stops.push('khong-co')),
      /«data\/tours.json».*khong-co/
    ],
    [
      'a tour leads past a relic twice',
      tourFile(({ stops }) => stops.push(stops[0]!)),
      /«data\/tours.json».*dinh-dau/
    ],
    ['a tour says what no tour does', tourFile((tour) => Object.assign(tour, { script: 'x' })), /tours.json/],
    ['its tours are gone', (path) => rmSync(join(path, 'data/tours.json')), /«data\/tours.json»/],
    [
      'a tour is of a commune that is not known',
      tourFile((tour) => Object.assign(tour, { communeCode: '00599' })),
      /xã 00599 mà hệ thống này chưa có/
    ]
  ])('%s', async (_, change, sentence) => {
    expect(await bags.refusal(target, bags.altered(bag, change))).toMatch(sentence)
    expect((await target.db.query('select from relic_tour')).rowCount).toBe(0)
  })
})

test('tours stand at their addresses, whole: order, texts, way, those that are unpublished too', async () => {
  expect(await bags.takeIn(target, bag)).toMatchObject({
    outcome: 'done',
    relics: 3,
    tours: 2,
    toursKept: []
  })
  for (const url of [
    '/di-tich',
    OPEN,
    `${OPEN}?lang=en`,
    `${OPEN}/goi.json`,
    '/di-tich/chua-giua',
    '/sitemap.xml'
  ])
    expect([url, await pageOf(target, url)]).toEqual([url, await pageOf(source, url)])
  expect((await pageOf(target, OPEN)).statusCode).toBe(200)
  expect((await pageOf(target, '/di-tich/tuyen/tuyen-ve')).statusCode).toBe(404)
  expect(without(await tours(target))).toEqual(without(await tours(source)))
  expect((await tours(target)).map(({ stops }) => stops)).toEqual(['t0 t1 t2', 't0 t1'])
})

test('a second time nothing changes, also where the bag was made anew', async () => {
  const before = await tours(target)
  expect(await bags.takeIn(target, bag)).toMatchObject({ outcome: 'unchanged', tours: 0 })
  const { path } = await bags.put(source, 'anew.tar')
  expect(await bags.takeIn(target, path)).toMatchObject({ outcome: 'unchanged' })
  expect(await tours(target)).toEqual(before)
})

test('what was changed there since comes with the next bag, alone', async () => {
  await retitle(source, 'Tuyến mới')
  const { path } = await bags.put(source, 'later')
  expect(await bags.takeIn(target, path, { dryRun: true })).toMatchObject({ outcome: 'valid', tours: 1 })
  expect(await bags.takeIn(target, path)).toMatchObject({ outcome: 'done', rows: 0, media: 0, tours: 1 })
  expect((await tours(target))[0]).toMatchObject({ titleVi: 'Tuyến mới', version: 2 })
  expect(await pageOf(target, OPEN)).toEqual(await pageOf(source, OPEN))
})

test('what was changed here since stays, and is told', async () => {
  await retitle(target, 'Tuyến tại đây')
  expect(await bags.takeIn(target, bag)).toMatchObject({ outcome: 'unchanged', toursKept: ['Tuyến tại đây'] })
  expect((await tours(target))[0]).toMatchObject({ titleVi: 'Tuyến tại đây' })
})

test('a tour that leads past others as well stays behind, and is told', async () => {
  const { exported } = await bags.put(source, 'some', ['dinh-dau', 'chua-giua'])
  expect(exported).toMatchObject({ relics: 2, tours: 1, toursLeftOut: ['Tuyến mới'] })
})

test('a bag of the first format, without tours, is taken in', async () => {
  const old = bags.altered(bag, (path) => {
    edit(path, 'bag-info.txt', (text) => text.replace(/Format: \d+/, 'Format: 1'))
    rmSync(join(path, 'data/tours.json'))
    rmSync(join(path, 'data/ground'), { recursive: true })
  })
  const { length } = await tours(target)
  expect(await bags.takeIn(target, old)).toMatchObject({ outcome: 'unchanged', relics: 3, tours: 0 })
  expect(await tours(target)).toHaveLength(length)
})

test('an address that a tour of another commune has here is refused, and the rest comes without tours', async () => {
  const other = { code: '00523', name: 'Xã Khác', geom: box(106.2, 18, 106.9, 18.5) }
  await communeData(target.db).publish('communes', [other], { title: 'Xã khác', at: '2026-03-01T00:00:00Z' })
  await target.db.query(`update relic_tour set commune_code = '00523' where slug = 'tuyen-ve'`)
  expect(await bags.refusal(target, bag)).toMatch(
    /Địa chỉ tuyến «tuyen-ve» .* của tuyến khác.*--without-tours/
  )
  expect(await bags.takeIn(target, bag, { withoutTours: true })).toMatchObject({ outcome: 'unchanged' })
})
