import type { Licence } from '../contract.ts'
import { html } from '../html.ts'
import type { Bilingual, Language } from '../language.ts'
import { dayText } from './texts.ts'

/** What a licence is called beside a picture. */
export const LICENCE_NAMES: Readonly<Record<Licence, Bilingual>> = {
  'CC0 1.0': { vi: 'CC0 1.0', en: 'CC0 1.0' },
  'CC BY 4.0': { vi: 'CC BY 4.0', en: 'CC BY 4.0' },
  'CC BY-SA 4.0': { vi: 'CC BY-SA 4.0', en: 'CC BY-SA 4.0' },
  permission: { vi: 'Giữ bản quyền, được phép công bố', en: 'All rights reserved, published with permission' }
}

/** Where a licence can be read; undefined: all rights are reserved. As IIIF's `rights` writes them, with http. */
export const LICENCE_PAGES: Readonly<Record<Licence, string | undefined>> = {
  'CC0 1.0': 'http://creativecommons.org/publicdomain/zero/1.0/',
  'CC BY 4.0': 'http://creativecommons.org/licenses/by/4.0/',
  'CC BY-SA 4.0': 'http://creativecommons.org/licenses/by-sa/4.0/',
  permission: undefined
}

/** A text in the reader's language, else in Vietnamese and marked so. */
export function inWords(vi: string, en: string | null, language: Language) {
  return language === 'en' && en !== null ? { text: en, lang: 'en' } : { text: vi, lang: 'vi' }
}

const GONE = {
  vi: 'Tệp ảnh hiện không đọc được trên máy chủ. Ảnh sẽ hiện lại khi tệp được khôi phục.',
  en: 'The file of this picture cannot be read on the server now. It is shown again once the file is restored.'
}

/** What stands in the place of a picture whose file is away; `alt`: what it shows. */
export const goneFile = (alt: ReturnType<typeof inWords>, language: Language) =>
  html`<p class="gone"><span lang="${alt.lang}">${alt.text}</span><br />${GONE[language]}</p>`

interface Credited {
  author: string
  licence: Licence
  takenOn: string | null
}

/** Who made it, when, and how it may be used; `by`: what its author did. */
export function credit({ author, licence, takenOn }: Credited, by: Bilingual, language: Language) {
  const name = LICENCE_NAMES[licence][language]
  const page = LICENCE_PAGES[licence]?.replace('http:', 'https:')
  const day = takenOn && dayText(`${takenOn}T12:00:00+07:00`, language)
  return html`<span class="credit"
    >${by[language]}: ${author}${day ? `, ${day}` : ''} ·
    ${page ? html`<a rel="license" href="${page}">${name}</a>` : name}</span
  >`
}
