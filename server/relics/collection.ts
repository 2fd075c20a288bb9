import type { Collection } from '../collections/collection.ts'
import { CONDITIONS, RANKS } from './value-words.ts'

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
  // A protected one is drawn as its cell: server/relics/sites.ts.
  drawnByTheme: true,
  label: 'name',
  managedBy: 'relic.manage',
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
      },
      valueTitles: RANKS
    },
    {
      name: 'kind',
      type: 'text',
      title: { vi: 'Loại hình', en: 'Kind' },
      // The kinds of the law; inventories write several of them, or their own words.
      suggested: ['Lịch sử', 'Kiến trúc nghệ thuật', 'Khảo cổ', 'Danh lam thắng cảnh'],
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
      past: true,
      title: { vi: 'Ngày quyết định', en: 'Decision date' },
      aliases: ['decision_date', 'ngày quyết định', 'ngay_qd']
    },
    {
      name: 'other_names',
      type: 'text[]',
      title: { vi: 'Tên gọi khác', en: 'Other names' },
      aliases: ['other_names', 'tên gọi khác', 'tên khác', 'tên thường gọi']
    },
    {
      name: 'period',
      type: 'text',
      title: { vi: 'Niên đại', en: 'Period' },
      aliases: ['period', 'niên đại', 'thời kỳ', 'năm xây dựng', 'thời điểm xây dựng']
    },
    {
      name: 'condition',
      type: 'text',
      title: { vi: 'Tình trạng bảo tồn', en: 'State of preservation' },
      aliases: ['condition', 'tình trạng', 'tình trạng bảo tồn', 'hiện trạng'],
      values: {
        good: ['tốt', 'còn tốt', 'bảo tồn tốt'],
        fair: ['khá', 'xuống cấp nhẹ', 'trung bình'],
        poor: ['xuống cấp', 'xuống cấp nghiêm trọng', 'hư hỏng', 'kém'],
        lost: ['đã mất', 'chỉ còn dấu tích', 'phế tích', 'dấu tích']
      },
      valueTitles: CONDITIONS
    },
    {
      name: 'opening',
      type: 'text',
      title: { vi: 'Mở cửa', en: 'Opening' },
      aliases: ['opening', 'mở cửa', 'giờ mở cửa', 'thời gian mở cửa', 'opening_hours']
    },
    {
      name: 'manager',
      type: 'text',
      title: { vi: 'Đơn vị quản lý', en: 'Managed by' },
      aliases: ['manager', 'đơn vị quản lý', 'cơ quan quản lý', 'quản lý']
    },
    {
      name: 'manager_contact',
      type: 'text',
      title: { vi: 'Liên hệ của đơn vị quản lý', en: 'Contact of the managing office' },
      aliases: ['manager_contact', 'liên hệ', 'liên hệ quản lý', 'điện thoại cơ quan']
    },
    {
      name: 'sources',
      type: 'text',
      title: { vi: 'Nguồn tư liệu', en: 'Sources' },
      aliases: ['sources', 'nguồn', 'nguồn tư liệu', 'tài liệu']
    },
    {
      name: 'accuracy_m',
      type: 'number',
      title: { vi: 'Sai số vị trí (m)', en: 'Accuracy of the place (m)' },
      min: 0,
      max: 10_000,
      aliases: ['accuracy_m', 'sai số', 'sai số vị trí', 'độ chính xác']
    },
    {
      name: 'description',
      type: 'text',
      long: true,
      statedWith: ['description_author', 'description_licence'],
      title: { vi: 'Giới thiệu (tiếng Việt)', en: 'Description (in Vietnamese)' },
      aliases: ['description', 'giới thiệu', 'mô tả', 'thuyết minh', 'lời giới thiệu']
    },
    {
      name: 'description_en',
      shortName: 'descr_en',
      type: 'text',
      long: true,
      statedWith: ['description', 'description_author', 'description_licence'],
      title: { vi: 'Giới thiệu (tiếng Anh)', en: 'Description (in English)' },
      aliases: ['description_en', 'giới thiệu tiếng anh', 'mô tả tiếng anh', 'english description']
    },
    {
      name: 'description_author',
      shortName: 'descr_auth',
      type: 'text',
      title: { vi: 'Tác giả lời giới thiệu', en: 'Author of the description' },
      aliases: ['description_author', 'tác giả', 'tác giả giới thiệu', 'người viết']
    },
    {
      name: 'description_licence',
      shortName: 'descr_lic',
      type: 'text',
      title: { vi: 'Giấy phép của lời giới thiệu', en: 'Licence of the description' },
      aliases: ['description_licence', 'giấy phép', 'bản quyền', 'giấy phép giới thiệu']
    },
    {
      name: 'protected',
      type: 'boolean',
      hides: true,
      // A find still in the ground is dug up by others once its place is known, and what was public once stays known.
      statedWhere: {
        field: 'kind',
        says: 'kh[aả]o\\s+c[oổ]|archa?eolog',
        why: {
          vi: 'Di tích khảo cổ: chọn «Có» thì mọi người chỉ thấy ô 500 m, chọn «Không» thì vị trí chính xác được công khai.',
          en: 'Archaeology: with “Yes” the public sees a 500 m cell only, with “No” the exact place is public.'
        },
        silence: {
          vi: 'Bỏ trống thì nơi đang giữ kín vẫn giữ kín, nơi khác công khai vị trí chính xác.',
          en: 'Without an answer a place that is kept back stays so, and any other is public exactly where it is.'
        }
      },
      title: { vi: 'Chỉ công khai theo ô 500 m', en: 'Public as a 500 m cell only' },
      tile: true,
      aliases: ['protected', 'bảo vệ vị trí', 'giữ kín vị trí', 'ẩn vị trí', 'hạn chế công khai vị trí']
    }
  ]
}
