import { afterAll, beforeAll, expect, test } from 'vitest'
import { join } from 'node:path'
import { projectRoot } from '../../server/root.ts'
import { openLighthouse } from '../support/lighthouse.ts'
import { makeTour } from '../support/relic-tour.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let lighthouse: Awaited<ReturnType<typeof openLighthouse>>
let tour = ''

beforeAll(async () => {
  server = await startServer({ listen: true, webDir: join(projectRoot, 'dist/web') })
  const place = { communeCode: '00351', origin: server.url, lng: 105.3, lat: 18.3 }
  tour = `/di-tich/tuyen/${(await makeTour(server, place)).slug}`
  lighthouse = await openLighthouse()
}, 240_000)
afterAll(async () => {
  await lighthouse.close()
  await server.stop()
})

test.each(['/di-tich', '/di-tich/dinh-dau', 'the tour'])(
  '%s is whole in everything but speed',
  async (path) => {
    const url = server.url + (path === 'the tour' ? tour : path)
    const { scores, wanting } = await lighthouse.judge(url, ['accessibility', 'best-practices', 'seo'])

    expect(wanting).toEqual([])
    expect(scores).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 })
  }
)
