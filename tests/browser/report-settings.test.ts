import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { dayInVietnam } from '../../server/http/calendar.ts'
import { createStaff } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages } from '../support/report-desk.ts'
import { PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()
const SECTIONS = {
  categories: 'Loại phản ánh',
  units: 'Đơn vị tiếp nhận',
  templates: 'Mẫu trả lời',
  keys: 'Khóa Open311',
  calendar: 'Lịch làm việc',
  embed: 'Nhúng bản đồ',
  personal: 'Dữ liệu cá nhân'
} as const
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true })
const status = (page: Page, text: string) => page.getByRole('status').filter({ hasText: text })

let admin: Awaited<ReturnType<typeof createStaff>>

beforeAll(async () => {
  admin = await createStaff(desk.reports.db, { role: 'administrator', name: 'Trần Thị Quản' })
})

const open = (section: keyof typeof SECTIONS, who = admin) =>
  desk.open(who, `?view=settings&section=${section}`)

test('a category that is added can be chosen by anyone at once, is changed, moved and ended', async () => {
  const page = await open('categories')
  await button(page, 'Thêm loại').click()
  await page.getByLabel('Tên tiếng Việt').fill('Chó thả rông')
  await page.getByLabel('Tên tiếng Anh').fill('Stray dogs')
  await page.getByLabel('Giải quyết trong (giờ làm việc)').fill('16')
  await button(page, 'Thêm').click()
  await status(page, 'Đã thêm «Chó thả rông»').waitFor()

  const citizen = await desk.blank(PHONE)
  await citizen.goto(`${desk.url}/phan-anh`)
  await citizen.getByRole('button', { name: 'Chó thả rông' }).waitFor()

  await button(page, 'Đưa «Chó thả rông» lên').click()
  await page.waitForFunction(() => {
    const names = [...document.querySelectorAll('article .name')].map(({ textContent }) => textContent)
    return names.at(-2) === 'Chó thả rông'
  })
  await button(page, 'Sửa Chó thả rông').click()
  await page.getByLabel('Tên tiếng Việt').fill('Chó, mèo thả rông')
  await page.getByLabel('Đang dùng').uncheck()
  await button(page, 'Lưu').click()
  await status(page, 'Đã lưu «Chó, mèo thả rông».').waitFor()
  await page.getByText('Đã ngừng', { exact: true }).waitFor()
  const { categories } = await desk.reports.get<{ categories: { code: string }[] }>('/api/report-categories')
  expect(categories.map(({ code }) => code)).not.toContain('cho_tha_rong')
  desk.expectNoErrors()
})

test('two administrators on one category: the second sees what the first saved and chooses', async () => {
  const [first, second] = [await open('categories'), await open('categories')]
  for (const page of [first, second]) await button(page, 'Sửa Đốt rác gây khói, mùi').click()
  await first.getByLabel('Giải quyết trong (giờ làm việc)').fill('6')
  await first.getByLabel('Tên tiếng Anh').fill('Burning waste')
  await button(first, 'Lưu').click()
  await status(first, 'Đã lưu «Đốt rác gây khói, mùi».').waitFor()

  await second.getByLabel('Giải quyết trong (giờ làm việc)').fill('4')
  await second.getByLabel('Trùng trong số ngày').fill('5')
  await button(second, 'Lưu').click()
  const note = second.getByRole('alert')
  await note.getByText('Hai người đã sửa khác nhau').waitFor()
  await note.getByText('Đã lấy theo bản vừa lưu: Tên tiếng Anh.').waitFor()
  expect(await seriousProblems(second)).toEqual([])
  await note.getByLabel('Vừa lưu: 6').check()
  await expect.poll(() => second.getByLabel('Giải quyết trong (giờ làm việc)').inputValue()).toBe('6')
  await button(second, 'Lưu lần nữa').click()
  await status(second, 'Đã lưu').waitFor()

  const { rows } = await desk.reports.db.query(
    `select name_en, resolve_hours, duplicate_days from report_category where code = 'waste_burning'`
  )
  expect(rows).toEqual([{ name_en: 'Burning waste', resolve_hours: 6, duplicate_days: 5 }])
  desk.expectNoErrors(/412/)
})

test('a refusal of the server stands in the form, with what was written', async () => {
  const page = await open('categories')
  await button(page, 'Thêm loại').click()
  await page.getByLabel('Tên tiếng Việt').fill('Điểm mất an toàn giao thông')
  await page.getByLabel('Tên tiếng Anh').fill('Danger')
  await button(page, 'Thêm').click()
  await page.getByRole('alert').getByText('Hãy đặt tên khác').waitFor()
  expect(await page.getByLabel('Tên tiếng Anh').inputValue()).toBe('Danger')
  desk.expectNoErrors(/409/)
})

test('a category goes to a unit, unless somebody else has just sent it elsewhere', async () => {
  await desk.reports.unit('Ban Xây dựng')
  const page = await open('units')
  const select = page.getByRole('combobox', { name: 'Đơn vị nhận «Nước thải, cống rãnh tắc, hôi thối»' })
  await select.selectOption('Tổ Vệ sinh môi trường')
  await status(page, '– Tổ Vệ sinh môi trường').waitFor()

  await desk.reports.db.query(
    'insert into category_unit (commune_code, category_code, unit_id) values ($1, $2, $3)',
    [desk.reports.commune.code, 'road_damage', desk.unitId]
  )
  const other = page.getByRole('combobox', { name: 'Đơn vị nhận «Đường hư hỏng, ổ gà, sụt lún»' })
  await other.selectOption('Ban Xây dựng')
  await page.getByRole('alert').getByText('sụt lún» sang: Tổ Vệ sinh môi trường.').waitFor()
  await expect.poll(() => other.inputValue()).toBe(String(desk.unitId))
  desk.expectNoErrors(/412/)
})

test('a template for a category is offered with reports of it only, and ended', async () => {
  const page = await open('templates')
  await page.getByText('Chưa có mẫu trả lời nào.').waitFor()
  await button(page, 'Thêm mẫu').click()
  await page.getByLabel('Tên mẫu').fill('Đã thu gom')
  await page.getByLabel('Nội dung gửi người dân').fill('Đã thu gom xong. Cảm ơn ông/bà đã báo.')
  await page.getByLabel('Dùng cho loại phản ánh').selectOption('Bãi rác, điểm đổ rác trái phép')
  await button(page, 'Thêm').click()
  await status(page, 'Đã thêm mẫu «Đã thu gom».').waitFor()

  await desk.reports.db.query(
    `insert into answer_template (title, text, category_code) values ('Đã vá đường', 'x', 'road_damage')`
  )
  const { id } = await desk.report('Bãi rác cạnh cầu.')
  await desk.act(desk.leader, id, { action: 'assign', unitId: desk.unitId })
  const officer = await desk.open(desk.officer, `?report=${id}`)
  await button(officer, 'Việc khác').click()
  await button(officer, 'Hỏi lại người gửi').click()
  const templates = officer.getByRole('combobox', { name: 'Dùng mẫu trả lời' })
  await expect
    .poll(() => templates.locator('option').allTextContents())
    .toEqual(['Dùng mẫu trả lời', 'Đã thu gom'])
  await templates.selectOption('Đã thu gom')
  await expect.poll(() => officer.getByLabel('Câu hỏi').inputValue()).toContain('Cảm ơn ông/bà đã báo.')

  await button(page, 'Bỏ mẫu Đã thu gom').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Bỏ mẫu' }).click()
  await status(page, 'Đã bỏ mẫu «Đã thu gom».').waitFor()
  await button(page, 'Sửa Đã thu gom').waitFor({ state: 'detached' })
  desk.expectNoErrors()
})

test('a key is shown once, opens Open311, and opens nothing when it has ended', async () => {
  const page = await open('keys')
  await page.getByLabel('Tên hệ thống').fill('Cổng tỉnh')
  await button(page, 'Cấp khóa').click()
  const key = await page.getByRole('textbox', { name: 'Khóa của Cổng tỉnh' }).inputValue()
  const send = async () => {
    const body = new URLSearchParams({ api_key: key, service_code: 'illegal_dump' })
    return (await fetch(`${desk.url}/open311/v2/requests.json`, { method: 'POST', body })).status
  }
  // The key is known; what is missing is the place.
  expect(await send()).toBe(400)
  expect(await seriousProblems(page)).toEqual([])

  await page.reload()
  await button(page, 'Thu hồi khóa của Cổng tỉnh').click()
  expect(await page.getByRole('textbox', { name: 'Khóa của Cổng tỉnh' }).count()).toBe(0)
  await page.getByRole('dialog').getByRole('button', { name: 'Thu hồi' }).click()
  await status(page, 'Đã thu hồi khóa của «Cổng tỉnh».').waitFor()
  await button(page, 'Cấp khóa mới cho Cổng tỉnh').waitFor()
  expect(await send()).toBe(403)
  desk.expectNoErrors()
})

test('a reporter’s data is deleted by the number of the report, once it is confirmed', async () => {
  const { report, receipt } = await desk.reports.take(
    desk.reports.draft({ description: 'Nhà tôi số 5', contact: { phone: '0901 111 222' } })
  )
  const page = await open('personal')
  const number = page.getByLabel('Số phản ánh')
  await number.fill('12')
  await button(page, 'Xóa dữ liệu người gửi').click()
  await page.getByRole('alert').getByText('có dạng PA-2026-000123').waitFor()
  await number.fill('pa-2026-999999')
  await button(page, 'Xóa dữ liệu người gửi').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Xóa hẳn' }).click()
  await dialog.getByRole('alert').getByText('Không có phản ánh nào mang số này').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Hủy' }).click()

  await number.fill(receipt.number)
  await button(page, 'Xóa dữ liệu người gửi').click()
  await dialog.getByRole('button', { name: 'Xóa hẳn' }).click()
  await status(page, `Đã xóa dữ liệu người gửi của ${receipt.number}.`).waitFor()
  const { rows } = await desk.reports.db.query(
    `select description, (select count(*) from report_contact where report_id = r.id) as contacts from report r where id = $1`,
    [report.id]
  )
  expect(rows).toEqual([{ description: null, contacts: 0 }])
  desk.expectNoErrors(/404/)
})

test('the calendar warns while a year has no Tết days, and they are entered at once', async () => {
  const next = Number(dayInVietnam().slice(0, 4)) + 1
  await desk.reports.db.query('delete from holiday where extract(year from day) = $1', [next])
  const page = await open('calendar')
  const warning = page.getByText(`Chưa có ngày nghỉ Tết Nguyên đán năm ${next}`)
  await warning.waitFor()
  await button(page, 'Năm sau').click()
  await page.getByText(`Năm ${next} chưa nhập ngày nghỉ`).waitFor()
  await button(page, 'Thêm ngày').click()
  await page.getByLabel('Từ ngày').fill(`05/02/${next}`)
  await page.getByLabel('Đến hết ngày').fill(`09/02/${next}`)
  await page.getByLabel('Tên ngày').fill('Tết Nguyên đán')
  await button(page, 'Thêm').click()
  await status(page, 'Đã thêm 5 ngày.').waitFor()
  await warning.waitFor({ state: 'detached' })

  await button(page, `Xóa ngày 09/02/${next}`).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xóa' }).click()
  await status(page, `Đã xóa ngày 09/02/${next}.`).waitFor()
  await button(page, `Xóa ngày 09/02/${next}`).waitFor({ state: 'detached' })
  expect(await button(page, `Xóa ngày 08/02/${next}`).count()).toBe(1)
  desk.expectNoErrors()
})

test('an administrator of one commune reads what all share, and is told why he cannot change it', async () => {
  const own = await createStaff(desk.reports.db, {
    role: 'administrator',
    communeCode: desk.reports.commune.code
  })
  for (const section of ['categories', 'calendar'] as const) {
    const page = await open(section, own)
    await page.getByText('dùng chung cho mọi xã').waitFor()
    expect(await page.getByRole('button', { name: /^(Thêm|Sửa|Xóa)/ }).count()).toBe(0)
  }
  desk.expectNoErrors()
})

test('axe finds nothing serious on any section on a phone, nothing is wider than it, light or dark', async () => {
  for (const theme of ['light', 'dark']) {
    const page = await desk.open(admin, `?view=settings&theme=${theme}`, PHONE)
    for (const [section, name] of Object.entries(SECTIONS)) {
      await page.getByRole('navigation', { name: 'Các phần cài đặt' }).getByRole('button', { name }).click()
      await page.getByRole('heading', { name, level: 2 }).waitFor()
      await page.locator('.skeleton').waitFor({ state: 'detached' })
      expect([section, theme, ...(await seriousProblems(page))]).toEqual([section, theme])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    }
  }
  desk.expectNoErrors()
})

test('a section that cannot be had says so and asks again', async () => {
  const page = await desk.open(admin, '?view=settings&section=keys')
  await page
    .getByText('Chưa cấp khóa nào')
    .or(page.getByText('Đã thu hồi', { exact: true }))
    .first()
    .waitFor()
  const problem = {
    type: 'about:blank',
    title: 'Tạm ngắt',
    status: 503,
    detail: 'Cơ sở dữ liệu đang tạm ngắt.'
  }
  await page.route('**/api/staff/report-categories', (route) => route.fulfill({ status: 503, json: problem }))
  await page
    .getByRole('navigation', { name: 'Các phần cài đặt' })
    .getByRole('button', { name: 'Loại phản ánh' })
    .click()
  await page.getByRole('alert').getByText('Cơ sở dữ liệu đang tạm ngắt.').waitFor()
  await page.unroute('**/api/staff/report-categories')
  await button(page, 'Thử lại').click()
  await button(page, 'Sửa Đường hư hỏng, ổ gà, sụt lún').waitFor()
  desk.expectNoErrors(/503/)
})
