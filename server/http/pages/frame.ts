import { html, Html } from '../html.ts'
import type { Bilingual } from '../language.ts'
import { inLanguage, linkFor, type Reader } from './reader.ts'
import { STYLE } from './style.ts'

// Not in a template: its text must be the very one that was hashed.
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`)

const MARK = new Html(
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="var(--accent)" d="M12 1.8a7.8 7.8 0 0 1 7.8 7.8c0 5.3-7.8 12.6-7.8 12.6S4.2 14.9 4.2 9.6A7.8 7.8 0 0 1 12 1.8Z"/><circle cx="12" cy="9.6" r="3" fill="var(--paper)"/></svg>'
)

const WORDS = {
  brand: { vi: 'Địa bàn', en: 'Địa bàn' },
  skip: { vi: 'Đến nội dung', en: 'Skip to the content' },
  otherLanguage: { vi: 'English', en: 'Tiếng Việt' }
} as const satisfies Record<string, Bilingual>

/** A page that every page of a section links to. */
export interface SectionLink {
  path: string
  name: Bilingual
}

/** What all pages of a theme have in common. */
export interface Section {
  /** What the links are, read aloud. */
  name: Bilingual
  links: readonly SectionLink[]
}

/** What every page says of itself. */
export interface Framed {
  reader: Reader
  title: string
  description: string
  /** The page's own address with its query; the link to the other language keeps it. */
  url: string
  /** The path of the section's link at which the reader is. */
  current?: string
  /** What stands in the head beside title and description. */
  head?: Html
  body: Html
  footer: Html
}

function header(section: Section, { reader, url, current }: Framed) {
  const { language } = reader
  const other = language === 'vi' ? 'en' : 'vi'
  const link = ({ path, name }: SectionLink) =>
    html`<a href="${linkFor(reader, path)}" ${path === current ? new Html('aria-current="page"') : ''}
      >${name[language]}</a
    >`
  return html`<header class="top">
    <div>
      <a class="brand" href="${linkFor(reader, '/')}">${MARK}${WORDS.brand[language]}</a>
      <nav aria-label="${section.name[language]}">${section.links.map(link)}</nav>
      <a class="language" lang="${other}" hreflang="${other}" href="${inLanguage(url, other)}"
        >${WORDS.otherLanguage[language]}</a
      >
    </div>
  </header>`
}

/** A whole page of a section. What is put in is escaped unless it is `Html`. */
export function documentOf(section: Section, framed: Framed): string {
  const { reader, title, description, body, head = '', footer } = framed
  const { language } = reader
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} · ${WORDS.brand[language]}</title>
        <meta name="description" content="${description}" />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="data:," />
        ${head} ${STYLE_ELEMENT}
      </head>
      <body>
        <a class="skip" href="#main">${WORDS.skip[language]}</a>
        ${header(section, framed)}
        <main id="main" tabindex="-1">${body}</main>
        <footer>${footer}</footer>
      </body>
    </html> `.text
}
