import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_COMMUNE } from '../../data/demo/demo.ts'
import { readBag } from '../../server/relics/bag/read-bag.ts'
import { GROUND_LAYERS } from '../../server/relics/bag/contract.ts'
import { planGround } from '../../server/relics/bag/ground-plan.ts'
import { forgetMemory } from '../../server/relics/memory-queries.ts'
import { onGround } from '../../server/relics/bag/take-ground.ts'
import { checkBag } from '../../server/bagit/check-bag.ts'
import { derivations, registry } from '../../server/themes.ts'
import { loadRelicsDemo } from '../support/demo-relics.ts'
import { emptyPng } from '../support/media-files.ts'
import { edit, openBags, pageOf, sumOf } from '../support/relic-bags.ts'
import { startServer, type TestServer } from '../support/server.ts'

// The illustrative commune's relics, with media of every kind, to an installation that has nothing at all.

interface FilesOfBag {
  files: { variant: string; kind: string; stored: string; mime: string }[]
}

let source: TestServer
let target: TestServer
let bag: string
const bags = openBags()
const deps = ({ db }: TestServer) => ({ db, registry, derivations })

beforeAll(async () => {
  source = await startServer()
  target = await startServer()
  await loadRelicsDemo(source.db, source.environment.DATA_DIR, GROUND_LAYERS)
  bag = (await bags.put(source, 'tui.tar')).path
})
afterAll(async () => {
  await source.stop()
  await target.stop()
  bags.remove()
})

const counts = async (server: TestServer) => {
  const tables = ['commune', 'village', 'land_use', 'waterway', 'building', 'road', 'relic']
  const found = tables.map(
    async (table) =>
      [table, (await server.db.query(`select from ${table} where known_to = 'infinity'`)).rowCount] as const
  )
  return Object.fromEntries(await Promise.all(found))
}
const NOTHING = { commune: 0, village: 0, land_use: 0, waterway: 0, building: 0, road: 0, relic: 0 }

describe('before it is taken in', () => {
  test('a dry run changes nothing', async () => {
    const [outcome, communes] = ['valid', [DEMO_COMMUNE]]
    expect(await bags.takeIn(target, bag, { dryRun: true })).toMatchObject({ outcome, communes, relics: 9 })
    expect(await counts(target)).toEqual(NOTHING)
  })

  const refused = async (name: string) => {
    const { path } = await bags.put(source, name)
    const bad = bags.altered(path, (copy) =>
      edit(copy, 'data/relics.geojson', (text) => text.replace('"rank": "', '"rank": "không có '))
    )
    expect(await bags.refusal(target, bad)).toMatch(/^Có dòng của túi không nạp được/)
    expect(await counts(target)).toEqual(NOTHING)
  }
  const beKilled = async (name: string) => {
    const { path } = await bags.put(source, name)
    const { ground } = await readBag(await checkBag(path))
    const { sets } = await planGround(target.db, registry, ground)
    const by = { name: 'tui', takenBy: 'test' }
    await onGround(deps(target), { sets: sets.slice(0, 1), begun: [] }, by, async () => undefined)
    expect(await counts(target)).toEqual({ ...NOTHING, commune: 1 })
  }

  test('where a row is refused, the ground is taken back with it', () => refused('bad'))

  /** One binary glTF of JSON alone. */
  function modelOf(json: object) {
    const text = Buffer.from(JSON.stringify(json))
    const content = Buffer.concat([text, Buffer.alloc((4 - (text.length % 4)) % 4, ' ')])
    const head = Buffer.alloc(20)
    head.write('glTF')
    for (const [at, value] of [2, 20 + content.length, content.length, 0x4e4f534a].entries())
      head.writeUInt32LE(value, 4 + 4 * at)
    return Buffer.concat([head, content])
  }

  test.each([
    ['model', modelOf({ images: [{ uri: 'https://xa.vn/mat.png' }] }), 'trỏ tới tệp bên ngoài'],
    ['picture', Buffer.from('<!doctype html><p>x</p>'), 'không phải ảnh'],
    ['original', emptyPng(20_000, 10_000), 'quá 60 triệu điểm ảnh']
  ])(
    'where its %s would not be taken from an officer, it is refused by name',
    async (variant, bytes, why) => {
      const { path } = await bags.put(source, `foreign-${variant}`)
      const sum = sumOf(bytes)
      const bad = bags.altered(path, (copy) => {
        const { files } = JSON.parse(readFileSync(join(copy, 'data/media.json'), 'utf8')) as FilesOfBag
        const { stored, mime } = files.find(
          (one) => one.variant === variant && (one.kind === 'image' || variant === 'model')
        )!
        for (const name of ['data/media.json', 'data/relics.json'])
          edit(copy, name, (text) => text.replaceAll(stored, sum))
        if (variant === 'original')
          edit(copy, 'data/media.json', (text) => text.replaceAll(mime, 'image/png'))
        rmSync(join(copy, 'data/files', stored))
        writeFileSync(join(copy, 'data/files', sum), bytes)
      })

      const sentence = await bags.refusal(target, bad)
      expect(sentence).toContain(`«data/files/${sum}»`)
      expect(sentence).toContain(why)
      const { rowCount } = await target.db.query(`select from media where sha256 = decode($1, 'hex')`, [sum])
      expect(rowCount).toBe(0)
    }
  )

  test('what an interruption left of the ground is taken back as well', async () => {
    await beKilled('killed')
    await refused('bad-again')
  })

  test('what an interruption left of the ground is there once, and the rest follows', async () => {
    await beKilled('killed-again')
    expect(await bags.takeIn(target, bag)).toMatchObject({
      outcome: 'done',
      relics: 9,
      memories: 1,
      tours: 1
    })
    expect(await counts(target)).toEqual(await counts(source))
  })
})

describe('taken in', () => {
  const addresses = async () => {
    const { text } = await pageOf(source, '/sitemap.xml')
    return [...text.matchAll(/<loc>http:\/\/xa\.vn([^<]+)<\/loc>/g)].map(([, path]) => path!)
  }

  test('every page is the same at the same address, with its sheet and manifest', async () => {
    const pages = (await addresses()).filter((path) => path.startsWith('/di-tich'))
    expect(pages.length).toBeGreaterThanOrEqual(11)
    for (const path of pages) {
      const relic = /^\/di-tich\/[^/]+$/.test(path) ? [`${path}/qr.svg`, `${path}/manifest.json`] : []
      for (const url of [path, `${path}?lang=en`, ...relic]) {
        const there = await pageOf(source, url)
        expect([url, there.statusCode]).toEqual([url, 200])
        expect([url, await pageOf(target, url)]).toEqual([url, there])
      }
    }
  })

  test('every picture, sound, panorama, model and transcript is served as it was', async () => {
    const { text } = await pageOf(source, '/di-tich/dinh-cho-tram')
    const files = [...new Set(text.match(/\/(?:iiif|api\/media)\/[^"'\s<>&]+/g))]
    expect(files.length).toBeGreaterThan(5)
    for (const url of files) {
      const [there, here] = [await pageOf(source, url), await pageOf(target, url)]
      expect([url, here.statusCode, here.sum]).toEqual([url, 200, there.sum])
    }
    const { rows } = await target.db.query(
      'select kind, transcript_vi is not null as "isRead" from open.relic_exhibits order by kind'
    )
    expect(rows).toEqual([
      { kind: 'audio', isRead: true },
      { kind: 'model', isRead: false },
      { kind: 'panorama', isRead: false }
    ])
  })

  test('a memory that was said anew there comes with the next bag; deleted here it does not come back', async () => {
    await source.db.query(`update relic_memory set text = 'Kể lại lần nữa.', changed_at = now()`)
    const { path } = await bags.put(source, 'retold')
    expect(await bags.takeIn(target, path)).toMatchObject({ outcome: 'done', rows: 0, memories: 1 })
    expect((await pageOf(target, '/di-tich/dinh-cho-tram')).text).toContain('Kể lại lần nữa.')
    const { rows } = await target.db.query<{ id: string }>('select id from relic_memory')
    for (const { id } of rows) await forgetMemory(target.db, id)
    expect(await bags.takeIn(target, path)).toMatchObject({ outcome: 'unchanged', memoriesDeleted: 1 })
    expect((await target.db.query('select from relic_memory')).rowCount).toBe(0)
  })

  test('the commune is still an illustration', async () => {
    const { rows } = await target.db.query(
      `select code, illustration from commune where known_to = 'infinity'`
    )
    expect(rows).toEqual([{ code: DEMO_COMMUNE, illustration: true }])
  })

  test('a second time nothing changes, and what was mended here of the ground stays', async () => {
    await target.db.query(`update village set known_to = now() where code = $1 and known_to = 'infinity'`, [
      `${DEMO_COMMUNE}-01`
    ])
    const before = await counts(target)
    expect(await bags.takeIn(target, bag)).toMatchObject({ outcome: 'unchanged', communes: [] })
    expect(await counts(target)).toEqual(before)
  })
})
