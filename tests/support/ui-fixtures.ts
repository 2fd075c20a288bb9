import type { z } from 'zod'
import type { Commune, SearchHit } from '../../server/areas/contract.ts'
import type { deadSpots, Gap, SignalState } from '../../server/coverage/contract.ts'
import type { Figure, IndicatorAnswer, SourceItem, Target, Verdict } from '../../server/plans/contract.ts'

/** Answers of the shape that the server gives, for the interface's own tests. Nothing in them is a real place. */
export const DELIVERY_C = '2026-07-01'
export const TODAY = '2026-11-22'
const KNOWN_AT = '2026-11-22T02:00:00.000Z'

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

const SOURCES: SourceItem[] = [
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
const VILLAGES = [
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

const codeOf = (index: number) => `99999-${String(index + 1).padStart(2, '0')}`

function verdictOf(low: number, high: number, target: number | undefined): Verdict | null {
  if (target === undefined) return null
  return low >= target ? 'met' : high < target ? 'not_met' : 'undetermined'
}

interface Counts {
  yes: number
  unknown: number
  total: number
  /** People at the edge of the maps. */
  edge?: number
}

function figure(
  { yes, unknown, total, edge = 0 }: Counts,
  target: number | undefined,
  extra: Partial<Figure>
): Figure {
  const percent = (part: number) => (100 * part) / total
  const low = percent(yes - edge)
  const high = percent(Math.min(total, yes + unknown + edge))
  return {
    numerator: yes,
    unknown,
    denominator: total,
    low,
    value: percent(yes),
    high,
    basis: 'premises',
    threshold: { technology: null, level: null },
    verdict: verdictOf(low, high, target),
    stretchVerdict: null,
    missing: [],
    sources: SOURCES,
    reason: null,
    ...extra
  }
}

const absent = (reason: NonNullable<Figure['reason']>, missing: Figure['missing'] = []): Figure => ({
  numerator: null,
  unknown: null,
  denominator: null,
  low: null,
  value: null,
  high: null,
  basis: 'none',
  threshold: { technology: null, level: null },
  verdict: null,
  stretchVerdict: null,
  missing,
  sources: [],
  reason
})

const targetOf = (value: number, stretch: number | null = null): Target => ({
  year: 2026,
  quarter: null,
  comparator: '>=',
  value,
  stretch,
  leadUnit: 'Phòng Văn hóa - Xã hội',
  note: null
})

interface Shape {
  indicator: string
  vi: string
  en: string
  target: Target | null
  /** Share that has it, by the share that 5G of A and B has. */
  share: (base: number, index: number) => number
  technology?: string
  places?: boolean
}

const SHAPES: readonly Shape[] = [
  shape(
    'mobile_5g_residential',
    'Diện tích khu dân cư có sóng 5G',
    'Residential area covered by 5G',
    60,
    (b) => b
  ),
  shape(
    'mobile_4g_population',
    'Dân số trong vùng phủ sóng 4G',
    'Population covered by 4G',
    null,
    (b) => 0.7 + b * 0.3
  ),
  shape(
    'fixed_1gbps',
    'Hộ có thể dùng băng rộng cố định từ 1 Gbps',
    'Households able to get 1 Gbps',
    60,
    (b) => b * 0.8
  ),
  shape(
    'fibre_villages',
    'Thôn, xóm có cáp quang',
    'Villages reached by fibre',
    100,
    (b) => (b > 0.2 ? 1 : 0),
    true
  ),
  shape('fibre_households', 'Hộ có thể dùng cáp quang', 'Households able to get fibre', null, (b) => b * 0.9),
  shape(
    'cultural_house_wifi',
    'Nhà văn hóa có Wifi miễn phí',
    'Cultural houses with free Wifi',
    100,
    (b) => (b > 0.7 ? 1 : 0),
    true
  ),
  shape(
    'camera_villages',
    'Thôn có camera giám sát hoạt động',
    'Villages with a working camera',
    80,
    (b) => (b > 0.3 ? 1 : 0),
    true
  )
]

function shape(
  indicator: string,
  vi: string,
  en: string,
  target: number | null,
  share: Shape['share'],
  places = false
): Shape {
  return { indicator, vi, en, target: target === null ? null : targetOf(target), share, places }
}

const head = (asOf: string) => ({
  asOf,
  knownAt: KNOWN_AT,
  computedAt: KNOWN_AT,
  kind: 'computed' as const,
  unit: 'percent' as const
})
const place = { code: '99999', name: 'Minh Họa', kind: 'xã', illustration: true }

/** 5G by population: until operator C delivered, what A and B leave uncovered is unknown. */
function fiveG(asOf: string): IndicatorAnswer {
  const heard = asOf >= DELIVERY_C
  const counts = VILLAGES.map(([, , people, both, onlyC]) => {
    const yes = Math.round(people * (heard ? both + onlyC : both))
    return { yes, unknown: heard ? 0 : people - yes, total: people, edge: Math.round(people * 0.01) }
  })
  const extra = (both: number, onlyC: number): Partial<Figure> => ({
    any: 100 * (heard ? both + onlyC : both),
    maxOperator: 100 * both * 0.93,
    each: heard
      ? { 'Nhà mạng A': 93 * both, 'Nhà mạng B': 71 * both, 'Nhà mạng C': 60 * both }
      : { 'Nhà mạng A': 93 * both, 'Nhà mạng B': 71 * both },
    all: 55 * both,
    land: 48.7 * both,
    threshold: { technology: '5G', level: null },
    operatorsExpected: ['Nhà mạng A', 'Nhà mạng B', 'Nhà mạng C'],
    operatorsHeard: heard ? ['Nhà mạng A', 'Nhà mạng B', 'Nhà mạng C'] : ['Nhà mạng A', 'Nhà mạng B'],
    missing: heard ? [] : [{ kind: 'delivery', operator: 'Nhà mạng C' }]
  })
  const sum = (pick: (count: Required<Counts>) => number) =>
    counts.reduce((total, count) => total + pick(count), 0)
  const whole = {
    yes: sum((c) => c.yes),
    unknown: sum((c) => c.unknown),
    total: sum((c) => c.total),
    edge: sum((c) => c.edge)
  }
  return {
    ...head(asOf),
    indicator: 'mobile_5g_population',
    name: { vi: 'Dân số trong vùng phủ sóng 5G', en: 'Population covered by 5G' },
    target: targetOf(90, 95),
    commune: {
      ...place,
      figure: { ...figure(whole, 90, extra(0.85, 0.07)), stretchVerdict: heard ? 'not_met' : 'undetermined' }
    },
    villages: VILLAGES.map(([name, kind, people, both, onlyC], index) => ({
      code: codeOf(index),
      name,
      kind,
      provisional: index === 10,
      figure: people < 10 ? absent('withheld') : figure(counts[index] ?? whole, 90, extra(both, onlyC))
    })),
    outsideVillages: { figure: figure({ yes: 12, unknown: 0, total: 14 }, undefined, {}) }
  }
}

function other({ indicator, vi, en, target, share, places }: Shape, asOf: string): IndicatorAnswer {
  const basis = places ? ('places' as const) : ('premises' as const)
  const counts = VILLAGES.map(([, , people, both], index) => {
    const total = places ? 1 : people
    const unknown = !places && index % 5 === 4 ? Math.round(people * 0.06) : 0
    return {
      yes: Math.min(total - unknown, Math.round(total * Math.min(1, share(both, index)))),
      unknown,
      total
    }
  })
  const whole = counts.reduce((a, b) => ({
    yes: a.yes + b.yes,
    unknown: a.unknown + b.unknown,
    total: a.total + b.total
  }))
  return {
    ...head(asOf),
    indicator,
    name: { vi, en },
    target,
    commune: { ...place, figure: figure(whole, target?.value, { basis }) },
    villages: VILLAGES.map(([name, kind], index) => ({
      code: codeOf(index),
      name,
      kind,
      provisional: index === 10,
      figure: figure(counts[index] ?? whole, target?.value, {
        basis,
        ...(counts[index]?.unknown
          ? { missing: [{ kind: 'facts', count: counts[index]?.unknown ?? 0 }] }
          : {})
      })
    })),
    outsideVillages: null
  }
}

function entered(indicator: string, vi: string, en: string, target: number, asOf: string): IndicatorAnswer {
  return {
    ...head(asOf),
    kind: 'entered',
    indicator,
    name: { vi, en },
    target: targetOf(target),
    commune: { ...place, figure: absent('no_data') },
    villages: [],
    outsideVillages: null
  }
}

/** All indicators of the illustration on a day. */
export function illustrationIndicators(asOf: string): IndicatorAnswer[] {
  return [
    fiveG(asOf),
    ...SHAPES.map((one) => other(one, asOf)),
    entered('online_files', 'Hồ sơ nộp và xử lý trực tuyến', 'Case files handled online', 70, asOf),
    entered(
      'satisfaction',
      'Mức độ hài lòng với dịch vụ công trực tuyến',
      'Satisfaction with online services',
      95,
      asOf
    )
  ]
}

/** The indicators of a commune without geodata: targets, and what is missing. */
export function emptyIndicators(code: string, asOf: string): IndicatorAnswer[] {
  const name = COMMUNES.find((one) => one.code === code)?.name ?? code
  return illustrationIndicators(asOf).map((answer) => ({
    ...answer,
    commune: {
      code,
      name,
      kind: 'xã',
      illustration: false,
      figure: absent('no_data', [{ kind: 'collection', collection: 'premises' }])
    },
    villages: [],
    outsideVillages: null
  }))
}

const STATES: readonly SignalState[] = [
  'covered',
  'covered',
  'covered',
  'covered',
  'patchy',
  'patchy',
  'covered',
  'patchy',
  'no_signal',
  'no_signal',
  'unknown',
  'covered',
  'unknown'
]

export function illustrationDeadSpots(asOf: string): z.output<typeof deadSpots.reply> {
  const villages = VILLAGES.map(([name, kind], index) => ({
    code: codeOf(index),
    name,
    kind,
    provisional: index === 10,
    state: STATES[index] ?? 'unknown',
    point: { lng: 105.87 + index * 0.005, lat: 18.33, from: 'cultural_house' as const },
    missing: STATES[index] === 'unknown' ? [{ kind: 'delivery' as const, operator: 'Nhà mạng C' }] : [],
    reason: null
  }))
  const counts = { no_signal: 2, patchy: 3, covered: 6, unknown: 2 }
  const parameters = { k: 5, d: 100, technologies: ['4G' as const, '5G' as const] }
  return { asOf, knownAt: KNOWN_AT, computedAt: KNOWN_AT, parameters, villages, counts, sources: SOURCES }
}

export function illustrationGaps(): Gap[] {
  return [9, 9, 8, 8, 7, 5, 5, 4].map((village, index) => ({
    id: `gap-${index + 1}`,
    villageCode: codeOf(village),
    villageName: VILLAGES[village]?.[0] ?? null,
    answer: index % 3 === 2 ? 'unknown' : 'no',
    premises: 31 - index * 3,
    households: 31 - index * 3,
    people: index === 5 ? null : 128 - index * 13,
    centre: { lng: 105.88 + index * 0.006, lat: 18.325 + index * 0.003 },
    radiusM: 180,
    culturalHouseM: 640 + index * 210,
    cellSiteM: 1900 - index * 120
  }))
}

export const SEARCH_HITS: readonly SearchHit[] = VILLAGES.map(([name, kind], index) => ({
  collection: 'villages',
  id: index + 1,
  name: `${kind.charAt(0).toUpperCase()}${kind.slice(1)} ${name}`,
  code: codeOf(index),
  context: 'Xã Minh Họa',
  communeCode: '99999',
  bbox: [105.87 + index * 0.004, 18.32, 105.875 + index * 0.004, 18.33]
}))
