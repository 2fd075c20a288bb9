import type { Pool } from 'pg'
import { inTransaction } from '../db/transaction.ts'
import type { Queryable } from '../db/pool.ts'
import type { Actor, Audit } from './contract.ts'
import { countGuess, forgiveGuess, guessKey, takeBackGuess, type GuessKey } from './guess-queries.ts'
import type { Passwords } from './passwords.ts'
import { placeOf } from './place.ts'
import { stepOfCode } from './second-factor.ts'
import { newSecret } from './secret.ts'
import { beginSession, endSession, findActor } from './session-queries.ts'
import {
  findCredentials,
  holdPassword,
  isKnownDevice,
  isTrusted,
  keepPassword,
  trustDevice,
  useStep,
  type Credentials
} from './sign-in-queries.ts'
import { removeOld } from './tidy-queries.ts'
import { TooBusy } from './turns.ts'

/** What signing in works with. */
export interface SignInDesk {
  db: Pool
  passwords: Passwords
  audit: Audit<Queryable>
}

/** Somebody who wants to sign in. */
export interface SignInAttempt {
  login: string
  password: string
  code: string | undefined
  /** `request.ip`. */
  address: string
  /** The cookies he brought, if any. */
  device: string | null
  session: string | null
}

export type SignInOutcome =
  | { outcome: 'signed_in'; actor: Actor; token: string; device: string }
  | { outcome: 'second_factor' }
  | { outcome: 'refused' }
  | { outcome: 'blocked'; seconds: number }

/** A login as it is kept. */
export const loginOf = (typed: string): string => typed.trim().normalize('NFKC').toLowerCase()

/** Against whom a wrong guess counts. A device that its owner used before is counted alone, so that nobody can block it. */
function keysOf(login: string, { address, device }: SignInAttempt, trusted: boolean): GuessKey[] {
  if (trusted && device !== null) return [guessKey('device', login, device)]
  const place = placeOf(address)
  return [guessKey('account', login, place), guessKey('place', place)]
}

/** Guesses at a code are made by somebody who has the password: they count wherever they come from. */
const codeKey = (accountId: number, device: string | null, trusted: boolean) =>
  trusted && device !== null ? guessKey('code', accountId, device) : guessKey('code', accountId)

/** The log tells of guessing where it begins to be held up; of each wrong guess it does not. */
async function refuse(
  { db, audit }: SignInDesk,
  { address }: SignInAttempt,
  account: Credentials | null,
  isLast: boolean
): Promise<SignInOutcome> {
  const about = { subject: 'session', subjectId: account?.id ?? null, from: address }
  if (isLast) await audit(db, { actor: null, by: 'public', action: 'session.blocked', ...about })
  return { outcome: 'refused' }
}

/** Whether the second factor lets the account in; null: it does, or none is asked for. */
async function checkCode(
  desk: SignInDesk,
  attempt: SignInAttempt,
  account: Credentials,
  trusted: boolean
): Promise<SignInOutcome | null> {
  const { id, totpSecret } = account
  if (totpSecret === null) return null
  if (attempt.code === undefined) return { outcome: 'second_factor' }
  const key = codeKey(id, attempt.device, trusted)
  const { seconds, isLast } = await countGuess(desk.db, [key])
  if (seconds !== null) return { outcome: 'blocked', seconds }
  const step = stepOfCode(totpSecret, attempt.code)
  if (step === null || !(await useStep(desk.db, id, step))) return refuse(desk, attempt, account, isLast)
  await forgiveGuess(desk.db, [key])
  return null
}

/** The device's secret: the one it has where it is ours, else a new one. */
async function deviceOf(db: Queryable, device: string | null): Promise<string> {
  return device !== null && (await isKnownDevice(db, device)) ? device : newSecret()
}

/** Always a new session, whatever token the caller brought; the one he had is ended. */
async function enter(
  { db, audit }: SignInDesk,
  attempt: SignInAttempt,
  accountId: number,
  hash: { checked: string; renewed: string | null }
): Promise<SignInOutcome> {
  return inTransaction(db, async (client) => {
    if (!(await holdPassword(client, accountId, hash.checked))) return { outcome: 'refused' }
    const actor = await findActor(client, accountId)
    if (!actor) return { outcome: 'refused' }
    if (attempt.session !== null) await endSession(client, attempt.session)
    if (hash.renewed !== null) await keepPassword(client, accountId, hash.renewed)
    const token = await beginSession(client, accountId)
    const device = await deviceOf(client, attempt.device)
    await trustDevice(client, accountId, device)
    await removeOld(client)
    const said = { subject: 'session', subjectId: accountId, from: attempt.address } as const
    await audit(client, { actor, action: 'session.begin', ...said })
    return { outcome: 'signed_in', actor, token, device }
  })
}

/** Whether the password is the account's; a guess that could not be looked at is not counted. */
async function checkPassword(
  { db, passwords }: SignInDesk,
  attempt: SignInAttempt,
  account: Credentials | null,
  keys: readonly GuessKey[],
  trusted: boolean
) {
  try {
    return await passwords.check(attempt.password, account?.passwordHash ?? null, trusted)
  } catch (error) {
    if (error instanceof TooBusy) await takeBackGuess(db, keys)
    throw error
  }
}

/** Signs in, or says why not; which of login, password and code was wrong is never said, nor told by the time it takes. */
export async function signInAs(desk: SignInDesk, attempt: SignInAttempt): Promise<SignInOutcome> {
  const { db, passwords } = desk
  const login = loginOf(attempt.login)
  const account = await findCredentials(db, login)
  const trusted =
    account !== null && attempt.device !== null && (await isTrusted(db, account.id, attempt.device))
  const keys = keysOf(login, attempt, trusted)
  const { seconds, isLast } = await countGuess(db, keys)
  if (seconds !== null) return { outcome: 'blocked', seconds }
  const fits = await checkPassword(desk, attempt, account, keys, trusted)
  if (!fits || account?.passwordHash == null) return refuse(desk, attempt, account, isLast)
  await forgiveGuess(db, keys)
  const refusal = await checkCode(desk, attempt, account, trusted)
  if (refusal) return refusal
  const checked = account.passwordHash
  const renewed = passwords.isOutdated(checked) ? await passwords.hash(attempt.password) : null
  return enter(desk, attempt, account.id, { checked, renewed })
}
