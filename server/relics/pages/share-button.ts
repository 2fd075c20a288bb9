import { html } from '../../http/html.ts'
import type { Reader } from '../../http/pages/reader.ts'

const WORDS = {
  share: { vi: 'Chia sẻ trang này', en: 'Share this page' },
  copied: { vi: 'Đã chép địa chỉ.', en: 'The address is copied.' },
  failed: {
    vi: 'Trình duyệt không cho chép; hãy chọn và chép địa chỉ ở trên.',
    en: 'The browser does not let it be copied; select and copy the address above.'
  }
}

/** Hands a page's permanent address on, by what the device shares with, else by copying it; hidden until there is script. */
export const shareButton = (address: string, { language }: Reader) =>
  html`<p class="noprint">
      <button
        id="share"
        type="button"
        hidden
        data-address="${address}"
        data-copied="${WORDS.copied[language]}"
        data-failed="${WORDS.failed[language]}"
      >
        ${WORDS.share[language]}
      </button>
    </p>
    <p id="share-say" class="small soft noprint" role="status"></p>
    <script type="module" src="/di-tich/chia-se.js"></script>`
