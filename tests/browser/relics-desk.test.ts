import { expect, test } from 'vitest'
import { createStaff } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { communeData, point } from '../support/commune-data.ts'
import { DeskPages } from '../support/report-desk.ts'
import { PHONE } from '../support/ui-page.ts'

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
  const relic = page.getByRole('listitem').filter({ has: page.getByRole('link', { name: 'Đình Cả' }) })
  await relic.waitFor()
  expect(await relic.getByText('2 trên 7').count()).toBe(1)
  expect(await relic.getByText('Lời giới thiệu bằng tiếng Việt').count()).toBe(1)
  expect(await relic.getByText('Vị trí hoặc ranh giới có sai số').count()).toBe(0)
  expect(await seriousProblems(page)).toEqual([])
  const file = page.getByRole('link', { name: 'Tải bảng CSV' })
  expect(await file.getAttribute('href')).toBe('/api/staff/relics.csv?lang=vi')
  await page.getByRole('link', { name: 'Đình Cả' }).click()
  await page.getByRole('heading', { name: 'Số hóa: 2/7' }).waitFor()
  desk.expectNoErrors()
})
