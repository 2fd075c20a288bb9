import { html, Html } from '../../http/html.ts'
import type { Language } from '../../http/language.ts'
import { credit, goneFile, inWords } from '../../http/pages/credit.ts'
import type { Reader } from '../../http/pages/reader.ts'
import type { RelicPicture, ShownPicture } from '../picture-contract.ts'
import { PHONE_PX, sized, thumbnailOf } from './picture-address.ts'
import { PICTURE_WORDS as WORDS } from './picture-words.ts'

/** The cover is all of the first view that weighs: small on a phone, a column wide on a desk. */
const DESK_PX = 800
/** The others, for screens of two pixels to one. */
const SHARP_PX = 800

/** What it shows, in words, for whoever cannot see it. */
export const altOf = ({ altVi, altEn }: RelicPicture, language: Language) => inWords(altVi, altEn, language)

function caption(picture: RelicPicture, { language }: Reader) {
  const { captionVi, captionEn } = picture
  const said = captionVi === null ? null : inWords(captionVi, captionEn, language)
  return html`<figcaption>
    ${picture.kind === 'document' ? html`<span>${WORDS.document[language]}</span>` : ''}
    ${said ? html`<span lang="${said.lang}">${said.text}</span>` : ''} ${credit(picture, WORDS.by, language)}
  </figcaption>`
}

/** The link says nothing of its own: the picture in it does. */
const opened = ({ picture }: RelicPicture, content: Html) =>
  html`<a href="/api/media/${picture}">${content}</a>`

const missing = (picture: RelicPicture, { language }: Reader) => goneFile(altOf(picture, language), language)

function cover(picture: RelicPicture, { language }: Reader) {
  const small = sized(picture, PHONE_PX, 'webp')
  const large = sized(picture, DESK_PX, 'webp')
  const alt = altOf(picture, language)
  return opened(
    picture,
    html`<picture
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
        fetchpriority="high"
    /></picture>`
  )
}

function lazy(picture: RelicPicture, { language }: Reader) {
  const small = thumbnailOf(picture)
  const large = sized(picture, SHARP_PX, 'webp')
  const alt = altOf(picture, language)
  return opened(
    picture,
    html`<picture
      ><source
        type="image/webp"
        srcset="${small.path} ${small.width}w, ${large.path} ${large.width}w"
        sizes="(max-width: 760px) 45vw, 20rem" />
      <img
        src="${small.path}"
        width="${small.width}"
        height="${small.height}"
        alt="${alt.text}"
        lang="${alt.lang}"
        loading="lazy"
        decoding="async"
    /></picture>`
  )
}

/**
 * All but the cover. On a phone they are folded: a browser fetches pictures far below what is seen, and whoever only reads
 * would pay for them. Wider screens show them at once.
 */
function rest(others: readonly Html[], { language }: Reader) {
  if (others.length === 0) return ''
  return html`<details class="fold">
    <summary>${WORDS.more[language]} (${others.length})</summary>
    <div class="others">${others}</div>
  </details>`
}

/** The pictures of a relic: the cover, then the others. Nothing where there are none. */
export function gallery(pictures: readonly ShownPicture[], reader: Reader, manifest: string): Html | '' {
  const [first, ...others] = pictures
  if (!first) return ''
  const figure = (picture: ShownPicture, draw: typeof cover) =>
    html`<figure>
      ${picture.isHere ? draw(picture, reader) : missing(picture, reader)}${caption(picture, reader)}
    </figure>`
  return html`<section class="card block gallery">
    <h2>${WORDS.pictures[reader.language]}</h2>
    ${figure(first, cover)}
    ${rest(
      others.map((picture) => figure(picture, lazy)),
      reader
    )}
    <p class="small noprint"><a href="${manifest}">${WORDS.manifest[reader.language]}</a></p>
  </section>`
}
