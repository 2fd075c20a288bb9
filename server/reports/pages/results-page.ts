import { writtenDay } from '../../http/calendar.ts'
import { html, type Html } from '../../http/html.ts'
import type { Bilingual, Language } from '../../http/language.ts'
import { FEWEST_RANKED, type ReportResults, type Results } from '../results-contract.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import { PATHS } from './address.ts'
import { pageOf } from './frame.ts'
import { areaName, categoryText, type Known } from './list-page.ts'
import { rowsOf } from './result-rows.ts'
import { RESULT_WORDS } from './result-words.ts'
import { medianText, resultsTable } from './results-table.ts'
import { dayText, numberText } from '../../http/pages/texts.ts'
import { STATES, WORDS } from './words.ts'

/** The spans that can be asked for, and the one that is. */
export interface AskedResults {
  commune?: string | undefined
  from?: string | undefined
  to?: string | undefined
}

interface ResultsContent {
  reader: Reader
  url: string
  asked: AskedResults
  known: Known
  results: ReportResults
}

function tile(name: string, value: string, more = ''): Html {
  return html`<div class="card tile">
    <span class="soft small">${name}</span><strong>${value}</strong><span class="soft small">${more}</span>
  </div>`
}

function tiles({ total, notPublic }: ReportResults, language: Language) {
  const count = (value: number) => numberText(value, language)
  const words = RESULT_WORDS
  const late =
    total.overdue > 0 ? `${count(total.overdue)} ${words.late[language]}` : words.noneLate[language]
  const percent = (share: Results['resolvedInTime']) =>
    share.percent === null
      ? `${count(share.count)}/${count(share.of)}`
      : `${numberText(share.percent, language, 1)}%`
  const of = ({ count: one, of: all }: Results['resolvedInTime'], what: Bilingual) =>
    `${count(one)}/${count(all)} ${what[language]}`
  return html`<div class="tiles">
    ${tile(words.received[language], count(total.received), notPublic > 0 ? `${words.notPublic[language]}: ${count(notPublic)}` : '')}
    ${tile(words.resolved[language], count(total.resolved), total.medianHours === null ? '' : `${words.half[language]} ${medianText(total.medianHours, language)}`)}
    ${tile(words.open[language], count(total.open), late)}
    ${tile(words.inTime[language], percent(total.resolvedInTime), of(total.resolvedInTime, words.ofResolved))}
    ${tile(words.seenInTime[language], percent(total.seenInTime), of(total.seenInTime, words.ofSeen))}
    ${tile(words.unresolved[language], count(total.unresolved), `${words.handed[language]}: ${count(total.outOfScope)}`)}
  </div>`
}

function unresolvedList({ reader, known, results }: ResultsContent) {
  const { language } = reader
  const { unresolved } = results
  if (unresolved.length === 0) return ''
  const entry = ({ number, category, state, reason, handedTo, closedAt }: (typeof unresolved)[number]) =>
    html`<li>
      <p>
        <a href="${linkFor(reader, `${PATHS.app}/${number}`)}">${number}</a> ·
        ${categoryText(category, known, reader)}
      </p>
      <p class="soft small">
        ${STATES[state][language]}${closedAt ? ` · ${dayText(closedAt, language)}` : ''}
      </p>
      <p>
        ${handedTo ? `${RESULT_WORDS.to[language]}: ${handedTo}.` : ''}
        ${reason ?? (handedTo ? '' : RESULT_WORDS.noReason[language])}
      </p>
    </li>`
  return html`<section class="card block">
    <h2>${RESULT_WORDS.unresolvedTitle[language]}</h2>
    <ul class="reasons">
      ${unresolved.map(entry)}
    </ul>
  </section>`
}

function spanForm({ reader, asked, known }: ResultsContent) {
  const { language, chosen } = reader
  const words = RESULT_WORDS
  const option = (code: string, name: string) =>
    code === (asked.commune ?? '')
      ? html`<option value="${code}" selected>${name}</option>`
      : html`<option value="${code}">${name}</option>`
  const communes =
    known.communes.length > 1
      ? html`<label
          >${WORDS.commune[language]}<select name="commune">
            ${option('', WORDS.all[language])}${known.communes.map((area) => option(area.code, areaName(area)))}
          </select></label
        >`
      : ''
  return html`<form
    class="card filters"
    method="get"
    action="${PATHS.results}"
    aria-label="${words.span[language]}"
  >
    ${chosen ? html`<input type="hidden" name="lang" value="${language}" />` : ''} ${communes}
    <label>${words.from[language]}<input type="date" name="from" value="${asked.from ?? ''}" /></label>
    <label>${words.to_day[language]}<input type="date" name="to" value="${asked.to ?? ''}" /></label>
    <p class="go"><button>${words.show[language]}</button></p>
  </form>`
}

/** Which days are spoken of, in words. */
function spanText({ from, to }: AskedResults, language: Language) {
  const day = (text: string) =>
    language === 'vi' ? writtenDay(text) : dayText(`${text}T05:00:00Z`, language)
  const words = RESULT_WORDS
  if (!from && !to) return words.always[language]
  return [
    from && `${words.from[language]} ${day(from)}`,
    to && `${words.to_day[language].toLowerCase()} ${day(to)}`
  ]
    .filter(Boolean)
    .join(' ')
}

/** What became of the reports: counts, shares in time, medians; by category, unit and village; and what was not solved, why. */
export function resultsPage(content: ResultsContent): string {
  const { reader, url, asked, known, results } = content
  const { language } = reader
  const words = RESULT_WORDS
  const villageName = (code: string | null) => {
    const found = known.villages.find((area) => area.code === code)
    return found ? areaName(found) : words.noVillage[language]
  }
  const body = html`<div class="head">
      <div>
        <h1>${WORDS.results[language]}</h1>
        <p class="soft">${words.lead[language]} ${spanText(asked, language)}.</p>
      </div>
    </div>
    ${spanForm(content)} ${tiles(results, language)}
    ${resultsTable(
      words.byCategory[language],
      WORDS.category[language],
      results.categories.map((part) => ({ name: categoryText(part.category, known, reader), part })),
      language
    )}
    ${resultsTable(
      words.byUnit[language],
      WORDS.unit[language],
      rowsOf(results.units, ({ unit }) => unit ?? WORDS.noUnit[language], known),
      language
    )}
    ${resultsTable(
      words.byVillage[language],
      WORDS.village[language],
      rowsOf(results.villages, ({ village }) => villageName(village), known),
      language
    )}
    ${unresolvedList(content)}
    <p class="soft small">${words.note(FEWEST_RANKED)[language]}</p>`
  return pageOf({
    reader,
    title: WORDS.results[language],
    description: words.lead[language],
    url,
    current: 'results',
    body
  })
}
