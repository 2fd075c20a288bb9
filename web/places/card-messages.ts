import type { Licence } from '../../server/http/contract.ts'
import type { Message } from '../i18n/i18n.svelte.ts'

/** What leads from a feature's card to its own page, by collection; apart from the map's words, for the card comes later. */
export const pageMessages: Readonly<Record<string, Message>> = {
  relics: { vi: 'Mở trang di tích', en: 'Open the relic’s page' },
  cultural_houses: {
    vi: 'Mở trang nhà văn hóa: các lần kiểm tra Wifi',
    en: 'Open the house’s page: checks of its Wifi'
  }
}

/** Who made the photos on a card; the licences by their names. */
export const photoMessages = {
  by: { vi: 'Ảnh: {credits}', en: 'Photo: {credits}' },
  'CC0 1.0': { vi: 'CC0 1.0', en: 'CC0 1.0' },
  'CC BY 4.0': { vi: 'CC BY 4.0', en: 'CC BY 4.0' },
  'CC BY-SA 4.0': { vi: 'CC BY-SA 4.0', en: 'CC BY-SA 4.0' },
  permission: { vi: 'Giữ bản quyền, được phép công bố', en: 'All rights reserved, published with permission' }
} as const satisfies Record<Licence | 'by', Message>
