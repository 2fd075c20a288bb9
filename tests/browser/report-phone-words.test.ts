import { expect, test } from 'vitest'
import { openAudit } from '../../server/accounts/audit.ts'
import { openMedia } from '../../server/media/open.ts'
import { openCalendar } from '../../server/reports/calendar.ts'
import { openSenders } from '../../server/reports/senders.ts'
import { takeUnsent, UnsentFile } from '../../server/reports/unsent.ts'
import { seriousProblems } from '../support/axe.ts'
import { awaitReceipt, DUMP, PhoneApp, status } from '../support/phone-app.ts'
import { awaitOfflineReady, camera, photo, recordsOf, report } from '../support/report-phone.ts'

const phone = new PhoneApp(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])

test('the help opens without a network, in both languages, and leads back to the form', async () => {
  const page = await phone.open()
  await awaitOfflineReady(page)
  await phone.opened.context.setOffline(true)
  await page.reload()
  await page.getByRole('link', { name: 'Cách gửi và theo dõi' }).click()
  await page.getByRole('heading', { name: 'Hướng dẫn gửi phản ánh' }).waitFor()
  expect(await seriousProblems(page)).toEqual([])

  await page.getByRole('button', { name: 'Tùy chọn' }).click()
  await page.getByText('English', { exact: true }).click()
  await page.getByRole('heading', { name: 'How to report' }).waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Personal data: what is kept, why, how long' }).click()
  await page.getByRole('heading', { name: 'Personal data', exact: true }).waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Send a report' }).click()
  await page.getByRole('heading', { name: 'What did you see?' }).waitFor()
})

test('without a network a public page says that it needs one, and the form is one tap away', async () => {
  const page = await phone.open()
  await awaitOfflineReady(page)
  await phone.opened.context.setOffline(true)
  await page.getByRole('link', { name: 'Danh sách' }).click()
  await page.getByText('Trang này cần có mạng').waitFor()
  expect(await page.getByRole('link', { name: 'Thử mở lại' }).getAttribute('href')).toBe(
    '/phan-anh/danh-sach?lang=vi'
  )
  await page.getByRole('link', { name: 'Gửi phản ánh' }).click()
  await page.getByRole('button', { name: DUMP }).waitFor()
})

test('from the third day on what is unsent warns on every screen; its file is taken in, and is one with what is sent later', async () => {
  const page = await phone.open()
  await awaitOfflineReady(page)
  await phone.opened.context.setOffline(true)
  await report(page, DUMP, await photo(1, 0))
  await status(page, 'Đã lưu trên máy này').waitFor()
  await page.clock.install({ time: Date.now() + 3 * 86_400_000 + 60_000 })
  await page.reload()
  await page.getByRole('alert').filter({ hasText: 'Có phản ánh đã chờ gửi 3 ngày.' }).waitFor()
  await page.getByRole('link', { name: 'Xem cách gửi' }).click()
  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Lưu tất cả ra tệp' }).click()
  const text = Buffer.concat(await (await (await saving).createReadStream()).toArray()).toString()
  const { db, environment } = phone.server
  const { store: media } = openMedia({ dataDir: environment.DATA_DIR }, db)
  const deps = { db, audit: openAudit(), media, calendar: openCalendar(db), senders: openSenders(db) }
  const taken = []
  for (const item of UnsentFile.parse(JSON.parse(text)).reports) taken.push(await takeUnsent(deps, item))
  expect(taken).toMatchObject([{ isNew: true, files: { received: 1, announced: 1 }, problems: [] }])

  await phone.opened.context.setOffline(false)
  await page.getByRole('article', { name: taken[0]?.number ?? '?' }).waitFor()
  const [record] = await recordsOf(page)
  expect(await phone.rows('select number from report where id = $1', [record?.id])).toEqual([
    { number: taken[0]?.number }
  ])
})

test('a photo that the server does not take is told of, and never called received', async () => {
  const page = await phone.open()
  const detail = 'Tệp này không phải ảnh.'
  await page.route('**/api/uploads', (route) =>
    route.fulfill({ status: 415, contentType: 'application/problem+json', body: JSON.stringify({ detail }) })
  )
  await report(page, DUMP, await photo(2, 0))
  await status(page, 'Máy chủ đã nhận nội dung nhưng không nhận 1 tệp').waitFor()
  await page.getByRole('link', { name: 'Xem phản ánh của tôi' }).click()
  await page.getByText('Đã nhận, trừ 1 tệp').waitFor()
  await page.getByText(`Ảnh 1: máy chủ không nhận: ${detail}`).waitFor()
})

test('who sends while speaking sends what was said', async () => {
  const page = await phone.open({ permissions: ['geolocation', 'microphone'] })
  await page.getByRole('button', { name: DUMP }).click()
  await page.getByRole('button', { name: 'Gửi không kèm ảnh' }).click()
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByRole('button', { name: 'Nói thay vì viết' }).click()
  await page.getByRole('button', { name: /^Dừng \([1-9]/ }).waitFor()
  await page.locator('.send').getByRole('button').click()
  await awaitReceipt(page)
  const [record] = await recordsOf(page)
  expect(record?.files).toMatchObject([{ role: 'voice', received: true }])
})

test('from a photo that is there one goes on, and another category asks for nothing twice', async () => {
  const page = await phone.open()
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(await photo(3, 0))
  await page.getByRole('button', { name: 'Đúng chỗ này' }).waitFor()
  await page.getByRole('button', { name: 'Quay lại' }).click()
  await page.getByRole('button', { name: 'Gửi không kèm ảnh' }).waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByRole('button', { name: 'Sửa loại phản ánh' }).click()
  await page.getByRole('button', { name: 'Điểm mất an toàn giao thông' }).click()
  await page.getByRole('heading', { name: 'Xem lại và gửi' }).waitFor()
})

test('a lost answer to “I saw it too” counts one person, and one’s own report is not offered', async () => {
  const page = await phone.open()
  const traffic = 'Điểm mất an toàn giao thông'
  await report(page, traffic, await photo(4, 0))
  await awaitReceipt(page)
  const [own] = await recordsOf(page)
  await phone.rows('update report set approved_at = now() where id = $1', [own?.id])

  const toCheck = async () => {
    await page.getByRole('button', { name: traffic }).click()
    await camera(page).setInputFiles(await photo(5, 0))
    await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
    return page.getByRole('region', { name: 'Có thể đã có người phản ánh' })
  }
  await page.getByRole('button', { name: 'Gửi phản ánh khác' }).click()
  let nearby = await toCheck()
  await nearby.getByRole('link', { name: /Bạn đã gửi hoặc đang theo dõi/ }).waitFor()
  expect(await nearby.getByRole('button', { name: 'Tôi cũng thấy' }).count()).toBe(0)
  await phone.opened.context.close()

  const other = await phone.open()
  await other.route('**/witnesses', async (route) => {
    // The server has counted it; the phone never hears so.
    await route.fetch()
    await route.abort('connectionreset')
  })
  await other.getByRole('button', { name: traffic }).click()
  await camera(other).setInputFiles(await photo(6, 0))
  await other.getByRole('button', { name: 'Đúng chỗ này' }).click()
  nearby = other.getByRole('region', { name: 'Có thể đã có người phản ánh' })
  await nearby.getByRole('button', { name: 'Tôi cũng thấy' }).click()
  await nearby.getByRole('alert').filter({ hasText: 'Chưa ghi nhận được.' }).waitFor()
  await other.unroute('**/witnesses')
  await nearby.getByRole('button', { name: 'Tôi cũng thấy' }).click()
  await other.getByRole('article', { name: own?.receipt?.number ?? '?' }).waitFor()
  expect(
    await phone.rows(`select count(*)::int as n from report_code where kind = 'witness' and report_id = $1`, [
      own?.id
    ])
  ).toEqual([{ n: 1 }])
})

test('a phone that has been online once finds the village and draws the map without a network', async () => {
  const page = await phone.open()
  await awaitOfflineReady(page)
  // Both readings of the villages, then the tiles.
  await page.waitForFunction(async () => {
    const kept = (await (await caches.open('dia-ban-tiles-1')).keys()).map(({ url }) => url)
    return kept.filter((url) => url.includes('/villages/items')).length === 2 && kept.length > 60
  })
  await phone.opened.context.setOffline(true)
  await page.reload()
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(await photo(7, 0))
  await status(page, /.+, Xã Minh Họa/).waitFor()
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByLabel('Mô tả thêm').waitFor()
  const [record] = await recordsOf(page)
  expect(record?.villageName).toEqual(expect.any(String))
})

test('the focus goes along with the steps, for whoever reads or types without seeing', async () => {
  const page = await phone.open()
  const focused = (text: string) =>
    expect.poll(() => page.evaluate(() => document.activeElement?.textContent?.trim())).toBe(text)
  await page.getByRole('button', { name: DUMP }).press('Enter')
  await focused('Chụp ảnh hiện trường')
  await page.getByRole('button', { name: 'Bỏ, viết mới' }).press('Enter')
  await focused('Giữ lại')
  await page.keyboard.press('Enter')
  await focused('Chụp ảnh hiện trường')
  await page.getByRole('button', { name: 'Gửi không kèm ảnh' }).press('Enter')
  await focused('Ở đâu?')
  await page.getByRole('button', { name: 'Đúng chỗ này' }).press('Enter')
  await focused('Xem lại và gửi')
  await page.locator('.send').getByRole('button').press('Enter')
  await awaitReceipt(page)
  await page.getByRole('button', { name: 'Gửi phản ánh khác' }).press('Enter')
  await focused('Bạn thấy việc gì?')
})

test('text twice as large is cut off nowhere', async () => {
  const page = await phone.open()
  await report(page, DUMP, await photo(8, 0))
  await awaitReceipt(page)
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'))
  await page.getByRole('link', { name: 'Xem phản ánh của tôi' }).click()
  await page.getByText('Dữ liệu của tôi').waitFor()
  const tooWide = () =>
    page.evaluate(() =>
      [...document.querySelectorAll('header, nav, main, main *')]
        .filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
        .map(({ tagName, className }) => `${tagName}.${String(className)}`)
    )
  expect(await tooWide()).toEqual([])
})

test('while the server is busy the phone says so, per report and per photo, and drops the number once it has a receipt', async () => {
  const page = await phone.open()
  await page.route('**/api/reports', (route) =>
    route.fulfill({ status: 503, headers: { 'retry-after': '30' }, json: {} })
  )
  await page.getByRole('button', { name: DUMP }).click()
  await camera(page).setInputFiles(await photo(21, 0))
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await page.getByText('Để lại tên, số điện thoại').click()
  await page.getByLabel('Số điện thoại').fill('0383 000 111')
  await expect.poll(async () => (await recordsOf(page))[0]?.contact.phone).toBe('0383 000 111')
  await page.locator('.send').getByRole('button').click()
  await status(page, 'Máy chủ đang bận').waitFor()
  await page.getByText(/^Máy tự thử lại sau \d+ giây\.$/).waitFor()
  expect(await page.getByText('Đang gửi').count()).toBe(0)

  await page.getByRole('link', { name: 'Xem phản ánh của tôi' }).click()
  const mine = page.getByRole('article', { name: DUMP })
  await mine.getByText('Chờ gửi', { exact: true }).waitFor()
  await mine.getByText(/^Máy chủ đang bận\. Máy tự thử lại sau \d+ giây\.$/).waitFor()
  await mine.getByText('Ảnh 1: chờ gửi, máy chủ đang bận').waitFor()
  expect((await recordsOf(page))[0]?.contact.phone).toBe('0383 000 111')

  await page.unroute('**/api/reports')
  await page.reload()
  await page.getByText('Đã nhận', { exact: true }).waitFor()
  const [record] = await recordsOf(page)
  expect(record?.contact).toEqual({ name: '', phone: '' })
  expect(await phone.rows(`select phone from report_contact where phone like '0383%'`)).toHaveLength(1)
  await page.getByText('Đã đến nơi, chờ xem xét').first().waitFor()

  // What a code opens, or that it opens nothing, is seen where one has typed it.
  await page.getByLabel('Mã theo dõi (12 ký tự)').fill('0000-0000-0000')
  await page.keyboard.press('Enter')
  const refusal = page.getByRole('alert').last()
  await refusal.waitFor()
  const tabs = await page.getByRole('link', { name: 'Danh sách' }).boundingBox()
  const bottom = async () => {
    const box = await refusal.boundingBox()
    return box ? box.y + box.height : Infinity
  }
  await expect.poll(bottom).toBeLessThanOrEqual(tabs?.y ?? 0)
})
