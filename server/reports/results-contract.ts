import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Day } from '../http/contract.ts'
import { ReportNumber, ReportState } from './contract.ts'

const percent = z.number().nullable()

/** From so many reports on a share, a median and a rank are given; below, chance would speak. */
export const FEWEST_RANKED = 10

/** What became of approved reports that came in a span of days. Those merged into others count once. */
export const Results = z.object({
  received: z.int(),
  /** Not ended yet; `overdue` of them are late. */
  open: z.int(),
  overdue: z.int(),
  /** Resolved, or closed after that. */
  resolved: z.int(),
  /** Ended without a solution, with a reason; never counted as resolved. */
  unresolved: z.int(),
  /** Handed to somebody else. */
  outOfScope: z.int(),
  /** Somebody looked at it in time: of those looked at or late. */
  seenInTime: z.object({ count: z.int(), of: z.int(), percent }),
  /** Resolved in time: of those resolved or late. */
  resolvedInTime: z.object({ count: z.int(), of: z.int(), percent }),
  /** Hours (not only working ones) from receipt to solution. */
  medianHours: z.number().nullable()
})
export type Results = z.infer<typeof Results>

/** A part of the whole; rank 1 resolved the greatest share in time, null where fewer than ten would decide. */
const Part = Results.extend({ rank: z.int().nullable() })

export const reportResults = {
  path: '/api/reports/results',
  /** Days of receipt in Việt Nam, both included; left out: since the beginning, until today. */
  query: z.strictObject({ commune: CommuneCode.optional(), from: Day.optional(), to: Day.optional() }),
  reply: z.object({
    total: Results,
    /** Received in that span and not (yet) released for the public; in no other number here. */
    notPublic: z.int(),
    categories: z.array(Part.extend({ category: z.string() })),
    /** One part per unit, whatever it is called, with the commune that it works for; null: no unit yet. */
    units: z.array(
      Part.extend({
        unitId: z.int().nullable(),
        unit: z.string().nullable(),
        commune: CommuneCode.nullable()
      })
    ),
    /** null: places that are not told, and places outside villages. */
    villages: z.array(Part.extend({ commune: z.string().nullable(), village: z.string().nullable() })),
    /** What ended without a solution, latest first, at most a hundred. `reason`: once a person released it. */
    unresolved: z.array(
      z.object({
        number: ReportNumber,
        category: z.string(),
        state: ReportState,
        reason: z.string().nullable(),
        handedTo: z.string().nullable(),
        closedAt: z.string().nullable()
      })
    )
  })
} as const
export type ReportResults = z.infer<typeof reportResults.reply>
