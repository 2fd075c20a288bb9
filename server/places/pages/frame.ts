import { html, type Html } from '../../http/html.ts'
import { documentOf, type Framed, type Section } from '../../http/pages/frame.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import { WORDS } from './words.ts'

const SECTION: Section = {
  name: WORDS.pages,
  links: [
    { path: '/', name: WORDS.map },
    { path: '/di-tich', name: WORDS.relics },
    { path: '/phan-anh/danh-sach', name: WORDS.reports }
  ]
}

/**
 * Links to the page itself in both languages, for search engines; `address`: absolute, without a query. A page that
 * an address asks for in one language is canonical itself: search engines leave out what points to another language.
 */
export const alternates = (address: string, reader: Reader): Html =>
  html`<link rel="canonical" href="${linkFor(reader, address)}" />
    <link rel="alternate" hreflang="vi" href="${address}?lang=vi" />
    <link rel="alternate" hreflang="en" href="${address}?lang=en" />
    <link rel="alternate" hreflang="x-default" href="${address}" />`

/** A whole page about cultural houses. What is put in is escaped unless it is `Html`. */
export const pageOf = (framed: Omit<Framed, 'footer'>): string =>
  documentOf(SECTION, { ...framed, footer: html`<p>${WORDS.footer[framed.reader.language]}</p>` })
