import type { Page } from 'playwright-core'
import { beforeEach, expect, test } from 'vitest'
import { awaitReceipt, DUMP, PhoneApp, status } from '../support/phone-app.ts'
import { photo, recordsOf, report } from '../support/report-phone.ts'
import type { ReportRecord } from '../../web/reports/outbox/records.ts'

const phone = new PhoneApp()
let page: Page
let sent: ReportRecord
let number = 0

/** A report that was sent from this phone, seen under Mine. */
beforeEach(async () => {
  page = await phone.open()
  await report(page, DUMP, await photo((number += 1), 0))
  await awaitReceipt(page)
  sent = (await recordsOf(page))[0]!
}, 120_000)

/** The unit has dealt with it so many days ago. */
async function resolve(days: number) {
  await phone.rows(
    `update report set state = 'resolved', resolved_at = now() - $2 * interval '1 day', received_at = now() - interval '40 days'
      where id = $1`,
    [sent.id, days]
  )
  await phone.rows(
    `insert into report_event (report_id, kind, text, to_state, open) values ($1, 'resolved', 'Đã dọn sạch', 'resolved', true)`,
    [sent.id]
  )
}

const openMine = () => page.getByRole('link', { name: 'Xem phản ánh của tôi' }).click()
const row = () => page.getByRole('article', { name: sent.receipt?.number ?? '?' })
const state = async () =>
  (
    await phone.rows<{ state: string; confirmed: boolean }>(
      `select state, (select confirmed_at is not null from report_code where report_id = r.id) as confirmed
         from report r where id = $1`,
      [sent.id]
    )
  )[0]

test('who reported reads the result and says that it is done', async () => {
  await resolve(2)
  await openMine()
  await row().getByText('Đã dọn sạch').first().waitFor()
  await row().getByRole('button', { name: 'Đã xong' }).click()
  await row().getByText('Bạn đã xác nhận xử lý xong.').waitFor()
  expect(await state()).toMatchObject({ confirmed: true })
  expect(await row().getByRole('button', { name: 'Chưa xong, mở lại' }).count()).toBe(0)
  expect(phone.opened.errors).toEqual([])
})

test('who reported opens it again, once', async () => {
  await resolve(29)
  await openMine()
  await row().getByRole('button', { name: 'Chưa xong, mở lại' }).click()
  await row().getByLabel('Còn vướng điều gì?').fill('Mới dọn một nửa')
  await row().getByRole('button', { name: 'Gửi và mở lại' }).click()
  await row().getByText('Đã tiếp nhận').first().waitFor()
  expect(await state()).toEqual({ state: 'received', confirmed: false })

  await resolve(1)
  await page.reload()
  await row().getByText('Không mở lại được nữa').waitFor()
  await row().getByRole('button', { name: 'Đã xong' }).waitFor()
  expect(await row().getByRole('button', { name: 'Chưa xong, mở lại' }).count()).toBe(0)
})

test('after thirty days it is not opened again, and the page says what to do instead', async () => {
  await resolve(31)
  await openMine()
  await row().getByText('Nếu việc tái diễn, hãy gửi phản ánh mới.').waitFor()
  expect(await row().getByRole('button', { name: 'Chưa xong, mở lại' }).count()).toBe(0)
})

test('who reported reads of each photo whether it is public, on this phone and by the code', async () => {
  await phone.rows(`update report set approved_at = now() where id = $1`, [sent.id])
  await openMine()
  await row().getByText('Ảnh 1: đã nhận').waitFor()
  await row().getByText('Đã công khai', { exact: true }).waitFor()

  await phone.rows(
    `update report_media set public_sha256 = sha256, thumb_sha256 = sha256 where report_id = $1`,
    [sent.id]
  )
  await page.reload()
  await row().getByText('Ảnh 1: đã công khai').waitFor()

  await page.getByLabel('Mã theo dõi (12 ký tự)').fill(sent.code)
  await page.getByRole('button', { name: 'Xem', exact: true }).click()
  await expect.poll(() => page.getByText('Ảnh 1: đã công khai').count()).toBe(2)
  expect(phone.opened.errors).toEqual([])
})

test('what is kept can be taken along, and removed on the server and on the phone', async () => {
  await phone.rows(
    `insert into report_contact (report_id, code_hash, name, phone, created_at)
     select report_id, code_hash, 'Lò Thị Mai', '0912345678', now() from report_code where report_id = $1`,
    [sent.id]
  )
  await openMine()
  await row().getByText('Dữ liệu của tôi').click()
  const saving = page.waitForEvent('download')
  await row().getByRole('button', { name: 'Tải về những gì đang giữ' }).click()
  const download = await saving
  expect(download.suggestedFilename()).toBe(`${sent.receipt?.number}.json`)
  const text = Buffer.concat(await (await download.createReadStream()).toArray()).toString()
  expect(JSON.parse(text)).toMatchObject({
    number: sent.receipt?.number,
    contact: { name: 'Lò Thị Mai', phone: '0912345678' },
    place: sent.place,
    files: [{ sha256: sent.files[0]?.sha256, received: true }]
  })

  await row().getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).click()
  await row().getByRole('alert').filter({ hasText: 'Không lấy lại được' }).waitFor()
  await row().getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).click()
  await status(page, 'Đã xóa dữ liệu cá nhân trên máy chủ.').waitFor()
  expect(await recordsOf(page)).toEqual([])
  expect(await phone.rows('select 1 from report_contact where report_id = $1', [sent.id])).toEqual([])
  expect(await phone.rows('select 1 from report_code where report_id = $1', [sent.id])).toEqual([])

  await page.getByLabel('Mã theo dõi (12 ký tự)').fill(sent.code)
  await page.getByRole('button', { name: 'Xem', exact: true }).click()
  await page.getByRole('alert').filter({ hasText: 'Mã theo dõi này không mở được phản ánh nào' }).waitFor()
})

test('a report that was received can be taken off a phone that others use', async () => {
  await openMine()
  await row().getByRole('button', { name: 'Xóa khỏi máy' }).press('Enter')
  await row().getByRole('button', { name: 'Giữ lại' }).press('Enter')
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.textContent?.trim()))
    .toBe('Xóa khỏi máy')
  await row().getByRole('button', { name: 'Xóa khỏi máy' }).click()
  await row().getByRole('alert').filter({ hasText: 'Máy chủ vẫn giữ phản ánh.' }).waitFor()
  await row().getByRole('button', { name: 'Xóa hẳn' }).click()
  await row().waitFor({ state: 'detached' })
  expect(await recordsOf(page)).toEqual([])
  expect(await phone.rows('select 1 from report where id = $1', [sent.id])).toHaveLength(1)
})
