/** Where the pages stand. */
export const PATH = '/di-tich'

/** The permanent address of a relic, below the public address. */
export const pathOf = (slug: string) => `${PATH}/${slug}`

const LAYERS = 'relics,communes,villages,village_names,land_uses,waterways,roads,buildings'

/** The large map with the relics; at a place: close to it. */
export function mapPath(place?: { lng: number; lat: number }, commune?: string | null) {
  const camera = place ? `&camera=16/${place.lat.toFixed(5)}/${place.lng.toFixed(5)}` : ''
  return `/?${commune ? `commune=${commune}&` : ''}layers=${LAYERS}${camera}`
}
