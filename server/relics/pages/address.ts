/** Where the pages stand. */
export const PATH = '/di-tich'

/** The permanent address of a relic, below the public address. */
export const pathOf = (slug: string) => `${PATH}/${slug}`

const GROUND = 'communes,village_names,land_uses,waterways,roads,buildings'
const LAYERS = `relics,villages,${GROUND}`

/** The map for a frame with the relics of a list, and these only, and with a tour, in the list's language. */
export function framePath(
  { commune, rank, kind, tour }: Record<'commune' | 'rank' | 'kind' | 'tour', string | undefined>,
  lang: string
) {
  const asked = Object.entries({ commune, rank, kind, tour, lang }).flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value)}`] : []
  )
  return `/embed?${[`layers=relics,${GROUND}`, ...asked].join('&')}`
}

/** The large map with the relics; at a place: close to it. */
export function mapPath(place?: { lng: number; lat: number }, commune?: string | null) {
  const camera = place ? `&camera=16/${place.lat.toFixed(5)}/${place.lng.toFixed(5)}` : ''
  return `/?${commune ? `commune=${commune}&` : ''}layers=${LAYERS}${camera}`
}

/** The large map with a tour, as it fits on the screen. */
export const tourMapPath = (tour: string, commune?: string | null) =>
  `${mapPath(undefined, commune)}&tour=${encodeURIComponent(tour)}`

/** The list of relics with a tour on the map beside it. */
export const tourInListPath = (tour: string) => `${PATH}?tour=${encodeURIComponent(tour)}`
