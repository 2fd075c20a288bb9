import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { Place } from '../../server/editing/contract.ts'
import type { readLimits } from '../../server/quality/contract.ts'
import { createStaff, headersOf } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { box, communeData, point } from '../support/commune-data.ts'
import { rectangle } from '../support/rectangle.ts'
import { DeskPages } from '../support/report-desk.ts'

type Limits = z.output<typeof readLimits.reply>

const desk = new DeskPages()

test('a planner begins a round, gives an overlap to a unit, mends it, and closes the round with its record', async () => {
  const { db, commune } = desk.reports
  const { code, west, south } = commune
  await communeData(db).publish('villages', [
    {
      code: `${code}-9`,
      name: 'Bãi Bồi',
      kind: 'thôn',
      commune_code: code,
      geom: box(west, south + 0.019, west + 0.02, south + 0.04)
    }
  ])
  const { unitId } = desk
  const planner = await createStaff(db, { role: 'planner', communeCode: code, name: 'Phạm Thị Quy', unitId })
  const page = await desk.open(planner, '?view=quality')
  const overlap = page
    .getByRole('region', { name: 'Ranh giới thôn chồng lấn' })
    .getByRole('listitem')
    .filter({ hasText: 'Bãi Bồi' })
  await overlap.getByText(/chồng lên nhau [\d.]+ m²/).waitFor()
  await page.getByText('Chưa kiểm tra được').waitFor()
  expect(await seriousProblems(page)).toEqual([])

  await page.getByRole('button', { name: 'Đợt làm sạch' }).click()
  await page.getByRole('button', { name: 'Mở đợt mới' }).click()
  await page.getByLabel('Tên đợt').fill('Đợt 2 năm 2026')
  await page.getByLabel('Từ ngày').fill('01/11/2026')
  await page.getByLabel('Đến ngày').fill('30/11/2026')
  await page.getByLabel('Đến ngày').blur()
  await page.getByRole('button', { name: 'Mở đợt', exact: true }).click()
  await page.getByRole('heading', { name: 'Đợt 2 năm 2026' }).waitFor()
  const round = page.url()

  // What only another section asks for is left out.
  await page.goto(`${desk.url}/can-bo?view=quality&kind=overlap&unit=none&state=received`)
  await overlap.getByRole('button', { name: /^Giao hoặc chấp nhận/ }).click()
  await page.getByRole('combobox', { name: 'Đơn vị được giao' }).last().selectOption('Tổ Vệ sinh môi trường')
  expect(await seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Lưu' }).click()
  await overlap.getByText('Giao cho Tổ Vệ sinh môi trường').waitFor()
  // A unit with nothing listed stays chosen for all to see.
  await page.goto(`${desk.url}/can-bo?view=quality&unit=999999`)
  await page.getByText('Không có mục nào khớp bộ lọc.').waitFor()
  const ofUnit = page.getByRole('combobox', { name: 'Đơn vị được giao' })
  expect(await ofUnit.locator('option:checked').textContent()).toBe('Đơn vị số 999999')
  await ofUnit.selectOption('Tổ Vệ sinh môi trường')
  await page.getByLabel('Loại', { exact: true }).selectOption('Ranh giới thôn chồng lấn')
  await overlap.getByRole('button', { name: /^Xem trên bản đồ/ }).click()
  await expect.poll(() => page.url()).toContain('finding=overlap')

  await overlap.getByRole('link', { name: 'Sửa thôn Bãi Bồi' }).click()
  await page.getByRole('heading', { name: 'Bãi Bồi' }).waitFor()
  await page.locator('hgroup').getByText('Thôn, xóm, tổ dân phố').waitFor()
  const id = new URL(page.url()).searchParams.get('place')
  const address = `${desk.url}/api/staff/places/villages/${id}`
  const headers = await headersOf(db, planner.id, desk.url)
  const place = (await (await fetch(address, { headers })).json()) as Place
  const mended = await fetch(address, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json', 'if-match': place.etag },
    body: JSON.stringify({
      values: place.values,
      geometry: rectangle(west, south + 0.02, west + 0.02, south + 0.04),
      validFrom: null,
      reason: 'Chỉnh theo bản đồ địa chính'
    })
  })
  expect(mended.status, await mended.text()).toBe(200)

  await page.goto(round)
  await page.getByRole('heading', { name: 'Đã sửa (1)' }).waitFor()
  await page.getByLabel('Kết luận').fill('Đạt yêu cầu của kế hoạch.')
  await page.reload()
  await expect.poll(() => page.getByLabel('Kết luận').inputValue()).toBe('Đạt yêu cầu của kế hoạch.')
  await page.getByRole('button', { name: 'Kết thúc đợt' }).click()
  await page.getByText('Đã kết thúc đợt. Có thể in biên bản để ký.').waitFor()
  await page.getByRole('button', { name: 'Kết thúc đợt' }).waitFor({ state: 'detached' })
  expect(await page.locator(':focus').textContent()).toContain('Đã kết thúc đợt.')
  const sheet = await page.getByRole('link', { name: 'In biên bản' }).getAttribute('href')
  await page.goto(desk.url + (sheet ?? ''))
  await page.getByRole('heading', { name: 'Biên bản làm sạch dữ liệu' }).waitFor()
  await page.getByText('NGƯỜI LẬP BIÊN BẢN').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  desk.expectNoErrors()
})

test('household points that went astray have a link to the importer, which has their collection chosen', async () => {
  const { db, commune } = desk.reports
  const { code, west, south } = commune
  await communeData(db).publish('premises', [
    { households: 1, commune_code: code, geom: point(west - 0.3, south - 0.3) }
  ])
  const planner = await createStaff(db, { role: 'planner', communeCode: code })
  const page = await desk.open(planner, '?view=quality&kind=outside')
  await page.getByText(/1 điểm hộ ghi là của xã nhưng nằm ngoài/).waitFor()
  await page.getByRole('link', { name: 'Nạp lại tệp đã sửa' }).click()
  await expect.poll(() => page.getByLabel('Lớp dữ liệu').inputValue()).toBe('premises')
  expect(new URL(page.url()).searchParams.get('collection')).toBe('premises')
  desk.expectNoErrors()
})

test('limits that two people set at once: what only one changed is taken over, what both did is chosen', async () => {
  const { db, commune } = desk.reports
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code })
  const page = await desk.open(planner, '?view=quality')
  await page.getByRole('button', { name: 'Ngưỡng kiểm tra' }).click()
  await page.getByLabel('Trùng tên trong khoảng (m)').fill('80')
  await page.getByLabel('Số cộng lệch sổ quá (%)').fill('15')
  const address = `${desk.url}/api/staff/quality/limits`
  const headers = await headersOf(db, planner.id, desk.url)
  const was = (await (await fetch(`${address}?commune=${commune.code}`, { headers })).json()) as Limits
  const limits = { ...was.limits, duplicateM: 70, gapM2: 120 }
  const theirs = await fetch(address, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json', 'if-match': `"${was.version}"` },
    body: JSON.stringify({ commune: commune.code, limits })
  })
  expect(theirs.status, await theirs.text()).toBe(200)
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByText('Đã lấy theo bản vừa lưu: Khoảng trống trên (m²).').waitFor()
  expect(await page.getByLabel('Trùng tên trong khoảng (m)').inputValue()).toBe('80')
  expect(await seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Lưu' }).click()
  await page.getByRole('dialog').waitFor({ state: 'detached' })
  const now = (await (await fetch(`${address}?commune=${commune.code}`, { headers })).json()) as Limits
  expect(now.limits).toEqual({ ...was.limits, duplicateM: 80, gapM2: 120, sumPercent: 15 })
  desk.expectNoErrors(/412/)
})
