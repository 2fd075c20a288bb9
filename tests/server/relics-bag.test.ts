import { createWriteStream, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { pack } from 'tar-stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkBag } from '../../server/bagit/check-bag.ts'
import { openFiles } from '../../server/media/open.ts'
import { signedIn } from '../support/accounts.ts'
import { box, communeData, point } from '../support/commune-data.ts'
import { photo } from '../support/media-files.ts'
import { edit, filesOf, openBags, pageOf as page, sumOf } from '../support/relic-bags.ts'
import { startServer, type TestServer } from '../support/server.ts'

let source: TestServer
let target: TestServer
let bag: string
const bags = openBags()
const HERE = '00521'
const SECRET = [105.812_345, 18.312_345] as const

const commune = { code: HERE, name: 'Xã Dời', geom: box(105.2, 18, 105.9, 18.5) }
const put = async (name: string, slugs: string[] | null = null) => (await bags.put(source, name, slugs)).path
const takeIn = (path: string, asked?: { dryRun: boolean }) => bags.takeIn(target, path, asked)
const refusal = (path: string) => bags.refusal(target, path)
const altered = (change: (path: string) => void, isSealed?: boolean) => bags.altered(bag, change, isSealed)

/** By hand, as RFC 8493 says: every path of a manifest with the sum of the bytes that lie there. */
const readManifest = (path: string, name: string) =>
  readFileSync(join(path, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => /^([0-9a-f]{64}) {2}(\S.*)$/.exec(line)!.slice(1) as [string, string])

beforeAll(async () => {
  source = await startServer()
  target = await startServer()
  const data = communeData(source.db)
  await data.publish('communes', [commune])
  await communeData(target.db).publish('communes', [commune])
  await data.publish('relics', [
    { ref: 'd1', name: 'Đình Một', commune_code: HERE, geom: point(105.31, 18.3), rank: 'provincial' },
    {
      name: 'Chùa Không Mã',
      commune_code: HERE,
      geom: point(105.32, 18.3),
      other_names: ['Chùa Cả', 'Chùa']
    },
    { ref: 'm', name: 'Gò Mộ', commune_code: HERE, geom: point(...SECRET), protected: true, accuracy_m: 3 }
  ])
  const { headers } = await signedIn(source.db, { role: 'culture', communeCode: HERE })
  const send = async (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: object, more = {}) => {
    const answer = await source.app.inject({
      method,
      url: `/api/staff/${url}`,
      headers: { ...headers, ...more },
      ...(payload ? { payload } : {})
    })
    if (answer.statusCode >= 300) throw new Error(`${url}: ${answer.body}`)
    return answer
  }
  const bytes = { 'content-type': 'application/octet-stream' }
  for (const altVi of ['Mặt trước', 'Bia đá', 'Ảnh gỡ xuống']) {
    const file = await send('POST', 'relics/dinh-mot/image-files', await photo({ width: 900 }), bytes)
    const words = { kind: 'image', altVi, altEn: null, captionVi: null, captionEn: null, takenOn: null }
    const { sha256 } = file.json<{ sha256: string }>()
    await send('POST', 'relics/dinh-mot/images', { sha256, ...words, author: 'Lê A', licence: 'CC BY 4.0' })
  }
  await source.db.query(`update relic_media set valid_from = '2026-01-01'`)
  const { images, version } = (
    await source.app.inject({ url: '/api/staff/relics/dinh-mot/images', headers })
  ).json<{ version: number; images: { id: number; version: number; altVi: string }[] }>()
  const ids = images.map(({ id }) => id).reverse()
  await send('PUT', 'relics/dinh-mot/image-order', { ids }, { 'if-match': `"${version}"` })
  const { rows } = await source.db.query<{ id: number; version: number }>(
    `select medium_id as id, id as version from relic_media where alt_vi = 'Ảnh gỡ xuống' and known_to = 'infinity'`
  )
  const match = { 'if-match': `"${rows[0]!.version}"` }
  await send('DELETE', `relics/dinh-mot/images/${rows[0]!.id}`, undefined, match)
  await send('PUT', 'relics/dinh-mot/address', { slug: 'dinh-ca' })
  // A name that is changed by hand leaves two rows of one relic without a ref.
  const places = (await source.app.inject({ url: '/api/staff/places/relics', headers })).json<{
    places: { id: number; label: string }[]
  }>().places
  const { id } = places.find(({ label }) => label === 'Chùa Không Mã')!
  const now = await source.app.inject({ url: `/api/staff/places/relics/${id}`, headers })
  const { values, etag } = now.json<{ values: Record<string, unknown>; etag: string }>()
  const body = {
    values: { ...values, name: 'Chùa Đổi Tên' },
    validFrom: '2026-02-01',
    reason: 'Đổi tên chùa'
  }
  await send('PUT', `places/relics/${id}`, body, { 'if-match': etag })
  bag = await put('tui')
}, 240_000)
afterAll(async () => {
  await source.stop()
  await target.stop()
  bags.remove()
})

describe('what is exported', () => {
  test('is a bag by RFC 8493: every file is named with its sum, none is missing, none is unnamed', () => {
    expect(readFileSync(join(bag, 'bagit.txt'), 'utf8')).toBe(
      'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'
    )
    const payload = readManifest(bag, 'manifest-sha256.txt')
    const tags = readManifest(bag, 'tagmanifest-sha256.txt')
    for (const [sum, name] of [...payload, ...tags]) expect(sumOf(readFileSync(join(bag, name)))).toBe(sum)
    const named = [...payload, ...tags].map(([, name]) => name)
    expect([...named, 'tagmanifest-sha256.txt'].sort()).toEqual(filesOf(bag))
    const size = payload.reduce((sum, [, name]) => sum + readFileSync(join(bag, name)).length, 0)
    expect(readFileSync(join(bag, 'bag-info.txt'), 'utf8')).toContain(
      `Payload-Oxum: ${size}.${payload.length}`
    )
  })

  test('has the exact place of a protected relic, and says so', () => {
    const { features } = JSON.parse(readFileSync(join(bag, 'data/relics.geojson'), 'utf8'))
    const hidden = features.find(
      ({ properties }: { properties: { name: string } }) => properties.name === 'Gò Mộ'
    )
    expect(hidden.geometry.coordinates).toEqual(SECRET)
    expect(readFileSync(join(bag, 'bag-info.txt'), 'utf8')).toMatch(/^Dia-Ban-Protected-Places: 1 \(/m)
  })

  test('a file that is lost is left out and counted, and the rest is a bag', async () => {
    const { rows } = await source.db.query<{ stored: string }>(
      `select encode(public_sha256, 'hex') as stored from relic_media
        where alt_vi = 'Bia đá' and known_to = 'infinity'`
    )
    const files = openFiles({ dataDir: source.environment.DATA_DIR })
    const { stored } = rows[0]!
    const kept = await files.read(stored)
    const bytes = Buffer.concat(await kept!.toArray())
    await files.remove(stored)
    const path = await put('lost')
    expect(readFileSync(join(path, 'bag-info.txt'), 'utf8')).toContain('Dia-Ban-Missing-Files: 1')
    await checkBag(path)
    await files.put(stored, bytes)
  })
})

describe('a bag is refused, and nothing changes, where', () => {
  test.each<[string, (path: string) => void, boolean, RegExp]>([
    [
      'a file was altered',
      (path) => edit(path, 'data/relics.json', (text) => `${text} `),
      false,
      /khác với mã kiểm tra/
    ],
    [
      'a file is missing',
      (path) => rmSync(join(path, 'data/media.json')),
      false,
      /Túi thiếu tệp «data\/media.json»/
    ],
    [
      'a file is nobody’s',
      (path) => writeFileSync(join(path, 'data/them.txt'), 'x'),
      false,
      /bản kê không nêu/
    ],
    [
      'a path leads out of it',
      (path) => {
        edit(path, 'manifest-sha256.txt', (text) => `${text}${'0'.repeat(64)}  data/../../etc/passwd\n`)
        rmSync(join(path, 'tagmanifest-sha256.txt'))
      },
      false,
      /nằm ngoài túi/
    ],
    [
      'its version is newer',
      (path) => edit(path, 'bag-info.txt', (text) => text.replace(/Format: \d+/, 'Format: 99')),
      true,
      /bản chương trình mới hơn/
    ],
    [
      'its commune is not known',
      (path) => {
        for (const name of ['data/relics.json', 'data/relics.geojson'])
          edit(path, name, (text) => text.replaceAll(HERE, '00599'))
      },
      true,
      /xã 00599 mà hệ thống này chưa có/
    ],
    ['it is no bag', (path) => rmSync(join(path, 'bagit.txt')), false, /không phải túi BagIt/]
  ])('%s', async (_, change, seal, sentence) => {
    expect(await refusal(altered(change, seal))).toMatch(sentence)
    expect((await target.db.query('select from relic_site')).rowCount).toBe(0)
  })

  test('a tar has a path outside of it', async () => {
    const tar = pack()
    tar.entry({ name: '../ra-ngoai.txt' }, 'x')
    tar.finalize()
    const path = join(bags.folder, 'slip.tar')
    await pipeline(tar, createWriteStream(path))
    expect(await refusal(path)).toMatch(/«\.\.\/ra-ngoai.txt» nằm ngoài túi/)
  })
})

describe('taken in by another installation', () => {
  const PATHS = [
    '/di-tich',
    '/di-tich?lang=en',
    '/di-tich/dinh-ca',
    '/di-tich/chua-khong-ma',
    '/di-tich/go-mo'
  ]
  const MORE = [
    '/di-tich/dinh-ca?lang=en',
    '/di-tich/dinh-ca/manifest.json',
    '/di-tich/go-mo/manifest.json',
    '/sitemap.xml'
  ]
  const OLD = ['/di-tich/dinh-mot']

  test('a dry run changes nothing; then the same pages stand at the same addresses, old ones lead there', async () => {
    expect(await takeIn(bag, { dryRun: true })).toMatchObject({
      outcome: 'valid',
      relics: 3,
      rows: 4,
      media: 3
    })
    expect((await target.db.query('select from relic_site')).rowCount).toBe(0)
    expect(await takeIn(bag)).toMatchObject({ outcome: 'done', relics: 3, rows: 4, media: 3 })
    for (const url of [...PATHS, ...MORE, ...OLD]) {
      const [there, here] = [await page(source, url), await page(target, url)]
      expect([url, here]).toEqual([url, there])
      expect([url, here.statusCode]).toEqual([url, OLD.includes(url) ? 301 : 200])
    }
    const [picture] = /\/iiif\/[^"\s]+\.webp/.exec((await page(source, '/di-tich/dinh-ca')).text) ?? []
    expect(await page(target, picture!)).toEqual(await page(source, picture!))
  })

  test('the place of a protected relic is public as its cell only', async () => {
    const { text } = await page(target, '/ogc/collections/relics/items?f=json&limit=10')
    expect(text).toContain('Gò Mộ')
    expect(text).not.toContain(String(SECRET[0]))
    expect((await page(target, '/di-tich/go-mo')).text).not.toContain('105.8123')
  })

  test('what was taken down is archived and not shown', async () => {
    const { rows } = await target.db.query(
      `select public_sha256 is null as hidden, valid_to < 'infinity' as ended,
              exists (select from media where sha256 = m.sha256) as archived
         from relic_media m where alt_vi = 'Ảnh gỡ xuống' and known_to = 'infinity'`
    )
    expect(rows).toEqual([{ hidden: true, ended: true, archived: true }])
  })

  test('a second time nothing changes, also where it was made anew', async () => {
    const count = async () =>
      (
        await target.db.query(
          'select (select max(id) from relic) as relic, (select max(id) from relic_media) as media, (select count(*) from relic_slug) as slugs'
        )
      ).rows
    const before = await count()
    expect(await takeIn(bag)).toMatchObject({ outcome: 'unchanged', rows: 0, media: 0 })
    expect(await takeIn(await put('anew.tar'))).toMatchObject({ outcome: 'unchanged' })
    expect(await count()).toEqual(before)
  })

  test('what was said anew there comes with the next bag, of the relics that are named', async () => {
    await source.db.query(
      `update relic_media set author = 'Lê B' where alt_vi = 'Bia đá' and known_to = 'infinity'`
    )
    const path = await put('one.tar', ['dinh-mot'])
    expect(await takeIn(path)).toMatchObject({ outcome: 'done', relics: 1, rows: 0, media: 1 })
    expect((await page(target, '/di-tich/dinh-ca')).text).toBe((await page(source, '/di-tich/dinh-ca')).text)
  })

  test('what was hidden here stays hidden, whatever the bag brings', async () => {
    const { headers } = await signedIn(target.db, { role: 'culture', communeCode: HERE })
    const places = '/api/staff/places/relics'
    const list = (await target.app.inject({ url: places, headers })).json()
    const { id } = list.places.find(({ label }: { label: string }) => label === 'Đình Một')
    const { etag } = (await target.app.inject({ url: `${places}/${id}`, headers })).json()
    const hide = await target.app.inject({
      method: 'PUT',
      url: `${places}/${id}`,
      headers: { ...headers, 'if-match': etag },
      payload: { values: { protected: true }, validFrom: null, reason: 'Giữ kín vị trí' }
    })
    expect(hide.statusCode, hide.body).toBe(200)
    const openly = altered((copy) =>
      edit(copy, 'data/relics.geojson', (text) =>
        text.replaceAll('"provincial"', '"national"').replace(/"protected": ?null/g, '"protected":false')
      )
    )

    expect(await takeIn(openly)).toMatchObject({ outcome: 'done' })
    const { text } = await page(target, '/di-tich/dinh-ca')
    expect(text).toContain('Di tích quốc gia')
    expect(text).toContain('GeoShape')
    expect(await takeIn(openly)).toMatchObject({ outcome: 'unchanged' })
  })

  test('an address that another relic has here is refused by name, and nothing is taken in', async () => {
    const path = altered((copy) => {
      for (const name of ['data/relics.json', 'data/relics.geojson'])
        edit(copy, name, (text) => text.replaceAll('"d1"', '"d2"'))
    })
    expect(await refusal(path)).toMatch(/Địa chỉ «dinh-(mot|ca)» .* di tích khác, «Đình Một»/)
    expect((await target.db.query(`select from relic_site where ref = 'd2'`)).rowCount).toBe(0)
  })
})
