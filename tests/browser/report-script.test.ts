import type { Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { createStaff } from '../support/accounts.ts'
import { open311Of } from '../support/open311.ts'
import { DeskPages } from '../support/report-desk.ts'
import { newCode } from '../support/reports-server.ts'
import { PHONE } from '../support/ui-page.ts'

// Script in every word that a person, another system or somebody of staff may write: it stands there as it was written.

const desk = new DeskPages()
/** Would ask for a picture and run, were it taken for markup. */
const script = (where: string) => `<img src="khong-co" onerror="alert(1)">${where}`
const code = newCode()
let admin: Awaited<ReturnType<typeof createStaff>>
let id = ''
let foreignId = ''

beforeAll(async () => {
  const { db, draft, take, commune, post } = desk.reports
  const rename = (table: string, column: string, words: string, where: string) =>
    db.query(`update ${table} set ${column} = $1 where ${where}`, [script(words)])
  await rename('account', 'name', 'cán bộ', `id = ${desk.officer.id}`)
  await rename('unit', 'name', 'đơn vị', `id = ${desk.unitId}`)
  await rename('report_category', 'name_vi', 'loại', `code = 'illegal_dump'`)
  await db.query('insert into answer_template (commune_code, title, text) values ($1, $2, $3)', [
    commune.code,
    script('tên mẫu'),
    script('lời mẫu')
  ])
  admin = await createStaff(db, { role: 'administrator', name: script('quản trị') })

  const contact = { name: script('người gửi'), phone: '0912 345 678' }
  id = (await take(draft({ code, contact, description: script('mô tả') }))).report.id
  await desk.act(desk.leader, id, { action: 'assign', unitId: desk.unitId, accountId: desk.officer.id })
  await desk.act(desk.officer, id, { action: 'ask', text: script('hỏi') })
  expect((await post('/api/tracking/answer', { code, text: script('trả lời') })).statusCode).toBe(200)
  await desk.act(desk.officer, id, { action: 'ask', text: script('hỏi nữa') })

  const open311 = open311Of(desk.reports)
  const { key } = await open311.makeKey(script('hệ thống'))
  const names = { first_name: script('tên'), last_name: script('họ'), address_string: script('địa chỉ') }
  const sent = await open311.send(open311.form(key, { ...names, description: script('mô tả của hệ thống') }))
  expect(sent.statusCode, sent.body).toBe(201)
  const { rows } = await db.query<{ id: string }>(`select id from report where channel = 'open311'`)
  foreignId = rows[0]?.id ?? ''
  await desk.act(desk.leader, foreignId, { action: 'assign', unitId: desk.unitId })
}, 120_000)
afterEach(() => desk.expectNoErrors())

/** All of these words are on the page with their script, as text; none of it became a part of the page. */
async function expectWords(page: Page, ...words: string[]) {
  for (const where of words) await page.getByText(script(where)).first().waitFor({ state: 'attached' })
  expect(await page.locator('[onerror], [src="khong-co"]').count()).toBe(0)
}

test('in a report as staff read it', async () => {
  const page = await desk.open(desk.leader, `?report=${id}`)
  await expectWords(page, 'mô tả', 'người gửi', 'hỏi', 'trả lời', 'hỏi nữa', 'cán bộ', 'đơn vị', 'loại')
  await page.goto(`${desk.url}/can-bo?report=${foreignId}`)
  await expectWords(page, 'mô tả của hệ thống', 'tên', 'họ', 'địa chỉ')
})

test.each([
  ['accounts', ['cán bộ', 'quản trị']],
  ['units', ['đơn vị']],
  ['audit', ['cán bộ']],
  ['settings&section=categories', ['loại']],
  ['settings&section=templates', ['tên mẫu', 'lời mẫu']],
  ['settings&section=keys', ['hệ thống']]
])('in the staff’s view %s', async (view, words) => {
  await expectWords(await desk.open(admin, `?view=${view}`), ...words)
})

test('in the phone’s form and in what a reporter follows', async () => {
  const page = await desk.blank(PHONE)
  await page.goto(`${desk.url}/phan-anh`)
  await expectWords(page, 'loại')
  await page.goto(`${desk.url}/phan-anh#cua-toi`)
  await page.getByLabel('Mã theo dõi (12 ký tự)').fill(code)
  await page.getByRole('button', { name: 'Xem', exact: true }).click()
  await expectWords(page, 'loại', 'hỏi', 'trả lời', 'hỏi nữa')
})
