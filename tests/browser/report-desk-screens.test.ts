import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages, lightPicture } from '../support/report-desk.ts'
import { PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })

async function expectAccessible(page: Page, state: string) {
  expect([state, ...(await seriousProblems(page))]).toEqual([state])
}

test('axe finds nothing serious on the door, in the empty inbox and while it fails, light or dark', async () => {
  for (const theme of ['light', 'dark']) {
    const door = await desk.blank()
    await door.goto(`${desk.url}/can-bo?theme=${theme}&lang=en`)
    await door.getByRole('heading', { name: 'Staff sign-in' }).waitFor()
    await expectAccessible(door, `door ${theme}`)

    const page = await desk.open(desk.officer, `?theme=${theme}`)
    await page.getByText('Không còn việc nào chờ xử lý').waitFor()
    await page.locator('.maplibregl-canvas').waitFor()
    await expectAccessible(page, `empty ${theme}`)
    const detail = 'Cơ sở dữ liệu đang tạm ngắt.'
    const problem = { type: 'about:blank', title: 'Tạm ngắt', status: 503, detail }
    await page.route('**/api/staff/reports?*', (route) => route.fulfill({ status: 503, json: problem }))
    await button(page, 'Quá hạn').click()
    await page.getByRole('alert').filter({ hasText: detail }).waitFor()
    await expectAccessible(page, `error ${theme}`)
    await page.unroute('**/api/staff/reports?*')
    await page.getByRole('alert').getByRole('button', { name: 'Thử lại' }).click()
    await page.getByText('Không có phản ánh nào khớp bộ lọc').waitFor()
  }
  desk.expectNoErrors(/503/)
})

test('axe finds nothing serious in a report, its forms, the boxes and taking in, light or dark', async () => {
  const { id } = await desk.report('Đống rác cạnh nhà văn hóa.', [await lightPicture()])
  for (const theme of ['light', 'dark']) {
    const page = await desk.open(desk.leader, `?theme=${theme}&report=${id}`)
    await page.locator('.maplibregl-canvas').waitFor()
    await button(page, 'Che mặt, biển số trên ảnh 1').click()
    await button(page, 'Thêm ô che').click()
    await expectAccessible(page, `boxes ${theme}`)
    await button(page, 'Hủy').last().click()
    await button(page, 'Duyệt công khai').click()
    await expectAccessible(page, `approve ${theme}`)
    await page.keyboard.press('Escape')
    await button(page, 'Phân công').click()
    await expectAccessible(page, `assign ${theme}`)
    await page.keyboard.press('Escape')
    await button(page, 'Việc khác').click()
    await expectAccessible(page, `report ${theme}`)
  }
  desk.expectNoErrors()
})

test('a box is drawn, moved and removed with the keyboard alone', async () => {
  const { id } = await desk.report('Ảnh có biển số xe.', [await lightPicture(200)])
  const page = await desk.open(desk.officer, `?report=${id}`)
  await button(page, 'Che mặt, biển số trên ảnh 1').press('Enter')
  await button(page, 'Thêm ô che').press('Enter')
  await page
    .getByRole('button', { name: 'Ô che 1: cách trái 42%, cách trên 42%, rộng 16%, cao 16%' })
    .waitFor()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Shift+ArrowDown')
  await page
    .getByRole('button', { name: 'Ô che 1: cách trái 41%, cách trên 42%, rộng 16%, cao 17%' })
    .waitFor()
  await button(page, 'Lưu ô che').press('Enter')
  await page.getByText('Đã lưu. Che mặt, biển số.').waitFor()
  expect((await desk.read(id)).media[0]?.boxes).toEqual([[0.41, 0.42, 0.16, 0.17]])
  desk.expectNoErrors()
})

test('on a phone: the list, a report over the whole screen, and back; taken in for somebody', async () => {
  const { number } = await desk.report('Ổ gà trước cổng trường.')
  const page = await desk.open(desk.officer, '', PHONE)
  await page.getByText('Ổ gà trước cổng trường.').click()
  await page.getByRole('region', { name: `Phản ánh ${number}` }).waitFor()
  await expectAccessible(page, 'phone')
  await button(page, 'Đóng phản ánh').click()
  await page.getByText('Ổ gà trước cổng trường.').waitFor()

  await page.getByRole('navigation', { name: 'Các mục' }).getByRole('button', { name: 'Nhập hộ' }).click()
  await page.getByLabel('Loại việc').selectOption({ index: 1 })
  await page.getByLabel('Nội dung người dân báo').fill('Gọi điện báo có bãi rác.')
  await page.getByLabel('Số điện thoại').fill('0912 345 678')
  const { west, south } = desk.reports.commune
  await page.getByLabel('Vĩ độ').fill(String(south + 0.006))
  await page.getByLabel('Kinh độ').fill(String(west + 0.006))
  await page.getByLabel('Kinh độ').press('Tab')
  await expectAccessible(page, 'intake')
  await button(page, 'Lưu phản ánh').click()
  await page.getByRole('heading', { name: /^Đã nhận phản ánh PA-/ }).waitFor()
  const { rows } = await desk.reports.db.query<{ channel: string; phone: string }>(
    `select r.channel, c.phone from report r join report_contact c on c.report_id = r.id`
  )
  expect(rows).toEqual([{ channel: 'desk', phone: '0912 345 678' }])
  desk.expectNoErrors()
})
