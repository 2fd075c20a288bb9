import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { awaitReceipt, DUMP, PhoneApp, status } from '../support/phone-app.ts'
import { camera, HERE, photo, recordsOf, sendTold, toldPhoto } from '../support/report-phone.ts'

const phone = new PhoneApp()
const HOUR_MS = 3_600_000
/** About a kilometre from the phone, within the commune. */
const THERE = { lng: HERE.longitude + 0.006, lat: HERE.latitude + 0.007 }

test('a photo of this morning puts the pin where it was taken, not where the phone is now', async () => {
  const page = await phone.open()
  const takenAt = new Date(Math.floor(Date.now() / 1000) * 1000 - 5 * HOUR_MS)
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(await toldPhoto(1, { takenAt, place: THERE }))
  await status(page, 'Vị trí ghi trong ảnh.').waitFor()
  await sendTold(page)
  await awaitReceipt(page)

  const [record] = await recordsOf(page)
  expect(record?.placeFrom).toBe('photo')
  expect(record?.measured?.accuracyM).toBeNull()
  const rows = await phone.rows<{ lng: number; lat: number; place_from: string; observed_at: Date }>(
    `select st_x(geom) as lng, st_y(geom) as lat, place_from, observed_at from report where id = $1`,
    [record?.id]
  )
  expect(rows).toEqual([
    {
      lng: expect.closeTo(THERE.lng, 5),
      lat: expect.closeTo(THERE.lat, 5),
      place_from: 'photo',
      observed_at: takenAt
    }
  ])
  expect(phone.opened.errors).toEqual([])
})

test('what the photo says of itself stays on the phone', async () => {
  const page = await phone.open()
  const told = await toldPhoto(2, { takenAt: new Date(Date.now() - HOUR_MS), place: THERE })
  expect(told.buffer.includes('Exif')).toBe(true)
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(told)
  await sendTold(page)
  await awaitReceipt(page)

  const [record] = await recordsOf(page)
  const folder = join(phone.server.environment.DATA_DIR, 'media')
  const names = await readdir(folder, { recursive: true })
  const name = names.find((path) => path.replaceAll('/', '').endsWith(record?.files[0]?.sha256 ?? '?'))
  const bytes = await readFile(join(folder, name ?? '?'))
  expect(bytes).toHaveLength(record?.files[0]?.sizeBytes ?? 0)
  expect(bytes.includes('Exif')).toBe(false)
})

test('a photo that was just taken leaves the place to the phone', async () => {
  const page = await phone.open()
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(await toldPhoto(3, { takenAt: new Date(), place: THERE }))
  await status(page, 'Vị trí của bạn, sai số khoảng 12 m.').waitFor()
  await sendTold(page)
  await awaitReceipt(page)
  const [record] = await recordsOf(page)
  expect(record).toMatchObject({ placeFrom: 'gps', measured: { accuracyM: 12 } })
})

test('an older photo without a place makes the pin doubtful, until it is taken out', async () => {
  const page = await phone.open()
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(await toldPhoto(4, { takenAt: new Date(Date.now() - 26 * HOUR_MS) }))
  await status(page, 'không ghi vị trí').waitFor()

  await page.getByRole('button', { name: 'Quay lại' }).click()
  await page.getByRole('button', { name: 'Bỏ ảnh 1' }).click()
  await page.getByRole('button', { name: 'Gửi không kèm ảnh' }).click()
  await status(page, 'Vị trí của bạn, sai số khoảng 12 m.').waitFor()
})

test('the place of a photo that was taken out counts no more', async () => {
  const page = await phone.open()
  await page.getByRole('button', { name: DUMP }).click()
  const takenAt = new Date(Date.now() - HOUR_MS)
  await camera(page).setInputFiles(await toldPhoto(5, { takenAt, place: THERE }))
  await status(page, 'Vị trí ghi trong ảnh.').waitFor()
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await page.getByRole('button', { name: 'Bỏ ảnh 1' }).click()
  await camera(page).setInputFiles(await photo(5, 1))
  await status(page, 'Vị trí của bạn, sai số khoảng 12 m.').waitFor()
})

test('a place that is known to 20 m is good, to 21 m doubtful, to 100 m taken as it is, to 101 m asked about', async () => {
  const page = await phone.open({ geolocation: { ...HERE, accuracy: 20 } })
  const confirm = page.getByRole('button', { name: 'Đúng chỗ này' })
  const isNow = (accuracy: number) => page.context().setGeolocation({ ...HERE, accuracy })
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(await photo(7, 0))
  await status(page, 'Vị trí của bạn, sai số khoảng 20 m.').waitFor()
  await isNow(21)
  await status(page, 'Sai số khoảng 21 m. Hãy xem ghim').waitFor()
  await isNow(101)
  await status(page, 'Sai số khoảng 101 m.').waitFor()
  await confirm.click()
  await page.getByRole('alertdialog', { name: 'Vị trí chưa chắc chắn' }).waitFor()
  await page.getByRole('button', { name: 'Để tôi chỉnh lại' }).click()
  await isNow(100)
  await status(page, 'Sai số khoảng 100 m.').waitFor()
  await confirm.click()
  await page.getByLabel('Mô tả thêm').waitFor()
  expect((await recordsOf(page))[0]?.measured?.accuracyM).toBe(100)
})

test('a phone that may not be located asks for the village instead', async () => {
  const page = await phone.open({ permissions: [] })
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(await photo(6, 0))
  const villages = page.getByLabel('Chọn thôn, tổ dân phố')
  await villages.waitFor()
  expect(await page.getByRole('button', { name: 'Đúng chỗ này' }).isDisabled()).toBe(true)
  const name = (await villages.getByRole('option').nth(1).textContent()) ?? '?'
  await villages.selectOption(name)
  await status(page, 'Ghim ở giữa thôn.').waitFor()
  await status(page, name).waitFor()
  await sendTold(page)
  await awaitReceipt(page)
  const [record] = await recordsOf(page)
  expect(record).toMatchObject({ placeFrom: 'map', measured: null, villageName: name })
  expect(`${record?.receipt?.village?.kind} ${record?.receipt?.village?.name}`.toLowerCase()).toBe(
    name.toLowerCase()
  )
})

test('a place outside every commune is warned of until it is sent, and the map goes back to the commune', async () => {
  const page = await phone.open({ geolocation: { longitude: 105.84, latitude: 21.02, accuracy: 12 } })
  const outside = page.getByText('Chỗ này nằm ngoài các xã mà hệ thống phục vụ')
  await page.getByRole('button', { name: DUMP }).click()
  await page.getByRole('button', { name: 'Gửi không kèm ảnh' }).click()
  await outside.waitFor()
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByText('Vĩ độ 21,02000, kinh độ 105,84000').waitFor()
  await outside.waitFor()

  await page.getByRole('button', { name: 'Sửa vị trí' }).click()
  await page.getByRole('button', { name: 'Về bản đồ xã' }).click()
  await status(page, 'Kéo bản đồ để ghim vào đúng chỗ.').waitFor()
  expect(await page.getByRole('button', { name: 'Đúng chỗ này' }).isDisabled()).toBe(true)
  await page.keyboard.press('ArrowRight')
  await status(page, 'Vị trí bạn đã chọn trên bản đồ.').waitFor()
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByLabel('Mô tả thêm').waitFor()
  expect(await outside.count()).toBe(0)
  const [record] = await recordsOf(page)
  expect(Math.abs((record?.place?.lat ?? 0) - HERE.latitude)).toBeLessThan(0.3)
})
