import { html } from '../../http/html.ts'
import type { Bilingual, Language } from '../../http/language.ts'
import { dayText } from '../../http/pages/texts.ts'
import type { ImageLicence } from '../image-contract.ts'
import { LICENCE_PAGES } from './picture-address.ts'
import { LICENCES } from './picture-words.ts'

/** A text in the reader's language, else in Vietnamese and marked so. */
export function inWords(vi: string, en: string | null, language: Language) {
  return language === 'en' && en !== null ? { text: en, lang: 'en' } : { text: vi, lang: 'vi' }
}

interface Credited {
  author: string
  licence: ImageLicence
  takenOn: string | null
}

/** Who made it, when, and how it may be used; `by`: what its author did. */
export function credit({ author, licence, takenOn }: Credited, by: Bilingual, language: Language) {
  const name = LICENCES[licence][language]
  const page = LICENCE_PAGES[licence]?.replace('http:', 'https:')
  const day = takenOn && dayText(`${takenOn}T12:00:00+07:00`, language)
  return html`<span class="credit"
    >${by[language]}: ${author}${day ? `, ${day}` : ''} ·
    ${page ? html`<a rel="license" href="${page}">${name}</a>` : name}</span
  >`
}
