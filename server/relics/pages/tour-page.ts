import { html, type Html } from '../../http/html.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import type { RelicPicture } from '../picture-contract.ts'
import type { Tour, TourStop } from '../tour-contract.ts'
import { legsOf, type Legs } from '../tour-legs.ts'
import { PATH, pathOf, tourMapPath } from './address.ts'
import { pageOf } from './frame.ts'
import { packSection } from './pack-section.ts'
import { tourHead } from './tour-head.ts'
import { leadOf, legText, stopsText, titleHtml, titleOf } from './tour-text.ts'
import { TOUR_WORDS as WORDS } from './tour-words.ts'
import { distanceText, rankText, whereabouts, WORDS as RELIC_WORDS } from './words.ts'

interface TourContent {
  reader: Reader
  url: string
  tour: Tour
  /** Those in force, in their order. */
  stops: readonly TourStop[]
  base: string
  address: string
  cover: RelicPicture | undefined
  /** The tour, drawn; '' where no stop is left. */
  map: Html | ''
}

function thumbnail({ cover }: TourStop, language: Reader['language']) {
  if (!cover) return ''
  const isEnglish = language === 'en' && cover.altEn !== null
  return html`<img
    src="/api/media/${cover.thumbnail}"
    width="${cover.width}"
    height="${cover.height}"
    alt="${isEnglish ? (cover.altEn ?? '') : cover.altVi}"
    lang="${isEnglish ? 'en' : 'vi'}"
    loading="lazy"
    decoding="async"
  />`
}

function stopItem(stop: TourStop, index: number, { metres, isAlongWay }: Legs, reader: Reader) {
  const { language } = reader
  const place = whereabouts(stop)
  const leg = metres[index]
  return html`<li>
    <div class="card plain tour-stop">
      ${thumbnail(stop, language)}
      <div class="body">
        <p class="meta">${WORDS.number[language]} ${index + 1} · ${rankText(stop.rank, language)}</p>
        <h3><a href="${linkFor(reader, pathOf(stop.slug))}">${stop.name}</a></h3>
        ${place ? html`<p class="meta">${place}</p>` : ''}
      </div>
    </div>
    ${leg === undefined ? '' : html`<p class="leg">${legText(leg, isAlongWay, language)} ${WORDS.toNext[language]}</p>`}
  </li>`
}

/** What the numbers of the page are. */
function note(stops: readonly TourStop[], { isAlongWay, isTotalOfWay }: Legs, language: Reader['language']) {
  const lengths = isAlongWay ? WORDS.wayNote : isTotalOfWay ? WORDS.totalNote : WORDS.straightNote
  const isHidden = stops.some(({ isProtected }) => isProtected)
  return html`<p class="soft small">${lengths[language]} ${isHidden ? WORDS.hidden[language] : ''}</p>`
}

/** Directions of others past all stops whose place is public; nothing is asked of them before somebody follows it. */
function directions(stops: readonly TourStop[], language: Reader['language']) {
  const open = stops.filter(({ isProtected }) => !isProtected)
  if (open.length < 2) return ''
  const route = open.map(({ place: { lat, lng } }) => `${lat.toFixed(6)},${lng.toFixed(6)}`).join(';')
  const query = `engine=fossgis_osrm_foot&route=${encodeURIComponent(route)}`
  return html`<p class="noprint">
    <a rel="noreferrer" href="https://www.openstreetmap.org/directions?${query}">${WORDS.walk[language]}</a>
  </p>`
}

function mapCard({ tour, stops, map, reader }: TourContent, legs: Legs) {
  const { language } = reader
  const [first] = stops
  return html`<section class="card block place">
    <h2>${WORDS.onMap[language]}</h2>
    ${map}
    <p>
      <strong>${WORDS.total[language]}: ${distanceText(legs.totalM, language)}</strong>
      (${(legs.isTotalOfWay ? WORDS.alongWay : WORDS.straight)[language]})
    </p>
    ${note(stops, legs, language)}
    <p class="noprint">
      <a href="${linkFor(reader, tourMapPath(tour.slug, first?.commune?.code))}"
        >${RELIC_WORDS.onMap[language]}</a
      >
    </p>
    ${directions(stops, language)}
  </section>`
}

/** One sentence for search engines and shared links. */
function describe({ tour, stops, reader: { language } }: TourContent, { totalM }: Legs) {
  const lead = leadOf(tour, language)
  const names = stops.map(({ name }) => name).join(' – ')
  const length = totalM > 0 ? ` · ${distanceText(totalM, language)}` : ''
  return `${lead ? `${lead.text.slice(0, 160)} ` : ''}${stopsText(stops.length, language)}${length}: ${names}`.slice(
    0,
    300
  )
}

/** A tour with its stops, its way and its lengths, whole without script. */
export function tourPage(content: TourContent): string {
  const { reader, url, tour, stops, address } = content
  const { language } = reader
  const legs = legsOf(stops, tour)
  const lead = leadOf(tour, language)
  const body = html`<p class="noprint">
      <a href="${linkFor(reader, PATH)}">‹ ${RELIC_WORDS.list[language]}</a>
    </p>
    <div class="head">
      <div>
        <p class="chips"><span class="chip rank">${WORDS.tours[language]}</span></p>
        <h1>${titleHtml(tour, language)}</h1>
        <p class="soft">${stopsText(stops.length, language)} · ${distanceText(legs.totalM, language)}</p>
      </div>
    </div>
    ${lead ? html`<p class="words" lang="${lead.lang}">${lead.text}</p>` : ''}
    ${stops.length === 0 ? html`<p class="card block late">${WORDS.empty[language]}</p>` : ''}
    <div class="two">
      <section class="stack" aria-labelledby="stops">
        <h2 id="stops">${WORDS.inOrder[language]}</h2>
        <ol class="tour">
          ${stops.map((stop, index) => stopItem(stop, index, legs, reader))}
        </ol>
      </section>
      <div class="stack">
        ${stops.length === 0 ? '' : mapCard(content, legs)}
        ${stops.length === 0 ? '' : packSection(tour.slug, reader)}
        <section class="card block">
          <p>${WORDS.address[language]}: <a href="${address}">${address}</a></p>
        </section>
      </div>
    </div>`
  const description = describe(content, legs)
  const { text: title } = titleOf(tour, language)
  return pageOf({ reader, title, description, url, head: tourHead(content, description), body })
}

/** What stands where there is no tour, and where to go on. */
export function missingTourPage(reader: Reader, url: string): string {
  const { language } = reader
  const title = WORDS.missing[language]
  const body = html`<div class="head"><h1>${title}</h1></div>
    <section class="card block">
      <p>${WORDS.missingDetail[language]}</p>
      <p><a href="${linkFor(reader, PATH)}">‹ ${RELIC_WORDS.list[language]}</a></p>
    </section>`
  return pageOf({ reader, title, description: WORDS.missingDetail[language], url, body })
}
