import { expect, test } from 'vitest'
import { I18n } from './i18n.svelte.ts'
import { numberProblem, readNumber, writeNumber } from './read-number.ts'

test.each([
  ['12,5', 12.5],
  ['12.5', 12.5],
  [' −0,25 ', -0.25],
  ['0.125', 0.125],
  ['1234.125', 1234.125],
  ['1.234,5', 1234.5],
  ['1,234.5', 1234.5],
  ['1.000.000', 1_000_000],
  ['', undefined],
  ['1,2,3', undefined],
  ['1.234.5', undefined],
  ['12 km', undefined]
])('%j is %j in either language', (text, value) => {
  expect([readNumber('vi', text), readNumber('en', text)]).toEqual([value, value])
})

test('what may be thousands or decimals is refused with both readings', () => {
  expect([readNumber('vi', '2.000'), readNumber('en', '2,000')]).toEqual(['ambiguous', 'ambiguous'])
  expect([readNumber('vi', '2,125'), readNumber('en', '2.125')]).toEqual([2.125, 2.125])
  expect(numberProblem(new I18n('vi'), '2.000')).toContain('có thể hiểu là 2000 hoặc 2,000.')
  expect(numberProblem(new I18n('en'), '-12,345')).toContain('may mean -12345 or -12.345.')
  expect(numberProblem(new I18n('vi'), '2000')).toBeUndefined()
})

test('what a form writes is read again as the same number, in either language', () => {
  const values = [0, 12.5, 2.125, 2000, -1234.125, 0.000_000_1, 123_456_789.25]
  for (const locale of ['vi', 'en'] as const)
    expect(values.map((value) => readNumber(locale, writeNumber(locale, value)))).toEqual(values)
})
