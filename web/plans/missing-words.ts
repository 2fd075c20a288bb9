import type { Figure, IndicatorAnswer, MissingItem } from '../../server/plans/contract.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { placeWithin } from '../i18n/place-name.ts'
import { type Thing, wordsOf } from './indicator-words.ts'
import { messages } from './messages.ts'

/** How many places a sentence names before it says "and n more". */
const NAMED_PLACES = 3

interface MissingContext {
  technology: string
  thing: Thing
  basis: Figure['basis']
  /** Within how many days a check counts, of what is checked. */
  days?: number | null | undefined
  /** The name of a village by its code; its code when it has none here. */
  placeOf: (code: string) => string
}

/** All that is missing for a figure, each as a sentence. */
export function missingTexts(i18n: I18n, answer: IndicatorAnswer, figure: Figure): string[] {
  const technology = figure.threshold.technology ?? ''
  const { thing } = wordsOf(answer)
  const placeOf = (code: string) => {
    const village = answer.villages.find((other) => other.code === code)
    return village ? placeWithin(village, i18n.locale) : code
  }
  return figure.missing.map((item) =>
    missingText(i18n, item, {
      technology,
      thing,
      basis: figure.basis,
      days: figure.threshold.checkedWithinDays,
      placeOf
    })
  )
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

function missingSentence(i18n: I18n, item: MissingItem, context: MissingContext): string {
  const { technology } = context
  const { missing } = messages
  switch (item.kind) {
    case 'delivery':
      if (item.collection)
        return i18n.t(missing.deliveryOf, {
          collection: collectionName(i18n, item.collection),
          operator: item.operator ?? '?'
        })
      return i18n.t(missing.delivery, { technology, operator: item.operator ?? '?' }).replace('  ', ' ')
    case 'operators':
      if (item.collection)
        return i18n.t(missing.operatorsOf, { collection: collectionName(i18n, item.collection) })
      return i18n.t(missing.operators, { technology }).replace('  ', ' ')
    case 'collection':
      return i18n.t(missing.collection, { collection: collectionName(i18n, item.collection ?? '') })
    case 'partial':
      return i18n.t(missing.partial, { collection: collectionName(i18n, item.collection ?? '') })
    case 'facts':
    case 'checks':
    case 'residents':
    case 'edge':
      return i18n.t(missing[item.kind], {
        count: i18n.number(item.count ?? 0, 0),
        things: i18n.t(countedThing(context)),
        days: `${context.days}`
      })
    case 'target':
      return i18n.t(missing.target)
  }
}

/** Of a figure of people the premises are counted, or the buildings that its register is shared out to. */
const countedThing = ({ thing, basis }: MissingContext) =>
  thing === 'people'
    ? messages.counted[basis === 'buildings' ? 'buildings' : 'premises']
    : messages.things[thing]

function collectionName(i18n: I18n, id: string): string {
  const known = Object.entries(messages.collections).find(([name]) => name === id)
  return known ? i18n.t(known[1]) : id
}
