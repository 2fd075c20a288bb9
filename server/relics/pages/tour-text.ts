import { html, type Html } from '../../http/html.ts'
import type { Language } from '../../http/language.ts'
import { PATH } from './address.ts'
import { distanceText } from './words.ts'
import { TOUR_WORDS as WORDS } from './tour-words.ts'

/** Where the pages of tours stand; no relic has this address. */
export const TOURS_PATH = `${PATH}/tuyen`

/** A tour's permanent address, below the public address. */
export const tourPathOf = (slug: string) => `${TOURS_PATH}/${slug}`

/** A text in the reader's language, else in Vietnamese. */
const inWords = (vi: string, en: string | null, language: Language) =>
  language === 'en' && en !== null ? { text: en, lang: 'en' } : { text: vi, lang: 'vi' }

type Titled = { titleVi: string; titleEn: string | null }
type Led = { leadVi: string | null; leadEn: string | null }

export const titleOf = ({ titleVi, titleEn }: Titled, language: Language) =>
  inWords(titleVi, titleEn, language)

/** What is said of a tour; null: nothing. */
export const leadOf = ({ leadVi, leadEn }: Led, language: Language) =>
  leadVi === null && (language === 'vi' || leadEn === null) ? null : inWords(leadVi ?? '', leadEn, language)

/** A title, marked where it is in another language than the page. */
export function titleHtml(tour: Titled, language: Language): Html {
  const { text, lang } = titleOf(tour, language)
  return lang === language ? html`${text}` : html`<span lang="${lang}">${text}</span>`
}

/** "350 m (đường thẳng)". */
export const legText = (metres: number, isAlongWay: boolean, language: Language) =>
  `${distanceText(metres, language)} (${(isAlongWay ? WORDS.alongWay : WORDS.straight)[language]})`

/** "5 điểm". */
export const stopsText = (count: number, language: Language) =>
  `${count} ${(count === 1 ? WORDS.stop : WORDS.stops)[language]}`
