import type { Localized } from './contract.ts'

/** Why two names are taken for one: written alike but for case and marks, one within the other, or a few letters apart. */
export type Likeness = 'same' | 'marks' | 'within' | 'letters'

/** The reasons as they stand in a sentence, from the surest on. */
export const LIKENESS_WORDS: Readonly<Record<Likeness, Localized>> = {
  same: { vi: 'cùng tên', en: 'the same name' },
  marks: { vi: 'tên chỉ khác dấu hoặc chữ hoa', en: 'names that differ in marks or capitals only' },
  within: { vi: 'tên này nằm trong tên kia', en: 'one name within the other' },
  letters: { vi: 'tên chỉ khác vài chữ cái', en: 'names a few letters apart' }
}

/** A name as it is compared, made once where it is compared with many. */
export interface Spelling {
  written: string
  plain: string
  /** What is left without the words that names of its kind begin with. */
  core: string
  numbers: string
}

/** Letters without marks and case, words parted by one blank. */
const plainOf = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** What names of one kind begin with tells nothing. */
const COMMON =
  /^(nha van hoa|nvh|nha sinh hoat cong dong|camera|cam|di tich|diem)( (thon|xom|tdp|to dan pho|ban|ap|khu))? /

/** Numbers and numerals tell places apart: Thôn 1 is not Thôn 2. */
const numbersOf = (text: string) => text.match(/\d+|\b[ivx]+\b/g)?.join(' ') ?? ''

export function spellingOf(name: string): Spelling {
  const plain = plainOf(name)
  const written = name.normalize('NFC').trim()
  return { written, plain, core: plain.replace(COMMON, ''), numbers: numbersOf(plain) }
}

/** Whether as few letters at most have to be put in, taken out or changed. */
function areStepsApart(a: string, b: string, most: number): boolean {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    // From here on there are no fewer: names that differ are mostly told by their first letters.
    if (next.every((steps) => steps > most)) return false
    row = next
  }
  return (row.at(-1) ?? 0) <= most
}

/** One letter may differ in this many. */
const LETTERS_PER_STEP = 10
/** Comparing takes the product of two lengths in time; no name of a place is longer. */
const LONGEST = 120

function areFewStepsApart(a: string, b: string) {
  const most = Math.min(a.length, b.length) / LETTERS_PER_STEP
  if (Math.abs(a.length - b.length) > most || Math.max(a.length, b.length) > LONGEST) return false
  return areStepsApart(a, b, most)
}

const isWithin = (short: string, long: string) => short.length >= 3 && ` ${long} `.includes(` ${short} `)

/** Why two names may be of one thing; null: they are not alike. */
export function likenessOf(one: Spelling, other: Spelling): Likeness | null {
  if (one.written === other.written) return 'same'
  if (one.plain === '' || other.plain === '' || one.numbers !== other.numbers) return null
  if (one.plain === other.plain) return 'marks'
  if (isWithin(one.core, other.core) || isWithin(other.core, one.core)) return 'within'
  return areFewStepsApart(one.core, other.core) ? 'letters' : null
}
