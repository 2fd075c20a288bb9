import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Illustrated, type OpenedPage, startIllustrated, START_MS } from '../support/illustrated-map.ts'

const COLLECTIONS = ['communes', 'villages', 'premises', 'operators', 'coverage_claims', 'cultural_houses']

let illustrated: Illustrated
let opened: OpenedPage
let page: Page

beforeAll(async () => {
  illustrated = await startIllustrated(COLLECTIONS)
}, START_MS)
afterAll(() => illustrated.stop())
afterEach(async () => {
  await opened.context.close()
})

/** Opens the page and waits until the map has written its camera into the address. */
async function openMap(query: string, { width = 1440, height = 900, dark = false } = {}) {
  opened = await illustrated.openPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    permissions: ['geolocation'],
    geolocation: { longitude: 105.85, latitude: 21.03, accuracy: 20 }
  })
  page = opened.page
  await page.goto(`${illustrated.url}/?commune=99999${query}`)
  await expect.poll(() => new URL(page.url()).searchParams.get('camera'), { timeout: 60_000 }).not.toBeNull()
}

async function download(name: string) {
  await page.getByRole('button', { name: 'Tải về, in' }).click()
  const button = page.getByRole('button', { name })
  await expect.poll(() => button.isEnabled(), { timeout: 60_000 }).toBe(true)
  const [file] = await Promise.all([page.waitForEvent('download'), button.click()])
  return readFile(await file.path())
}

/** Red, green and blue of the middle of the printed map's upper edge, where there is only ground. */
const printedGround = () =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.print-sheet canvas')
    const pixel = canvas?.getContext('2d')?.getImageData(canvas.width / 2, 12, 1, 1).data
    return pixel ? [...pixel].slice(0, 3) : []
  })

test('dead spots have a picture and a table of their own', async () => {
  await openMap('&indicator=dead_spots')
  expect((await download('Ảnh bản đồ (PNG)')).length).toBeGreaterThan(40_000)
  const table = (await download('Bảng số liệu (CSV)')).toString('utf8')
  expect(table).toContain('Tình trạng sóng')
  expect(table.trim().split('\r\n')).toHaveLength(15)
  expect(opened.errors).toEqual([])
})

test('paper is light while the screen is dark, and names the dead spots', async () => {
  await openMap('&indicator=dead_spots', { dark: true })
  await page.getByRole('heading', { name: 'Tình trạng sóng di động' }).waitFor({ timeout: 60_000 })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' })
  await page.locator('.print-sheet').getByRole('cell', { name: 'Có sóng' }).first().waitFor()
  for (const part of await printedGround()) expect(part).toBeGreaterThan(220)
})

test('two days that are compared have a legend of changes on the map', async () => {
  await openMap('&compare=2026-03-31')
  await page.getByRole('list', { name: /thay đổi so với 31\/03\/2026/ }).waitFor({ timeout: 60_000 })
  await page.getByText('Tăng từ 10 điểm %').waitFor()
})

test('on a phone the legend is above the sheet', async () => {
  await openMap('', { width: 390, height: 844 })
  const legend = page.getByRole('group', { name: '5G – dân số' })
  await legend.getByText('Đạt mục tiêu', { exact: true }).waitFor({ timeout: 60_000 })
  const [box, sheet] = [await legend.boundingBox(), await page.locator('section.sheet').boundingBox()]
  if (!box || !sheet) throw new Error('legend and sheet have no size')
  expect(box.x + box.width).toBe(390)
  expect(box.y + box.height).toBeLessThanOrEqual(sheet.y)
  const scale = await page.getByRole('img', { name: /^Thước tỷ lệ/ }).boundingBox()
  expect((scale?.x ?? 0) + (scale?.width ?? 0)).toBeLessThanOrEqual(box.x)
})

test('a device far from the commune is told how far, and the map stays', async () => {
  await openMap('')
  const before = new URL(page.url()).searchParams.get('camera')
  await page.getByRole('button', { name: 'Vị trí của tôi' }).click()
  const told = page.getByText(/Bạn đang ở ngoài xã Minh Họa, cách khoảng \d+/)
  await told.waitFor()
  expect(new URL(page.url()).searchParams.get('camera')).toBe(before)
  // It leaves the map when it has been read.
  await told.waitFor({ state: 'detached' })
})

test('tiles that fail are told of until they have been read', async () => {
  opened = await illustrated.openPage({ viewport: { width: 1440, height: 900 } })
  page = opened.page
  let isDown = true
  await page.route('**/ogc/tiles/**', (route) => (isDown ? route.abort() : route.continue()))
  await page.goto(`${illustrated.url}/?commune=99999`)
  const alert = page.getByRole('alert').filter({ hasText: 'Một phần bản đồ chưa tải được' })
  await alert.waitFor({ timeout: 60_000 })
  isDown = false
  // What was asked for before the click may fail after it: then it is told of again, and asked for again.
  const askAgain = async () => {
    const told = await alert.count()
    if (told > 0) await page.getByRole('button', { name: 'Tải lại bản đồ' }).click({ timeout: 2_000 })
    return told
  }
  await expect.poll(askAgain, { interval: 5_000 }).toBe(0)
})
