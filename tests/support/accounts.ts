import type { Queryable } from '../../server/db/pool.ts'
import { createAccount, type NewAccount } from '../../server/accounts/account-queries.ts'
import { openPasswords } from '../../server/accounts/passwords.ts'
import { beginSession } from '../../server/accounts/session-queries.ts'
import { keepPassword } from '../../server/accounts/sign-in-queries.ts'
import { PASSWORD_COST } from './server.ts'

/** The origin of `app.inject` where no host is given: what a page of ours sends. */
export const ORIGIN = 'http://localhost'

/** A password that the rules take. */
export const PASSWORD = 'cây đa đầu làng 1987'

const passwords = openPasswords(PASSWORD_COST)
let made = 0

/** What a test does not say is filled in: a leader of every commune. */
type Staff = Partial<NewAccount> & { password?: string }

/** A unit of a commune; answers its number. */
export async function createUnit(db: Queryable, communeCode = '99999', name = `Tổ công tác ${++made}`) {
  const { rows } = await db.query<{ id: number }>(
    'insert into unit (commune_code, name) values ($1, $2) returning id',
    [communeCode, name]
  )
  return rows[0]?.id ?? 0
}

/** An account; with a password only where one is given. An officer without a unit gets one. */
export async function createStaff(db: Queryable, { password, ...given }: Staff = {}) {
  const role = given.role ?? 'leader'
  const communeCode = given.communeCode ?? (role === 'officer' ? '99999' : null)
  const unitId = given.unitId ?? (role === 'officer' ? await createUnit(db, communeCode ?? undefined) : null)
  const login = given.login ?? `can-bo-${++made}`
  const id = await createAccount(db, { login, name: given.name ?? 'Nguyễn Văn A', role, communeCode, unitId })
  if (id === null) throw new Error(`The login ${login} is taken.`)
  if (password !== undefined) await keepPassword(db, id, await passwords.hash(password))
  return { id, login, role, communeCode, unitId }
}

/** Headers with which `app.inject` asks as the account, from a page of ours (see `ORIGIN`). */
export async function headersOf(db: Queryable, accountId: number, origin = ORIGIN) {
  return { cookie: `diaban_session=${await beginSession(db, accountId)}`, origin }
}

/** An account of a role and the headers with which it asks. */
export async function signedIn(db: Queryable, staff: Staff = {}) {
  const account = await createStaff(db, staff)
  return { ...account, headers: await headersOf(db, account.id) }
}
