import { expect, test } from 'vitest'
import type { Figure } from '../../server/plans/contract.ts'
import { I18n } from '../../web/i18n/i18n.svelte.ts'
import { placeName, placeWithin, plainText } from '../../web/i18n/place-name.ts'
import { boundsText } from '../../web/plans/bounds-words.ts'
import { lastQuarterEnd, lastYearEnd, yearBefore } from '../../web/plans/days.ts'
import { differenceOf, isCertain } from '../../web/plans/difference.ts'
import { differenceText, earlierText } from '../../web/plans/difference-words.ts'
import { whyText } from '../../web/plans/figure-words.ts'
import { groupIndicators } from '../../web/plans/groups.ts'
import { missingText } from '../../web/plans/missing-words.ts'
import { partsOf } from '../../web/plans/parts.ts'
import { countVerdicts, worstFirst } from '../../web/plans/ranking.ts'
import { sortingOf, sortRows, tableColumns, tableRows } from '../../web/plans/table-rows.ts'
import { parseDayText } from '../../web/ui/day-text.ts'
import { stopBeside, stopHeights, stopNear } from '../../web/ui/sheet-stops.ts'
import { DELIVERY_C } from '../support/ui-fixtures.ts'
import { type Counts, figure as figureOf } from '../support/ui-figure.ts'
import { emptyIndicators, illustrationIndicators } from '../support/ui-indicators.ts'

const vi = new I18n('vi')
const en = new I18n('en')
const [fiveG] = illustrationIndicators(DELIVERY_C)
const [earlier] = illustrationIndicators('2026-06-30')
if (!fiveG || !earlier) throw new Error('The fixtures have no indicator')

const context = {
  technology: '5G',
  thing: 'people' as const,
  basis: 'premises' as const,
  placeOf: (code: string) => `thôn ${code}`
}

test('the three parts add up to the whole', () => {
  const parts = partsOf(earlier.commune.figure)

  expect(parts && parts.yes + parts.no + parts.unknown).toBe(parts?.total)
  expect(parts?.unknown).toBeGreaterThan(0)
})

test('a figure without numbers has no parts', () => {
  const withheld = fiveG.villages.find(({ figure }) => figure.reason === 'withheld')

  expect(withheld && partsOf(withheld.figure)).toBeNull()
})

test('the reason of a verdict names the bounds and the target', () => {
  expect(whyText(vi, earlier, earlier.commune.figure)).toMatch(/^Mục tiêu 90% nằm giữa .+ 100%/)
  expect(whyText(en, fiveG, fiveG.commune.figure)).toMatch(/^Even the lowest certain value/)
})

test('bounds that reach beyond the unknown part say what else they stand for', () => {
  const textOf = (counts: Counts, extra: Partial<Figure>) =>
    boundsText(vi, fiveG, figureOf(counts, undefined, extra))
  const villages = ['01', '02']

  expect(textOf({ yes: 40, unknown: 10, total: 100 }, {})).toBe('Chắc chắn từ 40% đến 50%')
  expect(
    textOf({ yes: 40, unknown: 10, total: 100, edge: 5 }, { missing: [{ kind: 'edge', count: 3 }] })
  ).toBe('Chắc chắn từ 35% đến 55%: ngoài phần chưa rõ còn tính cả sai số ở mép bản đồ phủ sóng')
  const unplaced = { high: 1.1, missing: [{ kind: 'collection' as const, collection: 'premises', villages }] }
  expect(textOf({ yes: 0, unknown: 0, total: 100 }, unplaced)).toBe(
    'Chắc chắn từ 0% đến 1,1%: ngoài phần chưa rõ còn tính cả người dân 2 thôn chưa có điểm hộ'
  )
  expect(textOf({ yes: 40, unknown: 0, total: 100 }, {})).toBeNull()
})

test('what is missing is a sentence that says whose, how many and where', () => {
  expect(missingText(vi, { kind: 'delivery', operator: 'MobiFone' }, context)).toBe(
    'Chưa có bản đồ 5G của MobiFone.'
  )
  expect(missingText(vi, { kind: 'edge', count: 1270 }, context)).toBe(
    '1.270 điểm hộ nằm sát mép vùng phủ, trong sai số của bản đồ.'
  )
  const villages = ['01', '02', '03', '04', '05']
  expect(missingText(en, { kind: 'collection', collection: 'premises', villages }, context)).toBe(
    'Not imported yet: household points. In thôn 01, thôn 02, thôn 03 and 2 more.'
  )
})

test('what is counted of a figure of people is premises, of the others what they are about', () => {
  const facts = { kind: 'facts' as const, count: 3 }

  expect(missingText(en, { kind: 'edge', count: 270 }, context)).toBe(
    '270 premises lie at the edge of the maps, within their accuracy.'
  )
  expect(missingText(vi, facts, context)).toBe('3 điểm hộ chưa rõ thông tin.')
  expect(missingText(vi, facts, { ...context, basis: 'buildings' })).toBe(
    '3 điểm hộ hoặc nhà chưa rõ thông tin.'
  )
  expect(missingText(vi, facts, { ...context, thing: 'households' })).toBe('3 hộ chưa rõ thông tin.')
  const houses = { ...context, thing: 'houses' as const, days: 90 }
  expect(missingText(vi, { kind: 'checks', count: 4 }, houses)).toBe(
    '4 nhà văn hóa chưa kiểm tra Wifi trong 90 ngày.'
  )
})

test('indicators are grouped by what needs attention first', () => {
  const groups = groupIndicators(illustrationIndicators(DELIVERY_C))

  expect(groups.map(({ group }) => group)).toEqual(['not_met', 'met', 'none'])
  expect(groupIndicators(illustrationIndicators('2026-06-30')).map(({ group }) => group)).toContain(
    'undetermined'
  )
})

test('villages are ranked with the lowest value first and those without one last', () => {
  const ranked = worstFirst(fiveG.villages).map(({ name }) => name)

  expect(ranked.slice(0, 2)).toEqual(['Khe Núi', 'Cồn Cát'])
  expect(ranked.at(-1)).toBe('Bãi Giữa')
})

test('a difference has a sign, and none is made up where a figure is absent', () => {
  const worst = worstFirst(fiveG.villages)[0]?.figure
  const absent = emptyIndicators('05800', '2026-01-01')[0]?.commune.figure

  expect(worst && differenceOf(worst, absent)).toBeNull()
  expect(differenceText(vi, 'percent', 3.24, '2026-06-30')).toBe('+3,2 điểm % so với 30/06/2026')
  expect(differenceText(vi, 'percent', -0.01, '2026-06-30')).toBe('Không đổi so với 30/06/2026')
})

test('the table sorts by any column, and what has no value stays last both ways', () => {
  const rows = tableRows(tableColumns(illustrationIndicators(DELIVERY_C)))
  const names = (ascending: boolean) =>
    sortRows(rows, { by: 'mobile_5g_population', ascending }).map(({ village }) => village.name)

  expect(names(true)[0]).toBe('Khe Núi')
  expect(names(false)[0]).toBe('Đông Thượng')
  expect([names(true).at(-1), names(false).at(-1)]).toEqual(['Bãi Giữa', 'Bãi Giữa'])
})

test('quick days are ends of quarters and years', () => {
  expect(lastQuarterEnd('2026-11-22')).toBe('2026-09-30')
  expect(lastQuarterEnd('2026-01-01')).toBe('2025-12-31')
  expect(lastYearEnd('2026-11-22')).toBe('2025-12-31')
  expect(yearBefore('2028-02-29')).toBe('2027-02-28')
})

test('days are read as people type them, and days that no calendar has are refused', () => {
  expect(parseDayText('1.4.2026')).toBe('2026-04-01')
  expect(parseDayText(' 22/11/2026 ')).toBe('2026-11-22')
  expect(parseDayText('2026-11-22')).toBe('2026-11-22')
  expect(parseDayText('30/02/2026')).toBeUndefined()
  expect(parseDayText('11/22/2026')).toBeUndefined()
})

test('the sheet settles at the stop that a drag was going to', () => {
  const heights = stopHeights(844, 90)

  expect(stopNear(heights.half + 20, 0, heights)).toBe('half')
  expect(stopNear(heights.half + 20, 2, heights)).toBe('full')
  expect(stopNear(heights.half - 40, -2, heights)).toBe('peek')
  expect([stopBeside('peek', -1), stopBeside('half', 1)]).toEqual(['peek', 'full'])
})

test('a place is called by its kind once, small inside a sentence', () => {
  expect(placeName({ kind: 'xóm', name: 'Xóm Đồng Tâm' })).toBe('Xóm Đồng Tâm')
  expect(placeName({ kind: 'tổ dân phố', name: 'Phố Chợ' })).toBe('Tổ dân phố Phố Chợ')
  expect(placeWithin({ kind: 'xóm', name: 'Xóm Đồng Tâm' }, 'vi')).toBe('xóm Đồng Tâm')
})

test('diacritics are taken away for matching', () => {
  expect(plainText('Điểm rác Đồng Tâm')).toBe('diem rac dong tam')
})

test('a figure of nought is nought, not "no data"', () => {
  const nought: Figure = { ...fiveG.commune.figure, numerator: 0, unknown: 0, value: 0, low: 0, high: 0 }

  expect(partsOf(nought)?.no).toBe(nought.denominator)
  expect(vi.percent(0)).toBe('0%')
})

test('a change is certain only where the bounds of the two days do not meet', () => {
  const at = (low: number, high: number): Figure => ({ ...fiveG.commune.figure, low, high })

  expect(isCertain(at(80, 85), at(50, 79))).toBe(true)
  expect(isCertain(at(80, 85), at(50, 80))).toBe(false)
  expect(isCertain(at(10, 20), at(30, 40))).toBe(true)
})

test('beside a change stands what was then, with its bounds and verdict', () => {
  expect(earlierText(vi, earlier, earlier.commune.figure)).toMatch(
    /^Khi đó: 84,8%, chắc chắn từ .+ đến 100%, chưa xác định\.$/
  )
})

test('without doubt the reason names the value alone', () => {
  const exact: Figure = { ...fiveG.commune.figure, value: 42, low: 42, high: 42, verdict: 'not_met' }

  expect(whyText(vi, fiveG, exact)).toBe('Giá trị 42% thấp hơn mục tiêu 90%.')
})

test('the table sorts as the address says, and by the map where that names no column', () => {
  const columns = tableColumns(illustrationIndicators(DELIVERY_C))
  const chosen = { by: 'fixed_1gbps', ascending: false }

  expect(sortingOf(columns, chosen, 'mobile_5g_population')).toEqual(chosen)
  expect(sortingOf(columns, { by: 'nothing', ascending: false }, 'mobile_5g_population')).toEqual({
    by: 'mobile_5g_population',
    ascending: true
  })
})

test('a village that the indicator does not speak of is not counted as undetermined', () => {
  const [village] = fiveG.villages
  if (!village) throw new Error('The fixtures have no village')
  const figure: Figure = { ...village.figure, value: null, verdict: 'undetermined', reason: 'not_applicable' }

  expect(countVerdicts([{ ...village, figure }])).toMatchObject({ undetermined: 0, not_applicable: 1 })
})

test('the summary of villages counts every one, the withheld too', () => {
  const counts = countVerdicts(fiveG.villages)
  expect(counts.withheld).toBe(1)
  expect(Object.values(counts).reduce((sum, count) => sum + count)).toBe(fiveG.villages.length)
})
