import type { Collection } from '../collections/collection.ts'

export const relics: Collection = {
  id: 'relics',
  table: 'relic',
  title: { vi: 'Di tích', en: 'Relics' },
  description: {
    vi: 'Di tích lịch sử, văn hóa, danh lam thắng cảnh.',
    en: 'Monuments, pagodas, tombs and landscapes.'
  },
  geometry: 'Geometry',
  open: true,
  key: ['commune_code', 'ref'],
  samePlaceM: 1,
  zoom: { min: 8, max: 14 },
  label: 'name',
  fields: [
    {
      name: 'name',
      type: 'text',
      title: { vi: 'Tên', en: 'Name' },
      required: true,
      tile: true,
      aliases: ['name', 'tên', 'tên di tích', 'di tích']
    },
    {
      name: 'rank',
      type: 'text',
      title: { vi: 'Xếp hạng', en: 'Rank' },
      tile: true,
      aliases: ['rank', 'xếp hạng', 'cấp xếp hạng', 'cấp', 'hạng'],
      values: {
        special_national: ['quốc gia đặc biệt', 'đặc biệt'],
        national: ['quốc gia', 'cấp quốc gia'],
        provincial: ['tỉnh', 'cấp tỉnh', 'thành phố', 'cấp thành phố'],
        inventory: ['kiểm kê', 'trong danh mục kiểm kê', 'chưa xếp hạng']
      }
    },
    {
      name: 'kind',
      type: 'text',
      title: { vi: 'Loại hình', en: 'Kind' },
      tile: true,
      aliases: ['kind', 'loại', 'loại hình', 'loại di tích']
    },
    {
      name: 'decision_number',
      type: 'text',
      title: { vi: 'Số quyết định', en: 'Decision number' },
      aliases: ['decision_number', 'số quyết định', 'quyết định', 'so_qd']
    },
    {
      name: 'decision_date',
      type: 'date',
      title: { vi: 'Ngày quyết định', en: 'Decision date' },
      aliases: ['decision_date', 'ngày quyết định', 'ngay_qd']
    }
  ]
}
