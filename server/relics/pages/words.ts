import type { Bilingual, Language } from '../../http/language.ts'
import type { NamedArea, Relic, RelicRank, RelicSort, ScoreItem } from '../contract.ts'
import { RANKS } from '../value-words.ts'

export const SORTS: Readonly<Record<RelicSort, Bilingual>> = {
  rank: { vi: 'Theo xếp hạng', en: 'By rank' },
  name: { vi: 'Theo tên', en: 'By name' },
  distance: { vi: 'Gần trước', en: 'Nearest first' }
}

export const WORDS = {
  pages: { vi: 'Các trang di tích', en: 'Pages about relics' },
  list: { vi: 'Di tích', en: 'Relics' },
  map: { vi: 'Bản đồ', en: 'Map' },
  reports: { vi: 'Phản ánh hiện trường', en: 'Field reports' },
  lead: {
    vi: 'Di tích lịch sử, văn hóa và danh lam thắng cảnh trên địa bàn: xếp hạng, vị trí, tình trạng, đường đến.',
    en: 'Monuments, pagodas, tombs and landscapes of the commune: rank, place, state, how to get there.'
  },
  footer: {
    vi: 'Thông tin do cơ quan văn hóa của xã cung cấp. Mọi địa chỉ trang di tích được giữ lâu dài.',
    en: 'Stated by the commune’s culture office. Every address of a relic’s page is kept for good.'
  },
  rank: { vi: 'Xếp hạng', en: 'Rank' },
  noRank: { vi: 'Chưa rõ xếp hạng', en: 'Rank not stated' },
  kind: { vi: 'Loại hình', en: 'Kind' },
  village: { vi: 'Thôn', en: 'Village' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  search: { vi: 'Tìm theo tên', en: 'Find by name' },
  sort: { vi: 'Thứ tự', en: 'Order' },
  all: { vi: 'Tất cả', en: 'All' },
  filterList: { vi: 'Tìm, lọc và sắp xếp', en: 'Find, filter and sort' },
  filters: { vi: 'Lọc danh sách di tích', en: 'Filter the list of relics' },
  filter: { vi: 'Xem', en: 'Show' },
  clear: { vi: 'Bỏ lọc', en: 'Clear filters' },
  found: { vi: 'di tích', en: 'relics' },
  foundOne: { vi: 'di tích', en: 'relic' },
  none: {
    vi: 'Không có di tích nào khớp. Hãy bớt điều kiện lọc.',
    en: 'No relic matches. Loosen the filters.'
  },
  nothingYet: {
    vi: 'Chưa có di tích nào được đưa lên. Cán bộ văn hóa của xã đang lập danh mục kiểm kê.',
    en: 'There is no relic yet. The commune’s culture staff are drawing up the inventory.'
  },
  noMedia: {
    vi: 'Di tích này chưa có ảnh, âm thanh nào',
    en: 'This relic has no picture and no sound yet'
  },
  next: { vi: 'Trang sau', en: 'Next page' },
  first: { vi: 'Về trang đầu', en: 'First page' },
  nearTo: { vi: 'Khoảng cách tính từ', en: 'Distances from' },
  nearPlace: { vi: 'vị trí đã chọn', en: 'the chosen place' },
  otherNames: { vi: 'Tên gọi khác', en: 'Other names' },
  decision: { vi: 'Quyết định xếp hạng', en: 'Decision' },
  period: { vi: 'Niên đại', en: 'Period' },
  condition: { vi: 'Tình trạng bảo tồn', en: 'State of preservation' },
  opening: { vi: 'Mở cửa', en: 'Opening' },
  manager: { vi: 'Đơn vị quản lý', en: 'Managed by' },
  managerContact: { vi: 'Liên hệ', en: 'Contact' },
  sources: { vi: 'Nguồn tư liệu', en: 'Sources' },
  coordinates: { vi: 'Tọa độ (WGS 84)', en: 'Coordinates (WGS 84)' },
  accuracy: { vi: 'Sai số vị trí', en: 'Accuracy' },
  area: { vi: 'Diện tích khoanh vùng', en: 'Area of the grounds' },
  story: { vi: 'Giới thiệu', en: 'About this place' },
  onlyVietnamese: {
    vi: 'Chỉ có bằng tiếng Việt.',
    en: 'This text is in Vietnamese only.'
  },
  official: { vi: 'Văn bản chính thức', en: 'Official text' },
  unstated: { vi: 'chưa ghi', en: 'not stated' },
  storyBy: { vi: 'Tác giả', en: 'Author' },
  licence: { vi: 'Giấy phép', en: 'Licence' },
  hiddenPlace: {
    vi: 'Vị trí được giữ kín để bảo vệ di tích: chỉ công khai ô vuông khoảng 500 m.',
    en: 'The place is kept back to protect the relic: only a square of about 500 m is public.'
  },
  digitised: { vi: 'Số hóa', en: 'Digitised' },
  there: { vi: 'đã có', en: 'there' },
  lacking: { vi: 'còn thiếu', en: 'missing' },
  scoreRule: {
    vi: 'Chỉ tính là đã số hóa khi đủ cả bảy mục.',
    en: 'It counts as digitised once all seven are there.'
  },
  about: { vi: 'Thông tin di tích', en: 'About this relic' },
  where: { vi: 'Vị trí', en: 'Where' },
  mapBeside: { vi: 'Bản đồ di tích', en: 'Map of the relics' },
  showMap: { vi: 'Xem trên bản đồ', en: 'Show the map' },
  onMap: { vi: 'Mở trên bản đồ lớn', en: 'Open on the large map' },
  directions: { vi: 'Chỉ đường (mở ứng dụng bản đồ của máy)', en: 'Directions (opens the map app)' },
  directionsWeb: { vi: 'Chỉ đường trên OpenStreetMap', en: 'Directions on OpenStreetMap' },
  directionsNote: {
    vi: '(trang khác; khi mở, trang đó biết điểm đến)',
    en: '(another website; once opened, it knows where you want to go)'
  },
  near: { vi: 'Di tích gần đây', en: 'Near here' },
  moreNear: { vi: 'Xem tất cả theo khoảng cách', en: 'All by distance' },
  qr: { vi: 'Mã QR để in (A4)', en: 'QR code to print (A4)' },
  address: { vi: 'Địa chỉ lâu dài', en: 'Permanent address' },
  ended: {
    vi: 'Di tích này không còn trong danh mục đang có hiệu lực. Trang được giữ để tra cứu.',
    en: 'This relic is no longer on the list in force. The page is kept for reference.'
  },
  missing: { vi: 'Không tìm thấy di tích', en: 'Relic not found' },
  missingDetail: {
    vi: 'Không có di tích nào ở địa chỉ này. Hãy tìm trong danh sách.',
    en: 'There is no relic at this address. Look in the list.'
  },
  scan: { vi: 'Quét mã để xem trang di tích', en: 'Scan to open the relic’s page' }
} as const satisfies Record<string, Bilingual>

/** The items of the rule, as what is there. */
export const ITEMS: Readonly<Record<ScoreItem, Bilingual>> = {
  decided: {
    vi: 'Xếp hạng, số và ngày quyết định',
    en: 'Rank, number and date of the decision'
  },
  placed: { vi: 'Vị trí hoặc ranh giới có sai số', en: 'Place or boundary with its accuracy' },
  pictured: {
    vi: 'Ít nhất 5 ảnh từ 0,95 triệu điểm ảnh, có mô tả và giấy phép',
    en: 'At least 5 images of 0.95 megapixel, described and licensed'
  },
  described: { vi: 'Lời giới thiệu bằng tiếng Việt', en: 'Description in Vietnamese' },
  more: {
    vi: 'Ảnh 360°, mô hình 3D, âm thanh hoặc tài liệu số hóa',
    en: '360° view, 3D model, audio or digitised document'
  },
  addressed: { vi: 'Địa chỉ lâu dài và mã QR để in', en: 'Permanent address and printable QR code' },
  archived: { vi: 'Bản gốc lưu trữ kèm mã kiểm tra', en: 'Archived original with checksum' }
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
const plainName = ({ name, kind }: NamedArea) =>
  [kind?.toLocaleLowerCase('vi'), name].filter(Boolean).join(' ')

/** "Thôn Bến Đá". */
export const areaName = (area: NamedArea) => capital(plainName(area))

const KINDS: readonly (readonly [words: RegExp, en: string])[] = [
  [/kiến trúc/i, 'Architecture and art'],
  [/lịch sử/i, 'History'],
  [/khảo cổ/i, 'Archaeology'],
  [/danh lam|thắng cảnh/i, 'Landscape']
]

/** The kind as its inventory writes it; in English where it names kinds of the law, several of them joined. */
export function kindText(kind: string, language: Language) {
  if (language === 'vi') return capital(kind)
  const known = KINDS.filter(([words]) => words.test(kind.normalize('NFC'))).map(([, en]) => en)
  return known.length === 0 ? kind : known.join(', ')
}

/** "Thôn Bến Đá, xã Minh Họa"; undefined where neither is known. */
export function whereabouts({ village, commune }: Pick<Relic, 'village' | 'commune'>) {
  const areas = [village, commune].filter((area) => area !== null)
  if (areas.length === 0) return undefined
  return capital(areas.map(plainName).join(', '))
}

/** What its rank is called. */
export const rankText = (rank: RelicRank | null, language: Language) =>
  (rank ? RANKS[rank] : WORDS.noRank)[language]

/** 350 m, 2,4 km. */
export function distanceText(metres: number, language: Language) {
  if (metres < 995) return `${(Math.round(metres / 10) * 10).toLocaleString(language)} m`
  const digits = metres < 9_950 ? 1 : 0
  return `${(metres / 1_000).toLocaleString(language, { maximumFractionDigits: digits })} km`
}
