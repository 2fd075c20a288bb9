import { html, Html } from '../../http/html.ts'
import { inLanguage, linkFor, type Reader } from '../../http/pages/reader.ts'
import type { House } from '../contract.ts'
import { pathOf } from './address.ts'
import { CHECK_STYLE } from './check-style.ts'
import { CHECK_WORDS as WORDS, SAID } from './check-words.ts'
import { whereabouts } from './words.ts'

// Not in a template: its text must be the very one that was hashed.
const STYLE_ELEMENT = new Html(`<style>${CHECK_STYLE}</style>`)
const SCRIPT = '/nha-van-hoa/kiem-tra.js'

interface CheckPage {
  reader: Reader
  /** The page's own address with its query. */
  url: string
  house: Pick<House, 'id' | 'name' | 'village' | 'commune'>
}

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Every sentence of the script, as attributes of the page. */
const said = ({ language }: Reader) =>
  Object.entries(SAID).map(([name, text]) => html` data-${new Html(kebab(name))}="${text[language]}"`)

function documentOf(reader: Reader, title: string, head: Html | string, main: Html) {
  return html`<!doctype html>
    <html lang="${reader.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Địa bàn</title>
        <link rel="icon" href="data:," />
        ${STYLE_ELEMENT} ${head}
      </head>
      <body>
        ${main}
      </body>
    </html>`.text
}

const start = ({ language }: Reader) =>
  html`<section id="start" hidden>
    <ol>
      <li>${WORDS.join[language]}</li>
      <li>${WORDS.press[language]}</li>
    </ol>
    <button id="measure" type="button">${WORDS.measure[language]}</button>
    <button id="unreachable" type="button" class="quiet">${WORDS.unreachable[language]}</button>
    <p class="soft small">${WORDS.unreachableHint[language]}</p>
    <p class="soft small">${WORDS.what[language]}</p>
  </section>`

function done(reader: Reader, house: CheckPage['house']) {
  const { language } = reader
  const fact = (id: 'result' | 'down' | 'up' | 'at') =>
    html`<dt>${WORDS[id][language]}</dt>
      <dd id="${id}"></dd>`
  return html`<section id="done" hidden tabindex="-1" aria-labelledby="done-title">
    <h2 id="done-title">${WORDS.done[language]}</h2>
    <dl>${fact('result')} ${fact('down')} ${fact('up')} ${fact('at')}</dl>
    <p class="soft small">${WORDS.what[language]}</p>
    <a href="${linkFor(reader, pathOf(house.id))}">${WORDS.page[language]}</a>
  </section>`
}

/** The page that the sheet on the wall opens. Its sentences stand in it; the script shows those that are due. */
export function checkPage({ reader, url, house }: CheckPage): string {
  const { language } = reader
  const other = language === 'vi' ? 'en' : 'vi'
  const main = html`<main id="check" data-house="${house.id}" ${said(reader)}>
    <div>
      <p class="soft">${WORDS.title[language]}</p>
      <h1>${house.name}</h1>
      <p class="soft">${whereabouts(house)}</p>
    </div>
    <noscript
      ><section><p>${WORDS.noScript[language]}</p></section></noscript
    >
    ${start(reader)}
    <section id="working" hidden><p id="say" role="status"></p></section>
    ${done(reader, house)}
    <section id="failed" hidden role="alert">
      <h2>${WORDS.failed[language]}</h2>
      <p id="why"></p>
      <button id="again" type="button">${WORDS.again[language]}</button>
    </section>
    <a lang="${other}" hreflang="${other}" href="${inLanguage(url, other)}"
      >${other === 'en' ? 'English' : 'Tiếng Việt'}</a
    >
  </main>`
  const script = html`<script type="module" src="${SCRIPT}"></script>`
  return documentOf(reader, `${WORDS.title[language]}: ${house.name}`, script, main)
}

/** What stands where the key is not the house's. */
export function wrongKeyPage(reader: Reader): string {
  const { language } = reader
  const main = html`<main>
    <h1>${WORDS.wrongKey[language]}</h1>
    <section><p>${WORDS.wrongKeyDetail[language]}</p></section>
    <a href="${linkFor(reader, '/')}">Địa bàn</a>
  </main>`
  return documentOf(reader, WORDS.wrongKey[language], '', main)
}
