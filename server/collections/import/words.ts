/** A name as names are compared: lower case, no diacritics (đ as d), letters and digits only. "Mã_Xã" gives "maxa". */
export function bareWord(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/đ/g, 'd')
    .replace(/[^a-z0-9]/g, '')
}

const UNIT = /\((?:người|m|độ|mbps|mbit\/s|mb\/s|dd\/mm\/yyyy)\)\s*$/i

/** A heading without the unit at its end: "Dân số (người)" gives "Dân số ". One that makes another number (km, Gbps) stays. */
export const withoutUnit = (heading: string): string => heading.normalize('NFC').replace(UNIT, '')

/** A text from a file: NFC, without spaces at its ends, inner runs of spaces as one; '' where nothing is left. */
export function cleanText(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** A text of several paragraphs: each cleaned, parted by one empty line. */
export const cleanParagraphs = (text: string): string =>
  text
    .split(/\r?\n\s*\n/)
    .map(cleanText)
    .filter((paragraph) => paragraph !== '')
    .join('\n\n')

/** A value as a report quotes it, at most 80 characters; null where there is none. */
export function quoted(value: unknown): string | null {
  if (value === null || value === undefined) return null
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value))
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}

/** Zero characters, and halves of pairs: no database keeps them. */
export const isUnstorable = (text: string) => /[\0\p{Surrogate}]/u.test(text)
/** What is said of them, in Vietnamese and English. */
export const UNSTORABLE = [
  'có ký tự rỗng (mã 0) hoặc nửa ký tự.',
  'holds a zero character or half of a character.'
] as const
