import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createStaff, PASSWORD } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages } from '../support/report-desk.ts'

const desk = new DeskPages()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })

async function signIn(page: Page, login: string, password = PASSWORD) {
  await page.goto(`${desk.url}/can-bo`)
  await page.getByLabel('Tên đăng nhập').fill(login)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await button(page, 'Đăng nhập').click()
}

test('an administrator makes a unit and an account; its owner sets a password by the link, once', async () => {
  const admin = await createStaff(desk.reports.db, { role: 'administrator', name: 'Trần Thị Quản' })
  const page = await desk.open(admin, '?view=units')
  await page.getByLabel('Tên đơn vị').fill('Ban Giao thông')
  await button(page, 'Thêm đơn vị').click()
  await page.getByText('Ban Giao thông').waitFor()

  await page.getByRole('navigation', { name: 'Các mục' }).getByRole('button', { name: 'Tài khoản' }).click()
  await button(page, 'Thêm tài khoản').click()
  await page.getByLabel('Họ và tên').fill('Phạm Quốc Hùng')
  await page.getByLabel('Tên đăng nhập').fill('Hùng Phạm')
  await button(page, 'Tạo tài khoản').click()
  await page.getByText('Tên đăng nhập từ 3 đến 100 ký tự').waitFor()
  await page.getByLabel('Tên đăng nhập').fill('hung.pham')
  await page.getByLabel('Đơn vị').selectOption('Ban Giao thông')
  expect(await seriousProblems(page)).toEqual([])
  await button(page, 'Tạo tài khoản').click()
  const link = await page
    .getByRole('textbox', { name: 'Đường dẫn đặt mật khẩu của Phạm Quốc Hùng' })
    .inputValue()
  await page.getByText('Chưa đặt mật khẩu').first().waitFor()

  const owner = await desk.blank()
  await owner.goto(link)
  await owner.getByText('Cho tài khoản hung.pham của Phạm Quốc Hùng').waitFor()
  await owner.getByLabel('Mật khẩu mới').fill('matkhau2026')
  await button(owner, 'Đặt mật khẩu').click()
  await owner.getByRole('alert').waitFor()
  await owner.getByLabel('Mật khẩu mới').fill('bến đò cũ mùa lũ')
  await button(owner, 'Đặt mật khẩu').click()
  await owner.getByText('Đã đặt mật khẩu.').waitFor()
  await owner.getByLabel('Mật khẩu', { exact: true }).fill('bến đò cũ mùa lũ')
  await button(owner, 'Đăng nhập').click()
  await owner.getByRole('heading', { name: 'Hộp phản ánh' }).waitFor({ state: 'attached' })

  const late = await desk.blank()
  await late.goto(link)
  await late.getByText('Đường dẫn này đã dùng').waitFor()

  await button(page, 'Đóng').click()
  await page.getByRole('button', { name: 'Sửa Phạm Quốc Hùng (hung.pham)' }).click()
  await button(page, 'Khóa tài khoản').click()
  await page.getByText('Đã khóa').waitFor()
  await owner.reload()
  await owner.getByRole('heading', { name: 'Đăng nhập dành cho cán bộ' }).waitFor()
  desk.expectNoErrors(/status of (401|404|422)/)
})

test('a second factor: enrolled by the QR picture’s secret, asked for at the next sign-in', async () => {
  const page = await desk.blank()
  await createStaff(desk.reports.db, { login: 'hai.buoc', role: 'planner', password: PASSWORD })
  await signIn(page, 'hai.buoc')
  await button(page, 'Bật xác thực hai bước').click()
  await page.getByLabel('Mật khẩu hiện tại').first().fill(PASSWORD)
  await button(page, 'Tiếp tục').click()
  await page.getByRole('img', { name: 'Mã QR để quét bằng ứng dụng xác thực' }).waitFor()
  expect(await seriousProblems(page)).toEqual([])
  const secret = (await page.locator('code').first().textContent())?.replace(/\s/g, '') ?? ''
  const codeAt = (timestamp: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp })
  await page.getByLabel('Mã xác thực 6 chữ số').fill(codeAt(Date.now()))
  await button(page, 'Xác nhận').click()
  await page.getByText('Đã bật xác thực hai bước.').waitFor()

  await button(page, 'Đăng xuất khỏi mọi thiết bị').click()
  await page.getByRole('heading', { name: 'Đăng nhập dành cho cán bộ' }).waitFor()
  await signIn(page, 'hai.buoc')
  await page.getByText('Bước 2: mã xác thực').waitFor()
  // The code of the enrolment opens once; the next step's is taken within the grace of a clock that runs ahead.
  await page.getByLabel('Mã xác thực 6 chữ số').fill(codeAt(Date.now() + 30_000))
  await button(page, 'Đăng nhập').click()
  await page.getByRole('heading', { name: 'Tài khoản của tôi' }).waitFor()
  desk.expectNoErrors()
})

test('changing the password; a wrong one is said beside it', async () => {
  const page = await desk.blank()
  await createStaff(desk.reports.db, { login: 'doi.mk', role: 'planner', password: PASSWORD })
  await signIn(page, 'doi.mk')
  await page.getByLabel('Mật khẩu hiện tại').fill('sai rồi')
  await page.getByLabel('Mật khẩu mới').fill('một câu khác hẳn')
  await button(page, 'Đổi mật khẩu').click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Mật khẩu hiện tại').fill(PASSWORD)
  await button(page, 'Đổi mật khẩu').click()
  await page.getByText('Đã đổi mật khẩu.').waitFor()
  desk.expectNoErrors(/403/)
})

test('a session that ends while somebody writes asks to sign in over it, and nothing is lost', async () => {
  const { id } = await desk.report('Phiên hết giữa chừng.')
  const page = await desk.open(desk.officer, `?report=${id}`)
  await button(page, 'Việc khác').click()
  await button(page, 'Sửa thông tin').click()
  await page.getByLabel('Lời công khai').fill('Đang viết dở')
  await page.context().clearCookies()
  await button(page, 'Lưu').click()
  const dialog = page.getByRole('dialog', { name: 'Đăng nhập dành cho cán bộ' })
  await dialog.waitFor()
  // A browser lets the second Esc close any dialog: this one comes back.
  for (let pressed = 0; pressed < 3; pressed++) await page.keyboard.press('Escape')
  await dialog.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await dialog.getByRole('button', { name: 'Đăng nhập' }).click()
  await dialog.waitFor({ state: 'detached' })
  expect(await page.getByLabel('Lời công khai').inputValue()).toBe('Đang viết dở')
  await button(page, 'Lưu').click()
  await page.getByText('Đã lưu. Sửa thông tin.').waitFor()
  desk.expectNoErrors(/401/)
})

test('whoever works in every commune goes on doing so when only the name is mended', async () => {
  const admin = await createStaff(desk.reports.db, { role: 'administrator', name: 'Trần Thị Quản' })
  await createStaff(desk.reports.db, { login: 'moi.xa', role: 'leader', name: 'Võ Thị Tươi' })
  const page = await desk.open(admin, '?view=accounts')
  await page.getByRole('button', { name: 'Sửa Võ Thị Tươi (moi.xa)' }).click()
  await page.getByLabel('Họ và tên').fill('Võ Thị Tươi Sáng')
  await button(page, 'Lưu').click()
  await page.getByRole('button', { name: 'Sửa Võ Thị Tươi Sáng (moi.xa)' }).waitFor()
  const { rows } = await desk.reports.db.query(
    `select name, commune_code as "communeCode" from account where login = 'moi.xa'`
  )
  expect(rows).toEqual([{ name: 'Võ Thị Tươi Sáng', communeCode: null }])
  desk.expectNoErrors()
})

test('who signs out keeps the language and the colours of the page, and nothing else of its address', async () => {
  const page = await desk.open(desk.officer, '?view=account&lang=en&theme=dark')
  await button(page, 'Sign out').click()
  await page.getByRole('heading', { name: 'Staff sign-in' }).waitFor()
  expect(new URL(page.url()).search).toBe('?lang=en&theme=dark')
  desk.expectNoErrors(/401/)
})
