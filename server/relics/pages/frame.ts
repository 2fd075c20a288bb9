import { html, Html } from '../../http/html.ts'
import { documentOf, type Framed, type Section } from '../../http/pages/frame.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import { mapPath, PATH } from './address.ts'
import { WORDS } from './words.ts'

const SECTION: Section = {
  name: WORDS.pages,
  links: [
    { path: PATH, name: WORDS.list },
    { path: mapPath(), name: WORDS.map },
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

/** Where the copy that a phone keeps says so (web/relics/visit/). */
const KEPT = new Html('<!--kept-->')

/** A whole page about relics. What is put in is escaped unless it is `Html`. */
export const pageOf = (framed: Omit<Framed, 'footer'>): string =>
  documentOf(SECTION, {
    ...framed,
    body: html`${KEPT}${framed.body}`,
    footer: html`<p>${WORDS.footer[framed.reader.language]}</p>`
  })
