import { html, type Html } from '../../http/html.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import type { TourPlace, TourSummary } from '../tour-contract.ts'
import { pathOf, tourInListPath } from './address.ts'
import { leadOf, legText, stopsText, titleHtml, titleOf, tourPathOf } from './tour-text.ts'
import { TOUR_WORDS as WORDS } from './tour-words.ts'

/** On a relic's page: which stop it is of each tour, and where the way goes on. */
export function tourSection(places: readonly TourPlace[], reader: Reader): Html | '' {
  const { language } = reader
  if (places.length === 0) return ''
  const one = ({ tour, number, count, next }: TourPlace) => {
    const link = html`<a href="${linkFor(reader, tourPathOf(tour.slug))}">${titleHtml(tour, language)}</a>`
    const onward = next
      ? html`${WORDS.next[language]}:
          <a class="next" href="${linkFor(reader, pathOf(next.slug))}">${next.name}</a>,
          ${legText(next.metres, next.isAlongWay, language)}`
      : WORDS.last[language]
    return html`<p>
      ${WORDS.number[language]} ${number} ${WORDS.of[language]} ${count} ${WORDS.ofTour[language]} ${link}.
      ${onward}
    </p>`
  }
  return html`<section class="card block noprint">
    <h2>${WORDS.tours[language]}</h2>
    ${places.map(one)}
  </section>`
}

/** On the list of relics: every tour, with how many stops and how long. */
export function tourList(tours: readonly TourSummary[], reader: Reader): Html | '' {
  const { language } = reader
  if (tours.length === 0) return ''
  const card = (tour: TourSummary) => {
    const lead = leadOf(tour, language)
    return html`<li class="card plain">
      <div class="body">
        <h3><a href="${linkFor(reader, tourPathOf(tour.slug))}">${titleHtml(tour, language)}</a></h3>
        ${lead ? html`<p class="said" lang="${lead.lang}">${lead.text}</p>` : ''}
        <p class="meta">
          <span>${stopsText(tour.stops, language)}</span>
          ${tour.metres > 0 ? html`<span>${legText(tour.metres, tour.isAlongWay, language)}</span>` : ''}
        </p>
        <p class="onward">
          <a
            href="${linkFor(reader, tourInListPath(tour.slug))}"
            aria-label="${WORDS.seeOnMap[language]}: ${titleOf(tour, language).text}"
            >${WORDS.seeOnMap[language]}</a
          >
        </p>
      </div>
    </li>`
  }
  return html`<section class="stack" id="tuyen">
    <h2>${WORDS.tours[language]}</h2>
    <ul class="cards">
      ${tours.map(card)}
    </ul>
  </section>`
}
