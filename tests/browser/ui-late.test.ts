import { expect, test } from 'vitest'
import { panel, parameters, PHONE, UiPage } from '../support/ui-page.ts'

const ui = new UiPage()
const problem = (detail: string) => ({ type: 'about:blank', title: 'Tạm ngắt', status: 503, detail })

test('Enter takes what the letters in the field find, not what fewer letters found', async () => {
  const page = await ui.open()
  const field = page.getByRole('combobox', { name: 'Tìm thôn, địa điểm' })
  await field.fill('b')
  await page.getByRole('listbox').getByRole('option').first().waitFor()
  await field.fill('khe nui')
  await field.press('Enter')

  await panel(page).getByRole('heading', { name: 'Bản Khe Núi' }).waitFor()
  ui.expectNoErrors()
})

test('dead spots of another day that cannot be had are not those of the day before', async () => {
  const page = await ui.blank()
  await page.route(/dead-spots\?asOf=2020/, (route) =>
    route.fulfill({ status: 503, json: problem('Cơ sở dữ liệu tạm ngắt.') })
  )
  await page.goto(`${ui.url}/?indicator=dead_spots`)
  await panel(page).getByRole('list', { name: 'Các thôn theo tình trạng sóng' }).waitFor()
  await page.evaluate(() => {
    history.pushState(null, '', '?indicator=dead_spots&asOf=2020-01-01')
    dispatchEvent(new PopStateEvent('popstate'))
  })

  await panel(page).getByRole('alert').filter({ hasText: 'Cơ sở dữ liệu tạm ngắt.' }).waitFor()
  expect(await panel(page).getByRole('list', { name: 'Các thôn theo tình trạng sóng' }).count()).toBe(0)
})

test('a map whose library does not arrive is said to be missing, and the figures stand', async () => {
  const page = await ui.blank()
  await page.route(/assets\/maplibre.*\.js/, (route) => route.abort())
  await page.goto(`${ui.url}/`)

  await page.getByRole('alert').filter({ hasText: 'Chưa mở được bản đồ' }).waitFor()
  await page.getByRole('button', { name: 'Tải lại trang' }).waitFor()
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()
})

test('a search whose code does not arrive is said to be missing', async () => {
  const page = await ui.blank()
  await page.route(/assets\/SearchFound-.*\.js/, (route) => route.abort())
  await page.goto(`${ui.url}/`)
  await page.getByRole('combobox', { name: 'Tìm thôn, địa điểm' }).fill('khe')

  await page.getByRole('alert').filter({ hasText: 'Chưa tải được phần tìm kiếm.' }).waitFor()
})

test('a table whose code does not arrive is said to be missing', async () => {
  const page = await ui.blank()
  await page.route(/assets\/TableView-.*\.js/, (route) => route.abort())
  await page.goto(`${ui.url}/?tab=table`)

  const missing = page.getByRole('alert').filter({ hasText: 'Chưa tải được bảng.' })
  await missing.getByRole('button', { name: 'Tải lại trang' }).waitFor()
  await page.setViewportSize(PHONE.viewport)
  await missing.waitFor()
})

test.each([
  ['their own', /assets\/LayersPanel-.*\.js/],
  ['the map’s', /assets\/MapStage-.*\.js/]
])('layers whose code does not arrive are said to be missing: %s', async (_, part) => {
  const page = await ui.blank(PHONE)
  await page.route(part, (route) => route.abort())
  await page.goto(`${ui.url}/?tab=layers`)

  await page
    .getByRole('tabpanel')
    .getByRole('alert')
    .filter({ hasText: 'Chưa tải được phần bản đồ.' })
    .waitFor()
})

test('a sheet whose code does not arrive leaves a sentence on the paper, not a piece of the screen', async () => {
  const page = await ui.blank()
  await page.route(/assets\/PrintPage-.*\.js/, (route) => route.abort())
  await page.goto(`${ui.url}/`)
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()
  const sentence = page.getByText('Chưa tải được phần tải về và in.')
  expect(await sentence.isVisible()).toBe(false)
  await page.emulateMedia({ media: 'print' })

  await sentence.waitFor()
  expect(await page.getByRole('main').isVisible()).toBe(false)
})

test('a commune that there is not is named, and which one is shown instead', async () => {
  const page = await ui.open('?commune=12345')

  await panel(page).getByText('Chưa có xã mã 12345 trong hệ thống. Đang xem xã Minh Họa.').waitFor()
  expect(parameters(page)['commune']).toBe('12345')
  ui.expectNoErrors()
})

test('an indicator without a value says why to those who do not see the dash', async () => {
  const page = await ui.open()
  await panel(page)
    .getByRole('button', { name: /^Chỉ tiêu/ })
    .click()

  const names = await panel(page).getByRole('group').getByRole('button').allTextContents()
  const explained = names.filter((name) => /(–|Mục tiêu [\d,]+%?)\s*(Ch|Kh)/.test(name))
  expect(explained.length).toBeGreaterThan(0)
  ui.expectNoErrors()
})
