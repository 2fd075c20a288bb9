const ISO = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]\d.*)?$/
const VIETNAMESE = /^(?:ngày\s+)?(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]\d.*)?$/i
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const WORDS = /^ngày\s+(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/i

function day(year: number, month: number, date: number): string | null {
  const moment = new Date(Date.UTC(year, month - 1, date))
  const isReal = moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date && year >= 1000
  return isReal ? moment.toISOString().slice(0, 10) : null
}

/** Days of a spreadsheet's calendar: 1954 to 2119, which no other way of writing a day looks like. */
const SERIAL = /^([2-7]\d{4})(?:\.\d+)?$/
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
const DAY_MS = 86_400_000

/**
 * A calendar day as `YYYY-MM-DD` from ISO (`2026-04-01`, `2026/04/01`, with a time behind it), Vietnamese (`1/4/2026`,
 * `01.04.2026`, `ngày 1 tháng 4 năm 2026`) or compact (`20260401`) text, or the number that
 * spreadsheets keep it as (`46113`). null: no such day; never month before day.
 */
export function parseDay(text: string): string | null {
  const yearFirst = ISO.exec(text) ?? COMPACT.exec(text)
  if (yearFirst) return day(Number(yearFirst[1]), Number(yearFirst[2]), Number(yearFirst[3]))
  const dayFirst = VIETNAMESE.exec(text) ?? WORDS.exec(text)
  if (dayFirst) return day(Number(dayFirst[3]), Number(dayFirst[2]), Number(dayFirst[1]))
  const serial = SERIAL.exec(text)?.[1]
  return serial ? new Date(SERIAL_ZERO + Number(serial) * DAY_MS).toISOString().slice(0, 10) : null
}
