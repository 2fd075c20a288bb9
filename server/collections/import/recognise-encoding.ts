import { decodeBytes, isUtf8, westernBytes, type Encoding } from './legacy-encodings.ts'

const LEGACY: readonly Encoding[] = ['tcvn3', 'vni', 'cp1258']
const NOT_ASCII = /[^\x00-\x7f]/
/** Letters that only Vietnamese text in Unicode has. */
const VIETNAMESE = /[ăđĩũơưĂĐĨŨƠƯ\u0300-\u0323\u1ea0-\u1ef9]/

const ONSET = '(?:b|ch|c|d|đ|gh|gi|g|h|kh|k|l|m|ngh|ng|nh|n|ph|p|qu|q|r|s|th|tr|t|v|x)?'
const NUCLEUS = '(?:iê|yê|uyê|uô|ươ|ưa|ia|ua|uya|oa|oă|oe|uâ|uê|uy|ơ|ư|â|ă|ê|ô|a|e|i|o|u|y)'
const CODA = '(?:ch|c|m|ng|nh|n|p|t|i|y|o|u)?'
const SYLLABLE = new RegExp(`^${ONSET}${NUCLEUS}${CODA}$`)
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g

/** Whether a word is built as a Vietnamese syllable is, with at most one tone mark. */
function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize('NFD')
  const tones = parts.match(TONES)?.length ?? 0
  return tones <= 1 && SYLLABLE.test(parts.replace(TONES, '').normalize('NFC'))
}

/** The share of words with letters beyond ASCII that are Vietnamese syllables; 0 when there are none. */
function likeness(texts: readonly string[]): number {
  const words = texts.flatMap((text) => text.split(/[^\p{L}\p{M}]+/u)).filter((word) => NOT_ASCII.test(word))
  return words.length === 0 ? 0 : words.filter(isSyllable).length / words.length
}

function best(bytes: readonly Uint8Array[], among: readonly Encoding[]) {
  const scores = among.map((encoding) => ({
    encoding,
    score: likeness(bytes.map((text) => decodeBytes(text, encoding)))
  }))
  return scores.reduce((a, b) => (b.score > a.score ? b : a))
}

/**
 * Which encoding texts are in. `raw`: each character is one byte of the file (Latin-1); otherwise they were read as
 * Unicode, and may be legacy text typed in a legacy font. undefined: nothing beyond ASCII, so nothing to tell by.
 */
export function recogniseEncoding(texts: readonly string[], raw: boolean): Encoding | undefined {
  const telling = texts.filter((text) => NOT_ASCII.test(text))
  if (telling.length === 0) return undefined
  const bytes = telling.map(westernBytes)
  const western = bytes.filter((item) => item !== undefined)
  if (raw) {
    const utf8 = western.filter(isUtf8).length
    return utf8 >= 0.9 * western.length ? 'utf8' : best(western, LEGACY).encoding
  }
  const unicode = telling.filter((text) => VIETNAMESE.test(text)).length
  if (western.length === 0 || unicode > telling.length * 0.2) return 'utf8'
  const legacy = best(western, LEGACY)
  return legacy.score > likeness(telling) + 0.2 ? legacy.encoding : 'utf8'
}

/** A text in an encoding as Unicode, NFC. A text that cannot have come from bytes is Unicode already. */
export function convertText(text: string, encoding: Encoding, raw: boolean): string {
  if (!NOT_ASCII.test(text)) return text
  if (!raw && encoding === 'utf8') return text.normalize('NFC')
  const bytes = westernBytes(text)
  if (!bytes) return text.normalize('NFC')
  const converted = decodeBytes(bytes, encoding)
  return encoding === 'tcvn3' ? withCapitals(converted) : converted
}

const TONED = '[àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]'
const TONED_FIRST = new RegExp(`(^|\\s)(${TONED})`, 'gu')
const TONED_WORD = new RegExp(`^${TONED}`, 'u')

/** TCVN3 has no capitals with tone marks: "Vũng áng" among capitalised words was "Vũng Áng". */
function withCapitals(text: string): string {
  const words = text.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const others = words.filter((word) => !TONED_WORD.test(word))
  const isName = others.length > 0 && others.every((word) => /^\p{Lu}/u.test(word))
  return isName
    ? text.replace(TONED_FIRST, (_, space: string, letter: string) => space + letter.toUpperCase())
    : text
}
