import type { ReportState } from '../../../server/reports/contract.ts'
import type { Message } from '../../i18n/i18n.svelte.ts'
import type { TrackProblem } from './tracked.svelte.ts'

/** Every word of following a report by its code. */
export const messages = {
  asking: { vi: 'Đang xem kết quả xử lý…', en: 'Looking how it stands…' },
  published: { vi: 'Đã công khai', en: 'Published' },
  seePublic: { vi: 'Xem trang công khai', en: 'See the public page' },
  merged: { vi: 'Được xử lý chung với {number}', en: 'Handled together with {number}' },
  unit: { vi: 'Đơn vị xử lý: {unit}', en: 'In charge: {unit}' },
  handedTo: { vi: 'Đã chuyển đến: {body}', en: 'Handed over to: {body}' },
  lookBy: { vi: 'Được xem xét trước {moment}', en: 'Looked at before {moment}' },
  solveBy: { vi: 'Hạn xử lý {moment}', en: 'To be dealt with before {moment}' },
  overdue: { vi: 'Đã quá hạn', en: 'Overdue' },
  question: { vi: 'Đơn vị xử lý hỏi bạn', en: 'The unit in charge asks you' },
  answer: { vi: 'Trả lời', en: 'Your answer' },
  sendAnswer: { vi: 'Gửi trả lời', en: 'Send the answer' },
  confirmAsk: { vi: 'Việc này đã được xử lý xong chưa?', en: 'Has it been dealt with?' },
  confirm: { vi: 'Đã xong', en: 'Yes, it is done' },
  confirmed: { vi: 'Bạn đã xác nhận xử lý xong.', en: 'You said that it is done.' },
  reopen: { vi: 'Chưa xong, mở lại', en: 'No, reopen it' },
  reopenWhy: { vi: 'Còn vướng điều gì?', en: 'What is still wrong?' },
  reopenSend: { vi: 'Gửi và mở lại', en: 'Send and reopen' },
  reopenOnce: {
    vi: 'Chỉ mở lại được một lần, trong 30 ngày kể từ khi có kết quả.',
    en: 'It can be reopened once, within 30 days of the result.'
  },
  ended: {
    vi: 'Không mở lại được nữa (chỉ một lần, trong 30 ngày). Nếu việc tái diễn, hãy gửi phản ánh mới.',
    en: 'It cannot be reopened any more (once, within 30 days). If it happens again, send a new report.'
  },
  cancel: { vi: 'Thôi', en: 'Cancel' },
  history: { vi: 'Quá trình xử lý', en: 'History' },
  byCode: { vi: 'Theo dõi bằng mã', en: 'Follow by code' },
  codeLabel: { vi: 'Mã theo dõi (12 ký tự)', en: 'Tracking code (12 letters)' },
  codeSee: { vi: 'Xem', en: 'See' },
  codeBad: {
    vi: 'Mã gồm 12 chữ cái và chữ số, ví dụ 7K3M-9QXT-2B4D. Hãy xem lại trên biên nhận.',
    en: 'A code has 12 letters and digits, such as 7K3M-9QXT-2B4D. Look at the receipt again.'
  },
  keepFollowing: { vi: 'Theo dõi trên máy này', en: 'Follow on this device' },
  unfollow: { vi: 'Thôi theo dõi', en: 'Stop following' },
  own: { vi: 'Dữ liệu của tôi', en: 'My data' },
  ownSave: { vi: 'Tải về những gì đang giữ', en: 'Download what is kept' },
  ownDelete: { vi: 'Xóa dữ liệu cá nhân', en: 'Delete my personal data' },
  ownDeleteSure: {
    vi: 'Máy chủ xóa liên hệ, ghi âm, lời bạn viết và mã theo dõi, máy này cũng quên phản ánh; sau đó không theo dõi được nữa. Không lấy lại được.',
    en: 'The server deletes contact, voice note, your words and the code, and this device forgets the report; it cannot be followed any more. This cannot be undone.'
  },
  ownDeleted: {
    vi: 'Đã xóa dữ liệu cá nhân trên máy chủ. Máy này cũng không còn giữ phản ánh đó.',
    en: 'Your personal data was deleted on the server. This device has forgotten the report as well.'
  }
} as const satisfies Record<string, Message>

export const trackProblems: Record<TrackProblem, Message> = {
  away: { vi: 'Chưa có mạng nên chưa xem được kết quả.', en: 'No network: it cannot be looked up now.' },
  unknown: {
    vi: 'Mã này không mở được phản ánh nào. Hãy xem lại từng ký tự.',
    en: 'This code opens no report. Check each letter.'
  },
  failed: {
    vi: 'Chưa thực hiện được. Hãy thử lại sau ít phút.',
    en: 'It did not work. Try again in a few minutes.'
  }
}

/** What a state means to whoever reported. */
export const stateNames: Record<ReportState, Message> = {
  new: { vi: 'Đã đến nơi, chờ xem xét', en: 'Arrived, waiting to be looked at' },
  received: { vi: 'Đã tiếp nhận', en: 'Taken on' },
  assigned: { vi: 'Đã giao đơn vị xử lý', en: 'Given to a unit' },
  in_progress: { vi: 'Đang xử lý', en: 'Being dealt with' },
  waiting_for_reporter: { vi: 'Chờ bạn trả lời', en: 'Waiting for your answer' },
  resolved: { vi: 'Đã giải quyết', en: 'Resolved' },
  closed: { vi: 'Đã giải quyết, đã đóng', en: 'Resolved and closed' },
  closed_unresolved: { vi: 'Kết thúc, chưa giải quyết được', en: 'Closed, not resolved' },
  duplicate: { vi: 'Trùng, xử lý chung', en: 'Duplicate, handled together' },
  out_of_scope: { vi: 'Đã chuyển cơ quan khác', en: 'Handed to another body' }
}
