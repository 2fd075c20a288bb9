import type { SearchHit } from '../../server/areas/contract.ts'
import type { ClickedFeature } from '../map/clicks.ts'

/** These are shown by panels of their own. */
const AREAS = ['communes', 'villages']

/** The place that was searched for, as if its icon had been clicked; null for areas, and for what lies nowhere. */
export function featureOfHit({ collection, id, name, bbox }: SearchHit): ClickedFeature | null {
  if (AREAS.includes(collection) || !bbox) return null
  const [west, south, east, north] = bbox
  const at = { lng: (west + east) / 2, lat: (south + north) / 2 }
  return { theme: collection, collection, id, properties: { name }, at }
}
