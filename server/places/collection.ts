import type { Collection } from '../collections/collection.ts'

export const institutions: Collection = {
  id: 'institutions',
  table: 'institution',
  title: { vi: 'Trụ sở, trường học, trạm y tế', en: 'Public institutions' },
  description: {
    vi: 'Trụ sở cơ quan, trường học, trạm y tế và đường truyền đo được.',
    en: 'Public offices, schools and health stations, and the line measured there.'
  },
  geometry: 'Point',
  open: true,
  key: ['commune_code', 'ref'],
  samePlaceM: 1,
  zoom: { min: 9, max: 14 },
  label: 'name',
  toldApartBy: 'kind',
  managedBy: 'place.manage',
  photos: 'public',
  fields: [
    {
      name: 'name',
      type: 'text',
      title: { vi: 'Tên', en: 'Name' },
      required: true,
      tile: true,
      aliases: ['name', 'tên', 'tên đơn vị', 'đơn vị', 'cơ quan']
    },
    {
      name: 'kind',
      type: 'text',
      title: { vi: 'Loại', en: 'Kind' },
      required: true,
      tile: true,
      aliases: ['kind', 'loại', 'loại hình', 'type'],
      values: {
        office: ['trụ sở', 'cơ quan', 'ubnd', 'ủy ban nhân dân', 'trụ sở cơ quan', 'công an'],
        school: ['trường', 'trường học', 'mầm non', 'tiểu học', 'thcs', 'thpt'],
        health: ['trạm y tế', 'y tế', 'bệnh viện', 'phòng khám', 'trung tâm y tế']
      },
      valueTitles: {
        office: { vi: 'Trụ sở cơ quan', en: 'Public office' },
        school: { vi: 'Trường học', en: 'School' },
        health: { vi: 'Cơ sở y tế', en: 'Health station' }
      }
    },
    {
      name: 'line_mbps',
      type: 'number',
      title: { vi: 'Tốc độ đường truyền (Mbit/s)', en: 'Line rate (Mbit/s)' },
      min: 0,
      tile: true,
      aliases: ['line_mbps', 'tốc độ', 'đường truyền', 'tốc độ đường truyền', 'mbps', 'băng thông']
    },
    {
      name: 'line_checked_on',
      type: 'date',
      past: true,
      title: { vi: 'Ngày đo đường truyền', en: 'Line checked on' },
      tile: true,
      aliases: ['line_checked_on', 'ngày đo', 'ngày kiểm tra']
    }
  ]
}

export const cameras: Collection = {
  id: 'cameras',
  table: 'camera',
  title: { vi: 'Camera giám sát', en: 'Cameras' },
  description: {
    vi: 'Camera giám sát nơi công cộng: vị trí, chủ quản, mục đích, liên hệ, thông báo tại chỗ.',
    en: 'Cameras in public places: place, owner, purpose, contact, notice on the spot.'
  },
  geometry: 'Point',
  open: true,
  key: ['commune_code', 'ref'],
  samePlaceM: 1,
  zoom: { min: 10, max: 14 },
  label: 'place',
  managedBy: 'place.manage',
  // A photo shows the model and where it looks.
  photos: 'staff',
  fields: [
    {
      name: 'place',
      type: 'text',
      title: { vi: 'Vị trí', en: 'Place' },
      required: true,
      tile: true,
      aliases: ['place', 'vị trí', 'địa điểm', 'nơi lắp đặt', 'vị trí lắp đặt', 'tên']
    },
    {
      name: 'owner',
      type: 'text',
      title: { vi: 'Chủ quản', en: 'Owner' },
      required: true,
      tile: true,
      aliases: ['owner', 'chủ quản', 'đơn vị quản lý', 'quản lý', 'chủ đầu tư', 'đơn vị']
    },
    {
      name: 'purpose',
      type: 'text',
      title: { vi: 'Mục đích', en: 'Purpose' },
      required: true,
      tile: true,
      aliases: ['purpose', 'mục đích', 'mục đích sử dụng']
    },
    {
      name: 'contact',
      type: 'text',
      title: { vi: 'Liên hệ', en: 'Contact' },
      tile: true,
      aliases: ['contact', 'liên hệ', 'đầu mối']
    },
    {
      name: 'notice',
      type: 'text',
      title: { vi: 'Thông báo tại chỗ', en: 'Notice on the spot' },
      aliases: ['notice', 'thông báo', 'thông báo tại chỗ', 'biển báo', 'nội dung biển báo']
    },
    {
      name: 'state',
      type: 'text',
      title: { vi: 'Tình trạng', en: 'State' },
      open: false,
      aliases: ['state', 'tình trạng', 'trạng thái'],
      values: {
        working: ['hoạt động', 'đang hoạt động', 'tốt', 'bình thường'],
        broken: ['hỏng', 'mất kết nối', 'không hoạt động'],
        unknown: ['chưa rõ', 'không rõ']
      },
      valueTitles: {
        working: { vi: 'Đang hoạt động', en: 'Working' },
        broken: { vi: 'Hỏng', en: 'Broken' },
        unknown: { vi: 'Chưa rõ', en: 'Not known' }
      }
    },
    {
      name: 'azimuth_deg',
      type: 'number',
      title: { vi: 'Góc phương vị (°)', en: 'Azimuth (°)' },
      open: false,
      min: 0,
      max: 359.999999,
      aliases: ['azimuth_deg', 'phương vị', 'góc phương vị', 'hướng']
    },
    {
      name: 'view_deg',
      type: 'number',
      title: { vi: 'Góc nhìn (°)', en: 'Field of view (°)' },
      open: false,
      min: 0.001,
      max: 360,
      aliases: ['view_deg', 'góc nhìn', 'góc quay']
    },
    {
      name: 'range_m',
      type: 'number',
      title: { vi: 'Tầm nhìn (m)', en: 'Range (m)' },
      open: false,
      min: 0.001,
      // Cameras over forests and harbours see a few kilometres; a larger number is another unit.
      max: 10_000,
      aliases: ['range_m', 'tầm nhìn', 'tầm xa']
    },
    {
      name: 'model',
      type: 'text',
      title: { vi: 'Kiểu máy', en: 'Model' },
      open: false,
      aliases: ['model', 'kiểu máy', 'loại máy']
    },
    {
      name: 'last_checked_on',
      type: 'date',
      past: true,
      title: { vi: 'Kiểm tra lần cuối', en: 'Last check' },
      open: false,
      aliases: ['last_checked_on', 'kiểm tra lần cuối', 'ngày kiểm tra', 'lần kiểm tra cuối']
    }
  ]
}
