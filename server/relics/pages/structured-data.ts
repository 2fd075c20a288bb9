import { Html } from '../../http/html.ts'
import { LICENCE_PAGES } from '../../http/pages/credit.ts'
import type { Relic } from '../contract.ts'
import type { ShownExhibit } from '../exhibit-contract.ts'
import { ringsOf } from '../ground.ts'
import type { RelicPicture } from '../picture-contract.ts'
import { PHONE_PX, SHARED_PX, sized } from './picture-address.ts'
import { areaName } from './words.ts'

/** Where it is; of a hidden place the box of its cell, south-west to north-east. */
export function geoOf({ place, isProtected, ground }: Pick<Relic, 'place' | 'isProtected' | 'ground'>) {
  if (!isProtected) return { '@type': 'GeoCoordinates', latitude: place.lat, longitude: place.lng }
  const corners = ground ? ringsOf(ground).flat() : []
  const side = (pick: typeof Math.min, axis: 0 | 1) => pick(...corners.map((corner) => corner[axis]))
  const box = [side(Math.min, 1), side(Math.min, 0), side(Math.max, 1), side(Math.max, 0)]
  return { '@type': 'GeoShape', box: box.join(' ') }
}

/** A picture with whom to name, which search engines show beside it. */
function imageOf(picture: RelicPicture, base: string) {
  const { author, licence, altVi, captionVi } = picture
  // Addresses that crawlers may read: those of the API are closed to them.
  const { path, width, height } = sized(picture, SHARED_PX, 'jpg')
  const page = LICENCE_PAGES[licence]?.replace('http:', 'https:')
  return {
    '@type': 'ImageObject',
    contentUrl: base + path,
    thumbnailUrl: base + sized(picture, PHONE_PX, 'webp').path,
    encodingFormat: 'image/jpeg',
    width,
    height,
    caption: captionVi ?? altVi,
    creditText: author,
    creator: { '@type': 'Person', name: author },
    ...(page ? { license: page } : { copyrightNotice: `© ${author}` })
  }
}

/** A sound with its transcript. */
function audioOf(sound: ShownExhibit, base: string) {
  const { author, licence, altVi, captionVi, transcriptVi, durationS, sizeBytes } = sound
  const page = LICENCE_PAGES[licence]?.replace('http:', 'https:')
  return {
    '@type': 'AudioObject',
    contentUrl: `${base}/api/media/${sound.file}`,
    encodingFormat: sound.mime,
    contentSize: String(sizeBytes),
    name: altVi,
    ...(captionVi !== null && { description: captionVi }),
    ...(durationS !== null && { duration: `PT${Math.round(durationS)}S` }),
    ...(transcriptVi !== null && { transcript: transcriptVi }),
    creator: { '@type': 'Person', name: author },
    ...(page ? { license: page } : { copyrightNotice: `© ${author}` })
  }
}

/**
 * A relic as schema.org describes landmarks, for search engines; `address`: its permanent address, absolute, below `base`. What nobody
 * has stated is left out. Nothing in it can end the element: `<` is written as an escape of JSON.
 */
export function structuredData(
  relic: Relic,
  address: string,
  base: string,
  { pictures, sounds }: { pictures: readonly RelicPicture[]; sounds: readonly ShownExhibit[] }
): Html {
  const { name, otherNames, kind, description, village, commune, manager } = relic
  const data = {
    '@context': 'https://schema.org',
    '@type': 'LandmarksOrHistoricalBuildings',
    '@id': address,
    url: address,
    name,
    ...(otherNames.length > 0 && { alternateName: otherNames }),
    ...(kind !== null && { additionalType: kind }),
    ...(description !== null && { description }),
    geo: geoOf(relic),
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'VN',
      ...(commune && { addressLocality: areaName(commune) }),
      ...(village && { streetAddress: areaName(village) })
    },
    ...(pictures.length > 0 && { image: pictures.map((picture) => imageOf(picture, base)) }),
    ...(sounds.length > 0 && { subjectOf: sounds.map((sound) => audioOf(sound, base)) }),
    ...(manager !== null && { maintainer: { '@type': 'Organization', name: manager } })
  }
  const text = JSON.stringify(data).replace(/</g, '\\u003c')
  return new Html(`<script type="application/ld+json">${text}</script>`)
}
