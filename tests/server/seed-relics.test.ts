import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawRelic } from '../../data/demo/relic-pictures.ts'
import { DEMO_MEMORY } from '../../data/demo/relic-memories.ts'
import { openMedia } from '../../server/media/open.ts'
import { planMemories } from '../../server/relics/bag/memory-plan.ts'
import { findSiteByRef } from '../../server/relics/image-queries.ts'
import { loadDemoExhibits } from '../../server/seed/load-demo-exhibits.ts'
import { loadDemoMemories } from '../../server/seed/load-demo-memories.ts'
import { loadDemoRelics } from '../../server/seed/load-demo-relics.ts'
import { loadDemoTours } from '../../server/seed/load-demo-tours.ts'
import { takeDemoFile } from '../../server/seed/load-demo.ts'
import { derivations, registry } from '../../server/themes.ts'
import { DEMO_COMMUNE, makeDemo } from '../../data/demo/demo.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
const said: string[] = []
const load = () => {
  const { store: media } = openMedia({ dataDir: server.environment.DATA_DIR }, server.db)
  return loadDemoRelics({ db: server.db, media }, (line) => said.push(line))
}

beforeAll(async () => {
  server = await startServer()
  const deps = { db: server.db, registry, derivations }
  for (const file of makeDemo().filter(({ collection }) => ['communes', 'relics'].includes(collection)))
    await takeDemoFile(deps, DEMO_COMMUNE, file)
  await load()
})
afterAll(() => server.stop())

const scores = async () => {
  const { rows } = await server.db.query<{ name: string; score: number }>(
    'select name, score from staff.relic_scores order by score desc, name'
  )
  return rows
}
const count = async () => (await server.db.query('select count(*) as n from relic_media')).rows[0]

test('the relics stand at different numbers of items, one of them whole', async () => {
  expect((await scores()).map(({ score }) => score)).toEqual([7, 6, 5, 4, 3, 3, 2, 1, 1])
})

test('a tour leads through four of them, and a second start adds none', async () => {
  await loadDemoTours(server.db)
  await loadDemoTours(server.db)
  const { body } = await server.app.inject('/di-tich')
  const [, address = ''] = /href="(\/di-tich\/tuyen\/[^"]+)"/.exec(body) ?? []

  expect(body.match(/href="\/di-tich\/tuyen\//g)).toHaveLength(1)
  expect((await server.app.inject(address)).body.match(/class="stop"/g)).toHaveLength(4)
})

test('one is remembered by somebody, whom a second start does not double', async () => {
  await loadDemoMemories(server.db)
  await loadDemoMemories(server.db)
  const { body } = await server.app.inject('/di-tich/dinh-cho-tram')

  expect(body.match(/<blockquote/g)).toHaveLength(1)
})

test('a bag from another installation with the illustration brings nothing new that is remembered', async () => {
  await loadDemoMemories(server.db)
  const siteId = (await findSiteByRef(server.db, DEMO_COMMUNE, DEMO_MEMORY.ref)) ?? null
  const there = [{ relic: { memories: [DEMO_MEMORY.memory] }, siteId }]

  expect(await planMemories(server.db, there)).toEqual({ put: [], kept: 0, deleted: 0 })
})

test('its page shows them, and the cover is there', async () => {
  const { body } = await server.app.inject('/di-tich/dinh-cho-tram')
  const cover = /src="(\/iiif[^"]+)"/.exec(body)?.[1] ?? ''

  expect(body).toContain('Số hóa: 7/7')
  expect(body.match(/<figure>/g)).toHaveLength(7)
  expect((await server.app.inject(cover)).statusCode).toBe(200)
})

test('one has a panorama, a small model and a sound, which a second start leaves alone', async () => {
  const { store: media } = openMedia({ dataDir: server.environment.DATA_DIR }, server.db)
  await loadDemoExhibits({ db: server.db, media })
  await loadDemoExhibits({ db: server.db, media })
  const { rows } = await server.db.query('select kind from open.relic_exhibits order by kind')
  const { body } = await server.app.inject('/di-tich/dinh-cho-tram')
  const [, model = ''] = /href="(\/api\/media\/[0-9a-f]{64})" download/.exec(body) ?? []

  expect(rows).toEqual([{ kind: 'audio' }, { kind: 'model' }, { kind: 'panorama' }])
  expect(body).toContain('data-view="panorama"')
  expect((await server.app.inject(model)).rawPayload.length).toBeLessThan(20_000)
})

test('a second start draws nothing, and one that was killed doubles nothing', async () => {
  const before = await count()
  said.length = 0
  await load()
  expect(said).toEqual([])
  await server.db.query(`delete from shipped where name = 'demo-relics'`)
  await load()
  expect(await count()).toEqual(before)
})

test('a drawing is always the same, and large enough to count', async () => {
  const look = { wall: '#e6d3ab', roof: '#9c4a2f', bays: 5 }
  const [one, again] = await Promise.all([drawRelic('house', look), drawRelic('house', look)])
  const { width, height } = await sharp(one).metadata()

  expect(one.equals(again)).toBe(true)
  expect(width * height).toBeGreaterThanOrEqual(950_000)
})
