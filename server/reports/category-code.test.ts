import { expect, test } from 'vitest'
import { codeFor } from './category-code.ts'

test.each([
  ['Đèn đường hỏng', 'den_duong_hong'],
  ['  Ô nhiễm (tiếng ồn) ', 'o_nhiem_tieng_on'],
  ['噪音', 'loai']
])('«%s» is called %s', (name, code) => {
  expect(codeFor(name, new Set())).toBe(code)
})

test('a code that is taken is counted on', () => {
  expect(codeFor('Chó thả rông', new Set(['cho_tha_rong', 'cho_tha_rong_2']))).toBe('cho_tha_rong_3')
})
