import { boundsMessages } from './bounds-messages.ts'
import { tableMessages } from './table-messages.ts'
import { timeMessages } from './time-messages.ts'
import { whyMessages } from './why-messages.ts'

export const messages = {
  ...timeMessages,
  ...whyMessages,
  ...tableMessages,
  ...boundsMessages,
  indicator: { vi: 'Chỉ tiêu', en: 'Indicator' },
  chooseIndicator: { vi: 'Chọn chỉ tiêu', en: 'Choose an indicator' },
  groups: {
    not_met: { vi: 'Chưa đạt mục tiêu', en: 'Below target' },
    undetermined: { vi: 'Chưa xác định: chưa đủ dữ liệu để kết luận', en: 'Cannot be decided yet' },
    met: { vi: 'Đạt mục tiêu', en: 'On target' },
    none: { vi: 'Không có mục tiêu hoặc chưa có số liệu', en: 'No target or no data' }
  },
  verdicts: {
    met: { vi: 'Đạt', en: 'Met' },
    not_met: { vi: 'Chưa đạt', en: 'Not met' },
    undetermined: { vi: 'Chưa xác định', en: 'Undetermined' }
  },
  otherViews: { vi: 'Cách xem khác', en: 'Other views' },
  target: { vi: 'Mục tiêu {value} · {period}', en: 'Target {value} · {period}' },
  targetOnly: { vi: 'Mục tiêu {value}', en: 'Target {value}' },
  stretchTarget: { vi: 'Phấn đấu {value}: {verdict}', en: 'Stretch target {value}: {verdict}' },
  noTarget: {
    vi: 'Kế hoạch không đặt mục tiêu cho chỉ tiêu này',
    en: 'The plan sets no target for this indicator'
  },
  year: { vi: 'năm {year}', en: '{year}' },
  quarter: { vi: 'quý {quarter}/{year}', en: 'Q{quarter} {year}' },
  leadUnit: { vi: 'Đơn vị chủ trì: {unit}', en: 'Lead unit: {unit}' },
  asOf: { vi: 'Số liệu ngày {day}', en: 'As of {day}' },
  bounds: { vi: 'Chắc chắn từ {low} đến {high}', en: 'Certainly between {low} and {high}' },
  exact: { vi: 'Không có phần chưa rõ', en: 'Nothing is unknown' },
  unknown: { vi: 'Chưa rõ', en: 'Unknown' },
  barLabel: {
    vi: '{yesName}: {yes}. {noName}: {no}. Chưa rõ: {unknown}.',
    en: '{yesName}: {yes}. {noName}: {no}. Unknown: {unknown}.'
  },
  basis: {
    premises: { vi: 'Tính theo điểm hộ', en: 'Counted by household points' },
    buildings: {
      vi: 'Ước tính: dân số trong sổ chia theo diện tích nhà',
      en: 'Estimate: registered population shared out by floor area'
    },
    area: { vi: 'Tính theo diện tích', en: 'Measured by area' },
    places: { vi: 'Đếm theo địa điểm', en: 'Counted by place' },
    none: { vi: 'Chưa có căn cứ tính', en: 'Nothing to count yet' }
  },
  basisChecked: {
    vi: '{basis}; Wifi tính là hoạt động khi kiểm tra trong {days} ngày',
    en: '{basis}; Wifi counts as working when checked within {days} days'
  },
  basisShared: {
    vi: '{basis}; {count} điểm hộ chưa rõ số người, chia phần còn lại của sổ dân số',
    en: '{basis}; {count} premises whose residents are not known share what the register has left'
  },
  things: {
    people: { vi: 'người', en: 'people' },
    households: { vi: 'hộ', en: 'households' },
    area: { vi: 'm²', en: 'm²' },
    villages: { vi: 'thôn', en: 'villages' },
    houses: { vi: 'nhà văn hóa', en: 'cultural houses' },
    institutions: { vi: 'đơn vị', en: 'institutions' },
    places: { vi: 'nơi', en: 'places' }
  },
  /** The same things when there is one of them. */
  oneThing: {
    people: { vi: 'người', en: 'person' },
    households: { vi: 'hộ', en: 'household' },
    villages: { vi: 'thôn', en: 'village' },
    houses: { vi: 'nhà văn hóa', en: 'cultural house' },
    institutions: { vi: 'đơn vị', en: 'institution' },
    places: { vi: 'nơi', en: 'place' }
  },
  villagesTitle: { vi: 'Các thôn, kết quả thấp nhất trước', en: 'Villages, lowest result first' },
  outsideVillages: { vi: 'Ngoài các thôn', en: 'Outside the villages' },
  provisional: { vi: 'Ranh giới tạm', en: 'Provisional boundary' },
  provisionalHelp: {
    vi: 'Ranh giới thôn này được dựng tạm từ điểm trung tâm, chưa phải ranh giới chính thức.',
    en: 'The boundary of this village was drawn provisionally from its centre; it is not official.'
  },
  villageCount: {
    vi: '{met} đạt · {not_met} chưa đạt · {undetermined} chưa xác định',
    en: '{met} met · {not_met} not met · {undetermined} undetermined'
  },
  backTo: { vi: 'Về {place}', en: 'Back to {place}' },
  otherIndicators: { vi: 'Chỉ tiêu khác của nơi này', en: 'Other indicators of this place' },
  operatorsTitle: { vi: 'Theo từng nhà mạng', en: 'By operator' },
  operatorSilent: { vi: 'Chưa gửi bản đồ', en: 'No map delivered' },
  anyOperator: { vi: 'Ít nhất một nhà mạng', en: 'At least one operator' },
  bestOperator: { vi: 'Nhà mạng tốt nhất', en: 'Best single operator' },
  allOperators: { vi: 'Mọi nhà mạng đã gửi bản đồ', en: 'All operators that delivered' },
  landShare: { vi: 'Tỷ lệ diện tích đất', en: 'Share of land' },
  sourcesTitle: { vi: 'Nguồn số liệu', en: 'Sources' },
  noSources: { vi: 'Chưa có nguồn nào.', en: 'There is no source yet.' },
  sourceFrom: { vi: 'hiệu lực từ {day}', en: 'valid from {day}' },
  sourceImported: { vi: 'nạp lúc {moment}', en: 'imported {moment}' },
  hash: { vi: 'Mã băm SHA-256', en: 'SHA-256 hash' },
  computedAt: {
    vi: 'Tính lúc {moment}, theo dữ liệu đã nạp đến {known}.',
    en: 'Computed {moment} from what had been imported by {known}.'
  },
  planNote: { vi: 'Ghi chú của kế hoạch:', en: 'Note in the plan:' },
  loading: { vi: 'Đang tải số liệu…', en: 'Loading figures…' }
} as const
