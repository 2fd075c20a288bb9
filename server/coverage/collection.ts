import type { Collection, Field } from '../collections/collection.ts'

const operatorField: Field = {
  name: 'operator',
  type: 'text',
  title: { vi: 'Nhà mạng', en: 'Operator' },
  required: true,
  tile: true,
  aliases: ['operator', 'nhà mạng', 'doanh nghiệp', 'đơn vị', 'nhà cung cấp', 'chủ sở hữu']
}

const technologiesField: Field = {
  name: 'technologies',
  type: 'text[]',
  title: { vi: 'Công nghệ', en: 'Technologies' },
  required: true,
  tile: true,
  aliases: ['technologies', 'technology', 'công nghệ', 'loại công nghệ', 'mạng'],
  values: {
    '2G': ['2g', 'gsm'],
    '3G': ['3g', 'umts', 'wcdma'],
    '4G': ['4g', 'lte'],
    '5G': ['5g', 'nr'],
    fibre: ['fiber', 'ftth', 'cáp quang', 'quang'],
    fixed: ['cố định', 'băng rộng cố định']
  }
}

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
  zoom: { min: 12, max: 14 },
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
    {
      name: 'provider',
      type: 'text',
      title: { vi: 'Nhà cung cấp', en: 'Provider' },
      aliases: ['provider', 'nhà cung cấp', 'nhà mạng', 'đơn vị cung cấp']
    }
  ]
}

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
      name: 'name',
      type: 'text',
      title: { vi: 'Tên', en: 'Name' },
      required: true,
      aliases: ['name', 'tên', 'nhà mạng', 'operator', 'tên nhà mạng', 'doanh nghiệp']
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
  zoom: { min: 8, max: 14 },
  label: 'name',
  fields: [
    operatorField,
    technologiesField,
    {
      name: 'name',
      type: 'text',
      title: { vi: 'Tên trạm', en: 'Name' },
      tile: true,
      aliases: ['name', 'tên', 'tên trạm', 'mã trạm', 'site']
    },
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

export const fibreLines: Collection = {
  id: 'fibre_lines',
  table: 'fibre_line',
  title: { vi: 'Tuyến cáp quang', en: 'Fibre lines' },
  description: { vi: 'Tuyến cáp quang của các doanh nghiệp viễn thông.', en: 'Fibre cable routes.' },
  geometry: 'MultiLineString',
  open: true,
  key: ['commune_code', 'operator', 'ref'],
  wide: true,
  zoom: { min: 8, max: 14 },
  label: 'name',
  fields: [
    operatorField,
    {
      name: 'name',
      type: 'text',
      title: { vi: 'Tên tuyến', en: 'Name' },
      tile: true,
      aliases: ['name', 'tên', 'tên tuyến', 'tuyến']
    }
  ]
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
  wide: true,
  zoom: { min: 8, max: 14 },
  fields: [
    {
      name: 'provider',
      type: 'text',
      title: { vi: 'Nhà cung cấp', en: 'Provider' },
      required: true,
      tile: true,
      aliases: ['provider', 'nhà cung cấp', 'nhà mạng', 'operator', 'doanh nghiệp']
    },
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

export const residentialAreas: Collection = {
  id: 'residential_areas',
  table: 'residential_area',
  title: { vi: 'Khu dân cư', en: 'Residential areas' },
  description: { vi: 'Ranh giới khu dân cư.', en: 'Residential areas.' },
  geometry: 'MultiPolygon',
  open: true,
  key: ['commune_code', 'ref'],
  zoom: { min: 9, max: 14 },
  label: 'name',
  fields: [
    {
      name: 'name',
      type: 'text',
      title: { vi: 'Tên', en: 'Name' },
      tile: true,
      aliases: ['name', 'tên', 'khu dân cư', 'tên khu']
    }
  ]
}
