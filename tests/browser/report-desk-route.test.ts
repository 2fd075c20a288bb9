import { expect, test } from 'vitest'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages, lightPicture } from '../support/report-desk.ts'
import { awaitOfflineReady } from '../support/report-phone.ts'
import { PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()

test('an officer takes the day’s points along, answers without a network, and the page may die meanwhile', async () => {
  const first = await desk.report('Điểm thứ nhất trên đường.', [await lightPicture()])
  const second = await desk.report('Điểm thứ hai trên đường.')
  for (const { id } of [first, second])
    await desk.act(desk.leader, id, { action: 'assign', unitId: desk.unitId, accountId: desk.officer.id })
  const { west, south } = desk.reports.commune
  const geolocation = { longitude: west + 0.005, latitude: south + 0.005, accuracy: 5 }
  const page = await desk.open(desk.officer, '?view=route', {
    ...PHONE,
    geolocation,
    permissions: ['geolocation']
  })
  await page.getByRole('button', { name: 'Lấy các việc của tôi' }).click()
  await page.getByText('Điểm thứ hai trên đường.').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await awaitOfflineReady(page)
  await page.context().setOffline(true)

  const stop = page.getByRole('listitem').filter({ hasText: 'Điểm thứ nhất trên đường.' })
  await stop.getByRole('button', { name: 'Ghi kết quả' }).click()
  await stop.getByLabel('Nội dung trả lời').fill('Đã dọn sạch lúc sáng.')
  const buffer = await lightPicture(120)
  await stop.getByLabel('Ảnh sau xử lý').setInputFiles({ name: 'image.jpg', mimeType: 'image/jpeg', buffer })
  await stop.getByRole('button', { name: 'Tôi đang ở đó: dùng vị trí của máy' }).click()
  await stop.getByText(/^Nơi chụp cách vị trí phản ánh/).waitFor()
  await stop.getByRole('button', { name: 'Ghi kết quả', exact: true }).last().click()
  await page.getByText('1 câu trả lời chưa gửi').waitFor()

  await page.reload()
  await page.getByText('Chờ gửi').waitFor()
  await page.getByText('Đã dọn sạch lúc sáng.').waitFor()
  expect((await desk.read(first.id)).state).toBe('assigned')

  await page.context().setOffline(false)
  await expect.poll(async () => (await desk.read(first.id)).state).toBe('resolved')
  const { media, history } = await desk.read(first.id)
  expect(media.map(({ role, received }) => [role, received])).toContainEqual(['after', true])
  expect(history.at(-1)?.text).toBe('Đã dọn sạch lúc sáng.')
  await page.getByText('Máy chủ đã nhận').waitFor()
  desk.expectNoErrors(/ERR_INTERNET_DISCONNECTED|Failed to load|Failed to fetch|no-response/)
})

test('an answer to a point that somebody has changed is not sent over it: the officer chooses', async () => {
  const { id } = await desk.report('Điểm bị đổi giữa chừng.')
  await desk.act(desk.leader, id, { action: 'assign', unitId: desk.unitId, accountId: desk.officer.id })
  const page = await desk.open(desk.officer, '?view=route')
  await page.getByRole('button', { name: 'Lấy các việc của tôi' }).click()
  const stop = page.getByRole('listitem').filter({ hasText: 'Điểm bị đổi giữa chừng.' })
  await stop.getByRole('button', { name: 'Ghi kết quả' }).click()
  await stop.getByLabel('Nội dung trả lời').fill('Không còn gì ở đó.')
  await stop.getByLabel('Lý do không có ảnh chụp tại chỗ').fill('Máy ảnh hỏng.')
  await desk.act(desk.leader, id, { action: 'start' })
  await stop.getByRole('button', { name: 'Ghi kết quả', exact: true }).last().click()

  await stop.getByText('Trạng thái: Đã phân công → Đang xử lý').waitFor()
  expect((await desk.read(id)).state).toBe('in_progress')
  await stop.getByRole('button', { name: 'Vẫn gửi câu trả lời của tôi' }).click()
  await expect.poll(async () => (await desk.read(id)).state).toBe('resolved')
  desk.expectNoErrors(/412/)
})
