import { parseNumber } from './parse-numbers.ts'

const HEMISPHERES: Record<string, number> = { n: 1, b: 1, e: 1, đ: 1, d: 1, s: -1, w: -1, t: -1 }
const LEAD = /^(?:([nbsewđt])\s*)?/i
const PARTS =
  /^(\d{1,3})\s*[°ºd˚:\s]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’‘m:\s]?\s*)?(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”“s]|''|’’|′′)?\s*)?([nbsewđt])?$/i
/** Degrees, minutes and perhaps seconds told apart by spaces alone; figures grouped by spaces have three digits each. */
const SPACED_PARTS = /^\d{1,3}\s+\d{1,2}([.,]\d+)?(\s+\d{1,2}([.,]\d+)?)?$/

/**
 * One coordinate as people write it: a number with point or comma, or degrees, minutes and seconds (`22°37'7,40"N`,
 * `106 6 4.68 Đ`; Vietnamese B and Đ are north and east). null: it is none.
 */
export function parseCoordinate(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null
  if (typeof value !== 'string') return null
  const text = value.normalize('NFC').trim()
  const plain = SPACED_PARTS.test(text) ? null : parseNumber(text.replace(/\s*°$/, ''))
  if (plain !== null) return plain
  const lead = LEAD.exec(text)?.[1]
  const parts = PARTS.exec(lead ? text.slice(1).trim() : text)
  if (!parts) return degreesOnly(text)
  const [, degrees, minutes = '0', seconds = '0', trail] = parts
  const [m, s] = [minutes, seconds].map((part) => Number(part.replace(',', '.')))
  if (m === undefined || s === undefined || m >= 60 || s >= 60) return null
  const sign = HEMISPHERES[(lead ?? trail ?? 'n').toLowerCase()] ?? 1
  return sign * (Number(degrees) + m / 60 + s / 3600)
}

/** `18.34°N`, `E105,9`. */
function degreesOnly(text: string): number | null {
  const found = /^([nbsewđt])?\s*(\d+(?:[.,]\d+)?)\s*°?\s*([nbsewđt])?$/i.exec(text)
  if (!found) return null
  const sign = HEMISPHERES[(found[1] ?? found[3] ?? 'n').toLowerCase()] ?? 1
  return sign * Number((found[2] ?? '').replace(',', '.'))
}
