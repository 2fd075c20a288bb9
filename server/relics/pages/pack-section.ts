import { html, Html } from '../../http/html.ts'
import type { Reader } from '../../http/pages/reader.ts'
import { PACK_SAID, PACK_WORDS as WORDS } from './pack-words.ts'
import { tourPathOf } from './tour-text.ts'

const SCRIPT = '/di-tich/tuyen.js'

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** Every sentence of the script, as attributes. */
const said = ({ language }: Reader) =>
  Object.entries(PACK_SAID).map(([name, text]) => html` data-${new Html(kebab(name))}="${text[language]}"`)

/** Where what a pack holds is read, in the language of the page. */
const packPath = (slug: string, { language }: Reader) => `${tourPathOf(slug)}/goi.json?lang=${language}`

/** Taking a tour offline: shown by its script alone, since nothing of it works without. */
export function packSection(slug: string, reader: Reader): Html {
  const { language } = reader
  return html`<section
      class="card block noprint"
      id="pack"
      hidden
      aria-labelledby="pack-title"
      data-tour="${slug}"
      data-pack="${packPath(slug, reader)}"
      ${said(reader)}
    >
      <h2 id="pack-title">${WORDS.title[language]}</h2>
      <p id="pack-say" role="status"></p>
      <progress id="pack-progress" max="100" value="0" hidden aria-labelledby="pack-say"></progress>
      <p class="go">
        <button id="pack-save" type="button" hidden></button>
        <button id="pack-cancel" type="button" class="quiet" hidden>${WORDS.cancel[language]}</button>
        <button id="pack-remove" type="button" class="quiet" hidden>${WORDS.remove[language]}</button>
      </p>
    </section>
    <script type="module" src="${SCRIPT}"></script>`
}
