import { expect, test } from 'vitest'
import { seriousProblems } from '../support/axe.ts'
import { panel, UiPage } from '../support/ui-page.ts'

const ui = new UiPage()

test('everything can be done with the keyboard', async () => {
  const page = await ui.open()
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()

  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Đến phần số liệu')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await panel(page).getByRole('group', { name: 'Chọn chỉ tiêu' }).waitFor()
  await page.keyboard.press('Escape')
  expect(await panel(page).getByRole('group', { name: 'Chọn chỉ tiêu' }).count()).toBe(0)

  await panel(page)
    .getByRole('button', { name: /^Bản Khe Núi/ })
    .focus()
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Bản Khe Núi')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Enter')
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Bản Khe Núi')

  const search = page.getByRole('combobox', { name: 'Tìm thôn, địa điểm' })
  await search.fill('con cat')
  await page.getByRole('option', { name: /Xóm Cồn Cát/ }).waitFor()
  await search.press('ArrowDown')
  await search.press('Enter')
  await panel(page).getByRole('heading', { name: 'Xóm Cồn Cát' }).waitFor()
  ui.expectNoErrors()
})

test('what closes gives the focus back to what opened it', async () => {
  const page = await ui.open('?tab=table')
  await page.getByRole('table').waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim())

  await page.getByRole('button', { name: 'Đóng bảng' }).press('Enter')
  expect(await focused()).toBe('Bảng')
  await page.getByRole('button', { name: 'Chia sẻ' }).press('Enter')
  await page.getByLabel('Liên kết đến đúng màn hình này').press('Escape')
  expect(await focused()).toBe('Chia sẻ')
  ui.expectNoErrors()
})

interface State {
  name: string
  query?: string
  /** What shows that the state is there. */
  shown: RegExp
  /** Leads into the state. */
  press?: RegExp
  fails?: boolean
}

const STATES: readonly State[] = [
  { name: 'the commune', shown: /^91[.,]2%$/ },
  { name: 'the list of indicators', press: /^Chỉ tiêu/, shown: /^Chưa đạt mục tiêu$/ },
  { name: 'a village with gaps', query: '&village=99999-10', shown: /^Bản Khe Núi$/ },
  { name: 'a withheld village', query: '&village=99999-13', shown: /^Không công bố để không lộ/ },
  { name: 'a comparison', query: '&compare=2026-06-30&tab=table', shown: /^Khi đó: / },
  { name: 'the choice of a day', press: /^Số liệu đúng vào ngày/, shown: /^Cuối quý trước$/ },
  { name: 'the layers', query: '&tab=layers', shown: /^Nền bản đồ$/ },
  { name: 'dead spots', query: '&indicator=dead_spots', shown: /^Tình trạng sóng di động$/ },
  { name: 'sharing', press: /^Chia sẻ$/, shown: /Sao chép liên kết/ },
  { name: 'files and paper', press: /^Tải về, in$/, shown: /In khổ A4 ngang/ },
  { name: 'settings', press: /^Ngôn ngữ/, shown: /^Nền màn hình$/ },
  { name: 'an unknown village', query: '&village=gone', shown: /^Không có thôn mã gone/ },
  { name: 'an error', fails: true, shown: /^Không tải được số liệu$/ },
  { name: 'a commune without geodata', query: '&commune=05800', shown: /^Chưa có dữ liệu bản đồ của/ }
]

test.each(STATES)(
  'axe finds nothing serious, light or dark: $name',
  async ({ query = '', shown, press, fails }) => {
    const page = await ui.blank()
    if (fails) await page.route('**/indicators*', (route) => route.fulfill({ status: 503, json: {} }))
    for (const theme of ['light', 'dark']) {
      await page.goto(`${ui.url}/?theme=${theme}${query}`)
      if (press) await page.getByRole('button', { name: press }).first().click()
      await page.getByText(shown).filter({ visible: true }).first().waitFor()
      await page.locator('.maplibregl-canvas').waitFor()

      expect([theme, ...(await seriousProblems(page))]).toEqual([theme])
    }
  }
)

test('axe finds nothing serious in English', async () => {
  const page = await ui.open('?lang=en&tab=table&village=99999-10')
  await page.getByText('17.9%').filter({ visible: true }).first().waitFor()

  expect(await seriousProblems(page)).toEqual([])
})
