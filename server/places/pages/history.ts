import { html, type Html } from '../../http/html.ts'
import type { Language } from '../../http/language.ts'
import { momentText, numberText } from '../../http/pages/texts.ts'
import type { WifiCheck } from '../contract.ts'
import { byText, rateText, WORDS } from './words.ts'

const WIDTH = 480
const HEIGHT = 150
const LEFT = 48
const BOTTOM = 22
const TOP = 10
const DAY_MS = 86_400_000

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

/** The checks over time: a stem as high as the down rate, a ring where it was not measured, a cross where nothing answered. */
function chart(checks: readonly WifiCheck[], language: Language) {
  const times = checks.map(({ at }) => Date.parse(at))
  const [first, last] = [Math.min(...times), Math.max(...times)]
  const span = Math.max(last - first, DAY_MS)
  const top = topOf(Math.max(...checks.map(({ downMbps }) => downMbps ?? 0)))
  const x = (at: string) => +(LEFT + 10 + ((Date.parse(at) - first) / span) * (WIDTH - LEFT - 24)).toFixed(1)
  const y = (mbps: number) => HEIGHT - BOTTOM - (mbps / top) * (HEIGHT - BOTTOM - TOP)
  const rule = (mbps: number) =>
    html`<path class="rule" d="M${LEFT} ${y(mbps)}H${WIDTH}" /><text
        x="${LEFT - 6}"
        y="${y(mbps) + 4}"
        text-anchor="end"
        >${numberText(mbps, language, 1)}</text
      >`
  const day = (at: string, anchor: string) =>
    html`<text x="${x(at)}" y="${HEIGHT - 4}" text-anchor="${anchor}"
      >${momentText(at, language).split(' ').slice(0, -1).join(' ')}</text
    >`
  const [latest, earliest] = [checks[0], checks.at(-1)]
  return html`<svg
    class="history"
    viewBox="0 0 ${WIDTH} ${HEIGHT}"
    role="img"
    aria-label="${WORDS.chart[language]}"
  >
    ${[0, top / 2, top].map(rule)} ${checks.map((check) => point(check, x(check.at), y))}
    ${earliest ? day(earliest.at, 'start') : ''} ${latest && last > first ? day(latest.at, 'end') : ''}
  </svg>`
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
    ${chart(checks, language)}
    <p class="soft small">${WORDS.measured[language]}</p>
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
