import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Moment, urlCount } from '../http/contract.ts'
import { Role } from './contract.ts'

// What administrators do with accounts and units, and everybody with his own account.

const Id = z.int().positive()
const IdInPath = z.strictObject({ id: urlCount })
const NoQuery = z.strictObject({})
const Text = z.string().min(1).max(1000)

/** A login: what somebody types without a Vietnamese keyboard. Kept in lower case. */
export const Login = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._@-]{1,98}[a-z0-9]$/)
const Name = z.string().trim().min(1).max(100)

export const StaffAccount = z.object({
  id: Id,
  login: z.string(),
  name: z.string(),
  role: Role,
  communeCode: CommuneCode.nullable(),
  unitId: Id.nullable(),
  unitName: z.string().nullable(),
  createdAt: z.string(),
  /** null: in use. */
  disabledAt: z.string().nullable(),
  /** False: nobody has set a password by a link yet. */
  hasPassword: z.boolean(),
  secondFactor: z.boolean(),
  /** When a session was last used, to some minutes; null: never. */
  lastSeenAt: z.string().nullable()
})
export type StaffAccount = z.infer<typeof StaffAccount>

/** Where a password is set, once, within 72 hours. Shown once: only its hash is kept. */
export const PasswordLink = z.object({ url: z.string(), expiresAt: z.string() })
export type PasswordLink = z.infer<typeof PasswordLink>

/** The accounts that the administrator may manage: his commune's, or all. */
export const listAccounts = {
  path: '/api/staff/accounts',
  query: NoQuery,
  reply: z.object({ accounts: z.array(StaffAccount) })
} as const

/** 201 with a link for its owner; 409: the login is taken; 422: the unit or commune does not fit. */
export const createAccount = {
  path: '/api/staff/accounts',
  body: z.strictObject({
    login: Login,
    name: Name,
    role: Role,
    /** null: every commune. An officer's is that of his unit. */
    communeCode: CommuneCode.nullable().default(null),
    unitId: Id.nullable().default(null)
  }),
  reply: z.object({ account: StaffAccount, link: PasswordLink })
} as const

/** Whatever changes what the account may do ends its sessions. One's own role and place are changed by somebody else. */
export const changeAccount = {
  path: '/api/staff/accounts/:id',
  params: IdInPath,
  body: z.strictObject({
    name: Name.optional(),
    role: Role.optional(),
    communeCode: CommuneCode.nullable().optional(),
    unitId: Id.nullable().optional(),
    disabled: z.boolean().optional()
  }),
  reply: z.object({ account: StaffAccount })
} as const

/** A new link; links before it open nothing any more. */
export const makePasswordLink = {
  path: '/api/staff/accounts/:id/link',
  params: IdInPath,
  body: z.strictObject({
    /** For somebody who has lost his authenticator: the second factor goes once the link is used, not before. */
    removeSecondFactor: z.boolean().default(false)
  }),
  reply: PasswordLink
} as const

/** Whose password a link sets. 404: used, too old, or never made. */
export const readPasswordLink = {
  path: '/api/staff/password-link',
  body: z.strictObject({ token: Text }),
  reply: z.object({ login: z.string(), name: z.string() })
} as const

/** Sets the password and uses the link up; every session of the account ends. 422: the rules refuse the password. */
export const setPasswordByLink = {
  path: '/api/staff/password-link/use',
  body: z.strictObject({ token: Text, password: Text }),
  reply: z.object({ login: z.string() })
} as const

/** One's own password; every other session ends. */
export const changePassword = {
  path: '/api/staff/password',
  body: z.strictObject({ current: Text, password: Text })
} as const

/** Ends every session of whoever asks, this one too. */
export const signOutEverywhere = {
  path: '/api/staff/sessions',
  query: NoQuery,
  reply: z.object({ ended: z.int() })
} as const

/** Whether one's own account has a second factor. */
export const secondFactor = {
  path: '/api/staff/second-factor',
  query: NoQuery,
  reply: z.object({ on: z.boolean() })
} as const

/** Begins one: `uri` (otpauth://) is shown as a QR picture, `secret` for typing. In force once a code was given. */
export const enrolSecondFactor = {
  path: '/api/staff/second-factor',
  body: z.strictObject({ password: Text }),
  reply: z.object({ uri: z.string(), secret: z.string() })
} as const

export const confirmSecondFactor = {
  path: '/api/staff/second-factor/confirm',
  body: z.strictObject({ code: z.string().regex(/^\d{6}$/) })
} as const

export const removeSecondFactor = {
  path: '/api/staff/second-factor/remove',
  body: z.strictObject({ password: Text })
} as const

export const Unit = z.object({
  id: Id,
  communeCode: CommuneCode,
  name: z.string(),
  /** null: at work. */
  endedAt: z.string().nullable()
})
export type Unit = z.infer<typeof Unit>

/** The units of one's commune, or of all. */
export const listUnits = {
  path: '/api/staff/units',
  query: z.strictObject({ commune: CommuneCode.optional() }),
  reply: z.object({ units: z.array(Unit) })
} as const

/** 409: the commune has a unit of this name. */
export const createUnit = {
  path: '/api/staff/units',
  body: z.strictObject({ communeCode: CommuneCode, name: Name }),
  reply: z.object({ unit: Unit })
} as const

/** A unit is ended, never deleted: what it did stays its own. 409: people still belong to it. */
export const changeUnit = {
  path: '/api/staff/units/:id',
  params: IdInPath,
  body: z.strictObject({ name: Name.optional(), ended: z.boolean().optional() }),
  reply: z.object({ unit: Unit })
} as const

/** To whom reports can be given: whoever handles them within one's commune, or all. */
export const listColleagues = {
  path: '/api/staff/colleagues',
  query: z.strictObject({ unit: urlCount.optional() }),
  reply: z.object({
    colleagues: z.array(z.object({ accountId: Id, name: z.string(), role: Role, unitId: Id.nullable() }))
  })
} as const

export const AuditLine = z.object({
  id: Id,
  at: z.string(),
  accountId: Id.nullable(),
  /** The account's name as it is today; null: nobody was signed in. */
  name: z.string().nullable(),
  /** The role at that time, or 'program', 'command', 'public'. */
  actor: z.string(),
  action: z.string(),
  subject: z.string(),
  subjectId: z.string().nullable(),
  communeCode: z.string().nullable(),
  before: z.unknown(),
  after: z.unknown(),
  /** Equal for equal addresses. */
  from: z.string().nullable(),
  hash: z.string()
})
export type AuditLine = z.infer<typeof AuditLine>

/** The audit log, latest first; a leader or administrator of one commune sees what was done there. */
export const readAudit = {
  path: '/api/staff/audit',
  query: z.strictObject({
    subject: z.string().max(50).optional(),
    subjectId: z.string().max(100).optional(),
    action: z.string().max(50).optional(),
    account: urlCount.optional(),
    commune: CommuneCode.optional(),
    /** From this moment on, and before that one. */
    from: Moment.optional(),
    to: Moment.optional(),
    /** Lines before this number: the next page. */
    before: urlCount.optional(),
    limit: urlCount.pipe(z.int().min(1).max(500)).default(100)
  }),
  reply: z.object({ entries: z.array(AuditLine), next: z.int().nullable() })
} as const
