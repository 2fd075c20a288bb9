import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import type { AuditAction } from './audit-contract.ts'

/** What somebody is here; each within one commune or all. */
export const Role = z.enum(['field', 'officer', 'leader', 'planner', 'culture', 'administrator'])
export type Role = z.infer<typeof Role>

/**
 * The one table of rights: who may do what. Whose reports are meant (a unit's own, a commune's) is decided by the
 * database function that takes the actor; a right alone never widens what is seen.
 */
export const RIGHTS = {
  'report.create': ['field', 'officer', 'leader', 'administrator'],
  'report.read': ['field', 'officer', 'leader'],
  'report.handle': ['field', 'officer', 'leader'],
  'report.assign': ['officer', 'leader'],
  'report.approve': ['officer', 'leader'],
  'report.merge': ['officer', 'leader'],
  'report.contact': ['officer', 'leader'],
  'report.forget': ['administrator'],
  'report.configure': ['administrator'],
  'relic.manage': ['culture'],
  'place.manage': ['planner'],
  'quality.manage': ['planner', 'culture', 'administrator'],
  'embed.manage': ['administrator'],
  'place.check': ['field', 'officer', 'planner', 'culture', 'leader'],
  'place.sheet': ['officer', 'planner', 'culture', 'leader'],
  'account.manage': ['administrator'],
  'audit.read': ['administrator', 'leader'],
  'backup.read': ['administrator']
} as const satisfies Record<string, readonly Role[]>
export type Right = keyof typeof RIGHTS

/** What a route asks of whoever calls it; routes under /api/staff must say it, elsewhere `public` is meant. */
export type RouteRight = Right | 'signed_in' | 'public'

/** Who is signed in. communeCode null: every commune; unitId null: no unit. */
export const Actor = z.object({
  accountId: z.int(),
  login: z.string(),
  name: z.string(),
  role: Role,
  communeCode: CommuneCode.nullable(),
  unitId: z.int().nullable(),
  unitName: z.string().nullable(),
  /** What the table of rights gives to the role. */
  rights: z.array(z.string())
})
export type Actor = z.infer<typeof Actor>

/** Who asks, told by the guard; `request` is Fastify's. */
export interface Who {
  /** Of a route that asks for a right: always somebody. Throws (a fault of the program) where the route asks for none. */
  actorOf: (request: object) => Actor
  /** Of any route below /api; null: nobody is signed in. */
  maybeActorOf: (request: object) => Actor | null
  /** Of requests that are answered at length, those whose session still lasts; asking renews none. */
  lasting: (requests: readonly object[]) => Promise<ReadonlySet<object>>
}

/** A personal field in an audit entry (a name, a number, a text of a citizen): kept as a keyed hash only. */
export class Personal {
  readonly value: string

  constructor(value: string) {
    this.value = value
  }
}

/** One line of the audit log; whatever is personal in `before` and `after` is wrapped in `Personal`. */
export interface AuditEntry {
  /** Who did it; null with `by`. */
  actor: Actor | null
  /** Where nobody is signed in: the program by itself, a command on the machine, or somebody without an account. */
  by?: 'program' | 'command' | 'public'
  /** What was done. */
  action: AuditAction
  /** On what: 'report', 'account', 'session', 'unit' … */
  subject: string
  subjectId?: string | number | null
  communeCode?: string | null
  before?: Record<string, unknown> | null
  after?: Record<string, unknown> | null
  /** The address it came from (`request.ip`); kept as a keyed hash only. */
  from?: string | null
}

/**
 * Appends an entry within the caller's transaction, as its LAST statement: it holds the end of the chain until the
 * transaction ends, so that what follows would make everybody wait.
 */
export type Audit<Db> = (db: Db, entry: AuditEntry) => Promise<void>

const Password = z.string().min(1).max(1000)

/** Signs in. 401: login, password or second factor is wrong (never which); 429: too many guesses from here. */
export const signIn = {
  path: '/api/staff/session',
  body: z.strictObject({
    login: z.string().trim().min(1).max(100),
    password: Password,
    /** Six digits; asked for by `secondFactor: true` of a first answer. */
    secondFactor: z
      .string()
      .regex(/^\d{6}$/)
      .optional()
  }),
  reply: z.union([z.object({ actor: Actor }), z.object({ secondFactor: z.literal(true) })])
} as const

/** Who is signed in by the cookie; null: nobody. */
export const session = {
  path: '/api/staff/session',
  query: z.strictObject({}),
  reply: z.object({ actor: Actor.nullable() })
} as const
