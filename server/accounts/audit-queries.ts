import type { Queryable } from '../db/pool.ts'
import type { ChainLink } from './audit-chain.ts'
import type { AuditLine } from './staff-contract.ts'

/** Which lines are asked for; null: whatever it is. Moments as RFC 3339. */
export interface AuditFilter {
  subject: string | null
  subjectId: string | null
  action: string | null
  accountId: number | null
  communeCode: string | null
  from: string | null
  to: string | null
  /** Lines before this number. */
  before: number | null
  limit: number
}

interface LineRow extends Omit<AuditLine, 'at' | 'hash'> {
  at: Date
  hash: Buffer
}

/** Lines of the audit log, latest first, with the accounts' names of today. */
export async function findAuditLines(db: Queryable, filter: AuditFilter): Promise<AuditLine[]> {
  const { subject, subjectId, action, accountId, communeCode, from, to, before, limit } = filter
  const { rows } = await db.query<LineRow>(
    `select e.id, e.at, e.account_id as "accountId", a.name, e.actor, e.action, e.subject, e.subject_id as "subjectId",
            e.commune_code as "communeCode", e.before, e.after, e.from_hash as "from", e.hash
       from audit_entry e left join account a on a.id = e.account_id
      where ($1::text is null or e.subject = $1) and ($2::text is null or e.subject_id = $2)
        and ($3::text is null or e.action = $3) and ($4::bigint is null or e.account_id = $4)
        and ($5::text is null or e.commune_code = $5)
        and ($6::timestamptz is null or e.at >= $6) and ($7::timestamptz is null or e.at < $7)
        and ($8::bigint is null or e.id < $8)
      order by e.id desc
      limit $9`,
    [subject, subjectId, action, accountId, communeCode, from, to, before, limit]
  )
  return rows.map(({ at, hash, ...line }) => ({ ...line, at: at.toISOString(), hash: hash.toString('hex') }))
}

/** The end of the chain as it is kept, and what stands outside of it. */
export interface AuditHead {
  lastId: number
  hash: Buffer
  /** Numbers that no appending gave: below 1 or beyond the end; at most 20. */
  strays: number[]
}

/** One statement, so that what is being appended is seen wholly or not at all. */
export async function readAuditHead(db: Queryable): Promise<AuditHead | null> {
  const { rows } = await db.query<AuditHead>(
    `select h.last_id as "lastId", h.hash,
            array(select e.id from audit_entry e where e.id < 1 or e.id > h.last_id order by e.id limit 20) as strays
       from audit_head h`
  )
  return rows[0] ?? null
}

/** Whether an entry is there with the hash that was noted of it. */
export async function isInChain(db: Queryable, end: { id: number; hash: string }): Promise<boolean> {
  const { rowCount } = await db.query(`select from audit_entry where id = $1 and hash = decode($2, 'hex')`, [
    end.id,
    end.hash
  ])
  return rowCount === 1
}

interface ChainRow extends Omit<ChainLink['entry'], 'at'> {
  id: number
  previousHash: Buffer
  hash: Buffer
  at: Date
}

/** The next links of the chain after a number, up to another, in order; at most `limit`. Moments as RFC 3339. */
export async function readChain(
  db: Queryable,
  after: number,
  upTo: number,
  limit: number,
  { from = null, to = null }: { from?: string | null; to?: string | null } = {}
): Promise<ChainLink[]> {
  const { rows } = await db.query<ChainRow>(
    `select id, at, account_id as "accountId", actor, action, subject, subject_id as "subjectId",
            commune_code as "communeCode", before, after, from_hash as "from", previous_hash as "previousHash", hash
       from audit_entry
      where id > $1 and id <= $2
        and ($4::timestamptz is null or at >= $4) and ($5::timestamptz is null or at < $5)
      order by id
      limit $3`,
    [after, upTo, limit, from, to]
  )
  return rows.map(({ id, previousHash, hash, at, ...entry }) => ({
    id,
    previousHash,
    hash,
    entry: { ...entry, at: at.toISOString() }
  }))
}
