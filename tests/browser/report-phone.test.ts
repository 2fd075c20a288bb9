import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addressOf } from '../../server/media/store.ts'
import { projectRoot } from '../../server/root.ts'
import { loadReports } from '../../server/seed/load-reports.ts'
import { seriousProblems } from '../support/axe.ts'
import { launchBrowser } from '../support/browser.ts'
import { importIllustration } from '../support/illustration.ts'
import {
  awaitOfflineReady,
  camera,
  heavyPhoto,
  HERE,
  photo,
  recordsOf,
  report
} from '../support/report-phone.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { PHONE } from '../support/ui-page.ts'

const DUMP = 'Bãi rác, điểm đổ rác trái phép'
/** Answers that are lost before one arrives. */
const LOST = 5
let server: TestServer
let chromium: Awaited<ReturnType<typeof launchBrowser>>
let opened: Awaited<ReturnType<typeof chromium.openPage>>
let page: Page

beforeAll(async () => {
  server = await startServer({ listen: true, webDir: join(projectRoot, 'dist/web') })
  await importIllustration(server.db, ['communes', 'villages'], '2026-07-01')
  await loadReports({ db: server.db }, () => undefined)
  chromium = await launchBrowser({
    flags: ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream']
  })
}, 240_000)
afterAll(async () => {
  await chromium.close()
  await server.stop()
})
afterEach(() => opened.context.close())

const { longitude, latitude } = HERE
async function open(options: Parameters<typeof chromium.openPage>[0] = {}, accuracy = HERE.accuracy) {
  const geolocation = { longitude, latitude, accuracy }
  opened = await chromium.openPage({ ...PHONE, geolocation, permissions: ['geolocation'], ...options })
  page = opened.page
  await page.goto(`${server.url}/phan-anh`)
  await page.getByRole('button', { name: DUMP }).waitFor()
}

const rows = async <T extends object>(sql: string) => (await server.db.query<T>(sql)).rows
const status = (text: RegExp | string) => page.getByRole('status').filter({ hasText: text })

test('a citizen reports in four taps without an account, and has a receipt', async () => {
  await open()
  expect(await seriousProblems(page)).toEqual([])
  // One tap each: category, photo (the camera is the phone's own), place, send.
  const taken = await heavyPhoto({ width: 3000, sigma: 20 })
  expect(taken.buffer.length).toBeGreaterThan(2_000_000)
  await report(page, DUMP, taken)
  await status('Đã nhận phản ánh').waitFor()
  await status('Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()

  const [record] = await recordsOf(page)
  await page.getByText(record?.receipt?.number ?? '?', { exact: true }).waitFor()
  const [row] = await rows<{ number: string; sha256: string; bytes: number; at: boolean }>(
    `select r.number, encode(m.sha256, 'hex') as sha256, f.size_bytes::int as bytes, m.received_at is not null as at
       from report r join report_media m on m.report_id = r.id join media f on f.sha256 = m.sha256`
  )
  expect(row).toMatchObject({ number: record?.receipt?.number, sha256: record?.files[0]?.sha256, at: true })
  expect(row?.bytes).toBeLessThanOrEqual(500_000)
  const kept = await readFile(join(server.environment.DATA_DIR, 'media', addressOf(row?.sha256 ?? '')))
  const { width, height } = await sharp(kept).metadata()
  // No larger than it may be, and no smaller than it must be: the quality gives way before the size.
  expect([kept.length, width, height]).toEqual([row?.bytes, 2048, 1536])
  expect(record).toMatchObject({
    placeFrom: 'gps',
    measured: { accuracyM: 12 },
    villageName: expect.any(String)
  })
  expect(opened.errors).toEqual([])
})

/** Counts on the page how often the browser is asked to keep what is stored. */
const countAsking = () =>
  page.evaluate(() => {
    const { dataset } = document.documentElement
    dataset['asked'] = '0'
    navigator.storage.persist = async () => {
      dataset['asked'] = String(Number(dataset['asked']) + 1)
      return true
    }
  })
const timesAsked = () => page.evaluate(() => document.documentElement.dataset['asked'])

test('after the first tap of a report the browser is asked once to keep it', async () => {
  await open()
  await countAsking()
  await page.getByRole('button', { name: DUMP }).click()
  await expect.poll(timesAsked).toBe('1')
  await camera(page).setInputFiles(await photo(13, 0))
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByLabel('Mô tả thêm').waitFor()
  expect(await timesAsked()).toBe('1')
})

test('a phone that dies during the camera goes on where it was', async () => {
  await open()
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).waitFor({ state: 'attached' })
  await page.close()

  page = await opened.context.newPage()
  await page.goto(`${server.url}/phan-anh`)
  await status('Phản ánh đang viết dở đã được giữ lại trên máy.').waitFor()
  await camera(page).setInputFiles(await photo(2, 0))
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByLabel('Mô tả thêm').fill('Bên cầu, đổ từ tối qua')
  await expect.poll(async () => (await recordsOf(page))[0]?.description).toBe('Bên cầu, đổ từ tối qua')
  await page.reload()
  await expect.poll(() => page.getByLabel('Mô tả thêm').inputValue()).toBe('Bên cầu, đổ từ tối qua')
  await page.locator('.send').getByRole('button').click()
  await status('Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()
})

test('without a network the app opens, keeps the report, and sends it by itself', async () => {
  await open()
  await awaitOfflineReady(page)
  // The commune's tiles from zoom 10 to 14, of the ground and of the areas.
  await page.waitForFunction(async () => (await (await caches.open('dia-ban-tiles-1')).keys()).length > 60)
  await opened.context.setOffline(true)
  await page.reload()
  await report(page, DUMP, await photo(3, 0))
  await status('Đã lưu trên máy này').waitFor()
  expect((await recordsOf(page)).map(({ state, receipt }) => [state, receipt])).toEqual([['waiting', null]])

  await opened.context.setOffline(false)
  await status('Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()
})

test('a place that is known to 180 m only is asked about, and what was measured is kept beside the corrected one', async () => {
  await open({}, 180)
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(await photo(4, 0))
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByRole('alertdialog', { name: 'Vị trí chưa chắc chắn' }).waitFor()
  await page.getByRole('button', { name: 'Để tôi chỉnh lại' }).click()
  await page.locator('.maplibregl-canvas').focus()
  await page.keyboard.press('ArrowRight')
  await page.getByText('Vị trí bạn đã chọn trên bản đồ.').waitFor()
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByLabel('Mô tả thêm').waitFor()

  const [record] = await recordsOf(page)
  expect(record).toMatchObject({
    placeFrom: 'map',
    measured: { lng: longitude, lat: latitude, accuracyM: 180 }
  })
  expect(record?.place?.lng).toBeGreaterThan(longitude)
})

test('a voice note is recorded, heard and sent', async () => {
  await open({ permissions: ['geolocation', 'microphone'] })
  await page.getByRole('button', { name: DUMP }).click()
  await page.getByRole('button', { name: 'Gửi không kèm ảnh' }).click()
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByRole('button', { name: 'Nói thay vì viết' }).click()
  await page.getByRole('button', { name: /^Dừng \([1-9]/ }).click()
  await page.getByLabel('Ghi âm', { exact: true }).waitFor()
  await page.locator('.send').getByRole('button').click()
  await status('Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()
  const [record] = await recordsOf(page)
  expect(record?.files).toMatchObject([{ role: 'voice', received: true }])
  expect(opened.errors).toEqual([])
})

test('an answer that is lost makes no second report', async () => {
  await open()
  let lost = 0
  await page.route('**/api/reports', async (route) => {
    if (lost === LOST) return route.continue()
    lost += 1
    // The server has taken it; the phone never hears so.
    await route.fetch()
    await route.abort('connectionreset')
  })
  await report(page, DUMP, await photo(5, 0))
  await status('Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()
  const [record] = await recordsOf(page)
  expect(lost).toBe(LOST)
  expect(await rows(`select number from report where id = '${record?.id}'`)).toEqual([
    { number: record?.receipt?.number }
  ])
})

test('a phone whose clock is a day ahead is received at the server’s time', async () => {
  await open()
  await page.clock.install({ time: Date.now() + 86_400_000 })
  await page.reload()
  await report(page, DUMP, await photo(6, 0))
  await status('Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()
  const [record] = await recordsOf(page)
  expect(Date.parse(record?.createdAt ?? '')).toBeGreaterThan(Date.now() + 80_000_000)
  expect(Date.parse(record?.receipt?.receivedAt ?? '')).toBeLessThan(Date.now() + 60_000)
})

test('a full phone says so and loses nothing', async () => {
  opened = await chromium.openPage({
    ...PHONE,
    geolocation: HERE,
    permissions: ['geolocation'],
    serviceWorkers: 'block'
  })
  page = opened.page
  const devtools = await opened.context.newCDPSession(page)
  // Room for the draft and one photo.
  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url, quotaSize: 900_000 })
  await page.goto(`${server.url}/phan-anh`)
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(await heavyPhoto())
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByLabel('Mô tả thêm').fill('Trước khi đầy')
  const full = page.getByRole('alert').filter({ hasText: 'Bộ nhớ máy đã đầy' })
  await page.locator('input[type=file][multiple]').setInputFiles([await heavyPhoto(), await heavyPhoto()])
  await full.waitFor()
  const [kept] = await recordsOf(page)
  expect(kept).toMatchObject({ state: 'draft', description: 'Trước khi đầy' })
  const photos = kept?.files.length ?? 0
  expect(await page.getByRole('img', { name: /^Ảnh \d$/ }).count()).toBe(photos)
  expect([1, 2]).toContain(photos)

  await devtools.send('Storage.overrideQuotaForOrigin', { origin: server.url })
  // The browser notices room only after a while.
  await expect
    .poll(async () => {
      await camera(page).setInputFiles(await photo(7, 1))
      return (await recordsOf(page))[0]?.files.length
    })
    .toBeGreaterThan(photos)
  await page.locator('.send').getByRole('button').click()
  await status('Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()
})

test('two tabs send each thing once', async () => {
  await open()
  await awaitOfflineReady(page)
  await opened.context.setOffline(true)
  await report(page, DUMP, await photo(8, 0))
  await status('Đã lưu trên máy này').waitFor()
  const other = await opened.context.newPage()
  await other.goto(`${server.url}/phan-anh#cua-toi`)
  await other.getByText('Chờ gửi', { exact: true }).waitFor()

  const posted: string[] = []
  opened.context.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/uploads')) posted.push(request.url())
  })
  await opened.context.setOffline(false)
  await status('Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()
  await other.getByText('Đã nhận', { exact: true }).waitFor()
  expect(posted).toHaveLength(1)
})

test('from the third day what is unsent warns, and one tap saves it to a file', async () => {
  await open()
  await awaitOfflineReady(page)
  await opened.context.setOffline(true)
  await report(page, DUMP, await photo(9, 0))
  await status('Đã lưu trên máy này').waitFor()
  await page.clock.install({ time: Date.now() + 3 * 86_400_000 + 60_000 })
  await page.goto(`${server.url}/phan-anh#cua-toi`)
  await page.reload()
  await page.getByRole('alert').filter({ hasText: 'đã chờ 3 ngày' }).waitFor()

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Lưu tất cả ra tệp' }).click()
  const download = await saving
  const text = await (await download.createReadStream()).toArray()
  const file = JSON.parse(Buffer.concat(text).toString())
  const [record] = await recordsOf(page)
  expect(file).toMatchObject({
    format: 'dia-ban-unsent-reports',
    version: 1,
    reports: [
      { report: { id: record?.id, code: record?.code }, files: [{ sha256: record?.files[0]?.sha256 }] }
    ]
  })
  expect(Buffer.from(file.reports[0].files[0].base64, 'base64')).toHaveLength(
    record?.files[0]?.sizeBytes ?? 0
  )
})

test('what somebody has reported nearby is offered, seen too, and followed', async () => {
  const { db } = server
  await open()
  await report(page, 'Điểm mất an toàn giao thông', await photo(10, 0))
  await status('Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()
  const [first] = await recordsOf(page)
  const number = first?.receipt?.number
  await db.query('update report set approved_at = now(), public_text = $2 where id = $1', [
    first?.id,
    'Cua khuất tầm nhìn'
  ])
  await opened.context.close()

  await open()
  await page.getByRole('button', { name: 'Điểm mất an toàn giao thông' }).click()
  await camera(page).setInputFiles(await photo(11, 0))
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  const nearby = page.getByRole('region', { name: 'Có thể đã có người phản ánh' })
  await nearby.getByText('Cua khuất tầm nhìn').waitFor()
  await nearby.getByRole('button', { name: 'Tôi cũng thấy' }).click()
  const followed = page.getByRole('article', { name: number ?? '?' })
  await followed.getByText('Đã đến nơi, chờ xem xét').first().waitFor()
  expect(await recordsOf(page)).toEqual([])
  expect(await rows(`select count(*)::int as witnesses from report_code where kind = 'witness'`)).toEqual([
    { witnesses: 1 }
  ])
})

test('by its code a report is followed elsewhere: a question is answered, a wrong one opens nothing', async () => {
  const { db } = server
  await open()
  await report(page, DUMP, await photo(12, 0))
  await status('Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()
  const [record] = await recordsOf(page)
  await opened.context.close()
  await db.query(`update report set state = 'waiting_for_reporter', waiting_since = now() where id = $1`, [
    record?.id
  ])
  await db.query(
    `insert into report_event (report_id, kind, text, to_state, open)
     values ($1, 'asked', 'Rác ở bên nào đường?', 'waiting_for_reporter', true)`,
    [record?.id]
  )

  await open()
  await page.goto(`${server.url}/phan-anh#cua-toi`)
  await page.getByLabel('Mã theo dõi (12 ký tự)').fill((record?.code ?? '').toLowerCase())
  await page.getByRole('button', { name: 'Xem', exact: true }).click()
  await page.getByText('Rác ở bên nào đường?').first().waitFor()
  await page.getByLabel('Trả lời').fill('Bên trái, hướng về chợ')
  await page.getByRole('button', { name: 'Gửi trả lời' }).click()
  await page.getByText('Đang xử lý').first().waitFor()

  await page.getByText('Dữ liệu của tôi').click()
  await page.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).click()
  await page.getByRole('button', { name: 'Xóa dữ liệu cá nhân' }).click()
  await status('Đã xóa dữ liệu cá nhân trên máy chủ.').waitFor()

  await page.getByLabel('Mã theo dõi (12 ký tự)').fill('0000-0000-0000')
  await page.getByRole('button', { name: 'Xem', exact: true }).click()
  await page.getByRole('alert').waitFor()
})
