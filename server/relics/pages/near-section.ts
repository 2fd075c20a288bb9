import { html, type Html } from '../../http/html.ts'
import type { Bilingual } from '../../http/language.ts'
import type { Reader } from '../../http/pages/reader.ts'

const WORDS = {
  near: { vi: 'Gần tôi trước', en: 'Nearest to me first' },
  stays: {
    vi: 'Vị trí của máy chỉ được tính ngay trong trang, không gửi đi.',
    en: 'Your place is used within this page only and not sent.'
  },
  sent: {
    vi: 'Danh sách dài nên vị trí của máy được gửi tới máy chủ này, làm tròn tới khoảng 100 m, và không được lưu.',
    en: 'The list is long, so your place is sent to this server, rounded to about 100 m, and not kept.'
  },
  asking: { vi: 'Đang hỏi vị trí của máy …', en: 'Asking this device where it is …' },
  sorted: {
    vi: 'Đã xếp theo khoảng cách từ chỗ ông/bà đứng (đường thẳng).',
    en: 'Sorted by how far they are from you (straight lines).'
  },
  denied: {
    vi: 'Trình duyệt không được phép đọc vị trí. Cho phép trong cài đặt trang, hoặc lọc theo thôn.',
    en: 'The browser may not read your place. Allow it in the page’s settings, or filter by village.'
  },
  unknown: {
    vi: 'Máy chưa xác định được vị trí. Hãy ra chỗ thoáng rồi thử lại, hoặc lọc theo thôn.',
    en: 'This device cannot tell where it is. Try again in the open, or filter by village.'
  }
} as const satisfies Record<string, Bilingual>

/** Sorting by where the reader stands: shown by its script alone. `isWhole`: the page has all relics of the list. */
export function nearSection({ language }: Reader, isWhole: boolean): Html {
  return html`<div id="near" class="noprint" hidden>
      <button
        id="near-me"
        type="button"
        class="quiet"
        data-whole="${String(isWhole)}"
        data-asking="${WORDS.asking[language]}"
        data-sorted="${WORDS.sorted[language]}"
        data-denied="${WORDS.denied[language]}"
        data-unknown="${WORDS.unknown[language]}"
        aria-describedby="near-say"
      >
        ${WORDS.near[language]}
      </button>
      <p id="near-say" class="soft small" role="status">${(isWhole ? WORDS.stays : WORDS.sent)[language]}</p>
    </div>
    <script type="module" src="/di-tich/gan-day.js"></script>`
}
