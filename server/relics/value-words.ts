import type { Localized } from '../collections/contract.ts'
import type { Relic, RelicRank } from './contract.ts'

/** The ranks, as forms and pages call them. */
export const RANKS: Readonly<Record<RelicRank, Localized>> = {
  special_national: { vi: 'Di tích quốc gia đặc biệt', en: 'Special national relic' },
  national: { vi: 'Di tích quốc gia', en: 'National relic' },
  provincial: { vi: 'Di tích cấp tỉnh', en: 'Provincial relic' },
  inventory: { vi: 'Trong danh mục kiểm kê', en: 'On the inventory' }
}

/** The states of preservation, as forms and pages call them. */
export const CONDITIONS: Readonly<Record<NonNullable<Relic['condition']>, Localized>> = {
  good: { vi: 'Còn tốt', en: 'Good' },
  fair: { vi: 'Xuống cấp nhẹ', en: 'Fair' },
  poor: { vi: 'Xuống cấp nghiêm trọng', en: 'Poor' },
  lost: { vi: 'Chỉ còn dấu tích', en: 'Traces only' }
}
