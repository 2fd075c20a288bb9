import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK_COVERED, pixelOf } from '../support/map-pixel.ts'
import { panel, parameters, UiPage } from '../support/ui-page.ts'

const ui = new UiPage()
const [WEST, SOUTH, EAST, NORTH] = [105.9, 18.325, 105.91, 18.335]
const VILLAGES = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { code: '99999-08', name: 'Bến Đò', valid_from: null, valid_to: null },
      geometry: {
        type: 'Polygon',
        coordinates: [
          [
            [WEST, SOUTH],
            [EAST, SOUTH],
            [EAST, NORTH],
            [WEST, NORTH],
            [WEST, SOUTH]
          ]
        ]
      }
    }
  ]
}
/** Between the panels of a drawer, as in tokens.css. */
const GAP_PX = 12

const cameraOf = (page: Page) => (parameters(page)['camera'] ?? '').split('/').map(Number)

/** The page with a village opened, and the camera at rest on it. */
async function openVillage() {
  const page = await ui.blank()
  await page.route('**/ogc/collections/villages/items*', (route) => route.fulfill({ json: VILLAGES }))
  await page.goto(`${ui.url}/`)
  await expect.poll(() => parameters(page)['camera']).toBeDefined()
  await panel(page)
    .getByRole('button', { name: /^Xóm Bến Đò/ })
    .first()
    .click()
  await expect.poll(() => cameraOf(page)[0]).toBeGreaterThan(14)
  return page
}

test('a table that opens leaves the chosen village in sight, and Back gives the view of before', async () => {
  const page = await openVillage()
  const before = cameraOf(page)
  await page.getByRole('button', { name: 'Bảng', exact: true }).click()
  await page.getByRole('table').waitFor()
  const drawer = await page.locator('.drawer').boundingBox()
  if (!drawer) throw new Error('the table has no size')
  const covered = { ...DESK_COVERED, bottom: DESK_COVERED.bottom + drawer.height + GAP_PX }

  await expect
    .poll(async () => (await pixelOf(page, { lng: WEST, lat: SOUTH }, covered)).y)
    .toBeLessThan(drawer.y)
  expect((await pixelOf(page, { lng: WEST, lat: NORTH }, covered)).y).toBeGreaterThan(60)

  await page.goBack()
  await page.getByRole('table').waitFor({ state: 'detached' })
  // Enlarged about its middle the view says where that is, also after it has settled.
  await page.getByRole('button', { name: 'Phóng to', exact: true }).click()
  await expect.poll(() => cameraOf(page)[0]).toBeCloseTo((before[0] ?? 0) + 1, 1)
  expect(cameraOf(page)[1]).toBeCloseTo(before[1] ?? 0, 4)
  expect(cameraOf(page)[2]).toBeCloseTo(before[2] ?? 0, 4)
  ui.expectNoErrors()
})
