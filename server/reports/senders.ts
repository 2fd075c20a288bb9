import { createHmac } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'

const KEY = `select key from installation_key where name = 'reports'`

// Only while the limit is not reached a row is written, so that a flood writes nothing. $1 key, $2 span, $3 limit.
const COUNT = `
  insert into report_rate (key, span, count) values ($1, $2, 1)
      on conflict (key, span) do update set count = report_rate.count + 1 where report_rate.count < $3
  returning count`

/** How often something may be done from one address in a span of so many minutes. */
interface Limit {
  times: number
  minutes: number
}

/**
 * New reports and what follows them: a commune hall with all its phones behind one address sends as many as it needs in an
 * hour, a flood ends at once. Wrong codes: 60 random bits are not found by so few guesses.
 */
const LIMITS = {
  report: { times: 300, minutes: 60 },
  witness: { times: 120, minutes: 60 },
  guess: { times: 30, minutes: 10 },
  answer: { times: 60, minutes: 60 }
} as const satisfies Record<string, Limit>
export type Deed = keyof typeof LIMITS

/** IPv4 whole, of IPv6 the /64 that one line or phone gets. */
function senderOf(address: string) {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail = ''] = plain.toLowerCase().split('::')
  const [front, back] = [head, tail].map((part) => part.split(':').filter(Boolean))
  const gap = Array<string>(Math.max(0, 8 - (front?.length ?? 0) - (back?.length ?? 0))).fill('0')
  return [...(front ?? []), ...gap, ...(back ?? [])].slice(0, 4).join(':')
}

function tooMany(retryAfterS: number) {
  const minutes = Math.ceil(retryAfterS / 60)
  const detail = {
    vi: `Từ địa chỉ mạng này đã gửi quá nhiều lần. Không có gì bị mất: hãy thử lại sau ${minutes} phút.`,
    en: `Too much was sent from this network address. Nothing is lost: try again in ${minutes} minutes.`
  }
  return new HttpError(429, detail, { 'retry-after': String(retryAfterS) })
}

/** Counts what is done from an address. */
export interface Senders {
  /** Counts one deed. Throws 429 with Retry-After when the limit was reached before. */
  count: (deed: Deed, address: string) => Promise<void>
}

/** Counts deeds per address in the database, for all processes; addresses stand there as keyed hashes. */
export function openSenders(db: Queryable): Senders {
  let key: Buffer | undefined
  const keyed = async (deed: Deed, address: string) => {
    key ??= (await db.query<{ key: Buffer }>(KEY)).rows[0]?.key
    if (!key) throw new Error('The installation has no key for reports')
    return createHmac('sha256', key)
      .update(`${deed}\0${senderOf(address)}`)
      .digest()
  }
  const spanOf = (deed: Deed) => {
    const span = LIMITS[deed].minutes * 60_000
    const start = Math.floor(Date.now() / span) * span
    return { start: new Date(start), leftS: Math.ceil((start + span - Date.now()) / 1000) }
  }
  return {
    async count(deed, address) {
      const { start, leftS } = spanOf(deed)
      const { rowCount } = await db.query(COUNT, [await keyed(deed, address), start, LIMITS[deed].times])
      if (rowCount === 0) throw tooMany(leftS)
    }
  }
}
