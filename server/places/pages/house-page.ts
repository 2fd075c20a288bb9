import { html, type Html } from '../../http/html.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import { dayText, momentText, numberText } from '../../http/pages/texts.ts'
import type { House, HouseState, WifiCheck, WifiTarget } from '../contract.ts'
import { mapPath } from './address.ts'
import type { HousePhoto } from '../house-photos.ts'
import { alternates, pageOf } from './frame.ts'
import { historySection } from './history.ts'
import { photosSection } from './photos.ts'
import { calendarDay, byText, rateText, STATES, whereabouts, WIFI, WORDS } from './words.ts'

/** What the page of a house is made of. */
export interface HouseContent {
  reader: Reader
  url: string
  house: House
  state: HouseState
  /** The days within which a check counts. */
  days: number
  /** The latest first. */
  checks: readonly WifiCheck[]
  /** In their order. */
  photos: readonly HousePhoto[]
  /** What the commune's plans promise. */
  targets: readonly WifiTarget[]
  /** Its permanent address, absolute. */
  address: string
  /** Where it is, drawn. */
  map: Html
}

const DEGREE_DIGITS = 6

const fact = (name: string, value: string | null | undefined) =>
  value
    ? html`<dt>${name}</dt>
        <dd>${value}</dd>`
    : ''

function declared({ house, reader: { language } }: HouseContent) {
  return html`<section class="card block">
    <h2>${WORDS.declared[language]}: ${WIFI[house.wifi][language]}</h2>
    <dl class="facts said-of">
      ${fact(WORDS.provider[language], house.provider)} ${fact(WORDS.source[language], house.declaredBy)}
      ${fact(WORDS.declaredOn[language], dayText(house.declaredAt, language))}
    </dl>
  </section>`
}

function checked({ house, state, days, checks: [last], reader: { language } }: HouseContent) {
  const file = house.fileCheckedOn && calendarDay(house.fileCheckedOn, language)
  return html`<section class="card block">
    <h2>${WORDS.checked[language]}: ${STATES[state][language]}</h2>
    <dl class="facts said-of">
      ${fact(
        WORDS.result[language],
        (last ? (last.reachable ? WORDS.reachable : WORDS.notReachable) : file ? WORDS.byData : WORDS.never)[
          language
        ]
      )}
      ${fact(WORDS.on[language], last && momentText(last.at, language))}
      ${fact(WORDS.down[language], last && rateText(last.downMbps, last.downMissing, language))}
      ${fact(WORDS.up[language], last && rateText(last.upMbps, last.upMissing, language))}
      ${fact(WORDS.by[language], last && byText(last, language))} ${fact(WORDS.fileSays[language], file)}
    </dl>
    <p class="soft small">${WORDS.rule[language].replace('{days}', String(days))}</p>
  </section>`
}

function targetText({ year, quarter, comparator, value }: WifiTarget, reader: Reader) {
  const { language } = reader
  const share = `${numberText(value, language, 1)}${language === 'vi' ? ' ' : ''}%`
  const least = comparator === '>='
  if (language === 'en') {
    const when = quarter === null ? `by the end of ${year}` : `by the end of quarter ${quarter} of ${year}`
    return `${least ? 'At least ' : ''}${share} of cultural houses with free Wifi ${when}.`
  }
  const when = quarter === null ? `đến hết năm ${year}` : `đến hết quý ${quarter} năm ${year}`
  return `${least ? 'Ít nhất ' : ''}${share} nhà văn hóa có Wifi miễn phí, ${when}.`
}

function targets({ targets: list, reader }: HouseContent) {
  if (list.length === 0) return ''
  return html`<section class="card block">
    <h2>${WORDS.target[reader.language]}</h2>
    ${list.map((target) => html`<p>${targetText(target, reader)}</p>`)}
  </section>`
}

function place({ house, reader, map }: HouseContent) {
  const { language } = reader
  const { lat, lng } = house.place
  return html`<section class="card block place">
    <h2>${WORDS.where[language]}</h2>
    ${map}
    <p class="noprint">
      <a href="${linkFor(reader, mapPath(house.place, house.commune?.code ?? null))}"
        >${WORDS.onMap[language]}</a
      >
    </p>
    <p class="noprint">
      <a href="geo:${lat.toFixed(DEGREE_DIGITS)},${lng.toFixed(DEGREE_DIGITS)}"
        >${WORDS.directions[language]}</a
      >
    </p>
  </section>`
}

/** A cultural house: what is declared of its Wifi, what was found, when and by whom; whole without script. */
export function housePage(content: HouseContent): string {
  const { reader, url, house, state, address, checks } = content
  const { language } = reader
  const where = whereabouts(house)
  const body = html`<div class="head">
      <div>
        <p class="chips">
          <span class="chip rank">${WORDS.kind[language]}</span>
          <span class="chip rank ${state}">Wifi: ${STATES[state][language]}</span>
        </p>
        <h1>${house.name}</h1>
        ${where ? html`<p class="soft">${where}</p>` : ''}
      </div>
    </div>
    ${house.inForce ? '' : html`<p class="card block late">${WORDS.ended[language]}</p>`}
    <div class="two">
      <div class="stack">
        ${photosSection(content.photos, language)} ${declared(content)} ${checked(content)}
      </div>
      <div class="stack">
        ${place(content)} ${targets(content)}
        <section class="card block">
          <p>${WORDS.address[language]}: <a href="${address}">${address}</a></p>
        </section>
      </div>
    </div>
    ${checks.length > 0 ? historySection(checks, language) : ''}`
  const description = [house.name, where, `Wifi: ${WIFI[house.wifi][language]}`, STATES[state][language]]
  return pageOf({
    reader,
    title: house.name,
    description: description.filter(Boolean).join(' · '),
    url,
    head: alternates(address, reader),
    body
  })
}

/** What stands where there is no house, and where to go on. */
export function missingPage(reader: Reader, url: string): string {
  const { language } = reader
  const title = WORDS.missing[language]
  const body = html`<div class="head"><h1>${title}</h1></div>
    <section class="card block">
      <p>${WORDS.missingDetail[language]}</p>
      <p><a href="${linkFor(reader, '/?layers=cultural_houses')}">${WORDS.map[language]}</a></p>
    </section>`
  return pageOf({ reader, title, description: WORDS.missingDetail[language], url, body })
}
