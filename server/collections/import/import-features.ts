import { importFields, type Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { requireDegrees } from './check-degrees.ts'
import { checkKeys } from './check-keys.ts'
import { PlaceMiss, checkPlace, looksForCommunes } from './check-place.ts'
import { matchColumns } from './match-columns.ts'
import { placeNotes } from './place-notes.ts'
import { publish, type Publication, type Published } from './publish.ts'
import { rowReader } from './read-row.ts'
import {
  ImportRefused,
  type FeatureRow,
  type ImportDeps,
  type ImportReport,
  type ImportRequest,
  type RefusedRow
} from './request.ts'
import { findCollection, refuseEmpty, requireSense } from './require-sense.ts'
import { requireSet } from './require-set.ts'
import { findSame, requireNoPart, unchanged } from './same-file.ts'
import { columnsOf, firstPositions, sampled, type Sampled } from './sample.ts'
import { Spellings } from './spellings.ts'
import { Staging } from './staging.ts'
import { missSentence } from './zones.ts'

/** How often progress is told, rows. */
const PROGRESS_ROWS = 500

/** What tells two imports of one file apart, as JSON with sorted keys. */
function optionsOf(request: ImportRequest): string {
  const { commune, speaksFor, map, set, fixed, options } = request
  const given = Object.entries({ commune, speaksFor, map, set, fixed, ...options })
  return JSON.stringify(Object.fromEntries(given.filter(([, value]) => value !== undefined).sort()))
}

interface Staged {
  columns: Record<string, string>
  unusedColumns: string[]
  rowsRead: number
  refused: RefusedRow[]
  notes: Localized[]
}

async function stageAll(
  deps: ImportDeps,
  collection: Collection,
  request: ImportRequest,
  { first, rows }: Sampled,
  staging: Staging,
  spellings: Spellings
): Promise<Staged> {
  const all = request.columns ?? columnsOf(first)
  const isEmpty = all.length === 0 && first.every((row) => row.problem)
  const { columns, unused } = isEmpty
    ? { columns: {}, unused: [] }
    : matchColumns(importFields(collection), all, request)
  const read = rowReader(collection, request, columns, all, {
    sample: first,
    spell: (field, value) => spellings.spell(field, value)
  })
  const refused: RefusedRow[] = []
  let rowsRead = 0
  for await (const row of rows) {
    rowsRead++
    const result = read(row)
    if ('problem' in result) refused.push({ row: result.number, ...result.problem })
    else await staging.add(result)
    if (rowsRead % PROGRESS_ROWS === 0) deps.onProgress?.(rowsRead)
  }
  await staging.finish()
  deps.onProgress?.(rowsRead)
  return { columns, unusedColumns: unused, rowsRead, refused, notes: spellings.notes(collection) }
}

const crsName = ({ crs }: ImportRequest) =>
  crs === undefined ? 'EPSG:4326' : 'srid' in crs ? `EPSG:${crs.srid}` : crs.definition.slice(0, 80)

const besideNote = ({ id, title }: Published['beside'][number]): Localized => ({
  vi: `Dữ liệu của lần nạp số ${id} («${title}») tại đây vẫn còn, vì các dòng không có mã (ref) để thay thế nhau. Nếu tệp này thay cho nó, hãy gỡ: npm run import -- undo ${id}`,
  en: `What import ${id} («${title}») brought here stays, because the rows have no ref by which to replace each other. If this file replaces it, undo it: npm run import -- undo ${id}`
})

/** What is said of the rows before anything is decided. */
function draft(
  collection: Collection,
  request: ImportRequest,
  staged: Staged,
  good: number,
  repaired: number
) {
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
    refused: staged.refused,
    notes: staged.notes
  } satisfies ImportReport
}

/** Staged rows become a report: checked, then published unless rows are refused, nothing is left or it is a dry run. */
async function finish(
  deps: ImportDeps,
  collection: Collection,
  request: ImportRequest,
  staging: Staging,
  staged: Staged
): Promise<ImportReport> {
  const refused = [...staged.refused, ...(await staging.problems())].sort((a, b) => a.row - b.row)
  const counts = await staging.counts()
  const report = draft(collection, request, { ...staged, refused }, counts.good, counts.repaired)
  const isNothingLeft = counts.good === 0 && staged.rowsRead > 0
  if ((refused.length > 0 && !request.allowPartial) || isNothingLeft) return report
  if (request.dryRun) return { ...report, outcome: 'valid' }
  const options = optionsOf(request)
  const same = await findSame(deps.db, request, options, refused.length)
  if (same) return unchanged(deps.db, collection, report, same)
  const filled = { ...staged.columns, ...request.set, commune_code: '' }
  const keyless = collection.key.some((name) => !(name in filled))
  if (keyless) await requireNoPart(deps.db, request, options)
  if (refused.length > 0) await request.keepRefused?.(refused)
  const publication: Publication = {
    collection,
    request,
    stagingId: staging.id,
    rowsIn: counts.good,
    rowsRefused: refused.length,
    rowsRepaired: counts.repaired,
    crs: report.crs,
    options,
    keyless
  }
  const published = await publish(deps, publication)
  if (!published) return finish(deps, collection, request, staging, staged)
  return {
    ...report,
    outcome: 'published',
    importId: published.importId,
    publishedAt: published.publishedAt,
    notes: [...report.notes, ...published.beside.map(besideNote)]
  }
}

const nothing: Staged = { columns: {}, unusedColumns: [], rowsRead: 0, refused: [], notes: [] }

/**
 * Takes rows (coordinates in `request.crs`, default EPSG:4326) into a collection: staged in batches, checked, then
 * published in one short transaction with everything derived from them. Refused rows are in the report; throws
 * `ImportRefused` when the request or the file as a whole is wrong, and the database's error when it goes away. Nothing is
 * changed then.
 */
export async function importFeatures(
  deps: ImportDeps,
  request: ImportRequest,
  rows: AsyncIterable<FeatureRow> | Iterable<FeatureRow>
): Promise<ImportReport> {
  const collection = findCollection(deps, request.collection)
  const spellings = await Spellings.open(deps.db, deps.registry, collection)
  const normal = spellings.inSet(requireSet(collection, request))
  await requireSense(deps, collection, normal)
  const source = await sampled(rows)
  if (source.first.length === 0) refuseEmpty(collection, normal)
  const positions = firstPositions(source.first)
  if (collection.geometry !== null && !normal.anywhere) await requireDegrees(deps.db, normal, positions)
  const staging = await Staging.open(deps.db, collection.id, {
    crs: normal.crs ?? { srid: 4326 },
    findsCommunes: looksForCommunes(collection, normal)
  })
  try {
    const same = await findSame(deps.db, normal, optionsOf(normal), 0)
    if (same) {
      const empty = await finish(deps, collection, { ...normal, dryRun: true }, staging, nothing)
      return await unchanged(deps.db, collection, empty, same)
    }
    const staged = await stageAll(deps, collection, normal, source, staging, spellings)
    const elsewhere = await checkPlace(deps.db, staging, collection, normal)
    staged.notes.push(...(await placeNotes(deps.db, staging, normal, elsewhere)))
    await checkKeys(deps.db, staging, collection, normal, staged.columns)
    return await finish(deps, collection, normal, staging, staged)
  } catch (error) {
    if (error instanceof PlaceMiss)
      throw new ImportRefused(await missSentence(deps.db, normal, error, positions))
    throw error
  } finally {
    await staging.close()
  }
}
