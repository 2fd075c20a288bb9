import type { Language } from '../../http/language.ts'

/** Where the pages stand. */
export const PATHS = { app: '/phan-anh', list: '/phan-anh/danh-sach', results: '/phan-anh/ket-qua' } as const

/** In which language a page is answered; `chosen`: the address says so, and links keep it. */
export interface Reader {
  language: Language
  chosen: boolean
}

/** The address with this language in it, whatever it said before. */
export function inLanguage(url: string, language: Language): string {
  const [rest = '', hash] = url.split('#')
  const [path = '', query = ''] = rest.split('?')
  const kept = new URLSearchParams(query)
  kept.set('lang', language)
  return `${path}?${kept.toString()}${hash === undefined ? '' : `#${hash}`}`
}

/** A link to another page, in the language that the reader chose. */
export const linkFor = ({ language, chosen }: Reader, url: string) =>
  chosen ? inLanguage(url, language) : url
