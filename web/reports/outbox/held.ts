import type { I18n, Message } from '../../i18n/i18n.svelte.ts'
import type { Hindrance } from './backoff.ts'
import type { Sending } from './sender.ts'

/** Why nothing goes just now, and the moment (ms since 1970, by the phone's clock) at which it is tried again. */
export interface Held {
  hindrance: Hindrance
  againAt: number
}

/** What this tab is doing about what waits; both null: nothing waits, or another tab sends it. */
export interface Way {
  sending: Sending | null
  /** Stays while it is tried again, until the server has taken something. */
  held: Held | null
}

/** Longer than this is said in minutes. */
const MOST_SECONDS = 90

const messages = {
  again: { vi: 'Máy tự thử lại sau {n} giây.', en: 'It is tried again in {n} {n|second|seconds}.' },
  againLater: { vi: 'Máy tự thử lại sau {n} phút.', en: 'It is tried again in {n} {n|minute|minutes}.' },
  trying: { vi: 'Máy đang thử lại…', en: 'Trying again…' }
} as const satisfies Record<string, Message>

/** Why it waits, as a title. */
export const heldTitles: Record<Hindrance, Message> = {
  busy: { vi: 'Máy chủ đang bận', en: 'The server is busy' },
  away: { vi: 'Chưa nối được với máy chủ', en: 'The server cannot be reached' },
  fault: { vi: 'Máy chủ đang gặp lỗi', en: 'The server failed' }
}

/** The same inside a line. */
export const heldReasons: Record<Hindrance, Message> = {
  busy: { vi: 'máy chủ đang bận', en: 'the server is busy' },
  away: { vi: 'chưa nối được với máy chủ', en: 'the server cannot be reached' },
  fault: { vi: 'máy chủ đang gặp lỗi', en: 'the server failed' }
}

/** Whether this report is being sent, and nothing has said otherwise since. */
export const isUnderWay = ({ sending, held }: Way, reportId: string): boolean =>
  held === null && sending?.reportId === reportId

/** When it is tried again; `now` in ms since 1970. */
export function againText(i18n: I18n, held: Held, sending: Sending | null, now: number): string {
  const seconds = Math.ceil((held.againAt - now) / 1000)
  if (sending !== null || seconds <= 0) return i18n.t(messages.trying)
  if (seconds > MOST_SECONDS) return i18n.t(messages.againLater, { n: Math.ceil(seconds / 60) })
  return i18n.t(messages.again, { n: seconds })
}
