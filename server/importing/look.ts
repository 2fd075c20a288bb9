import type { Geometry } from 'geojson'
import { importFields, type Collection } from '../collections/collection.ts'
import { importFile, type FileReport, type FileRequest } from '../collections/import/import-file.ts'
import { matchColumns } from '../collections/import/match-columns.ts'
import { withFile } from '../collections/import/read-file.ts'
import { ImportRefused, type ImportDeps } from '../collections/import/request.ts'
import { columnsOf, sampled } from '../collections/import/sample.ts'
import { isTransformFailure } from '../collections/import/staging.ts'
import type { ImportLook, ImportSaid } from './contract.ts'
import { placeShapes } from './queries.ts'
import { onScreen } from './screen-words.ts'

const MOST_ROWS = 100
const MOST_SHAPES = 1000
const COORDINATES = ['lng', 'lat', 'x', 'y']

/** The columns as they stand in the file, before a place is looked for among them. */
async function readColumns(deps: ImportDeps, collection: Collection, request: FileRequest) {
  const { map: _map, crs: _crs, ...rest } = request
  return withFile(deps, collection, { ...rest, unplaced: true }, async ({ rows }) =>
    columnsOf((await sampled(rows)).first)
  )
}

/** Which column fills which field: as chosen, else by its name. */
function fieldsOf(
  collection: Collection,
  columns: readonly string[],
  { map: chosen = {}, skip = [] }: FileRequest
) {
  const fields = importFields(collection)
  const map = Object.fromEntries(Object.entries(chosen).filter(([name]) => !COORDINATES.includes(name)))
  const optional = fields.map((field) => ({ ...field, required: false }))
  const { columns: found } = matchColumns(optional, columns, { map, skip })
  return fields.map(({ name, title, required = false }) => ({
    name,
    title,
    required,
    column: found[name] ?? null
  }))
}

/** How deep positions lie within the coordinates of each type. */
const DEPTHS: ReadonlyMap<unknown, number> = new Map([
  ['Point', 0],
  ['MultiPoint', 1],
  ['LineString', 1],
  ['MultiLineString', 2],
  ['Polygon', 2],
  ['MultiPolygon', 3]
])

function isNested(value: unknown, depth: number): boolean {
  if (!Array.isArray(value) || value.length === 0) return false
  if (depth > 0) return value.every((item) => isNested(item, depth - 1))
  return value.length > 1 && value.every((number) => Number.isFinite(number))
}

/** What can be drawn, as far as its form tells: a file may say anything of a place, which the try then refuses row by row. */
function isShape(geometry: Geometry | null): geometry is Exclude<Geometry, { type: 'GeometryCollection' }> {
  if (geometry === null || !('coordinates' in geometry)) return false
  const depth = DEPTHS.get(geometry.type)
  return depth !== undefined && isNested(geometry.coordinates, depth)
}

/** The first shapes; none where the file's system is not known, which the try has said. */
async function readShapes(deps: ImportDeps, collection: Collection, request: FileRequest) {
  if (collection.geometry === null) return []
  const read = withFile(deps, collection, request, async ({ rows, crs }) => {
    const shapes: Geometry[] = []
    for await (const { geometry } of rows) {
      if (isShape(geometry)) shapes.push(geometry)
      if (shapes.length === MOST_SHAPES) break
    }
    return crs && shapes.length > 0 ? placeShapes(deps.db, shapes, crs) : []
  })
  return read.catch((error: unknown) => {
    // The map is a help: what keeps a row from being placed is told by the try, row by row.
    if (error instanceof ImportRefused || isTransformFailure(error)) return []
    throw error
  })
}

/** What is told of a report: it may name more refused rows than a screen shows. */
export const saidOf = (report: FileReport): ImportSaid => ({
  outcome: report.outcome,
  importId: report.importId,
  rowsRead: report.rowsRead,
  rowsAccepted: report.rowsAccepted,
  rowsRefused: report.refused.length,
  refused: report.refused.slice(0, MOST_ROWS).map((row) => ({ ...row, reason: onScreen(row.reason) })),
  rowsRepeated: report.repeats.length,
  repeats: report.repeats.slice(0, MOST_ROWS),
  notes: report.notes.map(onScreen),
  crs: report.crs
})

async function tryIt(deps: ImportDeps, request: FileRequest) {
  try {
    return { said: saidOf(await importFile(deps, { ...request, dryRun: true })), problem: null }
  } catch (error) {
    if (error instanceof ImportRefused) return { said: null, problem: onScreen(error.sentence) }
    throw error
  }
}

async function lookInto(deps: ImportDeps, collection: Collection, request: FileRequest): Promise<ImportLook> {
  const columns = await readColumns(deps, collection, request)
  return {
    layers: [],
    columns,
    // Where there are no columns, none can be chosen: what the try says is the whole answer.
    fields: columns.length === 0 ? [] : fieldsOf(collection, columns, request),
    hasPlace: collection.geometry !== null,
    ...(await tryIt(deps, request)),
    shapes: await readShapes(deps, collection, request)
  }
}

/** A file as it would be taken in: its columns, what they fill, where it lies, and what a try says. Throws `ImportRefused`. */
export async function lookAt(
  deps: ImportDeps,
  collection: Collection,
  request: FileRequest
): Promise<ImportLook> {
  try {
    return await lookInto(deps, collection, request)
  } catch (error) {
    if (!(error instanceof ImportRefused) || error.layers.length === 0) throw error
    const nothing = { columns: [], fields: [], hasPlace: false, said: null, shapes: [] }
    return { ...nothing, layers: [...error.layers], problem: onScreen(error.sentence) }
  }
}
