/** Where the pages stand. */
const PATH = '/nha-van-hoa'

/** The permanent address of a cultural house. */
export const pathOf = (house: number) => `${PATH}/${house}`

/** The page that the sheet on a house's wall opens. */
export const checkPathOf = (house: number, key: string) =>
  `${pathOf(house)}/kiem-tra?k=${encodeURIComponent(key)}`

const LAYERS = 'cultural_houses,communes,villages,village_names,land_uses,waterways,roads,buildings'

/** The large map close to a place. */
export function mapPath({ lng, lat }: { lng: number; lat: number }, commune: string | null) {
  const camera = `camera=16/${lat.toFixed(5)}/${lng.toFixed(5)}`
  return `/?${commune ? `commune=${commune}&` : ''}layers=${LAYERS}&${camera}`
}
