import { basename } from 'node:path'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { convertRows, type Converted } from './convert-rows.ts'
import { COORDINATE_NAMES, EXCHANGED, axisOrder, findCoordinates, placeRow } from './coordinate-columns.ts'
import { crsByName, crsName, requireKnownCrs, sameCrs } from './crs.ts'
import { findDataset } from './find-dataset.ts'
import { hashFiles } from './hash-file.ts'
import { findCollection, importFeatures } from './import-features.ts'
import type { Language } from './arguments.ts'
import type { Encoding } from './legacy-encodings.ts'
import { openFile, type OpenedFile } from './open-file.ts'
import {
  ImportRefused,
  type FeatureRow,
  type ImportDeps,
  type ImportReport,
  type ImportRequest,
  type SourceCrs
} from './request.ts'
import { columnsOf, firstPositions, sampled } from './sample.ts'
import { refusedPath, writeRefused } from './write-refused.ts'
import { noCrsSentence } from './zones.ts'

/** What the command line asks for. */
export interface FileRequest {
  collection: string
  file: string
  commune?: string
  speaksFor?: string[]
  crs?: string
  layer?: string
  map?: Record<string, string>
  set?: Record<string, string>
  encoding?: Encoding
  title?: string
  allowPartial?: boolean
  dryRun?: boolean
  fixed?: Record<string, boolean>
  importedBy: string
  /** Of the reasons in the file of refused rows; default Vietnamese. */
  language?: Language
}

export interface FileReport extends ImportReport {
  format: string
  encoding: Encoding | null
  /** With --allow-partial: where the refused rows were written; null: none were. */
  refusedFile: string | null
}

interface Placed {
  rows: AsyncIterable<FeatureRow>
  first: readonly FeatureRow[]
  /** What the columns' names say when the file says nothing. */
  crs: SourceCrs | undefined
  used: string[]
  notes: Localized[]
}

/** Rows of a table with points made from their coordinate columns. */
async function placeTable(
  collection: Collection,
  request: FileRequest,
  rows: AsyncIterable<FeatureRow>
): Promise<Placed> {
  const source = await sampled(rows)
  const all = columnsOf(source.first)
  const columns = findCoordinates(all, request.map)
  if (!columns && source.first.length > 0) throw noCoordinates(collection, all)
  if (!columns) return { ...source, crs: { srid: 4326 }, used: [], notes: [] }
  const { exchanged, pairs } = axisOrder(source.first, columns)
  const isDegrees = columns.degrees || pairs.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 180)
  async function* placed() {
    for await (const row of source.rows) if (columns) yield placeRow(row, columns, exchanged)
  }
  const first = source.first.map((row) => placeRow(row, columns, exchanged))
  const notes = exchanged ? [EXCHANGED] : []
  return {
    rows: placed(),
    first,
    crs: isDegrees ? { srid: 4326 } : undefined,
    used: [columns.x, columns.y],
    notes
  }
}

function noCoordinates(collection: Collection, columns: string[]) {
  const list = columns.map((name) => `«${name}»`).join(', ')
  return new ImportRefused({
    vi: `Không nhận ra cột tọa độ cho ${collection.title.vi}. Các cột của tệp: ${list}. Hãy chỉ rõ: --map lng=«cột kinh độ» --map lat=«cột vĩ độ», hoặc --map x=«cột hướng đông» --map y=«cột hướng bắc» cùng --crs.`,
    en: `No coordinate columns were recognised for ${collection.title.en}. The file's columns: ${list}. Name them: --map lng=«column» --map lat=«column», or --map x=«easting» --map y=«northing» with --crs.`
  })
}

/** --crs when given (it may correct the file, and the report says so), else what the file says, else a refusal with the zones. */
async function decideCrs(
  deps: ImportDeps,
  request: FileRequest,
  stated: SourceCrs | undefined,
  first: readonly FeatureRow[]
) {
  const notes: Localized[] = []
  if (request.crs !== undefined) {
    const crs = crsByName(request.crs)
    if (!crs)
      throw new ImportRefused({
        vi: `--crs ${request.crs}: phải có dạng EPSG:số, ví dụ --crs EPSG:9209.`,
        en: `--crs ${request.crs}: write EPSG:number, for example --crs EPSG:9209.`
      })
    await requireKnownCrs(deps.db, crs, '--crs')
    if (stated && !sameCrs(stated, crs))
      notes.push({
        vi: `Tệp ghi hệ tọa độ ${crsName(stated)}; đã dùng ${crsName(crs)} theo --crs.`,
        en: `The file states ${crsName(stated)}; ${crsName(crs)} was used as --crs says.`
      })
    return { crs, notes }
  }
  if (!stated) throw new ImportRefused(await noCrsSentence(deps.db, firstPositions(first), request.commune))
  await requireKnownCrs(deps.db, stated, basename(request.file))
  return { crs: stated, notes }
}

async function place(
  deps: ImportDeps,
  collection: Collection,
  request: FileRequest,
  opened: OpenedFile,
  converted: Converted
) {
  if (collection.geometry === null)
    return { rows: converted.rows, crs: undefined, used: [] as string[], notes: [] as Localized[] }
  const isTable = opened.isTable
  const placed: Placed = isTable
    ? await placeTable(collection, request, converted.rows)
    : { ...(await sampled(converted.rows)), crs: undefined, used: [], notes: [] }
  if (placed.first.length === 0) return { ...placed, crs: undefined }
  const { crs, notes } = await decideCrs(deps, request, opened.crs ?? placed.crs, placed.first)
  return { ...placed, crs, notes: [...placed.notes, ...notes] }
}

const CONVERTED: Record<Exclude<Encoding, 'utf8'>, string> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  cp1258: 'Windows-1258'
}

function encodingNote(encoding: Encoding | undefined): Localized[] {
  if (!encoding || encoding === 'utf8') return []
  const name = CONVERTED[encoding]
  return [
    {
      vi: `Chữ trong tệp theo bảng mã ${name}, đã chuyển sang Unicode.`,
      en: `The file's text is ${name}; it was converted to Unicode.`
    }
  ]
}

/** The request for `importFeatures`; the names of coordinate columns are not fields of the collection. */
function featureRequest(request: FileRequest, more: Partial<ImportRequest>): ImportRequest {
  const { collection, file, commune, speaksFor, set, fixed, allowPartial, dryRun, importedBy } = request
  const map = Object.entries(request.map ?? {}).filter(
    ([field]) => !COORDINATE_NAMES.some((name) => name === field)
  )
  const options = Object.entries({
    layer: request.layer,
    crs: request.crs,
    encoding: request.encoding,
    coordinates: coordinateMap(request)
  })
  const given = Object.fromEntries(
    options.flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))
  )
  return {
    collection,
    title: request.title ?? basename(file),
    fileName: basename(file),
    sha256: '',
    ...(commune === undefined ? {} : { commune }),
    ...(speaksFor === undefined ? {} : { speaksFor }),
    ...(set === undefined ? {} : { set }),
    ...(fixed === undefined ? {} : { fixed }),
    ...(map.length === 0 ? {} : { map: Object.fromEntries(map) }),
    options: given,
    allowPartial: allowPartial ?? false,
    dryRun: dryRun ?? false,
    importedBy,
    ...more
  }
}

function coordinateMap({ map }: FileRequest) {
  const named = COORDINATE_NAMES.flatMap((name) =>
    map?.[name] === undefined ? [] : [`${name}=${map[name]}`]
  )
  return named.length === 0 ? undefined : named.join(',')
}

/** The refused rows of a partial import, read again and written beside the file. */
async function keepRefused(
  request: FileRequest,
  report: ImportReport,
  opened: OpenedFile,
  encoding: Encoding | undefined
) {
  if (report.outcome !== 'published' || report.refused.length === 0) return null
  const { rows } = await convertRows(opened.rows(), opened.raw, encoding)
  const path = refusedPath(request.file)
  await writeRefused(path, rows, report.refused, request.language ?? 'vi')
  return path
}

/**
 * Imports a file: finds the data set (file, folder, zip), reads it, recognises text, coordinates and their system, then takes
 * the rows in with `importFeatures`. Throws `ImportRefused` with the sentence for the person who brought the file.
 */
export async function importFile(deps: ImportDeps, request: FileRequest): Promise<FileReport> {
  const collection = findCollection(deps, request.collection)
  const dataset = await findDataset(request.file, request.layer)
  try {
    const hashed = await hashFiles(dataset.members)
    const opened = await openFile(dataset, collection, request.layer)
    try {
      const converted = await convertRows(opened.rows(), opened.raw, request.encoding)
      const { rows, crs, notes, used } = await place(deps, collection, request, opened, converted)
      const report = await importFeatures(
        deps,
        featureRequest(request, { ...hashed, ...(crs ? { crs } : {}) }),
        rows
      )
      return {
        ...report,
        unusedColumns: report.unusedColumns.filter((column) => !used.includes(column)),
        notes: [...encodingNote(converted.encoding), ...notes, ...report.notes],
        format: opened.format,
        encoding: converted.encoding ?? null,
        refusedFile: await keepRefused(request, report, opened, converted.encoding)
      }
    } finally {
      await opened.close()
    }
  } finally {
    await dataset.remove()
  }
}
