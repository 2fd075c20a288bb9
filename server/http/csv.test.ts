import { expect, test } from 'vitest'
import { csvOf, marked, unmarked } from './csv.ts'

test.each(["=cmd|' /C calc'!A0", '+84 912', '-', '@A1', "'=x", '＝1', 'Đình Cả', "'Cổng chợ'", ''])(
  'what is written of %j is read as the same',
  (text) => expect(unmarked(marked(text))).toBe(text)
)

test('what would be a formula has an apostrophe before it, a number below zero has none', () => {
  expect(csvOf([['=1+1', -5, "'=x", 'A-1']])).toBe("\uFEFF'=1+1;-5;''=x;A-1\r\n")
})
