import { expect, test } from 'vitest'
import { seriousProblems } from '../support/axe.ts'
import { PHONE, UiPage } from '../support/ui-page.ts'

const ui = new UiPage()

test('on a phone one sheet with three stops slides up, and the journey is the same', async () => {
  const page = await ui.open('', PHONE)
  const sheet = page.locator('section.sheet')
  const height = async () => (await sheet.boundingBox())?.height ?? 0
  await page.getByText('91,2%', { exact: true }).first().waitFor()
  const half = await height()

  await page.getByRole('button', { name: 'Mở rộng bảng thông tin' }).click()
  await expect.poll(height).toBeGreaterThan(half)
  await page.getByRole('button', { name: 'Thu nhỏ bảng thông tin' }).click()
  await expect.poll(height).toBeLessThan(half)
  await page.getByRole('button', { name: 'Mở rộng bảng thông tin' }).press('ArrowUp')
  await expect.poll(height).toBe(half)

  await page.getByRole('button', { name: /^Bản Khe Núi/ }).click()
  await page.getByRole('heading', { name: 'Bản Khe Núi' }).waitFor()
  await page.getByRole('tab', { name: 'Bảng' }).click()
  await page.getByRole('table').waitFor()
  await page.getByRole('tab', { name: 'Lớp bản đồ' }).click()
  await page.getByRole('checkbox', { name: /^Sóng 5G/ }).waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  expect(await seriousProblems(page)).toEqual([])
  ui.expectNoErrors()
})

test('what is touched on a phone is at least 44 pixels high', async () => {
  const page = await ui.open('', PHONE)
  await page.getByText('91,2%', { exact: true }).first().waitFor()

  const small = await page.getByRole('button').evaluateAll((buttons) =>
    buttons
      .map((button) => ({
        text: button.textContent?.trim(),
        height: button.getBoundingClientRect().height
      }))
      .filter(({ text, height }) => text && height > 0 && height < 44)
  )
  expect(small).toEqual([])
})

test('a village opened from far down the list stands at the top of the sheet, and its row comes back', async () => {
  const page = await ui.open('', PHONE)
  const row = page.getByRole('button', { name: /^Tổ dân phố Phố Chợ/ })
  await row.click()
  const heading = page.getByRole('heading', { name: 'Tổ dân phố Phố Chợ' })
  await heading.waitFor()
  expect((await heading.boundingBox())?.y).toBeLessThan(PHONE.viewport.height)

  await page.getByRole('button', { name: /^Về xã/ }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toContain('Phố Chợ')
  ui.expectNoErrors()
})

test('the search takes the letters at once, and gives the focus back', async () => {
  const page = await ui.open('', PHONE)
  await page.getByRole('button', { name: 'Tìm kiếm' }).click()
  await page.keyboard.type('khe nui')
  await page.getByRole('option', { name: /Khe Núi/ }).waitFor()
  await page.getByRole('button', { name: 'Đóng tìm kiếm' }).click()

  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Tìm kiếm')
  ui.expectNoErrors()
})
