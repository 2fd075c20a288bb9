import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Localized, MAY_BE_ONE_M } from '../collections/contract.ts'
import { Day, urlCount } from '../http/contract.ts'

// What a commune's data lack, who sees to it, and the rounds in which it is mended. Below /api/staff/quality.

/** What can be wrong, in the order in which it is listed. */
export const QUALITY_KINDS = [
  'invalid',
  'overlap',
  'gap',
  'reach',
  'outside',
  'duplicate',
  'missing',
  'unchecked',
  'sums'
] as const
export const QualityKind = z.enum(QUALITY_KINDS)
export type QualityKind = z.infer<typeof QualityKind>

/** From where on something is told. */
export const QualityLimits = z.strictObject({
  /** Overlaps of two villages, gaps between them, and ground beyond the commune: m² on the spheroid. */
  overlapM2: z.number().min(0).max(10_000_000),
  gapM2: z.number().min(0).max(10_000_000),
  reachM2: z.number().min(0).max(10_000_000),
  /** How far outside the commune a place may lie, metres. */
  outsideM: z.number().min(0).max(10_000),
  /** Two of one kind with like names that lie nearer than this, metres. */
  duplicateM: z.number().min(0).max(2000),
  /** Months after which a check is due again: Wifi, lines, cameras. */
  checkMonths: z.int().min(1).max(120),
  /** Months after which relics and registers are to be confirmed again. */
  confirmMonths: z.int().min(1).max(120),
  /** Percent of the register by which a sum may differ. */
  sumPercent: z.number().min(0).max(100)
})
export type QualityLimits = z.infer<typeof QualityLimits>

/** Where a commune says nothing else. */
export const DEFAULT_LIMITS: QualityLimits = {
  overlapM2: 50,
  gapM2: 100,
  reachM2: 100,
  outsideM: 1,
  duplicateM: MAY_BE_ONE_M,
  checkMonths: 3,
  confirmMonths: 12,
  sumPercent: 10
}

/** Why something could not be looked at: then nothing is known, which is not the same as nothing found. */
export const QualityReason = z.enum(['no_border', 'no_villages', 'no_places', 'no_register', 'no_premises'])
export type QualityReason = z.infer<typeof QualityReason>

const Id = z.int().positive()
const Named = z.object({ id: Id, name: z.string() })

/** What people decided about a finding. */
export const QualityCase = z.object({
  /** What `If-Match` asks for; 0: nobody has decided anything. */
  version: z.int(),
  unit: Named.nullable(),
  person: Named.nullable(),
  /** `lapsed`: it has grown since, so that it is told again. */
  accepted: z.object({ reason: z.string(), on: Day, by: z.string(), lapsed: z.boolean() }).nullable()
})
export type QualityCase = z.infer<typeof QualityCase>

const LngLat = z.object({ lng: z.number(), lat: z.number() })

export const Finding = z.object({
  /** Stays the same while the same thing is wrong with the same records. */
  key: z.string(),
  kind: QualityKind,
  severity: z.enum(['error', 'warning', 'note']),
  collection: z.string(),
  /** The records it is about; `place`: their number in the editor, null where they are in no editor. */
  records: z.array(z.object({ label: z.string(), collection: z.string(), place: Id.nullable() })),
  text: Localized,
  /** How much it is, in `unit`; null where nothing is measured, or the place is hidden from the asker. */
  measure: z.number().nullable(),
  unit: z.enum(['m2', 'm', 'months', 'facts', 'people', 'households', 'places']).nullable(),
  at: LngLat.nullable(),
  /** GeoJSON, degrees, longitude first: the overlap, the gap, the point. */
  geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullable(),
  case: QualityCase
})
export type Finding = z.infer<typeof Finding>

/** What was looked for, and what came of it. */
export const QualityCheck = z.object({
  kind: QualityKind,
  /** Null: could not be looked at. */
  found: z.int().nullable(),
  /** Of those, accepted as they are. */
  accepted: z.int().nullable(),
  reason: QualityReason.nullable()
})
export type QualityCheck = z.infer<typeof QualityCheck>

const COMMUNE = { commune: CommuneCode.optional() } as const
const OfCommune = z.strictObject(COMMUNE)
const Lang = z.enum(['vi', 'en']).optional()

/** `open`: not accepted; `free`: open and nobody's. */
const QUALITY_STATES = ['open', 'free', 'assigned', 'accepted'] as const

const FILTERS = {
  ...COMMUNE,
  kind: QualityKind.optional(),
  collection: z.string().max(40).optional(),
  state: z.enum(QUALITY_STATES).optional(),
  /** Assigned to this unit, or to oneself and one's unit. */
  unit: urlCount.optional(),
  mine: z.literal('true').optional()
} as const
export const FindingFilters = z.strictObject(FILTERS)
export type FindingFilters = z.infer<typeof FindingFilters>

/** More of one kind are counted, not listed. */
export const MOST_LISTED = 200

/** Asks for a commune (one's own; whoever works for all must name one: 422). `checks` are without filters. */
export const listFindings = {
  path: '/api/staff/quality',
  query: FindingFilters,
  reply: z.object({
    commune: z.object({ code: z.string(), name: z.string() }),
    day: Day,
    checks: z.array(QualityCheck),
    findings: z.array(Finding),
    /** How many the filters hold; beyond MOST_LISTED of a kind they are in the file only. */
    total: z.int()
  })
} as const

export const findingsFile = {
  path: '/api/staff/quality/findings.csv',
  query: FindingFilters.extend({ lang: Lang })
} as const

/** What is found today on paper (A4, HTML). */
export const findingsSheet = {
  path: '/api/staff/quality/sheet',
  query: FindingFilters.extend({ lang: Lang })
} as const

/** To whom findings can be given: whoever may open this section, and units at work in which there is somebody who may. */
export const listAssignees = {
  path: '/api/staff/quality/assignees',
  query: OfCommune,
  reply: z.object({ units: z.array(Named), people: z.array(Named) })
} as const

/**
 * Says who sees to a finding and whether it is accepted as it is: all of it, each time. `If-Match: "version"` is required
 * (428). 404: it is no longer found; 412: decided otherwise meanwhile, the body is the case as it is now.
 */
export const decideFinding = {
  path: '/api/staff/quality/cases',
  body: z.strictObject({
    ...COMMUNE,
    key: z.string().min(1).max(400),
    unitId: Id.nullable(),
    accountId: Id.nullable(),
    /** Why it is right as it is; null: it is to be mended. */
    accepted: z.string().trim().min(5).max(500).nullable()
  }),
  reply: QualityCase
} as const

export const readLimits = {
  path: '/api/staff/quality/limits',
  query: OfCommune,
  reply: z.object({ limits: QualityLimits, defaults: QualityLimits, version: z.int() })
} as const

/** `If-Match` as above. */
export const changeLimits = {
  path: '/api/staff/quality/limits',
  body: z.strictObject({ ...COMMUNE, limits: QualityLimits }),
  reply: readLimits.reply
} as const
