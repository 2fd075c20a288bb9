import type { Bilingual, Language } from '../../http/language.ts'
import { numberText } from '../../http/pages/texts.ts'
import type { PublicReport, ReportSort, ReportState } from '../contract.ts'

/** How the public reads a state: four outcomes, each with a sign and a colour of its own. */
export type Outcome = 'open' | 'solved' | 'unsolved' | 'handed'

export const OUTCOME_OF: Readonly<Record<ReportState, Outcome>> = {
  new: 'open',
  received: 'open',
  assigned: 'open',
  in_progress: 'open',
  waiting_for_reporter: 'open',
  resolved: 'solved',
  closed: 'solved',
  closed_unresolved: 'unsolved',
  duplicate: 'handed',
  out_of_scope: 'handed'
}

export const STATES: Readonly<Record<ReportState, Bilingual>> = {
  new: { vi: 'Mới gửi', en: 'New' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  assigned: { vi: 'Đã phân công', en: 'Assigned' },
  in_progress: { vi: 'Đang xử lý', en: 'In progress' },
  waiting_for_reporter: { vi: 'Chờ người gửi bổ sung', en: 'Waiting for the reporter' },
  resolved: { vi: 'Đã giải quyết', en: 'Resolved' },
  closed: { vi: 'Đã giải quyết, đã đóng', en: 'Resolved and closed' },
  closed_unresolved: { vi: 'Chưa giải quyết được', en: 'Not resolved' },
  duplicate: { vi: 'Đã gộp', en: 'Merged' },
  out_of_scope: { vi: 'Đã chuyển cơ quan khác', en: 'Handed to another body' }
}

/** What a list can be narrowed to; several states are parted by commas, as the API takes them. */
export const STATE_GROUPS: readonly { states: string; name: Bilingual }[] = [
  {
    states: 'new,received,assigned,in_progress,waiting_for_reporter',
    name: { vi: 'Đang xử lý', en: 'Being handled' }
  },
  { states: 'resolved,closed', name: { vi: 'Đã giải quyết', en: 'Resolved' } },
  { states: 'closed_unresolved', name: STATES.closed_unresolved },
  { states: 'out_of_scope', name: STATES.out_of_scope }
]

export const SORTS: Readonly<Record<ReportSort, Bilingual>> = {
  newest: { vi: 'Mới gửi trước', en: 'Newest first' },
  updated: { vi: 'Mới cập nhật trước', en: 'Latest change first' },
  due: { vi: 'Sắp đến hạn trước', en: 'Due first' },
  oldest: { vi: 'Gửi lâu nhất trước', en: 'Oldest first' }
}

/** What happened, by the kind of the event. */
const EVENTS: Readonly<Partial<Record<string, Bilingual>>> = {
  taken_in: { vi: 'Phản ánh được gửi đến', en: 'Report sent in' },
  received: { vi: 'Đã tiếp nhận', en: 'Received' },
  assigned: { vi: 'Giao đơn vị xử lý', en: 'Given to a unit' },
  started: { vi: 'Bắt đầu xử lý', en: 'Work began' },
  asked: { vi: 'Hỏi thêm người gửi', en: 'The reporter was asked' },
  answered: { vi: 'Người gửi trả lời', en: 'The reporter answered' },
  resumed: { vi: 'Tiếp tục xử lý', en: 'Work went on' },
  resolved: { vi: 'Đã giải quyết', en: 'Resolved' },
  confirmed: { vi: 'Người gửi xác nhận đã giải quyết', en: 'The reporter confirmed it' },
  closed: { vi: 'Đóng phản ánh', en: 'Closed' },
  closed_unresolved: { vi: 'Kết thúc, chưa giải quyết được', en: 'Ended, not resolved' },
  out_of_scope: { vi: 'Chuyển cơ quan khác', en: 'Handed to another body' },
  reopened: { vi: 'Mở lại', en: 'Reopened' }
}

/** What an event is called; one that is not known here by the state that it led to. */
export function eventName(kind: string, toState: ReportState | null, language: Language): string {
  const known = EVENTS[kind] ?? (toState ? STATES[toState] : undefined)
  return known?.[language] ?? kind
}

export const WORDS = {
  list: { vi: 'Phản ánh hiện trường', en: 'Field reports' },
  listLead: {
    vi: 'Rác thải, mất an toàn giao thông và những việc người dân phản ánh: đã xử lý đến đâu, trong bao lâu, ảnh trước và sau.',
    en: 'Waste, traffic hazards and whatever people report: how far it has come, how long it took, pictures before and after.'
  },
  send: { vi: 'Gửi phản ánh', en: 'Send a report' },
  toList: { vi: 'Danh sách', en: 'List' },
  results: { vi: 'Kết quả xử lý', en: 'Results' },
  resultsShort: { vi: 'Kết quả', en: 'Results' },
  map: { vi: 'Bản đồ', en: 'Map' },
  pages: { vi: 'Các trang phản ánh', en: 'Pages about reports' },
  category: { vi: 'Loại', en: 'Category' },
  state: { vi: 'Trạng thái', en: 'State' },
  commune: { vi: 'Xã, phường', en: 'Commune' },
  village: { vi: 'Thôn', en: 'Village' },
  sort: { vi: 'Thứ tự', en: 'Order' },
  filterList: { vi: 'Lọc và sắp xếp', en: 'Filter and sort' },
  all: { vi: 'Tất cả', en: 'All' },
  overdueOnly: { vi: 'Chỉ xem quá hạn', en: 'Overdue only' },
  filter: { vi: 'Lọc', en: 'Filter' },
  clear: { vi: 'Bỏ lọc', en: 'Clear filters' },
  filters: { vi: 'Lọc danh sách', en: 'Filter the list' },
  found: { vi: 'phản ánh', en: 'reports' },
  none: {
    vi: 'Không có phản ánh nào khớp. Hãy bớt điều kiện lọc.',
    en: 'No report matches. Loosen the filters.'
  },
  nothingYet: {
    vi: 'Chưa có phản ánh nào được công khai. Phản ánh hiện ở đây sau khi cán bộ duyệt.',
    en: 'No report is public yet. They appear here once staff have approved them.'
  },
  next: { vi: 'Trang sau', en: 'Next page' },
  first: { vi: 'Về trang đầu', en: 'First page' },
  overdue: { vi: 'Quá hạn', en: 'Overdue' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau xử lý', en: 'After' },
  noPicture: { vi: 'Không có ảnh', en: 'No picture' },
  hidden: { vi: 'Vị trí được ẩn trong ô 200 m', en: 'Place hidden within a 200 m cell' },
  number: { vi: 'Số biên nhận', en: 'Receipt number' },
  receivedOn: { vi: 'Gửi ngày', en: 'Sent on' },
  place: { vi: 'Nơi', en: 'Place' },
  unit: { vi: 'Đơn vị xử lý', en: 'Unit in charge' },
  noUnit: { vi: 'Chưa giao', en: 'Not assigned yet' },
  due: { vi: 'Hạn xử lý', en: 'Due' },
  resolvedOn: { vi: 'Giải quyết ngày', en: 'Resolved on' },
  duration: { vi: 'Thời gian', en: 'Duration' },
  witnesses: { vi: 'Người cùng thấy', en: 'Also seen by' },
  pictures: { vi: 'Ảnh trước và sau', en: 'Pictures before and after' },
  history: { vi: 'Quá trình xử lý', en: 'History' },
  where: { vi: 'Vị trí', en: 'Where' },
  onMap: { vi: 'Mở trên bản đồ lớn', en: 'Open on the large map' },
  missing: { vi: 'Không tìm thấy phản ánh', en: 'Report not found' },
  noText: { vi: 'Người gửi không ghi thêm gì.', en: 'The reporter wrote nothing more.' },
  follow: {
    vi: 'Bạn đã gửi phản ánh này? Dùng mã theo dõi để trả lời, xác nhận hoặc mở lại.',
    en: 'Did you send this? Use your tracking code to answer, confirm or reopen it.'
  },
  followLink: { vi: 'Theo dõi bằng mã', en: 'Follow by code' },
  privacy: {
    vi: 'Tên và số điện thoại người gửi không bao giờ công khai.',
    en: 'Names and phone numbers of reporters are never public.'
  },
  help: { vi: 'Hướng dẫn gửi phản ánh', en: 'How to report' },
  privacyLink: { vi: 'Dữ liệu cá nhân: giữ gì, vì sao, bao lâu', en: 'Personal data: what, why, how long' }
} as const satisfies Record<string, Bilingual>

/** "3 ngày", "3 days"; less than one is said as such. */
function daysText(days: number, language: Language) {
  if (language === 'vi') return days === 0 ? 'trong ngày' : `${numberText(days, 'vi')} ngày`
  if (days === 0) return 'the same day'
  return days === 1 ? '1 day' : `${numberText(days, 'en')} days`
}

/** How long it took, or has taken so far. */
export function durationText(
  { daysOpen, state }: Pick<PublicReport, 'daysOpen' | 'state'>,
  language: Language
) {
  const days = daysText(daysOpen, language)
  if (OUTCOME_OF[state] !== 'open')
    return language === 'vi' ? (daysOpen === 0 ? 'Trong ngày' : `Sau ${days}`) : days
  if (daysOpen === 0) return language === 'vi' ? 'Hôm nay' : 'Today'
  return language === 'vi' ? `Đã ${days}` : `${days} so far`
}
