import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { RelicImage, RelicImages } from '../../server/relics/image-contract.ts'
import type { RelicGaps } from '../../server/relics/staff-contract.ts'
import { createStaff, headersOf } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { communeData, point } from '../support/commune-data.ts'
import { DeskPages } from '../support/report-desk.ts'
import { screenFaults } from '../support/screen-faults.ts'
import { wav } from '../support/sound-files.ts'
import { DESK, PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()

test('a culture officer begins with what relics lack, and goes from there to a relic’s page', async () => {
  const { db, commune } = desk.reports
  const { lng, lat } = { lng: 105.9, lat: 18.3 }
  await communeData(db).publish('relics', [
    { ref: 'a', name: 'Đình Cả', commune_code: commune.code, geom: point(lng, lat), accuracy_m: 3 },
    { ref: 'b', name: 'Gò Mộ', commune_code: commune.code, geom: point(lng, lat + 0.01), accuracy_m: null }
  ])
  const culture = await createStaff(db, { role: 'culture', communeCode: commune.code })
  const page = await desk.open(culture, '', PHONE)
  await page.getByRole('heading', { name: 'Di tích: còn thiếu gì để tính là đã số hóa' }).waitFor()
  const relic = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Đình Cả', exact: true }) })
  await relic.waitFor()
  expect(await relic.getByText('2 trên 7').count()).toBe(1)
  expect(await relic.getByText('Lời giới thiệu bằng tiếng Việt').count()).toBe(1)
  expect(await relic.getByText('Vị trí hoặc ranh giới có sai số').count()).toBe(0)
  expect(await seriousProblems(page)).toEqual([])
  const file = page.getByRole('link', { name: 'Tải bảng CSV' })
  expect(await file.getAttribute('href')).toBe('/api/staff/relics.csv?lang=vi')
  await page.getByRole('link', { name: 'Đình Cả', exact: true }).click()
  await page.getByRole('heading', { name: 'Số hóa: 2/7' }).waitFor()
  desk.expectNoErrors()
})

test('a culture officer sees on a map what relics lack, picks one and comes to its form', async () => {
  const { db, commune } = desk.reports
  const all = { commune_code: commune.code, accuracy_m: 3 }
  await communeData(db).publish('relics', [
    { ...all, ref: 'giua', name: 'Đền Giữa', geom: commune.at(0.02, 0.02) },
    { ...all, ref: 'lac', name: 'Miếu Lạc', geom: commune.at(0.03, 0.03) }
  ])
  const culture = await createStaff(db, { role: 'culture', communeCode: commune.code })
  const page = await desk.blank(DESK)
  await desk.signIn(page, culture)
  await page.route('**/api/staff/relics', async (route) => {
    const response = await route.fetch()
    const { relics } = (await response.json()) as { relics: RelicGaps[] }
    const without = relics.map((relic) => (relic.name === 'Miếu Lạc' ? { ...relic, place: null } : relic))
    await route.fulfill({ response, json: { relics: without } })
  })
  await page.goto(`${desk.url}/can-bo?view=relics`)
  const map = page.locator('.map[aria-busy=false]')
  await map.waitFor()
  await page.getByText('Chưa có tọa độ nên không có trên bản đồ: Miếu Lạc.').waitFor()
  await page.getByText('Giữ kín vị trí: vẽ ở giữa ô 500 m').waitFor()
  const file = page.getByRole('link', { name: 'Tải bản đồ GeoJSON' })
  expect(await file.getAttribute('href')).toBe('/api/staff/relics.geojson?lang=vi')
  const chosen = page.getByRole('region', { name: 'Bản đồ di tích còn thiếu gì' })
  const heading = chosen.getByRole('heading', { name: 'Đang chọn: Đền Giữa' })
  // A sign can be picked once it is drawn.
  await expect.poll(() => map.click().then(() => heading.count())).toBe(1)
  expect(await chosen.getByText('2 trên 7').count()).toBe(1)
  expect(await chosen.getByText('Lời giới thiệu bằng tiếng Việt').count()).toBe(1)
  await expect.poll(() => screenFaults(page)).toEqual([])
  expect(await seriousProblems(page)).toEqual([])

  await page.setViewportSize(PHONE.viewport)
  await page.reload()
  await page.getByRole('button', { name: 'Xem trên bản đồ: Đền Giữa' }).waitFor()
  expect(await map.count()).toBe(0)
  await page.getByRole('button', { name: 'Xem bản đồ' }).click()
  await map.waitFor()
  await page.getByRole('button', { name: 'Xem trên bản đồ: Đền Giữa' }).click()
  await heading.waitFor()
  await expect.poll(() => screenFaults(page)).toEqual([])
  expect(await seriousProblems(page)).toEqual([])
  await chosen.getByRole('link', { name: 'Sửa thông tin: Đền Giữa' }).click()
  await page.getByRole('heading', { name: 'Đền Giữa' }).waitFor()
  await page.getByLabel('Tên *', { exact: true }).waitFor()
  desk.expectNoErrors()
})

/** A picture as a camera writes it. */
const file = async (name: string, width: number, height: number) => ({
  name,
  mimeType: 'image/jpeg',
  buffer: await sharp({
    create: { width, height, channels: 3, background: { r: 180, g: height % 256, b: 90 } }
  })
    .jpeg()
    .toBuffer()
})

/** Chooses a file and says what must be said of it. */
async function choose(page: Page, chosen: Awaited<ReturnType<typeof file>>, alt: string) {
  await page.getByLabel('Chọn ảnh từ máy').setInputFiles(chosen)
  await page.getByText(`Ảnh đã chọn: ${chosen.name}`).waitFor()
  await page.getByLabel('Mô tả ảnh bằng tiếng Việt (bắt buộc)').fill(alt)
}
const put = (page: Page) => page.getByRole('button', { name: 'Đưa ảnh lên trang' }).click()
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'))
const shown = (page: Page) =>
  page.locator('ol > li img').evaluateAll((all) => all.map((img) => img.getAttribute('alt')))

test('a culture officer puts images up, in an order, with a cover, and takes one down', async () => {
  const { db, commune } = desk.reports
  const relic = { commune_code: commune.code, geom: point(105.91, 18.31), accuracy_m: 3 }
  await communeData(db).publish('relics', [{ ref: 'anh', name: 'Chùa Ảnh', ...relic }])
  const culture = await createStaff(db, { role: 'culture', communeCode: commune.code })
  const page = await desk.open(culture, '?view=relics', PHONE)
  await page.getByRole('link', { name: 'Sửa trang: ảnh, âm thanh, lời kể, địa chỉ: Chùa Ảnh' }).click()
  await page.getByRole('heading', { name: 'Trang di tích: Chùa Ảnh' }).waitFor()
  await page.getByText('Di tích này chưa có ảnh nào').waitFor()

  await choose(page, await file('cong.jpg', 1200, 900), 'Cổng tam quan')
  await page.getByLabel('Tác giả (bắt buộc)').fill('Trần Thị B')
  await put(page)
  await page.getByText('Đã đưa ảnh lên trang di tích.').waitFor()
  await choose(page, await file('nho.jpg', 400, 300), 'Chuông đồng')
  expect(await page.getByLabel('Tác giả (bắt buộc)').inputValue()).toBe('Trần Thị B')
  await put(page)
  await page.getByText('Nhỏ hơn 0,95 triệu điểm ảnh').waitFor()
  expect(await shown(page)).toEqual(['Cổng tam quan', 'Chuông đồng'])

  await page.getByRole('button', { name: 'Đặt làm ảnh bìa' }).click()
  await expect.poll(() => shown(page)).toEqual(['Chuông đồng', 'Cổng tam quan'])
  await page.getByText('Chuông đồng: nay đứng thứ 1 trong 2.').waitFor({ state: 'attached' })
  await expect.poll(() => focused(page)).toBe('Sửa lời: Chuông đồng')
  await page.getByRole('button', { name: 'Chuyển ra sau: Chuông đồng' }).press('Enter')
  await expect.poll(() => shown(page)).toEqual(['Cổng tam quan', 'Chuông đồng'])
  await expect.poll(() => focused(page)).toBe('Chuyển ra sau: Chuông đồng')
  await page.getByRole('button', { name: 'Chuyển lên trước: Chuông đồng' }).press('Enter')
  await expect.poll(() => shown(page)).toEqual(['Chuông đồng', 'Cổng tam quan'])

  await page.getByRole('button', { name: 'Sửa lời' }).first().click()
  await page.getByLabel('Mô tả ảnh bằng tiếng Việt (bắt buộc)').fill('Chuông đồng đúc năm 1802')
  await page.reload()
  await page.getByText('Đây là những gì ông/bà đã viết lần trước mà chưa lưu.').waitFor()
  const headers = await headersOf(db, culture.id, desk.url)
  const address = `${desk.url}/api/staff/relics/chua-anh/images`
  const { images } = (await (await fetch(address, { headers })).json()) as RelicImages
  const bell = images.find(({ altVi }) => altVi === 'Chuông đồng')
  const { kind, altVi, altEn, captionEn, author, licence, takenOn } = bell as RelicImage // put up above
  const theirs = await fetch(`${address}/${bell?.id}`, {
    method: 'PUT',
    headers: { ...headers, 'content-type': 'application/json', 'if-match': `"${bell?.version}"` },
    body: JSON.stringify({
      ...{ kind, altVi, altEn, captionEn, author, licence, takenOn },
      captionVi: 'Nhìn từ sân'
    })
  })
  expect(theirs.status, await theirs.text()).toBe(200)
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Đã lấy theo bản vừa lưu: Chú thích dưới ảnh (tiếng Việt).').waitFor()
  await page.getByRole('button', { name: 'Lưu', exact: true }).click()
  await page.getByText('Nhìn từ sân').waitFor()
  await expect.poll(() => shown(page)).toEqual(['Chuông đồng đúc năm 1802', 'Cổng tam quan'])

  for (const [lang, colorScheme] of [
    ['vi', 'light'],
    ['en', 'dark']
  ] as const) {
    await page.emulateMedia({ colorScheme })
    for (const { viewport } of [PHONE, DESK]) {
      await page.setViewportSize(viewport)
      await page.goto(`${desk.url}/can-bo?view=relics&relic=chua-anh&lang=${lang}`)
      await page.getByText('Cổng tam quan').first().waitFor()
      await expect.poll(() => screenFaults(page), { message: `${lang} ${viewport.width}` }).toEqual([])
      expect(await seriousProblems(page)).toEqual([])
    }
  }
  await page.goto(`${desk.url}/can-bo?view=relics&relic=chua-anh&lang=vi`)
  await page.getByRole('button', { name: 'Gỡ ảnh' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Gỡ ảnh' }).click()
  await expect.poll(() => shown(page)).toEqual(['Cổng tam quan'])
  await expect.poll(() => focused(page)).toBe('Sửa lời: Cổng tam quan')
  await page.getByRole('link', { name: 'Danh sách di tích' }).click()
  await page.getByText('Ít nhất 5 ảnh từ 0,95 triệu điểm ảnh: mới có 1').waitFor()
  desk.expectNoErrors(/412/)
})

test('a culture officer puts a sound up with its transcript, and a visitor reads it without script', async () => {
  const { db, commune } = desk.reports
  const relic = { commune_code: commune.code, geom: point(105.93, 18.33), accuracy_m: 3 }
  await communeData(db).publish('relics', [{ ref: 'nghe', name: 'Chùa Nghe', ...relic }])
  const culture = await createStaff(db, { role: 'culture', communeCode: commune.code })
  const page = await desk.open(culture, '?view=relics&relic=chua-nghe', PHONE)
  await page.getByRole('heading', { name: 'Âm thanh, ảnh 360° và mô hình 3D', exact: true }).waitFor()
  const chosen = { name: 'chuong.wav', mimeType: 'audio/wav', buffer: wav({}) }
  await page.getByLabel('Chọn âm thanh từ máy').setInputFiles(chosen)
  await page.getByLabel('Mô tả bằng tiếng Việt (bắt buộc)').fill('Tiếng chuông chiều')
  await page.getByLabel('Bản chép lời bằng tiếng Việt (bắt buộc)').fill('Ba hồi chuông.')
  await page.getByLabel('Người thực hiện (bắt buộc)').fill('Trần Thị B')
  await page.getByRole('button', { name: 'Đưa lên trang' }).click()
  await page.getByText('Đã đưa lên trang di tích.').waitFor()
  await page.locator('audio[aria-label="Tiếng chuông chiều"]').waitFor()
  await expect.poll(() => screenFaults(page)).toEqual([])
  expect(await seriousProblems(page)).toEqual([])

  await page.goto(`${desk.url}/di-tich/chua-nghe`)
  await page.getByText('Bản chép lời').click()
  await page.getByText('Ba hồi chuông.').waitFor()
  await expect.poll(() => screenFaults(page)).toEqual([])
  expect(await seriousProblems(page)).toEqual([])
  desk.expectNoErrors()
})

test('what is no picture is refused in a sentence, and what was written stays', async () => {
  const { db, commune } = desk.reports
  const relic = { commune_code: commune.code, geom: point(105.92, 18.32), accuracy_m: 3 }
  await communeData(db).publish('relics', [{ ref: 'hong', name: 'Miếu Hỏng', ...relic }])
  const culture = await createStaff(db, { role: 'culture', communeCode: commune.code })
  const page = await desk.open(culture, '?view=relics&relic=mieu-hong', DESK)
  await page.getByText('Di tích này chưa có ảnh nào').waitFor()
  const page404 = Buffer.from('<!doctype html><html><script>alert(1)</script></html>')
  await choose(page, { name: 'gia.jpg', mimeType: 'image/jpeg', buffer: page404 }, 'Mặt trước miếu')
  await page.getByLabel('Tác giả (bắt buộc)').fill('Trần Thị B')
  await put(page)
  await page.getByRole('alert').getByText('Tệp này không phải ảnh nhận được').waitFor()
  expect(await page.getByLabel('Mô tả ảnh bằng tiếng Việt (bắt buộc)').inputValue()).toBe('Mặt trước miếu')
  await page.reload()
  await page.getByText('Lời đã viết lần trước mà chưa lưu vẫn còn.').waitFor()
  const picture = await file('mieu.jpg', 400, 300)
  await page.getByLabel('Chọn ảnh từ máy').setInputFiles(picture)
  expect(await page.getByLabel('Mô tả ảnh bằng tiếng Việt (bắt buộc)').inputValue()).toBe('Mặt trước miếu')

  await page.context().clearCookies()
  await put(page)
  await page.getByRole('dialog').getByText('Phiên làm việc đã kết thúc').waitFor()
  await desk.signIn(page, culture)
  await page.reload()
  await page.getByLabel('Chọn ảnh từ máy').setInputFiles(picture)
  await put(page)
  await page.getByText('Đã đưa ảnh lên trang di tích.').waitFor()
  expect(await shown(page)).toEqual(['Mặt trước miếu'])

  const large = { name: 'lon.jpg', mimeType: 'image/jpeg', buffer: Buffer.alloc(20 * 1024 * 1024 + 1) }
  await page.getByLabel('Chọn ảnh từ máy').setInputFiles(large)
  await page.getByText('Ảnh lớn quá 20 MB').waitFor()
  desk.expectNoErrors(/415|401/)
})

test('a culture officer gives a page another address: the old one leads there, what cannot be is said at the field', async () => {
  const { db, commune } = desk.reports
  const all = { commune_code: commune.code, accuracy_m: 3 }
  await communeData(db).publish('relics', [
    { ...all, ref: 'doi', name: 'Đền Đổi', geom: point(105.94, 18.34) },
    { ...all, ref: 'giu', name: 'Đền Giữ', geom: point(105.95, 18.35) }
  ])
  const culture = await createStaff(db, { role: 'culture', communeCode: commune.code })
  const page = await desk.open(culture, '?view=relics&relic=den-doi', PHONE)
  const field = page.getByLabel('Địa chỉ mới (phần sau /di-tich/)')
  const change = page.getByRole('button', { name: 'Đổi địa chỉ' })
  await page.getByRole('link', { name: '/di-tich/den-doi', exact: true }).waitFor()
  for (const [wanted, sentence] of [
    ['', 'Hãy nhập địa chỉ mới.'],
    ['den-doi', 'Đây đang là địa chỉ của trang.'],
    ['Đền Thượng', 'Địa chỉ chỉ gồm chữ thường không dấu'],
    ['den-giu', 'Địa chỉ «den-giu» đang hoặc đã từng là của di tích «Đền Giữ».']
  ] as const) {
    await field.fill(wanted)
    await change.click()
    await page.getByRole('alert').getByText(sentence).waitFor()
    expect(await field.getAttribute('aria-invalid')).toBe('true')
  }
  await field.fill('den-thuong')
  await page.reload()
  await page.getByText('Đây là những gì ông/bà đã viết lần trước mà chưa lưu.').waitFor()
  await change.click()
  await page.getByText('Địa chỉ cũ /di-tich/den-doi từ nay dẫn tới /di-tich/den-thuong.').waitFor()
  await page.waitForURL('**relic=den-thuong*')
  expect(await field.inputValue()).toBe('')
  await page.getByText('vẫn dẫn tới trang này: /di-tich/den-doi').waitFor()
  await expect.poll(() => screenFaults(page)).toEqual([])
  expect(await seriousProblems(page)).toEqual([])
  await page.goto(`${desk.url}/di-tich/den-doi`)
  await page.waitForURL('**/di-tich/den-thuong')
  desk.expectNoErrors(/409|422/)
})

test('a culture officer takes a memory in, approves it and takes it back; what is missing is said', async () => {
  const { db, commune } = desk.reports
  const relic = { commune_code: commune.code, geom: point(105.96, 18.36), accuracy_m: 3 }
  await communeData(db).publish('relics', [{ ref: 'ke', name: 'Đình Kể', ...relic }])
  const culture = await createStaff(db, { role: 'culture', communeCode: commune.code })
  const page = await desk.open(culture, '?view=relics&relic=dinh-ke', PHONE)
  await page.getByRole('button', { name: 'Thêm lời kể' }).click()
  const save = page.getByRole('button', { name: 'Lưu, chờ duyệt' })
  await page.getByLabel('Lời kể (bắt buộc)').fill('Hồi nhỏ tôi xem hát ở sân đình.')
  await page.getByLabel('Người kể (bắt buộc)').fill('Bà Lan, thôn Đông')
  await page.reload()
  const takenUp = page.getByText('Đây là những gì ông/bà đã viết lần trước mà chưa lưu.')
  await takenUp.waitFor()
  await save.click()
  await page.getByRole('alert').getByText('Chưa ghi ngày người kể đồng ý công bố.').waitFor()
  const day = page.getByLabel('Ngày đồng ý công bố (bắt buộc)')
  await day.fill('31/02/2026')
  await save.click()
  await expect.poll(() => day.getAttribute('aria-invalid')).toBe('true')
  await day.fill('04/03/2026')
  await day.blur()
  await save.click()
  await page.getByText('Chờ duyệt', { exact: true }).waitFor()
  await page.getByRole('button', { name: 'Sửa lời kể của Bà Lan, thôn Đông' }).click()
  await page.getByLabel('Lời kể (bắt buộc)').fill('Hồi nhỏ tôi xem hát chèo ở sân đình.')
  await page.reload()
  await takenUp.waitFor()
  await save.click()
  await page.getByText('xem hát chèo', { exact: false }).waitFor()
  await page.getByRole('button', { name: 'Duyệt và hiện' }).click()
  await page.getByText('Đang hiện trên trang', { exact: true }).waitFor()
  expect(await page.getByText('Đã lưu. Lời kể chỉ hiện').count()).toBe(0)
  await expect.poll(() => screenFaults(page)).toEqual([])
  expect(await seriousProblems(page)).toEqual([])

  await page.getByRole('button', { name: 'Gỡ khỏi trang' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Gỡ khỏi trang' }).click()
  await dialog.getByRole('alert').getByText('Hãy ghi lý do gỡ lời kể').waitFor()
  await dialog.getByLabel('Lý do').fill('Người kể xin rút')
  await dialog.getByRole('button', { name: 'Gỡ khỏi trang' }).click()
  await page.getByText('Đã gỡ', { exact: true }).waitFor()
  await page.getByText('Lịch sử').click()
  await page.getByText('Lý do: Người kể xin rút').waitFor()
  await page.getByRole('button', { name: 'Xóa hẳn' }).click()
  await dialog.getByRole('button', { name: 'Xóa hẳn' }).click()
  await page.getByText('Chưa có lời kể nào.').waitFor()
  await page.getByRole('status').getByText('Lời kể của Bà Lan, thôn Đông: đã xóa hẳn.').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-action'))
  await expect.poll(focused).toBe('add-memory')
  desk.expectNoErrors(/422/)
})
