import { createHmac } from 'node:crypto'
import type { Queryable } from '../db/pool.ts'
import type { KeptEntry } from './audit-chain.ts'
import { canonicalJson } from './canonical-json.ts'
import { Personal, type Audit, type AuditEntry } from './contract.ts'

/** A keyed hash: equal for equal values of one field of one subject, and of no use without this installation's key. */
const keyedHash = (key: Buffer, ...parts: (string | number | null)[]) =>
  `hmac:${createHmac('sha256', key).update(JSON.stringify(parts)).digest('base64url')}`

/** Hashed wherever they stand, whether or not the caller thought of it: the log is read by more people than a report is. */
const ALWAYS_PERSONAL = new Set(['lng', 'lat', 'measuredLng', 'measuredLat', 'phone', 'email'])

/** Puts a keyed hash in the place of everything personal. */
function withoutPersonal(value: unknown, hash: (text: string) => string): unknown {
  if (value instanceof Personal) return hash(value.value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map((item) => withoutPersonal(item, hash))
  if (typeof value !== 'object' || value === null) return value
  const fields = Object.entries(value).map(([name, item]) => {
    const isPersonal = ALWAYS_PERSONAL.has(name) && item !== null && !(item instanceof Personal)
    return [name, withoutPersonal(isPersonal ? new Personal(String(item)) : item, hashIn(name, hash))]
  })
  return Object.fromEntries(fields)
}

/** Hashes of one field differ from those of another. */
const hashIn = (name: string, hash: (text: string) => string) => (text: string) => hash(`${name}\0${text}`)

function keptEntry(entry: AuditEntry, key: Buffer): KeptEntry {
  const { actor, by = 'public', action, subject, communeCode, before, after, from } = entry
  const subjectId = entry.subjectId == null ? null : String(entry.subjectId)
  const hash = (text: string) => keyedHash(key, subject, subjectId, text)
  const clean = (values: unknown) => (values == null ? null : withoutPersonal(values, hash))
  return {
    at: new Date().toISOString(),
    accountId: actor?.accountId ?? null,
    actor: actor?.role ?? by,
    action,
    subject,
    subjectId,
    communeCode: communeCode ?? actor?.communeCode ?? null,
    before: clean(before),
    after: clean(after),
    from: from == null ? null : keyedHash(key, 'from', from)
  }
}

/** The key of this installation that a name stands for; made by the first migration that knows it. */
async function readKey(db: Queryable, name: string): Promise<Buffer> {
  const { rows } = await db.query<{ key: Buffer }>('select key from installation_key where name = $1', [name])
  const key = rows[0]?.key
  if (!key) throw new Error(`installation_key has no «${name}».`)
  return key
}

/**
 * Appends one entry, in one statement: raising the head waits for whoever appended before and has not ended his
 * transaction, so that numbers have no gap and each hash covers the one before.
 */
const APPEND = `
  with head as (
    update audit_head
       set last_id = last_id + 1,
           previous = hash,
           hash = sha256(hash || convert_to((last_id + 1)::text || E'\\n' || $1::text, 'utf8'))
    returning last_id, previous, hash
  )
  insert into audit_entry (id, previous_hash, hash, at, account_id, actor, action, subject, subject_id, commune_code,
                           before, after, from_hash)
  select last_id, previous, hash, $2::timestamptz, $3, $4, $5, $6, $7, $8, $9::jsonb, $10::jsonb, $11 from head`

const toJsonb = (value: unknown) => (value === null ? null : canonicalJson(value))

/** The log of this installation. The key is read once, by whatever connection first appends. Throws where the end is gone. */
export function openAudit(): Audit<Queryable> {
  let key: Buffer | undefined
  return async (db, entry) => {
    key ??= await readKey(db, 'audit')
    const kept = keptEntry(entry, key)
    const { rowCount } = await db.query(APPEND, [
      canonicalJson(kept),
      kept.at,
      kept.accountId,
      kept.actor,
      kept.action,
      kept.subject,
      kept.subjectId,
      kept.communeCode,
      toJsonb(kept.before),
      toJsonb(kept.after),
      kept.from
    ])
    // What cannot be written down is not done.
    if (rowCount !== 1) throw new Error('audit_head has no row: nothing can be appended to the audit log.')
  }
}
