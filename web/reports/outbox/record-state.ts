import type { I18n } from '../../i18n/i18n.svelte.ts'
import { heldReasons, isUnderWay, type Way } from './held.ts'
import { messages } from './messages.ts'
import type { FileRecord, ReportRecord } from './records.ts'

const DAY_MS = 24 * 3_600_000
/** From this day on what is not sent warns. */
export const WARN_DAYS = 3

/** The server will never take this file. */
export const isRefused = ({ received, refusal }: FileRecord) => !received && refusal !== null

/**
 * What the chip of a report says; "received" only when the server has said so of all of it. `published`: by the server's
 * answer to its code, anyone can see it.
 */
export function stateText(i18n: I18n, record: ReportRecord, way: Way, published = false): string {
  const { state, files, receipt } = record
  const [has, of] = [files.filter(({ received }) => received).length, files.length]
  if (state === 'draft') return i18n.t(messages.draft)
  if (state === 'refused') return i18n.t(messages.refused)
  const refused = files.filter((file) => isRefused(file)).length
  if (state === 'received' && refused > 0) return i18n.t(messages.receivedBut, { n: refused })
  if (state === 'received') return i18n.t(published ? messages.published : messages.received)
  const isSending = isUnderWay(way, record.id)
  if (!receipt) return i18n.t(isSending ? messages.sendingText : messages.waiting)
  const done = files.filter(({ received, uploaded }) => received || uploaded).length
  if (isSending) return i18n.t(messages.sending, { n: Math.min(of, done + 1), m: of })
  return i18n.t(messages.waitingFiles, { n: has, m: of })
}

/** What a single file's line says. */
export function fileStateText(i18n: I18n, record: ReportRecord, file: FileRecord, way: Way): string {
  if (file.received) return i18n.t(messages.fileReceived)
  if (file.refusal !== null) return i18n.t(messages.fileRefused, { reason: file.refusal })
  if (record.state === 'draft') return i18n.t(messages.fileDraft)
  if (way.held) return i18n.t(messages.fileHeld, { reason: i18n.t(heldReasons[way.held.hindrance]) })
  const { sending } = way
  if (sending?.reportId !== record.id || sending.sha256 !== file.sha256) return i18n.t(messages.fileWaiting)
  return i18n.t(messages.fileSending, {
    percent: `${Math.floor((100 * sending.sentBytes) / file.sizeBytes)}%`
  })
}

/** Whole days for which the oldest unsent report has waited, by the phone's own clock, right or wrong; 0: none has. */
export function daysWaiting(records: readonly ReportRecord[], now: number): number {
  const waits = records.flatMap(({ state, waitingSince }) =>
    waitingSince && (state === 'waiting' || state === 'refused') ? [now - Date.parse(waitingSince)] : []
  )
  return Math.max(0, ...waits.map((ms) => Math.floor(ms / DAY_MS)))
}
