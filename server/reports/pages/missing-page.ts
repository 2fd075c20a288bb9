import { html } from '../../http/html.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import { PATHS } from './address.ts'
import { pageOf } from './frame.ts'
import { WORDS } from './words.ts'

/** What stands where there is no public report: why, and where to go on. `detail`: the reason, in the reader's language. */
export function missingPage(reader: Reader, url: string, detail: string): string {
  const { language } = reader
  const title = WORDS.missing[language]
  const body = html`<div class="head"><h1>${title}</h1></div>
    <section class="card block">
      <p>${detail}</p>
      <p><a href="${linkFor(reader, `${PATHS.app}#cua-toi`)}">${WORDS.followLink[language]}</a></p>
      <p><a href="${linkFor(reader, PATHS.list)}">‹ ${WORDS.list[language]}</a></p>
    </section>`
  return pageOf({ reader, title, description: detail, url, body })
}
