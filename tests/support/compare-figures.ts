import { expect } from 'vitest'
import type { Figure } from '../../server/figures/contract.ts'
import type { ReferenceCommune, ReferenceCount } from './reference-figures.ts'

export const percent = (part: number, whole: number) => (100 * part) / whole

function expectedFigure(
  count: ReferenceCount,
  { operators, expected, heard }: ReferenceCommune,
  unplaced: number
) {
  const operatorsOf = { operatorsExpected: expected, operatorsHeard: heard, basis: count.basis }
  if (operators.length === 0 || count.total === 0)
    return {
      numerator: null,
      low: null,
      value: null,
      high: null,
      each: null,
      all: null,
      reason: operators.length > 0 && count.empty ? 'not_applicable' : 'no_data',
      ...operatorsOf
    }
  const share = (people: number) => percent(people, count.total)
  const each = Object.fromEntries(operators.map((name) => [name, share(count.each[name] ?? 0)]))
  return {
    numerator: count.yes,
    unknown: count.unknown,
    denominator: count.total,
    low: count.openBelow ? 0 : percent(count.low, count.total + unplaced),
    value: share(count.yes),
    high: count.openAbove ? 100 : percent(count.high + unplaced, count.total + unplaced),
    any: share(count.yes),
    maxOperator: Math.max(...Object.values(each)),
    each,
    all: share(count.all),
    reason: null,
    ...operatorsOf
  }
}

/** Numbers as close as doubles can be where people are shared out; whole numbers come out the same to the last digit. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(11))
  if (Array.isArray(value)) return value.map(rounded)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)]))
  return value
}

/** The product's figure is the reference's, to the last digit where whole people are counted. */
export function compare(figure: Figure, count: ReferenceCount, reference: ReferenceCommune, where: string) {
  // A village's own figure is either counted or absent.
  const unplaced = count === reference.commune ? count.unplaced : 0
  const expected = expectedFigure(count, reference, unplaced)
  if (count.basis === 'buildings' && count.total > 0 && reference.operators.length > 0) {
    const keys = [
      'numerator',
      'unknown',
      'denominator',
      'low',
      'value',
      'high',
      'maxOperator',
      'all'
    ] as const
    // Floors are measured in two ways: people and shares agree to a millionth.
    for (const key of keys)
      expect(
        Math.abs((figure[key] ?? NaN) - Number(expected[key as keyof typeof expected])),
        `${where} ${key}`
      ).toBeLessThan(1e-6 * Math.max(100, count.total))
    return
  }
  expect(rounded(figure), where).toMatchObject(rounded(expected) as object)
}

/** low ≤ value ≤ high, max ≤ any, all ≤ each. */
export function holdsTogether(figure: Figure, where: string) {
  if (figure.value === null) return
  const { low, value, high, any, maxOperator, each, all } = figure
  expect(low, where).toBeLessThanOrEqual(value)
  expect(value, where).toBeLessThanOrEqual(high ?? NaN)
  expect(maxOperator, where).toBeLessThanOrEqual(any ?? NaN)
  for (const share of Object.values(each ?? {})) expect(all, where).toBeLessThanOrEqual(share)
}
