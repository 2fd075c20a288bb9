import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { DESK, panel, parameters, PHONE, UiPage } from '../support/ui-page.ts'

const ui = new UiPage()

test('the illustration is announced as one on every screen', async () => {
  const page = await ui.open('?tab=table')

  await page.getByText('Dữ liệu minh họa').first().waitFor()
  await page.setViewportSize(PHONE.viewport)
  await page.getByText('Dữ liệu minh họa').first().waitFor()
  ui.expectNoErrors()
})

test('a commune without geodata says what is missing and how it is supplied', async () => {
  const page = await ui.open('?commune=05800')

  await panel(page).getByRole('heading', { name: 'Chưa có dữ liệu bản đồ của xã Phú Thịnh' }).waitFor()
  await panel(page).getByText('Cách nạp, dành cho người quản trị').click()
  await panel(page).getByText('npm run import -- communes FILE --commune 05800').waitFor()
  expect(await page.getByText('Dữ liệu minh họa').count()).toBe(0)
  ui.expectNoErrors()
})

test('the table of a commune without villages is small and says what makes one', async () => {
  const page = await ui.open('?commune=05800&tab=table')
  const table = page.getByRole('region', { name: 'Bảng chỉ tiêu theo thôn' })

  await table.getByText('npm run villages -- --commune 05800 --centres FILE').waitFor()
  expect(await table.getByRole('button', { name: 'CSV' }).isDisabled()).toBe(true)
  expect((await table.boundingBox())?.height).toBeLessThan(240)
  ui.expectNoErrors()
})

test('an error is told with a way to try again, and trying again works', async () => {
  const page = await ui.blank()
  const detail = 'Cơ sở dữ liệu đang tạm ngắt. Hãy thử lại sau ít giây.'
  const problem = { type: 'about:blank', title: 'Tạm ngắt', status: 503, detail }
  await page.route('**/indicators*', (route) => route.fulfill({ status: 503, json: problem }))
  await page.goto(`${ui.url}/`)
  await page.getByRole('alert').filter({ hasText: detail }).waitFor()

  await page.unroute('**/indicators*')
  await page.getByRole('alert').getByRole('button', { name: 'Thử lại' }).click()
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()
})

test('nothing is asked of another host, and the own code of the first view weighs at most 100 kB', async () => {
  const page = await ui.blank()
  const weights: Promise<number>[] = []
  page.on('response', (response) => {
    const { pathname } = new URL(response.url())
    const isOwn = pathname.endsWith('.js') && !pathname.includes('maplibre')
    if (isOwn) weights.push(response.body().then((body) => gzipSync(body).length))
  })
  await page.goto(`${ui.url}/`)
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()
  await page.locator('.maplibregl-canvas').waitFor()

  expect([...ui.opened.hosts]).toEqual([new URL(ui.url).host])
  const total = (await Promise.all(weights)).reduce((sum, weight) => sum + weight, 0)
  expect(total).toBeGreaterThan(20_000)
  expect(total).toBeLessThanOrEqual(100_000)
  ui.expectNoErrors()
})

test('without WebGL2 there are the table and a plain message', async () => {
  const plain = await launchBrowser({ flags: ['--disable-gpu', '--disable-3d-apis'] })
  try {
    ui.opened = await plain.openPage(DESK)
    const { page } = ui.opened
    await page.goto(`${ui.url}/`)
    await page.getByText('Trình duyệt này không vẽ được bản đồ').waitFor()
    await page.getByRole('table').waitFor()
    await page.getByRole('button', { name: 'Bản Khe Núi' }).first().click()
    await panel(page).getByRole('heading', { name: 'Bản Khe Núi' }).waitFor()
    ui.expectNoErrors()
  } finally {
    await plain.close()
  }
})

test('a village’s photos stand in its panel with their author, and the panel says the rest without them', async () => {
  const page = await ui.blank()
  const words = { altVi: 'Cổng làng', altEn: null, captionVi: null, captionEn: null }
  const credit = { author: 'Trần Thị B', licence: 'CC BY 4.0', takenOn: null }
  const size = { width: 400, height: 300, thumbWidth: 400, thumbHeight: 300 }
  const photo = { ...words, ...credit, ...size, picture: 'a'.repeat(64), thumbnail: 'b'.repeat(64) }
  await page.route('**/api/media/*', (route) =>
    route.fulfill({ contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' })
  )
  await page.route('**/api/villages/99999-01/photos', (route) => route.fulfill({ json: { photos: [photo] } }))
  await page.goto(`${ui.url}/?village=99999-01`)
  await panel(page).getByRole('img', { name: 'Cổng làng' }).waitFor()
  await panel(page).getByText('Ảnh: Trần Thị B · CC BY 4.0').waitFor()

  await page.route('**/api/villages/99999-02/photos', (route) => route.fulfill({ status: 503, json: {} }))
  const asked = page.waitForResponse('**/api/villages/99999-02/photos')
  await page.goto(`${ui.url}/?village=99999-02`)
  await asked
  await panel(page).getByRole('heading', { level: 2 }).waitFor()
  expect(await panel(page).getByRole('alert').count()).toBe(0)
})

test('while figures are on their way a skeleton stands for them, and the day can be chosen', async () => {
  const page = await ui.blank()
  let answer = () => {}
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/indicators*', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(`${ui.url}/`)

  await panel(page).getByRole('status').filter({ hasText: 'Đang tải số liệu…' }).waitFor()
  await panel(page)
    .getByRole('button', { name: /Số liệu đúng vào ngày/ })
    .waitFor()
  answer()
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()
  ui.expectNoErrors()
})

test('an error leaves the day to choose another one', async () => {
  const page = await ui.blank()
  const problem = { type: 'about:blank', title: 'Tạm ngắt', status: 503, detail: 'Cơ sở dữ liệu tạm ngắt.' }
  await page.route(/indicators\?asOf=2020/, (route) => route.fulfill({ status: 503, json: problem }))
  await page.goto(`${ui.url}/?asOf=2020-01-01`)
  await page.getByRole('alert').filter({ hasText: 'Cơ sở dữ liệu tạm ngắt.' }).waitFor()

  await panel(page)
    .getByRole('button', { name: /Số liệu đúng vào ngày/ })
    .click()
  await panel(page)
    .getByRole('button', { name: /^Hôm nay/ })
    .click()
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()
})

test('offline is said; what could not be asked is asked by itself when the network is back', async () => {
  const page = await ui.open()
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()
  await ui.opened.context.setOffline(true)
  await page.getByText(/^Đang ngoại tuyến/).waitFor()
  await panel(page).getByRole('button', { name: 'So sánh' }).click()
  await panel(page)
    .getByRole('button', { name: /^Cuối quý trước/ })
    .click()
  await page.getByRole('alert').filter({ hasText: 'Thiết bị đang ngoại tuyến' }).waitFor()
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()

  await ui.opened.context.setOffline(false)
  await panel(page).getByText('Không đổi so với 30/09/2026', { exact: true }).first().waitFor()
  expect(await panel(page).getByRole('alert').count()).toBe(0)
  expect(await page.getByText(/^Đang ngoại tuyến/).count()).toBe(0)
})

test('a slow list of communes does not leave the map far away from the commune', async () => {
  const page = await ui.blank()
  const mapShown = page.locator('.maplibregl-canvas').waitFor()
  await page.route('**/api/communes', async (route) => {
    await mapShown
    // A slow server: the page's clock goes further than a resting camera takes to get into the address.
    await page.clock.fastForward(1500)
    await route.continue()
  })
  await page.clock.install()
  await page.goto(`${ui.url}/`)
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()

  await expect.poll(() => Number(parameters(page)['camera']?.split('/')[0])).toBeGreaterThan(10)
  ui.expectNoErrors()
})

test('a withheld village gives nothing away, and nobody is said to have sent no map', async () => {
  const page = await ui.open('?village=99999-13')
  await panel(page)
    .getByText('Không công bố để không lộ thông tin của từng hộ', { exact: false })
    .first()
    .waitFor()

  expect(await panel(page).getByText('Chưa gửi bản đồ').count()).toBe(0)
  expect(
    await panel(page)
      .getByText(/^Không có cụm dân cư nào/)
      .count()
  ).toBe(0)
  ui.expectNoErrors()
})
