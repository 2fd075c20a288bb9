import { inTransaction } from '../db/transaction.ts'
import type { Bilingual } from '../http/language.ts'
import type { Actor } from './contract.ts'
import { countGuess, forgiveGuess, guessKey } from './guess-queries.ts'
import { dropLinks, findLink, takeLink } from './link-queries.ts'
import { passwordComplaint } from './password-rules.ts'
import { dropFactor } from './second-factor-queries.ts'
import { beginSession, endSessionsOf } from './session-queries.ts'
import { credentialsOf, distrustDevices, keepPassword } from './sign-in-queries.ts'
import type { SignInDesk } from './sign-in.ts'

/** A password that was asked again: right, or why not. */
export type Proof = { outcome: 'right' } | { outcome: 'refused' } | { outcome: 'blocked'; seconds: number }

/** Asks somebody who is signed in for his password again, so that a session left open changes nothing of consequence. */
export async function provePassword(desk: SignInDesk, actor: Actor, password: string): Promise<Proof> {
  const key = guessKey('again', actor.accountId)
  const { seconds } = await countGuess(desk.db, [key])
  if (seconds !== null) return { outcome: 'blocked', seconds }
  const account = await credentialsOf(desk.db, actor.accountId)
  if (!(await desk.passwords.check(password, account?.passwordHash ?? null, true)))
    return { outcome: 'refused' }
  await forgiveGuess(desk.db, [key])
  return { outcome: 'right' }
}

/**
 * Sets one's own password, ends every session, and answers the token of a new one; or what is wrong with the password.
 * null: the account was disabled meanwhile.
 */
export async function changeOwnPassword(
  { db, passwords, audit }: SignInDesk,
  actor: Actor,
  password: string,
  from: string
): Promise<{ token: string } | { complaint: Bilingual } | null> {
  const complaint = passwordComplaint(password, actor)
  if (complaint) return { complaint }
  const hash = await passwords.hash(password)
  return inTransaction(db, async (client) => {
    if (!(await keepPassword(client, actor.accountId, hash))) return null
    await endSessionsOf(client, actor.accountId)
    await dropLinks(client, actor.accountId)
    const token = await beginSession(client, actor.accountId)
    const what = { action: 'account.password', subject: 'account', subjectId: actor.accountId, from } as const
    await audit(client, { actor, ...what })
    return { token }
  })
}

/**
 * Sets a password by a link and uses it up: every session ends, no device is known any more, and the second factor goes
 * where the link says so. null: the link opens nothing.
 */
export async function setByLink(
  { db, passwords, audit }: SignInDesk,
  token: string,
  password: string,
  from: string
): Promise<{ login: string } | { complaint: Bilingual } | null> {
  const owner = await findLink(db, token)
  if (!owner) return null
  const complaint = passwordComplaint(password, owner)
  if (complaint) return { complaint }
  const hash = await passwords.hash(password)
  return inTransaction(db, async (client) => {
    const link = await takeLink(client, token)
    if (!link || !(await keepPassword(client, owner.id, hash))) return null
    if (link.removesFactor) await dropFactor(client, owner.id)
    await endSessionsOf(client, owner.id)
    await distrustDevices(client, owner.id)
    await dropLinks(client, owner.id)
    const what = {
      action: 'account.password_by_link',
      subject: 'account',
      subjectId: owner.id,
      ...(link.removesFactor ? { after: { removeFactor: true } } : {}),
      from
    } as const
    await audit(client, { actor: null, by: 'public', ...what })
    return { login: owner.login }
  })
}
