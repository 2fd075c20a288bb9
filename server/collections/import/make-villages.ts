import { basename } from 'node:path'
import type { Queryable } from '../../db/pool.ts'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { checkGeometry } from './check-geometry.ts'
import { requireCommunes } from './check-place.ts'
import { encodingNote, type FileReport } from './import-file.ts'
import { importFeatures } from './import-features.ts'
import { findCollection } from './require-sense.ts'
import { requireNoRealVillages } from './real-villages.ts'
import { requireSet } from './require-set.ts'
import { withFile, type ReadFile, type ReadRequest } from './read-file.ts'
import { ImportRefused, type FeatureRow, type ImportDeps } from './request.ts'
import { villageCells, type Centre } from './village-cells.ts'
import { withCodes } from './village-codes.ts'
import { matchColumns } from './match-columns.ts'
import { importFields } from '../collection.ts'
import { columnsOf } from './sample.ts'
import { COORDINATE_NAMES } from './coordinate-columns.ts'

/** What `npm run villages` asks for. */
export interface VillagesRequest extends ReadRequest {
  commune: string
  set?: Record<string, string>
  title?: string
  dryRun?: boolean
  importedBy: string
}

/** More centres than this are no commune's villages. */
const MOST_CENTRES = 2000

/** Centres are points; what they become is a polygon. */
const asPoints = (villages: Collection): Collection => ({ ...villages, geometry: 'Point' })

async function gather(rows: AsyncIterable<FeatureRow>): Promise<FeatureRow[]> {
  const all: FeatureRow[] = []
  for await (const row of rows) {
    all.push(row)
    if (all.length > MOST_CENTRES)
      throw new ImportRefused({
        vi: `Tệp có hơn ${MOST_CENTRES} điểm: không phải danh sách thôn của một xã.`,
        en: `The file has more than ${MOST_CENTRES} points: it is not a commune's list of villages.`
      })
  }
  return all
}

function centreOf(row: FeatureRow, nameColumn: string | undefined): Centre {
  const checked = row.problem ? { problem: row.problem } : checkGeometry(row.geometry, 'Point')
  if ('problem' in checked || checked.geometry.kind !== 'Point') {
    const { reason, value } =
      'problem' in checked ? checked.problem : { reason: { vi: '', en: '' }, value: null }
    throw new ImportRefused({
      vi: `Dòng ${row.number}: ${reason.vi}${value === null ? '' : ` [${value}]`}`,
      en: `Row ${row.number}: ${reason.en}${value === null ? '' : ` [${value}]`}`
    })
  }
  const [x = NaN, y = NaN] = checked.geometry.position
  return { number: row.number, name: String(nameColumn ? (row.properties[nameColumn] ?? '') : ''), x, y }
}

/** Throws `ImportRefused` when the commune's villages have boundaries of their own on the days the file is to hold. */
function boundaryCheck(villages: Collection, { commune, set }: VillagesRequest) {
  const given = requireSet(villages, set ? { set } : {}).set
  return (db: Queryable) =>
    requireNoRealVillages(db, commune, { from: given?.valid_from, to: given?.valid_to })
}

/** What --map names, apart from the columns that become coordinates. */
const fieldMap = ({ map = {} }: VillagesRequest) =>
  Object.fromEntries(
    Object.entries(map).filter(([field]) => !COORDINATE_NAMES.some((name) => name === field))
  )

const PROVISIONAL: Localized = {
  vi: 'Ranh giới các thôn này là tạm, dựng từ điểm trung tâm; mọi nơi đều ghi là tạm cho tới khi nạp ranh giới thật.',
  en: 'These villages’ boundaries are provisional, made from centres; they are marked so until real ones are imported.'
}

/** Which column fills which field; a code is not asked for, because one can be made. */
function matchedColumns(villages: Collection, request: VillagesRequest, rows: readonly FeatureRow[]) {
  if (rows.length === 0) return {}
  const fields = importFields(villages).map((field) =>
    field.name === 'code' ? { ...field, required: false } : field
  )
  const choice = { map: fieldMap(request), ...(request.set ? { set: request.set } : {}) }
  return matchColumns(fields, columnsOf(rows), choice).columns
}

/** The centres' rows, each with its cell and a code; and the column of their own codes, if there is one. */
async function cellRows(deps: ImportDeps, villages: Collection, request: VillagesRequest, file: ReadFile) {
  const { commune } = request
  const rows = await gather(file.rows)
  const columns: Record<string, string> = matchedColumns(villages, request, rows)
  const centres = rows.map((row) => centreOf(row, columns.name))
  const crs = file.crs ?? { srid: 4326 }
  const cells = centres.length === 0 ? undefined : await villageCells(deps.db, commune, crs, centres)
  const coded = await withCodes(deps.db, commune, rows, { code: columns.code, name: columns.name })
  const rowsWithCells = coded.map((row) => ({ ...row, geometry: cells?.get(row.number) ?? null }))
  return { rows: rowsWithCells, codeColumn: columns.code }
}

const cellsRequest = (request: VillagesRequest, { sha256, sizeBytes }: ReadFile) => ({
  collection: 'villages',
  title: request.title ?? basename(request.file),
  fileName: basename(request.file),
  sha256,
  sizeBytes,
  commune: request.commune,
  map: { ...fieldMap(request), code: 'code' },
  ...(request.set ? { set: request.set } : {}),
  fixed: { provisional: true },
  options: {
    from: 'centres',
    ...(request.crs ? { crs: request.crs } : {}),
    ...(request.layer ? { layer: request.layer } : {})
  },
  dryRun: request.dryRun ?? false,
  importedBy: request.importedBy
})

async function publishCells(
  deps: ImportDeps,
  villages: Collection,
  request: VillagesRequest,
  file: ReadFile
) {
  const recheck = boundaryCheck(villages, request)
  await recheck(deps.db)
  const { rows, codeColumn } = await cellRows(deps, villages, request, file)
  const report = await importFeatures(deps, { ...cellsRequest(request, file), recheck }, rows)
  const notes = report.outcome === 'refused' ? report.notes : [PROVISIONAL, ...report.notes]
  if (codeColumn === undefined) return { ...report, notes }
  const unusedColumns = report.unusedColumns.filter((column) => column !== codeColumn)
  return { ...report, columns: { ...report.columns, code: codeColumn }, unusedColumns, notes }
}

/**
 * Makes provisional villages of a commune from a file of their centres: Voronoi cells clipped to the commune, published
 * through the importer as any file is. Throws `ImportRefused` for centres outside, twice at one place, or unreadable.
 */
export async function makeVillages(deps: ImportDeps, request: VillagesRequest): Promise<FileReport> {
  const villages = findCollection(deps, 'villages')
  await requireCommunes(deps.db, [request.commune], '--commune')
  return withFile(deps, asPoints(villages), request, async (file) => {
    const report = await publishCells(deps, villages, request, file)
    const notes = [...encodingNote(file.encoding), ...file.notes, ...report.notes]
    return {
      ...report,
      unusedColumns: report.unusedColumns.filter((column) => !file.used.includes(column)),
      notes,
      format: file.opened.format,
      encoding: file.encoding ?? null,
      refusedFile: null
    }
  })
}
