import type { Language } from '../../http/language.ts'
import type { Collection } from '../collection.ts'
import {
  EXPORT_FORMATS,
  EXPORT_SRIDS,
  type ExportChoices,
  type ExportFormat,
  type ExportFormatId
} from './contract.ts'

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

const ZONES = {
  vi: { degrees: 'độ', axis: 'kinh tuyến trục', zone6: 'múi 6°, kinh tuyến trục' },
  en: { degrees: 'degrees', axis: 'central meridian', zone6: '6° zone, central meridian' }
} as const

/** "VN-2000, kinh tuyến trục 105°30′ (EPSG:9209)". */
export function systemName(srid: number, language: Language) {
  const { axis, degrees, zone6 } = ZONES[language]
  const [narrow, wide] = [AXES[srid], WIDE_AXES[srid]]
  const zone = narrow ? `${axis} ${narrow}` : wide ? `${zone6} ${wide}` : degrees
  return `${srid === 4326 ? 'WGS 84' : 'VN-2000'}, ${zone} (EPSG:${srid})`
}

/** The formats that can hold a collection, by name. */
export const formatsFor = ({ geometry }: Pick<Collection, 'geometry'>) =>
  Object.entries(EXPORT_FORMATS)
    .filter(([, format]: [string, ExportFormat]) => geometry !== null || !format.needsPlace)
    // Keys of the list of formats.
    .map(([id]) => ({ id: id as ExportFormatId, title: FORMAT_NAMES[id as ExportFormatId] }))

/** Formats and coordinate systems by name, in the order in which they are offered. */
export function exportChoices(): Pick<ExportChoices, 'formats' | 'systems'> {
  const formats = Object.entries(EXPORT_FORMATS).map(([id, format]: [string, ExportFormat]) => ({
    id,
    // Keys of the list of formats.
    title: FORMAT_NAMES[id as ExportFormatId],
    onlyDegrees: format.onlyDegrees ?? false,
    needsPlace: format.needsPlace ?? false
  }))
  const systems = EXPORT_SRIDS.map((srid) => ({
    srid,
    title: { vi: systemName(srid, 'vi'), en: systemName(srid, 'en') }
  }))
  return { formats, systems }
}
