import type { Collection } from '../collections/collection.ts'

export const culturalHouses: Collection = {
  id: 'cultural_houses',
  table: 'cultural_house',
  title: { vi: 'Nhà văn hóa thôn', en: 'Cultural houses' },
  description: {
    vi: 'Nhà văn hóa thôn; Wifi theo khai báo và Wifi có người kiểm tra là hai dữ kiện, mỗi dữ kiện có ngày riêng.',
    en: 'Village cultural houses; Wifi as declared and Wifi as checked are two facts, each with its day.'
  },
  geometry: 'Point',
  open: true,
  key: ['commune_code', 'ref'],
  samePlaceM: 1,
  zoom: { min: 9, max: 14 },
  label: 'name',
  managedBy: 'place.manage',
  photos: 'public',
  fields: [
    {
      name: 'name',
      type: 'text',
      title: { vi: 'Tên', en: 'Name' },
      required: true,
      tile: true,
      aliases: ['name', 'tên', 'nhà văn hóa', 'tên nhà văn hóa', 'ten_nvh', 'địa điểm']
    },
    {
      name: 'wifi',
      type: 'text',
      title: { vi: 'Wifi miễn phí', en: 'Free Wifi' },
      tile: true,
      aliases: ['wifi', 'wi-fi', 'có wifi', 'wifi miễn phí', 'wifi công cộng'],
      values: {
        yes: ['có', 'co', 'x', '1', 'true', 'đã có', 'hoạt động'],
        no: ['không', 'khong', '0', 'false', 'chưa', 'chưa có'],
        unknown: ['chưa rõ', 'không rõ', 'chưa biết', '?']
      },
      valueTitles: {
        yes: { vi: 'Có', en: 'Yes' },
        no: { vi: 'Không', en: 'No' },
        unknown: { vi: 'Chưa rõ', en: 'Unknown' }
      }
    },
    {
      name: 'wifi_declared_on',
      type: 'date',
      title: { vi: 'Ngày khai báo', en: 'Declared on' },
      importable: false
    },
    {
      name: 'wifi_checked_on',
      type: 'date',
      past: true,
      title: { vi: 'Ngày kiểm tra Wifi', en: 'Wifi checked on' },
      tile: true,
      aliases: ['wifi_checked_on', 'ngày kiểm tra', 'kiểm tra wifi', 'ngày đo']
    },
    {
      name: 'wifi_reachable',
      type: 'boolean',
      title: { vi: 'Vào được Wifi khi kiểm tra', en: 'Wifi reachable at that check' },
      importable: false
    },
    {
      name: 'wifi_measured_on',
      type: 'date',
      title: { vi: 'Ngày đo tốc độ gần nhất', en: 'Rates last measured on' },
      importable: false
    },
    {
      name: 'wifi_down_mbps',
      type: 'number',
      title: { vi: 'Tải xuống đo được (Mbit/s)', en: 'Down rate measured (Mbit/s)' },
      importable: false
    },
    {
      name: 'wifi_up_mbps',
      type: 'number',
      title: { vi: 'Tải lên đo được (Mbit/s)', en: 'Up rate measured (Mbit/s)' },
      importable: false
    },
    {
      name: 'provider',
      type: 'text',
      title: { vi: 'Nhà cung cấp', en: 'Provider' },
      aliases: ['provider', 'nhà cung cấp', 'nhà mạng']
    }
  ]
}
