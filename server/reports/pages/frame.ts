import { html, type Html } from '../../http/html.ts'
import { documentOf, type Section } from '../../http/pages/frame.ts'
import { linkFor, type Reader } from '../../http/pages/reader.ts'
import { PATHS } from './address.ts'
import { WORDS } from './words.ts'

const SECTION: Section = {
  name: WORDS.pages,
  links: [
    { path: PATHS.list, name: WORDS.toList },
    { path: PATHS.results, name: WORDS.resultsShort },
    { path: PATHS.app, name: WORDS.send },
    {
      path: '/?layers=reports,communes,villages,village_names,land_uses,waterways,roads,buildings',
      name: WORDS.map
    }
  ]
}

/** What every page about reports says of itself. */
export interface Framed {
  reader: Reader
  title: string
  description: string
  /** The page's own address with its query; the link to the other language keeps it. */
  url: string
  current?: 'list' | 'results'
  body: Html
}

const footer = (reader: Reader) =>
  html`<p>${WORDS.privacy[reader.language]}</p>
    <p>
      <a href="${linkFor(reader, `${PATHS.app}#quyen-rieng-tu`)}">${WORDS.privacyLink[reader.language]}</a> ·
      <a href="${linkFor(reader, `${PATHS.app}#huong-dan`)}">${WORDS.help[reader.language]}</a>
    </p>`

/** A whole page about reports. What is put in is escaped unless it is `Html`. */
export function pageOf({ current, ...framed }: Framed): string {
  const at = current === undefined ? {} : { current: PATHS[current] }
  return documentOf(SECTION, { ...framed, ...at, footer: footer(framed.reader) })
}
