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

test('rows that may be there already are named before they are taken in, and after', async () => {
  const { db, commune } = desk.reports
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code })
  const page = await desk.open(planner, '?view=import&collection=cultural_houses', PHONE)
  const place = `${commune.west + 0.012},${commune.south + 0.032}`
  const send = async (lines: string) => {
    const buffer = Buffer.from(`Tên,Kinh độ,Vĩ độ\n${lines}`)
    await page.getByLabel('Chọn tệp').setInputFiles({ name: 'nha.csv', mimeType: 'text/csv', buffer })
  }
  await send(`Nhà văn hóa thôn Lặp,${place}\n`)
  // A column that is recognised can be left out, and is taken again.
  const name = page.getByLabel('Tên *')
  await name.selectOption('(không lấy từ tệp)')
  await page.getByText('Tệp chưa có cột nào được nhận ra cho: Tên.').waitFor()
  expect(await name.inputValue()).toBe('')
  await name.selectOption('Tên')
  await page.getByRole('button', { name: 'Nạp 1 dòng' }).click()
  await page.getByText('Đã nạp 1 dòng từ «nha.csv».').waitFor()
  await send(`Nhà văn hóa thôn Lặp,${place}\nNVH Lặp,${place}\n`)
  const result = page.getByRole('region', { name: 'Kết quả thử' })
  await result.getByText('2 dòng có thể trùng').waitFor()
  const first = result.getByRole('listitem').first()
  expect(await first.innerText()).toMatch(
    /^Dòng 2 .*địa điểm đã có «Nhà văn hóa thôn Lặp»: cách 0 m, cùng tên/
  )
  expect(await seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Nạp 2 dòng' }).click()
  const after = page.getByRole('region', { name: 'Cần biết về lần nạp vừa rồi' })
  await after.getByText(/đã vào thành địa điểm mới.*gỡ lần nạp này/).waitFor()
  expect(await after.getByRole('listitem').count()).toBe(2)
  desk.expectNoErrors()
})
