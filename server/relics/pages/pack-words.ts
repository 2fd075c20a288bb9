import type { Bilingual } from '../../http/language.ts'

/** What stands in the page of taking a tour offline. */
export const PACK_WORDS = {
  title: { vi: 'Dùng khi không có mạng', en: 'Use it offline' },
  cancel: { vi: 'Dừng tải', en: 'Stop' },
  remove: { vi: 'Xóa bản đã lưu', en: 'Remove the saved copy' }
} as const satisfies Record<string, Bilingual>

/** Every sentence of the script; `{size}` and `{when}` are put in by it. */
export const PACK_SAID = {
  offer: {
    vi: 'Lưu trang tuyến, trang từng di tích, ảnh và âm thanh vào máy này.',
    en: 'Keeps the tour’s page, the page of each relic, pictures and sounds on this device.'
  },
  offerReduced: {
    vi: 'Lưu trang tuyến, trang từng di tích, ảnh cỡ nhỏ và âm thanh vào máy này.',
    en: 'Keeps the tour’s page, the page of each relic, small pictures and sounds on this device.'
  },
  save: { vi: 'Tải tuyến để dùng ngoại tuyến ({size})', en: 'Take the tour offline ({size})' },
  update: { vi: 'Cập nhật bản đã lưu ({size})', en: 'Renew the saved copy ({size})' },
  saving: { vi: 'Đang tải: {done} trên {size}', en: 'Loading: {done} of {size}' },
  saved: {
    vi: 'Đã lưu vào máy lúc {when}. Mở lại địa chỉ này khi không có mạng là đọc được.',
    en: 'Saved on this device at {when}. Open this address without a network to read it.'
  },
  changed: {
    vi: 'Tuyến đã thay đổi kể từ bản lưu lúc {when}.',
    en: 'The tour has changed since the copy saved at {when}.'
  },
  keptPage: {
    vi: 'Bản lưu trên máy, tải lúc {when}. Khi có mạng, trang là bản mới nhất.',
    en: 'A copy kept on this device, saved at {when}. With a network the page is the latest one.'
  },
  removed: { vi: 'Đã xóa bản lưu khỏi máy.', en: 'The saved copy is removed.' },
  stopped: {
    vi: 'Đã dừng, không lưu bản mới. Bản đã lưu trước đây (nếu có) vẫn còn.',
    en: 'Stopped: no new copy was saved. An earlier one, if there is any, is kept.'
  },
  tooHeavy: {
    vi: 'Tuyến này nặng {size}, quá 30 MB nên chưa tải về dùng ngoại tuyến được.',
    en: 'This tour weighs {size}, more than 30 MB, so it cannot be taken offline.'
  },
  noRoom: {
    vi: 'Máy không còn đủ chỗ trống ({size}). Hãy xóa bớt tệp hoặc bản lưu khác rồi thử lại. Bản đã lưu trước đây (nếu có) vẫn còn.',
    en: 'There is not enough room on this device ({size}). Remove other files or copies and try again. An earlier copy, if there is any, is kept.'
  },
  broke: {
    vi: 'Mất kết nối khi đang tải, chưa lưu được bản mới; bản đã lưu trước đây (nếu có) vẫn còn. Hãy thử lại khi có mạng.',
    en: 'The connection broke while loading: no new copy was saved; an earlier one, if there is any, is kept. Try again with a network.'
  },
  unreachable: {
    vi: 'Chưa hỏi được máy chủ tuyến này nặng bao nhiêu. Hãy thử lại khi có mạng.',
    en: 'The server could not be asked how much this tour weighs. Try again with a network.'
  },
  unsupported: {
    vi: 'Trình duyệt này không giữ được trang để dùng ngoại tuyến (cần địa chỉ https, không ở chế độ ẩn danh).',
    en: 'This browser cannot keep pages for offline use (it needs an https address and no private window).'
  }
} as const satisfies Record<string, Bilingual>
