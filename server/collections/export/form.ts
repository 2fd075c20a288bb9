import { html, type Html } from '../../http/html.ts'
import type { Language } from '../../http/language.ts'
import type { Collection } from '../collection.ts'
import { EXPORT_SRIDS, exportPath } from './contract.ts'
import { formatsFor, systemName } from './names.ts'

const WORDS = {
  vi: {
    title: 'Tải về thành tệp',
    format: 'Định dạng',
    system: 'Hệ tọa độ',
    commune: 'Mã xã (bỏ trống: tất cả)',
    day: 'Đúng vào ngày (bỏ trống: hôm nay)',
    get: 'Tải về',
    note: 'GeoJSON và KML luôn là WGS 84. Bảng CSV, Excel ghi tọa độ của điểm, hoặc của một điểm nằm trong hình.'
  },
  en: {
    title: 'Download as a file',
    format: 'Format',
    system: 'Coordinate system',
    commune: 'Commune code (empty: all)',
    day: 'As of the day (empty: today)',
    get: 'Download',
    note: 'GeoJSON and KML are always WGS 84. CSV and Excel tables hold the point’s coordinates, or those of a point inside the shape.'
  }
} as const

const option = (value: string, text: string) => html`<option value="${value}">${text}</option>`

const formats = (collection: Collection) => formatsFor(collection).map(({ id, title }) => option(id, title))

/** A form that asks for a collection as a file, whole without script; `root`: where the program is. */
export function exportForm(collection: Collection, root: string, language: Language): Html {
  const words = WORDS[language]
  const systems = EXPORT_SRIDS.map((srid) => option(String(srid), systemName(srid, language)))
  return html`<h2 id="export">${words.title}</h2>
    <form class="export" method="get" action="${root}${exportPath(collection.id)}" aria-labelledby="export">
      <input type="hidden" name="lang" value="${language}" />
      <label
        >${words.format}<select name="f">
          ${formats(collection)}
        </select></label
      >
      ${
        collection.geometry === null
          ? ''
          : html`<label
              >${words.system}<select name="crs">
                ${systems}
              </select></label
            >`
      }
      ${collection.geometry === null ? '' : html`<label>${words.commune}<input name="commune" inputmode="numeric" pattern="[0-9]{5}" maxlength="5" /></label>`}
      <label>${words.day}<input name="asOf" type="date" /></label>
      <button>${words.get}</button>
    </form>
    <p class="quiet">${words.note}</p>`
}
