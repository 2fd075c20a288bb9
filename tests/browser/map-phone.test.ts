import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Illustrated, type OpenedPage, startIllustrated, START_MS } from '../support/illustrated-map.ts'
import { pixelOf } from '../support/map-pixel.ts'
import { parameters, PHONE } from '../support/ui-page.ts'

const COLLECTIONS = ['communes', 'villages', 'premises', 'operators', 'coverage_claims', 'cultural_houses']
/** The controls at the right; the sheet at its lowest stop with the legend's line above it, and a margin. */
const PEEK = { left: 0, right: 62, top: 16, bottom: 176 + 40 }
const HALF = { ...PEEK, bottom: Math.round(844 * 0.52) + 40 }
const HOANG_SA = { lng: 112.2, lat: 16.25 }

let illustrated: Illustrated
let opened: OpenedPage
let page: Page

beforeAll(async () => {
  illustrated = await startIllustrated(COLLECTIONS)
}, START_MS)
afterAll(() => illustrated.stop())
afterEach(async () => {
  expect(opened.errors).toEqual([])
  await opened.context.close()
})

const cameraOf = () => parameters(page)['camera']
const height = async () => (await page.locator('section.sheet').boundingBox())?.height ?? 0
const zoomOf = () => Number(cameraOf()?.split('/')[0])

async function openPhone(query = '') {
  opened = await illustrated.openPage(PHONE)
  page = opened.page
  await page.goto(`${illustrated.url}/?commune=99999${query}`)
  await expect.poll(cameraOf, { timeout: 60_000 }).toBeDefined()
}

test('a village that is tapped while the sheet lies low opens, and the risen sheet does not cover it', async () => {
  await openPhone('&layers=villages')
  const [half, atHalf] = [await height(), cameraOf()]
  await page.getByRole('button', { name: 'Mở rộng bảng thông tin' }).press('ArrowDown')
  await expect.poll(height).toBeLessThan(half)
  const village = await illustrated.insideOf('99999-03')
  // The camera of the lower sheet has to be in the address before a pixel can be told by it.
  await expect.poll(cameraOf).not.toBe(atHalf)

  await expect
    .poll(
      async () => {
        const { x, y } = await pixelOf(page, village, PEEK)
        await page.touchscreen.tap(x, y)
        return parameters(page)['village']
      },
      { timeout: 30_000, interval: 1000 }
    )
    .toBe('99999-03')
  await expect.poll(height).toBe(half)
  await expect
    .poll(async () => (await pixelOf(page, village, HALF)).y, { timeout: 20_000 })
    .toBeLessThan(844 - half)
})

test('from afar the sea and its islands stay above the sheet', async () => {
  await openPhone()
  const out = page.getByRole('button', { name: 'Thu nhỏ', exact: true })
  for (let step = Math.round(zoomOf()); step > 4; step--) {
    const before = zoomOf()
    await out.click()
    await expect.poll(zoomOf, { timeout: 20_000 }).toBeLessThan(before)
  }
  const { x, y } = await pixelOf(page, HOANG_SA, HALF)
  expect(x).toBeLessThan(390)
  expect(y).toBeLessThan(844 - (await height()))
})

test('the houses come with the question of Wifi, with their signs explained, and go with it', async () => {
  await openPhone('&indicator=cultural_house_wifi')
  const legend = page.getByRole('list', { name: 'Nhà văn hóa thôn' })
  await legend.getByText('Chưa rõ có Wifi hay không').waitFor({ state: 'attached' })
  expect(parameters(page)['layers']).toBeUndefined()

  await page.getByRole('tab', { name: 'Lớp bản đồ' }).click()
  await page.getByText('Chỉ có khi xem chỉ tiêu phủ sóng 5G hoặc 4G.').waitFor()
  expect(await page.getByRole('checkbox', { name: 'Nhà văn hóa thôn' }).isChecked()).toBe(true)
  await page.getByRole('tab', { name: 'Số liệu' }).click()
  await page.getByRole('button', { name: /^Chỉ tiêu/ }).click()
  await page.getByRole('button', { name: /^5G – dân số/ }).click()
  await legend.waitFor({ state: 'detached' })
})

test('a small thing that is tapped while the sheet lies low stays above the card that rises with it', async () => {
  const house = { lng: 105.3595726, lat: 19.0479826 }
  await openPhone(`&layers=cultural_houses&camera=14.5/${house.lat + 0.002}/${house.lng}`)
  await page.getByRole('button', { name: 'Mở rộng bảng thông tin' }).press('ArrowDown')
  // The camera of the lower sheet has to be in the address before a pixel can be told by it.
  await expect.poll(() => pixelOf(page, house, PEEK).then(({ y }) => y)).toBeGreaterThan(844 - HALF.bottom)

  const card = page.getByRole('heading', { name: 'Nhà văn hóa thôn Vạn Chài' })
  await expect
    .poll(
      async () => {
        // Its card comes a moment after the touch that opens it.
        if (await card.isVisible()) return true
        const { x, y } = await pixelOf(page, house, PEEK)
        await page.touchscreen.tap(x, y)
        return false
      },
      { timeout: 30_000, interval: 1000 }
    )
    .toBe(true)
  await expect.poll(() => pixelOf(page, house, HALF).then(({ y }) => y)).toBeLessThan(844 - HALF.bottom)
})

test('a phone that is turned shows the same place between its panels', async () => {
  await openPhone()
  const placeOf = () => cameraOf()?.split('/').slice(1).map(Number) ?? []
  const [[lat = 0, lng = 0], zoom] = [placeOf(), zoomOf()]
  await page.setViewportSize({ width: 844, height: 390 })
  await expect.poll(async () => (await page.locator('section.sheet').boundingBox())?.width).toBe(340)

  // About the middle of what is seen; the address keeps that middle.
  await page.getByRole('button', { name: 'Phóng to', exact: true }).click()
  await expect.poll(zoomOf).toBeGreaterThan(zoom)
  expect(placeOf()[0]).toBeCloseTo(lat, 3)
  expect(placeOf()[1]).toBeCloseTo(lng, 3)
})
