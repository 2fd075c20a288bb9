const GROUND = 'communes,village_names,land_uses,waterways,roads,buildings'

/** What a website is offered to show, and the part of the address that asks for it. */
export const EMBED_SHOWS = {
  relics: `layers=relics,${GROUND}`,
  mobile: 'indicator=mobile_5g_population',
  houses: 'indicator=cultural_house_wifi',
  reports: `layers=reports,${GROUND}`
} as const
export type EmbedShow = keyof typeof EMBED_SHOWS

/** What a website wants of the map; null: nothing of that. */
interface EmbedWish {
  show: EmbedShow
  commune: string | null
  /** The address of a tour of relics. */
  tour: string | null
  lang: 'vi' | 'en'
  title: string
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;')

/**
 * HTML that shows the map in a frame; `title` is what screen readers say of it. Its size stands in attributes: editors of
 * portals take styles out.
 */
export function embedCode(origin: string, { show, commune, tour, lang, title }: EmbedWish): string {
  const query = [
    ...(commune ? [`commune=${commune}`] : []),
    EMBED_SHOWS[show],
    ...(tour ? [`tour=${tour}`] : []),
    ...(lang === 'vi' ? [] : [`lang=${lang}`])
  ].join('&')
  const source = escaped(`${origin}/embed?${query}`)
  return `<iframe src="${source}" title="${escaped(title)}" width="100%" height="520" loading="lazy" style="border:0" allow="geolocation"></iframe>`
}
