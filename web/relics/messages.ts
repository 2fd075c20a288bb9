import type { RelicRank, ScoreItem } from '../../server/relics/contract.ts'
import type { Message } from '../i18n/i18n.svelte.ts'

/** Words of the list of what relics still lack. */
export const messages = {
  title: {
    vi: 'Di tích: còn thiếu gì để tính là đã số hóa',
    en: 'Relics: what is missing to count as digitised'
  },
  lead: {
    vi: '{count} trên {all} di tích đã đủ cả bảy mục. Bổ sung bằng «Sửa trang», «Sửa thông tin», hoặc nạp lại tệp danh mục.',
    en: '{count} of {all} relics have all seven items. Add what is missing with “Edit the page” and “Edit facts”, or take the inventory in again.'
  },
  loading: { vi: 'Đang tải danh sách di tích', en: 'Loading the relics' },
  none: {
    vi: 'Chưa có di tích nào trong danh mục của xã. Hãy thêm ở mục «Địa điểm», hoặc người quản trị nạp danh mục kiểm kê bằng lệnh nạp dữ liệu.',
    en: 'The commune’s inventory has no relic yet. Add one in the section “Places”, or the administrator takes the inventory in with the import command.'
  },
  toImages: {
    vi: 'Sửa trang: ảnh, âm thanh, lời kể, địa chỉ',
    en: 'Edit the page: images, sounds, memories, address'
  },
  toImagesOf: {
    vi: 'Sửa trang: ảnh, âm thanh, lời kể, địa chỉ: {name}',
    en: 'Edit the page: images, sounds, memories, address: {name}'
  },
  download: { vi: 'Tải bảng CSV', en: 'Download the table (CSV)' },
  downloadShapes: { vi: 'Tải bản đồ GeoJSON', en: 'Download the map (GeoJSON)' },
  mapOf: { vi: 'Bản đồ di tích còn thiếu gì', en: 'Map of what relics lack' },
  legend: { vi: 'Chú giải', en: 'Legend' },
  mapFailed: {
    vi: 'Thiết bị này không vẽ được bản đồ. Danh sách bên dưới có đủ các di tích.',
    en: 'This device cannot draw the map. The list below has all relics.'
  },
  mapNotLoaded: {
    vi: 'Chưa tải được bản đồ. Hãy kiểm tra kết nối rồi mở lại trang; danh sách bên dưới vẫn dùng được.',
    en: 'The map could not be loaded. Check the connection and open the page again; the list below still works.'
  },
  openMap: { vi: 'Xem bản đồ', en: 'Show the map' },
  closeMap: { vi: 'Đóng bản đồ', en: 'Close the map' },
  pick: {
    vi: 'Số trên mỗi dấu là số mục đã có, trên bảy. Chọn một dấu để xem di tích ấy còn thiếu gì.',
    en: 'The number in each sign is how many of the seven items are there. Choose one to see what that relic lacks.'
  },
  chosen: { vi: 'Đang chọn: {name}', en: 'Chosen: {name}' },
  closeChosen: { vi: 'Bỏ chọn', en: 'Choose none' },
  nowhere: {
    vi: 'Chưa có tọa độ nên không có trên bản đồ: {names}.',
    en: 'Without coordinates, so not on the map: {names}.'
  },
  showOnMap: { vi: 'Xem trên bản đồ', en: 'Show on the map' },
  showOnMapOf: { vi: 'Xem trên bản đồ: {name}', en: 'Show on the map: {name}' },
  edit: { vi: 'Sửa thông tin', en: 'Edit facts' },
  editRelic: { vi: 'Sửa thông tin: {name}', en: 'Edit facts: {name}' },
  onlyMissing: { vi: 'Chỉ nêu di tích còn thiếu', en: 'Only those that lack something' },
  score: { vi: '{score} trên 7', en: '{score} of 7' },
  lacks: { vi: 'Còn thiếu', en: 'Missing' },
  complete: { vi: 'Đủ bảy mục.', en: 'All seven are there.' },
  hidden: { vi: 'Giữ kín vị trí', en: 'Place kept back' },
  noRank: { vi: 'Chưa rõ xếp hạng', en: 'Rank not stated' },
  images: { vi: '{item}: mới có {count}', en: '{item}: {count} so far' }
} as const

/** What a rank is called. */
export const rankMessages: Readonly<Record<RelicRank, Message>> = {
  special_national: { vi: 'Di tích quốc gia đặc biệt', en: 'Special national relic' },
  national: { vi: 'Di tích quốc gia', en: 'National relic' },
  provincial: { vi: 'Di tích cấp tỉnh', en: 'Provincial relic' },
  inventory: { vi: 'Trong danh mục kiểm kê', en: 'On the inventory' }
}

/** The seven items of the rule, in its order. */
export const itemMessages: Readonly<Record<ScoreItem, Message>> = {
  decided: { vi: 'Xếp hạng, số và ngày quyết định', en: 'Rank, number and date of the decision' },
  placed: { vi: 'Vị trí hoặc ranh giới có sai số', en: 'Place or boundary with its accuracy' },
  pictured: { vi: 'Ít nhất 5 ảnh từ 0,95 triệu điểm ảnh', en: 'At least 5 images of 0.95 megapixel' },
  described: { vi: 'Lời giới thiệu bằng tiếng Việt', en: 'Description in Vietnamese' },
  more: {
    vi: 'Ảnh 360°, mô hình 3D, âm thanh hoặc tài liệu số hóa',
    en: '360° view, 3D model, audio or digitised document'
  },
  addressed: { vi: 'Địa chỉ lâu dài và mã QR', en: 'Permanent address and QR code' },
  archived: { vi: 'Bản gốc lưu trữ kèm mã kiểm tra', en: 'Archived original with checksum' }
}
