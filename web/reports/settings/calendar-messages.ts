/** Words about the offices' calendar. */
export const calendarMessages = {
  lead: {
    vi: 'Thời hạn của phản ánh tính theo giờ làm việc: không tính thứ Bảy, Chủ nhật, ngày nghỉ; có tính ngày làm bù. Thay đổi có hiệu lực trong một phút với phản ánh nhận sau đó.',
    en: 'Deadlines are counted in working hours: without weekends and holidays, with weekend days that are worked instead. Changes hold within a minute, for reports that come afterwards.'
  },
  year: { vi: 'Năm {year}', en: 'Year {year}' },
  earlier: { vi: 'Năm trước', en: 'The year before' },
  later: { vi: 'Năm sau', en: 'The year after' },
  withoutTet: {
    vi: 'Chưa có ngày nghỉ Tết Nguyên đán năm {years}',
    en: 'No Tết holidays entered for {years}'
  },
  withoutTetText: {
    vi: 'Nếu không nhập, thời hạn của phản ánh sẽ chạy cả trong những ngày Tết. Hãy nhập theo thông báo nghỉ Tết của cơ quan có thẩm quyền.',
    en: 'Until they are, deadlines run on through Tết. Enter them as officially announced.'
  },
  provisionalTitle: {
    vi: 'Năm {year} có {n} ngày tạm tính, chờ thông báo chính thức',
    en: '{n} {n|day|days} of {year} {n|is|are} provisional until officially announced'
  },
  provisionalWhy: {
    vi: 'Tạm tính theo âm lịch hoặc lệ hằng năm: chờ thông báo chính thức.',
    en: 'Reckoned by the lunar calendar or earlier years, until officially announced.'
  },
  provisionalText: {
    vi: 'Hãy đối chiếu với thông báo chính thức: sửa lại hoặc bỏ dấu «Tạm tính».',
    en: 'Compare with the official announcement: correct each, or untick “Provisional”.'
  },
  none: {
    vi: 'Năm {year} chưa nhập ngày nghỉ hay ngày làm bù nào.',
    en: 'Nothing is entered for {year} yet.'
  },
  add: { vi: 'Thêm ngày', en: 'Add days' },
  addTitle: { vi: 'Thêm ngày nghỉ hoặc ngày làm bù', en: 'Add holidays or substitute working days' },
  editTitle: { vi: 'Sửa ngày {day}', en: 'Edit {day}' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến hết ngày (bỏ trống nếu một ngày)', en: 'Until and including (empty: one day)' },
  noDay: { vi: 'Hãy nhập ngày đầu tiên.', en: 'Enter the first day.' },
  name: { vi: 'Tên ngày', en: 'Name' },
  nameHint: {
    vi: 'Ví dụ: Tết Nguyên đán, Làm bù cho ngày 02/5',
    en: 'Such as: Tết, worked instead of 2 May'
  },
  worked: { vi: 'Loại ngày', en: 'Kind' },
  closed: { vi: 'Nghỉ', en: 'Closed' },
  open: { vi: 'Làm bù', en: 'Worked' },
  provisional: { vi: 'Tạm tính', en: 'Provisional' },
  provisionalHint: { vi: 'Chưa có thông báo chính thức.', en: 'Not officially announced yet.' },
  create: { vi: 'Thêm', en: 'Add' },
  added: { vi: 'Đã thêm {n} ngày.', en: '{n} {n|day is|days are} added.' },
  saved: { vi: 'Đã lưu ngày {day}.', en: '{day} is saved.' },
  remove: { vi: 'Xóa', en: 'Remove' },
  removeOf: { vi: 'Xóa ngày {day}', en: 'Remove {day}' },
  removeTitle: { vi: 'Xóa ngày {day} khỏi lịch?', en: 'Remove {day} from the calendar?' },
  removeText: {
    vi: '{name}. Sau khi xóa, ngày này tính như ngày thường trong tuần.',
    en: '{name}. Afterwards it counts as an ordinary day of its week.'
  },
  removed: { vi: 'Đã xóa ngày {day}.', en: '{day} is removed.' },
  changedMeanwhile: {
    vi: 'Người khác vừa sửa ngày {day} nên chưa xóa. Danh sách đã cập nhật; hãy xem lại.',
    en: 'Somebody else has just changed {day}, so it was not removed. The list shows it as it is now.'
  }
} as const

/** Sunday first, as dates count. */
export const weekdayMessages = [
  { vi: 'Chủ nhật', en: 'Sunday' },
  { vi: 'Thứ Hai', en: 'Monday' },
  { vi: 'Thứ Ba', en: 'Tuesday' },
  { vi: 'Thứ Tư', en: 'Wednesday' },
  { vi: 'Thứ Năm', en: 'Thursday' },
  { vi: 'Thứ Sáu', en: 'Friday' },
  { vi: 'Thứ Bảy', en: 'Saturday' }
] as const
