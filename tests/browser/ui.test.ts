import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { startUiServer } from '../support/ui-server.ts'

const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const
const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce'
} as const
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

let server: Awaited<ReturnType<typeof startUiServer>>
let chromium: Awaited<ReturnType<typeof launchBrowser>>
let opened: Awaited<ReturnType<typeof chromium.openPage>>

beforeAll(async () => {
  server = await startUiServer()
  chromium = await launchBrowser()
})
afterEach(async () => {
  await opened.context.close()
})
afterAll(async () => {
  await chromium.close()
  await server.stop()
})

async function open(query = '', options: Parameters<typeof chromium.openPage>[0] = DESK): Promise<Page> {
  opened = await chromium.openPage(options)
  await opened.page.goto(`${server.url}/${query}`)
  return opened.page
}

const expectNoErrors = () => expect(opened.errors).toEqual([])
const panel = (page: Page) => page.getByRole('region', { name: 'Số liệu' })
const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)

async function seriousProblems(page: Page) {
  // By evaluate, not by a script element, which the page's own policy refuses.
  await page.evaluate(axe)
  return page.evaluate(async () => {
    // axe puts itself on the window.
    const { violations } = await (window as unknown as { axe: typeof import('axe-core') }).axe.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`)
  })
}

test('a planner picks an indicator, opens the worst village, reads why, goes back in time and shares', async () => {
  const page = await open()
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()

  // The indicator: what needs attention stands first.
  await panel(page)
    .getByRole('button', { name: /^Chỉ tiêu/ })
    .click()
  const headings = await panel(page)
    .getByRole('group', { name: 'Chọn chỉ tiêu' })
    .getByRole('heading')
    .allTextContents()
  expect(headings.map((heading) => heading.trim())).toEqual([
    'Chưa đạt mục tiêu',
    'Đạt mục tiêu',
    'Không có mục tiêu hoặc chưa có số liệu',
    'Cách xem khác'
  ])
  await panel(page)
    .getByRole('button', { name: /^5G – dân số 91,2%/ })
    .click()

  // The worst village stands first.
  const villages = panel(page).getByRole('region', { name: 'Các thôn, kết quả thấp nhất trước' })
  await villages.getByRole('button').first().click()
  await panel(page).getByRole('heading', { name: 'Bản Khe Núi' }).waitFor()
  expect(await panel(page).locator('dl').first().innerText()).toMatch(
    /Có sóng 5G\s+28 người[\s\S]+Không có sóng 5G\s+128 người[\s\S]+Chưa rõ\s+0 người/
  )
  expect(await panel(page).getByRole('region', { name: 'Vì sao' }).innerText()).toContain(
    'vẫn dưới mục tiêu 90%'
  )
  expect(
    await panel(page)
      .getByRole('region', { name: /^Cụm dân cư chưa có sóng 5G/ })
      .innerText()
  ).toContain('cách nhà văn hóa 640 m')

  // Before operator C delivered nothing can be said.
  await panel(page)
    .getByRole('button', { name: /22\/11\/2026|Số liệu đúng vào ngày/ })
    .click()
  await panel(page).getByLabel('Số liệu đúng vào ngày').fill('30/6/2026')
  await page.keyboard.press('Enter')
  await panel(page).getByText('Chưa xác định').waitFor()
  expect(await panel(page).getByRole('region', { name: 'Vì sao' }).innerText()).toContain(
    'Chưa có bản đồ 5G của Nhà mạng C.'
  )
  expect(parameters(page)).toMatchObject({ village: '99999-10', asOf: '2026-06-30' })

  // The link opens the same screen elsewhere.
  await page.getByRole('button', { name: 'Chia sẻ' }).click()
  const link = await page.getByLabel('Liên kết đến đúng màn hình này').inputValue()
  const other = await opened.context.newPage()
  await other.goto(link)
  await panel(other).getByRole('heading', { name: 'Bản Khe Núi' }).waitFor()
  await panel(other).getByText('Chưa xác định').waitFor()
  await other.close()
  await page.keyboard.press('Escape')

  // Back: the day, then the village.
  await page.goBack()
  await panel(page).getByText('17,9%', { exact: true }).first().waitFor()
  expect(parameters(page)).not.toHaveProperty('asOf')
  await page.goBack()
  await villages.waitFor()
  expectNoErrors()
})

test('two days are compared per village, with sign and number', async () => {
  const page = await open('?commune=99999&compare=2026-06-30&village=99999-09')

  await panel(page).getByText('+11,8 điểm % so với 30/06/2026').waitFor()
  await page.getByRole('button', { name: 'Bảng', exact: true }).click()
  const row = page.getByRole('row', { name: /^Xóm Cồn Cát/ })
  expect(await row.innerText()).toContain('+11,8')
  expect(await row.getAttribute('aria-current')).toBe('true')
  expectNoErrors()
})

test('the table drives the map and the panel, and follows them', async () => {
  const page = await open('?tab=table')
  const table = page.getByRole('table')
  await table.waitFor()

  await table.getByRole('button', { name: 'Wifi nhà văn hóa', exact: true }).click()
  await panel(page).getByText('Nhà văn hóa có Wifi miễn phí').waitFor()
  await table.getByRole('button', { name: 'Xóm Bến Đò' }).click()
  await panel(page).getByRole('heading', { name: 'Xóm Bến Đò' }).waitFor()
  expect(parameters(page)).toMatchObject({ indicator: 'cultural_house_wifi', village: '99999-08' })

  const sort = table.getByRole('button', { name: 'Sắp xếp theo Thôn' })
  await sort.click()
  const names = await table.getByRole('rowheader').allTextContents()
  expect(names[0]?.trim()).toBe('Xóm Bãi Giữa')
  expect(await table.getByRole('columnheader', { name: /^Thôn/ }).getAttribute('aria-sort')).toBe('ascending')
  expectNoErrors()
})

test('everything can be done with the keyboard', async () => {
  const page = await open()
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()

  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến phần số liệu')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await panel(page).getByRole('group', { name: 'Chọn chỉ tiêu' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await panel(page).getByRole('group', { name: 'Chọn chỉ tiêu' }).count()).toBe(0)

  await panel(page)
    .getByRole('button', { name: /^Bản Khe Núi/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Bản Khe Núi')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Bản Khe Núi')

  const search = page.getByRole('combobox', { name: 'Tìm thôn, địa điểm' })
  await search.fill('con cat')
  await page.getByRole('option', { name: /Xóm Cồn Cát/ }).waitFor()
  await search.press('ArrowDown')
  await search.press('Enter')
  await panel(page).getByRole('heading', { name: 'Xóm Cồn Cát' }).waitFor()
  expectNoErrors()
})

test('the other language changes every text, number and day, and stays in the address', async () => {
  const page = await open('?commune=99999&village=99999-09')
  await panel(page).getByText('46,0%').first().waitFor()
  await page.getByRole('button', { name: 'Ngôn ngữ, nền màn hình' }).click()
  await page.getByLabel('English').check({ force: true })

  const figures = page.getByRole('region', { name: 'Figures' })
  await figures.getByText('46.0%').first().waitFor()
  await figures.getByText('As of 22 Nov 2026', { exact: true }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.title()).toBe('5G – population · Xã Minh Họa – Địa bàn')
  expect(parameters(page)).toMatchObject({ lang: 'en' })
  expectNoErrors()
})

test('the illustration is announced as one on every screen', async () => {
  const page = await open('?tab=table')

  await page.getByText('Dữ liệu minh họa').first().waitFor()
  await page.setViewportSize(PHONE.viewport)
  await page.getByText('Dữ liệu minh họa').first().waitFor()
  expectNoErrors()
})

test('a commune without geodata says what is missing and how it is supplied', async () => {
  const page = await open('?commune=05800')

  await panel(page).getByRole('heading', { name: 'Chưa có dữ liệu bản đồ của xã Phú Thịnh' }).waitFor()
  await panel(page).getByText('Cách nạp, dành cho người quản trị').click()
  await panel(page).getByText('npm run import -- communes FILE --commune 05800').waitFor()
  expect(await page.getByText('Dữ liệu minh họa').count()).toBe(0)
  expectNoErrors()
})

test('an error is told with a way to try again, and trying again works', async () => {
  opened = await chromium.openPage(DESK)
  const { page } = opened
  const detail = 'Cơ sở dữ liệu đang tạm ngắt. Hãy thử lại sau ít giây.'
  const problem = { type: 'about:blank', title: 'Tạm ngắt', status: 503, detail }
  await page.route('**/indicators*', (route) => route.fulfill({ status: 503, json: problem }))
  await page.goto(`${server.url}/`)
  await page.getByRole('alert').filter({ hasText: detail }).waitFor()

  await page.unroute('**/indicators*')
  await page.getByRole('alert').getByRole('button', { name: 'Thử lại' }).click()
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()
})

test('nothing is asked of another host, and the own code of the first view weighs at most 100 kB', async () => {
  opened = await chromium.openPage(DESK)
  const { page } = opened
  const weights: Promise<number>[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    const isOwn = pathname.endsWith('.js') && !pathname.includes('maplibre')
    if (isOwn) weights.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(`${server.url}/`)
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()
  await page.locator('.maplibregl-canvas').waitFor()

  expect([...opened.hosts]).toEqual([new URL(server.url).host])
  const total = (await Promise.all(weights)).reduce((sum, weight) => sum + weight, 0)
  expect(total).toBeGreaterThan(20_000)
  expect(total).toBeLessThanOrEqual(100_000)
  expectNoErrors()
})

test.each(['', '&theme=dark&lang=en', '&tab=table&compare=2026-06-30', '&tab=layers', '&village=99999-10'])(
  'axe finds nothing serious (%s)',
  async (query) => {
    const page = await open(`?commune=99999${query}`)
    await page
      .getByText(/91[.,]2%|17[.,]9%/)
      .filter({ visible: true })
      .first()
      .waitFor()
    await page.locator('.maplibregl-canvas').waitFor()

    expect(await seriousProblems(page)).toEqual([])
    expectNoErrors()
  }
)

test('on a phone one sheet with three stops slides up, and the journey is the same', async () => {
  const page = await open('', PHONE)
  const sheet = page.locator('section.sheet')
  const height = async () => (await sheet.boundingBox())?.height ?? 0
  await page.getByText('91,2%', { exact: true }).first().waitFor()
  const half = await height()

  await page.getByRole('button', { name: 'Mở rộng bảng thông tin' }).click()
  await expect.poll(height).toBeGreaterThan(half)
  await page.getByRole('button', { name: 'Thu nhỏ bảng thông tin' }).click()
  await expect.poll(height).toBeLessThan(half)
  await page.getByRole('button', { name: 'Mở rộng bảng thông tin' }).press('ArrowUp')
  await expect.poll(height).toBe(half)

  await page.getByRole('button', { name: /^Bản Khe Núi/ }).click()
  await page.getByRole('heading', { name: 'Bản Khe Núi' }).waitFor()
  await page.getByRole('tab', { name: 'Bảng' }).click()
  await page.getByRole('table').waitFor()
  await page.getByRole('tab', { name: 'Lớp bản đồ' }).click()
  await page.getByRole('checkbox', { name: /^Sóng 5G/ }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await seriousProblems(page)).toEqual([])
  expectNoErrors()
})

test('what is touched on a phone is at least 44 pixels high', async () => {
  const page = await open('', PHONE)
  await page.getByText('91,2%', { exact: true }).first().waitFor()

  const small = await page.getByRole('button').evaluateAll((buttons) =>
    buttons
      .map((button) => ({
        text: button.textContent?.trim(),
        height: button.getBoundingClientRect().height
      }))
      .filter(({ text, height }) => text && height > 0 && height < 44)
  )
  expect(small).toEqual([])
})

test('without WebGL2 there are the table and a plain message', async () => {
  const plain = await launchBrowser({ flags: ['--disable-gpu', '--disable-3d-apis'] })
  try {
    opened = await plain.openPage(DESK)
    await opened.page.goto(`${server.url}/`)
    await opened.page.getByText('Trình duyệt này không vẽ được bản đồ').waitFor()
    await opened.page.getByRole('table').waitFor()
    await opened.page.getByRole('button', { name: 'Bản Khe Núi' }).first().click()
    await panel(opened.page).getByRole('heading', { name: 'Bản Khe Núi' }).waitFor()
    expectNoErrors()
  } finally {
    await plain.close()
  }
})
