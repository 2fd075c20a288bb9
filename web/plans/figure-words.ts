import type { Figure, IndicatorAnswer, Target } from '../../server/plans/contract.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import type { Thing } from './indicator-words.ts'
import { messages } from './messages.ts'

/** "82,2%" or a count, beside the target; null without a number. */
export function valueText(i18n: I18n, { unit, target }: IndicatorAnswer, figure: Figure): string | null {
  if (unit === 'count') return figure.numerator === null ? null : i18n.number(figure.numerator, 0)
  return figure.value === null ? null : i18n.percent(figure.value, target?.value)
}

/** "4.210 người", "12,5 ha". */
export function amountText(i18n: I18n, thing: Thing, amount: number): string {
  if (thing === 'area') return i18n.area(amount)
  const number = i18n.number(amount, amount < 10 ? 1 : 0)
  return `${number} ${i18n.t((number === '1' ? messages.oneThing : messages.things)[thing])}`
}

/** What a figure is counted by, within how many days a check counts, how many premises bear shares of the register. */
export function basisText(i18n: I18n, figure: Figure): string {
  const basis = i18n.t(messages.basis[figure.basis])
  const days = figure.threshold.checkedWithinDays
  if (days && figure.basis === 'places') return i18n.t(messages.basisChecked, { basis, days })
  return figure.shared ? i18n.t(messages.basisShared, { basis, count: i18n.number(figure.shared, 0) }) : basis
}

/** The value of a target in the indicator's unit. */
export const targetValueText = (i18n: I18n, unit: IndicatorAnswer['unit'], value: number) =>
  unit === 'count' ? i18n.number(value) : i18n.percent(value)

/** "năm 2026" or "quý 3/2026". */
export const periodText = (i18n: I18n, { year, quarter }: Target) =>
  quarter === null
    ? i18n.t(messages.year, { year: String(year) })
    : i18n.t(messages.quarter, { quarter, year: String(year) })

/** Why the verdict is what it is; null without verdict or bounds. */
export function whyText(i18n: I18n, { unit, target }: IndicatorAnswer, figure: Figure): string | null {
  const { verdict, low, high } = figure
  if (!verdict || !target || unit === 'count' || low === null || high === null) return null
  const isBetween = low < target.value && target.value <= high
  if (verdict === 'undetermined' && !isBetween) return i18n.t(messages.whyIncomplete)
  const isExact = low === high && verdict !== 'undetermined'
  return i18n.t(isExact ? messages.whyExact[verdict] : messages.why[verdict], {
    low: i18n.percent(low, target.value),
    high: i18n.percent(high, target.value),
    target: i18n.percent(target.value)
  })
}
