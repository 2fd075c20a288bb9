import type { Bilingual } from '../../http/language.ts'

/** What the script of the check page says, by the names under which it asks for it. */
export const SAID = {
  measuringDown: { vi: 'Đang đo tốc độ tải xuống…', en: 'Measuring the down rate…' },
  measuringUp: { vi: 'Đang đo tốc độ tải lên…', en: 'Measuring the up rate…' },
  sending: { vi: 'Đang gửi kết quả…', en: 'Sending the result…' },
  reachable: { vi: 'Vào được Wifi', en: 'Wifi reachable' },
  notReachable: { vi: 'Không vào được Wifi', en: 'Wifi not reachable' },
  unreachable: { vi: 'không có Wifi để đo', en: 'no Wifi to measure' },
  not_measured: { vi: 'không đo', en: 'not measured' },
  interrupted: { vi: 'đứt mạng khi đo', en: 'the line broke while measuring' },
  busy: { vi: 'máy chủ bận, chưa đo được', en: 'the server was busy' },
  mobile: {
    vi: 'Điện thoại đang dùng mạng di động, không phải Wifi. Hãy nối vào Wifi của nhà văn hóa rồi bấm «Thử lại»; nếu không vào được thì ở bước sau bấm «Không vào được Wifi».',
    en: 'The phone is on the mobile network, not on Wifi. Join the house’s Wifi and press “Try again”; where you cannot, press “I cannot get on the Wifi” at the next step.'
  },
  nothingCarried: {
    vi: 'Khi đo, không có gì đi qua được Wifi này. Hãy bấm «Thử lại» để đo lần nữa; nếu vẫn vậy thì bấm «Không vào được Wifi» và gửi bằng mạng di động.',
    en: 'Nothing came through this Wifi while it was measured. Press “Try again” to measure once more; if it stays so, press “I cannot get on the Wifi” and send that over the mobile network.'
  },
  offline: {
    vi: 'Chưa gửi được vì mất mạng. Giữ trang này mở, có mạng (Wifi hoặc di động) thì bấm «Thử lại»: kết quả vẫn còn đây.',
    en: 'Not sent: there is no network. Keep this page open and press “Try again” once there is one (Wifi or mobile): the result is kept here.'
  }
} as const satisfies Record<string, Bilingual>

/** What stands on the check page. */
export const CHECK_WORDS = {
  title: { vi: 'Kiểm tra Wifi', en: 'Wifi check' },
  join: {
    vi: 'Nối điện thoại vào Wifi của nhà văn hóa này.',
    en: 'Join this cultural house’s Wifi with your phone.'
  },
  press: {
    vi: 'Bấm nút dưới đây và chờ khoảng nửa phút.',
    en: 'Press the button below and wait about half a minute.'
  },
  measure: { vi: 'Đang dùng Wifi này, đo thử', en: 'I am on this Wifi: measure it' },
  unreachable: { vi: 'Không vào được Wifi', en: 'I cannot get on the Wifi' },
  unreachableHint: {
    vi: 'Nút thứ hai dùng khi không thấy Wifi, không vào được, hoặc vào được mà không có mạng; gửi bằng mạng di động.',
    en: 'The second button is for Wifi that is not there, does not let you in or has no Internet; it is sent over the mobile network.'
  },
  what: {
    vi: 'Được đo: đường truyền giữa điện thoại này và máy chủ này, tải khoảng vài MB. Được ghi: kết quả và giờ kiểm tra; không ghi tên, số máy hay vị trí.',
    en: 'Measured: the line between this phone and this server, with a few MB. Recorded: the result and the time; no name, number or position.'
  },
  done: { vi: 'Đã ghi nhận. Cảm ơn!', en: 'Recorded. Thank you!' },
  result: { vi: 'Kết quả', en: 'Result' },
  down: { vi: 'Tải xuống', en: 'Down' },
  up: { vi: 'Tải lên', en: 'Up' },
  at: { vi: 'Lúc', en: 'At' },
  page: { vi: 'Xem trang nhà văn hóa', en: 'Open the house’s page' },
  failed: { vi: 'Chưa ghi nhận được', en: 'Not recorded yet' },
  again: { vi: 'Thử lại', en: 'Try again' },
  noScript: {
    vi: 'Trang này cần JavaScript để đo và gửi kết quả. Hãy bật JavaScript rồi tải lại trang.',
    en: 'This page needs JavaScript to measure and to send. Turn JavaScript on and load the page again.'
  },
  wrongKey: { vi: 'Mã không còn dùng được', en: 'This code is no longer valid' },
  wrongKeyDetail: {
    vi: 'Mã trên bảng này không phải của nhà văn hóa, hoặc xã đã đổi mã. Hãy báo cho cán bộ xã để in bảng mới.',
    en: 'The code on this sheet is not the house’s, or the commune has renewed it. Tell the commune’s staff to print a new sheet.'
  }
} as const satisfies Record<string, Bilingual>
