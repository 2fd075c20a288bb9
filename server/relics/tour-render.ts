import type { Html } from '../http/html.ts'
import type { Language } from '../http/language.ts'
import type { DrawRoute } from '../http/pages/draw-place.ts'
import { inLanguage, type Reader } from '../http/pages/reader.ts'
import { ringsOf } from './ground.ts'
import type { PackPage } from './pack.ts'
import { pathOf } from './pages/address.ts'
import { tourPage } from './pages/tour-page.ts'
import { titleOf, tourPathOf } from './pages/tour-text.ts'
import { findPictures } from './picture-queries.ts'
import { renderRelic, type AskedPage, type RelicRoutes } from './relic-routes.ts'
import type { Tour, TourStop } from './tour-contract.ts'

/** What the pages of tours work with. */
export interface TourRoutes extends RelicRoutes {
  drawRoute: DrawRoute
}

/** A tour and its stops. */
export interface WithStops {
  tour: Tour
  /** Those in force, in their order. */
  stops: readonly TourStop[]
}

const stopOf = ({ place, isProtected, ground }: TourStop) => ({
  place,
  ...(isProtected && ground && { boundary: ringsOf(ground) })
})

/** Its stops and its way, drawn; '' where no stop is left. */
const mapOf = async (
  drawRoute: DrawRoute,
  tour: Tour,
  stops: readonly TourStop[],
  { language }: Reader
): Promise<Html | ''> =>
  stops.length === 0
    ? ''
    : drawRoute({ stops: stops.map(stopOf), way: tour.line }, titleOf(tour, language).text)

/** A tour's page, whole. */
export async function renderTour(
  given: TourRoutes,
  { tour, stops }: WithStops,
  { reader, url, base }: AskedPage
) {
  const { readDb, drawRoute } = given
  const [first] = stops
  return tourPage({
    ...{ reader, url, tour, stops, base },
    address: base + tourPathOf(tour.slug),
    cover: first && (await findPictures(readDb, first.slug))[0],
    map: await mapOf(drawRoute, tour, stops, reader)
  })
}

/** The tour's page and those of its relics, as they are answered in the language. */
export async function pagesOf(
  given: TourRoutes,
  { tour, stops }: WithStops,
  language: Language,
  base: string
): Promise<PackPage[]> {
  const asked = (path: string): AskedPage => {
    const reader = { language, chosen: true }
    return { reader, url: inLanguage(path, language), base }
  }
  const page = asked(tourPathOf(tour.slug))
  const pages = [
    { path: tourPathOf(tour.slug), from: page.url, html: await renderTour(given, { tour, stops }, page) }
  ]
  for (const stop of stops) {
    const path = pathOf(stop.slug)
    const page = asked(path)
    const { html } = await renderRelic(given, stop, page)
    pages.push({ path, from: page.url, html })
  }
  return pages
}
