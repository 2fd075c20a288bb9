import type { z } from 'zod'
import { html, type Html } from '../../http/html.ts'
import type { getReport, PublicEvent } from '../contract.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import { PATHS } from './address.ts'
import { pageOf } from './frame.ts'
import { categoryName, placeName, type Known } from './list-page.ts'
import { chips } from './signs.ts'
import { dayText, momentText, numberText } from '../../http/pages/texts.ts'
import { durationText, eventName, OUTCOME_OF, WORDS } from './words.ts'

type Report = z.infer<typeof getReport.reply>

interface ReportContent {
  reader: Reader
  url: string
  report: Report
  known: Known
  /** Where it is, drawn. */
  map: Html
}

const LAYERS = 'reports,communes,villages,village_names,land_uses,waterways,roads,buildings'

/** The large map at the place of a report. */
function mapLink({ place, commune, placeHidden }: Report) {
  const camera = `${placeHidden ? 15 : 17}/${place.lat.toFixed(5)}/${place.lng.toFixed(5)}`
  return `/?${commune === null ? '' : `commune=${commune}&`}layers=${LAYERS}&camera=${camera}`
}

function pictures({ pictures: all }: Report, { language }: Reader) {
  if (all.length === 0) return ''
  const figure = ({ picture, thumbnail, role }: Report['pictures'][number]) =>
    html`<figure>
      <a href="/api/media/${picture}"
        ><img src="/api/media/${thumbnail}" alt="${WORDS[role][language]}" loading="lazy"
      /></a>
      <figcaption>${WORDS[role][language]}</figcaption>
    </figure>`
  return html`<section class="card block">
    <h2>${WORDS.pictures[language]}</h2>
    <div class="pair">${all.map(figure)}</div>
  </section>`
}

function facts(report: Report, known: Known, { language }: Reader) {
  const { number, receivedAt, unit, resolveDueAt, resolvedAt, witnesses, overdue } = report
  const fact = (name: string, value: string | undefined, isLate = false) =>
    value === undefined
      ? ''
      : html`<dt>${name}</dt>
          <dd ${isLate ? 'class=late' : ''}>${value}</dd>`
  const isOpen = OUTCOME_OF[report.state] === 'open'
  return html`<dl class="facts">
    ${fact(WORDS.number[language], number)} ${fact(WORDS.place[language], placeName(report, known))}
    ${fact(WORDS.receivedOn[language], dayText(receivedAt, language))}
    ${fact(WORDS.unit[language], unit ?? WORDS.noUnit[language])}
    ${fact(WORDS.due[language], isOpen && resolveDueAt ? momentText(resolveDueAt, language) : undefined, overdue)}
    ${fact(WORDS.resolvedOn[language], resolvedAt ? dayText(resolvedAt, language) : undefined)}
    ${fact(WORDS.duration[language], durationText(report, language), overdue)}
    ${fact(WORDS.witnesses[language], witnesses > 0 ? numberText(witnesses, language) : undefined)}
  </dl>`
}

const step = ({ at, kind, toState, text }: z.infer<typeof PublicEvent>, { language }: Reader) =>
  html`<li>
    <strong>${eventName(kind, toState, language)}</strong>
    <p class="soft small"><time datetime="${at}">${momentText(at, language)}</time></p>
    ${text ? html`<p>${text}</p>` : ''}
  </li>`

/** A public report with its pictures, place and history, whole without script. */
export function reportPage({ reader, url, report, known, map }: ReportContent): string {
  const { language } = reader
  const title = categoryName(report, known, reader)
  const said = report.description ?? WORDS.noText[language]
  const body = html`<p class="noprint">
      <a href="${linkFor(reader, PATHS.list)}">‹ ${WORDS.list[language]}</a>
    </p>
    <div class="head">
      <div>
        ${chips(report, language)}
        <h1>${title}</h1>
      </div>
    </div>
    <div class="two">
      <div class="stack">
        <section class="card block"><p class="words">${said}</p></section>
        ${pictures(report, reader)}
        <section class="card block">
          <h2>${WORDS.history[language]}</h2>
          <ol class="steps">
            ${report.history.map((event) => step(event, reader))}
          </ol>
        </section>
      </div>
      <div class="stack">
        <section class="card block">${facts(report, known, reader)}</section>
        <section class="card block place">
          <h2>${WORDS.where[language]}</h2>
          ${map} ${report.placeHidden ? html`<p class="soft small">${WORDS.hidden[language]}.</p>` : ''}
          <p class="noprint"><a href="${linkFor(reader, mapLink(report))}">${WORDS.onMap[language]}</a></p>
        </section>
        <section class="card block noprint">
          <p>${WORDS.follow[language]}</p>
          <p><a href="${linkFor(reader, `${PATHS.app}#cua-toi`)}">${WORDS.followLink[language]}</a></p>
        </section>
      </div>
    </div>`
  const number = `${title} · ${report.number}`
  return pageOf({ reader, title: number, description: said.slice(0, 300), url, body })
}
