import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkFiles } from '../../server/media/keeping.ts'
import { openFiles, openMedia } from '../../server/media/open.ts'
import { addressOf } from '../../server/media/store.ts'
import type { RelicExhibits } from '../../server/relics/exhibit-contract.ts'
import { communeData, point } from '../support/commune-data.ts'
import { exhibitDesk, type ExhibitDesk } from '../support/exhibits.ts'
import { hashOf } from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { mp3, ogg, wav, webm } from '../support/sound-files.ts'

let server: TestServer
let desk: ExhibitDesk
const HERE = '00341'
const SECRET = 'Nguyễn Văn Bí Mật'

beforeAll(async () => {
  server = await startServer({ publicUrl: 'http://xa.example.vn' })
  const all = { commune_code: HERE, rank: 'provincial' }
  await communeData(server.db).publish('relics', [
    { ...all, ref: '1', name: 'Đình Nghe', geom: point(105.3, 18.3) },
    { ...all, ref: '2', name: 'Chùa Chuông', geom: point(105.31, 18.31) },
    { ...all, ref: '3', name: 'Miếu Mất', geom: point(105.32, 18.32) },
    { ref: 'x', name: 'Chùa xã bên', commune_code: '00342', geom: point(105.9, 18.9) }
  ])
  desk = await exhibitDesk(server, HERE)
})
afterAll(() => server.stop())

const WORDS = {
  altVi: 'Tiếng chuông chiều',
  altEn: 'The evening bell',
  captionVi: null,
  captionEn: null,
  transcriptVi: 'Ba hồi chuông.\n\n<script>alert(1)</script> <b>Cụ từ</b> kể chuyện đúc chuông.',
  transcriptEn: null,
  author: 'Trần Thị B',
  licence: 'CC BY 4.0',
  takenOn: null
}
const add = (slug: string, bytes: Buffer, words: object = {}) =>
  desk.add(slug, 'audio', bytes, { ...WORDS, ...words })
const get = (url: string) => server.app.inject({ url })

describe('a sound is put up', () => {
  test.each([
    ['an MP3', mp3({ secret: SECRET }), 'audio/mpeg'],
    ['a WAV', wav({ secret: SECRET }), 'audio/wav'],
    ['an Ogg longer than a voice note', Buffer.from(ogg({ seconds: 90, secret: SECRET })), 'audio/ogg']
  ])('%s: archived as it came, served without what is said in it', async (_, bytes, mime) => {
    const { exhibits } = await add('dinh-nghe', bytes)
    const added = exhibits.at(-1)
    const open = await get(`/api/media/${added?.file}`)

    expect(open.statusCode).toBe(200)
    expect(open.headers['content-type']).toBe(mime)
    expect(bytes.includes(SECRET)).toBe(true)
    expect(open.rawPayload.includes(SECRET)).toBe(false)
    expect(added?.durationS).toBeGreaterThan(0)
    expect(await openFiles({ dataDir: server.environment.DATA_DIR }).sizeOf(hashOf(bytes))).toBe(bytes.length)
    expect((await get(`/api/media/${hashOf(bytes)}`)).statusCode).toBe(404)
  })

  test('also one that holds nothing but sound: its original has no address of its own', async () => {
    const clean = wav({})
    const { exhibits } = await add('chua-chuong', clean)

    expect((await get(`/api/media/${exhibits[0]?.file}`)).rawPayload.equals(clean)).toBe(true)
    expect((await get(`/api/media/${hashOf(clean)}`)).statusCode).toBe(404)
  })

  test('also one that somebody sent as a voice note: of that the cleaned one is kept, of this all', async () => {
    const bytes = Buffer.from(ogg({ seconds: 7, secret: SECRET }))
    const { store } = openMedia({ dataDir: server.environment.DATA_DIR }, server.db)
    const { sha256: note } = await store.take(bytes)
    const original = (await add('chua-chuong', bytes)).exhibits.at(-1)?.sha256
    const { rows } = await server.db.query(
      `select encode(sha256, 'hex') as name, encode(stored_sha256, 'hex') = $1 as whole from media
        where encode(sha256, 'hex') in ($2, $3)`,
      [hashOf(bytes), note, original]
    )
    expect(rows).toHaveLength(2)
    expect(rows).toEqual(
      expect.arrayContaining([
        { name: note, whole: false },
        { name: original, whole: true }
      ])
    )
  })

  test('it is what item 5 of the rule asks for', async () => {
    const list = (await server.app.inject({ url: '/api/staff/relics', headers: desk.headers })).json()
    const scored = list.relics.find(({ slug }: { slug: string }) => slug === 'dinh-nghe')
    expect(scored).toMatchObject({ more: true, archived: true, pictured: false })
  })

  test('and the log says who did it', async () => {
    const { rows } = await server.db.query(
      `select action, subject_id, after ->> 'transcriptVi' is not null as told from audit_entry
        where action = 'relic_exhibit.add' order by id limit 1`
    )
    expect(rows).toEqual([{ action: 'relic_exhibit.add', subject_id: 'dinh-nghe', told: true }])
  })

  test.each([
    ['no transcript', { transcriptVi: null }, 422, 'transcript'],
    ['no alternative text', { altVi: ' ' }, 400, ''],
    ['no author', { author: '' }, 400, ''],
    ['a licence of his own making', { licence: 'free' }, 400, '']
  ])('not with %s', async (_, wrong, status, words) => {
    const sha256 = await desk.handIn('chua-chuong', 'audio', mp3({ frames: 40 }))
    const body = { kind: 'audio', sha256, ...WORDS, ...wrong }
    const response = await desk.send('POST', 'chua-chuong/exhibits', body)

    expect(response.statusCode).toBe(status)
    expect(response.json().detail).toContain(words)
  })

  test('not twice', async () => {
    const sha256 = await desk.handIn('chua-chuong', 'audio', wav({}))
    const response = await desk.send('POST', 'chua-chuong/exhibits', { kind: 'audio', sha256, ...WORDS })
    expect(response.statusCode).toBe(409)
  })
})

test.each([
  ['a picture', () => photo(), 415, 'MP3'],
  ['a page', () => Buffer.from(`ID3 <!doctype html><html>${' '.repeat(400)}`), 415, 'MP3'],
  ['nothing', () => Buffer.alloc(0), 415, 'Choose it'],
  ['a film', () => Buffer.from(webm({ video: true })), 422, 'more than sound'],
  ['the beginning of a WAV', () => wav({}).subarray(0, 60), 422, 'cut short'],
  [
    'noise that calls itself MP3',
    () => Buffer.concat([Buffer.from('ID3'), Buffer.alloc(5000, 7)]),
    422,
    'broken'
  ],
  ['more than 20 MB', () => Buffer.alloc(20 * 1024 * 1024 + 1), 413, '20 MB']
])('%s is refused in a sentence', async (_, bytes, status, words) => {
  const response = await desk.sendFile('dinh-nghe', 'audio', await bytes())

  expect(response.statusCode).toBe(status)
  expect(response.json().detail).toContain(words)
})

describe('the page', () => {
  test('plays without script, with the transcript beside it as plain text', async () => {
    const page = await get('/di-tich/dinh-nghe')

    expect(page.body).toMatch(/<audio\s+controls\s+preload="none"\s+src="\/api\/media\/[0-9a-f]{64}"/)
    expect(page.body).toContain('Bản chép lời')
    expect(page.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt; &lt;b&gt;Cụ từ&lt;/b&gt;')
    expect(page.body).not.toContain('<b>Cụ từ')
    expect(page.body).toContain('"@type":"AudioObject"')
    expect((await get('/di-tich/dinh-nghe?lang=en')).body).toContain('The evening bell')
  })

  test('its manifest has a canvas that lasts as long as the sound', async () => {
    const { items } = (await get('/di-tich/dinh-nghe/manifest.json')).json()
    const [canvas] = items

    expect(canvas).toMatchObject({ type: 'Canvas', duration: expect.any(Number) })
    expect(canvas.width).toBeUndefined()
    expect(canvas.items[0].items[0].body).toMatchObject({ type: 'Sound', format: 'audio/mpeg' })
  })

  test('serves the rest where a file is lost, and the checksums tell', async () => {
    const { exhibits } = await add('mieu-mat', mp3({ frames: 33 }))
    const stored = hashOf((await get(`/api/media/${exhibits[0]?.file}`)).rawPayload)
    await rm(join(server.environment.DATA_DIR, 'media', addressOf(stored)))
    const page = await get('/di-tich/mieu-mat')

    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Tệp hiện không đọc được trên máy chủ')
    expect(page.body).not.toContain('<audio')
    expect(page.body).toContain('Bản chép lời')
    await server.db.query('update media set checked_at = now() where stored_sha256 <> $1', [
      Buffer.from(stored, 'hex')
    ])
    const log = { error: () => undefined, warn: () => undefined }
    const files = openFiles({ dataDir: server.environment.DATA_DIR })
    expect(await checkFiles({ db: server.db, files, log } as never)).toEqual([stored])
    expect((await get('/health/media')).json()).toMatchObject({ status: 'damaged', damaged: 1 })
  })
})

describe('changed, ordered, taken down', () => {
  test('the second editor does not overwrite the first', async () => {
    const [first] = (await desk.read('dinh-nghe')).exhibits
    const put = (author: string) =>
      desk.send('PUT', `dinh-nghe/exhibits/${first?.id}`, { ...WORDS, author }, first?.version)

    expect((await put('Người Một')).statusCode).toBe(200)
    const second = await put('Người Hai')
    expect(second.statusCode).toBe(412)
    expect(second.json<RelicExhibits>().exhibits[0]).toMatchObject({ author: 'Người Một' })
  })

  test('an order is of those that are there', async () => {
    const { exhibits, version } = await desk.read('dinh-nghe')
    const ids = exhibits.map(({ id }) => id).toReversed()
    const done = await desk.send('PUT', 'dinh-nghe/exhibit-order', { ids }, version)

    expect(done.json<RelicExhibits>().exhibits.map(({ id }) => id)).toEqual(ids)
    expect((await desk.send('PUT', 'dinh-nghe/exhibit-order', { ids }, version)).statusCode).toBe(412)
  })

  test('taken down it is gone by every route, and its original is kept', async () => {
    const [exhibit] = (await desk.read('dinh-nghe')).exhibits
    const { id, version, file, sha256 } = exhibit ?? {}
    const response = await desk.send('DELETE', `dinh-nghe/exhibits/${id}`, undefined, version)

    expect(response.statusCode).toBe(200)
    expect((await get(`/api/media/${file}`)).statusCode).toBe(404)
    for (const path of ['', '/manifest.json'])
      expect((await get(`/di-tich/dinh-nghe${path}`)).body).not.toContain(file)
    expect((await desk.read('dinh-nghe')).exhibits.map((one) => one.id)).not.toContain(id)
    const { rows } = await server.db.query<{ stored: string }>(
      `select encode(stored_sha256, 'hex') as stored from media where encode(sha256, 'hex') = $1`,
      [sha256]
    )
    expect(
      await openFiles({ dataDir: server.environment.DATA_DIR }).sizeOf(rows[0]?.stored ?? '')
    ).not.toBeNull()
  })
})

test('a relic of another commune is none of his', async () => {
  const answers = await Promise.all([
    server.app.inject({ url: '/api/staff/relics/chua-xa-ben/exhibits', headers: desk.headers }),
    desk.sendFile('chua-xa-ben', 'audio', wav({})),
    desk.send('POST', 'chua-xa-ben/exhibits', { kind: 'audio', sha256: '0'.repeat(64), ...WORDS }),
    desk.send('PUT', 'chua-xa-ben/exhibits/1', WORDS, 1),
    desk.send('DELETE', 'chua-xa-ben/exhibits/1', undefined, 1),
    desk.send('PUT', 'chua-xa-ben/exhibit-order', { ids: [1] }, 1)
  ])
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404, 404])
})
