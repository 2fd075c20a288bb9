import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Illustrated, type OpenedPage, startIllustrated, START_MS } from '../support/illustrated-map.ts'
import { pixelOf } from '../support/map-pixel.ts'

const COLLECTIONS = [
  'communes',
  'villages',
  'roads',
  'waterways',
  'operators',
  'coverage_claims',
  'cultural_houses',
  'institutions'
]
const PNG_SIGNATURE = '89504e470d0a1a0a'

let illustrated: Illustrated
let opened: OpenedPage
let page: Page
let tiles: URL[]

beforeAll(async () => {
  illustrated = await startIllustrated(COLLECTIONS)
}, START_MS)
afterAll(() => illustrated.stop())

beforeEach(async () => {
  opened = await illustrated.openPage({ viewport: { width: 1440, height: 900 } })
  page = opened.page
  tiles = []
  page.on('response', (response) => {
    const url = new URL(response.url())
    if (url.pathname.startsWith('/ogc/tiles/') && response.ok()) tiles.push(url)
  })
})
afterEach(async () => {
  expect(opened.errors).toEqual([])
  expect([...opened.hosts]).toEqual([new URL(illustrated.url).host])
  await opened.context.close()
})

const parameter = (name: string) => new URL(page.url()).searchParams.get(name)
const asked = (collection: string) =>
  tiles.filter(({ searchParams }) => searchParams.get('collections')?.split(',').includes(collection))

/** Opens the commune and waits for its villages and for the camera that the map writes into the address. */
async function openMap(query = '') {
  await page.goto(`${illustrated.url}/?commune=99999${query}`)
  await page.getByRole('region', { name: /Bản đồ\. Phím mũi tên|Map\. Arrow keys/ }).waitFor()
  await expect.poll(() => asked('villages').length, { timeout: 30_000 }).toBeGreaterThan(0)
  await expect.poll(() => parameter('camera'), { timeout: 30_000 }).not.toBeNull()
}

test('a click on a village opens it', async () => {
  await openMap('&layers=villages')
  const { x, y } = await pixelOf(page, await illustrated.insideOf('99999-12'))
  // Villages can be clicked once their tiles are drawn, which nothing on the page tells.
  await expect
    .poll(
      async () => {
        await page.mouse.click(x, y)
        return parameter('village')
      },
      { timeout: 20_000, interval: 1000 }
    )
    .toBe('99999-12')
})

test('layers that are switched on are read, and the address keeps them', async () => {
  await openMap('&tab=layers')
  expect(asked('coverage_claims')).toEqual([])
  await page.getByRole('checkbox', { name: 'Sóng 5G', exact: true }).check()
  await expect.poll(() => asked('coverage_claims').length, { timeout: 10_000 }).toBeGreaterThan(0)
  await expect.poll(() => parameter('layers'), { timeout: 10_000 }).toContain('5G')
})

test('tiles are those of the day that is shown', async () => {
  await openMap('&asOf=2026-02-01')
  expect(new Set(asked('villages').map(({ searchParams }) => searchParams.get('datetime')))).toEqual(
    new Set(['2026-02-01'])
  )
})

test('the keyboard moves and enlarges the map', async () => {
  await openMap()
  const before = parameter('camera')
  await page.getByRole('region', { name: /Bản đồ\. Phím mũi tên/ }).focus()
  await page.keyboard.press('Equal')
  await page.keyboard.press('ArrowRight')
  await expect.poll(() => parameter('camera'), { timeout: 10_000 }).not.toBe(before)
})

test('light and dark change in place: no tile is read again', async () => {
  await openMap('&theme=light')
  await page.waitForLoadState('networkidle')
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() =>
    history.replaceState(null, '', location.href.replace('theme=light', 'theme=dark'))
  )
  await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
  await expect.poll(() => page.locator('html').getAttribute('data-theme'), { timeout: 10_000 }).toBe('dark')
  await page.waitForLoadState('networkidle')
  const addresses = tiles.map(({ href }) => href)
  expect(addresses.length).toBeGreaterThan(0)
  // On a busy machine some tiles may come only now, but none may come twice.
  expect([...new Set(addresses)]).toEqual(addresses)
})

test('the picture is a PNG with the map in it', async () => {
  await openMap()
  await page.getByRole('button', { name: 'Tải về, in' }).click()
  const picture = page.getByRole('button', { name: 'Ảnh bản đồ (PNG)' })
  await expect.poll(() => picture.isEnabled(), { timeout: 60_000 }).toBe(true)
  const [download] = await Promise.all([page.waitForEvent('download'), picture.click()])
  const bytes = await readFile(await download.path())
  expect(bytes.subarray(0, 8).toString('hex')).toBe(PNG_SIGNATURE)
  // An empty map would be a few kilobytes.
  expect(bytes.length).toBeGreaterThan(40_000)
})

test('paper has the map, its legend, the scale and every village', async () => {
  await openMap()
  await page.getByText('Mục tiêu').first().waitFor({ timeout: 60_000 })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print' })
  const sheet = page.locator('.print-sheet')
  await sheet.waitFor()
  expect(await sheet.getByRole('row').count()).toBeGreaterThanOrEqual(15)
  expect(await sheet.locator('canvas').count()).toBeGreaterThan(1)
  await sheet.getByRole('img', { name: /Thước tỷ lệ: \d+([.,]\d+)? k?m$/ }).waitFor()
  expect(await page.locator('.page').isVisible()).toBe(false)
})

test('where the device is cannot be told without leave, and a sentence says what to do', async () => {
  await openMap()
  await page.getByRole('button', { name: 'Vị trí của tôi' }).click()
  await page.getByRole('alert').filter({ hasText: 'Trang chưa được phép xem vị trí' }).waitFor()
})

test('where the device is comes with its accuracy', async () => {
  await opened.context.grantPermissions(['geolocation'])
  await opened.context.setGeolocation({ longitude: 105.34, latitude: 19.07, accuracy: 25 })
  await openMap()
  await page.getByRole('button', { name: 'Vị trí của tôi' }).click()
  await page.getByText('sai số khoảng 25 m').waitFor()
})
