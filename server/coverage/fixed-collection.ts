import type { Collection } from '../collections/collection.ts'
import { nameField, operatorField, providerField } from './collection-fields.ts'

export const fibreLines: Collection = {
  id: 'fibre_lines',
  table: 'fibre_line',
  title: { vi: 'Tuyến cáp quang', en: 'Fibre lines' },
  description: { vi: 'Tuyến cáp quang của các doanh nghiệp viễn thông.', en: 'Fibre cable routes.' },
  geometry: 'MultiLineString',
  open: true,
  key: ['commune_code', 'operator', 'ref'],
  samePlaceM: 1,
  wide: true,
  zoom: { min: 8, max: 14 },
  label: 'name',
  filledBy: 'place.manage',
  fields: [operatorField, nameField({ vi: 'Tên tuyến', en: 'Name' }, 'tên tuyến', 'tuyến')]
}

export const fixedServices: Collection = {
  id: 'fixed_services',
  table: 'fixed_service',
  title: { vi: 'Vùng cung cấp băng rộng cố định', en: 'Fixed broadband areas' },
  description: {
    vi: 'Vùng mà nhà cung cấp có thể đấu nối trong 10 ngày làm việc với giá thông thường, theo tốc độ.',
    en: 'Areas in which a provider can connect within 10 working days at the standard fee, by rate.'
  },
  geometry: 'MultiPolygon',
  open: true,
  key: ['commune_code', 'provider', 'ref'],
  samePlaceM: 1,
  wide: true,
  zoom: { min: 8, max: 14 },
  filledBy: 'place.manage',
  fields: [
    { ...providerField('operator', 'doanh nghiệp'), required: true, tile: true },
    {
      name: 'down_mbps',
      type: 'number',
      title: { vi: 'Tốc độ tải xuống (Mbit/s)', en: 'Download rate (Mbit/s)' },
      required: true,
      min: 0.001,
      tile: true,
      aliases: ['down_mbps', 'tốc độ', 'tốc độ tải xuống', 'mbps', 'download']
    },
    {
      name: 'technology',
      type: 'text',
      title: { vi: 'Công nghệ', en: 'Technology' },
      tile: true,
      aliases: ['technology', 'công nghệ', 'tech']
    }
  ]
}
