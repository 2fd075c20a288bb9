import { csvOf } from '../http/csv.ts'
import type { Bilingual, Language } from '../http/language.ts'
import { SCORE_ITEMS } from './contract.ts'
import { pathOf } from './pages/address.ts'
import { ITEMS, rankText, WORDS } from './pages/words.ts'
import type { RelicGapsRow } from './staff-contract.ts'

const HEADS = {
  name: { vi: 'Tên di tích', en: 'Name' },
  score: { vi: 'Điểm (0–7)', en: 'Score (0–7)' },
  images: { vi: 'Số ảnh đạt', en: 'Images that count' },
  address: { vi: 'Trang', en: 'Page' }
} as const satisfies Record<string, Bilingual>

/**
 * The list as CSV that spreadsheets open as it is: a line per relic, a column per item, "còn thiếu" where it is missing.
 * `address`: the public address of the installation.
 */
export function gapsTable(relics: readonly RelicGapsRow[], address: string, language: Language): string {
  const head = [
    HEADS.name[language],
    WORDS.rank[language],
    WORDS.commune[language],
    HEADS.score[language],
    HEADS.images[language],
    ...SCORE_ITEMS.map((item) => ITEMS[item][language]),
    HEADS.address[language]
  ]
  const lines = relics.map((relic) => [
    relic.name,
    rankText(relic.rank, language),
    relic.tellsCommune ? (relic.communeCode ?? '') : '',
    relic.score,
    relic.images,
    ...SCORE_ITEMS.map((item) => (relic[item] ? WORDS.there : WORDS.lacking)[language]),
    address + pathOf(relic.slug)
  ])
  return csvOf([head, ...lines])
}
