import { html } from '../../http/html.ts'
import type { Language } from '../../http/language.ts'
import type { Results } from '../results-contract.ts'
import type { ResultLine } from './result-rows.ts'
import { RESULT_WORDS } from './result-words.ts'
import { numberText } from '../../http/pages/texts.ts'

const HOURS_PER_DAY = 24

/** A median as days above two days, else as hours; a dash where too few decide. */
export function medianText(hours: number | null, language: Language) {
  if (hours === null) return '–'
  const unit = hours >= 2 * HOURS_PER_DAY ? RESULT_WORDS.days[language] : RESULT_WORDS.hours[language]
  const value = hours >= 2 * HOURS_PER_DAY ? hours / HOURS_PER_DAY : hours
  return `${numberText(value, language, 1)} ${unit}`
}

/** "81,5 % (22/27)"; fewer than ten: the counts alone. */
function shareText({ count, of, percent }: Results['resolvedInTime'], language: Language) {
  const counts = `${numberText(count, language)}/${numberText(of, language)}`
  if (of === 0) return '–'
  return percent === null ? counts : `${numberText(percent, language, 1)}% (${counts})`
}

interface Column {
  head: string
  text: (part: ResultLine['part']) => string
}

/** What is told of each row; a rank only where there is an order: one alone is none. */
function columnsOf(rows: readonly ResultLine[], language: Language): Column[] {
  const words = RESULT_WORDS
  const count = (value: number) => numberText(value, language)
  const late = (value: number) => (value > 0 ? ` (${count(value)} ${words.late[language]})` : '')
  const columns: Column[] = [
    { head: words.received[language], text: ({ received }) => count(received) },
    { head: words.resolved[language], text: ({ resolved }) => count(resolved) },
    {
      head: words.inTime[language],
      text: ({ resolvedInTime }) => shareText(resolvedInTime, language)
    },
    { head: words.median[language], text: ({ medianHours }) => medianText(medianHours, language) },
    { head: words.open[language], text: ({ open, overdue }) => count(open) + late(overdue) },
    { head: words.unresolved[language], text: ({ unresolved }) => count(unresolved) }
  ]
  const isOrder = rows.filter(({ part }) => part.rank !== null).length > 1
  const rank = { head: words.rank[language], text: ({ rank }: ResultLine['part']) => String(rank ?? '–') }
  return isOrder ? [...columns, rank] : columns
}

/** A table; on a narrow screen its rows stand below one another, so that nothing scrolls sideways (the style does it). */
export function resultsTable(title: string, first: string, rows: readonly ResultLine[], language: Language) {
  if (rows.length === 0) return ''
  const columns = columnsOf(rows, language)
  const cell = ({ head, text }: Column, { part }: ResultLine) =>
    html`<td role="cell" data-head="${head}">${text(part)}</td>`
  return html`<section class="card block">
    <h2>${title}</h2>
    <div class="wide" tabindex="0" role="region" aria-label="${title}">
      <table role="table">
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col">${first}</th>
            ${columns.map(({ head }) => html`<th role="columnheader" scope="col">${head}</th>`)}
          </tr>
        </thead>
        <tbody role="rowgroup">
          ${rows.map(
            (row) =>
              html`<tr role="row">
                <th role="rowheader" scope="row">${row.name}</th>
                ${columns.map((column) => cell(column, row))}
              </tr>`
          )}
        </tbody>
      </table>
    </div>
  </section>`
}
