import { importFields, type Collection, type Field, type Registry } from '../collection.ts'
import type { Language } from '../../http/language.ts'
import type { GeometryType, Localized } from '../contract.ts'
import { USAGE } from './arguments.ts'

const HEADING: Localized = {
  vi: 'Loại dữ liệu và các trường mà tệp có thể điền (* bắt buộc):',
  en: 'Collections, and the fields that a file can fill (* required):'
}

const NUMBERS: Localized = {
  vi: 'Số dòng trong báo cáo (và «row» của --json): với CSV, XLSX, ODS là số mà bảng tính hiện ở lề trái, tính cả dòng tiêu đề; với tệp khác là thứ tự trong tệp, từ 1.',
  en: 'Row numbers in reports (and “row” of --json): of CSV, XLSX and ODS the number that a spreadsheet shows at the left, the header counted; of other files the order in the file, from 1.'
}

const SHAPES: Record<GeometryType, Localized> = {
  Point: { vi: 'điểm', en: 'points' },
  MultiLineString: { vi: 'đường', en: 'lines' },
  MultiPolygon: { vi: 'vùng', en: 'areas' },
  Geometry: { vi: 'điểm, đường hoặc vùng', en: 'points, lines or areas' }
}
const SHAPELESS: Localized = { vi: 'bảng không có hình', en: 'a table without shapes' }

function fieldText(field: Field, language: Language): string {
  const values = field.values ? ` [${Object.keys(field.values).join('|')}]` : ''
  return `      ${field.name}${field.required ? '*' : ''}: ${field.title[language]}${values}`
}

/** A collection with the fields that a file can fill, a line each. */
export function collectionText(collection: Collection, language: Language): string {
  const shape = collection.geometry ? SHAPES[collection.geometry] : SHAPELESS
  const fields = importFields(collection).map((field) => fieldText(field, language))
  return [`  ${collection.id}: ${collection.title[language]} (${shape[language]})`, ...fields].join('\n')
}

/** What `--help` prints: the usage, then every collection that files can fill, with its fields, as the registry declares them. */
export function helpText(registry: Registry, language: Language): string {
  const collections = registry.importable.map((collection) => collectionText(collection, language))
  return [USAGE[language], '', NUMBERS[language], '', HEADING[language], ...collections].join('\n')
}
