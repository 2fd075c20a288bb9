import type { Receipt } from '../../../server/reports/contract.ts'
import { type FileRecord, type ReportRecord, unsentFiles } from './records.ts'
import type { SendFailure } from './send-failure.ts'

/** After so many refusals it is the file, not the way. */
const MOST_REFUSALS = 3

/** Refusals of the bytes themselves; any other may be answered otherwise once the report is asked anew. */
export const isUnfit = ({ kind, status }: SendFailure) =>
  kind === 'refused' && [413, 415, 422].includes(status)

/** A hash that differs (422) may come from the way; too large or no picture stays so. */
export function refused(file: FileRecord, { status, message }: SendFailure): FileRecord {
  const refusals = file.refusals + 1
  return { ...file, refusals, refusal: status !== 422 || refusals >= MOST_REFUSALS ? message : null }
}

/** What the server has not got goes from its first byte again. */
export const restarted = (file: FileRecord): FileRecord =>
  file.received ? file : { ...file, uploaded: false, uploadUrl: null }

/** A report as the server says that it has it. Name and number are the commune's from now on: the phone drops them. */
export function withReceipt(record: ReportRecord, receipt: Receipt): ReportRecord {
  const has = new Set(receipt.media.filter(({ received }) => received).map(({ sha256 }) => sha256))
  const files = record.files.map((file) => ({ ...file, received: has.has(file.sha256) }))
  const isDone = unsentFiles({ ...record, files }).length === 0
  const contact = { name: '', phone: '' }
  return { ...record, receipt, files, contact, refusal: null, state: isDone ? 'received' : 'waiting' }
}
