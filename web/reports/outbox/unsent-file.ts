import { type ReportRecord, toNewReport } from './records.ts'
import type { ReportStore } from './store.ts'

/**
 * The file of unsent reports, which a commune takes in by hand:
 *
 *     { "format": "dia-ban-unsent-reports", "version": 1, "savedAt": "2026-11-22T05:00:00.000Z",
 *       "reports": [ { "report": { …as POST /api/reports takes it… },
 *                      "files": [ { "sha256": "…", "role": "before", "mime": "image/jpeg", "base64": "…" } ] } ] }
 *
 * Ids, codes and hashes are those with which the phone goes on trying: whatever comes both ways is one.
 */
export const UNSENT_FORMAT = 'dia-ban-unsent-reports'

const BLOCK = 0x8000

function base64Of(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += BLOCK)
    text += String.fromCharCode(...bytes.subarray(at, at + BLOCK))
  return btoa(text)
}

/** One report as JSON, in parts: the browser joins them on the disk, not in memory. */
async function partsOf(store: ReportStore, record: ReportRecord): Promise<Blob> {
  const parts: BlobPart[] = [`{"report":${JSON.stringify(toNewReport(record))},"files":[`]
  let separator = ''
  for (const { sha256, role, mime, received } of record.files) {
    const content = received ? null : await store.file(sha256)
    if (!content) continue
    const head = JSON.stringify({ sha256, role, mime }).slice(0, -1)
    parts.push(`${separator}${head},"base64":"`, base64Of(new Uint8Array(await content.arrayBuffer())), '"}')
    separator = ','
  }
  return new Blob([...parts, ']}'])
}

/** Everything that has not reached the server, drafts without a place left out. */
export async function unsentFile(
  store: ReportStore,
  records: readonly ReportRecord[],
  now: Date
): Promise<Blob> {
  const head = { format: UNSENT_FORMAT, version: 1, savedAt: now.toISOString() }
  const parts: BlobPart[] = [`${JSON.stringify(head).slice(0, -1)},"reports":[`]
  let separator = ''
  for (const record of records) {
    if (record.state === 'received' || !toNewReport(record)) continue
    parts.push(separator, await partsOf(store, record))
    separator = ','
  }
  return new Blob([...parts, ']}'], { type: 'application/json' })
}
