import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import type { Localized } from '../contract.ts'
import type { Language } from './arguments.ts'
import { COORDINATE_NAMES } from './coordinate-columns.ts'
import { importFeatures } from './import-features.ts'
import { findCollection } from './require-sense.ts'
import type { Encoding } from './legacy-encodings.ts'
import { withFile, type ReadFile, type ReadRequest } from './read-file.ts'
import type { ImportDeps, ImportReport, ImportRequest, RefusedRow } from './request.ts'
import { refusedPath, tellRefused, writeRefused, writeRefusedTable } from './write-refused.ts'

/** What the command line asks for. */
export interface FileRequest extends ReadRequest {
  collection: string
  speaksFor?: string[]
  set?: Record<string, string>
  /** Fields that no column fills, though one may bear their name. */
  skip?: readonly string[]
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

const CONVERTED: Record<Exclude<Encoding, 'utf8'>, string> = {
  tcvn3: 'TCVN3 (ABC)',
  vni: 'VNI',
  cp1258: 'Windows-1258'
}

/** What the report says of a conversion. */
export function encodingNote(encoding: Encoding | undefined): Localized[] {
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
  const {
    collection,
    file,
    commune,
    speaksFor,
    set,
    skip = [],
    fixed,
    allowPartial,
    dryRun,
    importedBy
  } = request
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
    ...(skip.length === 0 ? {} : { skip }),
    ...(fixed === undefined ? {} : { fixed }),
    ...(map.length === 0 ? {} : { map: Object.fromEntries(map) }),
    options: given,
    comparesPlaces: true,
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

/** Refused rows are read again and written beside the file; a table stays a table. Once more rows are refused, anew. */
function refusedKeeper(request: FileRequest, file: ReadFile) {
  const isTable = file.opened.isTable
  const keeper = {
    path: null as string | null,
    async keep(refused: readonly RefusedRow[]) {
      if (keeper.path) rmSync(keeper.path, { force: true })
      keeper.path = null
      const path = refusedPath(request.file, isTable ? '.csv' : '.geojson')
      const write = isTable ? writeRefusedTable : writeRefused(file.crs)
      await write(path, tellRefused(await file.again(), refused, request.language ?? 'vi'))
      keeper.path = path
    }
  }
  return keeper
}

/** How many of the file's rows there are to come, where it says so. */
const withTotal = (deps: ImportDeps, { opened: { total } }: ReadFile): ImportDeps => ({
  ...deps,
  onProgress: (rows) => deps.onProgress?.(rows, total)
})

/** Imports a file: reads it with `withFile`, then takes the rows in with `importFeatures`. Throws what these throw. */
export async function importFile(deps: ImportDeps, request: FileRequest): Promise<FileReport> {
  const collection = findCollection(deps, request.collection)
  return withFile(deps, collection, request, async (file) => {
    const { sha256, sizeBytes, crs, rows, used, opened } = file
    const keeper = refusedKeeper(request, file)
    const features = featureRequest(request, {
      sha256,
      sizeBytes,
      extract: opened.isExtract ?? false,
      keepRefused: keeper.keep,
      ...(crs ? { crs } : {})
    })
    const report = await importFeatures(withTotal(deps, file), features, rows)
    return {
      ...report,
      unusedColumns: report.unusedColumns.filter((column) => !used.includes(column)),
      notes: [...encodingNote(file.encoding), ...file.notes, ...report.notes],
      format: opened.format,
      encoding: file.encoding ?? null,
      refusedFile: report.outcome === 'published' ? keeper.path : null
    }
  })
}
