import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** What an entry says, as it is kept and hashed; personal fields are keyed hashes already. */
export interface KeptEntry {
  /** RFC 3339 in UTC, to the millisecond. */
  at: string
  accountId: number | null
  actor: string
  action: string
  subject: string
  subjectId: string | null
  communeCode: string | null
  before: unknown
  after: unknown
  from: string | null
}

/** An entry in the chain. */
export interface ChainLink {
  id: number
  previousHash: Buffer
  hash: Buffer
  entry: KeptEntry
}

/**
 * What somebody did to the log: entries that say something else now, are gone, or that nobody appended; `unended`: the
 * end is gone that vouched for all of them.
 */
export interface AuditFault {
  kind: 'changed' | 'removed' | 'inserted' | 'unended'
  /** The first and the last number concerned; 0: there is no entry. */
  from: number
  to: number
}

/** SHA-256 over the hash before, the number, a line feed, and the entry as canonical JSON; as the database computes it. */
export const hashOf = ({ previousHash, id, entry }: Omit<ChainLink, 'hash'>): Buffer =>
  createHash('sha256')
    .update(previousHash)
    .update(`${id}\n${canonicalJson(entry)}`)
    .digest()

/**
 * Walks a chain from its first entry and notes what does not fit. An entry whose own hash fits, but which the next one
 * does not name, was written anew.
 */
export class ChainWalk {
  readonly faults: AuditFault[] = []
  #lastId = 0
  #lastHash: Buffer | null = Buffer.alloc(0)

  /** The next entry by number. */
  step(link: ChainLink) {
    if (link.id > this.#lastId + 1) {
      this.#note('removed', this.#lastId + 1, link.id - 1)
      this.#lastHash = null
    }
    this.#expect(link.previousHash)
    if (!hashOf(link).equals(link.hash)) this.#note('changed', link.id, link.id)
    this.#lastId = link.id
    this.#lastHash = link.hash
  }

  /** The end: what the head names must be there, and be what was walked last. Null: there is no head. */
  end(head: { lastId: number; hash: Buffer } | null) {
    if (!head) this.#note('unended', Math.min(1, this.#lastId), this.#lastId)
    else if (head.lastId > this.#lastId) this.#note('removed', this.#lastId + 1, head.lastId)
    else this.#expect(head.hash)
  }

  #expect(hash: Buffer) {
    if (this.#lastHash !== null && !hash.equals(this.#lastHash))
      this.#note('changed', this.#lastId, this.#lastId)
  }

  #note(kind: AuditFault['kind'], from: number, to: number) {
    const last = this.faults.at(-1)
    if (last?.kind === kind && last.to >= from) return
    this.faults.push({ kind, from, to })
  }
}
