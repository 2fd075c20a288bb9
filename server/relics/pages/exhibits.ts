import { html, type Html } from '../../http/html.ts'
import type { Bilingual, Language } from '../../http/language.ts'
import { credit, inWords } from '../../http/pages/credit.ts'
import { numberText } from '../../http/pages/texts.ts'
import { columnsOf, type ExhibitKind } from '../../media/contract.ts'
import { PHONE_PX, sized } from './picture-address.ts'
import type { Reader } from '../../http/pages/reader.ts'
import type { ShownExhibit } from '../exhibit-contract.ts'
import { EXHIBIT_WORDS as WORDS } from './exhibit-words.ts'

/** How wide a poster is on a desk. */
const DESK_PX = 960

const BY = { audio: WORDS.recordedBy, panorama: WORDS.by, model: WORDS.modelBy } as const

/** What is said below it: its caption, who made it, how it may be used. */
function caption(exhibit: ShownExhibit, { language }: Reader) {
  const { captionVi, captionEn } = exhibit
  const said = captionVi === null ? null : inWords(captionVi, captionEn, language)
  return html`<figcaption>
    ${said ? html`<span lang="${said.lang}">${said.text}</span>` : ''}
    ${credit(exhibit, BY[exhibit.kind], language)}
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

type Turned = ShownExhibit & { poster: NonNullable<ShownExhibit['poster']> }

/** The picture that stands there until the viewer takes its place; without script all there is of a panorama. */
function posterOf({ poster, altVi, altEn }: Turned, { language }: Reader) {
  const alt = inWords(altVi, altEn, language)
  const small = sized(poster, PHONE_PX, 'webp')
  const large = sized(poster, DESK_PX, 'webp')
  return html`<a href="/api/media/${poster.picture}"
    ><picture
      ><source
        media="(max-width: 760px)"
        type="image/webp"
        srcset="${small.path}"
        width="${small.width}"
        height="${small.height}" />
      <img
        src="${large.path}"
        width="${large.width}"
        height="${large.height}"
        alt="${alt.text}"
        lang="${alt.lang}"
        loading="lazy"
        decoding="async" /></picture
  ></a>`
}

const megabytes = (bytes: number, language: Language) =>
  `${numberText(Math.max(bytes / 1e6, 0.1), language, 1)} MB`

/** What a script opens in the poster's place: hidden until there is one. */
function viewButton({ kind, file, width, poster, altVi, altEn }: Turned, { language }: Reader) {
  const tiles = width === null ? '' : String(columnsOf(width))
  return html`<button
    type="button"
    hidden
    data-view="${kind}"
    data-file="${file}"
    data-width="${width ?? ''}"
    data-columns="${tiles}"
    data-poster="${poster.picture}"
    data-name="${inWords(altVi, altEn, language).text}"
    data-lang="${language}"
  >
    ${(kind === 'model' ? WORDS.openModel : WORDS.openPanorama)[language]}
  </button>`
}

function turned(exhibit: Turned, reader: Reader) {
  const { language } = reader
  const alt = inWords(exhibit.altVi, exhibit.altEn, language)
  const download = html`<a href="/api/media/${exhibit.file}" download
    >${WORDS.download[language]} (.glb, ${megabytes(exhibit.sizeBytes, language)})</a
  >`
  return html`<figure class="stack tight">
    <h3 lang="${alt.lang}">${alt.text}</h3>
    <div class="stage">${posterOf(exhibit, reader)}</div>
    ${
      exhibit.isHere
        ? html`<p class="noprint">
              ${viewButton(exhibit, reader)} ${exhibit.kind === 'model' ? download : ''}
            </p>
            <p
              class="small soft"
              role="status"
              data-loading="${WORDS.loading[language]}"
              data-failed="${WORDS.failed[language]}"
            ></p>`
        : gone(reader)
    }
    ${caption(exhibit, reader)}
  </figure>`
}

const isTurned = (exhibit: ShownExhibit): exhibit is Turned =>
  exhibit.kind !== 'audio' && exhibit.poster !== null

function section(id: string, title: Bilingual, figures: readonly Html[], { language }: Reader) {
  if (figures.length === 0) return ''
  return html`<section class="card block exhibits" id="${id}">
    <h2>${title[language]}</h2>
    ${figures}
  </section>`
}

/** What of a relic is heard; nothing where there is nothing. */
export function soundSection(exhibits: readonly ShownExhibit[], reader: Reader): Html | '' {
  const sounds = exhibits.filter(({ kind }) => kind === 'audio')
  return section(
    'nghe',
    WORDS.sounds,
    sounds.map((one) => sound(one, reader)),
    reader
  )
}

/** What of a relic is turned, with the script that does it; nothing where there is nothing. */
export function viewSections(exhibits: readonly ShownExhibit[], reader: Reader): Html | '' {
  const views = exhibits.filter(isTurned)
  const of = (kind: ExhibitKind) => views.filter((one) => one.kind === kind).map((one) => turned(one, reader))
  return html`${section('toan-canh', WORDS.panoramas, of('panorama'), reader)}
  ${section('mo-hinh', WORDS.models, of('model'), reader)}
  ${views.length > 0 ? html`<script type="module" src="/di-tich/xem.js"></script>` : ''}`
}
