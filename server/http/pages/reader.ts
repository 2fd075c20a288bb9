import type { FastifyRequest } from 'fastify'
import { isLanguage, preferredLanguage, type Language } from '../language.ts'

/** In which language a page is answered; `chosen`: the address says so, and links keep it. */
export interface Reader {
  language: Language
  chosen: boolean
}

/** The language of the address, else the browser's wish. */
export function readerOf(request: FastifyRequest): Reader {
  const asked = new URL(request.url, 'http://localhost').searchParams.get('lang')
  const language = isLanguage(asked) ? asked : preferredLanguage(request.headers['accept-language'])
  return { language, chosen: isLanguage(asked) }
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
