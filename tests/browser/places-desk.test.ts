import type { Page, Route } from 'playwright-core'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { createStaff } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { box, communeData, point } from '../support/commune-data.ts'
import { DeskPages } from '../support/report-desk.ts'
import { PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()
/** In the upper half of the commune, which no village has. */
const at = () => {
  const { west, south } = desk.reports.commune
  return { lng: Number((west + 0.01).toFixed(6)), lat: Number((south + 0.03).toFixed(6)) }
}

/** Fills what every change must say, and saves. */
async function save(page: Page, reason: string) {
  await page.getByLabel('Lý do *').first().fill(reason)
  await page.getByRole('button', { name: 'Lưu bản mới' }).click()
}

test('a culture officer makes a relic from nothing, moves it, and its score rises', async () => {
  const { db, commune } = desk.reports
  const culture = await createStaff(db, { role: 'culture', communeCode: commune.code, name: 'Lê Thị Văn' })
  const page = await desk.open(culture, '?view=places', PHONE)
  expect(await page.locator('h1:focus').count()).toBe(0)
  await page.getByRole('button', { name: 'Thêm địa điểm' }).click()
  // Whoever came to another page is at its heading.
  await page.locator('h1:focus').waitFor()
  expect(await page.title()).toBe('Địa điểm – Cán bộ – Địa bàn')
  await page.getByLabel('Tên *').fill('Đình Mới')
  await page.getByLabel('Vĩ độ').fill(String(at().lat))
  await page.getByLabel('Kinh độ').fill(String(at().lng))
  await page.getByLabel('Kinh độ').blur()
  // A day that is none, and no day at all, are not taken for the one that stood there.
  const day = page.getByLabel('Có hiệu lực từ ngày')
  const begun = await day.inputValue()
  await day.fill('31/11/2026')
  await save(page, 'Ghi vào danh mục kiểm kê')
  await page.getByRole('alert').filter({ hasText: 'Ngày không hợp lệ' }).waitFor()
  await day.fill('')
  await save(page, 'Ghi vào danh mục kiểm kê')
  const isValid = () => day.evaluate((field: HTMLInputElement) => field.validity.valid)
  expect([await isValid(), await page.getByText('Đã lưu').count()]).toEqual([false, 0])
  await day.fill(begun)
  // Of a find it must be said whether everybody may know where it is.
  await page.getByLabel('Loại hình').fill('Khảo cổ')
  await save(page, 'Ghi vào danh mục kiểm kê')
  await page.getByRole('alert').getByText('chọn «Có» thì mọi người chỉ thấy ô 500 m').first().waitFor()
  const hidden = page.getByLabel('Chỉ công khai theo ô 500 m *')
  expect(await hidden.getAttribute('aria-invalid')).toBe('true')
  expect(await seriousProblems(page)).toEqual([])
  await hidden.selectOption({ label: 'Không' })
  await save(page, 'Ghi vào danh mục kiểm kê')
  await page.getByText('Đã lưu «Đình Mới».').waitFor()
  await page.getByRole('heading', { name: 'Đình Mới' }).waitFor()
  expect(await seriousProblems(page)).toEqual([])

  await page.goto(`${desk.url}/can-bo?view=relics`)
  const relic = page
    .getByRole('listitem')
    .filter({ has: page.getByRole('link', { name: 'Đình Mới', exact: true }) })
  await relic.getByText('1 trên 7').waitFor()
  await relic.getByRole('link', { name: 'Sửa thông tin: Đình Mới' }).click()
  await page.getByLabel('Xếp hạng').selectOption({ label: 'Di tích cấp tỉnh' })
  await page.getByLabel('Số quyết định').fill('12/QĐ')
  await page.getByLabel('Ngày quyết định').fill('18/05/2011')
  await page.getByLabel('Sai số vị trí (m)').fill('2.500')
  await page.getByLabel('Giới thiệu (tiếng Việt)').fill('Đình thờ Thành hoàng.\n\nDựng năm 1802.')
  await page.getByLabel('Tác giả lời giới thiệu').fill('Ban Quản lý di tích')
  await page.getByLabel('Giấy phép của lời giới thiệu').fill('CC BY 4.0')
  await page.getByLabel('Vĩ độ').fill(String(at().lat + 0.001))
  await page.getByLabel('Vĩ độ').blur()
  await save(page, 'Có quyết định xếp hạng')
  await page.getByText('«2.500» có thể hiểu là 2500 hoặc 2,500.').first().waitFor()
  await page.getByLabel('Sai số vị trí (m)').fill('2,5')
  await save(page, 'Có quyết định xếp hạng')
  const history = page.getByRole('region', { name: 'Lịch sử' })
  await history.getByText('Xếp hạng: (trống) → Di tích cấp tỉnh').waitFor()
  await history.getByText('Sai số vị trí (m): (trống) → 2,5').waitFor()
  expect(await page.getByLabel('Sai số vị trí (m)').inputValue()).toBe('2,5')
  expect(await history.getByText('Vị trí hoặc ranh giới đã đổi').count()).toBe(1)
  expect(await history.getByText('Lê Thị Văn').count()).toBe(2)
  expect(await history.getByText(/– nay$/).count()).toBe(1)
  await history.getByText('Đã được bản sau thay').waitFor()

  await page.goto(`${desk.url}/can-bo?view=relics`)
  await relic.getByText('4 trên 7').waitFor()

  // What began today was entered by mistake if it ends today.
  await relic.getByRole('link', { name: 'Sửa thông tin: Đình Mới' }).click()
  await page.getByRole('button', { name: 'Kết thúc hiệu lực' }).click()
  await page.getByText('kết thúc từ ngày này nghĩa là ghi nhầm').waitFor()
  await page.getByLabel('Lý do *').last().fill('Ghi nhầm sang xã bên')
  await page.getByRole('button', { name: 'Kết thúc', exact: true }).click()
  await history.getByText('Ghi nhầm sang xã bên').waitFor()
  await history.getByText('Khi ghi: hết hiệu lực từ').waitFor()
  await page.getByText('đã hết hiệu lực').waitFor()
  expect(await page.getByRole('button', { name: 'Kết thúc hiệu lực' }).count()).toBe(0)

  // A colleague who is sent the address finds it among what has ended, and opens it.
  await page.getByRole('button', { name: 'Về danh sách' }).click()
  const line = page.getByRole('button', { name: 'Đình Mới' })
  await page.getByRole('region', { name: 'Di tích' }).waitFor()
  await page.getByLabel('Hiện cả địa điểm đã kết thúc').check()
  await expect.poll(() => line.innerText()).toMatch(/ghi nhầm \(hiệu lực ghi từ \d.*\): Ghi nhầm sang xã bên/)
  expect(await seriousProblems(page)).toEqual([])
  await page.reload()
  await line.click()
  await history.getByRole('button', { name: 'Khôi phục' }).first().waitFor()
  await page.getByText('lưu như trên thì địa điểm lại có hiệu lực').waitFor()
  await page.getByRole('button', { name: 'Về danh sách' }).click()
  await page.getByLabel('Hiện cả địa điểm đã kết thúc').uncheck()
  await expect.poll(() => line.count()).toBe(0)
  desk.expectNoErrors()
})

test('what somebody else saved meanwhile is chosen field by field, and an earlier version comes back', async () => {
  const { db, commune } = desk.reports
  await communeData(db).publish('cultural_houses', [
    {
      ref: 'h',
      name: 'NVH Một',
      commune_code: commune.code,
      geom: point(at().lng, at().lat),
      provider: 'VNPT'
    }
  ])
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code })
  const [first, second] = [
    await desk.open(planner, '?view=places&collection=cultural_houses'),
    await desk.open(planner, '?view=places&collection=cultural_houses')
  ]
  for (const page of [first, second]) await page.getByRole('button', { name: 'NVH Một' }).click()
  await first.getByLabel('Nhà cung cấp').fill('Viettel')
  const wifi = first.getByLabel('Wifi miễn phí')
  expect((await wifi.getByRole('option').allTextContents()).sort()).toEqual([
    'Chưa rõ',
    'Có',
    'Không',
    'Không ghi'
  ])
  await wifi.selectOption({ label: 'Có' })
  const moved = (at().lat + 0.001).toFixed(6)
  await first.getByLabel('Vĩ độ').fill(moved)
  await first.getByLabel('Vĩ độ').blur()
  await second.getByLabel('Nhà cung cấp').fill('FPT')
  await save(first, 'Đổi nhà cung cấp')
  await first.getByRole('region', { name: 'Lịch sử' }).getByText('Nhà cung cấp: VNPT → Viettel').waitFor()

  await save(second, 'Đổi nhà cung cấp khác')
  const met = second.getByRole('alert').filter({ hasText: 'Người khác vừa lưu thay đổi' })
  await met.getByText('Đã lấy theo bản vừa lưu: Wifi miễn phí, Vị trí, ranh giới.').waitFor()
  expect(await second.getByLabel('Vĩ độ').inputValue()).toBe(moved)
  await met.getByRole('radio', { name: 'Vừa lưu: Viettel' }).check()
  await second.getByLabel('Tên *').fill('NVH thôn Một')
  expect(await seriousProblems(second)).toEqual([])
  await second.getByRole('button', { name: 'Lưu với lựa chọn trên' }).click()
  const history = second.getByRole('region', { name: 'Lịch sử' })
  await history.getByText('Tên: NVH Một → NVH thôn Một').waitFor()

  const oldest = history.getByRole('listitem').filter({ hasText: 'Nạp từ tệp' })
  await oldest.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await oldest.getByLabel('Lý do *').fill('Ghi nhầm nhà văn hóa')
  await oldest.getByRole('button', { name: 'Khôi phục bản này' }).click()
  await second.getByRole('heading', { name: 'NVH Một', exact: true }).waitFor()
  await history.getByText('Nhà cung cấp: Viettel → VNPT').waitFor()

  // While it is sent nothing can be written that would be lost; who has gone on meanwhile is left there.
  let answer = () => undefined as void
  const held = new Promise<void>((resolve) => (answer = resolve))
  await second.route('**/api/staff/places/cultural_houses/*', async (route) => {
    if (route.request().method() === 'PUT') await held
    await route.continue()
  })
  await second.getByLabel('Nhà cung cấp').fill('CMC')
  await save(second, 'Đổi nhà cung cấp lần nữa')
  await second.locator('[inert]').getByText('Nhà cung cấp', { exact: true }).waitFor()
  await second.getByRole('button', { name: 'Về danh sách' }).click()
  await second.getByLabel('Loại địa điểm').selectOption('cameras')
  answer()
  await second.getByText('Đã lưu «NVH Một».').waitFor()
  await second.getByRole('button', { name: 'Thêm địa điểm' }).waitFor()
  expect(new URL(second.url()).search).toBe('?view=places&collection=cameras')
  desk.expectNoErrors(/412/)
})

/** CSS pixels of a degree of longitude where the map begins: as near as it goes for so small a village. */
const PIXELS = (512 * 2 ** 18) / 360
const SIDE = 0.001

/** Drags what lies at a distance (CSS pixels, east and south) from the middle of the map by another distance. */
async function drag(page: Page, [x, y]: [number, number], [dx, dy]: [number, number]) {
  const locator = page.locator('.map[aria-busy=false]')
  await locator.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const map = await locator.boundingBox()
  if (!map) throw new Error('The map has no place on the screen')
  const [left, top] = [map.x + map.width / 2 + x, map.y + map.height / 2 + y]
  await page.mouse.move(left, top)
  await page.mouse.down()
  await page.mouse.move(left + dx / 2, top + dy / 2, { steps: 4 })
  await page.mouse.move(left + dx, top + dy, { steps: 4 })
  await page.mouse.up()
}

test('a planner mends a village’s border by drawing, nothing is lost by a reload, and the figure follows', async () => {
  const { db, commune } = desk.reports
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code })
  const { lng: west, lat: south } = at()
  const [north, theirs] = [south + SIDE, Number((west + 0.0013).toFixed(6))]
  const village = (code: string, name: string, from: number, to: number) => ({
    code: `${commune.code}-${code}`,
    name,
    kind: 'thôn',
    commune_code: commune.code,
    geom: box(from, south, to, north)
  })
  await communeData(db).publish('villages', [
    village('91', 'Thôn Sửa', west, west + SIDE),
    village('92', 'Thôn Bên', theirs, theirs + SIDE)
  ])
  await communeData(db).publish('cameras', [
    {
      place: 'Cầu Sửa',
      owner: 'UBND xã',
      purpose: 'An ninh trật tự',
      state: 'working',
      commune_code: commune.code,
      geom: point(west + 0.0011, south + 0.0005)
    }
  ])
  await db.query(
    `insert into indicator (code, kind, unit, numerator, name_vi, name_en)
     values ('camera_villages', 'computed', 'percent', 'x', 'x', 'x') on conflict do nothing`
  )
  /** What anyone reads of the village in the public table. */
  const told = async () => {
    const page = await desk.blank()
    await page.goto(`${desk.url}/?commune=${commune.code}&indicator=camera_villages&tab=table`)
    return page.getByRole('row').filter({ hasText: 'Thôn Sửa' }).textContent()
  }
  const before = await told()
  const page = await desk.open(planner, '?view=places&collection=villages')
  await page.getByRole('button', { name: 'Thôn Sửa' }).click()
  await page.locator('.map[aria-busy=false]').waitFor()
  const facts = page.getByText('đo trên ellipsoid WGS 84')
  const drawn = await facts.textContent()
  const [right, up] = [(SIDE / 2) * PIXELS, ((SIDE / 2) * PIXELS) / Math.cos((south * Math.PI) / 180)]
  const alert = page.getByRole('alert')

  // Across the border below: refused, with the place; taken back by a key.
  await drag(page, [right, -up], [-right, up + 230])
  await alert.getByText('Ranh giới tự cắt tại kinh độ').waitFor()
  await save(page, 'Chỉnh theo bản đồ địa chính')
  await alert.getByText('Ranh giới tự cắt, nên chưa lưu.').waitFor()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: 'Xem chỗ ấy' }).press('Control+z')
  await alert.getByText('Ranh giới tự cắt tại').waitFor({ state: 'detached' })
  expect(await facts.textContent()).toBe(drawn)

  // Onto the neighbour's ground: told with its size before anything is saved.
  await drag(page, [right, -up], [200, 0])
  await alert.getByText(/Hình này lấn «Thôn Bên» [\d,.]+\sm², quanh kinh độ/).waitFor()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await alert.getByText('Hình này lấn').waitFor({ state: 'detached' })

  // Near the neighbour's corners: they snap, so that no gap is left.
  await drag(page, [right, -up], [0.0003 * PIXELS - 6, 5])
  await drag(page, [right, up], [0.0003 * PIXELS + 5, -4])
  await facts.getByText('So với bản đang lưu: +').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await page.reload()
  await page.getByText('Đã lấy lại những gì ông/bà làm lần trước mà chưa lưu.').waitFor()
  await save(page, 'Chỉnh theo bản đồ địa chính')
  await page.getByRole('region', { name: 'Lịch sử' }).getByText('Vị trí hoặc ranh giới đã đổi').waitFor()

  await page.getByRole('button', { name: 'So sánh hai bản' }).click()
  const compare = page.getByRole('group', { name: 'So sánh hai bản' })
  await compare.getByText('Diện tích 1,2 ha → 1,5 ha').waitFor()
  await compare.getByRole('region').waitFor()
  expect(await seriousProblems(page)).toEqual([])

  const { rows } = await db.query<{ touch: boolean; east: number }>(
    `select st_touches(a.geom, b.geom) as touch, st_xmax(a.geom) as east from open.villages a, open.villages b
      where a.code = $1 and b.code = $2 and a.valid_to is null`,
    [`${commune.code}-91`, `${commune.code}-92`]
  )
  expect(rows).toEqual([{ touch: true, east: theirs }])
  expect(before).not.toContain('100%')
  expect(await told()).toContain('100%')
  desk.expectNoErrors()
})

test('what a border from a file is shown as is what is saved, also after one that crosses itself', async () => {
  const { db, commune } = desk.reports
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code })
  const [west, south] = [at().lng + 0.003, at().lat]
  const code = `${commune.code}-93`
  await communeData(db).publish('villages', [
    {
      ...{ code, name: 'Thôn Tệp', kind: 'thôn', commune_code: commune.code },
      geom: box(west, south, west + SIDE, south + SIDE)
    }
  ])
  const page = await desk.open(planner, '?view=places&collection=villages')
  await page.getByRole('button', { name: 'Thôn Tệp' }).click()
  await page.locator('.map[aria-busy=false]').waitFor()
  const facts = page.getByText('đo trên ellipsoid WGS 84')
  const drawn = (await facts.textContent()) ?? ''
  const crossing = page.getByRole('alert').getByText('Ranh giới tự cắt tại kinh độ')
  /** Chooses a file with these corners, in sides of the village. */
  async function take(name: string, corners: [number, number][], last = corners.slice(0, 1)) {
    const ring = [...corners, ...last].map(([x, y]) => [west + x * SIDE, south + y * SIDE])
    const buffer = Buffer.from(JSON.stringify({ type: 'Polygon', coordinates: [ring] }))
    const file = { name, mimeType: 'application/geo+json', buffer }
    await page.getByLabel('Chọn tệp GeoJSON').setInputFiles(file)
    await page.getByText(`Hình mới lấy từ «${name}», chưa lưu.`).waitFor()
  }
  const square = (side: number): [number, number][] => [
    [0, 0],
    [side, 0],
    [side, side],
    [0, side]
  ]
  await take('half.geojson', square(0.5))
  await facts.getByText('So với bản đang lưu: −').waitFor()
  const half = (await facts.textContent()) ?? ''
  for (const _ of [1, 2]) {
    await take('cross.geojson', [
      [0, 0],
      [1, 1],
      [1, 0],
      [0, 1]
    ])
    await crossing.waitFor()
    await take('half.geojson', square(0.5))
    await crossing.waitFor({ state: 'detached' })
    expect(await facts.textContent()).toBe(half)
  }
  for (const _ of [1, 2, 3, 4, 5]) await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect.poll(() => facts.textContent()).toBe(drawn)
  for (const _ of [1, 2, 3, 4, 5]) await page.getByRole('button', { name: 'Làm lại' }).click()
  await expect.poll(() => facts.textContent()).toBe(half)
  await save(page, 'Theo bản đồ địa chính')
  const saved = page.getByText('Đã lưu «Thôn Tệp».')
  await saved.waitFor()
  await facts.getByText('So với bản đang lưu').waitFor({ state: 'detached' })
  const kept = (await facts.textContent()) ?? ''

  // What is said goes with what it speaks of; a ring left open keeps all its corners.
  await take('open.geojson', square(0.25), [])
  await saved.waitFor({ state: 'detached' })
  const taken = page.getByText('1 vòng của hình chưa khép kín: đã nối đỉnh cuối về đỉnh đầu')
  await taken.waitFor()
  await page
    .getByLabel('Chọn tệp GeoJSON')
    .setInputFiles({ name: 'bad.geojson', mimeType: 'application/geo+json', buffer: Buffer.from('{}') })
  const bad = page.getByText('Tệp này không phải GeoJSON có đúng một hình.')
  await bad.waitFor()
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await bad.waitFor({ state: 'detached' })
  await expect.poll(() => facts.textContent()).toBe(kept)
  expect(await taken.count()).toBe(0)
  const { rows } = await db.query<{ share: number }>(
    `select round((st_xmax(geom) - st_xmin(geom))::numeric / $2, 3)::float8 as share
       from open.villages where code = $1 and valid_to is null`,
    [code, SIDE]
  )
  expect(rows).toEqual([{ share: 0.5 }])
  desk.expectNoErrors()
})

test('on a phone the boundary of a relic is drawn by taps, with a hole in it', async () => {
  const { db, commune } = desk.reports
  const culture = await createStaff(db, { role: 'culture', communeCode: commune.code })
  const page = await desk.blank(PHONE)
  await desk.signIn(page, culture)
  await page.route('**/new/neighbours*', (route) => route.fulfill({ status: 503 }), { times: 1 })
  await page.goto(`${desk.url}/can-bo?view=places&place=new`)
  const failed = page.getByRole('alert').filter({ hasText: 'Chưa tải được các địa điểm bên cạnh' })
  await failed.getByRole('button').click()
  await failed.waitFor({ state: 'detached' })
  await page.getByLabel('Tên *').fill('Thành cổ')
  await page.getByText('một vùng có ranh giới').click()
  const map = page.locator('.map[aria-busy=false]')
  await map.waitFor()
  await map.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  /** Taps the corners of a square around the middle of the map, and closes it. */
  async function tap(half: number) {
    for (const [dx, dy] of [
      [-1, -1],
      [1, -1],
      [1, 1],
      [-1, 1]
    ] as const)
      // prettier-ignore
      await page.touchscreen.tap(x + width / 2 + dx * half, y + height / 2 + dy * half)
    await page.getByRole('button', { name: 'Khép hình' }).click()
  }
  await tap(90)
  await page.getByText('; 4 đỉnh.').waitFor()
  await page.getByRole('button', { name: 'Vẽ phần khoét' }).click()
  await map.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  await tap(40)
  await page.getByText('; 8 đỉnh.').waitFor()

  // An outline that is not closed is not left out in silence, and one that is given up is not counted.
  await page.getByRole('button', { name: 'Vẽ thêm phần' }).click()
  await map.evaluate((element) => element.scrollIntoView({ block: 'center' }))
  for (const dx of [100, 130]) await page.touchscreen.tap(x + width / 2 + dx, y + height / 2)
  await page.touchscreen.tap(x + width / 2 + 120, y + height / 2 + 60)
  await page.getByText('; 11 đỉnh.').waitFor()
  await save(page, 'Khoanh vùng bảo vệ')
  await page.getByText('Hình đang vẽ chưa khép, nên chưa lưu.').waitFor()
  await page.getByRole('button', { name: 'Thôi vẽ' }).click()
  await page.getByText('; 8 đỉnh.').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBe(0)
  await page.getByText('Sửa từng đỉnh bằng bàn phím').click()
  await page.getByRole('button', { name: 'Thêm đỉnh sau đỉnh này' }).click()
  await page.getByText('; 9 đỉnh.').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await save(page, 'Khoanh vùng bảo vệ')
  await page.getByText('Đã lưu «Thành cổ».').waitFor()
  const { rows } = await db.query<{ rings: number }>(
    `select st_nrings(geom) as rings from relic where name = 'Thành cổ'`
  )
  expect(rows).toEqual([{ rings: 2 }])
  desk.expectNoErrors(/503/)
})

test('who keeps cameras sees where each looks, what it is and when it was checked', async () => {
  const { db, commune } = desk.reports
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code })
  const camera = {
    owner: 'UBND xã',
    purpose: 'An ninh trật tự',
    commune_code: commune.code,
    geom: point(at().lng, at().lat)
  }
  const known = { state: 'working', azimuth_deg: 110, view_deg: 90, range_m: 60, model: 'IP-7' }
  await communeData(db).publish('cameras', [
    { ...camera, ...known, place: 'Cổng chợ', last_checked_on: '2026-06-15' },
    { ...camera, place: 'Đầu cầu' }
  ])
  const page = await desk.open(planner, '?view=places&collection=cameras')
  const cameras = page.getByRole('region', { name: 'Camera trên bản đồ' })
  const textOf = (name: string) => cameras.getByRole('row').filter({ hasText: name }).getByRole('cell')
  await cameras.getByRole('table').waitFor()
  expect(await textOf('Cổng chợ').allTextContents()).toEqual([
    'Đang hoạt động',
    '110°',
    '90°',
    '60\u00a0m',
    'IP-7',
    '15/06/2026'
  ])
  expect(await textOf('Đầu cầu').allTextContents()).toEqual(Array.from({ length: 6 }, () => 'chưa rõ'))
  expect(await seriousProblems(page)).toEqual([])
  await cameras.getByRole('button', { name: 'Cổng chợ', exact: true }).click()
  await page.getByLabel('Kiểm tra lần cuối').waitFor()
  desk.expectNoErrors()
})

test('a planner puts photos to a house, everybody sees them, and one is taken down with its reason', async () => {
  const { db, commune } = desk.reports
  const house = { ref: 'anh', name: 'NVH Ảnh', commune_code: commune.code, geom: point(at().lng, at().lat) }
  await communeData(db).publish('cultural_houses', [house])
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code, name: 'Lê Quy Hoạch' })
  const page = await desk.open(planner, '?view=places&collection=cultural_houses', PHONE)
  await page.getByRole('button', { name: 'NVH Ảnh' }).click()
  const photos = page.getByRole('region', { name: 'Ảnh', exact: true })
  await photos.getByText('Địa điểm này chưa có ảnh.').waitFor()
  const shown = () =>
    photos.locator('ol > li img').evaluateAll((all) => all.map((img) => img.getAttribute('alt')))
  async function choose(width: number) {
    const create = { width, height: 300, channels: 3 as const, background: '#7a5' }
    const buffer = await sharp({ create }).jpeg().toBuffer()
    await photos
      .getByLabel('Chọn ảnh từ máy')
      .setInputFiles({ name: `${width}.jpg`, mimeType: 'image/jpeg', buffer })
  }
  /** Chooses a file and says what must be said of it. */
  async function put(alt: string, width: number) {
    await choose(width)
    await photos.getByLabel('Mô tả ảnh bằng tiếng Việt (bắt buộc)').fill(alt)
    await photos.getByLabel('Tác giả (bắt buộc)').fill('Trần Thị B')
    await photos.getByRole('button', { name: 'Đưa ảnh lên' }).click()
    await photos.getByText('Đã thêm ảnh.').waitFor()
  }
  await choose(400)
  await photos.getByLabel('Chú thích dưới ảnh (tiếng Việt)').fill('Chụp từ đường')
  await page.reload()
  await photos.getByText('Lời đã viết lần trước mà chưa lưu vẫn còn.').waitFor()
  await put('Cổng vào', 400)
  await photos.getByText('Chụp từ đường').waitFor()
  await photos.getByRole('button', { name: 'Sửa lời' }).click()
  await photos.getByLabel('Tác giả (bắt buộc)').fill('Lê Văn C')
  await page.reload()
  await photos.getByText('Đây là những gì ông/bà đã viết lần trước mà chưa lưu.').waitFor()
  // What stands against a save goes with the form that it was about.
  const isChange = (route: Route) => route.request().method() === 'PUT'
  await page.route(
    '**/photos/*',
    (route) => (isChange(route) ? route.fulfill({ status: 503 }) : route.continue()),
    { times: 1 }
  )
  await photos.getByRole('button', { name: 'Lưu' }).click()
  await photos.getByRole('alert').waitFor()
  await photos.getByRole('button', { name: 'Hủy' }).click()
  await photos.getByRole('alert').waitFor({ state: 'detached' })
  await photos.getByRole('button', { name: 'Sửa lời' }).click()
  await photos.getByLabel('Tác giả (bắt buộc)').fill('Lê Văn C')
  await photos.getByRole('button', { name: 'Lưu' }).click()
  await photos.getByText('Lê Văn C · ').waitFor()
  await put('Sân trước', 500)
  await photos.getByRole('button', { name: 'Đặt làm ảnh đầu' }).click()
  await expect.poll(shown).toEqual(['Sân trước', 'Cổng vào'])
  expect(await seriousProblems(page)).toEqual([])

  const { rows } = await db.query<{ id: number }>(
    `select id from open.cultural_houses where name = 'NVH Ảnh'`
  )
  const id = rows[0]?.id ?? 0
  const visitor = await desk.blank()
  await visitor.goto(`${desk.url}/nha-van-hoa/doi-tuong/${id}`)
  await visitor.getByRole('img', { name: 'Sân trước' }).waitFor()
  await visitor.getByRole('img', { name: 'Cổng vào' }).waitFor()
  expect(await seriousProblems(visitor)).toEqual([])

  await photos.getByRole('button', { name: 'Gỡ ảnh' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Lý do gỡ (bắt buộc)').fill('Sân đã xây lại')
  await dialog.getByRole('button', { name: 'Gỡ ảnh' }).click()
  await expect.poll(shown).toEqual(['Cổng vào'])
  await photos.getByText('Lịch sử ảnh').click()
  await photos.getByText('Lý do: Sân đã xây lại').waitFor()
  await visitor.reload()
  await visitor.getByRole('img', { name: 'Cổng vào' }).waitFor()
  expect(await visitor.getByRole('img', { name: 'Sân trước' }).count()).toBe(0)
  desk.expectNoErrors(/503/)
})
