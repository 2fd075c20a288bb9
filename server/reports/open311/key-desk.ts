import { randomBytes } from 'node:crypto'
import type { Pool } from 'pg'
import type { Audit, AuditEntry } from '../../accounts/contract.ts'
import type { Queryable } from '../../db/pool.ts'
import { inTransaction } from '../../db/transaction.ts'
import { endKey, keepKey, type KeyHolder } from './key-queries.ts'

/** What keys are made with. */
export interface KeyDesk {
  db: Pool
  audit: Audit<Queryable>
}

/** Who does it, and from where. */
export type KeyMaker = Pick<AuditEntry, 'actor' | 'by' | 'from'>

/** Makes a key, told this once; its hash is kept. Null: the system has one in force, or belongs to another commune. */
export async function makeKey({ db, audit }: KeyDesk, maker: KeyMaker, holder: KeyHolder) {
  const key = randomBytes(32).toString('base64url')
  return inTransaction(db, async (client) => {
    const id = await keepKey(client, key, holder)
    if (id === null) return null
    const subject = { subject: 'api_key', subjectId: id, communeCode: holder.communeCode }
    await audit(client, { ...maker, action: 'api_key.make', ...subject, after: { system: holder.system } })
    return { id, key }
  })
}

/** Ends a key of the commune (null: any) at once. False: there is none in force. */
export async function takeKeyBack(
  { db, audit }: KeyDesk,
  maker: KeyMaker,
  id: number,
  communeCode: string | null
) {
  return inTransaction(db, async (client) => {
    const holder = await endKey(client, id, communeCode)
    if (!holder) return false
    const subject = { subject: 'api_key', subjectId: id, communeCode: holder.communeCode }
    await audit(client, { ...maker, action: 'api_key.end', ...subject, before: { system: holder.system } })
    return true
  })
}
