import { z } from 'zod'
import { urlCount } from '../http/contract.ts'
import { Box, Sha256 } from '../media/contract.ts'
import {
  CategoryTheme,
  NewReport,
  Place,
  Receipt,
  ReportFilters,
  ReportNumber,
  ReportPage,
  ReportState
} from './contract.ts'

const Named = z.object({ id: z.int(), name: z.string() })
const moment = z.string().nullable()

/** A report in the inbox. Times are by the server's clock, except `observedAt`. */
export const StaffReport = z.object({
  id: z.uuid(),
  number: ReportNumber,
  /** Raised at every change; the ETag of the report is `"version"`. */
  version: z.int(),
  category: z.string(),
  theme: CategoryTheme,
  state: ReportState,
  sensitive: z.boolean(),
  urgent: z.boolean(),
  commune: z.string().nullable(),
  village: z.string().nullable(),
  place: Place,
  description: z.string().nullable(),
  unit: Named.nullable(),
  assignee: Named.nullable(),
  channel: z.enum(['web', 'staff', 'desk', 'phone_call', 'open311', 'demo']),
  receivedAt: z.string(),
  receiveDueAt: moment,
  acknowledgedAt: moment,
  /** Null while the reporter is asked. */
  resolveDueAt: moment,
  overdue: z.boolean(),
  resolvedAt: moment,
  closedAt: moment,
  reopenedAt: moment,
  approvedAt: moment,
  resultApprovedAt: moment,
  witnesses: z.int(),
  /** How many files were announced and how many of them are here. */
  files: z.object({ announced: z.int(), received: z.int() }),
  /** The first picture that is here, for lists: `/api/staff/media/{sha256}?report={id}&size=thumbnail`. */
  picture: Sha256.nullable(),
  updatedAt: z.string(),
  /** What this account can do with it now. */
  actions: z.array(z.string())
})
export type StaffReport = z.infer<typeof StaffReport>

export const StaffEvent = z.object({
  at: z.string(),
  /** When it was written down on a phone, as far as that can be told; `at`, by which time is kept, is when it came. */
  recordedAt: moment,
  kind: z.string(),
  /** Who of staff did it; null: the reporter or the program. */
  by: z.string().nullable(),
  toState: ReportState.nullable(),
  text: z.string().nullable(),
  /** Whether the public page shows it, and its text. */
  open: z.boolean(),
  textOpen: z.boolean(),
  /** What the public page says in place of the text; null: the text itself, as far as it is open. */
  publicText: z.string().nullable()
})

export const StaffFile = z.object({
  sha256: Sha256,
  role: z.enum(['before', 'after', 'voice']),
  /** The report it came with: this one, or one merged into it. */
  number: ReportNumber,
  received: z.boolean(),
  boxes: z.array(Box),
  /** The public file made of it; null: it is not public. */
  picture: Sha256.nullable(),
  /** Whether an approval can name it: of what was seen (`approve`) or of the result (`approve_result`). */
  mayBePublic: z.boolean()
})

const Brief = z.object({ id: z.uuid(), number: ReportNumber, state: ReportState, receivedAt: z.string() })

/** A report with everything that the account may see of it. */
export const StaffReportDetail = StaffReport.extend({
  publicText: z.string().nullable(),
  placeFrom: z.enum(['gps', 'photo', 'map']),
  /** What was measured before it was corrected, with its accuracy in metres. */
  measured: Place.extend({ accuracyM: z.number().nullable() }).nullable(),
  /** By the phone's clock. */
  observedAt: moment,
  waitingSince: moment,
  reason: z.string().nullable(),
  handedTo: z.string().nullable(),
  /** The system that handed it in by Open311, and what it calls it (null: it named no id); null: a person sent it here. */
  foreign: z.object({ system: z.string(), id: z.string().nullable() }).nullable(),
  /** A reporter said that it is solved. */
  confirmed: z.boolean(),
  duplicateOf: Brief.nullable(),
  /** What was merged into it. */
  duplicates: z.array(Brief),
  /** Open ones of the same category, near and recent, that the account may see; nearest first, metres. */
  likelyDuplicates: z.array(Brief.extend({ distanceM: z.number() })),
  media: z.array(StaffFile),
  history: z.array(StaffEvent),
  /** Null: this account may not read reporters' contacts of this report. */
  contacts: z
    .array(
      z.object({
        number: ReportNumber,
        name: z.string().nullable(),
        phone: z.string().nullable(),
        email: z.string().nullable()
      })
    )
    .nullable()
})
export type StaffReportDetail = z.infer<typeof StaffReportDetail>

/** The reports that the account may see. `mine`: assigned to it; `unit=none`: of no unit yet. `text`: in number, description and the id of another system. */
export const listStaffReports = {
  path: '/api/staff/reports',
  query: ReportFilters.extend({
    ...ReportPage.shape,
    unit: z.union([z.literal('none'), urlCount]).optional(),
    assignee: urlCount.optional(),
    mine: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional(),
    approved: z
      .enum(['true', 'false'])
      .transform((text) => text === 'true')
      .optional(),
    text: z.string().trim().min(1).max(100).optional()
  }),
  reply: z.object({ reports: z.array(StaffReport), next: z.string().nullable(), total: z.int() })
} as const

const id = z.strictObject({ id: z.uuid() })

/** One report. Its ETag is what `If-Match` of an action must say. 404: there is none that the account may see. */
export const getStaffReport = {
  path: '/api/staff/reports/:id',
  params: id,
  query: z.strictObject({}),
  reply: StaffReportDetail
} as const

/** Takes a report in on somebody's behalf. The code is given to that person. */
export const takeInForSomebody = {
  path: '/api/staff/reports',
  body: NewReport.extend({ channel: z.enum(['staff', 'desk', 'phone_call']) }),
  reply: Receipt
} as const

/** Server-sent events: `changed` with the moment of the latest change; sent at once, then after each change. */
export const staffReportEvents = { path: '/api/staff/reports/events', query: z.strictObject({}) } as const
