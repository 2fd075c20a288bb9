import type { Collection } from '../collections/collection.ts'

/** Approved reports, as the view `open.reports` has them: a hidden place is the centre of its cell. */
export const reports: Collection = {
  id: 'reports',
  table: 'report',
  title: { vi: 'Phản ánh hiện trường', en: 'Field reports' },
  description: {
    vi: 'Phản ánh của người dân và cán bộ đã được duyệt công khai; vị trí của loại nhạy cảm chỉ nêu theo ô 200 m.',
    en: 'Reports of citizens and staff that were approved for the public; places of sensitive ones as a 200 m cell only.'
  },
  geometry: 'Point',
  open: true,
  importable: false,
  drawnByTheme: true,
  key: ['number'],
  zoom: { min: 9, max: 14 },
  label: 'title',
  fields: [
    { name: 'number', type: 'text', title: { vi: 'Số tiếp nhận', en: 'Receipt number' }, tile: true },
    { name: 'title', type: 'text', title: { vi: 'Số và nội dung ngắn', en: 'Number and short text' } },
    { name: 'category', type: 'text', title: { vi: 'Loại phản ánh', en: 'Category' }, tile: true },
    { name: 'theme', type: 'text', title: { vi: 'Nhóm', en: 'Group' }, tile: true },
    { name: 'state', type: 'text', title: { vi: 'Trạng thái', en: 'State' }, tile: true },
    { name: 'sensitive', type: 'boolean', title: { vi: 'Ẩn vị trí', en: 'Place hidden' }, tile: true },
    { name: 'description', type: 'text', title: { vi: 'Nội dung', en: 'Description' } },
    { name: 'commune_code', type: 'text', title: { vi: 'Mã xã', en: 'Commune code' } },
    { name: 'village_code', type: 'text', title: { vi: 'Mã thôn', en: 'Village code' } },
    { name: 'unit', type: 'text', title: { vi: 'Đơn vị xử lý', en: 'Unit in charge' } },
    { name: 'received_on', type: 'date', title: { vi: 'Ngày tiếp nhận', en: 'Received on' } },
    { name: 'resolved_on', type: 'date', title: { vi: 'Ngày giải quyết', en: 'Resolved on' } },
    { name: 'closed_on', type: 'date', title: { vi: 'Ngày đóng', en: 'Closed on' } }
  ]
}
