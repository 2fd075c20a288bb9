import type { Field } from '../collection.ts'
import type { FieldValue } from './parse-values.ts'
import type { FeatureRow } from './request.ts'
import { cleanText } from './words.ts'

/** "I", "XIV": as little a name as a digit is. */
const ROMAN = /^[IVX]+$/

/** Whether what is left is a name of its own: "Phường 1", "Phường 1A" and "Phường II" are whole names. */
const isName = (rest: string) => /^\p{L}/u.test(rest) && /\p{L}{2}/u.test(rest) && !ROMAN.test(rest)

/**
 * A name without the first of the words that it begins with, letter by letter ("Xa Dung" does not begin with "xã"); as it is
 * where that leaves no name.
 */
export function withoutKind(name: string, words: readonly string[]): string {
  const lower = name.toLocaleLowerCase('vi')
  const word = words.find((candidate) => lower.startsWith(`${candidate} `))
  const rest = word === undefined ? '' : name.slice(word.length + 1).trim()
  return isName(rest) ? rest : name
}

/** Whether a longer text of the row ends with the name: "Phường Phường Đúc" says that "Phường Đúc" is the name alone. */
const saysWhole = (text: unknown, name: string) =>
  typeof text === 'string' &&
  cleanText(text)
    .toLocaleLowerCase('vi')
    .endsWith(` ${name.toLocaleLowerCase('vi')}`)

/**
 * Takes the words of kind off the names of a row's fields, in place, where the collection keeps names without them.
 * `startColumns`: the columns that say a kind at their start.
 */
export function nameCutter(
  fields: readonly Field[],
  startColumns: readonly string[]
): (values: Record<string, FieldValue>, properties: FeatureRow['properties']) => void {
  const named = fields.filter(({ keptWithout }) => keptWithout !== undefined)
  return (values, properties) => {
    for (const { name, keptWithout = [] } of named) {
      const value = values[name]
      if (typeof value !== 'string') continue
      const kind = typeof keptWithout === 'string' ? values[keptWithout] : undefined
      const words = typeof kind === 'string' ? [kind] : typeof keptWithout === 'string' ? [] : keptWithout
      if (startColumns.some((column) => saysWhole(properties[column], value))) continue
      values[name] = withoutKind(value, words)
    }
  }
}
