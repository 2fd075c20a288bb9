import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Frame, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createStaff } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { communeData, point } from '../support/commune-data.ts'
import { DeskPages } from '../support/report-desk.ts'
import { screenFaults } from '../support/screen-faults.ts'
import { DESK, PHONE } from '../support/ui-page.ts'

/** As in web/MapStage.svelte. */
const [CONTROLS_PX, FOOT_PX, TOP_PX] = [62, 40, 16]
const desk = new DeskPages()
/** The portal of the commune: a website of another host. */
let portal: Server
let portalUrl = ''

beforeAll(async () => {
  const { db, commune } = desk.reports
  const at = { commune_code: commune.code, accuracy_m: 3 }
  await communeData(db).publish('relics', [
    { ref: 'a', name: 'Đình Cả', geom: point(105.9, 18.3), rank: 'national', ...at },
    { ref: 'b', name: 'Gò Mộ', geom: point(105.91, 18.3), rank: 'inventory', ...at }
  ])
  portal = createServer((request, response) => {
    const query = request.url?.split('?')[1] ?? ''
    response.setHeader('content-type', 'text/html; charset=utf-8')
    response.end(`<!doctype html><html lang="vi"><title>Cổng thông tin xã</title><h1>Cổng thông tin</h1>
      <iframe src="${desk.url}/embed?${query}" title="Bản đồ" width="800" height="480"></iframe>`)
  })
  await new Promise<void>((done) => portal.listen(0, '127.0.0.1', done))
  // Under another name: what counts as another website for the browser.
  portalUrl = `http://localhost:${(portal.address() as AddressInfo).port}`
})
afterAll(() => new Promise((done) => portal.close(done)))

async function framed(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe')).contentFrame()
  if (!frame) throw new Error('The frame has no page')
  return frame
}

test('the administrator lets the portal in on screen, and its frame shows the relics and nothing more', async () => {
  const { commune, db } = desk.reports
  const visitor = await desk.blank(DESK)
  const query = `commune=${commune.code}&layers=relics,communes&camera=13/18.3/105.9`
  await visitor.goto(`${portalUrl}/?${query}`)
  await expect.poll(async () => (await framed(visitor)).url()).toBe('chrome-error://chromewebdata/')

  const admin = await createStaff(db, { role: 'administrator' })
  const settings = await desk.open(admin, '?view=settings&section=embed')
  await settings.getByText('Chưa có trang web nào được phép nhúng bản đồ.').waitFor()
  await settings.getByLabel('Địa chỉ trang web').fill(`${portalUrl}/trang-chu`)
  await settings.getByLabel('Trang web của ai').fill('Cổng thông tin của xã')
  await settings.getByRole('button', { name: 'Cho phép', exact: true }).click()
  await settings.getByText(`Đã cho phép ${portalUrl} nhúng bản đồ.`).waitFor()
  const code = await settings.getByLabel('Mã HTML').inputValue()
  expect(code).toContain(`${desk.url}/embed?`)
  expect(await seriousProblems(settings)).toEqual([])

  await visitor.reload()
  const map = await framed(visitor)
  await map.getByText('Di tích quốc gia', { exact: true }).waitFor()
  expect(await map.getByText('5G', { exact: false }).count()).toBe(0)
  const large = await map.getByRole('link', { name: 'Mở bản đồ lớn' }).getAttribute('href')
  expect(large).toContain(`commune=${commune.code}`)
  expect(large).toContain('layers=')
  desk.expectNoErrors(/frame-ancestors/)
})

test('a step within the frame is no step of the page around it, and a thing that is touched tells of itself', async () => {
  const { commune } = desk.reports
  const page = await desk.blank(PHONE)
  await page.goto(
    `${desk.url}/embed?commune=${commune.code}&layers=relics&rank=national&camera=15/18.3/105.9`
  )
  const map = page.locator('.maplibregl-canvas')
  await map.waitFor()
  const before = await page.evaluate(() => history.length)
  const card = page.getByRole('heading', { name: 'Đình Cả' })
  const box = await map.boundingBox()
  if (!box) throw new Error('The map is not drawn')
  // Where the address says, in the middle of what the controls at the right and the line at the foot leave free; the sign is
  // drawn some time after the map.
  const [x, y] = [box.x + (box.width - CONTROLS_PX) / 2, box.y + (box.height - FOOT_PX + TOP_PX) / 2]
  await expect
    .poll(async () => {
      if ((await card.count()) === 0) await page.mouse.click(x, y)
      return card.count()
    })
    .toBe(1)
  expect(await page.evaluate(() => history.length)).toBe(before)
  desk.expectNoErrors()
})

test('says what its address asks for and there is not', async () => {
  const page = await desk.blank(PHONE)
  await page.goto(`${desk.url}/embed?commune=00000&rank=national,nope&lang=en`)
  const said = page.getByRole('alert')
  await said.getByText('There is no commune “00000” here.').waitFor()
  await said.getByText('There is no rank “nope”.').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  desk.expectNoErrors()
})

const SIZES = [
  ['desk', DESK],
  ['phone', PHONE]
] as const
test.each(SIZES)('in order on a %s', async (_, size) => {
  const { commune } = desk.reports
  const page = await desk.blank(size)
  for (const lang of ['vi', 'en']) {
    await page.goto(`${desk.url}/embed?commune=${commune.code}&layers=relics,communes&lang=${lang}`)
    await page.getByRole('link', { name: lang === 'vi' ? 'Mở bản đồ lớn' : 'Open the large map' }).waitFor()
    await page.locator('.maplibregl-canvas').waitFor()
    // On a phone the legend is one line that runs on sideways.
    const faults = async () => (await screenFaults(page)).filter((fault) => !fault.includes('DIV.strip'))
    await expect.poll(faults).toEqual([])
    expect(await seriousProblems(page)).toEqual([])
  }
  desk.expectNoErrors()
})

test('the list of relics has its map beside it; on a phone it is loaded when it is asked for', async () => {
  const asked = async (size: typeof DESK | typeof PHONE) => {
    const page = await desk.blank(size)
    const frames: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/embed?')) frames.push(request.url())
    })
    return { page, frames }
  }
  const wide = await asked(DESK)
  await wide.page.goto(`${desk.url}/di-tich?rank=national`)
  const map = wide.page.frameLocator('.aside iframe')
  await map.getByRole('link', { name: 'Mở bản đồ lớn' }).waitFor()
  await wide.page.waitForLoadState('networkidle')
  expect(wide.frames).toHaveLength(1)
  expect(wide.frames[0]).toContain('rank=national')

  const phone = await asked(PHONE)
  await phone.page.goto(`${desk.url}/di-tich?lang=en`)
  await phone.page.waitForLoadState('networkidle')
  expect(phone.frames).toEqual([])
  await phone.page.getByText('Show the map').click()
  const small = phone.page.frameLocator('details iframe')
  await small.getByRole('link', { name: 'Open the large map' }).waitFor()
  expect(await seriousProblems(phone.page)).toEqual([])
  expect(phone.frames).toHaveLength(1)
  desk.expectNoErrors()
})
