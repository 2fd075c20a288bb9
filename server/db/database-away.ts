/** Codes of the system (no socket, refused, reset) and of PostgreSQL (shutdown, start-up, connection failure, too many). */
const AWAY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '57P01',
  '57P02',
  '57P03',
  '53300'
])
/** What pg and pg-pool say without a code. */
const AWAY_MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Client was closed)/

/** Whether the query failed because the database cannot be reached just now; a retry may succeed. */
export function isDatabaseAway(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.some(isDatabaseAway)
  if (!(error instanceof Error)) return false
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  // A file of the program that is missing also says ENOENT: only a socket's counts.
  if (code === 'ENOENT') return 'syscall' in error && error.syscall === 'connect'
  return AWAY_CODES.has(code) || code.startsWith('08') || AWAY_MESSAGES.test(error.message)
}

/** The statement was ended for taking too long, or its turn never came. */
const BUSY_MESSAGES = /^(Query read timeout|timeout exceeded when trying to connect)/

/** Whether the database lives and has not answered in the time that a question over HTTP is given. */
export function isDatabaseBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && error.code === '57014') || BUSY_MESSAGES.test(error.message)
}
