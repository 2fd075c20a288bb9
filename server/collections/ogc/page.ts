import type { Language } from '../../http/language.ts'
import type { Asked } from './document.ts'
import { html, type Html } from '../../http/html.ts'

const WORDS = {
  vi: {
    site: 'Địa bàn · dữ liệu mở',
    other: 'English',
    otherCode: 'en',
    json: 'Dạng JSON',
    path: 'Vị trí',
    map: 'Xem bản đồ',
    illustration: 'Dữ liệu mang mã xã 99999, nếu có, chỉ để minh họa, không phải số liệu thật.'
  },
  en: {
    site: 'Địa bàn · open data',
    other: 'Tiếng Việt',
    otherCode: 'vi',
    json: 'As JSON',
    path: 'You are here',
    map: 'See the map',
    illustration: 'Data with the commune code 99999, if any, is an illustration and not real.'
  }
} as const

interface Page {
  title: string
  body: Html
  above: readonly { title: string; href: string }[]
  asked: Asked
}

function inLanguage(address: string, language: string) {
  const url = new URL(address)
  url.searchParams.set('lang', language)
  return url.href
}

const crumb = ({ title, href }: { title: string; href: string }) => html`<a href="${href}">${title}</a> › `

/** A whole page around a document: the way up, the other language, the JSON form. No script, nothing from elsewhere. */
export function page({ title, body, above, asked }: Page): string {
  const words = WORDS[asked.language]
  return html`<!doctype html>
    <html lang="${asked.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${above.length > 0 ? `${title} · ${words.site}` : words.site}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href="${asked.base}/style.css" />
        <link rel="alternate" type="application/json" href="${asked.self('json')}" />
      </head>
      <body>
        <header>
          <nav aria-label="${words.path}">${above.map(crumb)}<span aria-current="page">${title}</span></nav>
          <p>
            <a href="${asked.self('json')}">${words.json}</a>
            <a
              href="${inLanguage(asked.self(), words.otherCode)}"
              hreflang="${words.otherCode}"
              lang="${words.otherCode}"
              >${words.other}</a
            >
          </p>
        </header>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
        <footer>
          <p>${words.illustration}</p>
          <p><a href="${asked.base.replace(/ogc$/, '')}">${words.map}</a></p>
        </footer>
      </body>
    </html> `.text
}

/** A link inside the pages keeps the language that was chosen in the address. */
export const pageLink = (href: string, language: Language): string =>
  `${href}${href.includes('?') ? '&' : '?'}f=html&lang=${language}`
