import type { Pool } from 'pg'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Bilingual } from '../http/language.ts'
import { changed, manages, settleState } from './account-change.ts'
import {
  createAccount,
  findAccount,
  saveAccount,
  type AccountChange,
  type AccountState,
  type NewAccount
} from './account-queries.ts'
import { Personal, type Actor, type Audit, type AuditEntry } from './contract.ts'
import { dropLinks, makeLink } from './link-queries.ts'
import { endSessionsOf } from './session-queries.ts'
import type { StaffAccount } from './staff-contract.ts'

/** Who manages accounts: an administrator (an actor), or a command on the machine, which may everything. */
export interface Manager {
  actor: Actor | null
  said: Pick<AuditEntry, 'by' | 'from'>
}

/** What managing accounts works with. */
export interface AccountDesk {
  db: Pool
  audit: Audit<Queryable>
}

/** Why something was not done: no such account (or none of theirs), it stands against something, or it does not fit. */
export interface Refusal {
  refused: 403 | 404 | 409 | 422
  detail: Bilingual
}

/** A link's secret, not yet an address. */
export interface NewLink {
  token: string
  expiresAt: string
}

const NO_ACCOUNT: Refusal = {
  refused: 404,
  detail: {
    vi: 'Không có tài khoản này trong phạm vi ông/bà quản lý.',
    en: 'There is no such account among those that you manage.'
  }
}
const ELSEWHERE: Refusal = {
  refused: 403,
  detail: {
    vi: 'Ông/bà chỉ quản lý tài khoản trong xã của mình. Hãy chọn đúng xã.',
    en: 'You manage the accounts of your own commune only. Choose that commune.'
  }
}
const TAKEN: Refusal = {
  refused: 409,
  detail: {
    vi: 'Tên đăng nhập này đã có người dùng. Hãy chọn tên khác.',
    en: 'This login is taken. Choose another.'
  }
}
const OWN: Refusal = {
  refused: 409,
  detail: {
    vi: 'Không thể tự khóa hay tự đổi vai trò, phạm vi của chính mình. Hãy nhờ quản trị viên khác.',
    en: 'Nobody disables himself or changes his own role or place. Ask another administrator.'
  }
}
const misfit = (detail: Bilingual): Refusal => ({ refused: 422, detail })

const stateOf = ({ name, role, communeCode, unitId, disabledAt }: StaffAccount): AccountState => ({
  name,
  role,
  communeCode,
  unitId,
  disabled: disabledAt !== null
})

const withoutName = ({ name, ...state }: AccountState) => ({ ...state, name: new Personal(name) })

/** Creates an account and the link by which its owner sets a password. */
export async function openAccount(
  { db, audit }: AccountDesk,
  { actor, said }: Manager,
  wanted: NewAccount
): Promise<{ account: StaffAccount; link: NewLink } | Refusal> {
  return inTransaction(db, async (client) => {
    const settled = await settleState(client, wanted)
    if ('complaint' in settled) return misfit(settled.complaint)
    const { state } = settled
    if (actor && !manages(actor, state.communeCode)) return ELSEWHERE
    const id = await createAccount(client, state)
    const account = id === null ? null : await findAccount(client, id)
    if (!account) return TAKEN
    const link = await makeLink(client, account.id)
    const { login, name, ...rest } = state
    const after = { ...rest, login: new Personal(login), name: new Personal(name) }
    const what = { action: 'account.create', subject: 'account', subjectId: account.id, after } as const
    await audit(client, { actor, ...said, ...what, communeCode: account.communeCode })
    return { account, link }
  })
}

const ranksDiffer = (a: AccountState, b: AccountState) =>
  a.role !== b.role || a.communeCode !== b.communeCode || a.unitId !== b.unitId || a.disabled !== b.disabled

/** Changes an account; what it may do has changed, so its sessions end, and with disabling its links. */
export async function alterAccount(
  { db, audit }: AccountDesk,
  { actor, said }: Manager,
  id: number,
  change: AccountChange
): Promise<{ account: StaffAccount } | Refusal> {
  return inTransaction(db, async (client) => {
    const account = await findAccount(client, id)
    if (!account || (actor && !manages(actor, account.communeCode))) return NO_ACCOUNT
    const before = stateOf(account)
    const wanted = changed(before, change)
    const ranks = ranksDiffer(before, wanted)
    if (ranks && actor?.accountId === id) return OWN
    // What is only renamed or disabled keeps a unit that has ended since.
    const settled = ranks && !wanted.disabled ? await settleState(client, wanted) : { state: wanted }
    if ('complaint' in settled) return misfit(settled.complaint)
    const { state } = settled
    if (actor && !manages(actor, state.communeCode)) return ELSEWHERE
    await saveAccount(client, id, state)
    if (ranksDiffer(before, state)) await endSessionsOf(client, id)
    if (state.disabled) await dropLinks(client, id)
    const saved = await findAccount(client, id)
    if (!saved) return NO_ACCOUNT
    const what = { before: withoutName(before), after: withoutName(state), communeCode: saved.communeCode }
    await audit(client, {
      actor,
      ...said,
      action: 'account.change',
      subject: 'account',
      subjectId: id,
      ...what
    })
    return { account: saved }
  })
}

const DISABLED: Refusal = {
  refused: 409,
  detail: {
    vi: 'Tài khoản đang bị khóa. Hãy mở lại tài khoản trước khi cấp đường dẫn đặt mật khẩu.',
    en: 'The account is disabled. Enable it before giving a link.'
  }
}

/** A new link for an account; `removeFactor`: its second factor is taken off once the link is used. */
export async function renewLink(
  { db, audit }: AccountDesk,
  { actor, said }: Manager,
  id: number,
  removeFactor: boolean
): Promise<{ link: NewLink } | Refusal> {
  return inTransaction(db, async (client) => {
    const account = await findAccount(client, id)
    if (!account || (actor && !manages(actor, account.communeCode))) return NO_ACCOUNT
    if (account.disabledAt !== null) return DISABLED
    const link = await makeLink(client, id, removeFactor)
    const what = {
      action: 'account.link',
      subject: 'account',
      subjectId: id,
      after: { removeFactor }
    } as const
    await audit(client, { actor, ...said, ...what, communeCode: account.communeCode })
    return { link }
  })
}
