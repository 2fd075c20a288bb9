import type { Figure } from '../../server/figures/contract.ts'
import type { IndicatorAnswer } from '../../server/plans/contract.ts'
import { absent, type Counts, figure, targetOf } from './ui-figure.ts'
import { codeOf, COMMUNES, DELIVERY_C, KNOWN_AT, VILLAGES } from './ui-fixtures.ts'
import { type Shape, SHAPES } from './ui-shapes.ts'

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
