import { expect, test } from 'vitest'
import { keyOf } from '../../server/places/house-key.ts'
import { createStaff } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { communeData, point } from '../support/commune-data.ts'
import { DeskPages } from '../support/report-desk.ts'
import { screenFaults } from '../support/screen-faults.ts'
import { DESK, PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()

/** A house of the commune; answers its number and what is known of its checks. */
async function houseOf(name: string) {
  const { db, commune } = desk.reports
  await communeData(db).publish('cultural_houses', [
    { ref: name, name, wifi: 'yes', commune_code: commune.code, geom: point(105.9, 18.3) }
  ])
  const { rows } = await db.query<{ id: number }>('select id from house_site where ref = $1', [name])
  const id = rows[0]?.id ?? 0
  const checks = async () =>
    (
      await db.query<{ reachable: boolean; down: number | null; up: number | null; by: number | null }>(
        `select reachable, down_mbps as down, up_mbps as up, account_id as by from wifi_check where site_id = $1 order by id`,
        [id]
      )
    ).rows
  return { id, checks, address: `${desk.url}/nha-van-hoa/${id}/kiem-tra?k=${await keyOf(db, id)}` }
}

test('whoever is at the house measures its Wifi and reads what was recorded', async () => {
  const { id, checks, address } = await houseOf('Nhà văn hóa thôn Đông')
  const page = await desk.blank(PHONE)
  await page.goto(address)
  await page.getByRole('button', { name: 'Đang dùng Wifi này, đo thử' }).waitFor()
  const bytes = await page.evaluate(() =>
    [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
      .map((entry) => (entry as PerformanceResourceTiming).transferSize) // both kinds have it
      .reduce((sum, size) => sum + size, 0)
  )
  expect(bytes).toBeLessThan(30_000)
  expect(await seriousProblems(page)).toEqual([])
  expect(await screenFaults(page)).toEqual([])

  await page.getByRole('button', { name: 'Đang dùng Wifi này, đo thử' }).click()
  await page.getByRole('heading', { name: 'Đã ghi nhận. Cảm ơn!' }).waitFor()

  const [check] = await checks()
  expect(check).toMatchObject({ reachable: true, by: null })
  expect(check?.down).toBeGreaterThan(0)
  expect(check?.up).toBeGreaterThan(0)
  expect(await page.getByText(/Mbit\/s$/).count()).toBe(2)
  expect(await seriousProblems(page)).toEqual([])
  await page.getByRole('link', { name: 'Xem trang nhà văn hóa' }).click()
  await page.getByRole('heading', { name: 'Kiểm tra: Đang hoạt động' }).waitFor()
  expect(new URL(page.url()).pathname).toBe(`/nha-van-hoa/${id}`)
  expect(await seriousProblems(page)).toEqual([])
  desk.expectNoErrors()
})

test('without a network it says so, keeps what was found, and records it once', async () => {
  const { checks, address } = await houseOf('Nhà văn hóa thôn Tây')
  const page = await desk.blank(PHONE)
  await page.goto(address)
  await page.getByRole('button', { name: 'Không vào được Wifi' }).waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Không vào được Wifi' }).click()
  await page.getByText('Chưa gửi được vì mất mạng').waitFor()
  expect(await checks()).toEqual([])
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await page.getByRole('heading', { name: 'Đã ghi nhận. Cảm ơn!' }).waitFor()

  expect(await checks()).toEqual([{ reachable: false, down: null, up: null, by: null }])
})

test('a Wifi that carries nothing is not recorded as reachable, not even once there is another network', async () => {
  const { checks, address } = await houseOf('Nhà văn hóa thôn Thượng')
  const page = await desk.blank(PHONE)
  await page.goto(address)
  await page.getByRole('button', { name: 'Đang dùng Wifi này, đo thử' }).waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Đang dùng Wifi này, đo thử' }).click()
  await page.getByText('không có gì đi qua được Wifi này').waitFor()
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Thử lại' }).click()
  await page.getByRole('button', { name: 'Không vào được Wifi' }).click()
  await page.getByRole('heading', { name: 'Đã ghi nhận. Cảm ơn!' }).waitFor()
  expect(await checks()).toEqual([{ reachable: false, down: null, up: null, by: null }])
})

test('an old sheet says what to do', async () => {
  const { id } = await houseOf('Nhà văn hóa thôn Bắc')
  const page = await desk.blank(PHONE)
  await page.goto(`${desk.url}/nha-van-hoa/${id}/kiem-tra?k=cu&lang=en`)
  await page.getByRole('heading', { name: 'This code is no longer valid' }).waitFor()
  expect(await page.getByRole('button').count()).toBe(0)
})

test('staff record a check and renew the code of a house of their commune', async () => {
  const { checks } = await houseOf('Nhà văn hóa thôn Nam')
  const { db, commune } = desk.reports
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code })
  const page = await desk.open(planner, '?view=houses', DESK)
  const row = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Nhà văn hóa thôn Nam' }) })
  await row.getByText('Chưa ai kiểm tra').waitFor()
  await row.getByRole('button', { name: 'Ghi nhận kiểm tra' }).click()
  const form = page.getByRole('dialog', { name: 'Kiểm tra Wifi tại Nhà văn hóa thôn Nam' })
  await form.getByLabel('Tải xuống (Mbit/s), nếu có đo').fill('nhanh')
  await form.getByRole('button', { name: 'Ghi nhận' }).click()
  await form.getByText('Hãy ghi một số lớn hơn 0').waitFor()
  await form.getByLabel('Tải xuống (Mbit/s), nếu có đo').fill('25,5')
  expect(await seriousProblems(page)).toEqual([])
  await form.getByRole('button', { name: 'Ghi nhận' }).click()
  await row.getByText('Đang hoạt động').waitFor()
  await row.getByText('tải xuống 25,5 Mbit/s, tải lên chưa đo').waitFor()
  expect(await checks()).toEqual([{ reachable: true, down: 25.5, up: null, by: planner.id }])

  await row.getByRole('button', { name: 'Đổi mã' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Đổi mã' }).click()
  await page.getByText('Nhà văn hóa thôn Nam: Đã đổi mã').waitFor()
  const sheet = await row.getByRole('link', { name: 'Bảng mã QR (A4)' }).getAttribute('href')
  const answer = await page.request.get(`${desk.url}${sheet}`)
  expect(await answer.text()).toContain('kiem-tra?k=')

  await page.getByLabel('Nêu').selectOption('Chưa ai kiểm tra')
  await row.waitFor({ state: 'detached' })
  const shown = await page.getByRole('main').getByRole('listitem').count()
  const [sheets] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('link', { name: `In ${shown} bảng mã QR (A4)` }).click()
  ])
  await sheets.getByRole('heading', { name: `Bảng mã QR của ${shown} nhà văn hóa` }).waitFor()
  expect(await sheets.getByRole('img').count()).toBe(shown)
  expect(await seriousProblems(sheets)).toEqual([])
  await page.getByLabel('Nêu').selectOption('Mọi nhà văn hóa')
  await page.getByLabel('Hạn kiểm tra (ngày)').fill('0')
  await page.getByText('Hãy ghi số ngày từ 1 đến 3650.').waitFor()
  await page.getByLabel('Hạn kiểm tra (ngày)').fill('30')
  await page.getByText('đã quá 30 ngày', { exact: false }).first().waitFor()
  expect(await screenFaults(page)).toEqual([])
  expect(await seriousProblems(page)).toEqual([])
  desk.expectNoErrors()
})
