import { importFields, type Collection } from '../collection.ts'
import { requireDegrees } from './check-degrees.ts'
import { checkKeys } from './check-keys.ts'
import { PlaceMiss, checkPlace, looksForCommunes } from './check-place.ts'
import { draft, finish, optionsOf, type Staged } from './finish-import.ts'
import { matchColumns } from './match-columns.ts'
import { placeNotes } from './place-notes.ts'
import { rowReader } from './read-row.ts'
import { repeatsOf } from './repeats.ts'
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
import { findSame, unchanged } from './same-file.ts'
import { columnsOf, firstPositions, sampled, type Sampled } from './sample.ts'
import { Spellings } from './spellings.ts'
import { Staging } from './staging.ts'
import { unstatedNotes } from './unstated-notes.ts'
import { missSentence } from './zones.ts'

/** How often progress is told, rows. */
const PROGRESS_ROWS = 500

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
  return {
    columns,
    unusedColumns: unused,
    rowsRead,
    refused,
    repeats: [],
    notes: spellings.notes(collection)
  }
}

const nothing: Staged = { columns: {}, unusedColumns: [], rowsRead: 0, refused: [], repeats: [], notes: [] }

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
      const empty = await draft({ deps, collection, request: normal, staging, staged: nothing })
      return await unchanged(deps.db, collection, empty, same)
    }
    const staged = await stageAll(deps, collection, normal, source, staging, spellings)
    const elsewhere = await checkPlace(deps.db, staging, collection, normal)
    staged.notes.push(...(await placeNotes(deps.db, staging, normal, elsewhere)))
    await checkKeys(deps.db, staging, collection, normal, staged.columns)
    staged.notes.push(...(await unstatedNotes(deps.db, staging, collection)))
    const { repeats, notes } = await repeatsOf(deps.db, staging, collection, normal)
    staged.repeats = repeats
    staged.notes.push(...notes)
    return await finish({ deps, collection, request: normal, staging, staged })
  } catch (error) {
    if (error instanceof PlaceMiss)
      throw new ImportRefused(await missSentence(deps.db, normal, error, positions))
    throw error
  } finally {
    await staging.close()
  }
}
