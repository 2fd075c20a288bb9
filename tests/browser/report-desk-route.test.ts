import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages, lightPicture } from '../support/report-desk.ts'
import { awaitOfflineReady } from '../support/report-phone.ts'
import { PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()
const AWAY = /ERR_INTERNET_DISCONNECTED|Failed to load|Failed to fetch|no-response/

/** A report of the officer's, and his route with it, kept for when there is no network. */
async function pointOf(words: string, options?: Parameters<DeskPages['open']>[2]) {
  const { id } = await desk.report(words)
  await desk.act(desk.leader, id, { action: 'assign', unitId: desk.unitId, accountId: desk.officer.id })
  const page = await desk.open(desk.officer, '?view=route', options)
  await page.getByRole('button', { name: 'Lấy các việc của tôi' }).click()
  const stop = page.getByRole('listitem').filter({ hasText: words })
  await stop.waitFor()
  return { id, page, stop }
}
type Stop = Awaited<ReturnType<typeof pointOf>>['stop']

async function resolveWithoutPicture(stop: Stop, words: string) {
  await stop.getByRole('button', { name: 'Ghi kết quả' }).click()
  await stop.getByLabel('Nội dung trả lời').fill(words)
  await stop.getByLabel('Lý do không có ảnh chụp tại chỗ').fill('Máy ảnh hỏng.')
  await stop.getByRole('button', { name: 'Ghi kết quả', exact: true }).last().click()
}

/** The next answer of the server to an action does not reach the page, though it did what it was asked. */
const loseNextAnswer = (page: Page) =>
  page.evaluate(() => {
    const real = window.fetch
    window.fetch = async (...sent) => {
      const answer = await real(...sent)
      if (!String(sent[0]).endsWith('/actions')) return answer
      window.fetch = real
      throw new TypeError('Failed to fetch')
    }
  })

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
  expect(Date.parse(history.at(-1)?.recordedAt ?? '')).toBeLessThan(Date.parse(history.at(-1)?.at ?? ''))
  await page.getByText('Máy chủ đã nhận').waitFor()
  desk.expectNoErrors(AWAY)
})

test('several answers to one point are given without a network and arrive in their order', async () => {
  const { id } = await desk.report('Điểm mới, chưa ai tiếp nhận.')
  const page = await desk.open(desk.officer, '?text=ch%C6%B0a%20ai%20ti%E1%BA%BFp', PHONE)
  await page.getByLabel('Chọn tất cả đang hiện').check()
  await page.getByRole('button', { name: 'Đưa vào lộ trình' }).click()
  const stop = page.getByRole('listitem').filter({ hasText: 'Điểm mới, chưa ai tiếp nhận.' })
  await stop.waitFor()
  await awaitOfflineReady(page)
  await page.context().setOffline(true)

  await stop.getByRole('button', { name: 'Tiếp nhận' }).click()
  await stop.getByText(/^Tiếp nhận ·/).waitFor()
  await stop.getByRole('button', { name: 'Bắt đầu xử lý' }).click()
  await stop.getByText('Bắt đầu xử lý · Chờ việc trước được gửi').waitFor()
  await stop.getByRole('button', { name: 'Việc khác' }).click()
  await stop.getByRole('button', { name: 'Chuyển cơ quan khác' }).click()
  await stop.getByLabel('Chuyển cho').fill('Công ty Thủy lợi Bắc Hà Tĩnh')
  await stop.getByLabel('Nội dung trả lời').fill('Kênh do công ty quản lý.')
  expect(await seriousProblems(page)).toEqual([])
  await stop.getByRole('button', { name: 'Chuyển cơ quan khác', exact: true }).last().click()
  await page.getByText('3 câu trả lời chưa gửi').waitFor()
  expect(await stop.getByRole('button', { name: 'Ghi kết quả' }).count()).toBe(0)

  await page.reload()
  await page.getByText('3 câu trả lời chưa gửi').waitFor()
  expect((await desk.read(id)).state).toBe('new')
  await page.context().setOffline(false)
  await expect.poll(async () => (await desk.read(id)).state).toBe('out_of_scope')
  const { history, handedTo, assignee } = await desk.read(id)
  expect(history.map(({ kind }) => kind)).toEqual(['taken_in', 'received', 'started', 'out_of_scope'])
  expect([handedTo, assignee?.name]).toEqual(['Công ty Thủy lợi Bắc Hà Tĩnh', 'Nguyễn Thị Lan'])
  await page.getByText('Máy chủ đã nhận').waitFor()
  desk.expectNoErrors(AWAY)
})

test('asking back and closing honestly go without a network too; what was recorded can be taken back', async () => {
  const { id, page, stop } = await pointOf('Điểm chưa rõ chỗ nào.', PHONE)
  await awaitOfflineReady(page)
  await page.context().setOffline(true)
  await stop.getByRole('button', { name: 'Việc khác' }).click()
  await stop.getByRole('button', { name: 'Hỏi lại người gửi' }).click()
  await stop.getByLabel('Câu hỏi').fill('Ở bên nào của cầu?')
  await stop.getByRole('button', { name: 'Hỏi lại người gửi', exact: true }).last().click()
  await stop.getByRole('button', { name: 'Tiếp tục xử lý' }).click()
  await stop.getByText('Tiếp tục xử lý · Chờ việc trước được gửi').waitFor()
  await stop.getByRole('button', { name: 'Bỏ câu trả lời' }).click()
  await page.getByText('1 câu trả lời chưa gửi').waitFor()
  await stop.getByRole('button', { name: 'Kết thúc, chưa giải quyết được' }).click()
  await stop.getByLabel('Lý do').fill('Nước ngập, không vào được.')
  await stop.getByRole('button', { name: 'Kết thúc, chưa giải quyết được', exact: true }).last().click()
  await page.getByText('2 câu trả lời chưa gửi').waitFor()

  await page.context().setOffline(false)
  await expect.poll(async () => (await desk.read(id)).state).toBe('closed_unresolved')
  const { history, reason } = await desk.read(id)
  expect(history.map(({ kind }) => kind).slice(-2)).toEqual(['asked', 'closed_unresolved'])
  expect(reason).toBe('Nước ngập, không vào được.')
  desk.expectNoErrors(AWAY)
})

test('an answer whose receipt was lost is sent again, is done once, and the next one still goes', async () => {
  const { id, page, stop } = await pointOf('Điểm có sóng chập chờn.')
  await loseNextAnswer(page)
  await stop.getByRole('button', { name: 'Bắt đầu xử lý' }).click()
  await expect.poll(async () => (await desk.read(id)).state).toBe('in_progress')
  await resolveWithoutPicture(stop, 'Đã khơi thông.')
  await expect.poll(async () => (await desk.read(id)).state).toBe('resolved')
  await stop.getByText('Máy chủ đã nhận').waitFor()
  const kinds = (await desk.read(id)).history.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'started')).toHaveLength(1)
  expect(kinds.filter((kind) => kind === 'resolved')).toHaveLength(1)
  desk.expectNoErrors(AWAY)
})

test('an answer to a point that somebody has changed is not sent over it: the officer chooses field by field', async () => {
  const { id, stop } = await pointOf('Điểm bị đổi giữa chừng.')
  await desk.act(desk.leader, id, { action: 'start' })
  await resolveWithoutPicture(stop, 'Không còn gì ở đó.')

  await stop.getByText('Trạng thái: Đã phân công → Đang xử lý').waitFor()
  expect((await desk.read(id)).state).toBe('in_progress')
  const theirs = stop.getByRole('radio', { name: 'Bản đã lưu Trạng thái: Đang xử lý' })
  await theirs.waitFor()
  await stop.getByRole('radio', { name: 'Của tôi Trạng thái: Đã giải quyết' }).check()
  await stop.getByRole('button', { name: 'Thực hiện lựa chọn' }).click()
  await expect.poll(async () => (await desk.read(id)).state).toBe('resolved')
  desk.expectNoErrors(/412/)
})

test('whoever leaves what the other did loses the answer and nothing else', async () => {
  const { id, page, stop } = await pointOf('Điểm người khác đã xong.')
  await desk.act(desk.leader, id, {
    action: 'resolve',
    text: 'Đội khác đã dọn.',
    reason: 'Không có máy ảnh.'
  })
  await stop.getByRole('button', { name: 'Bắt đầu xử lý' }).click()
  await stop.getByText('Trạng thái: Đã phân công → Đã giải quyết').waitFor()
  await stop.getByText('Ở trạng thái mới không còn thực hiện được “Bắt đầu xử lý”.').waitFor()
  await stop.getByRole('button', { name: 'Bỏ câu trả lời' }).click()
  await page.getByText('1 câu trả lời chưa gửi').waitFor({ state: 'detached' })
  await stop.getByText('Đã giải quyết', { exact: true }).waitFor()
  expect((await desk.read(id)).history.at(-1)?.text).toBe('Đội khác đã dọn.')
  desk.expectNoErrors(/412/)
})

test('an approval meanwhile stops no answer', async () => {
  const { id, stop } = await pointOf('Điểm được duyệt giữa chừng.')
  await desk.act(desk.leader, id, { action: 'approve', pictures: [] })
  await stop.getByRole('button', { name: 'Bắt đầu xử lý' }).click()
  await stop.getByText('Máy chủ đã nhận').waitFor()
  expect((await desk.read(id)).state).toBe('in_progress')
  desk.expectNoErrors(/412/)
})

test('two windows of one officer send an answer once, and both show that it has arrived', async () => {
  const { id, page, stop } = await pointOf('Điểm mở ở hai cửa sổ.')
  const other = await page.context().newPage()
  await other.goto(page.url())
  const same = other.getByRole('listitem').filter({ hasText: 'Điểm mở ở hai cửa sổ.' })
  await same.getByRole('button', { name: 'Bắt đầu xử lý' }).waitFor()
  await stop.getByRole('button', { name: 'Bắt đầu xử lý' }).click()
  await same.getByText('Đang xử lý', { exact: true }).waitFor()
  expect(await same.getByRole('button', { name: 'Bắt đầu xử lý' }).count()).toBe(0)
  const kinds = (await desk.read(id)).history.map(({ kind }) => kind)
  expect(kinds.filter((kind) => kind === 'started')).toHaveLength(1)
  desk.expectNoErrors()
})

test('an answer from the route has its template though the page was opened without a network', async () => {
  await desk.reports.db.query(
    `insert into answer_template (title, text, category_code) values ('Hỏi rõ vị trí', 'Ở bên nào đường?', 'illegal_dump')`
  )
  const { page, stop } = await pointOf('Điểm hỏi bằng mẫu có sẵn.', PHONE)
  const kept = () => page.evaluate(() => localStorage.getItem('dia-ban-templates'))
  await expect.poll(kept).toContain('Ở bên nào đường?')
  await awaitOfflineReady(page)
  await page.context().setOffline(true)
  await page.reload()
  await stop.getByRole('button', { name: 'Việc khác' }).click()
  await stop.getByRole('button', { name: 'Hỏi lại người gửi' }).click()
  await stop.getByRole('combobox', { name: 'Dùng mẫu trả lời' }).selectOption('Hỏi rõ vị trí')
  await expect.poll(() => stop.getByLabel('Câu hỏi').inputValue()).toBe('Ở bên nào đường?')

  await page.context().setOffline(false)
  await page.goto(`${desk.url}/can-bo?view=account`)
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click()
  await page.getByRole('heading', { name: 'Đăng nhập dành cho cán bộ' }).waitFor()
  expect(await kept()).toBeNull()
  desk.expectNoErrors(AWAY)
})

test('what an officer recorded waits for him while somebody else uses the device', async () => {
  const { id, page, stop } = await pointOf('Điểm của người giao máy.', PHONE)
  await awaitOfflineReady(page)
  await page.context().setOffline(true)
  await stop.getByRole('button', { name: 'Bắt đầu xử lý' }).click()
  await page.getByText('1 câu trả lời chưa gửi').waitFor()
  const context = page.context()
  const own = await context.cookies()
  await context.clearCookies()
  await desk.signIn(page, desk.leader)
  await context.setOffline(false)
  await page.goto(`${desk.url}/can-bo?view=route`)
  await page.getByText('Chưa có điểm nào.').waitFor()
  expect((await desk.read(id)).state).toBe('assigned')
  await context.addCookies(own)
  await page.reload()
  await expect.poll(async () => (await desk.read(id)).state).toBe('in_progress')
  desk.expectNoErrors(AWAY)
})
