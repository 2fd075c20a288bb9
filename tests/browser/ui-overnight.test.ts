import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { DESK, panel, UiPage } from '../support/ui-page.ts'

const ui = new UiPage()
const EVENING = new Date('2026-11-22T23:30:00+07:00')
const TOMORROW = { name: /Số liệu đúng vào ngày:? 23\/11\/2026/ }

/** The page as it stands in the evening, the questions of figures that it asks from then on, and villages' questions. */
async function openInTheEvening(query = '') {
  const page = await ui.blank(DESK)
  await page.clock.install({ time: EVENING })
  const mapAsked = page.waitForRequest(/villages\/items/)
  await page.goto(`${ui.url}/${query}`)
  await panel(page).getByText('91,2%', { exact: true }).first().waitFor()
  await mapAsked
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url())
    if (/indicators$|gaps$|villages\/items$/.test(pathname)) asked.push(pathname.replace(/.*\//, '') + search)
  })
  return { page, asked }
}

const day = (page: Page) => panel(page).getByRole('button', { name: /Số liệu đúng vào ngày/ })

test('a page that is left open asks for the new day at midnight in Việt Nam', async () => {
  const { page, asked } = await openInTheEvening()
  await page.clock.fastForward('31:00')

  await panel(page).getByRole('button', TOMORROW).waitFor()
  await expect.poll(() => asked).toContain('indicators')
  await expect.poll(() => asked).toContain('gaps?technology=5G')
  await expect.poll(() => asked.filter((path) => path.startsWith('items')).length).toBe(1)
  ui.expectNoErrors()
})

test('a page that slept over midnight asks when it is seen again', async () => {
  const { page, asked } = await openInTheEvening()
  await page.clock.setSystemTime(new Date('2026-11-23T07:00:00+07:00'))
  expect(await day(page).textContent()).toContain('22/11/2026')
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

  await panel(page).getByRole('button', TOMORROW).waitFor()
  await expect.poll(() => asked).toContain('indicators')
  ui.expectNoErrors()
})

test('a day that the reader has chosen stays, and nothing is asked again', async () => {
  const { page, asked } = await openInTheEvening('?asOf=2026-11-22')
  await page.clock.fastForward('31:00')
  await day(page).click()
  await panel(page)
    .getByRole('button', { name: /^Hôm nay/ })
    .filter({ hasText: '23/11/2026' })
    .waitFor()

  expect(await day(page).textContent()).toContain('22/11/2026')
  expect(asked).toEqual([])
  ui.expectNoErrors()
})
