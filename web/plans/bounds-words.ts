import type { Figure, IndicatorAnswer } from '../../server/plans/contract.ts'
import type { I18n } from '../i18n/i18n.svelte.ts'
import { messages } from './messages.ts'
import { partsOf } from './parts.ts'

/** Percent; sums of floating shares may miss one another by this much. */
const NOISE = 1e-6

/**
 * The bounds in words, and, where they reach beyond what the unknown part explains, what else they stand for; null where
 * there are none or they are the value itself.
 */
export function boundsText(i18n: I18n, answer: IndicatorAnswer, figure: Figure): string | null {
  const { low, high } = figure
  if (low === null || high === null || low === high) return null
  const percent = (value: number) => i18n.percent(value, answer.target?.value)
  const bounds = i18n.t(messages.bounds, { low: percent(low), high: percent(high) })
  const causes = isWider(figure) ? causesOf(i18n, figure) : []
  return causes.length > 0 ? i18n.t(messages.boundsWider, { bounds, causes: causes.join(', ') }) : bounds
}

/** Whether the bounds reach beyond "all of the unknown without" and "all of it with". */
function isWider(figure: Figure): boolean {
  const parts = partsOf(figure)
  if (!parts || figure.low === null || figure.high === null) return false
  const share = (amount: number) => (100 * amount) / parts.total
  return figure.low < share(parts.yes) - NOISE || figure.high > share(parts.yes + parts.unknown) + NOISE
}

/** What widens them, once each; the server names all of it among what is missing. */
function causesOf(i18n: I18n, { missing }: Figure): string[] {
  const { edge, residents, places } = messages.boundsCauses
  const texts = missing.flatMap(({ kind, villages }) => {
    if (kind === 'edge') return i18n.t(edge)
    if (kind === 'residents') return i18n.t(residents)
    if (kind === 'collection' && villages?.length) return i18n.t(places, { count: villages.length })
    return []
  })
  return [...new Set(texts)]
}
