import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Localized } from '../collections/contract.ts'
import { Day, Times, urlNumber } from '../http/contract.ts'

const VERDICTS = ['met', 'not_met', 'undetermined'] as const
export const Verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof Verdict>

const REASONS = ['no_data', 'withheld', 'not_applicable'] as const
export const Reason = z.enum(REASONS)
export type Reason = z.infer<typeof Reason>

/** What the figure counts: household points, footprints that share out the register, land, places, or nothing. */
const BASES = ['premises', 'buildings', 'area', 'places', 'none'] as const
const Basis = z.enum(BASES)
export type Basis = z.infer<typeof Basis>

/**
 * What would settle an undetermined verdict or fill an absent figure: an operator's map, or its features of `collection`
 * (`delivery`), who is expected to deliver (`operators`), the collection that has nothing here (`collection`), premises or places whose facts are not known (`facts`, with how many), residents not
 * known (`residents`), doubt at the edge of the maps (`edge`).
 */
export const MissingItem = z.object({
  kind: z.enum(['delivery', 'operators', 'collection', 'facts', 'residents', 'edge', 'target']),
  operator: z.string().optional(),
  collection: z.string().optional(),
  count: z.number().optional(),
  /** Codes of the villages in which it is missing, where that narrows it down. */
  villages: z.array(z.string()).optional()
})
export type MissingItem = z.infer<typeof MissingItem>

export const SourceItem = z.object({
  /** null: entered by hand, with its own title and date. */
  import: z.int().nullable(),
  title: z.string(),
  sha256: z.string(),
  collection: z.string(),
  validFrom: Day.nullable(),
  publishedAt: z.string()
})
export type SourceItem = z.infer<typeof SourceItem>

const number = z.number().nullable()

/**
 * One figure. Percent 0 to 100, not rounded; null is "not known", with the reason; 0 is nought.
 * `denominator` is people, households, m² or places as the indicator says; `no` = denominator − numerator − unknown.
 * low ≤ value ≤ high. Fields that an indicator does not have are absent.
 */
export const Figure = z.object({
  numerator: number,
  unknown: number,
  denominator: number,
  low: number,
  value: number,
  high: number,
  /** Union of all operators: equal to value for coverage indicators. */
  any: number.optional(),
  /** Best single operator, ITU SDG 9.c.1. */
  maxOperator: number.optional(),
  each: z.record(z.string(), z.number()).nullable().optional(),
  /** Inside the map of every operator that delivered. */
  all: number.optional(),
  /** Share of land inside any map. */
  land: number.optional(),
  basis: Basis,
  threshold: z.object({
    technology: z.string().nullable(),
    level: z.string().nullable(),
    downMbps: z.number().nullable().optional(),
    checkedWithinDays: z.int().nullable().optional()
  }),
  operatorsExpected: z.array(z.string()).optional(),
  operatorsHeard: z.array(z.string()).optional(),
  /** null: no target applies, or the figure is withheld. */
  verdict: Verdict.nullable(),
  stretchVerdict: Verdict.nullable(),
  missing: z.array(MissingItem),
  sources: z.array(SourceItem),
  reason: Reason.nullable()
})
export type Figure = z.infer<typeof Figure>

export const Target = z.object({
  year: z.int(),
  quarter: z.int().nullable(),
  comparator: z.enum(['>=', '=']),
  value: z.number(),
  stretch: z.number().nullable(),
  leadUnit: z.string().nullable(),
  note: Localized.nullable()
})
export type Target = z.infer<typeof Target>

export const VillageFigure = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.string(),
  provisional: z.boolean(),
  figure: Figure
})
export type VillageFigure = z.infer<typeof VillageFigure>

export const IndicatorAnswer = z.object({
  indicator: z.string(),
  kind: z.enum(['computed', 'entered']),
  name: Localized,
  unit: z.enum(['percent', 'count']),
  asOf: Day,
  knownAt: z.string(),
  computedAt: z.string(),
  target: Target.nullable(),
  commune: z.object({
    code: CommuneCode,
    name: z.string(),
    kind: z.string(),
    illustration: z.boolean(),
    figure: Figure
  }),
  villages: z.array(VillageFigure),
  /** What lies in the commune but in no village; null for indicators that count villages. */
  outsideVillages: z.object({ figure: Figure }).nullable()
})
export type IndicatorAnswer = z.infer<typeof IndicatorAnswer>

export const CommuneParams = z.strictObject({ code: CommuneCode })

/** All indicators of a commune: the computed ones, then the entered ones that its plan sets a target for. */
export const listIndicators = {
  path: '/api/communes/:code/indicators',
  params: CommuneParams,
  query: Times,
  reply: z.object({
    asOf: Day,
    knownAt: z.string(),
    computedAt: z.string(),
    indicators: z.array(IndicatorAnswer)
  })
} as const

export const getIndicator = {
  path: '/api/communes/:code/indicators/:indicator',
  params: z.strictObject({ code: CommuneCode, indicator: z.string().regex(/^[a-z0-9_]{1,64}$/) }),
  /** operator: that operator's map alone, as if it were the only one expected. */
  query: Times.extend({
    operator: z.string().trim().min(1).max(100).optional(),
    /** Wifi counts as checked for so many days before asOf; default 90. */
    days: urlNumber.pipe(z.int().min(1).max(3650)).optional(),
    /** From this rate (Mbit/s) on an institution's line is a high-speed one; default 100. */
    mbps: urlNumber.pipe(z.number().positive().max(1_000_000)).optional()
  }),
  reply: IndicatorAnswer
} as const

/** One indicator of every commune, in one answer. */
export const compareCommunes = {
  path: '/api/indicators/:indicator',
  params: z.strictObject({ indicator: z.string().regex(/^[a-z0-9_]{1,64}$/) }),
  query: Times,
  reply: z.object({
    asOf: Day,
    knownAt: z.string(),
    computedAt: z.string(),
    communes: z.array(IndicatorAnswer)
  })
} as const
