import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { IndicatorAnswer } from '../../server/plans/contract.ts'
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
  await page.getByRole('button', { name: 'Thêm địa điểm' }).click()
  await page.getByLabel('Tên *').fill('Đình Mới')
  await page.getByLabel('Vĩ độ').fill(String(at().lat))
  await page.getByLabel('Kinh độ').fill(String(at().lng))
  await page.getByLabel('Kinh độ').blur()
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
  await page.getByLabel('Xếp hạng').selectOption({ label: 'tỉnh' })
  await page.getByLabel('Số quyết định').fill('12/QĐ')
  await page.getByLabel('Ngày quyết định').fill('18/05/2011')
  await page.getByLabel('Sai số vị trí (m)').fill('2,5')
  await page.getByLabel('Giới thiệu (tiếng Việt)').fill('Đình thờ Thành hoàng.\n\nDựng năm 1802.')
  await page.getByLabel('Vĩ độ').fill(String(at().lat + 0.001))
  await page.getByLabel('Vĩ độ').blur()
  await save(page, 'Có quyết định xếp hạng')
  const history = page.getByRole('region', { name: 'Lịch sử' })
  await history.getByText('Xếp hạng: (trống) → tỉnh').waitFor()
  expect(await history.getByText('Vị trí hoặc ranh giới đã đổi').count()).toBe(1)
  expect(await history.getByText('Lê Thị Văn').count()).toBe(2)

  await page.goto(`${desk.url}/can-bo?view=relics`)
  await relic.getByText('4 trên 7').waitFor()
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
  await first.getByLabel('Wifi miễn phí').selectOption({ label: 'có' })
  await second.getByLabel('Nhà cung cấp').fill('FPT')
  await save(first, 'Đổi nhà cung cấp')
  await first.getByRole('region', { name: 'Lịch sử' }).getByText('Nhà cung cấp: VNPT → Viettel').waitFor()

  await save(second, 'Đổi nhà cung cấp khác')
  const met = second.getByRole('alert').filter({ hasText: 'Người khác vừa lưu thay đổi' })
  await met.getByText('Đã lấy theo bản vừa lưu: Wifi miễn phí.').waitFor()
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
  desk.expectNoErrors(/412/)
})

test('a planner mends a village’s border from a file, and the figure of the village follows', async () => {
  const { db, commune } = desk.reports
  const planner = await createStaff(db, { role: 'planner', communeCode: commune.code })
  await communeData(db).publish('villages', [
    {
      code: `${commune.code}-91`,
      name: 'Thôn Sửa',
      kind: 'thôn',
      commune_code: commune.code,
      geom: box(at().lng, at().lat, at().lng + 0.001, at().lat + 0.001)
    }
  ])
  await communeData(db).publish('premises', [
    {
      geom: point(at().lng + 0.0015, at().lat + 0.0005),
      residents: 40,
      households: 9,
      commune_code: commune.code
    }
  ])
  await db.query(
    `insert into indicator (code, kind, unit, numerator, name_vi, name_en)
     values ('fibre_households', 'computed', 'percent', 'x', 'x', 'x') on conflict do nothing`
  )
  const homes = async () => {
    const response = await fetch(`${desk.url}/api/communes/${commune.code}/indicators/fibre_households`)
    const { villages } = (await response.json()) as z.infer<typeof IndicatorAnswer>
    return villages.find(({ code }) => code === `${commune.code}-91`)?.figure
  }
  const before = await homes()
  const page = await desk.open(planner, '?view=places&collection=villages')
  await page.getByRole('button', { name: 'Thôn Sửa' }).click()
  const ring = (crossed: boolean) => {
    const [west, south, east, north] = [at().lng, at().lat, at().lng + 0.002, at().lat + 0.001]
    const [sw, se, ne, nw] = [
      [west, south],
      [east, south],
      [east, north],
      [west, north]
    ]
    const coordinates = [crossed ? [sw, ne, se, nw, sw] : [sw, se, ne, nw, sw]]
    return {
      name: crossed ? 'cheo.geojson' : 'thon.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'Polygon', coordinates }))
    }
  }
  const file = page.getByLabel('Tệp GeoJSON của hình mới')
  await file.setInputFiles(ring(true))
  await page.getByText('Hình mới lấy từ «cheo.geojson», chưa lưu.').waitFor()
  await save(page, 'Chỉnh theo bản đồ địa chính')
  await page.getByRole('alert').getByText('Ranh giới tự cắt tại kinh độ').waitFor()
  await file.setInputFiles(ring(false))
  await page.getByText('Hình mới lấy từ «thon.geojson», chưa lưu.').waitFor()
  await page.getByRole('button', { name: 'Lưu bản mới' }).click()
  await page.getByRole('region', { name: 'Lịch sử' }).getByText('Vị trí hoặc ranh giới đã đổi').waitFor()

  expect(before).toBeDefined()
  expect(await homes()).not.toEqual(before)
  desk.expectNoErrors(/422/)
})
