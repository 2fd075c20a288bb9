import type { Collection } from '../collections/collection.ts'
import { nameField, operatorField, technologiesField } from './collection-fields.ts'

export const operators: Collection = {
  id: 'operators',
  table: 'operator',
  title: { vi: 'Nhà mạng', en: 'Operators' },
  description: {
    vi: 'Nhà mạng được trông đợi có bản đồ phủ sóng tại xã, theo công nghệ và từ ngày.',
    en: 'Operators expected to deliver a coverage map, by technology and from a date.'
  },
  geometry: null,
  open: true,
  key: ['commune_code', 'name'],
  zoom: { min: 0, max: 0 },
  label: 'name',
  fields: [
    {
      name: 'commune_code',
      type: 'text',
      title: { vi: 'Mã xã', en: 'Commune code' },
      importable: false
    },
    {
      ...nameField({ vi: 'Tên', en: 'Name' }, 'nhà mạng', 'operator', 'tên nhà mạng', 'doanh nghiệp'),
      required: true,
      tile: false,
      namedIn: 'operators'
    },
    { ...technologiesField, tile: false }
  ]
}

export const coverageClaims: Collection = {
  id: 'coverage_claims',
  table: 'coverage_claim',
  title: { vi: 'Vùng phủ sóng di động', en: 'Mobile coverage claims' },
  description: {
    vi: 'Vùng mà nhà mạng tuyên bố có sóng, theo từng lần cung cấp bản đồ.',
    en: 'Areas in which an operator says that a technology works, by delivery.'
  },
  geometry: 'MultiPolygon',
  open: true,
  key: [],
  wide: true,
  delivered: true,
  zoom: { min: 5, max: 14 },
  drawnByTheme: true,
  fields: [
    operatorField,
    {
      name: 'technology',
      type: 'text',
      title: { vi: 'Công nghệ', en: 'Technology' },
      required: true,
      tile: true,
      aliases: ['technology', 'công nghệ', 'loại công nghệ', 'mạng', 'tech'],
      values: { '4G': ['4g', 'lte'], '5G': ['5g', 'nr'] }
    },
    {
      name: 'valid_from',
      type: 'date',
      title: { vi: 'Có hiệu lực từ ngày', en: 'Valid from' },
      required: true,
      aliases: ['valid from', 'từ ngày', 'ngày hiệu lực', 'hiệu lực từ', 'ngày bắt đầu', 'start date', 'ngày']
    },
    {
      name: 'resolution_m',
      type: 'number',
      title: { vi: 'Độ phân giải (m)', en: 'Resolution (m)' },
      min: 0,
      // A claim whose edge is less certain than this says nothing about a village; a larger number is another unit.
      max: 5000,
      aliases: ['resolution_m', 'độ phân giải', 'resolution']
    },
    {
      name: 'level',
      type: 'text',
      title: { vi: 'Mức tín hiệu', en: 'Signal level' },
      aliases: ['level', 'mức', 'mức tín hiệu']
    },
    {
      name: 'method',
      type: 'text',
      title: { vi: 'Phương pháp', en: 'Method' },
      aliases: ['method', 'phương pháp', 'cách xác định'],
      values: {
        declared: ['khai báo', 'tuyên bố'],
        model: ['mô hình', 'mô phỏng'],
        measured: ['đo', 'đo kiểm']
      }
    },
    { name: 'delivery_id', type: 'integer', title: { vi: 'Lần cung cấp', en: 'Delivery' }, importable: false }
  ]
}

export const cellSites: Collection = {
  id: 'cell_sites',
  table: 'cell_site',
  title: { vi: 'Trạm BTS', en: 'Cell sites' },
  description: { vi: 'Trạm thu phát sóng di động.', en: 'Mobile base stations.' },
  geometry: 'Point',
  open: true,
  key: ['commune_code', 'operator', 'ref'],
  samePlaceM: 1,
  zoom: { min: 8, max: 14 },
  label: 'name',
  toldApartBy: 'operator',
  managedBy: 'place.manage',
  photos: 'public',
  fields: [
    operatorField,
    technologiesField,
    nameField({ vi: 'Tên trạm', en: 'Name' }, 'tên trạm', 'mã trạm', 'site'),
    {
      name: 'height_m',
      type: 'number',
      title: { vi: 'Chiều cao (m)', en: 'Height (m)' },
      min: 0,
      aliases: ['height_m', 'chiều cao', 'cao', 'height']
    },
    {
      name: 'hardened',
      type: 'boolean',
      title: { vi: 'Kiên cố chống bão', en: 'Hardened against storms' },
      aliases: ['hardened', 'kiên cố', 'chống bão']
    }
  ]
}
