import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Localized } from '../collections/contract.ts'
import { Figure } from '../figures/contract.ts'
import { Day, Times, urlNumber } from '../http/contract.ts'

// What answers are made of, for those who read answers.
export type { Figure, MissingItem, Reason, SourceItem, Verdict } from '../figures/contract.ts'

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
