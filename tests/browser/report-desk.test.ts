import sharp from 'sharp'
import { expect, test } from 'vitest'
import { PASSWORD } from '../support/accounts.ts'
import { hashOf } from '../support/media-app.ts'
import { DeskPages, lightPicture } from '../support/report-desk.ts'
import { DESK } from '../support/ui-page.ts'
import type { Page } from 'playwright-core'

const desk = new DeskPages()
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const panel = (page: Page, number: string) => page.getByRole('region', { name: `Phản ánh ${number}` })

test('an officer signs in, receives, assigns, resolves with a picture from the place, covers a face, publishes', async () => {
  const { id, number } = await desk.report('Đống rác lớn cạnh cổng chợ.', [await lightPicture()])
  const place = { longitude: desk.reports.commune.west + 0.005, latitude: desk.reports.commune.south + 0.005 }
  const geolocation = { ...place, accuracy: 5 }
  const page = await desk.blank({ ...DESK, geolocation, permissions: ['geolocation'] })

  await page.goto(`${desk.url}/can-bo`)
  await page.getByLabel('Tên đăng nhập').fill('lan.nguyen')
  await page.getByLabel('Mật khẩu', { exact: true }).fill('không phải mật khẩu')
  await button(page, 'Đăng nhập').click()
  await page.getByRole('alert').waitFor()
  await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
  await button(page, 'Đăng nhập').click()

  await page.getByText('Đống rác lớn cạnh cổng chợ.').first().click()
  const report = panel(page, number)
  await button(page, 'Tiếp nhận').click()
  await report.getByText('Đã lưu. Tiếp nhận.').waitFor()

  await button(page, 'Phân công').click()
  await report.getByLabel('Người phụ trách').selectOption('Nguyễn Thị Lan')
  await report.getByRole('button', { name: 'Phân công', exact: true }).last().click()
  await report.getByText('Đã lưu. Phân công.').waitFor()

  await button(page, 'Báo đã giải quyết').click()
  await report.getByLabel('Nội dung trả lời').fill('Đã thu gom và đặt biển cấm đổ rác.')
  await report.getByLabel('Ảnh sau xử lý').setInputFiles({
    name: 'image.jpg',
    mimeType: 'image/jpeg',
    buffer: await lightPicture(150)
  })
  await report.getByText('Ảnh không cho biết nơi chụp.').waitFor()
  await button(page, 'Tôi đang ở đó: dùng vị trí của máy').click()
  await report.getByText(/^Nơi chụp cách vị trí phản ánh/).waitFor()
  await report.getByRole('button', { name: 'Báo đã giải quyết', exact: true }).last().click()
  await report.getByText('Đã lưu. Báo đã giải quyết.').waitFor()

  await button(page, 'Che mặt, biển số trên ảnh 1').click()
  const picture = report.getByRole('group', { name: 'Ảnh cần che' })
  await picture.locator('img').evaluate((image: HTMLImageElement) => image.decode())
  await picture.scrollIntoViewIfNeeded()
  const area = await picture.boundingBox()
  if (!area) throw new Error('no picture')
  await page.mouse.move(area.x + area.width * 0.25, area.y + area.height * 0.25)
  await page.mouse.down()
  await page.mouse.move(area.x + area.width * 0.75, area.y + area.height * 0.75, { steps: 5 })
  await page.mouse.up()
  await report.getByRole('button', { name: /^Ô che 1:/ }).waitFor()
  await button(page, 'Lưu ô che').click()
  await report.getByText('Đã lưu. Che mặt, biển số.').waitFor()

  await button(page, 'Duyệt công khai').click()
  await report.getByLabel('Công khai ảnh 1').check()
  await report.getByRole('button', { name: 'Duyệt công khai', exact: true }).last().click()
  await report.getByText('Đã lưu. Duyệt công khai.').waitFor()
  await button(page, 'Duyệt kết quả').click()
  await report
    .getByRole('group', { name: 'Lời sẽ công khai' })
    .getByText('Đã thu gom và đặt biển cấm đổ rác.')
    .waitFor()
  await report.getByLabel('Công khai ảnh 1').check()
  await report.getByRole('button', { name: 'Duyệt kết quả', exact: true }).last().click()
  await report.getByText('Đã lưu. Duyệt kết quả.').waitFor()

  const shown = await (await fetch(`${desk.url}/api/reports/${number}`)).json()
  expect(shown).toMatchObject({ state: 'resolved', pictures: [{ role: 'before' }, { role: 'after' }] })
  const bytes = await (await fetch(`${desk.url}/api/media/${shown.pictures[0].picture}`)).arrayBuffer()
  const { data, info } = await sharp(bytes).raw().toBuffer({ resolveWithObject: true })
  const red = (x: number, y: number) =>
    data[(Math.round(y * info.height) * info.width + Math.round(x * info.width)) * info.channels] ?? -1
  expect(red(0.5, 0.5)).toBeLessThan(60)
  expect(red(0.1, 0.1)).toBeGreaterThan(180)
  expect((await desk.read(id)).assignee?.name).toBe('Nguyễn Thị Lan')
  desk.expectNoErrors(/401/)
})

test('a leader sees what is overdue, assigns several at once, and approves one', async () => {
  const late = [
    await desk.report('Rác tồn ba ngày ở ngã ba.'),
    await desk.report('Bãi rác tự phát sau trường học.')
  ]
  for (const { id } of late)
    await desk.reports.change(
      id,
      `receive_due_at = now() - interval '3 days', resolve_due_at = now() - interval '1 day'`
    )
  await desk.report('Phản ánh còn hạn.')
  const page = await desk.open(desk.leader)

  await button(page, 'Quá hạn').click()
  await page.getByText('2 phản ánh', { exact: true }).waitFor()
  expect(new URL(page.url()).searchParams.get('overdue')).toBe('true')
  await expect.poll(() => page.getByText(/^Quá hạn từ /).count()).toBe(2)

  await page.getByLabel('Chọn tất cả đang hiện').check()
  await button(page, 'Phân công').click()
  const list = page.getByRole('region', { name: 'Hộp phản ánh' })
  await list.getByLabel('Đơn vị').last().selectOption('Tổ Vệ sinh môi trường')
  await list.getByLabel('Người phụ trách').selectOption('Nguyễn Thị Lan')
  await list.getByRole('button', { name: 'Phân công', exact: true }).last().click()
  for (const { id } of late)
    await expect.poll(async () => (await desk.read(id)).assignee?.name).toBe('Nguyễn Thị Lan')
  await list.getByText('Xong 2 phản ánh.').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('[data-report]'))).toBe(true)

  await page.getByText('Rác tồn ba ngày ở ngã ba.').first().click()
  const report = panel(page, late[0]?.number ?? '')
  await report.getByRole('button', { name: 'Duyệt công khai', exact: true }).click()
  await report.getByLabel('Lời công khai').fill('Rác tồn đọng ở ngã ba.')
  await report.getByRole('button', { name: 'Duyệt công khai', exact: true }).last().click()
  await report.getByText('Đã lưu. Duyệt công khai.').waitFor()
  const shown = await (await fetch(`${desk.url}/api/reports/${late[0]?.number}`)).json()
  expect(shown.description).toBe('Rác tồn đọng ở ngã ba.')
  desk.expectNoErrors()
})

test('a picture that came after the approval is public only when it is ticked too', async () => {
  const files = [await lightPicture(), await lightPicture(120)]
  const media = files.map((file) => ({
    sha256: hashOf(file),
    role: 'before' as const,
    sizeBytes: file.byteLength
  }))
  const draft = desk.reports.draft({ description: 'Ảnh thứ hai về sau.', media })
  const { id, number } = (await desk.reports.take(draft)).receipt
  const arrive = (file: Buffer | undefined) =>
    desk.reports.uploadPicture(id, { 'x-report-code': draft.code }, file)
  await arrive(files[0])
  const page = await desk.open(desk.leader, `?report=${id}`)
  const report = panel(page, number)
  const approve = report.getByRole('button', { name: 'Duyệt công khai', exact: true })
  const shown = async () => (await (await fetch(`${desk.url}/api/reports/${number}`)).json()).pictures.length

  await approve.click()
  await report.getByText('Còn 1 ảnh chưa về tới máy chủ.').waitFor()
  await report.getByText('Chưa đánh dấu ảnh nào').waitFor()
  await report.getByLabel('Công khai ảnh 1').check()
  await approve.last().click()
  await report.getByText('Đã lưu. Duyệt công khai.').waitFor()
  await arrive(files[1])
  expect(await shown()).toBe(1)

  await page.reload()
  await report.getByText('Chưa công khai').waitFor()
  await button(page, 'Việc khác').click()
  await approve.click()
  await report.getByLabel('Công khai ảnh 2').waitFor()
  const ticked = (n: number) => report.getByLabel(`Công khai ảnh ${n}`).isChecked()
  expect([await ticked(1), await ticked(2)]).toEqual([true, false])
  await report.getByLabel('Công khai ảnh 2').check()
  await approve.last().click()
  await report.getByText('Đã lưu. Duyệt công khai.').waitFor()
  expect(await shown()).toBe(2)
  desk.expectNoErrors()
})

test('what will be public is read before it is, and a number of somebody in it is pointed out', async () => {
  const { id, number } = await desk.report('Rác đầy cống, gọi 0912 345 678 gặp anh Ba.')
  const page = await desk.open(desk.officer, `?report=${id}`)
  const report = panel(page, number)
  await button(page, 'Việc khác').click()
  await button(page, 'Duyệt công khai').click()
  const words = report.getByRole('group', { name: 'Lời sẽ công khai' })
  await words.getByText('Rác đầy cống, gọi 0912 345 678 gặp anh Ba.').waitFor()
  await words.getByText('Có số giống số điện thoại hoặc số giấy tờ: 0912 345 678.').waitFor()
  await words.getByRole('button', { name: 'Chép để sửa' }).click()
  const other = report.getByLabel('Viết lại lời công khai')
  expect(await other.inputValue()).toBe('Rác đầy cống, gọi 0912 345 678 gặp anh Ba.')
  await other.fill('Rác đầy cống.')
  await words.getByText('Rác đầy cống.', { exact: true }).waitFor()
  expect(await words.getByText('Có số giống').count()).toBe(0)
  await report.getByRole('button', { name: 'Duyệt công khai', exact: true }).last().click()
  await report.getByText('Đã lưu. Duyệt công khai.').waitFor()
  expect((await desk.read(id)).publicText).toBe('Rác đầy cống.')
  desk.expectNoErrors()
})

test('approving a result again shows the words that are public, as they are', async () => {
  const { id, number } = await desk.report('Rác chắn lối đi.')
  await desk.act(desk.leader, id, { action: 'receive' })
  const reason = 'Không còn gì để chụp'
  const text = 'Anh Ba 0912 345 678 đã dọn.'
  await desk.act(desk.leader, id, { action: 'resolve', text, reason })
  await desk.act(desk.leader, id, { action: 'approve', pictures: [] })
  await desk.act(desk.leader, id, { action: 'approve_result', pictures: [] })
  const page = await desk.open(desk.leader, `?report=${id}`)
  const report = panel(page, number)
  const again = async () => {
    await button(page, 'Việc khác').click()
    await button(page, 'Duyệt kết quả').click()
  }
  await again()
  const words = report.getByRole('group', { name: 'Lời sẽ công khai' })
  await words.getByText('Anh Ba 0912 345 678 đã dọn.').waitFor()
  await words.getByText('Có số giống số điện thoại hoặc số giấy tờ: 0912 345 678.').waitFor()
  await report.getByLabel('Viết lại lời công khai').fill('Tổ vệ sinh đã dọn.')
  await report.getByRole('button', { name: 'Duyệt kết quả', exact: true }).last().click()
  await report.getByText('Đã lưu. Duyệt kết quả.').waitFor()

  await again()
  await words.getByText('Tổ vệ sinh đã dọn.', { exact: true }).waitFor()
  await report.getByText('Bỏ trống thì giữ nguyên lời đã công khai.').waitFor()
  expect(await words.getByText('Có số giống').count()).toBe(0)
  desk.expectNoErrors()
})

test('two officers on one report: each field that both changed is chosen, nothing is overwritten silently', async () => {
  const { id, number } = await desk.report('Hai người cùng sửa.')
  const page = await desk.open(desk.officer, `?report=${id}`)
  const report = panel(page, number)
  await button(page, 'Việc khác').click()
  await button(page, 'Sửa thông tin').click()
  await report.getByLabel('Lời công khai').fill('Lời của tôi')
  await report.getByLabel('Khẩn').check()
  await desk.act(desk.leader, id, { action: 'edit', publicText: 'Lời của họ', sensitive: true })
  await button(page, 'Lưu').click()

  await report.getByRole('heading', { name: 'Có người vừa sửa phản ánh này' }).waitFor()
  expect((await desk.read(id)).publicText).toBe('Lời của họ')
  expect(await report.getByText('Nhạy cảm:').count()).toBe(1)
  expect(await button(page, 'Lưu các lựa chọn').isDisabled()).toBe(true)
  await report.getByRole('group', { name: 'Lời công khai' }).getByLabel('Bản đã lưu').check()
  await button(page, 'Lưu các lựa chọn').click()
  await report.getByText('Đã lưu. Sửa thông tin.').waitFor()
  expect(await desk.read(id)).toMatchObject({ publicText: 'Lời của họ', urgent: true, sensitive: true })
  desk.expectNoErrors(/412/)
})

test('an answer to a report that has just ended is not lost: its words stand beside what happened', async () => {
  const { id, number } = await desk.report('Ai nhanh hơn.')
  const page = await desk.open(desk.officer, `?report=${id}`)
  const report = panel(page, number)
  await button(page, 'Tiếp nhận').click()
  await report.getByText('Đã lưu. Tiếp nhận.').waitFor()
  await button(page, 'Việc khác').click()
  await button(page, 'Hỏi lại người gửi').click()
  await report.getByLabel('Câu hỏi').fill('Bãi rác nằm bên nào của cầu?')
  await desk.act(desk.leader, id, { action: 'close_unresolved', reason: 'Không tìm thấy bãi rác.' })
  await report.getByRole('button', { name: 'Hỏi lại người gửi', exact: true }).last().click()

  await report.getByText('Ở trạng thái mới không còn thực hiện được “Hỏi lại người gửi”.').waitFor()
  await report.getByText('Bãi rác nằm bên nào của cầu?').waitFor()
  await button(page, 'Bỏ của tôi, xem bản mới').click()
  await report.getByText('Kết thúc, chưa giải quyết được').first().waitFor()
  expect((await desk.read(id)).state).toBe('closed_unresolved')
  desk.expectNoErrors(/412/)
})

test('a new report appears by itself', async () => {
  const page = await desk.open(desk.officer)
  await page.getByText('Cập nhật trực tiếp').waitFor()
  await desk.report('Vừa mới gửi xong.')
  await page.getByText('Vừa mới gửi xong.').waitFor()
  desk.expectNoErrors()
})

test('everything in the inbox can be done with the keyboard', async () => {
  await desk.report('Chỉ bằng bàn phím.')
  const page = await desk.open(desk.officer, '?sort=newest')
  await page.getByText('Chỉ bằng bàn phím.').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')

  await page.keyboard.press('/')
  // Letters are letters where somebody writes.
  await page.keyboard.type('bàn phím, j x')
  await page.getByText('Không có phản ánh nào khớp bộ lọc').waitFor()
  // Out of the search by one key; the next one is the list's.
  await page.keyboard.press('Escape')
  const search = page.getByRole('searchbox')
  await expect.poll(() => search.inputValue()).toBe('')
  await page.getByText('Chỉ bằng bàn phím.').waitFor()
  await page.keyboard.press('j')
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('[data-report]'))).toBe(true)
  expect(await search.inputValue()).toBe('')
  await page.keyboard.press('/')
  await page.keyboard.type('bàn phím')
  await page.getByText('1 phản ánh', { exact: true }).waitFor()
  await button(page, 'Quá hạn').focus()
  await page.keyboard.press('j')
  await expect.poll(focused).toContain('Chỉ bằng bàn phím.')
  await page.keyboard.press('x')
  await page.getByText('Đã chọn 1').waitFor()
  await page.keyboard.press('x')
  await page.keyboard.press('Enter')
  // The row says the category too: what is open is its heading.
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('h2'))).toBe(true)
  await page.keyboard.press('r')
  await page.getByText('Đã lưu. Tiếp nhận.').waitFor()
  // Escape folds what is unfolded, and only then closes the report.
  const more = button(page, 'Việc khác')
  await more.focus()
  await page.keyboard.press('Enter')
  await button(page, 'Sửa thông tin').focus()
  await page.keyboard.press('Escape')
  await button(page, 'Sửa thông tin').waitFor({ state: 'detached' })
  expect(await more.evaluate((element) => element === document.activeElement)).toBe(true)
  await page.keyboard.press('Escape')
  // Its own row, not merely the page around it.
  await expect.poll(() => page.evaluate(() => document.activeElement?.matches('[data-report]'))).toBe(true)
  desk.expectNoErrors()
})
