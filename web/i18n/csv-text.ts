import type { I18n, Locale } from './i18n.svelte.ts'

/** What spreadsheets take for a formula, also behind spaces and in the wide forms of East Asian keyboards. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/

export type Cell = string | number | null | undefined

/**
 * A table as spreadsheets open it: UTF-8 with byte order mark, CRLF. Vietnamese: columns by `;`, decimals by `,`; English:
 * `,` and `.`. Numbers are not rounded; null is an empty cell.
 */
export function csvText(locale: Locale, rows: readonly (readonly Cell[])[]): string {
  const separator = locale === 'vi' ? ';' : ','
  const lines = rows.map((row) => row.map((cell) => csvCell(cell, locale === 'vi')).join(separator))
  return `\uFEFF${lines.join('\r\n')}\r\n`
}

/** A day (YYYY-MM-DD) as every file writes it: Vietnamese 22/11/2026, English as it is. */
export const dayCell = (i18n: I18n, day: string) => (i18n.locale === 'vi' ? i18n.date(day) : day)

/** A moment (RFC 3339) as every file writes it: Vietnamese 17:33 22/11/2026 in Asia/Ho_Chi_Minh, English as it is. */
export const momentCell = (i18n: I18n, moment: string) =>
  i18n.locale === 'vi' ? i18n.moment(moment) : moment

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function csvCell(cell: Cell, decimalComma: boolean): string {
  if (cell === null || cell === undefined) return ''
  if (typeof cell === 'number') return decimalComma ? String(cell).replace('.', ',') : String(cell)
  const text = FORMULA.test(cell) ? `'${cell}` : cell
  return /[";,\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
