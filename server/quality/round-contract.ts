import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Localized } from '../collections/contract.ts'
import { Day, urlCount } from '../http/contract.ts'
import { QualityKind, QualityLimits, QualityReason } from './contract.ts'

const COMMUNE = { commune: CommuneCode.optional() } as const
const Id = z.int().positive()
const InPath = z.strictObject({ id: urlCount })

export const QualityRound = z.object({
  id: Id,
  communeCode: CommuneCode,
  name: z.string(),
  from: Day,
  to: Day,
  task: z.string().nullable(),
  startedBy: z.string(),
  /** RFC 3339 in UTC. */
  startedAt: z.string(),
  /** Null: under way. */
  closedBy: z.string().nullable(),
  closedAt: z.string().nullable(),
  conclusion: z.string().nullable(),
  version: z.int(),
  /** Found when it began and (null: under way) when it was closed; what could not be looked at is in neither. */
  atStart: z.int(),
  atEnd: z.int().nullable()
})
export type QualityRound = z.infer<typeof QualityRound>

/** What a round did about one kind; null: could not be looked at then. */
export const RoundCount = z.object({
  kind: QualityKind,
  start: z.int().nullable(),
  startReason: QualityReason.nullable(),
  end: z.int().nullable(),
  endReason: QualityReason.nullable(),
  /** Found at the start and gone since; null where one of both is not known. */
  mended: z.int().nullable(),
  /**
   * Still there, and accepted as it is, be it before the round or in it; of rounds closed before reasons were kept only what
   * was accepted in it.
   */
  accepted: z.int().nullable(),
  /** Came up since. */
  added: z.int().nullable()
})
export type RoundCount = z.infer<typeof RoundCount>

/** A finding as it was told then. */
const RoundLine = z.object({
  key: z.string(),
  kind: QualityKind,
  text: Localized,
  /** Why it stays as it is, as of the round's end; null: not accepted, or closed before reasons were kept. */
  accepted: z.object({ reason: z.string(), on: Day, by: z.string() }).nullable()
})
export type RoundLine = z.infer<typeof RoundLine>

/** Of a round under way the end is today. */
export const RoundRecord = z.object({
  round: QualityRound,
  limits: QualityLimits,
  counts: z.array(RoundCount),
  mended: z.array(RoundLine),
  accepted: z.array(RoundLine),
  remaining: z.array(RoundLine),
  added: z.array(RoundLine)
})
export type RoundRecord = z.infer<typeof RoundRecord>

/** The rounds of a commune, latest first, and the tasks of its plan that one may answer. */
export const listRounds = {
  path: '/api/staff/quality/rounds',
  query: z.strictObject(COMMUNE),
  reply: z.object({ rounds: z.array(QualityRound), tasks: z.array(z.string()) })
} as const

const FIELDS = {
  name: z.string().trim().min(3).max(200),
  from: Day,
  to: Day,
  task: z.string().trim().max(500).nullable()
} as const

/** 409: one is under way; 422: it ends before it begins. */
export const startRound = {
  path: '/api/staff/quality/rounds',
  body: z.strictObject({ ...COMMUNE, ...FIELDS }),
  reply: QualityRound
} as const

export const readRound = {
  path: '/api/staff/quality/rounds/:id',
  params: InPath,
  query: z.strictObject({}),
  reply: RoundRecord
} as const

/** `If-Match: "version"` (428). 409: it is closed; 412: closed or changed meanwhile, the body is the round as it is now. */
export const closeRound = {
  path: '/api/staff/quality/rounds/:id/close',
  params: InPath,
  body: z.strictObject({ conclusion: z.string().trim().max(2000) }),
  reply: QualityRound
} as const

/** The record of a round for signing (A4, HTML). */
export const roundSheet = {
  path: '/api/staff/quality/rounds/:id/sheet',
  params: InPath,
  query: z.strictObject({ lang: z.enum(['vi', 'en']).optional() })
} as const
