import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages } from '../support/report-desk.ts'
import { PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()

/** The picker's map has been drawn: a hand can move it. */
const mapIn = async (page: Page, picker: ReturnType<Page['getByRole']>) => {
  await picker.getByRole('button', { name: 'Phóng to' }).waitFor()
  await picker.locator('canvas').first().waitFor()
  const area = await picker.locator('canvas').first().boundingBox()
  if (!area) throw new Error('no map')
  return { x: area.x + area.width / 2, y: area.y + area.height / 2 }
}

test('an officer corrects a place by moving the map and by keys; where it was first is kept', async () => {
  const { id, number } = await desk.report('Rác ở bên kia đường.')
  const page = await desk.open(desk.officer, `?report=${id}`)
  const panel = page.getByRole('region', { name: `Phản ánh ${number}` })
  await panel.getByRole('button', { name: 'Việc khác' }).click()
  await panel.getByRole('button', { name: 'Sửa thông tin' }).click()
  const picker = panel.getByRole('group', { name: 'Vị trí' })
  await picker.scrollIntoViewIfNeeded()
  const middle = await mapIn(page, picker)
  const before = await desk.read(id)
  expect(await panel.getByRole('button', { name: 'Lưu', exact: true }).isDisabled()).toBe(true)

  const lng = picker.getByLabel('Kinh độ')
  const first = Number(await lng.inputValue())
  expect(first).toBeCloseTo(before.place.lng, 5)
  await page.mouse.move(middle.x + 40, middle.y + 40)
  await page.mouse.down()
  await page.mouse.move(middle.x - 20, middle.y + 40, { steps: 6 })
  await page.mouse.up()
  await expect.poll(async () => Number(await lng.inputValue())).toBeGreaterThan(first)
  const cross = picker.getByRole('button', { name: /^Điểm đang chọn/ })
  await cross.focus()
  const lat = Number(await picker.getByLabel('Vĩ độ').inputValue())
  await page.keyboard.press('Shift+ArrowUp')
  await expect
    .poll(async () => Number(await picker.getByLabel('Vĩ độ').inputValue()))
    .toBeGreaterThan(lat + 0.00015)
  await picker.getByText(/^Cách vị trí ban đầu \d/).waitFor()
  expect(await seriousProblems(page)).toEqual([])
  const chosen = {
    lng: Number(await lng.inputValue()),
    lat: Number(await picker.getByLabel('Vĩ độ').inputValue())
  }
  await panel.getByRole('button', { name: 'Lưu', exact: true }).click()
  await panel.getByText('Đã lưu. Sửa thông tin.').waitFor()

  const after = await desk.read(id)
  expect(after.place).toEqual(chosen)
  expect([after.measured?.lng, after.measured?.lat]).toEqual([before.place.lng, before.place.lat])
  await panel.getByText(/đã chỉnh .+ so với vị trí ban đầu/).waitFor()
  desk.expectNoErrors()
})

test.each([
  ['a desk', {}],
  ['a phone', PHONE]
])('whoever is called finds the village by its name on %s, and moves on from its middle', async (_, size) => {
  const page = await desk.open(desk.officer, '?view=intake', size)
  const picker = page.getByRole('group', { name: 'Xảy ra ở đâu' })
  await mapIn(page, picker)
  const search = picker.getByRole('combobox', { name: 'Tìm thôn, địa điểm' })
  await search.fill('thon 2')
  await picker.getByRole('option').first().waitFor()
  await search.press('Enter')
  await picker.getByText(/^Dấu cộng ở giữa/).waitFor()
  await page.getByLabel('Loại việc').selectOption({ index: 1 })
  await page.getByRole('button', { name: 'Lưu phản ánh' }).click()
  await page.getByText(/^Đã nhận phản ánh/).waitFor()
  desk.expectNoErrors()
})
