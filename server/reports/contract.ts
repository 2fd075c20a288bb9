import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Day, Moment, urlCount, urlNumber } from '../http/contract.ts'
import { MAX_PICTURE_BYTES, Sha256 } from '../media/contract.ts'

export const ReportState = z.enum([
  'new',
  'received',
  'assigned',
  'in_progress',
  'waiting_for_reporter',
  'resolved',
  'closed',
  'closed_unresolved',
  'duplicate',
  'out_of_scope'
])
export type ReportState = z.infer<typeof ReportState>

export const CategoryTheme = z.enum(['waste', 'traffic', 'other'])
export type CategoryTheme = z.infer<typeof CategoryTheme>

/** Degrees, WGS 84; lng before lat. */
export const Place = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })
export type Place = z.infer<typeof Place>

export const ReportCategory = z.object({
  code: z.string(),
  name: z.object({ vi: z.string(), en: z.string() }),
  theme: CategoryTheme,
  sensitive: z.boolean(),
  urgent: z.boolean(),
  /** Working hours until somebody has looked at it: of an urgent one 4 at most. */
  receiveHours: z.int(),
  /** Working hours. */
  resolveHours: z.int(),
  duplicateRadiusM: z.int(),
  duplicateDays: z.int(),
  /** False: new reports do not have it any more. */
  offered: z.boolean()
})
export type ReportCategory = z.infer<typeof ReportCategory>

/**
 * The categories that a new report may have, in the order in which they are offered; `all`: also those that only older
 * reports have.
 */
export const listCategories = {
  path: '/api/report-categories',
  query: z.strictObject({ all: z.enum(['true', 'false']).optional() }),
  reply: z.object({ categories: z.array(ReportCategory) })
} as const

/** The receipt number, public. */
export const ReportNumber = z.string().regex(/^PA-\d{4}-\d{6}$/)

/**
 * The reporter's secret, made on the phone: 12 letters of Crockford's base 32 (60 random bits), shown in groups of four.
 * The server keeps its hash only, so that sending again after a lost answer opens the same report.
 */
export const ReportCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{12}$/)

export const Contact = z.strictObject({
  name: z.string().trim().max(100).optional(),
  phone: z.string().trim().max(30).optional(),
  email: z.email().max(200).optional()
})
export type Contact = z.infer<typeof Contact>

const AnnouncedMedia = z.strictObject({
  sha256: Sha256,
  role: z.enum(['before', 'after', 'voice']),
  sizeBytes: z.int().min(1).max(MAX_PICTURE_BYTES)
})

export const NewReport = z.strictObject({
  /** UUIDv7, made on the phone. */
  id: z.uuid(),
  code: ReportCode,
  category: z.string().max(50),
  /** The place as the reporter leaves it. */
  place: Place,
  placeFrom: z.enum(['gps', 'photo', 'map']),
  /**
   * What was measured before it was corrected, with the radius (metres) that holds the true place with 95 % probability, as
   * browsers give it; null: a photo's own place, of which nobody says how exact it is.
   */
  measured: Place.extend({ accuracyM: z.number().min(0).max(100_000).nullable() }).optional(),
  /** By the phone's clock. */
  observedAt: Moment.optional(),
  description: z.string().trim().max(2000).optional(),
  /** At most five pictures and one voice note; photos keyed by the hash of their content. */
  media: z.array(AnnouncedMedia).max(6).default([]),
  contact: Contact.optional()
})
export type NewReport = z.infer<typeof NewReport>

export const Receipt = z.object({
  id: z.uuid(),
  number: ReportNumber,
  receivedAt: z.string(),
  commune: z.object({ code: CommuneCode, name: z.string() }).nullable(),
  village: z.object({ code: z.string(), name: z.string(), kind: z.string() }).nullable(),
  /** When somebody will have looked at it (working hours). */
  receiveDueAt: z.string().nullable(),
  media: z.array(z.object({ sha256: Sha256, received: z.boolean() }))
})
export type Receipt = z.infer<typeof Receipt>

/**
 * Takes a report in. 201: new; 200: the very same report is here already (same id, same code). 409: the id is taken by
 * another; 422: no commune of this installation lies there, or the category is not offered; 429: too many from here.
 */
export const createReport = { path: '/api/reports', body: NewReport, reply: Receipt } as const

/** What anyone may see of an approved report. */
export const PublicReport = z.object({
  number: ReportNumber,
  category: z.string(),
  theme: CategoryTheme,
  state: ReportState,
  /** Whether `place` is the centre of a 200 m cell instead of the place. */
  placeHidden: z.boolean(),
  place: Place,
  commune: z.string().nullable(),
  village: z.string().nullable(),
  unit: z.string().nullable(),
  description: z.string().nullable(),
  receivedAt: z.string(),
  resolveDueAt: z.string().nullable(),
  overdue: z.boolean(),
  resolvedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** Calendar days from receipt until resolved, or until now. */
  daysOpen: z.int(),
  witnesses: z.int(),
  pictures: z.array(z.object({ role: z.enum(['before', 'after']), picture: Sha256, thumbnail: Sha256 })),
  updatedAt: z.string()
})
export type PublicReport = z.infer<typeof PublicReport>

/** Likely duplicates of what is about to be sent: approved, not sensitive, same category, near and recent; nearest first. */
export const nearbyReports = {
  path: '/api/reports/nearby',
  query: z.strictObject({ category: z.string(), lng: urlNumber, lat: urlNumber }),
  reply: z.object({ reports: z.array(PublicReport.extend({ distanceM: z.number() })) })
} as const

/** "Tôi cũng thấy": adds one to an approved report; the code follows it from then on. Doing it twice with one code counts once. */
export const addWitness = {
  path: '/api/reports/:number/witnesses',
  params: z.strictObject({ number: ReportNumber }),
  body: z.strictObject({ code: ReportCode, contact: Contact.optional() }),
  reply: z.object({ number: ReportNumber, witnesses: z.int() })
} as const

/** Newest first, oldest first, latest change first, most urgent due first. */
export const ReportSort = z.enum(['newest', 'oldest', 'updated', 'due'])
export type ReportSort = z.infer<typeof ReportSort>

const codes = z
  .string()
  .max(300)
  .transform((text) => text.split(',').filter(Boolean))

/** West, south, east, north in degrees, parted by commas. */
const UrlBBox = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim()))
  .pipe(z.tuple([urlNumber, urlNumber, urlNumber, urlNumber]))

const urlFlag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** What a list of reports is narrowed by; several categories or states are parted by commas. */
export const ReportFilters = z.strictObject({
  commune: CommuneCode.optional(),
  village: z.string().max(50).optional(),
  category: codes.optional(),
  theme: CategoryTheme.optional(),
  state: codes.pipe(z.array(ReportState)).optional(),
  overdue: urlFlag.optional(),
  /** Of the public place: for a hidden one, of its cell. */
  bbox: UrlBBox.optional(),
  from: Day.optional(),
  to: Day.optional()
})
export type ReportFilters = z.infer<typeof ReportFilters>

export const ReportPage = z.strictObject({
  sort: ReportSort.optional(),
  /** `next` of the page before. */
  after: z.string().max(200).optional(),
  limit: urlCount.pipe(z.int().min(1).max(500)).optional()
})

/** Approved reports, a page at a time. `from`, `to`: days of receipt in Việt Nam, both included. */
export const listReports = {
  path: '/api/reports',
  query: ReportFilters.extend(ReportPage.shape),
  reply: z.object({ reports: z.array(PublicReport), next: z.string().nullable(), total: z.int() })
} as const

/** What happened to a report. `text`: what a person released; the unit's name, the body to which it was handed. */
export const PublicEvent = z.object({
  at: z.string(),
  kind: z.string(),
  toState: ReportState.nullable(),
  text: z.string().nullable()
})

/** One approved report with its history, oldest first. A number that was merged answers with the report it was merged into. */
export const getReport = {
  path: '/api/reports/:number',
  params: z.strictObject({ number: ReportNumber }),
  query: z.strictObject({}),
  reply: PublicReport.extend({ history: z.array(PublicEvent) })
} as const
