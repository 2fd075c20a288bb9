import { html, type Html } from '../../http/html.ts'
import type { Language } from '../../http/language.ts'
import { credit, goneFile, inWords } from '../../http/pages/credit.ts'
import { IIIF_PATH } from '../../media/contract.ts'
import type { HousePhoto } from '../house-photos.ts'
import { WORDS } from './words.ts'

/** A column wide on a screen of two pixels to one. */
const SHARP_PX = 800

/** The picture at most so wide, as IIIF writes it canonically. */
const sharpOf = ({ picture, width, height }: HousePhoto) =>
  width <= SHARP_PX
    ? { path: `/api/media/${picture}`, width }
    : {
        path: `${IIIF_PATH}/${picture}/full/${SHARP_PX},${Math.max(1, Math.round((height * SHARP_PX) / width))}/0/default.webp`,
        width: SHARP_PX
      }

function image(photo: HousePhoto, alt: ReturnType<typeof inWords>) {
  const { picture, thumbnail, thumbWidth, thumbHeight } = photo
  const sharp = sharpOf(photo)
  return html`<a href="/api/media/${picture}"
    ><img
      src="/api/media/${thumbnail}"
      srcset="/api/media/${thumbnail} ${thumbWidth}w, ${sharp.path} ${sharp.width}w"
      sizes="(max-width: 760px) 90vw, 24rem"
      width="${thumbWidth}"
      height="${thumbHeight}"
      alt="${alt.text}"
      lang="${alt.lang}"
      loading="lazy"
      decoding="async"
  /></a>`
}

function figure(photo: HousePhoto, language: Language) {
  const alt = inWords(photo.altVi, photo.altEn, language)
  const said = photo.captionVi === null ? null : inWords(photo.captionVi, photo.captionEn, language)
  return html`<figure>
    ${photo.isHere ? image(photo, alt) : goneFile(alt, language)}
    <figcaption>
      ${said ? html`<span lang="${said.lang}">${said.text}</span>` : ''}
      ${credit(photo, WORDS.photoBy, language)}
    </figcaption>
  </figure>`
}

/** The photos of a house: the first one whole, then the others. Nothing where there are none. */
export function photosSection(photos: readonly HousePhoto[], language: Language): Html | '' {
  const [first, ...others] = photos
  if (!first) return ''
  return html`<section class="card block gallery">
    <h2>${WORDS.photos[language]}</h2>
    ${figure(first, language)}
    ${others.length === 0 ? '' : html`<div class="others">${others.map((photo) => figure(photo, language))}</div>`}
  </section>`
}
