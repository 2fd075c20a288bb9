import { html, type Html } from '../../http/html.ts'
import type { Language } from '../../http/language.ts'
import type { Collection } from '../collection.ts'
import { EXPORT_FORMATS, EXPORT_SRIDS, exportPath, type ExportFormat } from './contract.ts'

const WORDS = {
  vi: {
    title: 'Tải về thành tệp',
    format: 'Định dạng',
    system: 'Hệ tọa độ',
    commune: 'Mã xã (bỏ trống: tất cả)',
    day: 'Đúng vào ngày (bỏ trống: hôm nay)',
    get: 'Tải về',
    degrees: 'độ',
    axis: 'kinh tuyến trục',
    zone6: 'múi 6°, kinh tuyến trục',
    note: 'GeoJSON và KML luôn là WGS 84. Bảng CSV, Excel ghi tọa độ của điểm, hoặc của một điểm nằm trong hình.'
  },
  en: {
    title: 'Download as a file',
    format: 'Format',
    system: 'Coordinate system',
    commune: 'Commune code (empty: all)',
    day: 'As of the day (empty: today)',
    get: 'Download',
    degrees: 'degrees',
    axis: 'central meridian',
    zone6: '6° zone, central meridian',
    note: 'GeoJSON and KML are always WGS 84. CSV and Excel tables hold the point’s coordinates, or those of a point inside the shape.'
  }
} as const

const FORMAT_NAMES: Record<keyof typeof EXPORT_FORMATS, string> = {
  gpkg: 'GeoPackage (QGIS, ArcGIS)',
  geojson: 'GeoJSON',
  csv: 'CSV',
  xlsx: 'Excel (XLSX)',
  kml: 'KML (Google Earth)',
  fgb: 'FlatGeobuf',
  shp: 'Shapefile (ZIP)'
}

/** Central meridians of VN-2000's zones by their EPSG codes. */
const AXES: Readonly<Record<number, string>> = {
  5896: '102°00′',
  9205: '103°00′',
  9206: '104°00′',
  9207: '104°30′',
  9208: '104°45′',
  5897: '105°00′',
  9209: '105°30′',
  9210: '105°45′',
  9211: '106°00′',
  9212: '106°15′',
  9213: '106°30′',
  9214: '107°00′',
  9215: '107°15′',
  9216: '107°30′',
  5899: '107°45′',
  5898: '108°00′',
  9217: '108°15′',
  9218: '108°30′'
}
const WIDE_AXES: Readonly<Record<number, string>> = { 3405: '105°', 3406: '111°' }

/** "VN-2000, kinh tuyến trục 105°30′ (EPSG:9209)". */
function systemName(srid: number, language: Language) {
  const { axis, degrees, zone6 } = WORDS[language]
  const [narrow, wide] = [AXES[srid], WIDE_AXES[srid]]
  const zone = narrow ? `${axis} ${narrow}` : wide ? `${zone6} ${wide}` : degrees
  return `${srid === 4326 ? 'WGS 84' : 'VN-2000'}, ${zone} (EPSG:${srid})`
}

const option = (value: string, text: string) => html`<option value="${value}">${text}</option>`

function formats({ geometry }: Collection) {
  return Object.entries(EXPORT_FORMATS)
    .filter(([, format]: [string, ExportFormat]) => geometry !== null || !format.needsPlace)
    .map(([id]) => option(id, FORMAT_NAMES[id as keyof typeof FORMAT_NAMES]))
}

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
