import type { Bilingual, Language } from '../../http/language.ts'
import { dayText } from '../../http/pages/texts.ts'
import type { House, HouseState, NamedArea, RateReason, WifiCheck } from '../contract.ts'

export const WIFI: Readonly<Record<House['wifi'], Bilingual>> = {
  yes: { vi: 'Có Wifi miễn phí', en: 'Has free Wifi' },
  no: { vi: 'Không có Wifi', en: 'No Wifi' },
  unknown: { vi: 'Chưa rõ', en: 'Not known' }
}

const REASONS: Readonly<Record<RateReason, Bilingual>> = {
  unreachable: { vi: 'không vào được Wifi', en: 'no Wifi to measure' },
  not_measured: { vi: 'không đo', en: 'not measured' },
  interrupted: { vi: 'đứt mạng khi đo', en: 'the line broke while measuring' },
  busy: { vi: 'máy chủ bận, chưa đo được', en: 'the server was busy' }
}

/** What is known of the Wifi today. */
export const STATES = {
  working: { vi: 'Đang hoạt động', en: 'Working' },
  failing: { vi: 'Lần kiểm tra gần nhất không vào được', en: 'Not reachable at the last check' },
  overdue: { vi: 'Quá hạn kiểm tra', en: 'Check overdue' },
  never: { vi: 'Chưa ai kiểm tra', en: 'Never checked' },
  none: { vi: 'Không có Wifi để kiểm tra', en: 'No Wifi to check' }
} as const satisfies Record<HouseState, Bilingual>

export const WORDS = {
  pages: { vi: 'Các trang liên quan', en: 'Related pages' },
  map: { vi: 'Bản đồ', en: 'Map' },
  relics: { vi: 'Di tích', en: 'Relics' },
  reports: { vi: 'Phản ánh hiện trường', en: 'Field reports' },
  kind: { vi: 'Nhà văn hóa thôn', en: 'Cultural house' },
  footer: {
    vi: '«Khai báo» là điều xã nêu trong dữ liệu; «kiểm tra» là điều có người thấy tại chỗ, có ngày giờ.',
    en: '“Declared” is what the commune’s data say; “checked” is what somebody found at the house, with a date.'
  },
  declared: { vi: 'Khai báo', en: 'Declared' },
  declaredOn: { vi: 'Ngày nhập dữ liệu', en: 'Taken in on' },
  source: { vi: 'Nguồn', en: 'Source' },
  provider: { vi: 'Nhà cung cấp', en: 'Provider' },
  checked: { vi: 'Kiểm tra', en: 'Checked' },
  result: { vi: 'Kết quả gần nhất', en: 'Latest result' },
  found: { vi: 'Kết quả', en: 'Result' },
  reachable: { vi: 'Vào được Wifi', en: 'Wifi reachable' },
  notReachable: { vi: 'Không vào được Wifi', en: 'Wifi not reachable' },
  never: { vi: 'Chưa ai kiểm tra tại chỗ', en: 'Nobody has checked on site yet' },
  byData: {
    vi: 'Theo dữ liệu đã nạp; chưa có lần kiểm tra nào ghi tại chỗ',
    en: 'As the data tell; no check has been recorded on the spot yet'
  },
  fileSays: { vi: 'Ngày kiểm tra nêu trong dữ liệu', en: 'Day of a check told by the data' },
  on: { vi: 'Ngày', en: 'Day' },
  down: { vi: 'Tải xuống', en: 'Down' },
  up: { vi: 'Tải lên', en: 'Up' },
  by: { vi: 'Người kiểm tra', en: 'Checked by' },
  byKey: { vi: 'người có mặt, bằng mã trên bảng', en: 'somebody with the code on the wall' },
  byStaff: { vi: 'cán bộ', en: 'staff' },
  rule: {
    vi: 'Được tính là hoạt động khi có người kiểm tra thấy vào được trong {days} ngày gần đây.',
    en: 'It counts as working when somebody found it reachable within the last {days} days.'
  },
  measured: {
    vi: 'Tốc độ là của đường truyền giữa thiết bị đi kiểm tra và máy chủ này, lúc kiểm tra.',
    en: 'Rates are those of the line between the checker’s device and this server, at that moment.'
  },
  history: { vi: 'Các lần kiểm tra', en: 'History of checks' },
  chart: {
    vi: 'Tốc độ tải xuống của các lần kiểm tra, Mbit/s; dấu gạch chéo là lần không vào được',
    en: 'Down rate at each check, Mbit/s; a cross is a check at which the Wifi was not reachable'
  },
  keyRate: { vi: 'Tốc độ tải xuống', en: 'Down rate' },
  keyBare: { vi: 'Vào được, không đo tốc độ', en: 'Reachable, rate not measured' },
  latest: { vi: 'Chỉ nêu {count} lần gần nhất.', en: 'The latest {count} only.' },
  target: { vi: 'Mục tiêu của kế hoạch', en: 'Target of the plan' },
  photos: { vi: 'Hình ảnh', en: 'Photos' },
  photoBy: { vi: 'Ảnh', en: 'Photo' },
  where: { vi: 'Vị trí', en: 'Where' },
  onMap: { vi: 'Mở trên bản đồ lớn', en: 'Open on the large map' },
  directions: { vi: 'Chỉ đường (mở ứng dụng bản đồ của máy)', en: 'Directions (opens the map app)' },
  address: { vi: 'Địa chỉ lâu dài', en: 'Permanent address' },
  ended: {
    vi: 'Nhà văn hóa này không còn trong danh mục đang có hiệu lực. Trang được giữ để tra cứu.',
    en: 'This house is no longer on the list in force. The page is kept for reference.'
  },
  missing: { vi: 'Không tìm thấy nhà văn hóa', en: 'Cultural house not found' },
  missingDetail: {
    vi: 'Không có nhà văn hóa nào ở địa chỉ này. Hãy tìm trên bản đồ.',
    en: 'There is no cultural house at this address. Look on the map.'
  },
  scan: {
    vi: 'Nối điện thoại vào Wifi của nhà văn hóa rồi quét mã để báo Wifi còn dùng được',
    en: 'Join the house’s Wifi, then scan to tell that it works'
  },
  sheets: { vi: 'Bảng mã QR của {count} nhà văn hóa', en: 'QR sheets of {count} cultural houses' },
  printSheets: {
    vi: 'Bấm Ctrl+P (hoặc «In» trong trình duyệt): mỗi nhà văn hóa ra một tờ A4, không kèm dòng chữ này. Bảng mở được trang ghi nhận của đúng nhà văn hóa ấy: chỉ treo trong nhà.',
    en: 'Press Ctrl+P (or “Print” in the browser): an A4 sheet for each house, without these lines. Each opens the check page of that very house: put it up indoors only.'
  }
} as const satisfies Record<string, Bilingual>

/** With a capital at its beginning. */
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)
const plainName = ({ name, kind }: NamedArea) =>
  [kind?.toLocaleLowerCase('vi'), name].filter(Boolean).join(' ')

/** "Thôn Bến Đá, xã Minh Họa"; '' where neither is known. */
export const whereabouts = ({ village, commune }: Pick<House, 'village' | 'commune'>) =>
  capital([village, commune].flatMap((area) => (area ? [plainName(area)] : [])).join(', '))

/** Two digits say enough of a slow line, whole numbers of a fast one. */
const digitsOf = (mbps: number) =>
  mbps < 10 ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: 0 }

/** 12 Mbit/s, 0,35 Mbit/s, or why there is no rate. */
export function rateText(mbps: number | null, reason: RateReason | null, language: Language) {
  if (mbps !== null) return `${mbps.toLocaleString(language, digitsOf(mbps))} Mbit/s`
  return REASONS[reason ?? 'not_measured'][language]
}

/** Who made a check, as the public is told. */
export const byText = ({ byKey }: Pick<WifiCheck, 'byKey'>, language: Language) =>
  (byKey ? WORDS.byKey : WORDS.byStaff)[language]

/** A calendar day (YYYY-MM-DD) as the language writes it. */
export const calendarDay = (day: string, language: Language) => dayText(`${day}T12:00:00+07:00`, language)
