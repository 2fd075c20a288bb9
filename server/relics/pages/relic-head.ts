import { html, type Html } from '../../http/html.ts'
import type { Reader } from '../../http/pages/reader.ts'
import type { Relic } from '../contract.ts'
import type { ShownExhibit } from '../exhibit-contract.ts'
import type { RelicPicture, ShownPicture } from '../picture-contract.ts'
import { alternates } from './frame.ts'
import { altOf } from './gallery.ts'
import { SHARED_PX, sized } from './picture-address.ts'
import { structuredData } from './structured-data.ts'

interface Headed {
  reader: Reader
  relic: Relic
  /** The public address of this program. */
  base: string
  /** The relic's permanent address, absolute. */
  address: string
  pictures: readonly ShownPicture[]
  exhibits: readonly ShownExhibit[]
}

/** The picture that a shared link shows; '' without one. */
export function shareImage(
  cover: RelicPicture | undefined,
  { base, reader }: Pick<Headed, 'base' | 'reader'>
) {
  if (!cover) return ''
  const { path, width, height } = sized(cover, SHARED_PX, 'jpg')
  return html`<meta property="og:image" content="${base + path}" />
    <meta property="og:image:type" content="image/jpeg" />
    <meta property="og:image:width" content="${width}" />
    <meta property="og:image:height" content="${height}" />
    <meta property="og:image:alt" content="${altOf(cover, reader.language).text}" />
    <meta name="twitter:card" content="summary_large_image" />`
}

function openGraph(content: Headed, description: string, cover: RelicPicture | undefined) {
  return html`<meta property="og:type" content="place" />
    <meta property="og:title" content="${content.relic.name}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${content.address}" />
    ${shareImage(cover, content)}`
}

/** What a relic's page says to machines: address, languages, what a shared link shows, schema.org, its pictures for viewers. */
export function headOf(content: Headed, description: string): Html {
  const { relic, reader, base, address } = content
  const here = content.pictures.filter(({ isHere }) => isHere)
  const sounds = content.exhibits.filter(({ kind, isHere }) => kind === 'audio' && isHere)
  const manifest = html`<link
    rel="alternate"
    type='application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'
    href="${address}/manifest.json"
  />`
  return html`${alternates(address, reader)} ${here.length + sounds.length > 0 ? manifest : ''}
  ${openGraph(content, description, here[0])}
  ${structuredData(relic, address, base, { pictures: here, sounds })}`
}
