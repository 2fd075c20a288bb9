import { z } from 'zod'
import { Day, Times, urlNumber } from '../http/contract.ts'
import { MissingItem, Reason, SourceItem } from '../figures/contract.ts'
import { CommuneParams } from '../plans/contract.ts'

export const MOBILE_TECHNOLOGIES = ['4G', '5G'] as const
export const MobileTechnology = z.enum(MOBILE_TECHNOLOGIES)
export type MobileTechnology = z.infer<typeof MobileTechnology>

/** trắng sóng, lõm sóng, có sóng, chưa rõ. */
export const SIGNAL_STATES = ['no_signal', 'patchy', 'covered', 'unknown'] as const
export const SignalState = z.enum(SIGNAL_STATES)
export type SignalState = z.infer<typeof SignalState>

/** Further apart, homes are no hollow that one site would fill. */
const FURTHEST_M = 1000

/** k premises without signal, each within d metres of another, make a hollow; d at most 1,000. */
const ClusterParameters = Times.extend({
  k: urlNumber.pipe(z.int().min(1).max(1000)).optional(),
  d: urlNumber.pipe(z.number().positive().max(FURTHEST_M)).optional()
})

/** Where a village stands by the national rule; the point looked at is its cultural house, else its centre. */
export const deadSpots = {
  path: '/api/communes/:code/dead-spots',
  params: CommuneParams,
  query: ClusterParameters,
  reply: z.object({
    asOf: Day,
    knownAt: z.string(),
    computedAt: z.string(),
    parameters: z.object({ k: z.int(), d: z.number(), technologies: z.array(MobileTechnology) }),
    villages: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        kind: z.string(),
        provisional: z.boolean(),
        state: SignalState,
        point: z.object({ lng: z.number(), lat: z.number(), from: z.enum(['cultural_house', 'centre']) }),
        missing: z.array(MissingItem),
        reason: Reason.nullable()
      })
    ),
    counts: z.record(SignalState, z.int()),
    sources: z.array(SourceItem)
  })
} as const

/** One cluster of premises without coverage. Its centre is rounded to a 50 m grid: no premises can be read off it. */
export const Gap = z.object({
  id: z.string(),
  villageCode: z.string().nullable(),
  villageName: z.string().nullable(),
  /** no: proven without; unknown: a missing map may cover it. */
  answer: z.enum(['no', 'unknown']),
  premises: z.int(),
  households: z.int(),
  /** null: the residents of none are known. */
  people: z.number().nullable(),
  centre: z.object({ lng: z.number(), lat: z.number() }),
  radiusM: z.number(),
  /** Metres to the nearest; null: none is known within 50 km. */
  culturalHouseM: z.number().nullable(),
  cellSiteM: z.number().nullable()
})
export type Gap = z.infer<typeof Gap>

/**
 * The clusters of uncovered premises, most people first; those of fewer than 5 households, and what would give them away, are
 * withheld and counted. Their size is the national rule's and no parameter: two sizes subtracted would show single homes.
 */
export const gaps = {
  path: '/api/communes/:code/gaps',
  params: CommuneParams,
  query: Times.extend({ technology: MobileTechnology.optional() }),
  reply: z.object({
    asOf: Day,
    knownAt: z.string(),
    computedAt: z.string(),
    parameters: z.object({ k: z.int(), d: z.number(), technology: MobileTechnology }),
    gaps: z.array(Gap),
    withheld: z.int(),
    /** What would make the list whole: maps, or points in villages that have none, or far fewer than their register. */
    missing: z.array(MissingItem),
    /** `no_data`: there is no map or no point, or nothing was found where the villages in `missing` could not be looked at. */
    reason: Reason.nullable(),
    sources: z.array(SourceItem)
  })
} as const
