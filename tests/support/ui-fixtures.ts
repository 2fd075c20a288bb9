import type { Commune, SearchHit } from '../../server/areas/contract.ts'
import type { SourceItem } from '../../server/figures/contract.ts'

/** Answers of the shape that the server gives, for the interface's own tests. Nothing in them is a real place. */
export const DELIVERY_C = '2026-07-01'
export const TODAY = '2026-11-22'
/** The moment up to which imports count in every answer. */
export const KNOWN_AT = '2026-11-22T02:00:00.000Z'

const commune = (values: Partial<Commune>): Commune => ({
  code: '99999',
  name: 'Minh Họa',
  kind: 'xã',
  province: null,
  illustration: false,
  bbox: null,
  villages: 0,
  provisionalVillages: 0,
  premises: false,
  targets: 0,
  planYear: null,
  ...values
})

export const COMMUNES: readonly Commune[] = [
  commune({
    illustration: true,
    bbox: [105.86, 18.31, 105.95, 18.37],
    villages: 13,
    provisionalVillages: 1,
    premises: true,
    targets: 9,
    planYear: 2026
  }),
  commune({
    code: '05800',
    name: 'Phú Thịnh',
    province: 'Thái Nguyên',
    targets: 15,
    planYear: 2026
  }),
  commune({ code: '14122', name: 'Xuân Hưng', province: 'Ninh Bình' })
]

/** What the figures stand on. */
export const SOURCES: SourceItem[] = [
  ['Nhà mạng A – bản đồ 5G quý 2/2026', '2026-04-01', 'coverage_claims'],
  ['Nhà mạng B – bản đồ 5G quý 2/2026', '2026-04-15', 'coverage_claims'],
  ['Điểm hộ, rà soát tháng 3/2026', '2026-03-01', 'premises']
].map(([title = '', validFrom = '', collection = ''], index) => ({
  import: index + 1,
  title,
  sha256: `${index + 3}f9a1c07be52d4486a0c3e1d9b7f5082461ab3c9d5e7f8091a2b3c4d5e6f7a8b`.slice(0, 64),
  collection,
  validFrom,
  publishedAt: '2026-07-02T02:15:00.000Z'
}))

/** Name, kind, people, share covered by A and B together, share that only C covers. */
export const VILLAGES = [
  ['Đông Thượng', 'thôn', 412, 0.98, 0.02],
  ['Đông Hạ', 'thôn', 388, 0.95, 0.03],
  ['Tân Phú', 'thôn', 521, 0.91, 0.05],
  ['Tân Tiến', 'thôn', 467, 0.88, 0.09],
  ['Yên Hòa', 'thôn', 350, 0.83, 0.04],
  ['Yên Bình', 'thôn', 298, 0.77, 0.1],
  ['Trung Nghĩa', 'thôn', 605, 0.93, 0.06],
  ['Bến Đò', 'xóm', 244, 0.61, 0.22],
  ['Cồn Cát', 'xóm', 187, 0.34, 0.12],
  ['Khe Núi', 'bản', 156, 0.11, 0.07],
  ['Làng Mới', 'thôn', 402, 0.86, 0.11],
  ['Phố Chợ', 'tổ dân phố', 733, 0.99, 0.01],
  ['Bãi Giữa', 'xóm', 9, 0.5, 0]
] as const

/** The code of the village at an index. */
export const codeOf = (index: number) => `99999-${String(index + 1).padStart(2, '0')}`

export const SEARCH_HITS: readonly SearchHit[] = VILLAGES.map(([name, kind], index) => ({
  collection: 'villages',
  id: index + 1,
  name: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`,
  code: codeOf(index),
  context: 'Xã Minh Họa',
  communeCode: '99999',
  provisional: false,
  bbox: [105.87 + index * 0.004, 18.32, 105.875 + index * 0.004, 18.33]
}))
