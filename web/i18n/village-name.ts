import type { I18n, Message } from './i18n.svelte.ts'
import { placeName } from './place-name.ts'

const PROVISIONAL: Message = { vi: '{village} (ranh giới tạm)', en: '{village} (provisional)' }

/** A village's name in lists and tables, which says so where its boundary is provisional: "Thôn Ái Văn (ranh giới tạm)". */
export function villageName(i18n: I18n, village: { kind: string; name: string; provisional: boolean }) {
  const name = placeName(village)
  return village.provisional ? i18n.t(PROVISIONAL, { village: name }) : name
}
