import { html } from '../../http/html.ts'
import type { Bilingual } from '../../http/language.ts'
import { LICENCE_NAMES, LICENCE_PAGES } from '../../http/pages/credit.ts'
import type { NamedArea, Relic } from '../contract.ts'
import type { ShownExhibit } from '../exhibit-contract.ts'
import type { RelicPicture } from '../picture-contract.ts'
import { SHARED_PX, sized, thumbnailOf } from './picture-address.ts'
import { IIIF_PATH } from '../../media/contract.ts'
import { areaName, kindText, rankText, whereabouts, WORDS } from './words.ts'

/**
 * Plain text where viewers may meet markup (summaries, values of metadata and statements): what begins with < and ends with >
 * is HTML to them, so that such a text goes as HTML that says it.
 */
function plain(text: string) {
  const looksLikeHtml = /^\s*<[^]*>\s*$/.test(text)
  return looksLikeHtml ? html`<span>${text}</span>`.text : text
}

/** A text of ours in both languages, as IIIF's language maps write it. */
const both = ({ vi, en }: Bilingual) => ({ vi: [vi], en: [en] })
const said = (vi: string, en: string | null) => ({ vi: [vi], ...(en !== null && { en: [en] }) })
const summary = (vi: string, en: string | null) => said(plain(vi), en === null ? null : plain(en))

const creditOf = ({ author, licence }: Pick<RelicPicture, 'author' | 'licence'>): Bilingual => ({
  vi: `${author} · ${LICENCE_NAMES[licence].vi}`,
  en: `${author} · ${LICENCE_NAMES[licence].en}`
})
const statement = (credits: readonly Bilingual[]) => ({
  requiredStatement: {
    label: { vi: ['Tác giả và giấy phép'], en: ['Author and licence'] },
    value: { vi: credits.map(({ vi }) => plain(vi)), en: credits.map(({ en }) => plain(en)) }
  }
})

/** Where it is on a map; of a hidden place its cell, as everywhere. */
function navPlace(relic: Relic, id: string) {
  const { place, ground, name } = relic
  const geometry = ground ?? { type: 'Point', coordinates: [place.lng, place.lat] }
  const feature = { id: `${id}#place`, type: 'Feature', properties: { label: { vi: [name] } }, geometry }
  return { id: `${id}#places`, type: 'FeatureCollection', features: [feature] }
}

const file = (base: string, { path, width, height }: ReturnType<typeof sized>, format: string) => ({
  id: base + path,
  type: 'Image',
  format,
  width,
  height
})

/** One picture on a canvas of its size, with its own author and licence. */
function canvasOf(base: string, manifest: string, picture: RelicPicture, number: number) {
  const id = `${manifest}/canvas/${number}`
  const { width, height, captionVi, captionEn, altVi, altEn, licence } = picture
  const rights = LICENCE_PAGES[licence]
  const service = { id: `${base}${IIIF_PATH}/${picture.picture}`, type: 'ImageService3', profile: 'level1' }
  const body = { ...file(base, sized(picture, SHARED_PX, 'jpg'), 'image/jpeg'), service: [service] }
  const painting = { id: `${id}/image`, type: 'Annotation', motivation: 'painting', body, target: id }
  return {
    id,
    type: 'Canvas',
    label: said(altVi, altEn),
    ...(captionVi !== null && { summary: summary(captionVi, captionEn) }),
    ...(rights && { rights }),
    ...statement([creditOf(picture)]),
    height,
    width,
    thumbnail: [{ ...file(base, thumbnailOf(picture), 'image/webp') }],
    items: [{ id: `${id}/page`, type: 'AnnotationPage', items: [painting] }]
  }
}

/** One sound on a canvas that lasts as long; viewers ask how long first, so one that does not tell has none. */
function soundCanvasOf(base: string, manifest: string, sound: ShownExhibit) {
  const { altVi, altEn, captionVi, captionEn, licence, durationS, file: name, mime } = sound
  if (durationS === null) return []
  const id = `${manifest}/canvas/${name}`
  const rights = LICENCE_PAGES[licence]
  const body = { id: `${base}/api/media/${name}`, type: 'Sound', format: mime, duration: durationS }
  const painting = { id: `${id}/sound`, type: 'Annotation', motivation: 'painting', body, target: id }
  return [
    {
      id,
      type: 'Canvas',
      label: said(altVi, altEn),
      ...(captionVi !== null && { summary: summary(captionVi, captionEn) }),
      ...(rights && { rights }),
      ...statement([creditOf(sound)]),
      duration: durationS,
      items: [{ id: `${id}/page`, type: 'AnnotationPage', items: [painting] }]
    }
  ]
}

/** What stands where there is nothing to see or hear yet: a manifest has a canvas at least. */
const emptyCanvas = (manifest: string) => ({
  id: `${manifest}/canvas/0`,
  type: 'Canvas',
  label: both(WORDS.noMedia),
  height: SHARED_PX,
  width: SHARED_PX
})

/** The culture office that answers for the page; the commune where nobody is named. */
function providerOf(base: string, manager: string | null, commune: NamedArea | null) {
  const name = manager ?? (commune && areaName(commune)) ?? 'Địa bàn'
  return {
    id: `${base}/di-tich`,
    type: 'Agent',
    label: { vi: [name] },
    homepage: [{ id: `${base}/di-tich`, type: 'Text', label: both(WORDS.list), format: 'text/html' }]
  }
}

function metadataOf(relic: Relic) {
  const row = (label: Bilingual, vi: string | null | undefined, en: string | null = null) =>
    vi ? [{ label: both(label), value: summary(vi, en) }] : []
  return [
    ...row(WORDS.rank, rankText(relic.rank, 'vi'), rankText(relic.rank, 'en')),
    ...row(WORDS.kind, relic.kind, relic.kind && kindText(relic.kind, 'en')),
    ...row(WORDS.period, relic.period),
    ...row(WORDS.where, whereabouts(relic))
  ]
}

const onlyOne = (list: readonly (string | undefined)[]) => (new Set(list).size === 1 ? list[0] : undefined)

const summaryOf = (relic: Relic): Bilingual => ({
  vi: relic.description ?? [rankText(relic.rank, 'vi'), whereabouts(relic)].filter(Boolean).join(' · '),
  en: relic.descriptionEn ?? [rankText(relic.rank, 'en'), whereabouts(relic)].filter(Boolean).join(' · ')
})

/**
 * All pictures and sounds of a relic for viewers: a manifest of the IIIF Presentation API 3 with navPlace. `base`: the public address
 * of this program; `address`: of the relic's page. `rights` of the whole only where all have the same.
 */
export function manifestOf(
  relic: Relic,
  { pictures, sounds }: { pictures: readonly RelicPicture[]; sounds: readonly ShownExhibit[] },
  base: string,
  address: string
) {
  const id = `${address}/manifest.json`
  const all = [...pictures, ...sounds]
  const rights = onlyOne(all.map(({ licence }) => LICENCE_PAGES[licence]))
  const credits = [...new Map(all.map(creditOf).map((credit) => [credit.vi, credit])).values()]
  const canvases = [
    ...pictures.map((picture, index) => canvasOf(base, id, picture, index + 1)),
    ...sounds.flatMap((sound) => soundCanvasOf(base, id, sound))
  ]
  const [cover] = pictures
  const text = summaryOf(relic)
  return {
    '@context': [
      'http://iiif.io/api/extension/navplace/context.json',
      'http://iiif.io/api/presentation/3/context.json'
    ],
    id,
    type: 'Manifest',
    label: { vi: [relic.name] },
    summary: summary(text.vi, text.en),
    metadata: metadataOf(relic),
    ...(rights && { rights }),
    ...(credits.length > 0 && statement(credits)),
    provider: [providerOf(base, relic.manager, relic.commune)],
    homepage: [{ id: address, type: 'Text', label: { vi: [relic.name] }, format: 'text/html' }],
    ...(cover && { thumbnail: [file(base, thumbnailOf(cover), 'image/webp')] }),
    navPlace: navPlace(relic, id),
    items: canvases.length > 0 ? canvases : [emptyCanvas(id)]
  }
}
