import type { Collection } from '../collections/collection.ts'
import { nameField, providerField } from './collection-fields.ts'

export const premises: Collection = {
  id: 'premises',
  table: 'premises',
  title: { vi: 'Điểm hộ', en: 'Premises' },
  description: {
    vi: 'Điểm hộ dân, cơ sở kinh doanh; không công khai, không có tên hay số điện thoại.',
    en: 'Household and business points; never public, with no name and no phone.'
  },
  geometry: 'Point',
  open: false,
  key: ['commune_code', 'ref'],
  samePlaceM: 1,
  zoom: { min: 12, max: 14 },
  filledBy: 'place.manage',
  fields: [
    {
      name: 'residents',
      type: 'integer',
      title: { vi: 'Số người', en: 'Residents' },
      min: 0,
      aliases: [
        'residents',
        'số người',
        'số nhân khẩu',
        'nhân khẩu',
        'số khẩu',
        'khẩu',
        'population',
        'dân số',
        'so_nguoi'
      ]
    },
    {
      name: 'households',
      type: 'integer',
      title: { vi: 'Số hộ', en: 'Households' },
      min: 0,
      aliases: ['households', 'số hộ', 'hộ', 'so_ho']
    },
    {
      name: 'kind',
      type: 'text',
      title: { vi: 'Loại', en: 'Kind' },
      aliases: ['kind', 'loại', 'loại điểm', 'type'],
      values: {
        household: ['hộ', 'hộ dân', 'hộ gia đình', 'nhà ở'],
        business: ['doanh nghiệp', 'cơ sở kinh doanh', 'kinh doanh', 'cửa hàng']
      }
    },
    {
      name: 'max_down_mbps',
      type: 'number',
      title: {
        vi: 'Tốc độ tải xuống cao nhất có thể đăng ký (Mbit/s)',
        en: 'Highest download rate on offer (Mbit/s)'
      },
      min: 0,
      aliases: ['max_down_mbps', 'tốc độ', 'tốc độ tải xuống', 'mbps', 'tốc độ tối đa']
    },
    {
      name: 'fibre',
      type: 'text',
      title: { vi: 'Có thể dùng cáp quang', en: 'Fibre available' },
      aliases: ['fibre', 'fiber', 'cáp quang', 'ftth', 'có cáp quang'],
      values: {
        yes: ['có', 'co', 'x', '1', 'true', 'đã có'],
        no: ['không', 'khong', '0', 'false', 'chưa', 'chưa có']
      }
    },
    providerField('đơn vị cung cấp')
  ]
}

export const residentialAreas: Collection = {
  id: 'residential_areas',
  table: 'residential_area',
  title: { vi: 'Khu dân cư', en: 'Residential areas' },
  description: { vi: 'Ranh giới khu dân cư.', en: 'Residential areas.' },
  geometry: 'MultiPolygon',
  open: true,
  key: ['commune_code', 'ref'],
  samePlaceM: 1,
  zoom: { min: 9, max: 14 },
  label: 'name',
  filledBy: 'place.manage',
  fields: [nameField({ vi: 'Tên', en: 'Name' }, 'khu dân cư', 'tên khu')]
}
