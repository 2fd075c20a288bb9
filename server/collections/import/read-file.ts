import { basename } from 'node:path'
import type { Collection } from '../collection.ts'
import type { Localized } from '../contract.ts'
import { convertRows } from './convert-rows.ts'
import { EXCHANGED, axisOrder, findCoordinates, placeRow } from './coordinate-columns.ts'
import { crsByName, crsName, requireKnownCrs, sameCrs } from './crs.ts'
import { findDataset } from './find-dataset.ts'
import { hashFiles } from './hash-file.ts'
import type { Encoding } from './legacy-encodings.ts'
import { withHeader } from './find-header.ts'
import { openFile, type OpenedFile } from './open-file.ts'
import { ImportRefused, type FeatureRow, type ImportDeps, type SourceCrs } from './request.ts'
import { columnsOf, firstPositions, sampled } from './sample.ts'
import { noCrsSentence } from './zones.ts'

/** How a file is to be read. */
export interface ReadRequest {
  file: string
  commune?: string
  crs?: string
  layer?: string
  map?: Record<string, string>
  encoding?: Encoding
  /** Rows as they stand in the file: no place is looked for among their columns. */
  unplaced?: boolean
}

/** A file's rows with texts in Unicode and a geometry, and what was found out about it. */
export interface ReadFile {
  rows: AsyncIterable<FeatureRow>
  crs: SourceCrs | undefined
  /** undefined: nothing beyond ASCII has been read so far. */
  readonly encoding: Encoding | undefined
  opened: Pick<OpenedFile, 'format' | 'isTable' | 'isExtract' | 'total'>
  sha256: string
  sizeBytes: number
  /** Columns that became coordinates. */
  used: string[]
  notes: Localized[]
  /** Reads the rows once more, as they stand in the file. */
  again: () => Promise<AsyncIterable<FeatureRow>>
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
  request: ReadRequest,
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
  request: ReadRequest,
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
  request: ReadRequest,
  opened: OpenedFile,
  rows: AsyncIterable<FeatureRow>
) {
  if (collection.geometry === null || request.unplaced)
    return { rows, crs: undefined, used: [] as string[], notes: [] as Localized[] }
  const isTable = opened.isTable
  const placed: Placed = isTable
    ? await placeTable(collection, request, rows)
    : { ...(await sampled(rows)), crs: undefined, used: [], notes: [] }
  if (placed.first.length === 0) return { ...placed, crs: undefined }
  const { crs, notes } = await decideCrs(deps, request, opened.crs ?? placed.crs, placed.first)
  return { ...placed, crs, notes: [...placed.notes, ...notes] }
}

/** The rows with texts in Unicode and, of a sheet, with the names of its header. */
async function readRows(
  opened: OpenedFile,
  collection: Collection,
  { map }: ReadRequest,
  forced: Encoding | undefined
) {
  const converted = await convertRows(opened.rows(), opened.raw, forced)
  const { rows } = converted
  const isDivided = opened.format === 'CSV'
  return { converted, rows: opened.isSheet ? await withHeader(rows, collection, map, isDivided) : rows }
}

/**
 * Finds the data set (file, folder, zip), reads it, recognises text, coordinates and their system, and hands the rows to
 * `work`; what was unpacked is removed afterwards. Throws `ImportRefused` with the sentence for whoever brought the file.
 */
export async function withFile<T>(
  deps: ImportDeps,
  collection: Collection,
  request: ReadRequest,
  work: (file: ReadFile) => Promise<T>
): Promise<T> {
  const dataset = await findDataset(request.file, request.layer)
  try {
    const hashed = await hashFiles(dataset.members)
    const opened = await openFile(dataset, collection, request.layer)
    try {
      const { converted, rows } = await readRows(opened, collection, request, request.encoding)
      const placed = await place(deps, collection, request, opened, rows)
      const again = async () => (await readRows(opened, collection, request, converted.encoding)).rows
      return await work({
        ...placed,
        ...hashed,
        get encoding() {
          return converted.encoding
        },
        opened,
        again
      })
    } finally {
      await opened.close()
    }
  } finally {
    await dataset.remove()
  }
}
