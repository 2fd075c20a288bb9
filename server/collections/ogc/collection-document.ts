import type { Language } from '../../http/language.ts'
import type { Collection, Field } from '../collection.ts'
import type { Extent } from '../extents.ts'
import { exportForm } from '../export/form.ts'
import { isDrawn } from '../tiles/drawing.ts'
import { GEOJSON, HTML, JSON_TYPE, type Asked, type Link } from './document.ts'
import { itemFields } from './filter.ts'
import { html, type Html } from '../../http/html.ts'
import { pageLink } from './page.ts'
import { TEXTS } from './texts.ts'

export const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'
const GREGORIAN = 'http://www.opengis.net/def/uom/ISO-8601/0/Gregorian'
export const TILESETS_VECTOR = 'http://www.opengis.net/def/rel/ogc/1.0/tilesets-vector'

const startOf = (day: string | null) => day && `${day}T00:00:00+07:00`

function extentDocument({ bbox, from, to }: Extent) {
  return {
    ...(bbox ? { spatial: { bbox: [bbox], crs: CRS84 } } : {}),
    temporal: { interval: [[startOf(from), startOf(to)]], trs: GREGORIAN }
  }
}

/** Ways from a collection to its items and tiles. */
export function contentLinks(collection: Collection, { base, language }: Asked): Link[] {
  const at = `${base}/collections/${collection.id}`
  const title = `${TEXTS.items[language]}: ${collection.title[language]}`
  return [
    { rel: 'items', type: GEOJSON, title, href: `${at}/items` },
    { rel: 'items', type: HTML, title, href: `${at}/items?f=html` },
    ...(isDrawn(collection)
      ? [{ rel: TILESETS_VECTOR, type: JSON_TYPE, title: TEXTS.tiles[language], href: `${at}/tiles` }]
      : [])
  ]
}

/** A collection as OGC API Features describes it, with all its links. */
export function collectionDocument(collection: Collection, extent: Extent, asked: Asked, links: Link[]) {
  const { id, title, description, geometry, zoom } = collection
  return {
    id,
    title: title[asked.language],
    description: description[asked.language],
    itemType: 'feature',
    ...(geometry === null ? {} : { crs: [CRS84], storageCrs: CRS84 }),
    ...(isDrawn(collection) ? { dataType: 'vector', minzoom: zoom.min, maxzoom: zoom.max } : {}),
    extent: extentDocument(extent),
    links
  }
}

/** Links of a collection within the list of collections. */
export function listedLinks(collection: Collection, asked: Asked): Link[] {
  const { base, language } = asked
  const href = `${base}/collections/${collection.id}`
  const title = collection.title[language]
  return [
    { rel: 'self', type: JSON_TYPE, title, href },
    { rel: 'alternate', type: HTML, title, href: `${href}?f=html` },
    ...contentLinks(collection, asked)
  ]
}

const degrees = (value: number) => value.toFixed(4)

function fieldRow(field: Field, language: Language) {
  const meaning = field.required
    ? `${field.title[language]} (${TEXTS.required[language]})`
    : field.title[language]
  const values = Object.keys(field.values ?? {}).join(', ')
  return html`<tr>
    <th scope="row"><code>${field.name}</code></th>
    <td>${meaning}</td>
    <td>${values || field.type}</td>
  </tr>`
}

/** A collection as a page: what it is, where, its properties, the ways to items and tiles. */
export function collectionPage(collection: Collection, { bbox }: Extent, { base, language }: Asked): Html {
  const at = `${base}/collections/${collection.id}`
  const tiles = isDrawn(collection)
    ? html`<li><a href="${pageLink(`${at}/tiles`, language)}">${TEXTS.tiles[language]}</a></li>
        <li><a href="${at}/tiles/WebMercatorQuad/tilejson">${TEXTS.tileJson[language]}</a></li>`
    : ''
  return html`<p>${collection.description[language]}</p>
    <p class="quiet">
      ${TEXTS.geometry[language]}: ${collection.geometry ?? TEXTS.noGeometry[language]} ·
      ${TEXTS.extent[language]}: ${bbox ? bbox.map(degrees).join(' · ') : TEXTS.noExtent[language]}
    </p>
    <ul>
      <li>
        <a href="${pageLink(`${at}/items`, language)}">${TEXTS.items[language]}</a> ·
        <a href="${at}/items?f=json">GeoJSON</a>
      </li>
      ${tiles}
    </ul>
    ${exportForm(collection, base.replace(/\/ogc$/, ''), language)}
    <h2>${TEXTS.properties[language]}</h2>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">${TEXTS.property[language]}</th>
            <th scope="col">${TEXTS.meaning[language]}</th>
            <th scope="col">${TEXTS.type[language]}</th>
          </tr>
        </thead>
        <tbody>
          ${itemFields(collection).map((field) => fieldRow(field, language))}
        </tbody>
      </table>
    </div>`
}
