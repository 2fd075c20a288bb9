import type { Bilingual } from '../../http/language.ts'

/** Words of the page of results. */
export const RESULT_WORDS = {
  lead: {
    vi: 'Những phản ánh đã công khai được tiếp nhận và xử lý ra sao, tính theo ngày gửi:',
    en: 'What became of public reports, by the day on which they came:'
  },
  always: { vi: 'từ trước đến nay', en: 'since the beginning' },
  span: { vi: 'Chọn khoảng ngày', en: 'Choose days' },
  from: { vi: 'Từ ngày', en: 'From' },
  to_day: { vi: 'Đến ngày', en: 'To' },
  show: { vi: 'Xem', en: 'Show' },
  received: { vi: 'Đã công khai', en: 'Made public' },
  notPublic: { vi: 'Chưa công khai, không tính ở đây', en: 'Not public, not counted here' },
  resolved: { vi: 'Đã giải quyết', en: 'Resolved' },
  open: { vi: 'Đang xử lý', en: 'Being handled' },
  late: { vi: 'quá hạn', en: 'overdue' },
  noneLate: { vi: 'không có quá hạn', en: 'none overdue' },
  inTime: { vi: 'Giải quyết đúng hạn', en: 'Resolved in time' },
  seenInTime: { vi: 'Tiếp nhận đúng hạn', en: 'Looked at in time' },
  median: { vi: 'Trung vị', en: 'Median' },
  ofResolved: { vi: 'đã giải quyết hoặc quá hạn', en: 'resolved or overdue' },
  ofSeen: { vi: 'đã tiếp nhận hoặc quá hạn', en: 'looked at or overdue' },
  half: { vi: 'Một nửa xong trong', en: 'Half of them within' },
  unresolved: { vi: 'Chưa giải quyết được', en: 'Not resolved' },
  handed: { vi: 'Chuyển nơi khác', en: 'Handed on' },
  rank: { vi: 'Thứ hạng', en: 'Rank' },
  days: { vi: 'ngày', en: 'days' },
  hours: { vi: 'giờ', en: 'hours' },
  byCategory: { vi: 'Theo loại', en: 'By category' },
  byUnit: { vi: 'Theo đơn vị xử lý', en: 'By unit' },
  byVillage: { vi: 'Theo thôn', en: 'By village' },
  noVillage: { vi: 'Ngoài các thôn, hoặc vị trí được ẩn', en: 'Outside villages, or hidden' },
  unresolvedTitle: { vi: 'Chưa giải quyết được, và vì sao', en: 'Not resolved, and why' },
  to: { vi: 'Chuyển đến', en: 'Handed to' },
  noReason: { vi: 'Lý do chưa được công khai.', en: 'The reason is not public yet.' },
  note: (fewest: number): Bilingual => ({
    vi: `Đúng hạn tính theo giờ làm việc. Trung vị tính từ lúc gửi đến lúc giải quyết, cả ngày nghỉ. Nơi nào dưới ${fewest} phản ánh thì chỉ nêu số lượng, không nêu tỷ lệ, trung vị và thứ hạng: ngẫu nhiên sẽ quyết định thay cho chất lượng.`,
    en: `“In time” counts working hours. Medians run from sending to solution, days off included. Below ${fewest} reports only counts are given, neither shares nor medians nor ranks: chance would speak.`
  })
} as const
