import { expect, test } from 'vitest'
import { personalNumbersIn } from './personal-numbers.ts'

test.each([
  ['Gọi tôi số 0912345678 nhé', ['0912345678']],
  ['gọi 0912 345 678, hoặc 091.234.5679.', ['0912 345 678', '091.234.5679']],
  ['Zalo +84 912-345-678', ['+84 912-345-678']],
  ['máy bàn 0239 3855 123', ['0239 3855 123']],
  ['CCCD 042090001234', ['042090001234']],
  ['CMND 183 456 789', ['183 456 789']],
  ['gọi 0912345678 hay 0912345678', ['0912345678']]
])('«%s» holds a number of somebody', (words, numbers) => expect(personalNumbersIn(words)).toEqual(numbers))

test.each([
  'Rác đổ từ 20/11/2026, dài 150 m, 3 xe.',
  'PA-2026-000123',
  'thiệt hại 100.000.000 đồng',
  'ở 18.334512, 105.901234',
  'cột điện 471-12/35, gọi 113'
])('«%s» holds none', (words) => expect(personalNumbersIn(words)).toEqual([]))
