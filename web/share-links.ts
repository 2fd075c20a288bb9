import type { PageState } from './page-state.svelte.ts'

/** The address that opens the same screen elsewhere: what defaults to "today" or "as at first" is written out. */
export const shareLink = (page: PageState): string => page.url.link(shared(page))

/** The same with the moment up to which imports count, so that its figures never change; undefined before it is known. */
export function pinnedLink(page: PageState): string | undefined {
  const known = page.figures.value?.knownAt
  return known && page.url.link({ ...shared(page), knownAt: known })
}

const shared = ({ commune, indicator, figures, asOf, i18n }: PageState) => ({
  commune: commune?.code,
  indicator,
  asOf: figures.value?.asOf ?? asOf,
  lang: i18n.locale
})
