/** Why two names are taken for one: written alike but for case and marks, one within the other, or a few letters apart. */
export type Likeness = 'same' | 'marks' | 'within' | 'letters'

/** Letters without marks and case, words parted by one blank. */
const plain = (name: string) =>
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

/** The fewest letters to put in, take out or change. */
function letterSteps(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}

/** One letter may differ in this many. */
const LETTERS_PER_STEP = 10

const isWithin = (short: string, long: string) => short.length >= 3 && ` ${long} `.includes(` ${short} `)

/** Why two names may be of one thing; null: they are not alike. */
export function likenessOf(one: string, other: string): Likeness | null {
  if (one.normalize('NFC').trim() === other.normalize('NFC').trim()) return 'same'
  const [a, b] = [plain(one), plain(other)]
  if (a === '' || b === '' || numbersOf(a) !== numbersOf(b)) return null
  if (a === b) return 'marks'
  const [coreA, coreB] = [a.replace(COMMON, ''), b.replace(COMMON, '')]
  if (isWithin(coreA, coreB) || isWithin(coreB, coreA)) return 'within'
  const steps = letterSteps(coreA, coreB)
  return steps <= Math.min(coreA.length, coreB.length) / LETTERS_PER_STEP ? 'letters' : null
}
