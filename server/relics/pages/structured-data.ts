import { Html } from '../../http/html.ts'
import type { Relic } from '../contract.ts'
import { areaName } from './words.ts'

/** Where it is; of a hidden place the box of its cell, south-west to north-east. */
function geoOf({ place, isProtected, boundary }: Relic) {
  if (!isProtected) return { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lng }
  const corners = (boundary ?? []).flat()
  const side = (pick: typeof Math.min, axis: 0 | 1) => pick(...corners.map((corner) => corner[axis]))
  const box = [side(Math.min, 1), side(Math.min, 0), side(Math.max, 1), side(Math.max, 0)]
  return { '@type': 'GeoShape', box: box.join(' ') }
}

/**
 * A relic as schema.org describes landmarks, for search engines; `address`: its permanent address, absolute. What nobody
 * has stated is left out. Nothing in it can end the element: `<` is written as an escape of JSON.
 */
export function structuredData(relic: Relic, address: string): Html {
  const { name, otherNames, kind, description, village, commune, manager } = relic
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LandmarksOrHistoricalBuildings',
    '@id': address,
    url: address,
    name,
    ...(otherNames.length > 0 && { alternateName: otherNames }),
    ...(kind !== null && { additionalType: kind }),
    ...(description !== null && { description }),
    geo: geoOf(relic),
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'VN',
      ...(commune && { addressLocality: areaName(commune) }),
      ...(village && { streetAddress: areaName(village) })
    },
    ...(manager !== null && { maintainer: { '@type': 'Organization', name: manager } })
  }
  const text = JSON.stringify(data).replace(/</g, '\\u003c')
  return new Html(`<script type="application/ld+json">${text}</script>`)
}
