import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { projectRoot } from '../../server/root.ts'
import { loadDemo } from '../../server/seed/load-demo.ts'
import { loadPlans } from '../../server/seed/load-plans.ts'
import { derivations, registry } from '../../server/themes.ts'
import { launchBrowser } from '../support/browser.ts'
import { startServer, type TestServer } from '../support/server.ts'

const VILLAGES = 14
let server: TestServer
let chromium: Awaited<ReturnType<typeof launchBrowser>>
let opened: Awaited<ReturnType<typeof chromium.openPage>>
let page: Page

beforeAll(async () => {
  server = await startServer({ listen: true, webDir: join(projectRoot, 'dist/web') })
  const deps = { db: server.db, registry, derivations }
  await loadPlans(deps, () => undefined)
  await loadDemo(deps, () => undefined)
  chromium = await launchBrowser()
}, 300_000)
afterAll(async () => {
  await chromium.close()
  await server.stop()
})
beforeEach(async () => {
  opened = await chromium.openPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  page = opened.page
})
afterEach(async () => {
  expect(opened.errors).toEqual([])
  expect([...opened.hosts]).toEqual([new URL(server.url).host])
  await opened.context.close()
})

const panel = () => page.getByRole('region', { name: 'Số liệu' })
const address = () => Object.fromEntries(new URL(page.url()).searchParams)
const digits = (text: string | null) => Number(text?.replace(/\D/g, ''))

/** The commune's figures as the server gives them, to hold the screen against. */
async function answerOf(indicator: string, asOf?: string) {
  const query = asOf ? `?asOf=${asOf}` : ''
  const { json } = await server.app.inject(`/api/communes/99999/indicators/${indicator}${query}`)
  return json()
}

async function open(query = '') {
  await page.goto(`${server.url}/${query}`)
  await panel()
    .getByText(/^Mục tiêu \d+% · /)
    .first()
    .waitFor()
  await expect.poll(() => address()['camera']).toBeDefined()
}

async function downloaded(click: () => Promise<void>) {
  const [download] = await Promise.all([page.waitForEvent('download'), click()])
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

test('from the start to the worst village: who is uncovered, where, and why', async () => {
  await open()
  await panel()
    .getByRole('button', { name: /^Chỉ tiêu/ })
    .click()
  await panel()
    .getByRole('button', { name: /^5G – dân số/ })
    .click()
  const { villages } = await answerOf('mobile_5g_population')
  const lowest = Math.min(
    ...villages.flatMap(({ figure }: { figure: { value: number | null } }) => figure.value ?? [])
  )
  await panel()
    .getByRole('region', { name: 'Các thôn, kết quả thấp nhất trước' })
    .getByRole('button')
    .first()
    .click()

  const worst = villages.find(({ code }: { code: string }) => code === address()['village'])
  await panel()
    .getByRole('heading', { name: `Thôn ${worst.name}` })
    .waitFor()
  expect(worst.figure.value).toBe(lowest)
  const amounts = await panel().locator('dl .amount').allTextContents()
  expect(amounts.map(digits)).toEqual([
    worst.figure.numerator,
    worst.figure.denominator - worst.figure.numerator - worst.figure.unknown,
    worst.figure.unknown
  ])
  await panel().getByRole('region', { name: 'Vì sao' }).getByText('thấp hơn mục tiêu 75%').waitFor()

  const gap = panel().getByRole('region', { name: 'Cụm dân cư chưa có sóng 5G' }).getByRole('button').first()
  await gap.click()
  await expect.poll(() => address()['gap']).toBeDefined()
  expect(await gap.getAttribute('aria-pressed')).toBe('true')
  await page.goBack()
  await page.goBack()
  await panel().getByText('Đơn vị chủ trì: Phòng Văn hóa - Xã hội').waitFor()
})

test('compared with a day before the third operator delivered, the change says how certain it is', async () => {
  await open()
  await panel().getByRole('button', { name: 'So sánh' }).click()
  await panel().getByLabel('So sánh với ngày').fill('31/03/2026')
  await panel().getByLabel('So sánh với ngày').press('Enter')
  await panel()
    .getByText(/^\+[\d,]+ điểm % so với 31\/03\/2026$/)
    .first()
    .waitFor()
  await panel()
    .getByText(/^Khi đó: [\d,]+%.*chưa xác định\.$/)
    .waitFor()
  await panel()
    .getByText(/^Chưa thể khẳng định tăng hay giảm/)
    .first()
    .waitFor()

  await open('?asOf=2026-03-31')
  await panel().getByText('Chưa xác định', { exact: true }).first().waitFor()
  await panel()
    .getByText(/Chưa có bản đồ 5G của Nhà mạng C\./)
    .waitFor()
})

test('the table drives the map and follows it, and its file has every place with a number or a reason', async () => {
  await open()
  await page.getByRole('button', { name: 'Bảng', exact: true }).click()
  const table = page.getByRole('table')
  await expect.poll(() => table.locator('tbody tr').count()).toBe(VILLAGES)
  await table.getByRole('button', { name: 'Băng rộng cố định 1 Gbps', exact: true }).click()
  await table.getByRole('button', { name: 'Sắp xếp theo Băng rộng cố định 1 Gbps' }).click()
  await table.locator('tbody tr').first().getByRole('button').click()
  expect(address()).toMatchObject({ tab: 'table', indicator: 'fixed_1gbps', sort: '-fixed_1gbps' })
  await expect.poll(() => table.locator('tr[aria-current]').count()).toBe(1)

  const { name, bytes } = await downloaded(() => page.getByRole('button', { name: 'Tải CSV' }).click())
  expect(name).toMatch(/^dia-ban-xa-minh-hoa-99999-bang-chi-tieu-\d{4}-\d\d-\d\d\.csv$/)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const rows: Record<string, string>[] = parse(bytes, { bom: true, columns: true, delimiter: ';' })
  const shown = await table.getByRole('columnheader').count()
  expect(rows.filter((row) => row['Thôn'] === 'Toàn xã')).toHaveLength(shown - 1)
  expect(rows.filter((row) => !row['Giá trị'])).toEqual([])
  expect(new Set(rows.map((row) => row['Ghi chú']))).toEqual(new Set(['Dữ liệu minh họa']))
})

test('paper, picture and link carry what is seen, and that it is an illustration', async () => {
  await open('?village=99999-06')
  await page.locator('.maplibregl-canvas').waitFor()
  await page.getByRole('button', { name: 'Tải về, in' }).click()
  const { name, bytes } = await downloaded(() =>
    page.getByRole('button', { name: 'Ảnh bản đồ (PNG)' }).click()
  )
  expect(name).toMatch(/^dia-ban-xa-minh-hoa-99999-5g-dan-so-.+\.png$/)
  expect(bytes.subarray(1, 4).toString()).toBe('PNG')

  expect((await page.pdf({ preferCSSPageSize: true })).subarray(0, 4).toString()).toBe('%PDF')
  // As the browser's own print command does.
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.print-sheet')
  await sheet
    .getByText(/^Dữ liệu minh họa/)
    .first()
    .waitFor()
  await sheet.getByRole('table').first().waitFor()
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('button', { name: 'Chia sẻ' }).click()
  await page.goto(await page.getByLabel('Liên kết đến đúng màn hình này').inputValue())
  await panel().getByRole('heading', { name: 'Thôn Đồng Sim' }).waitFor()
})

test('search finds without diacritics, and a commune without geodata says what to do', async () => {
  await open()
  const search = page.getByRole('combobox', { name: 'Tìm thôn, địa điểm' })
  await search.fill('dong sim')
  await page
    .getByRole('option', { name: /Đồng Sim/ })
    .first()
    .waitFor()
  await search.press('Enter')
  await panel().getByRole('heading', { name: 'Thôn Đồng Sim' }).waitFor()

  await page.getByRole('combobox', { name: 'Xã, phường' }).selectOption('05800')
  await panel().getByRole('heading', { name: 'Chưa có dữ liệu bản đồ của xã Phú Thịnh' }).waitFor()
  await panel().getByText('Mục tiêu 90% · năm 2026').waitFor()
  expect(await page.getByText('Dữ liệu minh họa').count()).toBe(0)
})
