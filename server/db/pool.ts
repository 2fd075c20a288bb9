import pg, { type CustomTypesConfig, type Pool, type PoolClient, type PoolConfig } from 'pg'

/** What a query needs: a pool outside a transaction, a client inside one. */
export type Queryable = Pick<Pool | PoolClient, 'query'>

/** What the pool tells the log; pino and console both fit. */
export interface Log {
  info: (message: string) => void
  warn: (message: string) => void
  error: (message: string) => void
}

const { builtins } = pg.types
const TEXT_ARRAY: number = 1009
// pg's typings say any: the parser of text[] gives texts and nulls.
const parseTextArray = pg.types.getTypeParser(TEXT_ARRAY, 'text') as (text: string) => (string | null)[]
const numbers = (text: string) => parseTextArray(text).map((item) => (item === null ? null : Number(item)))

/** Parsers that differ from pg's own: counts and numerics are numbers, a date stays the text YYYY-MM-DD. */
const parsers: Record<number, (text: string) => unknown> = {
  [builtins.INT8]: Number,
  [builtins.NUMERIC]: Number,
  [builtins.DATE]: (text) => text,
  1016: numbers,
  1231: numbers,
  1182: parseTextArray
}

const types: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && parsers[oid]) || pg.types.getTypeParser(oid, format)
}

/** PostgreSQL overestimates PostGIS and compiles for seconds what runs in milliseconds; said at the connection's start. */
const START_OPTIONS = '-c jit=off'

/** Far above what any figure needs. */
const LONGEST_STATEMENT_MS = 60_000
/** Of the embedded engine, whose turns count too. */
const LONGEST_WAIT_MS = 120_000

/**
 * What a pool that answers the public is given besides its connection: PostgreSQL ends a statement after a minute. The
 * embedded engine has no such end; there whoever asks is told after two minutes that it is busy, and what of his still
 * waits for its turn is forgotten.
 */
export const PUBLIC_LIMITS = {
  postgres: { options: `${START_OPTIONS} -c statement_timeout=${LONGEST_STATEMENT_MS}` },
  embedded: { query_timeout: LONGEST_WAIT_MS }
} as const satisfies Record<string, PoolConfig>

/**
 * A pool of 8 over one PostgreSQL or over the embedded engine. `int8` and `numeric` come as numbers, `date` as
 * 'YYYY-MM-DD', `timestamptz` as Date. A lost connection is logged and replaced at the next query.
 */
export function createPool(connection: PoolConfig, log: Pick<Log, 'warn'>): Pool {
  const settings = { max: 8, connectionTimeoutMillis: 10_000, keepAlive: true, options: START_OPTIONS }
  const pool = new pg.Pool({ ...settings, ...connection, types })
  pool.on('error', (error) => log.warn(`Mất một kết nối tới cơ sở dữ liệu: ${error.message}`))
  // Without a listener an error on a checked-out client between two queries would end the process.
  pool.on('connect', (client) => client.on('error', (error) => log.warn(`Mất kết nối: ${error.message}`)))
  return pool
}
