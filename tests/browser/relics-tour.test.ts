import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { createStaff } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { makeTour } from '../support/relic-tour.ts'
import { DeskPages } from '../support/report-desk.ts'
import { screenFaults } from '../support/screen-faults.ts'
import { DESK, PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()
let slug = ''

beforeAll(async () => {
  const { commune } = desk.reports
  const { west, south, code } = commune
  const place = { lng: west + 0.01, lat: south + 0.01 }
  slug = (await makeTour(desk.reports, { communeCode: code, origin: desk.url, ...place })).slug
}, 240_000)

const isDrawn = (page: Page) =>
  page
    .locator('main img')
    .first()
    .evaluate((img: HTMLImageElement) => img.complete && img.naturalWidth > 0)

test('a visitor comes by the code at the gate, finds the next relic, and takes the tour along without a network', async () => {
  const page = await desk.blank(PHONE)
  await page.goto(`${desk.url}/di-tich/dinh-dau`)
  await page.getByText('Điểm 1 trên 3 của tuyến Tuyến làng nghề').waitFor()
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Chia sẻ trang này' }).click()
  await page.getByText('Đã chép địa chỉ.').waitFor()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/di-tich\/dinh-dau$/)
  expect(await seriousProblems(page)).toEqual([])
  await page.getByRole('link', { name: 'Chùa Giữa' }).first().click()
  await page.getByRole('heading', { name: 'Chùa Giữa', level: 1 }).waitFor()
  await page.getByRole('link', { name: 'Tuyến làng nghề' }).click()
  await page.getByRole('img', { name: 'Tuyến làng nghề' }).waitFor()
  expect(await seriousProblems(page)).toEqual([])

  await page.getByRole('button', { name: /^Tải tuyến để dùng ngoại tuyến \(\d+,\d MB\)$/ }).click()
  await page.getByText('Đã lưu vào máy lúc').waitFor()
  await page.context().setOffline(true)
  await page.reload()
  await page.getByText('Bản lưu trên máy, tải lúc').waitFor()
  await expect.poll(() => isDrawn(page)).toBe(true)
  await page.getByText('Đã lưu vào máy lúc').waitFor()
  await page.getByRole('link', { name: 'Đền Cuối' }).first().click()
  await page.getByRole('heading', { name: 'Đền Cuối', level: 1 }).waitFor()
  await expect.poll(() => isDrawn(page)).toBe(true)
  await page.goto(`${desk.url}/di-tich`)
  await page.getByRole('heading', { name: 'Không có mạng' }).waitFor()

  await page.context().setOffline(false)
  await page.goto(`${desk.url}/di-tich/tuyen/${slug}`)
  await page.getByRole('button', { name: 'Xóa bản đã lưu' }).click()
  await page.getByText('Đã xóa bản lưu khỏi máy.').waitFor()
  expect(await page.evaluate(() => caches.keys())).toEqual([])
  desk.expectNoErrors(/ERR_INTERNET_DISCONNECTED|ERR_FAILED|503/)
})

test('a pack that changed is offered anew, one that the device has no room for is refused, one that broke leaves nothing', async () => {
  const page = await desk.blank(PHONE)
  const address = `${desk.url}/di-tich/tuyen/${slug}`
  await page.goto(address)
  await page.getByRole('button', { name: 'Tải tuyến' }).click()
  await page.getByText('Đã lưu vào máy lúc').waitFor()
  await desk.reports.db.query(`update relic_tour set lead_vi = 'Đi bộ nửa ngày.' where slug = $1`, [slug])
  await page.reload()
  await page.getByText('Tuyến đã thay đổi kể từ bản lưu lúc').waitFor()

  await page.evaluate(() => {
    navigator.storage.estimate = async () => ({ quota: 1000, usage: 999 })
  })
  await page.getByRole('button', { name: 'Cập nhật bản đã lưu' }).click()
  await page.getByText('Máy không còn đủ chỗ trống').waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Cập nhật bản đã lưu' }).waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: 'Cập nhật bản đã lưu' }).click()
  await page.getByText('Mất kết nối khi đang tải').waitFor()
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: 'Cập nhật bản đã lưu' }).click()
  await page.getByText('Đã lưu vào máy lúc').waitFor()
  expect(await page.evaluate(() => caches.keys())).toHaveLength(1)
  desk.expectNoErrors(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/)
})

test('a pack that one page is filling is left alone by another; what nobody fills any more goes', async () => {
  const page = await desk.blank(PHONE)
  const address = `${desk.url}/di-tich/tuyen/${slug}`
  const name = `di-tich-tuyen:${slug}:0`
  await page.goto(address)
  await page.evaluate(
    ([tour, cache]) =>
      new Promise<void>((begun) => {
        void navigator.locks.request(`di-tich-tuyen:${tour}`, async () => {
          await caches.open(cache)
          begun()
          await new Promise(() => undefined)
        })
      }),
    [slug, name] as const
  )
  const other = await page.context().newPage()
  const ready = () => other.getByRole('button', { name: 'Tải tuyến' }).waitFor()
  await other.goto(address)
  await ready()
  expect(await other.evaluate(() => caches.keys())).toEqual([name])
  await page.close()
  await other.reload()
  await ready()
  expect(await other.evaluate(() => caches.keys())).toEqual([])
  desk.expectNoErrors()
})

test('the list is sorted by where the phone is, in the page alone', async () => {
  const { commune } = desk.reports
  const page = await desk.blank({
    ...PHONE,
    permissions: ['geolocation'],
    geolocation: { longitude: commune.west + 0.014, latitude: commune.south + 0.01 }
  })
  await page.goto(`${desk.url}/di-tich`)
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await page.getByRole('button', { name: 'Gần tôi trước' }).click()
  await page.getByText('Đã xếp theo khoảng cách từ chỗ ông/bà đứng').waitFor()
  expect(await page.locator('#relics h2').allTextContents()).toEqual(['Đền Cuối', 'Chùa Giữa', 'Đình Đầu'])
  expect(await page.locator('#relics .far').first().textContent()).toBe('0 m')
  expect(asked).toEqual([])

  await page.context().clearPermissions()
  await page.reload()
  await page.getByRole('button', { name: 'Gần tôi trước' }).click()
  await page.getByText('Trình duyệt không được phép đọc vị trí').waitFor()
  desk.expectNoErrors()
})

test('a culture officer makes a tour, puts its stops in order and publishes it', async () => {
  const culture = await createStaff(desk.reports.db, {
    role: 'culture',
    communeCode: desk.reports.commune.code
  })
  const page = await desk.open(culture, '?view=relics', PHONE)
  await page.getByRole('button', { name: 'Tuyến tham quan' }).click()
  await page.getByRole('button', { name: 'Lập tuyến mới' }).click()
  await page.getByLabel('Tên tuyến bằng tiếng Việt (bắt buộc)').fill('Tuyến ven sông')
  const addStop = async (name: string) => {
    await page.getByLabel('Thêm di tích vào cuối tuyến').selectOption(name)
    await page.getByRole('button', { name: 'Thêm', exact: true }).click()
  }
  await addStop('Đình Đầu')
  await page.getByRole('button', { name: 'Lưu tuyến' }).click()
  await page.getByText('Hãy chọn ít nhất hai di tích.').waitFor()
  await addStop('Đền Cuối')
  await page.getByText('Hãy chọn ít nhất hai di tích.').waitFor({ state: 'detached' })
  await page.getByLabel('Tên tuyến bằng tiếng Việt (bắt buộc)').fill('  ')
  await page.getByRole('button', { name: 'Lưu tuyến' }).click()
  await page.getByText('Hãy ghi tên tuyến bằng tiếng Việt.').waitFor()
  await page.getByLabel('Tên tuyến bằng tiếng Việt (bắt buộc)').fill('Tuyến ven sông')
  await page.reload()
  await page.getByText('Đây là những gì ông/bà đã viết lần trước mà chưa lưu.').waitFor()
  await addStop('Chùa Giữa')
  const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
  await page.getByRole('button', { name: 'Bỏ khỏi tuyến: Chùa Giữa' }).press('Enter')
  await expect.poll(label).toBe('Bỏ khỏi tuyến: Đền Cuối')
  await page.getByRole('button', { name: 'Chuyển lên trước: Đền Cuối' }).press('Enter')
  await expect.poll(label).toBe('Chuyển lên trước: Đền Cuối')
  await page.getByRole('button', { name: 'Lưu tuyến' }).click()
  await page.getByText('Đền Cuối – Đình Đầu').waitFor()
  const row = page.getByRole('listitem').filter({ hasText: 'Tuyến ven sông' })
  await row.getByRole('button', { name: 'Công bố', exact: true }).click()
  await row.getByText('Đang công bố').waitFor()
  expect(await (await page.request.get(`${desk.url}/di-tich/tuyen/tuyen-ven-song`)).text()).toContain(
    'Đền Cuối'
  )

  for (const [lang, colorScheme] of [
    ['vi', 'light'],
    ['en', 'dark']
  ] as const) {
    await page.emulateMedia({ colorScheme })
    for (const { viewport } of [PHONE, DESK])
      for (const tour of ['all', 'new']) {
        await page.setViewportSize(viewport)
        await page.goto(`${desk.url}/can-bo?view=relics&tour=${tour}&lang=${lang}`)
        await page
          .locator(tour === 'all' ? 'main li h2' : 'main fieldset')
          .first()
          .waitFor()
        await expect
          .poll(() => screenFaults(page), { message: `${tour} ${lang} ${viewport.width}` })
          .toEqual([])
        expect(await seriousProblems(page)).toEqual([])
      }
  }
  desk.expectNoErrors()
})

test('pages of relics and tours hold up: colours, sizes, letters twice as large', async () => {
  const page = await desk.blank(PHONE)
  for (const [lang, colorScheme] of [
    ['vi', 'light'],
    ['en', 'dark']
  ] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const path of ['', '/dinh-dau', `/tuyen/${slug}`])
      for (const letters of ['100%', '200%']) {
        await page.goto(`${desk.url}/di-tich${path}?lang=${lang}`)
        await page.evaluate((size) => (document.documentElement.style.fontSize = size), letters)
        const tooWide = await page.evaluate(() =>
          [...document.querySelectorAll('main *')]
            .filter(
              (element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1
            )
            .map(
              (element) =>
                `${element.tagName} ${element.className} ${element.textContent?.trim().slice(0, 40)}`
            )
        )
        expect(tooWide, `${path} ${lang} ${letters}`).toEqual([])
        expect(await seriousProblems(page), `${path} ${lang} ${letters}`).toEqual([])
      }
  }
  desk.expectNoErrors()
})

test('the tour is a line on the large map and in a frame, chosen from its page or from the layers', async () => {
  const page = await desk.blank(DESK)
  await page.goto(`${desk.url}/di-tich/tuyen/${slug}`)
  await page.getByRole('link', { name: 'Mở trên bản đồ lớn' }).click()
  const card = page.getByRole('region', { name: 'Tuyến tham quan' })
  await card.getByText('Tuyến làng nghề').waitFor()
  await card.getByText('3 điểm · ').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await card.getByRole('button', { name: 'Thôi hiện tuyến' }).click()
  await card.waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('tour')).toBeNull()

  await page.locator('#open-layers').click()
  await page.getByRole('combobox', { name: 'Tuyến tham quan' }).selectOption({ label: 'Tuyến làng nghề' })
  await card.getByText('Tuyến làng nghề').waitFor()
  await expect.poll(() => new URL(page.url()).searchParams.get('tour')).toBe(slug)

  const frame = await desk.blank(PHONE)
  const { commune } = desk.reports
  const embedded = `${desk.url}/embed?commune=${commune.code}&layers=relics`
  await frame.goto(`${embedded}&tour=${slug}&lang=en`)
  await frame.getByText('Craft villages').waitFor()
  const faults = async () => (await screenFaults(frame)).filter((fault) => !fault.includes('DIV.strip'))
  await expect.poll(faults).toEqual([])
  expect(await seriousProblems(frame)).toEqual([])
  await frame.goto(`${embedded}&tour=khong-co&lang=vi`)
  await frame.getByText('Chưa hiện được tuyến').waitFor()
  desk.expectNoErrors(/404/)
})

test('the desk tells what each tour weighs, and what makes it heavy', async () => {
  const culture = await createStaff(desk.reports.db, {
    role: 'culture',
    communeCode: desk.reports.commune.code
  })
  const page = await desk.open(culture, '?view=relics&tour=all', PHONE)
  const tour = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { name: 'Tuyến làng nghề' }) })
  await tour.getByText(/^Gói ngoại tuyến: \d+,\d trên 30 MB$/).waitFor()
  await tour.getByText('Nặng vì đâu').click()
  await tour.getByText(/^Chùa Giữa: \d+,\d MB \(\d+ ảnh, 0 âm thanh\)$/).waitFor()
  await expect.poll(() => screenFaults(page)).toEqual([])
  expect(await seriousProblems(page)).toEqual([])
  desk.expectNoErrors()
})
