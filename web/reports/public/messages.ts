/** Words of the layer of reports and its card. */
export const messages = {
  report: { vi: 'Phản ánh hiện trường', en: 'Field report' },
  category: { vi: 'Loại phản ánh', en: 'Category' },
  state: { vi: 'Trạng thái', en: 'State' },
  allCategories: { vi: 'Mọi loại', en: 'All categories' },
  allStates: { vi: 'Mọi trạng thái', en: 'All states' },
  late: { vi: 'Quá hạn', en: 'Overdue' },
  shown: { vi: 'Hiện {shown} trong {total} phản ánh', en: '{shown} of {total} reports shown' },
  none: {
    vi: 'Xã này chưa có phản ánh nào được công khai.',
    en: 'No report of this commune is public yet.'
  },
  list: { vi: 'Xem danh sách', en: 'See the list' },
  send: { vi: 'Gửi phản ánh', en: 'Send a report' },
  loading: { vi: 'Đang tải phản ánh…', en: 'Loading the report…' },
  close: { vi: 'Đóng', en: 'Close' },
  received: { vi: 'Gửi ngày', en: 'Sent on' },
  duration: { vi: 'Thời gian', en: 'Duration' },
  days: { vi: '{n} ngày', en: '{n} {n|day|days}' },
  sameDay: { vi: 'trong ngày', en: 'the same day' },
  unit: { vi: 'Đơn vị xử lý', en: 'Unit in charge' },
  noUnit: { vi: 'Chưa giao', en: 'Not assigned yet' },
  hidden: { vi: 'Vị trí được ẩn trong ô 200 m.', en: 'The place is hidden within a 200 m cell.' },
  more: { vi: 'Xem quá trình xử lý', en: 'See what was done' },
  before: { vi: 'Trước', en: 'Before' },
  after: { vi: 'Sau xử lý', en: 'After' }
} as const
