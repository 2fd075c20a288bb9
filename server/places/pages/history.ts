import { html, type Html } from '../../http/html.ts'
import type { Language } from '../../http/language.ts'
import { dayText, momentText, numberText } from '../../http/pages/texts.ts'
import type { WifiCheck } from '../contract.ts'
import { byText, rateText, WORDS } from './words.ts'

const WIDTH = 480
const HEIGHT = 180
const LEFT = 48
const BOTTOM = 22
const TOP = 32
const DAY_MS = 86_400_000
/** How many checks the page tells of. */
export const MOST_CHECKS = 30

/** A round number not below the greatest: 1, 2 or 5 times a power of ten. */
export function topOf(greatest: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(greatest, 1)))
  return [1, 2, 5, 10].map((step) => step * power).find((top) => top >= greatest) ?? 10 * power
}

const cross = (x: number, y: number) => html`<path class="off" d="M${x - 5} ${y - 5}l10 10m0 -10l-10 10" />`

function point(check: WifiCheck, x: number, y: (mbps: number) => number) {
  if (!check.reachable) return cross(x, y(0) - 6)
  if (check.downMbps === null) return html`<circle class="bare" cx="${x}" cy="${y(0) - 6}" r="4.5" />`
  const top = y(check.downMbps).toFixed(1)
  return html`<path class="stem" d="M${x} ${y(0)}V${top}" /><circle
      class="on"
      cx="${x}"
      cy="${top}"
      r="4.5"
    />`
}

/** The days that the chart runs over, under its ends; of less than a day at the newest end alone. */
function daysOf(first: string, last: string, language: Language) {
  const [from, to] = [dayText(first, language), dayText(last, language)]
  const text = (day: string, x: number, anchor: 'start' | 'end') =>
    html`<text x="${x}" y="${HEIGHT - 4}" text-anchor="${anchor}">${day}</text>`
  if (Date.parse(last) - Date.parse(first) >= DAY_MS)
    return [text(from, LEFT, 'start'), text(to, WIDTH, 'end')]
  return text(from === to ? to : `${from} – ${to}`, WIDTH, 'end')
}

/** The checks over time: a stem as high as the down rate, a ring where it was not measured, a cross where nothing answered. */
function chart(checks: readonly WifiCheck[], language: Language) {
  const [latest, earliest] = [checks[0], checks.at(-1)]
  if (!latest || !earliest) return ''
  const last = Date.parse(latest.at)
  const span = Math.max(last - Date.parse(earliest.at), DAY_MS)
  const top = topOf(Math.max(...checks.map(({ downMbps }) => downMbps ?? 0)))
  const x = (at: string) => +(WIDTH - 14 - ((last - Date.parse(at)) / span) * (WIDTH - LEFT - 24)).toFixed(1)
  const y = (mbps: number) => HEIGHT - BOTTOM - (mbps / top) * (HEIGHT - BOTTOM - TOP)
  const rule = (mbps: number) =>
    html`<path class="rule" d="M${LEFT} ${y(mbps)}H${WIDTH}" /><text
        x="${LEFT - 6}"
        y="${y(mbps) + 4}"
        text-anchor="end"
        >${numberText(mbps, language, 1)}</text
      >`
  return html`<svg
    class="history"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="${WORDS.chart[language]}"
  >
    <text x="0" y="13">Mbit/s</text>
    ${[0, top / 2, top].map(rule)} ${checks.map((check) => point(check, x(check.at), y))}
    ${daysOf(earliest.at, latest.at, language)}
  </svg>`
}

/** What the signs of the chart mean: told by their shapes, not by their colours. */
function keys(language: Language) {
  const key = (sign: Html, text: string) =>
    html`<li><svg class="history" viewBox="0 0 16 16" aria-hidden="true">${sign}</svg>${text}</li>`
  return html`<ul class="keys soft small">
    ${key(html`<path class="stem" d="M8 15V5" /><circle class="on" cx="8" cy="5" r="4" />`, WORDS.keyRate[language])}
    ${key(html`<circle class="bare" cx="8" cy="8" r="4.5" />`, WORDS.keyBare[language])}
    ${key(cross(8, 8), WORDS.notReachable[language])}
  </ul>`
}

function row(check: WifiCheck, language: Language) {
  const cell = (head: string, text: string) => html`<td data-head="${head}">${text}</td>`
  const { reachable, downMbps, upMbps, downMissing, upMissing } = check
  return html`<tr>
    <th scope="row">${momentText(check.at, language)}</th>
    ${cell(WORDS.found[language], (reachable ? WORDS.reachable : WORDS.notReachable)[language])}
    ${cell(WORDS.down[language], rateText(downMbps, downMissing, language))}
    ${cell(WORDS.up[language], rateText(upMbps, upMissing, language))}
    ${cell(WORDS.by[language], byText(check, language))}
  </tr>`
}

/** The checks of a house, the latest first, as a small chart and as a table that says the same. */
export function historySection(checks: readonly WifiCheck[], language: Language): Html {
  const heads = [WORDS.on, WORDS.found, WORDS.down, WORDS.up, WORDS.by]
  return html`<section class="card block">
    <h2>${WORDS.history[language]}</h2>
    ${chart(checks, language)} ${keys(language)}
    <p class="soft small">
      ${WORDS.measured[language]}
      ${checks.length === MOST_CHECKS ? WORDS.latest[language].replace('{count}', String(MOST_CHECKS)) : ''}
    </p>
    <div class="wide">
      <table aria-label="${WORDS.history[language]}">
        <thead>
          <tr>
            ${heads.map((head) => html`<th scope="col">${head[language]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${checks.map((check) => row(check, language))}
        </tbody>
      </table>
    </div>
  </section>`
}
