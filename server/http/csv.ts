/** What spreadsheets take for a formula where a text begins with it: the members of a set, in JavaScript and in SQL alike. */
export const FORMULA_STARTS = String.raw`=+@\t\r＝＋－＠-`

const FORMULA = new RegExp(`^'*[${FORMULA_STARTS}]`)
const MARKED = new RegExp(`^'+[${FORMULA_STARTS}]`)

/** A text as a cell of CSV has it: one apostrophe stands before what would be a formula. */
export const marked = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The text that such a cell was written from. */
export const unmarked = (cell: string): string => (MARKED.test(cell) ? cell.slice(1) : cell)

/** A cell as spreadsheets read it; numbers are numbers, below zero too. */
function cell(value: string | number) {
  const text = typeof value === 'number' ? String(value) : marked(value)
  return /[",;\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Lines of cells as CSV that spreadsheets open as it is: UTF-8 with its mark, parted by semicolons. */
export const csvOf = (lines: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`
