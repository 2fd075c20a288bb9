import type { Collection } from '../collections/collection.ts'

export const communes: Collection = {
  id: 'communes',
  table: 'commune',
  title: { vi: 'Xã, phường', en: 'Communes' },
  description: {
    vi: 'Địa giới xã, phường. Xã chỉ mới có trong kế hoạch thì chưa có hình dạng.',
    en: 'Commune boundaries. A commune known only from its plan has no geometry yet.'
  },
  geometry: 'MultiPolygon',
  open: true,
  key: ['code'],
  communes: true,
  zoom: { min: 4, max: 14 },
  label: 'name',
  fields: [
    {
      name: 'code',
      type: 'text',
      title: { vi: 'Mã xã', en: 'Code' },
      required: true,
      pattern: /^\d{5}$/,
      tile: true,
      aliases: [
        'code',
        'ma',
        'mã xã',
        'maxa',
        'ma_xa',
        'mã đơn vị hành chính',
        'ward_code',
        'commune_code',
        'ma dvhc'
      ]
    },
    {
      name: 'name',
      type: 'text',
      title: { vi: 'Tên', en: 'Name' },
      required: true,
      tile: true,
      aliases: [
        'name',
        'tên',
        'tên xã',
        'ten_xa',
        'tenxa',
        'ward_name',
        'commune_name',
        'name_vi',
        'ten dvhc'
      ],
      keptWithout: 'kind'
    },
    {
      name: 'kind',
      type: 'text',
      title: { vi: 'Loại', en: 'Kind' },
      tile: true,
      aliases: ['kind', 'loại', 'cấp', 'loai_xa', 'type'],
      startOf: [
        'fullName',
        'tên đầy đủ',
        'tên xã',
        'name',
        'tên',
        'tên dvhc',
        'ward_name',
        'commune_name',
        'name_vi'
      ],
      values: {
        xã: ['xa', 'commune', 'xã'],
        phường: ['phuong', 'ward', 'phường'],
        'đặc khu': ['dac khu', 'special zone'],
        'thị trấn': ['thi tran', 'township']
      }
    },
    {
      name: 'province',
      type: 'text',
      title: { vi: 'Tỉnh, thành phố', en: 'Province' },
      tile: true,
      aliases: ['province', 'tỉnh', 'tên tỉnh', 'ten_tinh', 'tentinh', 'province_name', 'thành phố'],
      keptWithout: ['tỉnh', 'thành phố', 'tp', 'tp.']
    },
    {
      name: 'illustration',
      type: 'boolean',
      title: { vi: 'Dữ liệu minh họa', en: 'Illustration' },
      tile: true,
      importable: false
    }
  ]
}

export const villages: Collection = {
  id: 'villages',
  table: 'village',
  title: { vi: 'Thôn, xóm, tổ dân phố', en: 'Villages' },
  description: {
    vi: 'Ranh giới thôn, xóm, tổ dân phố, bản; ranh giới tạm được đánh dấu.',
    en: 'Village boundaries; provisional ones are marked.'
  },
  geometry: 'MultiPolygon',
  open: true,
  key: ['code'],
  rooted: true,
  setColumn: 'provisional',
  needsCommune: true,
  zoom: { min: 8, max: 14 },
  label: 'name',
  managedBy: 'place.manage',
  photos: 'public',
  fields: [
    {
      name: 'commune_code',
      type: 'text',
      title: { vi: 'Mã xã', en: 'Commune code' },
      tile: true,
      importable: false
    },
    {
      name: 'code',
      type: 'text',
      title: { vi: 'Mã thôn', en: 'Code' },
      required: true,
      tile: true,
      aliases: ['code', 'mã', 'mã thôn', 'ma_thon', 'mathon', 'mã xóm', 'village_code', 'mã tổ dân phố']
    },
    {
      name: 'name',
      type: 'text',
      title: { vi: 'Tên', en: 'Name' },
      required: true,
      tile: true,
      aliases: [
        'name',
        'tên',
        'tên thôn',
        'ten_thon',
        'tenthon',
        'tên xóm',
        'village_name',
        'thôn',
        'xóm',
        'tổ dân phố'
      ]
    },
    {
      name: 'kind',
      type: 'text',
      title: { vi: 'Loại', en: 'Kind' },
      required: true,
      tile: true,
      aliases: ['kind', 'loại', 'loại hình', 'type'],
      startOf: ['tên đầy đủ', 'tên thôn', 'tên xóm', 'name', 'tên', 'tổ dân phố'],
      values: {
        thôn: ['thon', 'village'],
        xóm: ['xom', 'hamlet'],
        'tổ dân phố': ['to dan pho', 'tdp', 'neighbourhood'],
        bản: ['ban'],
        ấp: ['ap'],
        buôn: ['buon'],
        làng: ['lang'],
        'khu phố': ['khu pho'],
        khu: ['khu']
      }
    },
    {
      name: 'population',
      type: 'integer',
      title: { vi: 'Dân số', en: 'Population' },
      min: 0,
      aliases: ['dân số', 'số dân', 'tổng dân số', 'nhân khẩu', 'số nhân khẩu', 'số khẩu', 'khẩu']
    },
    {
      name: 'households',
      type: 'integer',
      title: { vi: 'Số hộ', en: 'Households' },
      min: 0,
      aliases: ['households', 'số hộ', 'hộ', 'tổng số hộ', 'số hộ dân', 'số hộ gia đình']
    },
    {
      name: 'predecessor',
      type: 'text',
      title: { vi: 'Tiền thân', en: 'Predecessor' },
      aliases: ['predecessor', 'tiền thân', 'thôn cũ', 'trước sáp nhập']
    },
    {
      name: 'provisional',
      type: 'boolean',
      title: { vi: 'Ranh giới tạm', en: 'Provisional boundary' },
      tile: true,
      importable: false
    }
  ]
}
