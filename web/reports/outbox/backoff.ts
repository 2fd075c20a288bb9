/** `away`: nothing answers, so asking costs nobody anything. `busy`: the server asked for patience. `fault`: it failed. */
export type Hindrance = 'away' | 'busy' | 'fault'

const FIRST_MS = 1000
/** A phone that is back has to send within 5 s, also where the browser does not notice that it is. */
const LONGEST_MS: Record<Hindrance, number> = { away: 4000, busy: 60_000, fault: 60_000 }

/**
 * How long to wait before the next attempt, ms: doubling, spread by chance over its upper half so that many phones do not
 * come back at once, and never less than the server asked for. `attempt` counts from 0, `random` is 0 to 1.
 */
export function waitBefore(hindrance: Hindrance, attempt: number, askedMs: number, random: number): number {
  const longest = Math.min(LONGEST_MS[hindrance], FIRST_MS * 2 ** attempt)
  return Math.max(askedMs, 0) + longest * (0.5 + random / 2)
}

/** `Retry-After` as ms: seconds or a date; 0 when absent or not understood. */
export function retryAfterMs(header: string | null | undefined, now: number): number {
  if (!header) return 0
  const seconds = Number(header)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - now
  return Number.isFinite(ms) ? Math.max(0, ms) : 0
}
