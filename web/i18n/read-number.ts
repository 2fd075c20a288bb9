import type { I18n, Locale, Message } from './i18n.svelte.ts'

const OTHER: Message = { vi: 'Hãy ghi một số, ví dụ 12,5.', en: 'Write a number, such as 12.5.' }
const AMBIGUOUS: Message = {
  vi: '«{text}» có thể hiểu là {whole} hoặc {part}. Hãy ghi lại đúng số muốn nói, không dùng dấu ngăn phần nghìn.',
  en: '“{text}” may mean {whole} or {part}. Write the one you mean, without marks between thousands.'
}
/** Marks of decimals, each the other language's mark between thousands. */
const DECIMAL: Readonly<Record<Locale, string>> = { vi: ',', en: '.' }
const PLAIN = /^[-−]?(\d+)([.,]\d+)?$/
const THOUSANDS = /^[-−]?[1-9]\d{0,2}(([.,])\d{3})(\2\d{3})*([.,]\d+)?$/

const toNumber = (text: string) => Number(text.replace('−', '-').replace(',', '.'))

/**
 * What somebody wrote as a number: 12,5 and 12.5 in either language, 1.234,5 and 1,234.5 too. `ambiguous` where the
 * language's mark between thousands stands before three digits alone, because people here write decimals so as well
 * (2.000 in Vietnamese, 2,000 in English); undefined where it is no number, nor is nothing one.
 */
export function readNumber(locale: Locale, text: string): number | 'ambiguous' | undefined {
  const clean = text.trim()
  const [, first = '', mark = '', more, decimals] = THOUSANDS.exec(clean) ?? []
  const isAlone = first !== '' && more === undefined && decimals === undefined
  if (isAlone && mark !== DECIMAL[locale]) return 'ambiguous'
  if (PLAIN.test(clean)) return toNumber(clean)
  if (first === '' || decimals?.startsWith(mark)) return undefined
  return toNumber(clean.replaceAll(mark, ''))
}

/** A number as a form writes it, so that `readNumber` takes it for the same: all decimals, nothing between thousands. */
export const writeNumber = (locale: Locale, value: number): string =>
  new Intl.NumberFormat('en', { useGrouping: false, maximumFractionDigits: 15 })
    .format(value)
    .replace('.', DECIMAL[locale])

/** Why a text cannot be taken for a number, as a sentence; undefined: it can. */
export function numberProblem(i18n: I18n, text: string): string | undefined {
  const read = readNumber(i18n.locale, text)
  if (read === undefined) return i18n.t(OTHER)
  if (read !== 'ambiguous') return undefined
  const [whole, part] = [text.replace(/[.,]/g, ''), text.replace(/[.,]/, DECIMAL[i18n.locale])]
  return i18n.t(AMBIGUOUS, { text: text.trim(), whole: whole.trim(), part: part.trim() })
}
