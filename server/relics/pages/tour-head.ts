import { html, Html } from '../../http/html.ts'
import type { Reader } from '../../http/pages/reader.ts'
import type { RelicPicture } from '../picture-contract.ts'
import type { Tour, TourStop } from '../tour-contract.ts'
import { pathOf } from './address.ts'
import { alternates } from './frame.ts'
import { shareImage } from './relic-head.ts'
import { geoOf } from './structured-data.ts'
import { leadOf, titleOf } from './tour-text.ts'

interface Headed {
  reader: Reader
  tour: Tour
  stops: readonly TourStop[]
  /** The public address of this program. */
  base: string
  /** The tour's permanent address, absolute. */
  address: string
  /** The picture that shared links show. */
  cover: RelicPicture | undefined
}

/** A tour as schema.org describes trips: its stops in their order. Nothing in it can end the element. */
function structuredData({ reader: { language }, tour, stops, base, address }: Headed): Html {
  const lead = leadOf(tour, language)
  const item = (stop: TourStop, index: number) => ({
    '@type': 'ListItem',
    position: index + 1,
    item: {
      '@type': 'LandmarksOrHistoricalBuildings',
      '@id': base + pathOf(stop.slug),
      url: base + pathOf(stop.slug),
      name: stop.name,
      geo: geoOf(stop)
    }
  })
  const data = {
    '@context': 'https://schema.org',
    '@type': 'TouristTrip',
    '@id': address,
    url: address,
    name: titleOf(tour, language).text,
    ...(lead && { description: lead.text }),
    itinerary: {
      '@type': 'ItemList',
      itemListOrder: 'https://schema.org/ItemListOrderAscending',
      numberOfItems: stops.length,
      itemListElement: stops.map(item)
    }
  }
  const text = JSON.stringify(data).replace(/</g, '\\u003c')
  return new Html(`<script type="application/ld+json">${text}</script>`)
}

/** What a tour's page says to machines: address, languages, what a shared link shows, schema.org. */
export function tourHead(content: Headed, description: string): Html {
  const { tour, reader, address, cover } = content
  return html`${alternates(address, reader)}
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${titleOf(tour, reader.language).text}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${address}" />
    ${shareImage(cover, content)} ${structuredData(content)}`
}
