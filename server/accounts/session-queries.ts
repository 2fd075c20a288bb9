import type { Queryable } from '../db/pool.ts'
import { RIGHTS, type Actor, type Right, type Role } from './contract.ts'
import { hashSecret, newSecret } from './secret.ts'

/** However busy, a session ends after this time. */
export const SESSION_DAYS = 30

/** A session that rests as long as this is over; an administrator's is over sooner. */
const IDLE = `case a.role when 'administrator' then interval '12 hours' else interval '7 days' end`

/** How exact `seen_at` is; each renewal is a write. */
const RENEW_AFTER = `interval '5 minutes'`

/** Whether `session s` of `account a` opens anything. */
const LASTS = `s.ended_at is null and s.expires_at > now() and s.seen_at > now() - ${IDLE} and a.disabled_at is null`

/** The rights that the table gives to a role. */
export const rightsOf = (role: Role): Right[] =>
  // Object.keys forgets that these are the table's keys.
  (Object.keys(RIGHTS) as Right[]).filter((right) => (RIGHTS[right] as readonly Role[]).includes(role))

type ActorRow = Omit<Actor, 'rights'>

/** An account's columns as those of an actor, from `account a left join unit u`. */
const ACTOR_COLUMNS = `a.id as "accountId", a.login, a.name, a.role, a.commune_code as "communeCode",
       a.unit_id as "unitId", u.name as "unitName"`

const toActor = ({ accountId, login, name, role, communeCode, unitId, unitName }: ActorRow): Actor => ({
  accountId,
  login,
  name,
  role,
  communeCode,
  unitId,
  unitName,
  rights: rightsOf(role)
})

/** Begins a session and answers the token that opens it, always a new one. */
export async function beginSession(db: Queryable, accountId: number): Promise<string> {
  const token = newSecret()
  await db.query(
    `insert into session (token_hash, account_id, expires_at)
     values ($1, $2, now() + $3 * interval '1 day')`,
    [hashSecret(token), accountId, SESSION_DAYS]
  )
  return token
}

/** Whose session a token opens; null: none that lasts, or its account is disabled. */
export async function findSession(db: Queryable, token: string): Promise<Actor | null> {
  const hash = hashSecret(token)
  const { rows } = await db.query<ActorRow & { stale: boolean }>(
    `select ${ACTOR_COLUMNS}, s.seen_at < now() - ${RENEW_AFTER} as stale
       from session s
       join account a on a.id = s.account_id
       left join unit u on u.id = a.unit_id
      where s.token_hash = $1 and ${LASTS}`,
    [hash]
  )
  const [row] = rows
  if (!row) return null
  if (row.stale) await db.query('update session set seen_at = now() where token_hash = $1', [hash])
  return toActor(row)
}

/** Which of these tokens open a session that still lasts; asking is no use of it. */
export async function lastingSessions(
  db: Queryable,
  tokens: readonly string[]
): Promise<ReadonlySet<string>> {
  const byHash = new Map(tokens.map((token) => [hashSecret(token).toString('hex'), token]))
  const { rows } = await db.query<{ hash: string }>(
    `select encode(s.token_hash, 'hex') as hash
       from session s
       join account a on a.id = s.account_id
      where s.token_hash in (select decode(asked, 'hex') from unnest($1::text[]) asked) and ${LASTS}`,
    [[...byHash.keys()]]
  )
  return new Set(rows.flatMap(({ hash }) => byHash.get(hash) ?? []))
}

/** An account as the actor that it would be; null: there is none, or it is disabled. */
export async function findActor(db: Queryable, accountId: number): Promise<Actor | null> {
  const { rows } = await db.query<ActorRow>(
    `select ${ACTOR_COLUMNS} from account a left join unit u on u.id = a.unit_id
      where a.id = $1 and a.disabled_at is null`,
    [accountId]
  )
  return rows[0] ? toActor(rows[0]) : null
}

/** Ends the session that a token opens, if any. */
export async function endSession(db: Queryable, token: string): Promise<void> {
  await db.query('update session set ended_at = now() where token_hash = $1 and ended_at is null', [
    hashSecret(token)
  ])
}

/** Ends every session of an account and answers how many there were. */
export async function endSessionsOf(db: Queryable, accountId: number): Promise<number> {
  const { rowCount } = await db.query(
    'update session set ended_at = now() where account_id = $1 and ended_at is null',
    [accountId]
  )
  return rowCount ?? 0
}
