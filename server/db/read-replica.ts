import type { Pool, QueryConfig, QueryResult } from 'pg'
import { isDatabaseAway } from './database-away.ts'
import type { Log, Queryable } from './pool.ts'

/** How long a replica that failed is not asked again. */
const REST_MS = 5_000
/** Of SQLSTATE 42: a table, column or function that a replica has not received yet. 40001: cancelled by replay. */
const BEHIND = /^(42|40001)/

function isBehind(error: unknown) {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && BEHIND.test(error.code)
  )
}

/**
 * Asks the replica, and the primary instead while the replica is away or has not yet received what the question is
 * about. Only for questions that change nothing.
 */
export function withPrimary(replica: Pool, primary: Pool, log: Pick<Log, 'warn'>): Queryable {
  let restsUntil = Number.NEGATIVE_INFINITY
  const ask = async (question: string | QueryConfig, values?: unknown[]): Promise<QueryResult> => {
    if (performance.now() < restsUntil) return primary.query(question, values)
    try {
      return await replica.query(question, values)
    } catch (error) {
      if (!isDatabaseAway(error) && !isBehind(error)) throw error
      restsUntil = performance.now() + REST_MS
      log.warn(`Máy chủ chỉ đọc (DATABASE_READ_URL) không trả lời được, dùng máy chủ chính: ${String(error)}`)
      return primary.query(question, values)
    }
  }
  // pg's other ways of asking (callbacks, cursors, streams) are not used for reading.
  return { query: ask as Queryable['query'] }
}
