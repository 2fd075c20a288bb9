import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Role } from '../../server/accounts/contract.ts'
import type { Place } from '../../server/editing/contract.ts'
import { inTransaction } from '../../server/db/transaction.ts'
import type { PlacePhotos, PublicPhoto } from '../../server/editing/photos/contract.ts'
import { insertPhoto } from '../../server/editing/photos/queries.ts'
import { checkFiles } from '../../server/media/keeping.ts'
import { openFiles, openMedia } from '../../server/media/open.ts'
import { addressOf } from '../../server/media/store.ts'
import { createStaff, signedIn } from '../support/accounts.ts'
import { box, communeData, point, type Row } from '../support/commune-data.ts'
import { hashOf } from '../support/media-app.ts'
import { emptyPng, photo, photoOf } from '../support/media-files.ts'
import { startServer, type TestServer } from '../support/server.ts'

const HERE = { code: '00601', name: 'Minh Tân', kind: 'xã', geom: box(105.3, 18.3, 105.4, 18.4) }
const SECRET = 'Nguyễn Văn Bí Mật'
const WORDS = {
  altVi: 'Mặt trước nhà văn hóa',
  altEn: null,
  captionVi: 'Sau khi sơn lại',
  captionEn: null,
  author: 'Trần Thị B',
  licence: 'CC BY 4.0' as const,
  takenOn: '2025-03-04'
}

let server: TestServer
let data: ReturnType<typeof communeData>
let headers: Record<string, string>
let files = 0

beforeAll(async () => {
  server = await startServer()
  data = communeData(server.db)
  await data.publish('communes', [HERE])
  headers = (await signedIn(server.db, { role: 'planner', communeCode: HERE.code, name: 'Lê Quy Hoạch' }))
    .headers
})
afterAll(() => server.stop())

const HOUSE = { wifi: 'unknown', commune_code: HERE.code, geom: point(105.35, 18.35) }
const SCHOOL = { kind: 'school', commune_code: HERE.code, geom: point(105.36, 18.36) }
const CAMERA = { owner: 'UBND xã', purpose: 'An ninh', commune_code: HERE.code, geom: point(105.37, 18.37) }

/** Publishes a row, and answers its id. */
async function put(collection: string, table: string, row: Row) {
  const importId = await data.publish(collection, [row])
  const { rows } = await server.db.query<{ id: number }>(`select id from ${table} where import_id = $1`, [
    importId
  ])
  return { id: rows[0]?.id ?? 0, importId }
}

type Method = 'GET' | 'POST' | 'PUT'
const ask = (method: Method, path: string, payload?: object, more: Record<string, string> = {}) =>
  server.app.inject({
    method,
    url: `/api/staff/places/${path}`,
    headers: { ...headers, 'accept-language': 'en', ...more },
    ...(payload ? { payload } : {})
  })
const sendFile = (place: string, bytes: Buffer) =>
  ask('POST', `${place}/photo-files`, bytes, { 'content-type': 'application/octet-stream' })
const match = (version: number) => ({ 'if-match': `"${version}"` })

async function add(place: string, bytes: Buffer, words: object = WORDS) {
  const sent = await sendFile(place, bytes)
  if (sent.statusCode !== 201) throw new Error(sent.body)
  const response = await ask('POST', `${place}/photos`, { sha256: hashOf(bytes), ...words })
  if (response.statusCode !== 201) throw new Error(response.body)
  return response.json<PlacePhotos>()
}
const listed = async (place: string) => (await ask('GET', `${place}/photos`)).json<PlacePhotos>()
const seen = async (collection: string, feature: number) =>
  (await server.app.inject(`/api/places/${collection}/${feature}/photos`)).json<{ photos: PublicPhoto[] }>()
    .photos
const altsOf = (photos: readonly { altVi: string }[]) => photos.map(({ altVi }) => altVi)
const one = <T>(list: readonly T[], index = 0): T => {
  const found = list[index]
  if (found === undefined) throw new Error(`There is no number ${index}`)
  return found
}
/** A small picture like no other. */
const picture = () => photo({ width: 300 + files++, height: 200 })

describe('a photo is put to a place', () => {
  test('anyone sees its pixels and nothing else, on the map and on the house’s page', async () => {
    const { id } = await put('cultural_houses', 'cultural_house', { ...HOUSE, ref: 'h1', name: 'NVH Một' })
    const bytes = await photoOf(SECRET)
    const { photos } = await add(`cultural_houses/${id}`, bytes)
    expect(photos).toEqual([
      expect.objectContaining({ ...WORDS, sha256: hashOf(bytes), width: 1200, height: 900 })
    ])

    const shown = one(await seen('cultural_houses', id))
    expect(shown).toMatchObject({ ...WORDS, picture: one(photos).picture, width: 1200, thumbWidth: 400 })
    const open = await server.app.inject(`/api/media/${shown.picture}`)
    expect(open.statusCode).toBe(200)
    expect(open.rawPayload.includes(SECRET)).toBe(false)
    expect((await sharp(open.rawPayload).metadata()).exif).toBeUndefined()
    expect((await server.app.inject(`/api/media/${hashOf(bytes)}`)).statusCode).toBe(404)

    const page = await server.app.inject(`/nha-van-hoa/doi-tuong/${id}`)
    const { body } = await server.app.inject(String(page.headers.location))
    expect(body).toContain(WORDS.altVi)
    expect(body).toContain(`/api/media/${shown.thumbnail}`)
    expect(body).toContain('Trần Thị B')
  })

  test('its files are in use: the one archived, the others shown', async () => {
    const { id } = await put('institutions', 'institution', { ...SCHOOL, name: 'Trường Giữ' })
    const {
      sha256,
      picture: shown,
      thumbnail
    } = one((await add(`institutions/${id}`, await picture())).photos)
    const { rows } = await server.db.query(
      `select encode(sha256, 'hex') as sha256, is_public from media_use where encode(sha256, 'hex') = any($1)`,
      [[sha256, shown, thumbnail]]
    )
    expect(new Map(rows.map((row) => [row.sha256, row.is_public]))).toEqual(
      new Map([
        [sha256, false],
        [shown, true],
        [thumbnail, true]
      ])
    )
  })

  test('a file that is gone leaves its words on the page, and the checksum job names it', async () => {
    const { id } = await put('cultural_houses', 'cultural_house', { ...HOUSE, ref: 'h5', name: 'NVH Năm' })
    const place = `cultural_houses/${id}`
    const gone = one((await add(place, await picture())).photos).picture ?? ''
    const { photos } = await add(place, await picture(), { ...WORDS, altVi: 'Phòng họp' })
    const dataDir = server.environment.DATA_DIR
    await rm(join(dataDir, 'media', addressOf(gone)))
    const page = await server.app.inject(`/nha-van-hoa/doi-tuong/${id}`)
    const { statusCode, body } = await server.app.inject(String(page.headers.location))

    expect(statusCode).toBe(200)
    expect(body).toContain('Tệp ảnh hiện không đọc được trên máy chủ')
    expect(body).not.toContain(`/api/media/${gone}`)
    expect(body).toContain(`/api/media/${one(photos, 1).thumbnail}`)
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
    expect(await checkFiles({ db: server.db, files: openFiles({ dataDir }), log })).toEqual([gone])
  })

  test.each([
    ['no alternative text', { altVi: ' ' }],
    ['no author', { author: '' }],
    ['a licence of his own making', { licence: 'free' }],
    ['a field that nobody knows', { gps: '18,105' }]
  ])('not with %s', async (_, wrong) => {
    const { id } = await put('institutions', 'institution', { ...SCHOOL, name: 'Trường Sai' })
    const bytes = await picture()
    await sendFile(`institutions/${id}`, bytes)
    const response = await ask('POST', `institutions/${id}/photos`, {
      sha256: hashOf(bytes),
      ...WORDS,
      ...wrong
    })
    expect(response.statusCode).toBe(400)
    expect((await listed(`institutions/${id}`)).photos).toEqual([])
  })

  test('refused by its bytes in the sentences of relics’ images', async () => {
    const { id } = await put('institutions', 'institution', { ...SCHOOL, name: 'Trường Tệp' })
    const cases: [Buffer, number, string][] = [
      [Buffer.from('<!doctype html><script>alert(1)</script>'), 415, 'JPEG, PNG, WebP or AVIF'],
      [Buffer.alloc(0), 415, 'JPEG, PNG, WebP or AVIF'],
      [emptyPng(20_000, 10_000), 413, '60 million pixels'],
      [Buffer.alloc(20 * 1024 * 1024 + 1), 413, 'The picture is larger than 20 MB'],
      [emptyPng(40, 30).subarray(0, 30), 422, 'broken']
    ]
    for (const [bytes, status, words] of cases) {
      const response = await sendFile(`institutions/${id}`, bytes)
      expect(response.statusCode, words).toBe(status)
      expect(response.json().detail).toContain(words)
    }
  })

  test('not twice, and not without its bytes', async () => {
    const { id } = await put('institutions', 'institution', { ...SCHOOL, name: 'Trường Hai lần' })
    const bytes = await picture()
    await add(`institutions/${id}`, bytes)
    const again = await ask('POST', `institutions/${id}/photos`, { sha256: hashOf(bytes), ...WORDS })
    expect(again.statusCode).toBe(409)
    const nothing = await ask('POST', `institutions/${id}/photos`, { sha256: '0'.repeat(64), ...WORDS })
    expect(nothing.statusCode).toBe(404)
  })
})

describe('it belongs to the thing', () => {
  test('through an edit that moves and renames it, and the file that comes after', async () => {
    const { id, importId } = await put('institutions', 'institution', {
      ...SCHOOL,
      ref: 't1',
      name: 'Trường Một'
    })
    await add(`institutions/${id}`, await picture(), { ...WORDS, altVi: 'Cổng trường' })
    const { etag } = (await ask('GET', `institutions/${id}`)).json<Place>()
    const edit = {
      values: { name: 'Trường Một mới' },
      geometry: { type: 'Point', coordinates: [105.365, 18.365] },
      validFrom: null,
      reason: 'Trường dời sang cơ sở mới'
    }
    const edited = await ask('PUT', `institutions/${id}`, edit, { 'if-match': etag })
    expect(edited.statusCode, edited.body).toBe(200)
    expect(altsOf((await listed(`institutions/${id}`)).photos)).toEqual(['Cổng trường'])

    await data.undo(importId)
    const later = await put('institutions', 'institution', {
      ...SCHOOL,
      ref: 't1',
      name: 'Trường Một (2026)'
    })
    expect(altsOf(await seen('institutions', later.id))).toEqual(['Cổng trường'])
  })

  test('without an id of the source by its name within 50 m, and not by the name alone', async () => {
    const { id, importId } = await put('institutions', 'institution', { ...SCHOOL, name: 'Trạm Không mã' })
    await add(`institutions/${id}`, await picture(), { ...WORDS, altVi: 'Trạm' })
    await data.undo(importId)
    const near = { ...SCHOOL, name: 'trạm không mã', geom: point(105.3602, 18.36) }
    const again = await put('institutions', 'institution', near)
    const far = await put('institutions', 'institution', { ...near, geom: point(105.37, 18.36) })

    expect(altsOf(await seen('institutions', again.id))).toEqual(['Trạm'])
    expect(await seen('institutions', far.id)).toEqual([])
  })

  test('a village’s stay with its code where the border is redrawn and the name is another, seen by feature and by code', async () => {
    const village = { code: '0060101', name: 'Đoài', kind: 'thôn', commune_code: HERE.code }
    const whole = box(105.31, 18.31, 105.33, 18.33)
    const { id } = await put('villages', 'village', { ...village, geom: whole })
    const { photos } = await add(`villages/${id}`, await picture(), { ...WORDS, altVi: 'Cổng làng' })
    const next = { ...village, name: 'Đoài Đông', geom: box(105.31, 18.31, 105.325, 18.33) }
    const later = await put('villages', 'village', next)
    const other = await put('villages', 'village', {
      ...{ ...village, code: '0060102', name: 'Đoài' },
      geom: box(105.325, 18.31, 105.33, 18.33)
    })

    expect(altsOf((await listed(`villages/${later.id}`)).photos)).toEqual(['Cổng làng'])
    expect(altsOf(await seen('villages', later.id))).toEqual(['Cổng làng'])
    expect(await seen('villages', other.id)).toEqual([])
    const ofCode = async (code: string) =>
      (await server.app.inject(`/api/villages/${code}/photos`)).json<{ photos: PublicPhoto[] }>().photos
    expect(one(await ofCode(village.code))).toMatchObject({
      altVi: 'Cổng làng',
      picture: one(photos).picture
    })
    expect(await ofCode('0060102')).toEqual([])
    expect(await ofCode('nothing')).toEqual([])
  })

  test('and to no other of the same collection or number', async () => {
    const house = await put('cultural_houses', 'cultural_house', { ...HOUSE, ref: 'h2', name: 'NVH Hai' })
    const other = await put('cultural_houses', 'cultural_house', { ...HOUSE, ref: 'h3', name: 'NVH Ba' })
    const { photos } = await add(`cultural_houses/${house.id}`, await picture())
    const { id, version } = one(photos)

    expect(await seen('cultural_houses', other.id)).toEqual([])
    expect(await seen('institutions', house.id)).toEqual([])
    const wrong = await ask('PUT', `cultural_houses/${other.id}/photos/${id}`, WORDS, match(version))
    expect(wrong.statusCode).toBe(404)
  })
})

describe('two editors', () => {
  test('the second one does not overwrite the first, and is shown what is there', async () => {
    const { id } = await put('cell_sites', 'cell_site', {
      ...{ operator: 'viettel', technologies: ['4G'], name: 'Trạm Một', ref: 'b1', commune_code: HERE.code },
      geom: point(105.38, 18.38)
    })
    const path = `cell_sites/${id}/photos`
    const before = one((await add(`cell_sites/${id}`, await picture())).photos)
    const change = (author: string) =>
      ask('PUT', `${path}/${before.id}`, { ...WORDS, author }, match(before.version))
    expect((await change('Người Một')).statusCode).toBe(200)
    const second = await change('Người Hai')

    expect(second.statusCode).toBe(412)
    expect(one(second.json<PlacePhotos>().photos)).toMatchObject({ id: before.id, author: 'Người Một' })
    expect((await ask('PUT', `${path}/${before.id}`, WORDS)).statusCode).toBe(428)
  })

  test('an order is of the photos that are there, and of a version', async () => {
    const { id } = await put('institutions', 'institution', { ...SCHOOL, name: 'Trường Thứ tự' })
    const place = `institutions/${id}`
    await add(place, await picture(), { ...WORDS, altVi: 'Một' })
    const { version, photos } = await add(place, await picture(), { ...WORDS, altVi: 'Hai' })
    const ids = photos.map((each) => each.id)
    const turned = await ask('PUT', `${place}/photo-order`, { ids: ids.toReversed() }, match(version))

    expect(altsOf(turned.json<PlacePhotos>().photos)).toEqual(['Hai', 'Một'])
    expect(altsOf(await seen('institutions', id))).toEqual(['Hai', 'Một'])
    expect((await ask('PUT', `${place}/photo-order`, { ids }, match(version))).statusCode).toBe(412)
    const now = (await listed(place)).version
    for (const wrong of [[one(ids)], [one(ids), one(ids)], [...ids, 999]])
      expect((await ask('PUT', `${place}/photo-order`, { ids: wrong }, match(now))).statusCode).toBe(412)
  })
})

test('taken down it is nobody’s to see, with who, when and why; its original and its days stay', async () => {
  const { id } = await put('cultural_houses', 'cultural_house', { ...HOUSE, ref: 'h4', name: 'NVH Bốn' })
  const place = `cultural_houses/${id}`
  const bytes = await picture()
  const shown = one((await add(place, bytes)).photos)
  const withdraw = (body: object) =>
    ask('POST', `${place}/photos/${shown.id}/withdraw`, body, match(shown.version))
  expect((await withdraw({})).statusCode).toBe(400)
  const response = await withdraw({ reason: 'Ảnh chụp nhầm nhà bên' })

  expect(response.json<PlacePhotos>()).toMatchObject({
    photos: [],
    history: [
      { action: 'withdraw', by: 'Lê Quy Hoạch', altVi: WORDS.altVi, reason: 'Ảnh chụp nhầm nhà bên' },
      { action: 'add', by: 'Lê Quy Hoạch', reason: null }
    ]
  })
  expect(await seen('cultural_houses', id)).toEqual([])
  expect((await server.app.inject(`/api/media/${shown.picture}`)).statusCode).toBe(404)
  const kept = await server.db.query(`select 1 from media where sha256 = decode($1, 'hex')`, [hashOf(bytes)])
  expect(kept.rowCount).toBe(1)
  const used = await server.db.query(`select is_public from media_use where sha256 = decode($1, 'hex')`, [
    hashOf(bytes)
  ])
  expect(used.rows).toContainEqual({ is_public: false })
  const log = await server.db.query(
    `select action, subject, subject_id, after ->> 'reason' as reason from audit_entry where action like 'place_photo.%'
      order by id desc limit 1`
  )
  expect(log.rows).toEqual([
    {
      action: 'place_photo.withdraw',
      subject: 'cultural_houses',
      subject_id: String(id),
      reason: 'Ảnh chụp nhầm nhà bên'
    }
  ])
})

test('what a place is about to show is not closed by another that shows it no more', async () => {
  const { id: rowId } = await put('cultural_houses', 'cultural_house', {
    ...HOUSE,
    ref: 'g9',
    name: 'NVH Giữ'
  })
  const { store } = openMedia({ dataDir: server.environment.DATA_DIR }, server.db)
  const { sha256 } = await store.take(await picture())
  const files = await store.publish(sha256, [])
  const names = [files.picture, files.thumbnail]
  await store.withdraw(sha256, names)
  const { id: accountId } = await createStaff(server.db, { role: 'planner', communeCode: HERE.code })
  const made = { accountId, action: 'add' as const, reason: null, at: new Date().toISOString() }
  const place = { id: null, collection: 'cultural_houses', rowId, position: null }
  let closing: Promise<void> | undefined
  await inTransaction(server.db, async (client) => {
    const dates = { validFrom: '2025-03-04', validTo: null }
    await insertPhoto(client, { ...place, ...WORDS, ...made, ...dates, ...files, sha256 })
    closing = store.withdraw(sha256, names)
  })
  await closing

  for (const name of names) expect((await server.app.inject(`/api/media/${name}`)).statusCode).toBe(200)
})

test('a photo of a camera is staff’s alone: no public file is made of it', async () => {
  const { id } = await put('cameras', 'camera', { ...CAMERA, ref: 'c1', place: 'Ngã ba' })
  const bytes = await photoOf(SECRET)
  const shown = one((await add(`cameras/${id}`, bytes)).photos)
  expect(shown).toMatchObject({ picture: null, thumbnail: null })
  expect((await server.app.inject(`/api/places/cameras/${id}/photos`)).statusCode).toBe(404)
  const open = await server.db.query('select from open.media m where m.sha256 = decode($1, $2)', [
    hashOf(bytes),
    'hex'
  ])
  expect(open.rowCount).toBe(0)

  for (const [size, width] of [
    ['', 1200],
    ['?size=thumbnail', 400]
  ] as const) {
    const preview = await ask('GET', `cameras/${id}/photos/${shown.id}/preview${size}`)
    expect(preview.headers['cache-control']).toBe('private, no-store')
    expect(await sharp(preview.rawPayload).metadata()).toMatchObject({ width, format: 'webp' })
    expect(preview.rawPayload.includes(SECRET)).toBe(false)
  }
})

test('a place of another commune is none of his, and a collection without photos has no such routes', async () => {
  const { id } = await put('institutions', 'institution', { ...SCHOOL, name: 'Trường Xa' })
  const other = (await signedIn(server.db, { role: 'planner', communeCode: '00602' })).headers
  const response = await server.app.inject({
    url: `/api/staff/places/institutions/${id}/photos`,
    headers: other
  })
  expect(response.statusCode).toBe(404)
  expect((await ask('GET', 'relics/1/photos')).statusCode).toBe(404)
  expect((await server.app.inject('/api/places/relics/1/photos')).statusCode).toBe(404)
})

test.each(Role.options.filter((role) => role !== 'planner'))('%s may not', async (role) => {
  const other = await signedIn(server.db, { role, communeCode: HERE.code })
  const url = '/api/staff/places/cameras/1/photos'
  expect((await server.app.inject({ url, headers: other.headers })).statusCode).toBe(403)
})
