import { z } from 'zod'
import { MAX_PICTURE_BYTES, Sha256 } from '../media/contract.ts'
import { CategoryTheme, Place, PublicEvent, ReportCode, ReportNumber, ReportState } from './contract.ts'

const Text = z.string().trim().min(1).max(2000)
const moment = z.string().nullable()

/** A file that was sent with a report; `published`: anyone sees this very photo on the public page of the report. */
const SentFile = z.object({
  sha256: Sha256,
  role: z.enum(['before', 'voice']),
  received: z.boolean(),
  published: z.boolean()
})

/** What the code opens: the reporter's own view of a report, or that of somebody who saw it too. */
export const TrackedReport = z.object({
  /** Under which number it is handled; another than `ownNumber` when it was merged. */
  number: ReportNumber,
  ownNumber: ReportNumber,
  kind: z.enum(['reporter', 'witness']),
  category: z.string(),
  theme: CategoryTheme,
  state: ReportState,
  /** Of the reporter's own report; for a witness the public place, null while the report is not public. */
  place: Place.nullable(),
  description: z.string().nullable(),
  unit: z.string().nullable(),
  receivedAt: z.string(),
  receiveDueAt: moment,
  acknowledgedAt: moment,
  resolveDueAt: moment,
  overdue: z.boolean(),
  resolvedAt: moment,
  closedAt: moment,
  handedTo: z.string().nullable(),
  /** Whether anyone can see it at `/phan-anh/{number}`. */
  published: z.boolean(),
  /** What is asked of the reporter now. */
  question: z.string().nullable(),
  mayAnswer: z.boolean(),
  mayConfirm: z.boolean(),
  mayReopen: z.boolean(),
  confirmed: z.boolean(),
  /** What was sent, whether the server has it, and whether it is public. */
  media: z.array(SentFile),
  history: z.array(PublicEvent)
})
export type TrackedReport = z.infer<typeof TrackedReport>

const code = { code: ReportCode }

/** Codes stand in bodies only, never in an address. 404: the code opens nothing; 429: too many wrong ones from here. */
export const track = { path: '/api/tracking', body: z.strictObject(code), reply: TrackedReport } as const

/** Answers what staff asked (the clock goes on), or adds something to an open report. Sent twice it is one answer. */
export const answerQuestion = {
  path: '/api/tracking/answer',
  body: z.strictObject({
    ...code,
    text: Text,
    /** Pictures that will be uploaded with this code. */
    media: z
      .array(z.strictObject({ sha256: Sha256, sizeBytes: z.int().min(1).max(MAX_PICTURE_BYTES) }))
      .max(5)
      .default([])
  }),
  reply: TrackedReport
} as const

/** The reporter says that it is solved. */
export const confirmSolved = {
  path: '/api/tracking/confirm',
  body: z.strictObject(code),
  reply: TrackedReport
} as const

/** The reporter says that it is not: once, within 30 days of the result. */
export const reopenReport = {
  path: '/api/tracking/reopen',
  body: z.strictObject({ ...code, text: Text }),
  reply: TrackedReport
} as const

/** Everything that is kept about whoever has the code. */
export const exportOwn = {
  path: '/api/tracking/export',
  body: z.strictObject(code),
  reply: z.object({
    number: ReportNumber,
    kind: z.enum(['reporter', 'witness']),
    receivedAt: z.string(),
    contact: z
      .object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() })
      .nullable(),
    description: z.string().nullable(),
    place: Place.nullable(),
    measured: Place.extend({ accuracyM: z.number().nullable() }).nullable(),
    observedAt: moment,
    files: z.array(SentFile),
    texts: z.array(z.object({ at: z.string(), text: z.string() }))
  })
} as const

/**
 * Removes what is personal: contact, voice note, the reporter's words (where they are public they stay as staff released
 * them), measured place, time by the phone, and the code itself, which opens nothing afterwards.
 */
export const deleteOwn = {
  path: '/api/tracking/delete',
  body: z.strictObject(code),
  reply: z.object({ deleted: z.literal(true) })
} as const
