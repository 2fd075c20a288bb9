import type { PageState } from './page-state.svelte.ts'
import { isDay } from './url/parameters.ts'

type Name = 'commune' | 'asOf' | 'knownAt' | 'compare' | 'gap'

export interface LinkProblem {
  name: Name
  /** What is wrong with it: there is no such thing, or it is a day that is still to come. */
  kind: Name | 'future'
  /** As it stands in the address. */
  text: string
}

/**
 * What the address asks for while the page shows something else: a commune or a cluster that there is not, a day that
 * cannot be. Villages and indicators have their own sentence in the answer's place.
 */
export function linkProblems(page: PageState): LinkProblem[] {
  const { values } = page.url
  const shown = {
    commune: page.commune?.code ?? values.commune,
    asOf: page.asOf,
    knownAt: page.knownAt,
    compare: page.compare,
    gap: isGapMissing(page) ? undefined : values.gap
  }
  const names = Object.keys(shown) as Name[] // it has no other keys
  return names.flatMap((name) => {
    const text = values[name]
    if (text === undefined || text === shown[name]) return []
    if (name === 'compare' && isDay(text)) return { name, kind: 'future', text: page.i18n.date(text) }
    return { name, kind: name, text }
  })
}

function isGapMissing({ url, technology, gaps, answer, isDeadSpots }: PageState): boolean {
  // Other questions have no list of clusters; an indicator that there is not says so itself.
  if (!technology) return isDeadSpots || answer !== undefined
  return !gaps.loading && gaps.value !== undefined && !gaps.value.gaps.some(({ id }) => id === url.values.gap)
}
