import { Personal } from '../accounts/contract.ts'
import type { Changes } from './effect.ts'
import type { Pictures } from './public-pictures.ts'
import type { StaffRow } from './staff-row.ts'

// A village together with the public cell of a hidden place would cut it smaller.
const PERSONAL = new Set(['description', 'publicText', 'reason', 'village'])
const guarded = (name: string, value: unknown) =>
  PERSONAL.has(name) && typeof value === 'string' ? new Personal(value) : value

/** What of a report changed. */
function ofReport(row: StaffRow, changes: Changes) {
  // Object.entries forgets that these are keys of a row.
  const changed = (Object.entries(changes) as [keyof Changes, unknown][]).filter(
    ([name, value]) => String(row[name]) !== String(value)
  )
  return {
    before: Object.fromEntries(changed.map(([name]) => [name, guarded(name, row[name])])),
    after: Object.fromEntries(changed.map(([name, value]) => [name, guarded(name, value)]))
  }
}

/** Which pictures were concerned: whether they are public, as which file, and what is covered in them. */
function ofPictures({ showings }: Pictures) {
  if (showings.length === 0) return { before: {}, after: {} }
  const before = showings.map(({ picture: { sha256, isPublic, boxes } }) => ({
    sha256,
    public: isPublic,
    boxes
  }))
  const after = showings.map(({ picture, files, boxes = picture.boxes }) => ({
    sha256: picture.sha256,
    public: files !== null,
    boxes,
    ...(files ? { file: files.picture } : {})
  }))
  return { before: { pictures: before }, after: { pictures: after } }
}

/** What of a report and its pictures an action changed, before and after, as the audit log keeps it. */
export function difference(row: StaffRow, changes: Changes, pictures: Pictures = { showings: [] }) {
  const [report, shown] = [ofReport(row, changes), ofPictures(pictures)]
  return { before: { ...report.before, ...shown.before }, after: { ...report.after, ...shown.after } }
}
