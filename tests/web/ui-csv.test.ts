import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import type { IndicatorAnswer } from '../../server/plans/contract.ts'
import { I18n } from '../../web/i18n/i18n.svelte.ts'
import { figuresCsv } from '../../web/plans/csv.ts'
import { DELIVERY_C } from '../support/ui-fixtures.ts'
import { illustrationIndicators } from '../support/ui-indicators.ts'

const vi = new I18n('vi')
const en = new I18n('en')
const answers = illustrationIndicators(DELIVERY_C)
const [fiveG] = answers
const [earlier] = illustrationIndicators('2026-06-30')
if (!fiveG || !earlier) throw new Error('The fixtures have no indicator')

/** As a spreadsheet reads it. */
const read = (csv: string, delimiter: string): Record<string, string>[] =>
  parse(csv, { bom: true, columns: true, delimiter })
const readVi = (some: readonly IndicatorAnswer[]) =>
  read(figuresCsv(vi, { answers: some, before: [], beforeDay: undefined }), ';')

test('a Vietnamese file has a mark, semicolons and decimal commas, and does not round', () => {
  const csv = figuresCsv(vi, { answers: [fiveG], before: [earlier], beforeDay: '2026-06-30' })
  const row = read(csv, ';').find(({ Thôn }) => Thôn === 'Xóm Cồn Cát')
  const comma = (value: number | null | undefined) => String(value).replace('.', ',')

  expect(csv.startsWith('\uFEFFXã;Mã;Thôn;')).toBe(true)
  expect(csv.endsWith('\r\n')).toBe(true)
  expect(row?.['Giá trị']).toBe(comma(fiveG.villages[8]?.figure.value))
  expect(row?.['Giá trị ngày 30/06/2026']).toBe(comma(earlier.villages[8]?.figure.value))
  expect(row).toMatchObject({ 'Đếm theo': 'người', 'Đơn vị': '%', 'Ngày số liệu': '01/07/2026' })
})

test('an English file has commas and decimal points', () => {
  const csv = figuresCsv(en, { answers: [fiveG], before: [], beforeDay: undefined })
  const row = read(csv, ',').find(({ Village }) => Village === 'Xóm Cồn Cát')

  expect(csv.startsWith('\uFEFFCommune,Code,Village')).toBe(true)
  expect(row?.['Value']).toBe(String(fiveG.villages[8]?.figure.value))
  expect(row?.['As of']).toBe('2026-07-01')
})

test('what is withheld or not known says so in every cell of numbers, and is neither empty nor nought', () => {
  const numbers = [
    'Giá trị',
    'Thấp nhất',
    'Cao nhất',
    'Có theo dữ liệu (tử số)',
    'Không có theo dữ liệu',
    'Chưa rõ',
    'Tổng (mẫu số)'
  ]
  const rows = readVi(answers)
  const withheld = rows.find(({ Thôn }) => Thôn === 'Xóm Bãi Giữa')
  const entered = rows.find((row) => row['Chỉ tiêu'] === 'Hồ sơ nộp và xử lý trực tuyến')

  for (const name of numbers) expect([name, withheld?.[name]]).toEqual([name, 'Không công bố'])
  for (const name of numbers) expect([name, entered?.[name]]).toEqual([name, 'Chưa có dữ liệu'])
  const empty = rows.filter((row) => numbers.some((name) => row[name] === ''))
  expect(empty).toEqual([])
})

test('the parts of a row add up to its total', () => {
  const number = (text: string | undefined) => Number(text?.replace(',', '.'))
  const row = readVi([earlier]).find(({ Thôn }) => Thôn === 'Xóm Cồn Cát')
  const parts = ['Có theo dữ liệu (tử số)', 'Không có theo dữ liệu', 'Chưa rõ'].map((name) =>
    number(row?.[name])
  )

  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(number(row?.['Tổng (mẫu số)']))
  expect(row?.['Vì sao']).toContain('Chưa có bản đồ 5G của Nhà mạng C.')
})

test.each(['=HYPERLINK("x")', '+1', '-1+2', '@sum', '\t=1', ' =1', '＝1'])(
  'a name that a spreadsheet would run as a formula is disarmed: %s',
  (name) => {
    const [village] = fiveG.villages
    if (!village) throw new Error('The fixtures have no village')
    const evil = { ...fiveG, villages: [{ ...village, kind: '', name }] }

    expect(readVi([evil])[0]?.['Thôn']).toMatch(/^'/)
  }
)

test('premises are counted as premises, and what a register shares out to them is said', () => {
  const figure = {
    ...fiveG.commune.figure,
    shared: 1270,
    missing: [{ kind: 'edge' as const, count: 270 }]
  }
  const answer = { ...fiveG, commune: { ...fiveG.commune, figure } }
  const whole = readVi([answer]).at(-1)

  expect(whole?.['Căn cứ']).toBe(
    'Tính theo điểm hộ; 1.270 điểm hộ chưa rõ số người, chia phần còn lại của sổ dân số'
  )
  expect(whole?.['Vì sao']).toMatch(/ 270 điểm hộ nằm sát mép vùng phủ, trong sai số của bản đồ\.$/)
})
