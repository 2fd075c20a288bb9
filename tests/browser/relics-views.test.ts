import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { drawPanorama } from '../../data/demo/relic-panorama.ts'
import { makeSteleHouse } from '../../data/demo/relic-model.ts'
import { projectRoot } from '../../server/root.ts'
import { launchBrowser } from '../support/browser.ts'
import { communeData, point } from '../support/commune-data.ts'
import { exhibitDesk } from '../support/exhibits.ts'
import { photo } from '../support/media-files.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
const HERE = '00351'
const WORDS = {
  ...{ altVi: 'Sân đình', altEn: null, captionVi: null, captionEn: null },
  ...{ transcriptVi: null, transcriptEn: null, author: 'Trần Thị B', licence: 'CC BY 4.0', takenOn: null }
}

beforeAll(async () => {
  server = await startServer({ listen: true, webDir: join(projectRoot, 'dist/web') })
  const all = { commune_code: HERE, rank: 'provincial' }
  await communeData(server.db).publish('relics', [
    { ...all, ref: '1', name: 'Đình Xoay', geom: point(105.3, 18.3) }
  ])
  const desk = await exhibitDesk(server, HERE)
  await desk.add('dinh-xoay', 'panorama', await drawPanorama(), WORDS)
  const response = await server.app.inject({
    method: 'POST',
    url: '/api/staff/relics/dinh-xoay/image-files',
    headers: { ...desk.headers, 'content-type': 'application/octet-stream' },
    payload: await photo()
  })
  const poster = response.json<{ sha256: string }>().sha256
  await desk.add('dinh-xoay', 'model', await makeSteleHouse(), { ...WORDS, poster })
  browser = await launchBrowser()
}, 240_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
})

test('a visitor turns the panorama and the model by keys, from this website alone and without an error', async () => {
  const { page, errors, hosts } = await browser.openPage({ viewport: { width: 390, height: 844 } })
  await page.goto(`${server.url}/di-tich/dinh-xoay`)

  await page.getByRole('button', { name: 'Xoay xem 360°' }).click()
  const panorama = page.getByRole('region', { name: 'Sân đình' })
  await panorama.locator('canvas').waitFor()
  await expect.poll(() => panorama.evaluate((one) => one === document.activeElement)).toBe(true)
  await page.locator('button[data-view=model]').click()
  await page.locator('button[data-view=model]').waitFor({ state: 'detached' })
  const model = page.locator('model-viewer')
  await expect.poll(() => model.evaluate((one) => one === document.activeElement)).toBe(true)
  const orbit = () =>
    model.evaluate((one) => String((one as HTMLElement & { getCameraOrbit: () => unknown }).getCameraOrbit()))
  const before = await orbit()
  await page.keyboard.press('ArrowRight')
  await expect.poll(orbit).not.toBe(before)

  expect(errors).toEqual([])
  expect([...hosts]).toEqual([new URL(server.url).host])
})
