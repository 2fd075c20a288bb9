import type { Message } from '../../i18n/i18n.svelte.ts'
import type { Hindrance } from '../outbox/backoff.ts'

/** Every word on what became of a report that was sent. */
export const messages = {
  keptTitle: { vi: 'Đã lưu trên máy này', en: 'Kept on this device' },
  keptWaiting: {
    vi: 'Chưa gửi được vì chưa có mạng. Máy chỉ gửi khi trang này đang mở: khi có mạng, hãy mở lại trang và đợi số biên nhận (PA-…).',
    en: 'Not sent yet: there is no network. It is sent only while this page is open: open it again where there is one, and wait for the receipt number (PA-…).'
  },
  sendingTitle: { vi: 'Đang gửi…', en: 'Sending…' },
  sendingText: { vi: 'Đang gửi nội dung', en: 'Sending the text' },
  waitingTitle: { vi: 'Chờ gửi', en: 'Waiting to be sent' },
  waitingText: {
    vi: 'Phản ánh và ảnh đã lưu trên máy này.',
    en: 'Report and photos are kept on this device.'
  },
  receivedTitle: { vi: 'Đã nhận phản ánh', en: 'Report received' },
  receivedPhotos: { vi: 'Còn {n} tệp đang gửi.', en: '{n} {n|file|files} still on the way.' },
  receivedQueued: { vi: 'Còn {n} tệp chờ gửi.', en: '{n} {n|file waits|files wait} to be sent.' },
  receivedWaiting: {
    vi: 'Còn {n} tệp chờ gửi khi có mạng.',
    en: '{n} {n|file waits|files wait} for a network.'
  },
  receivedBut: {
    vi: 'Máy chủ đã nhận nội dung nhưng không nhận {n} tệp; xem lý do trong Của tôi.',
    en: 'The server has the text but did not take {n} {n|file|files}; see why under Mine.'
  },
  receivedAll: { vi: 'Máy chủ đã nhận đủ nội dung và ảnh.', en: 'The server has the text and every photo.' },
  number: { vi: 'Số biên nhận', en: 'Receipt number' },
  code: { vi: 'Mã theo dõi, chỉ bạn có', en: 'Tracking code, yours only' },
  codeHint: {
    vi: 'Máy này đã nhớ mã. Hãy ghi lại nếu muốn theo dõi ở máy khác.',
    en: 'This device remembers it. Write it down to follow the report elsewhere.'
  },
  dueTerm: { vi: 'Hạn xem xét', en: 'Deadline for a first look' },
  dueBy: { vi: 'Được xem xét trước {moment}', en: 'Looked at before {moment}' },
  sentTo: { vi: 'Nơi nhận', en: 'Sent to' },
  refusedTitle: { vi: 'Máy chủ chưa nhận phản ánh này', en: 'The server does not take this report' },
  refusedKept: {
    vi: 'Phản ánh và ảnh vẫn còn nguyên trên máy, trong mục Của tôi.',
    en: 'Report and photos are still on this device, under Mine.'
  },
  mend: { vi: 'Sửa và gửi lại', en: 'Mend it and send again' },
  another: { vi: 'Gửi phản ánh khác', en: 'Send another' },
  seeMine: { vi: 'Xem phản ánh của tôi', en: 'See my reports' }
} as const satisfies Record<string, Message>

/** How many files wait although there is a network, and why. */
export const filesHeld: Record<Hindrance, Message> = {
  busy: {
    vi: 'Còn {n} tệp chờ gửi: máy chủ đang bận.',
    en: '{n} {n|file waits|files wait} to be sent: the server is busy.'
  },
  away: {
    vi: 'Còn {n} tệp chờ gửi: chưa nối được với máy chủ.',
    en: '{n} {n|file waits|files wait} to be sent: the server cannot be reached.'
  },
  fault: {
    vi: 'Còn {n} tệp chờ gửi: máy chủ đang gặp lỗi.',
    en: '{n} {n|file waits|files wait} to be sent: the server failed.'
  }
}
