import { expect, test } from 'vitest'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages } from '../support/report-desk.ts'

const desk = new DeskPages()

test('reports near one another are one circle with their number, opened by a click and by keys', async () => {
  for (const dx of [0.005, 0.0055, 0.006])
    await desk.reports.take(desk.reports.draft({ description: `Điểm ${dx}` }, dx))
  const page = await desk.open(desk.leader)
  const map = page.getByRole('region', { name: 'Bản đồ các phản ánh trong danh sách' })
  const all = map.getByRole('button', { name: '3 phản ánh gần nhau, phóng to' })
  await all.waitFor()
  expect(await page.getByRole('listitem').filter({ hasText: 'Điểm 0.00' }).count()).toBe(3)
  expect(await seriousProblems(page)).toEqual([])
  await all.focus()
  await page.keyboard.press('Enter')
  await all.waitFor({ state: 'detached' })

  await page.reload()
  await all.waitFor()
  const area = await all.boundingBox()
  if (!area) throw new Error('no circle')
  await page.mouse.click(area.x + area.width / 2, area.y + area.height / 2)
  await all.waitFor({ state: 'detached' })
  expect(new URL(page.url()).searchParams.get('report')).toBeNull()
  desk.expectNoErrors()
})
