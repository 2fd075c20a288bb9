import { expect, test } from 'vitest'
import { createStaff, createUnit } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages } from '../support/report-desk.ts'
import { PHONE } from '../support/ui-page.ts'

const desk = new DeskPages()

test('a planner is told what he can do, with links to it', async () => {
  const { code } = desk.reports.commune
  const planner = await createStaff(desk.reports.db, { role: 'planner', communeCode: code })
  const page = await desk.open(planner, '?lang=en')
  const figures = page.getByRole('link', { name: 'Table of the plan’s figures' })
  await page.getByRole('heading', { name: 'What you can do now' }).waitFor()
  await expect.poll(() => figures.getAttribute('href')).toBe(`/?commune=${code}&tab=table&lang=en`)
  expect(await seriousProblems(page)).toEqual([])
  desk.expectNoErrors()
})

test('on a phone an empty inbox points to the route, and the sections stand below the bar', async () => {
  const communeCode = desk.reports.commune.code
  const field = await createStaff(desk.reports.db, { role: 'field', communeCode, unitId: desk.unitId })
  const page = await desk.open(field, '', PHONE)
  await page.getByText('Không còn việc nào chờ xử lý').waitFor()
  expect(await seriousProblems(page)).toEqual([])
  await page.getByRole('button', { name: 'Lộ trình hôm nay' }).click()
  await page.getByRole('heading', { name: 'Lộ trình hôm nay' }).waitFor()
  const sections = page.getByRole('navigation', { name: 'Các mục' })
  expect(await sections.getByRole('button', { name: 'Lộ trình' }).getAttribute('aria-current')).toBe('page')
  desk.expectNoErrors()
})

test('an officer’s filter offers his own unit, a leader’s all of them', async () => {
  await createUnit(desk.reports.db, desk.reports.commune.code, 'Phòng Kinh tế')
  const unitsOf = async (staff: typeof desk.officer) => {
    const page = await desk.open(staff)
    const options = page.getByRole('search').getByLabel('Đơn vị').getByRole('option')
    await expect.poll(() => options.count()).toBeGreaterThan(2)
    return options.allTextContents()
  }
  const officers = await unitsOf(desk.officer)
  const leaders = await unitsOf(desk.leader)
  expect(officers.slice(2)).toEqual(['Tổ Vệ sinh môi trường'])
  expect(leaders.slice(2).sort()).toEqual(['Phòng Kinh tế', 'Tổ Vệ sinh môi trường'])
  desk.expectNoErrors()
})
