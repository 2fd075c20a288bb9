import type { Message } from '../../i18n/i18n.svelte.ts'

/** Every word of the list of one's own reports. */
export const messages = {
  title: { vi: 'Phản ánh của tôi', en: 'My reports' },
  empty: {
    vi: 'Chưa có phản ánh nào trên máy này.',
    en: 'There are no reports on this device.'
  },
  emptyHint: {
    vi: 'Phản ánh bạn gửi và phản ánh bạn bấm “Tôi cũng thấy” hiện ở đây cùng kết quả xử lý.',
    en: 'What you send and what you follow stands here, with what became of it.'
  },
  retry: { vi: 'Thử lại', en: 'Try again' },
  draft: { vi: 'Đang viết', en: 'Draft' },
  waiting: { vi: 'Chờ gửi', en: 'Waiting' },
  sendingText: { vi: 'Đang gửi nội dung', en: 'Sending the text' },
  sending: { vi: 'Đang gửi {n}/{m} tệp', en: 'Sending {n}/{m} files' },
  waitingFiles: { vi: 'Đã nhận {n}/{m} tệp, còn lại chờ gửi', en: '{n}/{m} files received, the rest waits' },
  received: { vi: 'Đã nhận', en: 'Received' },
  published: { vi: 'Đã công khai', en: 'Published' },
  receivedBut: { vi: 'Đã nhận, trừ {n} tệp', en: 'Received, except {n} {n|file|files}' },
  refused: { vi: 'Bị từ chối', en: 'Refused' },
  fileRefused: { vi: 'máy chủ không nhận: {reason}', en: 'not taken by the server: {reason}' },
  fileReceived: { vi: 'đã nhận', en: 'received' },
  filePublished: { vi: 'đã công khai', en: 'published' },
  fileWaiting: { vi: 'chờ gửi', en: 'waiting' },
  fileHeld: { vi: 'chờ gửi, {reason}', en: 'waiting, {reason}' },
  fileSending: { vi: 'đang gửi {percent}', en: 'sending {percent}' },
  fileDraft: { vi: 'lưu trên máy', en: 'kept here' },
  fileState: { vi: 'Ảnh {n}: {state}', en: 'Photo {n}: {state}' },
  voiceState: { vi: 'Ghi âm: {state}', en: 'Voice note: {state}' },
  code: { vi: 'Mã theo dõi {code}', en: 'Tracking code {code}' },
  savedAt: { vi: 'Lưu lúc {moment}', en: 'Kept at {moment}' },
  followed: { vi: 'Bạn cũng thấy việc này', en: 'You saw it too' },
  removeSure: {
    vi: 'Máy chủ vẫn giữ phản ánh. Xóa khỏi máy này thì phải có mã {code} mới theo dõi được.',
    en: 'The server keeps the report. Once removed here it can be followed by its code {code} only.'
  },
  goOn: { vi: 'Viết tiếp', en: 'Go on' },
  discard: { vi: 'Xóa khỏi máy', en: 'Remove from this device' },
  discardSure: {
    vi: 'Máy chủ chưa có phản ánh này. Xóa khỏi máy là mất hẳn.',
    en: 'The server does not have this report. Removed here it is gone.'
  },
  discardYes: { vi: 'Xóa hẳn', en: 'Remove' },
  discardNo: { vi: 'Giữ lại', en: 'Keep' },
  unsentTitle: { vi: '{n} phản ánh chưa gửi xong', en: '{n} {n|report|reports} not sent yet' },
  unsentHint: {
    vi: 'Máy tự gửi khi trang này mở và có mạng.',
    en: 'They are sent by themselves while this page is open and there is a network.'
  },
  unsentOld: {
    vi: 'Có phản ánh đã chờ {days} ngày. Hãy mở trang này ở nơi có mạng, hoặc lưu ra tệp và đưa cho cán bộ xã nạp giúp.',
    en: 'A report has waited for {days} days. Open this page where there is a network, or save them to a file and hand it to the commune.'
  },
  unsentDays: { vi: 'Có phản ánh đã chờ gửi {days} ngày.', en: 'A report has waited for {days} days.' },
  unsentSee: { vi: 'Xem cách gửi', en: 'See what to do' },
  save: { vi: 'Lưu tất cả ra tệp', en: 'Save all to a file' },
  saving: { vi: 'Đang ghi tệp…', en: 'Writing the file…' },
  saveFailed: {
    vi: 'Chưa ghi được tệp. Hãy kiểm tra bộ nhớ máy rồi thử lại.',
    en: 'The file could not be written. Check the storage of this device and try again.'
  },
  fileName: { vi: 'phan-anh-chua-gui', en: 'unsent-reports' }
} as const satisfies Record<string, Message>
