import { expect, test } from 'vitest'
import { panel, parameters, PHONE, UiPage } from '../support/ui-page.ts'

const ui = new UiPage()

test.each([
  ['commune=abc', 'Chưa có xã mã abc trong hệ thống. Đang xem xã Minh Họa.'],
  ['asOf=2026-02-31', 'Ngày “2026-02-31” trong liên kết không có trong lịch. Đang xem số liệu ngày'],
  ['knownAt=hom%20qua', 'Thời điểm nạp “hom qua” trong liên kết không đọc được.'],
  ['knownAt=2026-11-22', 'Thời điểm nạp “2026-11-22” trong liên kết không đọc được.'],
  ['compare=31/12/2025', 'Ngày so sánh “31/12/2025” trong liên kết không có trong lịch.'],
  ['compare=2099-01-01', 'Chưa đến ngày 01/01/2099 nên chưa có số liệu để so sánh.'],
  ['gap=99999-5G-999', 'Không có cụm mã “99999-5G-999” trong danh sách'],
  ['gap=gap-8&indicator=dead_spots', 'Không có cụm mã “gap-8” trong danh sách']
])('a link with %s says what cannot be had', async (query, sentence) => {
  const page = await ui.open(`?${query}`)

  await panel(page).getByText(sentence).waitFor()
  // The camera is written into the address after a while: what was asked for stays in it.
  await expect.poll(() => parameters(page)['camera']).toBeDefined()
  expect(await page.getByText('Không đổi so với').count()).toBe(0)
  const [name = ''] = query.split('=')
  expect(parameters(page)[name]).toBeDefined()

  await panel(page).getByRole('button', { name: 'Bỏ khỏi liên kết' }).click()
  await panel(page).getByText(sentence).waitFor({ state: 'detached' })
  expect(parameters(page)[name]).toBeUndefined()
  ui.expectNoErrors()
})

test.each([
  ['indicator=%3Cb%3E', 'Không có chỉ tiêu “<b>” cho xã này.'],
  ['village=a/b', 'Không có thôn mã a/b vào ngày này.']
])('a link with %s names what there is not', async (query, sentence) => {
  const page = await ui.open(`?${query}`)

  await panel(page).getByText(sentence).waitFor()
  ui.expectNoErrors()
})

test('a day to come is refused where it is chosen, too', async () => {
  const page = await ui.open()
  await panel(page).getByRole('button', { name: 'So sánh', exact: true }).click()
  const field = panel(page).getByRole('textbox', { name: 'So sánh với ngày' })
  await field.fill('1/1/2099')
  await field.press('Enter')

  await panel(page).getByText('Chưa đến ngày 01/01/2099').waitFor()
  expect(await page.getByText('Không đổi so với').count()).toBe(0)
  ui.expectNoErrors()
})

test('on a phone the table says it, too', async () => {
  const page = await ui.open('?tab=table&asOf=2026-02-31&commune=abc', PHONE)
  await page.getByRole('table').waitFor()

  const table = page.getByRole('tabpanel')
  await table.getByText('Ngày “2026-02-31” trong liên kết').waitFor()
  await table.getByText('Chưa có xã mã abc').waitFor()
  ui.expectNoErrors()
})
