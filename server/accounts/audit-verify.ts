import type { Queryable } from '../db/pool.ts'
import { ChainWalk, type AuditFault, type ChainLink } from './audit-chain.ts'
import { readAuditHead, readChain } from './audit-queries.ts'

const BATCH = 500

/** An end of the log that was noted outside of it: a number, and the hash of that entry as 64 hexadecimal digits. */
export interface KnownEnd {
  id: number
  hash: string
}

/** What a check of the whole log found. */
export interface AuditVerdict {
  entries: number
  /** The end of the chain: noted elsewhere, it proves later that nothing up to here was rewritten. */
  lastId: number
  hash: string
  /** Empty: the log is whole. */
  faults: AuditFault[]
}

/** The links of the chain in order, up to a number. */
async function* chain(
  db: Queryable,
  upTo: number,
  span: { from?: string | null; to?: string | null } = {}
): AsyncGenerator<ChainLink> {
  let after = 0
  for (;;) {
    const links = await readChain(db, after, upTo, BATCH, span)
    yield* links
    const last = links.at(-1)
    if (!last || links.length < BATCH) return
    after = last.id
  }
}

/**
 * Checks every entry against its hash, the one before and the end that is kept apart; may run while others append.
 * `known`: ends that were noted earlier.
 */
export async function verifyAudit(db: Queryable, known: readonly KnownEnd[] = []): Promise<AuditVerdict> {
  const head = await readAuditHead(db)
  const walk = new ChainWalk()
  let entries = 0
  const missed = new Map(known.map((end) => [`${end.id}:${end.hash}`, end.id]))
  for await (const link of chain(db, head?.lastId ?? Number.MAX_SAFE_INTEGER)) {
    walk.step(link)
    entries += 1
    missed.delete(`${link.id}:${link.hash.toString('hex')}`)
  }
  walk.end(head)
  const strays = (head?.strays ?? []).map((id): AuditFault => ({ kind: 'inserted', from: id, to: id }))
  // A chain that fits in itself, but not to what was noted, was cut or written anew from somewhere up to there.
  const rewritten: AuditFault[] =
    missed.size > 0 ? [{ kind: 'changed', from: 1, to: Math.max(...missed.values()) }] : []
  return {
    entries,
    lastId: head?.lastId ?? 0,
    hash: head?.hash.toString('hex') ?? '',
    faults: [...walk.faults, ...strays, ...rewritten]
  }
}

/** Each entry of a span of time as one line of JSON, with all that its hash is computed over. Moments as RFC 3339. */
export async function* exportAudit(
  db: Queryable,
  span: { from?: string | null; to?: string | null }
): AsyncGenerator<string> {
  const head = await readAuditHead(db)
  for await (const { id, previousHash, hash, entry } of chain(db, head?.lastId ?? 0, span))
    yield JSON.stringify({
      id,
      previousHash: previousHash.toString('hex'),
      hash: hash.toString('hex'),
      entry
    })
}
