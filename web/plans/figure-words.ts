import type { Figure, IndicatorAnswer, MissingItem, Target } from '../../server/plans/contract.ts'
import type { I18n, Locale, Message } from '../i18n/i18n.svelte.ts'
import type { Thing } from './indicator-words.ts'
import { messages } from './messages.ts'

/** A difference that one decimal shows. */
export const SMALLEST = 0.05
/** How many places a sentence names before it says "and n more". */
const NAMED_PLACES = 3

/** "82,2%" or a count, beside the target; null without a number. */
export function valueText(i18n: I18n, { unit, target }: IndicatorAnswer, figure: Figure): string | null {
  if (unit === 'count') return figure.numerator === null ? null : i18n.number(figure.numerator, 0)
  return figure.value === null ? null : i18n.percent(figure.value, target?.value)
}

/** "4.210 người", "12,5 ha". */
export function amountText(i18n: I18n, thing: Thing, amount: number): string {
  if (thing === 'area') return i18n.area(amount)
  return `${i18n.number(amount, amount < 10 ? 1 : 0)} ${i18n.t(messages.things[thing])}`
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

interface MissingContext {
  technology: string
  thing: Thing
  /** The name of a village by its code; its code when it has none here. */
  placeOf: (code: string) => string
}

/** What is missing as a sentence that names whose map, which collection or how many. */
export function missingText(i18n: I18n, item: MissingItem, context: MissingContext): string {
  const sentence = missingSentence(i18n, item, context)
  if (!item.villages?.length) return sentence
  const named = item.villages.slice(0, NAMED_PLACES).map(context.placeOf).join(', ')
  const more = item.villages.length - NAMED_PLACES
  const places = more > 0 ? i18n.t(messages.andMore, { places: named, count: more }) : named
  return `${sentence} ${i18n.t(messages.missingIn, { places })}`
}

function missingSentence(i18n: I18n, item: MissingItem, { technology, thing }: MissingContext): string {
  const { missing } = messages
  const count = item.count
  switch (item.kind) {
    case 'delivery':
      return i18n.t(missing.delivery, { technology, operator: item.operator ?? '?' }).replace('  ', ' ')
    case 'operators':
      return i18n.t(missing.operators, { technology }).replace('  ', ' ')
    case 'collection':
      return i18n.t(missing.collection, { collection: collectionName(i18n, item.collection ?? '') })
    case 'facts':
      return count === undefined
        ? i18n.t(missing.factsSome)
        : i18n.t(missing.facts, counted(i18n, thing, count))
    case 'residents':
      return count === undefined ? i18n.t(missing.residentsSome) : i18n.t(missing.residents, { count })
    case 'edge':
      return count === undefined
        ? i18n.t(missing.edgeSome)
        : i18n.t(missing.edge, counted(i18n, thing, count))
    case 'target':
      return i18n.t(missing.target)
  }
}

const counted = (i18n: I18n, thing: Thing, count: number) => ({
  count: i18n.number(count, 0),
  things: i18n.t(messages.things[thing])
})

function collectionName(i18n: I18n, id: string): string {
  const known = Object.entries(messages.collections).find(([name]) => name === id)
  return known ? i18n.t(known[1]) : id
}

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

/** A note of the plan in the language of the screen; one that is written in Vietnamese only is given as such. */
export function noteOf(i18n: I18n, note: string | Message | null): { text: string; lang: Locale } | null {
  if (note === null || note === '') return null
  return typeof note === 'string' ? { text: note, lang: 'vi' } : { text: i18n.t(note), lang: i18n.locale }
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
