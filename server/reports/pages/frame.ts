import { html, Html } from '../../http/html.ts'
import { inLanguage, linkFor, PATHS, type Reader } from './address.ts'
import { STYLE } from './style.ts'
import { WORDS } from './words.ts'

// Not in a template: its text must be the very one that was hashed.
const STYLE_ELEMENT = new Html(`<style>${STYLE}</style>`)

const MARK = new Html(
  '<svg viewBox="0 0 24 24" aria-hidden="true"><path fill="var(--accent)" d="M12 1.8a7.8 7.8 0 0 1 7.8 7.8c0 5.3-7.8 12.6-7.8 12.6S4.2 14.9 4.2 9.6A7.8 7.8 0 0 1 12 1.8Z"/><circle cx="12" cy="9.6" r="3" fill="var(--paper)"/></svg>'
)

/** What every page says of itself. */
export interface Framed {
  reader: Reader
  title: string
  description: string
  /** The page's own address with its query; the link to the other language keeps it. */
  url: string
  current?: 'list' | 'results'
  body: Html
}

function header({ reader, url, current }: Framed) {
  const { language } = reader
  const other = language === 'vi' ? 'en' : 'vi'
  const link = (path: string, text: string, isCurrent = false) =>
    html`<a href="${linkFor(reader, path)}" ${isCurrent ? new Html('aria-current="page"') : ''}>${text}</a>`
  return html`<header class="top">
    <div>
      <a class="brand" href="${linkFor(reader, '/')}">${MARK}${WORDS.brand[language]}</a>
      <nav aria-label="${WORDS.pages[language]}">
        ${link(PATHS.list, WORDS.toList[language], current === 'list')}
        ${link(PATHS.results, WORDS.resultsShort[language], current === 'results')}
        ${link(PATHS.app, WORDS.send[language])}
        ${link('/?layers=reports,communes,villages,village_names,land_uses,waterways,roads,buildings', WORDS.map[language])}
      </nav>
      <a class="language" lang="${other}" hreflang="${other}" href="${inLanguage(url, other)}"
        >${WORDS.otherLanguage[language]}</a
      >
    </div>
  </header>`
}

/** A whole page. What is put in is escaped unless it is `Html`. */
export function pageOf(framed: Framed): string {
  const { reader, title, description, body } = framed
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
        ${STYLE_ELEMENT}
      </head>
      <body>
        <a class="skip" href="#main">${WORDS.skip[language]}</a>
        ${header(framed)}
        <main id="main" tabindex="-1">${body}</main>
        <footer>
          <p>${WORDS.privacy[language]}</p>
          <p>
            <a href="${linkFor(reader, `${PATHS.app}#quyen-rieng-tu`)}">${WORDS.privacyLink[language]}</a> ·
            <a href="${linkFor(reader, `${PATHS.app}#huong-dan`)}">${WORDS.help[language]}</a>
          </p>
        </footer>
      </body>
    </html> `.text
}
