import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { createStaff } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages } from '../support/report-desk.ts'
import { DESK, PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()

/** What a screen reader would say has the focus. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const { activeElement: at } = document
    return at?.getAttribute('aria-label') ?? at?.textContent?.trim() ?? ''
  })

test('a small panel takes the focus when it opens and gives it back when it goes', async () => {
  const { id, number } = await desk.report('Cây đổ chắn đường làng.')
  const page = await desk.open(desk.officer, `?report=${id}`)
  const panel = page.getByRole('region', { name: `Phản ánh ${number}` })
  await panel.getByRole('button', { name: 'Việc khác' }).click()
  await panel.getByRole('button', { name: 'Chuyển cơ quan khác' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => focused(page)).toBe('Chuyển cơ quan khác')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H3')
  await page.keyboard.press('Escape')
  await panel.getByRole('button', { name: 'Việc khác' }).waitFor()
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest('section')?.ariaLabel))
    .toBe(`Phản ánh ${number}`)

  await panel.getByRole('button', { name: 'Phân công' }).focus()
  await page.keyboard.press('Enter')
  await panel.getByRole('heading', { name: 'Phân công' }).waitFor()
  await page.keyboard.press('Escape')
  await expect.poll(() => focused(page)).toBe('Phân công')

  await page.getByLabel('Chọn tất cả đang hiện').check()
  const list = page.getByRole('region', { name: 'Hộp phản ánh' })
  await list.getByRole('button', { name: 'Phân công' }).focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
  desk.expectNoErrors()
})

test('the forms of accounts and units take the focus from their button and give it back', async () => {
  const admin = await createStaff(desk.reports.db, { role: 'administrator', name: 'Trần Thị Quản' })
  const page = await desk.open(admin, '?view=accounts')
  const edit = page.getByRole('button', { name: 'Sửa Lê Văn Chủ (chu.tich)' })
  await edit.press('Enter')
  await expect
    .poll(() => page.getByLabel('Họ và tên').evaluate((at) => at === document.activeElement))
    .toBe(true)
  await page.getByRole('button', { name: 'Hủy' }).press('Enter')
  await expect.poll(() => focused(page)).toBe('Sửa Lê Văn Chủ (chu.tich)')

  await edit.press('Enter')
  await page.getByRole('button', { name: 'Cấp đường dẫn đặt mật khẩu' }).press('Enter')
  await expect.poll(() => focused(page)).toBe('Đường dẫn đặt mật khẩu của Lê Văn Chủ')

  await page.getByRole('navigation', { name: 'Các mục' }).getByRole('button', { name: 'Đơn vị' }).click()
  await page.getByRole('button', { name: 'Đổi tên' }).press('Enter')
  await expect
    .poll(() => page.locator('article input').evaluate((at) => at === document.activeElement))
    .toBe(true)
  await page.getByRole('button', { name: 'Hủy' }).press('Enter')
  await expect.poll(() => focused(page)).toBe('Đổi tên')
  desk.expectNoErrors()
})

test.each([
  ['vi', DESK, 'light'],
  ['en', PHONE, 'dark']
] as const)('the help tells each person’s work, one’s own first, in %s', async (lang, size, theme) => {
  const page = await desk.open(desk.leader, `?lang=${lang}&theme=${theme}`, size)
  await page.getByRole('button', { name: lang === 'vi' ? 'Hướng dẫn' : 'Help' }).click()
  const first = page.getByRole('article').getByRole('heading', { level: 2 }).first()
  await first.waitFor()
  expect(await first.textContent()).toBe(lang === 'vi' ? 'Lãnh đạo xã' : 'The leader')
  expect(await page.getByText('npm run audit -- verify').count()).toBe(1)
  expect(await seriousProblems(page)).toEqual([])
  desk.expectNoErrors()
})
