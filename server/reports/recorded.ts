/** What a phone says of an answer, by its own clock: when it was written down, and when it was sent. */
interface Told {
  recordedAt: string
  sentAt: string
}

/**
 * When an answer was written down, by the server's clock: as long before it came as passed on the phone meanwhile, so that a
 * clock that is wrong by a day does not matter. Null where that cannot be: later than now, or before `since`, when the report
 * was given to somebody. It is kept beside the server's moment and decides nothing: whoever sets his clock could choose it.
 */
export function recordedAt({ recordedAt: written, sentAt }: Told, now: Date, since: Date): Date | null {
  const passed = Date.parse(sentAt) - Date.parse(written)
  const moment = new Date(now.getTime() - passed)
  return passed >= 0 && moment >= since ? moment : null
}
