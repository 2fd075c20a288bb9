import { html, type Html } from '../../http/html.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import { dayText, numberText } from '../../http/pages/texts.ts'
import type { Relic, RelicScore } from '../contract.ts'
import { mapPath, PATH, pathOf } from './address.ts'
import { pageOf } from './frame.ts'
import type { ShownPicture } from '../picture-contract.ts'
import type { ShownExhibit } from '../exhibit-contract.ts'
import { soundSection, viewSections } from './exhibits.ts'
import { gallery } from './gallery.ts'
import { relicCard } from './list-page.ts'
import type { ShownMemory } from '../memory-contract.ts'
import { memorySection } from './memory-section.ts'
import { headOf } from './relic-head.ts'
import { scoreSection } from './score-section.ts'
import { shareButton } from './share-button.ts'
import type { TourPlace } from '../tour-contract.ts'
import { story } from './story-section.ts'
import { tourSection } from './tour-section.ts'
import { CONDITIONS } from '../value-words.ts'
import { kindText, rankText, whereabouts, WORDS } from './words.ts'

interface RelicContent {
  reader: Reader
  url: string
  relic: Relic
  /** Undefined: it is no longer in force. */
  score: RelicScore | undefined
  /** The public address of this program. */
  base: string
  /** Its permanent address, absolute. */
  address: string
  /** The cover first. */
  pictures: readonly ShownPicture[]
  exhibits: readonly ShownExhibit[]
  /** What people remember of it, the oldest first. */
  memories: readonly ShownMemory[]
  /** The nearest others, nearest first. */
  near: readonly Relic[]
  /** Where it stands on tours. */
  tours: readonly TourPlace[]
  /** Where it is, drawn. */
  map: Html
}

const DEGREE_DIGITS = 6
const SQUARE_METRES_PER_HECTARE = 10_000

function decisionText({ decisionNumber, decisionDate }: Relic, { language }: Reader) {
  const day = decisionDate && dayText(`${decisionDate}T12:00:00+07:00`, language)
  return [decisionNumber, day].filter(Boolean).join(' · ') || null
}

function areaText({ areaM2 }: Relic, { language }: Reader) {
  if (areaM2 === null) return null
  if (areaM2 < SQUARE_METRES_PER_HECTARE) return `${numberText(areaM2, language)} m²`
  return `${numberText(areaM2 / SQUARE_METRES_PER_HECTARE, language, 2)} ha`
}

function coordinates({ lat, lng }: Relic['place']) {
  return `${lat.toFixed(DEGREE_DIGITS)}, ${lng.toFixed(DEGREE_DIGITS)}`
}

function facts(relic: Relic, reader: Reader) {
  const { language } = reader
  const fact = (name: string, value: string | null | undefined) =>
    value
      ? html`<dt>${name}</dt>
          <dd>${value}</dd>`
      : ''
  // What the inventory says stands in Vietnamese on either page.
  const written = (name: string, value: string | null) =>
    value
      ? html`<dt>${name}</dt>
          <dd lang="vi">${value}</dd>`
      : ''
  const { accuracyM, condition } = relic
  return html`<dl class="facts said-of">
    ${written(WORDS.otherNames[language], relic.otherNames.join('; '))}
    ${fact(WORDS.kind[language], relic.kind && kindText(relic.kind, language))}
    ${fact(WORDS.decision[language], decisionText(relic, reader))}
    ${written(WORDS.period[language], relic.period)}
    ${fact(WORDS.condition[language], condition && CONDITIONS[condition][language])}
    ${written(WORDS.opening[language], relic.opening)} ${written(WORDS.manager[language], relic.manager)}
    ${fact(WORDS.managerContact[language], relic.managerContact)}
    ${written(WORDS.sources[language], relic.sources)}
    ${fact(WORDS.coordinates[language], relic.isProtected ? null : coordinates(relic.place))}
    ${fact(WORDS.accuracy[language], accuracyM === null ? null : `± ${numberText(accuracyM, language, 1)} m`)}
    ${fact(WORDS.area[language], areaText(relic, reader))}
  </dl>`
}

function nearby({ near, relic, reader }: RelicContent) {
  const { language } = reader
  if (near.length === 0) return ''
  const { lat, lng } = relic.place
  const all = `${PATH}?near=${lat.toFixed(DEGREE_DIGITS)},${lng.toFixed(DEGREE_DIGITS)}&sort=distance`
  return html`<section class="stack noprint">
    <h2>${WORDS.near[language]}</h2>
    <ul class="cards">
      ${near.map((other) => relicCard(other, reader, 'h3'))}
    </ul>
    <p><a href="${linkFor(reader, all)}">${WORDS.moreNear[language]}</a></p>
  </section>`
}

/** One sentence for search engines and shared links: what it is, its rank, where. */
function describe(relic: Relic, { language }: Reader) {
  return [
    relic.name,
    rankText(relic.rank, language),
    relic.kind && kindText(relic.kind, language),
    whereabouts(relic)
  ]
    .filter(Boolean)
    .join(' · ')
}

function place({ relic, reader, map }: RelicContent) {
  const { language } = reader
  const { lat, lng } = relic.place
  const directions = html`<p class="noprint">
    <a href="geo:${lat.toFixed(DEGREE_DIGITS)},${lng.toFixed(DEGREE_DIGITS)}"
      >${WORDS.directions[language]}</a
    >
    <br />
    <a
      rel="noreferrer"
      href="https://www.openstreetmap.org/directions?to=${lat.toFixed(DEGREE_DIGITS)}%2C${lng.toFixed(DEGREE_DIGITS)}"
      >${WORDS.directionsWeb[language]}</a
    >
    <span class="soft small">${WORDS.directionsNote[language]}</span>
  </p>`
  return html`<section class="card block place">
    <h2>${WORDS.where[language]}</h2>
    ${map}
    <p class="noprint">
      <a href="${linkFor(reader, mapPath(relic.place, relic.commune?.code))}">${WORDS.onMap[language]}</a>
    </p>
    ${relic.isProtected ? html`<p class="soft">${WORDS.hiddenPlace[language]}</p>` : directions}
  </section>`
}

/** A relic with what is stated of it, its place and the nearest others, whole without script. */
export function relicPage(content: RelicContent): string {
  const { reader, url, relic, score, address, pictures, exhibits } = content
  const { language } = reader
  const where = whereabouts(relic)
  const description = describe(relic, reader)
  const body = html`<p class="noprint"><a href="${linkFor(reader, PATH)}">‹ ${WORDS.list[language]}</a></p>
    <div class="head">
      <div>
        <h1 lang="vi">${relic.name}</h1>
        <p class="chips"><span class="chip rank">${rankText(relic.rank, language)}</span></p>
        ${where ? html`<p class="soft">${where}</p>` : ''}
      </div>
    </div>
    ${relic.inForce ? '' : html`<p class="card block late">${WORDS.ended[language]}</p>`}
    ${tourSection(content.tours, reader)}
    <div class="two">
      <div class="stack">
        ${gallery(pictures, reader, `${pathOf(relic.slug)}/manifest.json`)} ${story(relic, reader)}
        ${soundSection(exhibits, reader)}
        <section class="card block">
          <h2>${WORDS.about[language]}</h2>
          ${facts(relic, reader)}
        </section>
        ${viewSections(exhibits, reader)} ${memorySection(content.memories, reader)}
        ${score ? scoreSection(score, reader) : ''}
      </div>
      <div class="stack">
        ${place(content)}
        <section class="card block">
          <p>${WORDS.address[language]}: <a href="${address}">${address}</a></p>
          ${shareButton(address, reader)}
          <p class="noprint">
            <a href="${linkFor(reader, `${pathOf(relic.slug)}/qr.svg`)}">${WORDS.qr[language]}</a>
          </p>
        </section>
      </div>
    </div>
    ${nearby(content)}`
  const head = headOf(content, description)
  return pageOf({ reader, title: relic.name, description, url, head, body })
}

/** What stands where there is no relic, and where to go on. */
export function missingPage(reader: Reader, url: string): string {
  const { language } = reader
  const title = WORDS.missing[language]
  const body = html`<div class="head"><h1>${title}</h1></div>
    <section class="card block">
      <p>${WORDS.missingDetail[language]}</p>
      <p><a href="${linkFor(reader, PATH)}">‹ ${WORDS.list[language]}</a></p>
    </section>`
  return pageOf({ reader, title, description: WORDS.missingDetail[language], url, body })
}
