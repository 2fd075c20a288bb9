import { z } from 'zod'
import { Moment } from '../http/contract.ts'
import { Sha256 } from '../media/contract.ts'
import { Place, ReportNumber } from './contract.ts'
import { StaffReportDetail } from './staff-contract.ts'

const Text = z.string().trim().min(1).max(2000)
const share = z.number().min(0).max(1)
/** x, y, width, height as shares of the picture; `Box` of the media within its bounds. */
const ShareBox = z.tuple([share, share, share, share])
const id = z.strictObject({ id: z.uuid() })

const action = <Name extends string, Shape extends z.ZodRawShape>(name: Name, shape: Shape) =>
  z.strictObject({ action: z.literal(name), ...shape })

/**
 * What an app that waits for a network tells of an answer, by its own clock: when it was written down and when it was sent.
 * How long it waited is kept in the history beside the server's moment, by which alone time is kept.
 */
const onTheWay = { told: z.strictObject({ recordedAt: Moment, sentAt: Moment }).optional() }

/**
 * The pictures (their own hashes) that are public from now on, and no others: what nobody named, nobody looked at. 422 for
 * one that is not of the report, not here yet, or not to stand beside it.
 */
const pictures = z.array(Sha256).max(50)

export const ReportActionBody = z.discriminatedUnion('action', [
  action('receive', onTheWay),
  action('assign', { unitId: z.int(), accountId: z.int().optional() }),
  action('start', onTheWay),
  action('ask', { text: Text, ...onTheWay }),
  action('resume', onTheWay),
  /** Wants a picture after, taken within 30 m of the report (`place`: where it was taken), or a reason. */
  action('resolve', { text: Text, reason: Text.optional(), place: Place.optional(), ...onTheWay }),
  action('close', {}),
  action('close_unresolved', { reason: Text, ...onTheWay }),
  action('out_of_scope', { handedTo: Text, text: Text, ...onTheWay }),
  action('reopen', { text: Text }),
  action('merge', { into: ReportNumber }),
  action('unmerge', {}),
  action('approve', { publicText: z.string().trim().max(2000).nullable().optional(), pictures }),
  action('withdraw_approval', {}),
  /** `text`: published instead of the words of the result. */
  action('approve_result', { text: z.string().trim().max(2000).optional(), pictures }),
  action('edit', {
    category: z.string().max(50).optional(),
    place: Place.optional(),
    urgent: z.boolean().optional(),
    sensitive: z.boolean().optional(),
    publicText: z.string().trim().max(2000).nullable().optional()
  }),
  action('boxes', { sha256: Sha256, boxes: z.array(ShareBox).max(50) })
])
export type ReportActionBody = z.infer<typeof ReportActionBody>

/**
 * Does one thing with a report. `If-Match: "version"` is required (428). 412: it was changed meanwhile; the body is the
 * report as it is now. 403: the role may not; 409: not in this state; 422: something is lacking.
 */
export const actOnReport = {
  path: '/api/staff/reports/:id/actions',
  params: id,
  body: ReportActionBody,
  reply: StaffReportDetail
} as const

/**
 * Removes what is personal of the reporter, who asked for it and has no code. 403: who may not read the contact; 404: not
 * to be seen. Nothing brings it back.
 */
export const forgetReporterOf = {
  path: '/api/staff/reports/:id/forget-reporter',
  params: id,
  body: z.strictObject({}),
  reply: z.object({ deleted: z.literal(true) })
} as const

/**
 * The same for the administrator, who answers for what is personal and reads no reports: by the number that the reporter
 * names. 404: no report of the administrator's commune has it.
 */
export const forgetReporterByNumber = {
  path: '/api/staff/forget-reporter',
  body: z.strictObject({ number: ReportNumber }),
  reply: z.object({ deleted: z.literal(true) })
} as const

/** Receives or assigns many; each is done or not by itself. */
export const actOnReports = {
  path: '/api/staff/reports/bulk',
  body: z.strictObject({
    reports: z
      .array(z.strictObject({ id: z.uuid(), version: z.int() }))
      .min(1)
      .max(100),
    action: z.discriminatedUnion('action', [
      action('receive', {}),
      action('assign', { unitId: z.int(), accountId: z.int().optional() })
    ])
  }),
  reply: z.object({
    results: z.array(
      z.object({
        id: z.uuid(),
        /** 200 done; 404 not to be seen; 412 changed meanwhile; 403, 409, 422 refused. */
        status: z.int(),
        version: z.int().nullable(),
        detail: z.object({ vi: z.string(), en: z.string() }).nullable()
      })
    )
  })
} as const
