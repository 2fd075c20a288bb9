import { html, type Html } from '../../http/html.ts'
import type { Reader } from '../../http/pages/reader.ts'
import type { ShownExhibit } from '../exhibit-contract.ts'
import { credit, inWords } from './credit.ts'
import { EXHIBIT_WORDS as WORDS } from './exhibit-words.ts'

/** What is said below it: its caption, who made it, how it may be used. */
function caption(exhibit: ShownExhibit, { language }: Reader) {
  const { captionVi, captionEn } = exhibit
  const said = captionVi === null ? null : inWords(captionVi, captionEn, language)
  return html`<figcaption>
    ${said ? html`<span lang="${said.lang}">${said.text}</span>` : ''}
    ${credit(exhibit, WORDS.recordedBy, language)}
  </figcaption>`
}

const gone = ({ language }: Reader) => html`<p class="gone">${WORDS.gone[language]}</p>`

/** What is heard, as text: in the reader's language, and in Vietnamese where that is another. */
function transcript({ transcriptVi, transcriptEn }: ShownExhibit, { language }: Reader) {
  if (transcriptVi === null) return ''
  const { text, lang } = inWords(transcriptVi, transcriptEn, language)
  return html`<details class="card fold">
    <summary>${WORDS.transcript[language]}</summary>
    <div class="words block" lang="${lang}">${text}</div>
  </details>`
}

/** A sound that plays without script, with its transcript beside it. */
function sound(exhibit: ShownExhibit, reader: Reader) {
  const { language } = reader
  const alt = inWords(exhibit.altVi, exhibit.altEn, language)
  const address = `/api/media/${exhibit.file}`
  const player = html`<audio
    controls
    preload="none"
    src="${address}"
    aria-label="${alt.text}"
    lang="${alt.lang}"
  >
    <a href="${address}">${WORDS.noPlayer[language]}</a>
  </audio>`
  return html`<figure class="stack tight">
    <h3 lang="${alt.lang}">${alt.text}</h3>
    ${exhibit.isHere ? player : gone(reader)} ${transcript(exhibit, reader)} ${caption(exhibit, reader)}
  </figure>`
}

/** What of a relic is heard; nothing where there is nothing. */
export function exhibitSections(exhibits: readonly ShownExhibit[], reader: Reader): Html | '' {
  const sounds = exhibits.filter(({ kind }) => kind === 'audio')
  if (sounds.length === 0) return ''
  return html`<section class="card block exhibits" id="nghe">
    <h2>${WORDS.sounds[reader.language]}</h2>
    ${sounds.map((exhibit) => sound(exhibit, reader))}
  </section>`
}
