import { writtenDay } from '../../http/calendar.ts'
import type { Language } from '../../http/language.ts'
import type { Collection, Field } from '../collection.ts'
import { itemFields } from './filter.ts'
import { html, type Html } from '../../http/html.ts'
import { pageLink } from './page.ts'
import type { ItemRow } from './queries.ts'
import { TEXTS } from './texts.ts'
import type { Link } from './document.ts'

/** A feature as GeoJSON text; the geometry goes in as the database wrote it. */
export function featureText({ id, geometry, properties }: ItemRow, links?: readonly Link[]): string {
  const tail = links ? `,"links":${JSON.stringify(links)}` : ''
  return `{"type":"Feature","id":${id},"geometry":${geometry ?? 'null'},"properties":${JSON.stringify(properties)}${tail}}`
}

interface PageOfItems {
  rows: readonly ItemRow[]
  numberMatched: number
  links: readonly Link[]
}

/** A page of items as a GeoJSON text. */
export function featureCollectionText({ rows, numberMatched, links }: PageOfItems): string {
  const head = JSON.stringify({
    numberMatched,
    numberReturned: rows.length,
    timeStamp: new Date().toISOString(),
    links
  })
  const features = rows.map((row) => featureText(row)).join(',\n')
  return `{"type":"FeatureCollection",${head.slice(1, -1)},"features":[\n${features}\n]}`
}

const LOCALES: Record<Language, string> = { vi: 'vi-VN', en: 'en-GB' }

function shown(value: unknown, { type }: Field, language: Language): string {
  if (value === null || value === undefined) return '–'
  if (typeof value === 'boolean') return value ? TEXTS.yes[language] : TEXTS.no[language]
  if (typeof value === 'number') return value.toLocaleString(LOCALES[language])
  if (Array.isArray(value)) return value.join(', ')
  if (type === 'date' && language === 'vi') return writtenDay(String(value))
  return String(value)
}

function itemRow(row: ItemRow, fields: readonly Field[], at: string, language: Language) {
  const cells = fields.map((field) => html`<td>${shown(row.properties[field.name], field, language)}</td>`)
  return html`<tr>
    <th scope="row"><a href="${pageLink(`${at}/${row.id}`, language)}">${row.id}</a></th>
    ${cells}
  </tr> `
}

/** A page of items as a table. `next`: the address of the next page. */
export function itemsPage(
  collection: Collection,
  { rows, numberMatched }: PageOfItems,
  { at, next, language }: { at: string; next: string | undefined; language: Language }
): Html {
  if (rows.length === 0) return html`<p>${TEXTS.noItems[language]}</p>`
  const fields = itemFields(collection)
  const count = TEXTS.counted[language]
    .replace('{shown}', rows.length.toLocaleString(LOCALES[language]))
    .replace('{all}', numberMatched.toLocaleString(LOCALES[language]))
  return html`<div class="wide">
      <table>
        <caption>
          ${count}
        </caption>
        <thead>
          <tr>
            <th scope="col">${TEXTS.number[language]}</th>
            ${fields.map((field) => html`<th scope="col">${field.title[language]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map((row) => itemRow(row, fields, at, language))}
        </tbody>
      </table>
    </div>
    ${next === undefined ? '' : html`<p class="pager"><a rel="next" href="${next}">${TEXTS.next[language]} ›</a></p>`}`
}

/** Vertices shown of a geometry's text on its page. */
const SHOWN_CHARACTERS = 400

/** One item as a page. */
export function itemPage(
  collection: Collection,
  { geometry, properties }: ItemRow,
  language: Language
): Html {
  const text = geometry ?? TEXTS.noGeometry[language]
  const short = text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS)}…` : text
  const rows = itemFields(collection).map(
    (field) =>
      html`<tr>
        <th scope="row">${field.title[language]}</th>
        <td>${shown(properties[field.name], field, language)}</td>
      </tr> `
  )
  return html`<div class="wide">
      <table class="facts">
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    <h2>${TEXTS.geometry[language]}</h2>
    <p><code>${short}</code></p>`
}
