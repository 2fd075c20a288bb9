import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { besideNotes, wouldStayNotes } from './beside-notes.ts'
import { deliveryNotes } from './delivery-notes.ts'
import { editNotes } from './edit-notes.ts'
import { goesOnNotes } from './goes-on.ts'
import { publish, type Publication, type Published } from './publish.ts'
import { cellNotes } from './real-villages.ts'
import type { ImportDeps, ImportReport, ImportRequest, RefusedRow, RowNote } from './request.ts'
import { findSame, requireNoPart, unchanged } from './same-file.ts'
import { sameRefNotes } from './same-ref-notes.ts'
import type { Staging } from './staging.ts'

/** What was found while a file was staged. */
export interface Staged {
  columns: Record<string, string>
  unusedColumns: string[]
  rowsRead: number
  refused: RefusedRow[]
  repeats: RowNote[]
  notes: Localized[]
}

/** An import whose rows are staged. */
export interface StagedImport {
  deps: ImportDeps
  collection: Collection
  request: ImportRequest
  staging: Staging
  staged: Staged
}

/** What tells two imports of one file apart, as JSON with sorted keys. */
export function optionsOf(request: ImportRequest): string {
  const { commune, speaksFor, map, set, skip, fixed, options } = request
  const given = Object.entries({ commune, speaksFor, map, set, skip: skip?.toSorted(), fixed, ...options })
  return JSON.stringify(Object.fromEntries(given.filter(([, value]) => value !== undefined).sort()))
}

const crsName = ({ crs }: ImportRequest) =>
  crs === undefined ? 'EPSG:4326' : 'srid' in crs ? `EPSG:${crs.srid}` : crs.definition.slice(0, 80)

/** What is said of the rows before anything is decided: as if nothing were taken in. */
export async function draft({ collection, request, staging, staged }: StagedImport): Promise<ImportReport> {
  const refused = [...staged.refused, ...(await staging.problems())].sort((a, b) => a.row - b.row)
  const { good, repaired } = await staging.counts()
  return {
    outcome: 'refused',
    importId: null,
    publishedAt: null,
    collection: collection.id,
    title: request.title,
    fileName: request.fileName,
    sha256: request.sha256,
    crs: collection.geometry === null ? null : crsName(request),
    columns: staged.columns,
    unusedColumns: staged.unusedColumns,
    rowsRead: staged.rowsRead,
    rowsAccepted: good,
    rowsRepaired: repaired,
    refused,
    repeats: staged.repeats,
    notes: staged.notes
  }
}

/** Whether nothing may be published: rows are refused and must not be, or none is left. */
const isRefused = ({ refused, rowsAccepted, rowsRead }: ImportReport, { allowPartial }: ImportRequest) =>
  (refused.length > 0 && !allowPartial) || (rowsAccepted === 0 && rowsRead > 0)

function publicationOf(
  { collection, request, staging, staged }: StagedImport,
  { rowsAccepted, rowsRepaired, refused, crs }: ImportReport
): Publication {
  const filled = { ...staged.columns, ...request.set, commune_code: '' }
  return {
    collection,
    request,
    stagingId: staging.id,
    rowsIn: rowsAccepted,
    rowsRefused: refused.length,
    rowsRepaired,
    crs,
    options: optionsOf(request),
    keyless: collection.key.some((name) => !(name in filled))
  }
}

/** What a try says beside: which earlier data the rows would stand with. */
async function tried(
  { deps, collection, request, staging }: StagedImport,
  report: ImportReport,
  { keyless }: Publication
): Promise<ImportReport> {
  if (!keyless) return report
  const notes = await wouldStayNotes(deps.db, collection, staging.id, request.commune)
  return { ...report, notes: [...report.notes, ...notes] }
}

const published = (report: ImportReport, { importId, publishedAt, beside }: Published): ImportReport => ({
  ...report,
  outcome: 'published',
  importId,
  publishedAt,
  notes: [...report.notes, ...besideNotes(beside)]
})

const NO_NOTES: Localized = {
  vi: 'Dữ liệu đã vào, nhưng máy chủ chưa đọc được nó thay hay đứng cạnh dữ liệu nào đã có; hãy xem lại trên bản đồ.',
  en: 'The data are in, but the server could not read what they replace or stand beside; look at the map.'
}

/** What is only known once the rows are in: what they replace, and what goes on beside them. */
async function laterNotes({ deps: { db }, collection }: StagedImport, { importId, hasMet }: Published) {
  const cells = collection.setColumn === undefined ? [] : await cellNotes(db, importId)
  const goesOn = await goesOnNotes(db, collection, importId)
  const sameRefs = hasMet ? await sameRefNotes(db, collection, importId) : []
  const edits = await editNotes(db, collection, importId)
  return [...(await deliveryNotes(db, collection, importId)), ...goesOn, ...cells, ...sameRefs, ...edits]
}

/**
 * Staged rows become a report: published unless rows are refused, nothing is left or it is a dry run. When another import
 * has meanwhile taken the same file or the place of a row, what is left is judged again.
 */
export async function finish(staged: StagedImport): Promise<ImportReport> {
  const { deps, collection, request } = staged
  const report = await draft(staged)
  const publication = publicationOf(staged, report)
  if (isRefused(report, request)) return request.dryRun ? tried(staged, report, publication) : report
  const same = await findSame(deps.db, request, publication.options, publication.rowsRefused)
  if (same) return unchanged(deps.db, collection, report, same)
  if (publication.keyless) await requireNoPart(deps.db, request, publication.options)
  if (request.dryRun) return tried(staged, { ...report, outcome: 'valid' }, publication)
  if (report.refused.length > 0) await request.keepRefused?.(report.refused)
  const done = await publish(deps, publication)
  if (!done) return finish(staged)
  // The rows are in: that their notes could not be had must not be told as if nothing had happened.
  const later = await laterNotes(staged, done).catch((error: unknown) => {
    deps.onLateFailure?.(error)
    return [NO_NOTES]
  })
  return published({ ...report, notes: [...report.notes, ...later] }, done)
}
