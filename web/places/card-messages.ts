import type { Message } from '../i18n/i18n.svelte.ts'

/** What leads from a feature's card to its own page, by collection; apart from the map's words, for the card comes later. */
export const pageMessages: Readonly<Record<string, Message>> = {
  relics: { vi: 'Mở trang di tích', en: 'Open the relic’s page' },
  cultural_houses: {
    vi: 'Mở trang nhà văn hóa: các lần kiểm tra Wifi',
    en: 'Open the house’s page: checks of its Wifi'
  }
}
