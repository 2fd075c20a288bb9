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

test('what was done stays to be read where the list of the latest ones fails, and older ones are shown', async () => {
  const { db, commune } = desk.reports
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code })
  await db.query(
    `insert into import (collection, title, file_name, sha256, size_bytes, commune_code, rows_in, imported_by, published_at)
     select 'cultural_houses', 'Tệp số ' || n, 'nha.csv', 'x' || n, 1, $1, 1, 'ai', now() from generate_series(1, 25) n`,
    [commune.code]
  )
  const page = await desk.open(planner, '?view=import&collection=cultural_houses', PHONE)
  const latest = page.getByRole('region', { name: 'Các lần nạp gần đây' })
  await latest.getByText('Tệp số 25').waitFor()
  expect(await latest.getByText('Tệp số 5', { exact: true }).count()).toBe(0)
  await latest.getByRole('button', { name: 'Xem các lần nạp cũ hơn' }).click()
  await latest.getByText('Tệp số 5', { exact: true }).waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent.trim()))
    .toMatch(/^Tệp số 5\b/)
  expect(await seriousProblems(page)).toEqual([])

  const place = `${commune.west + 0.014},${commune.south + 0.034}`
  const buffer = Buffer.from(`Tên,Kinh độ,Vĩ độ\nNVH Danh Sách,${place}\n`)
  await page.getByLabel('Chọn tệp').setInputFiles({ name: 'nha.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Nạp 1 dòng' }).waitFor()
  const list = /file-imports(\?.*)?$/
  await page.route(list, (route) => route.fulfill({ status: 503 }))
  await page.getByRole('button', { name: 'Nạp 1 dòng' }).click()
  await page.getByText('Chưa tải được các lần nạp gần đây').waitFor()
  await page.getByText('Đã nạp 1 dòng từ «nha.csv».').waitFor()
  await page.unroute(list)
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await latest.getByText('nha.csv').first().waitFor()
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
