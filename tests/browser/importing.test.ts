import { expect, test } from 'vitest'
import { createStaff } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages } from '../support/report-desk.ts'
import { PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()

test('a planner drops a table, matches a column, reads why a row is refused, takes the others in and undoes it', async () => {
  const { db, commune } = desk.reports
  const { west, south } = commune
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code })
  const page = await desk.open(planner, '?view=import', PHONE)
  await page.getByLabel('Lớp dữ liệu').selectOption({ label: 'Nhà văn hóa thôn' })
  const [lng, lat] = [west + 0.01, south + 0.03]
  const buffer = Buffer.from(`Nhà,Kinh độ,Vĩ độ\nNVH Nạp,${lng},${lat}\nNVH Xa,${lng + 3},${lat}\n`)
  await page.getByLabel('Chọn tệp').setInputFiles({ name: 'nha.csv', mimeType: 'text/csv', buffer })
  await page.getByText('Tệp chưa có cột nào được nhận ra cho: Tên.').waitFor()
  await page.getByLabel('Tên *').selectOption('Nhà')
  await page.getByText('2 dòng: 1 nạp được, 1 bị từ chối.').waitFor()
  await page.getByText('Màu cam: 2 hình của tệp').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  expect(await page.getByRole('button', { name: 'Nạp 1 dòng' }).isDisabled()).toBe(true)
  await page.getByLabel('Nạp các dòng đúng').check()
  await page.getByRole('button', { name: 'Nạp 1 dòng' }).click()
  await page.getByText('Đã nạp 1 dòng từ «nha.csv».').waitFor()
  const latest = page.getByRole('region', { name: 'Các lần nạp gần đây' }).getByRole('listitem').first()
  await latest.getByRole('button', { name: 'Gỡ lần nạp' }).click()
  const focused = () => page.evaluate(() => document.activeElement?.textContent.trim())
  await expect.poll(focused).toBe('Gỡ thật')
  await page.keyboard.press('Enter')
  await page.getByText('Đã gỡ lần nạp «nha.csv».').waitFor()
  await expect.poll(focused).toBe('đã gỡ')
  desk.expectNoErrors()
})
