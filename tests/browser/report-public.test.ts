import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { BrowserContextOptions } from 'playwright-core'
import { DEMO_COMMUNE, makeDemo } from '../../data/demo/demo.ts'
import { openMedia } from '../../server/media/open.ts'
import type { PublicReport } from '../../server/reports/contract.ts'
import { projectRoot } from '../../server/root.ts'
import { loadDemoReports } from '../../server/seed/load-demo-reports.ts'
import { takeDemoFile } from '../../server/seed/load-demo.ts'
import { loadReports } from '../../server/seed/load-reports.ts'
import { derivations, registry } from '../../server/themes.ts'
import { seriousProblems } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

const FILES = new Set(['communes', 'villages', 'roads', 'land_uses'])
const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const
const PHONE = { viewport: { width: 390, height: 844 }, reducedMotion: 'reduce' } as const

let server: TestServer
let chromium: Awaited<ReturnType<typeof launchBrowser>>
let opened: Awaited<ReturnType<typeof chromium.openPage>> | undefined
let reports: PublicReport[]

beforeAll(async () => {
  server = await startServer({ listen: true, webDir: join(projectRoot, 'dist/web') })
  const deps = { db: server.db, registry, derivations }
  await loadReports(deps, () => undefined)
  for (const file of makeDemo().filter(({ collection }) => FILES.has(collection)))
    await takeDemoFile(deps, DEMO_COMMUNE, file)
  const media = openMedia({ dataDir: server.environment.DATA_DIR }, server.db).store
  await loadDemoReports({ db: server.db, media }, () => undefined)
  reports = (await server.app.inject('/api/reports?limit=500')).json<{ reports: PublicReport[] }>().reports
  chromium = await launchBrowser()
}, 300_000)
afterAll(async () => {
  await chromium.close()
  await server.stop()
})
afterEach(async () => {
  expect(opened?.errors).toEqual([])
  expect([...(opened?.hosts ?? [])]).toEqual([new URL(server.url).host])
  await opened?.context.close()
})

async function open(path: string, options: BrowserContextOptions = DESK) {
  opened = await chromium.openPage(options)
  await opened.page.goto(`${server.url}${path}`)
  return opened.page
}

const bothPictures = () => reports.find(({ state, pictures }) => state === 'closed' && pictures.length === 2)!
const hidden = () => reports.find(({ placeHidden }) => placeHidden)!

test('without script a person filters the list, opens a report and reads what became of it', async () => {
  const page = await open('/phan-anh/danh-sach', { ...DESK, javaScriptEnabled: false })
  await page.getByRole('heading', { name: 'Phản ánh hiện trường', level: 1 }).waitFor()
  expect(await page.getByRole('listitem').count()).toBe(20)

  await page.getByLabel('Trạng thái').selectOption('Chưa giải quyết được')
  await page.getByRole('button', { name: 'Lọc' }).click()
  const unresolved = reports.filter(({ state }) => state === 'closed_unresolved').length
  await page.getByText(`${unresolved} phản ánh`, { exact: true }).waitFor()
  expect(await page.getByText('Chưa giải quyết được', { exact: true }).count()).toBe(unresolved + 1)

  await page.getByRole('list').getByRole('link').first().click()
  await page.getByRole('heading', { name: 'Quá trình xử lý' }).waitFor()
  await page.getByText('Kết thúc, chưa giải quyết được').waitFor()
  await page.getByRole('img', { name: 'Vị trí' }).waitFor()
})

test('the page of a report shows pictures before and after, in both languages', async () => {
  const page = await open(`/phan-anh/${bothPictures().number}`, { ...PHONE, javaScriptEnabled: false })
  for (const name of ['Trước', 'Sau xử lý']) {
    const picture = page.getByRole('img', { name, exact: true })
    await picture.scrollIntoViewIfNeeded()
    await expect
      .poll(() => picture.evaluate((image) => (image instanceof HTMLImageElement ? image.naturalWidth : 0)))
      .toBe(400)
  }
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('heading', { name: 'History' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test.each([
  ['light', DESK],
  ['dark', PHONE]
] as const)('in %s colours nothing keeps anybody out', async (colorScheme, size) => {
  const found = []
  for (const path of [
    'danh-sach?overdue=true',
    'ket-qua?lang=en',
    bothPictures().number,
    `${hidden().number}?lang=en`
  ]) {
    const page = await open(`/phan-anh/${path}`, { ...size, colorScheme })
    await page.getByRole('heading', { level: 1 }).waitFor()
    found.push(...(await seriousProblems(page)).map((problem) => `${path}: ${problem}`))
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
    if (path !== `${hidden().number}?lang=en`) await opened?.context.close()
  }
  expect(found).toEqual([])
})

test('the results name counts, reasons and no rank of fewer than ten', async () => {
  const page = await open('/phan-anh/ket-qua', { ...DESK, javaScriptEnabled: false })
  await page.getByRole('heading', { name: 'Theo đơn vị xử lý' }).waitFor()
  await page.getByRole('heading', { name: 'Chưa giải quyết được, và vì sao' }).waitFor()
  const rows = await page.getByRole('region', { name: 'Theo thôn' }).getByRole('row').allInnerTexts()
  const few = rows
    .slice(1)
    .map((row) => row.split('\t'))
    .filter((cells) => Number(cells[1]) < 10)
  expect(few.length).toBeGreaterThan(0)
  expect(few.map((cells) => cells[7] ?? '–').filter((rank) => rank.trim() !== '–')).toEqual([])
})

test('the tables of results are read without scrolling sideways, on every screen', async () => {
  const page = await open('/phan-anh/ket-qua', { ...PHONE, javaScriptEnabled: false })
  for (const lang of ['vi', 'en'])
    for (const width of [320, 390, 820, 940, 1440]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(`${new URL(page.url()).origin}/phan-anh/ket-qua?lang=${lang}`)
      const wider = await page
        .locator('.wide')
        .evaluateAll((all) => all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).length)
      expect([lang, width, wider]).toEqual([lang, width, 0])
    }
  await page.setViewportSize({ width: 390, height: 844 })
  const row = page.getByRole('region', { name: 'By unit' }).getByRole('row').nth(1)
  expect(await row.getByRole('cell').count()).toBeGreaterThanOrEqual(6)
  expect(await row.getByRole('rowheader').count()).toBe(1)
})

test('the layer of the map has legend and filters, and its card leads to the page', async () => {
  const page = await open(`/?commune=${DEMO_COMMUNE}&tab=layers`)
  await page.getByRole('checkbox', { name: 'Phản ánh hiện trường' }).check()
  await page.getByText(`Hiện ${reports.length} trong ${reports.length} phản ánh`).waitFor()
  const legend = page.getByRole('list', { name: 'Phản ánh hiện trường' })
  for (const name of ['Đang xử lý', 'Đã giải quyết', 'Quá hạn', 'Giao thông'])
    await legend.getByText(name, { exact: true }).waitFor()

  await page.getByLabel('Loại phản ánh').selectOption('illegal_dump')
  await page.getByLabel('Trạng thái').selectOption({ label: 'Đã giải quyết' })
  const shown = reports.filter(
    ({ category, state }) => category === 'illegal_dump' && ['resolved', 'closed'].includes(state)
  )
  await page.getByText(`Hiện ${shown.length} trong ${reports.length} phản ánh`).waitFor()

  const { number } = bothPictures()
  await page.getByRole('combobox', { name: 'Tìm thôn, địa điểm' }).fill(number)
  await page.getByRole('option', { name: new RegExp(number) }).click()
  const link = page.getByRole('link', { name: 'Xem quá trình xử lý' })
  expect(await link.getAttribute('href')).toBe(`/phan-anh/${number}?lang=vi`)
})

test('from the map a person comes to the form, and from the form back', async () => {
  const page = await open(`/?commune=${DEMO_COMMUNE}`, PHONE)
  await page.getByRole('banner').getByRole('link', { name: 'Phản ánh' }).click()
  await page.getByRole('heading', { name: 'Bạn thấy việc gì?' }).waitFor()
  await page.getByRole('button', { name: 'Tùy chọn' }).click()
  await page.getByRole('link', { name: 'Về bản đồ của xã' }).click()
  await page.locator('.maplibregl-canvas').waitFor()
})
