import type { Message } from '../i18n/i18n.svelte.ts'

/** Words of the rounds of cleaning. */
export const roundMessages = {
  title: { vi: 'Đợt làm sạch dữ liệu', en: 'Cleaning rounds' },
  lead: {
    vi: 'Mỗi đợt ghi lại số phát hiện lúc mở và lúc kết thúc, việc đã sửa, và in được biên bản để ký.',
    en: 'A round keeps what was found when it began and when it was closed, what was mended, and prints a record for signing.'
  },
  back: { vi: 'Về danh sách', en: 'Back to the list' },
  allRounds: { vi: 'Các đợt', en: 'All rounds' },
  loading: { vi: 'Đang tải các đợt', en: 'Loading the rounds' },
  none: {
    vi: 'Xã chưa có đợt làm sạch nào. Kế hoạch thường yêu cầu mỗi năm hai đợt.',
    en: 'There has been no round yet. Plans usually ask for two a year.'
  },
  open: { vi: 'Mở đợt mới', en: 'Begin a round' },
  name: { vi: 'Tên đợt', en: 'Name' },
  nameHint: { vi: 'Ví dụ: Đợt 2 năm 2026', en: 'For example: second round of 2026' },
  from: { vi: 'Từ ngày', en: 'From' },
  to: { vi: 'Đến ngày', en: 'To' },
  task: { vi: 'Nhiệm vụ của kế hoạch', en: 'Task of the plan' },
  noTask: { vi: 'Không gắn nhiệm vụ', en: 'None' },
  start: { vi: 'Mở đợt', en: 'Begin' },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  lacking: {
    vi: 'Hãy ghi tên đợt, ngày đầu và ngày cuối.',
    en: 'Give a name, the first day and the last.'
  },
  span: { vi: 'Thời gian', en: 'From, to' },
  state: { vi: 'Tình trạng', en: 'State' },
  underWay: { vi: 'Đang làm', en: 'Under way' },
  closedBy: { vi: 'Kết thúc {day}, {name}', en: 'Closed {day}, {name}' },
  atStart: { vi: 'Đầu đợt', en: 'At the start' },
  atEnd: { vi: 'Cuối đợt', en: 'At the end' },
  now: { vi: 'Hôm nay', en: 'Today' },
  mended: { vi: 'Đã sửa', en: 'Mended' },
  accepted: { vi: 'Chấp nhận', en: 'Accepted' },
  added: { vi: 'Mới phát sinh', en: 'New' },
  what: { vi: 'Nội dung kiểm tra', en: 'What was looked for' },
  unknown: { vi: 'không kiểm tra được', en: 'not looked at' },
  mendedList: { vi: 'Đã sửa ({count})', en: 'Mended ({count})' },
  acceptedList: { vi: 'Giữ nguyên, có lý do ({count})', en: 'Accepted as it is ({count})' },
  because: { vi: 'Giữ nguyên ngày {day} ({by}): {reason}', en: 'Accepted on {day} ({by}): {reason}' },
  remainingList: { vi: 'Còn phải sửa ({count})', en: 'Still to be mended ({count})' },
  addedList: { vi: 'Mới phát sinh trong đợt ({count})', en: 'New since the start ({count})' },
  startedBy: { vi: 'Mở ngày {day}, {name}.', en: 'Begun {day}, {name}.' },
  answers: { vi: 'Thực hiện nhiệm vụ: {task}.', en: 'Answers the task: {task}.' },
  sheet: { vi: 'In biên bản', en: 'Print the record' },
  conclusion: { vi: 'Kết luận', en: 'Conclusion' },
  close: { vi: 'Kết thúc đợt', en: 'Close the round' },
  closeText: {
    vi: 'Số liệu hôm nay được ghi làm số cuối đợt. Đợt đã kết thúc thì không sửa được nữa.',
    en: 'What is found today becomes its end. A closed round does not change any more.'
  },
  met: {
    vi: 'Người khác vừa kết thúc hoặc sửa đợt này. Trang đã lấy bản mới nhất.',
    en: 'Somebody else has just closed or changed this round. The page shows it as it is now.'
  },
  closed: {
    vi: 'Đã kết thúc đợt. Có thể in biên bản để ký.',
    en: 'The round is closed. Its record can be printed.'
  }
} as const satisfies Record<string, Message>
