import type { Figure, IndicatorAnswer } from '../../server/plans/contract.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { valueText } from './figure-words.ts'
import { messages } from './messages.ts'

/** A difference that one decimal shows. */
export const SMALLEST = 0.05

/** "Vượt 3,2 điểm % …": the difference with its sign, always one decimal. */
export function differenceText(
  i18n: I18n,
  unit: IndicatorAnswer['unit'],
  difference: number,
  day: string
): string {
  if (Math.abs(difference) < SMALLEST) return i18n.t(messages.noDifference, { day: i18n.date(day) })
  const message = unit === 'count' ? messages.differenceCount : messages.difference
  return i18n.t(message, { points: signed(i18n, difference), day: i18n.date(day) })
}

/** What it was then: "Khi đó: 55,5% (chắc chắn từ 55% đến 90%), chưa xác định". */
export function earlierText(i18n: I18n, answer: IndicatorAnswer, before: Figure): string {
  const value = valueText(i18n, answer, before) ?? i18n.t(messages.reasons[before.reason ?? 'no_data'])
  const bounds =
    before.low === null || before.high === null || before.low === before.high
      ? null
      : i18n.t(messages.bounds, { low: i18n.percent(before.low), high: i18n.percent(before.high) })
  const verdict = before.verdict && i18n.t(messages.verdicts[before.verdict])
  const details = [bounds, verdict].filter((detail) => detail !== null).map((detail) => lowerFirst(detail))
  return i18n.t(messages.earlier, { value: [value, ...details].join(', ') })
}

const lowerFirst = (text: string) => text.charAt(0).toLocaleLowerCase('vi') + text.slice(1)

/** With a sign: "+3,2", "−0,4"; "0" without. */
export function signed(i18n: I18n, value: number): string {
  if (Math.abs(value) < SMALLEST) return i18n.number(0)
  return `${value > 0 ? '+' : '−'}${i18n.number(Math.abs(value), 1)}`
}
