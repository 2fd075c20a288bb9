import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Role } from '../../server/accounts/contract.ts'
import { inTransaction } from '../../server/db/transaction.ts'
import type { MediaStore } from '../../server/media/contract.ts'
import { openMedia } from '../../server/media/open.ts'
import type { RelicImages } from '../../server/relics/image-contract.ts'
import { insertMedium } from '../../server/relics/medium-queries.ts'
import { signedIn } from '../support/accounts.ts'
import { communeData, point } from '../support/commune-data.ts'
import { hashOf } from '../support/media-app.ts'
import { emptyPng, photo, photoOf } from '../support/media-files.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { webm } from '../support/sound-files.ts'

let server: TestServer
let headers: Record<string, string>
const HERE = '00321'
const SECRET = 'Nguyễn Văn Bí Mật'

beforeAll(async () => {
  server = await startServer()
  const names = ['Đình Một', 'Đình Hai', 'Đình Ba', 'Đình Bốn', 'Đình Năm', 'Đình Sáu']
  await communeData(server.db).publish('relics', [
    ...names.map((name, index) => ({
      ref: String(index),
      name,
      commune_code: HERE,
      geom: point(105.3 + index / 100, 18.3)
    })),
    { ref: 'x', name: 'Chùa xã bên', commune_code: '00322', geom: point(105.9, 18.9) }
  ])
  headers = (await signedIn(server.db, { role: 'culture', communeCode: HERE })).headers
})
afterAll(() => server.stop())

const WORDS = {
  kind: 'image',
  altVi: 'Mặt trước đình, ba gian, mái ngói',
  altEn: null,
  captionVi: 'Đình sau lần sửa năm 1998',
  captionEn: null,
  author: 'Trần Thị B',
  licence: 'CC BY 4.0' as const,
  takenOn: '2025-03-04'
}

type Method = 'POST' | 'PUT' | 'DELETE'
const send = (method: Method, url: string, payload?: object, more: Record<string, string> = {}) =>
  server.app.inject({
    method,
    url: `/api/staff/relics/${url}`,
    headers: { ...headers, 'accept-language': 'en', ...more },
    ...(payload ? { payload } : {})
  })
const sendFile = (slug: string, bytes: Buffer) =>
  send('POST', `${slug}/image-files`, bytes, { 'content-type': 'application/octet-stream' })
const read = async (slug: string) =>
  (await server.app.inject({ url: `/api/staff/relics/${slug}/images`, headers })).json<RelicImages>()
const match = (version: number) => ({ 'if-match': `"${version}"` })

async function add(slug: string, bytes: Buffer, words: object = WORDS) {
  const { sha256 } = (await sendFile(slug, bytes)).json<{ sha256: string }>()
  const response = await send('POST', `${slug}/images`, { sha256, ...words })
  if (response.statusCode !== 201) throw new Error(response.body)
  return response.json<RelicImages>()
}
const one = <T>(list: readonly T[], index = 0): T => {
  const found = list[index]
  if (found === undefined) throw new Error(`There is no number ${index}`)
  return found
}
const published = async (store: MediaStore, sha256: string) => {
  const { picture, thumbnail } = await store.publish(sha256, [])
  return { file: picture, thumbnail }
}
const scored = async (slug: string) => {
  const list = (await server.app.inject({ url: '/api/staff/relics', headers })).json()
  return list.relics.find((relic: { slug: string }) => relic.slug === slug)
}

const plain = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: height % 256, g: 90, b: 60 } } })
    .png()
    .toBuffer()

describe('an image is put up', () => {
  test('with what is said of it; the original is archived, the public one holds nothing but pixels', async () => {
    const bytes = await photoOf(SECRET)
    const sent = await sendFile('dinh-mot', bytes)
    expect(sent.statusCode).toBe(201)
    expect(sent.json()).toEqual({ sha256: hashOf(bytes), width: 1200, height: 900 })
    const response = await send('POST', 'dinh-mot/images', { sha256: hashOf(bytes), ...WORDS })
    expect(response.statusCode).toBe(201)
    const { images } = response.json<RelicImages>()
    expect(images).toEqual([
      expect.objectContaining({ ...WORDS, sha256: hashOf(bytes), width: 1200, height: 900 })
    ])

    const open = await server.app.inject(`/api/media/${one(images).picture}`)
    expect(open.statusCode).toBe(200)
    expect(open.rawPayload.includes(SECRET)).toBe(false)
    expect((await sharp(open.rawPayload).metadata()).exif).toBeUndefined()
    expect((await server.app.inject(`/api/media/${hashOf(bytes)}`)).statusCode).toBe(404)
    expect(await scored('dinh-mot')).toMatchObject({ images: 1, archived: true, pictured: false })
  })

  test('and the log says who did it', async () => {
    const { rows } = await server.db.query(
      `select action, subject, subject_id, commune_code, account_id is not null as somebody, after ->> 'author' as author
         from audit_entry where action = 'relic_image.add' order by id limit 1`
    )
    expect(rows).toEqual([
      {
        action: 'relic_image.add',
        subject: 'relic',
        subject_id: 'dinh-mot',
        commune_code: HERE,
        somebody: true,
        author: WORDS.author
      }
    ])
  })

  test.each([
    ['no alternative text', { altVi: ' ' }],
    ['no author', { author: '' }],
    ['a licence of his own making', { licence: 'free' }],
    ['a day that no calendar has', { takenOn: '2025-02-30' }],
    ['a field that nobody knows', { gps: '18,105' }]
  ])('not with %s', async (_, wrong) => {
    const bytes = await photo()
    await sendFile('dinh-hai', bytes)
    const response = await send('POST', 'dinh-hai/images', { sha256: hashOf(bytes), ...WORDS, ...wrong })

    expect(response.statusCode).toBe(400)
    expect((await read('dinh-hai')).images).toEqual([])
  })

  test('not twice', async () => {
    const bytes = await photo()
    await add('dinh-hai', bytes)
    const again = await send('POST', 'dinh-hai/images', { sha256: hashOf(bytes), ...WORDS })

    expect(again.statusCode).toBe(409)
    expect(again.json().detail).toContain('This relic has this very image already')
  })

  test('not without its bytes', async () => {
    const response = await send('POST', 'dinh-hai/images', { sha256: '0'.repeat(64), ...WORDS })
    expect(response.statusCode).toBe(404)
  })
})

describe('refused by its bytes, in a sentence', () => {
  test.each([
    [
      'a page',
      Buffer.from('<!doctype html><html><script>alert(1)</script></html>'),
      415,
      'JPEG, PNG, WebP or AVIF'
    ],
    ['a recording', Buffer.from(webm()), 415, 'JPEG, PNG, WebP or AVIF'],
    ['nothing', Buffer.alloc(0), 415, 'JPEG, PNG, WebP or AVIF'],
    ['200 megapixels', emptyPng(20_000, 10_000), 413, '60 million pixels'],
    ['more than 20 MB', Buffer.alloc(20 * 1024 * 1024 + 1), 413, '20 MB'],
    ['the beginning of a picture', emptyPng(40, 30).subarray(0, 30), 422, 'broken'],
    ['a picture that was cut short', emptyPng(40, 30).subarray(0, -20), 422, 'broken']
  ])('%s', async (_, bytes, status, words) => {
    const response = await sendFile('dinh-hai', bytes)

    expect(response.statusCode).toBe(status)
    expect(response.json().detail).toContain(words)
  })
})

describe('two editors', () => {
  test('the second one does not overwrite the first, and is shown what is there', async () => {
    const { id, version } = one((await add('dinh-ba', await photo())).images)
    const first = await send('PUT', `dinh-ba/images/${id}`, { ...WORDS, author: 'Người Một' }, match(version))
    const second = await send(
      'PUT',
      `dinh-ba/images/${id}`,
      { ...WORDS, author: 'Người Hai' },
      match(version)
    )

    expect(first.statusCode).toBe(200)
    expect(second.statusCode).toBe(412)
    expect(one(second.json<RelicImages>().images)).toMatchObject({ id, author: 'Người Một' })
    expect((await send('PUT', `dinh-ba/images/${id}`, WORDS)).statusCode).toBe(428)
  })

  test('an order is of the images that are there, and of a version', async () => {
    await add('dinh-bon', await photo())
    const { version, images } = await add('dinh-bon', await photo({ width: 500, height: 400 }))
    const ids = images.map(({ id }) => id)
    const turned = ids.toReversed()
    const done = await send('PUT', 'dinh-bon/image-order', { ids: turned }, match(version))

    expect(done.statusCode).toBe(200)
    expect(done.json<RelicImages>().images.map(({ id }) => id)).toEqual(turned)
    expect((await send('PUT', 'dinh-bon/image-order', { ids }, match(version))).statusCode).toBe(412)
    const now = (await read('dinh-bon')).version
    for (const wrong of [[one(ids)], [one(ids), one(ids)], [...ids, 999]])
      expect((await send('PUT', 'dinh-bon/image-order', { ids: wrong }, match(now))).statusCode).toBe(412)
    expect((await read('dinh-bon')).images.map(({ id }) => id)).toEqual(turned)
  })
})

describe('taken down', () => {
  test('it is public no more, its days before stay, its original is kept', async () => {
    const bytes = await plain(1000, 999)
    const { id, version, picture } = one((await add('dinh-nam', bytes)).images)
    await server.db.query(
      `update relic_media set valid_from = '2025-05-01', known_from = '2025-05-01' where medium_id = $1`,
      [id]
    )
    const response = await send('DELETE', `dinh-nam/images/${id}`, undefined, match(version))

    expect(response.statusCode).toBe(200)
    expect(response.json<RelicImages>().images).toEqual([])
    expect((await server.app.inject(`/api/media/${picture}`)).statusCode).toBe(404)
    const { rows } = await server.db.query(
      `select r.images::integer from relic_scores('2025-06-01', 'infinity') r join open.relic_slugs s on s.site_id = r.site_id
        where s.slug = 'dinh-nam'`
    )
    expect(rows).toEqual([{ images: 1 }])
    expect(await scored('dinh-nam')).toMatchObject({ images: 0, archived: false })
    const kept = await server.db.query(`select 1 from media where sha256 = decode($1, 'hex')`, [
      hashOf(bytes)
    ])
    expect(kept.rowCount).toBe(1)
    expect((await send('DELETE', `dinh-nam/images/${id}`, undefined, match(version))).statusCode).toBe(404)
  })

  test('where another relic shows the same picture, that one stays', async () => {
    const bytes = await photo()
    const { id, version, picture } = one((await add('dinh-nam', bytes)).images)
    await add('dinh-sau', bytes)
    await send('DELETE', `dinh-nam/images/${id}`, undefined, match(version))

    expect((await server.app.inject(`/api/media/${picture}`)).statusCode).toBe(200)
    expect((await read('dinh-sau')).images).toHaveLength(1)
  })

  test('it does not close what another relic is about to show', async () => {
    const { store } = openMedia({ dataDir: server.environment.DATA_DIR }, server.db)
    const original = (await store.take(await plain(1310, 900))).sha256
    const files = { sha256: original, ...(await published(store, original)) }
    const name = [files.file, files.thumbnail]
    await store.withdraw(original, name)
    let closing: Promise<void> | undefined
    await inTransaction(server.db, async (client) => {
      const said = { siteId: 1, at: new Date().toISOString(), today: '2025-03-04', words: WORDS }
      await insertMedium(client, said, files, 'image')
      closing = store.withdraw(original, name)
    })
    await closing

    for (const file of name) expect((await server.app.inject(`/api/media/${file}`)).statusCode).toBe(200)
  })

  test('it may be put up again', async () => {
    const bytes = await photo()
    const { id, version } = one((await add('dinh-sau', bytes)).images, 1)
    await send('DELETE', `dinh-sau/images/${id}`, undefined, match(version))
    const { images } = await add('dinh-sau', bytes)

    expect((await server.app.inject(`/api/media/${one(images, 1).picture}`)).statusCode).toBe(200)
  })
})

test('five images of 0.95 megapixel count, smaller ones do not', async () => {
  for (const height of [1000, 1001, 1002, 1003, 949]) await add('dinh-hai', await plain(1000, height))
  expect(await scored('dinh-hai')).toMatchObject({ images: 4, pictured: false })
  await add('dinh-hai', await plain(1000, 950))

  expect(await scored('dinh-hai')).toMatchObject({ images: 5, pictured: true })
})

test('the scan of a decision is what item 5 asks for, and no image of the five', async () => {
  expect(await scored('dinh-bon')).toMatchObject({ more: false })
  const before = (await scored('dinh-bon')).images
  const { images } = await add('dinh-bon', await plain(1000, 1400), { ...WORDS, kind: 'document' })

  expect(await scored('dinh-bon')).toMatchObject({ more: true, images: before })
  const { id, version } = one(images, images.length - 1)
  await send('PUT', `dinh-bon/images/${id}`, { ...WORDS, kind: 'image' }, match(version))
  expect(await scored('dinh-bon')).toMatchObject({ more: false, images: before + 1 })
})

test('a relic of another commune is none of his, for reading and for writing', async () => {
  const bytes = await photo()
  const answers = await Promise.all([
    server.app.inject({ url: '/api/staff/relics/chua-xa-ben/images', headers }),
    sendFile('chua-xa-ben', bytes),
    send('POST', 'chua-xa-ben/images', { sha256: hashOf(bytes), ...WORDS }),
    send('PUT', 'chua-xa-ben/images/1', WORDS, match(1)),
    send('DELETE', 'chua-xa-ben/images/1', undefined, match(1)),
    send('PUT', 'chua-xa-ben/image-order', { ids: [1] }, match(1))
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404])
})

test('an image of one relic cannot be changed through another', async () => {
  const { id, version } = one((await read('dinh-mot')).images)
  expect((await send('DELETE', `dinh-hai/images/${id}`, undefined, match(version))).statusCode).toBe(404)
})

test.each(Role.options.filter((role) => role !== 'culture'))('%s may not', async (role) => {
  const other = await signedIn(server.db, { role, communeCode: HERE })
  const response = await server.app.inject({
    url: '/api/staff/relics/dinh-mot/images',
    headers: other.headers
  })
  expect(response.statusCode).toBe(403)
})

test('a page of somebody else cannot send a file with the officer’s cookie', async () => {
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/staff/relics/dinh-mot/image-files',
    headers: { ...headers, origin: 'https://la.example', 'content-type': 'application/octet-stream' },
    payload: await photo()
  })
  expect(response.statusCode).toBe(403)
})
