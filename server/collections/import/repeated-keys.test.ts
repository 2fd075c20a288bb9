import { expect, test } from 'vitest'
import { repeatedKeys, type KeyedRow } from './repeated-keys.ts'

const rows = (...given: [key: string, from: string, to: string][]): KeyedRow[] =>
  given.map(([key, from, to], index) => ({ row: index + 1, key: [key], from, to }))
const pairs = (given: readonly KeyedRow[]) => repeatedKeys(given).map(({ row, earlier }) => [row, earlier])

test('a key is repeated where days are shared, not where spans meet', () => {
  expect(
    pairs(
      rows(
        ['a', '2026-01-01', '2026-02-01'],
        ['a', '2026-02-01', '~'],
        ['a', '', '2026-01-01'],
        ['b', '', '~'],
        ['a', '2026-01-31', '2026-02-02'],
        ['b', '2026-01-01', '2026-01-02']
      )
    )
  ).toEqual([
    [5, 1],
    [6, 4]
  ])
})

test('a row that is refused takes no days from later ones', () => {
  expect(
    pairs(
      rows(['a', '2026-01-01', '2026-02-01'], ['a', '2026-01-15', '2026-03-01'], ['a', '2026-02-01', '~'])
    )
  ).toEqual([[2, 1]])
})

test('parts of a key are told apart', () => {
  const always = { from: '', to: '~' }
  expect(
    pairs([
      { row: 1, key: ['a, b', 'c'], ...always },
      { row: 2, key: ['a', 'b, c'], ...always }
    ])
  ).toEqual([])
})
