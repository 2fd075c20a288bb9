import { z } from 'zod'
import { Day } from '../http/contract.ts'

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
 * (`delivery`), who is expected to deliver (`operators`), the collection that has nothing here (`collection`) or whose
 * features stand for less than half of the village's register (`partial`), premises or places whose facts are not known
 * (`facts`), what is declared and was not checked in time (`checks`), residents not known (`residents`), doubt at the edge
 * of the maps (`edge`). These four come with a count.
 */
export const MissingItem = z.object({
  kind: z.enum([
    'delivery',
    'operators',
    'collection',
    'partial',
    'facts',
    'checks',
    'residents',
    'edge',
    'target'
  ]),
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
  /** Premises whose residents are not known, among which the rest of the register is shared out; absent: there are none. */
  shared: z.int().optional(),
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
