import { expect, test } from 'vitest'
import { panel, parameters, UiPage } from '../support/ui-page.ts'

const ui = new UiPage()

test('a planner picks an indicator, opens the worst village, reads why, goes back in time and shares', async () => {
  const page = await ui.open()
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
    /Trong vùng phủ 5G\s+28 người[\s\S]+Ngoài vùng phủ 5G\s+128 người[\s\S]+Chưa rõ\s+0 người/
  )
  expect(await panel(page).getByRole('region', { name: 'Vì sao' }).innerText()).toContain(
    'vẫn dưới mục tiêu 90%'
  )
  expect(
    await panel(page)
      .getByRole('region', { name: /^Cụm dân cư chưa có sóng 5G/ })
      .innerText()
  ).toContain('cách nhà văn hóa 640\u00a0m')

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
  const other = await ui.opened.context.newPage()
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
  ui.expectNoErrors()
})

test('two days are compared per village, with sign and number', async () => {
  const page = await ui.open('?commune=99999&compare=2026-06-30&village=99999-09')

  await panel(page).getByText('+11,8 điểm % so với 30/06/2026').waitFor()
  await page.getByRole('button', { name: 'Bảng', exact: true }).click()
  const row = page.getByRole('row', { name: /^Xóm Cồn Cát/ })
  expect(await row.innerText()).toContain('+11,8')
  expect(await row.getAttribute('aria-current')).toBe('true')
  ui.expectNoErrors()
})

test('the table drives the map and the panel, and follows them', async () => {
  const page = await ui.open('?tab=table')
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
  ui.expectNoErrors()
})

test('the other language changes every text, number and day, and stays in the address', async () => {
  const page = await ui.open('?commune=99999&village=99999-09')
  await panel(page).getByText('46,0%').first().waitFor()
  await page.getByRole('button', { name: 'Ngôn ngữ, nền màn hình' }).click()
  await page.getByLabel('English').check({ force: true })

  const figures = page.getByRole('region', { name: 'Figures' })
  await figures.getByText('46.0%').first().waitFor()
  await figures.getByText('As of 22 Nov 2026', { exact: true }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await page.title()).toBe('5G – population · Xã Minh Họa – Địa bàn')
  expect(parameters(page)).toMatchObject({ lang: 'en' })
  ui.expectNoErrors()
})

test('a cluster that was picked elsewhere has its row in sight, also when it is not among the first', async () => {
  const page = await ui.open('?gap=gap-8')
  const row = panel(page).getByRole('button', { pressed: true })
  await row.waitFor()

  const [box, frame] = [await row.boundingBox(), await panel(page).boundingBox()]
  if (!box || !frame) throw new Error('the row has no size')
  expect(box.y).toBeGreaterThanOrEqual(frame.y)
  expect(box.y + box.height).toBeLessThanOrEqual(frame.y + frame.height)
  expect(await page.evaluate(() => document.scrollingElement?.scrollTop)).toBe(0)
  ui.expectNoErrors()
})
