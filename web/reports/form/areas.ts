import { booleanPointInPolygon, pointOnFeature } from '@turf/turf'
import type { Feature, FeatureCollection, MultiPolygon, Polygon } from 'geojson'
import type { Commune, listCommunes } from '../../../server/areas/contract.ts'
import type { Place } from '../../../server/reports/contract.ts'
import { getJson } from '../../http/get-json.ts'
import { inTime } from '../../http/in-time.ts'
import { isInForce, type Validity } from '../../http/validity.ts'
import { metresOutside } from '../../map/distance.ts'
import { today } from '../../i18n/formats.ts'
import type { Locale } from '../../i18n/i18n.svelte.ts'

interface Named extends Validity {
  code: string
  name: string
  kind: string
}
export type Village = Feature<Polygon | MultiPolygon, Named>
type Villages = FeatureCollection<Polygon | MultiPolygon | null, Named>

/** Communes that have a boundary: only there can be reported. */
export async function fetchCommunes(locale: Locale, signal: AbortSignal): Promise<Commune[]> {
  const { communes } = await getJson<typeof listCommunes>('/api/communes', {}, { locale, signal })
  return communes.filter(({ bbox }) => bbox !== null)
}

/**
 * The villages of a commune today, with their outlines. Asked for without a day: the phone keeps the answer for days without a
 * network. Throws what fetch throws.
 */
export async function fetchVillages(commune: string, signal: AbortSignal): Promise<Village[]> {
  const search = new URLSearchParams({ commune_code: commune, limit: '1000' })
  const headers = { accept: 'application/geo+json' }
  const { features } = await inTime(signal, async (end) => {
    const response = await fetch(`/ogc/collections/villages/items?${search}`, { signal: end, headers })
    if (!response.ok) throw new Error(`Villages could not be read: ${response.status}`)
    return (await response.json()) as Villages // the shape is that of the collection's declaration
  })
  const day = today()
  return features.filter(
    (feature): feature is Village => feature.geometry !== null && isInForce(feature.properties, day)
  )
}

const holds = ({ bbox }: Commune, { lng, lat }: Place) =>
  bbox !== null && lng >= bbox[0] && lat >= bbox[1] && lng <= bbox[2] && lat <= bbox[3]

/** Whether a place lies outside the frame of every commune; not so long as none is known. */
export const isOutside = (communes: readonly Commune[], place: Place): boolean =>
  communes.length > 0 && communes.every(({ bbox }) => !bbox || metresOutside(bbox, place) > 0)

/** The commune to draw: the one whose frame holds the place, else the one of last time, else the first. */
export const communeAt = (communes: readonly Commune[], place: Place | null, last: string | null) =>
  (place ? communes.find((commune) => holds(commune, place)) : undefined) ??
  communes.find(({ code }) => code === last) ??
  communes[0]

/** A place within the village, near its middle. */
export function insideOf(village: Village): Place {
  const [lng = 0, lat = 0] = pointOnFeature(village).geometry.coordinates
  return { lng, lat }
}

/** The village that holds the place, lowest code first as the server decides it; an edge belongs to both. */
export const villageAt = (villages: readonly Village[], { lng, lat }: Place): Village | undefined =>
  villages
    .filter((village) => booleanPointInPolygon([lng, lat], village))
    .sort((a, b) => a.properties.code.localeCompare(b.properties.code))[0]
