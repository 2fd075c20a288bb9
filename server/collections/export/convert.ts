import { createWriteStream } from 'node:fs'
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { zip, type AsyncZippable } from 'fflate'
import type { Queryable } from '../../db/pool.ts'
import { HttpError } from '../../http/errors.ts'
import { temporaryFolder } from '../../temporary-folder.ts'
import { startGdal } from '../import/run-gdal.ts'
import { EXPORT_FORMATS } from './contract.ts'
import { exportLines, type Export } from './rows.ts'

/** Reading begins anew so often when imports come between. */
const MOST_TRIES = 3
const isFull = (line: string) => /no space left|ENOSPC|disk (is )?full/i.test(line)

/** A file ready to be sent, and the folder that goes with it. */
export interface ExportedFile {
  path: string
  remove: () => Promise<void>
}

const zipped = promisify((files: AsyncZippable, done: (error: Error | null, data: Uint8Array) => void) =>
  zip(files, { level: 6 }, done)
)

/** The parts of a shapefile as one file. */
async function zipFolder(folder: string, path: string) {
  const names = await readdir(folder)
  const parts = await Promise.all(
    names.map(async (name): Promise<[string, Uint8Array]> => [name, await readFile(join(folder, name))])
  )
  await writeFile(path, await zipped(Object.fromEntries(parts)))
  return path
}

const isShapefile = ({ format }: Export) => format.driver === EXPORT_FORMATS.shp.driver

/** What a shapefile can hold of: one of these alone. Of each, what OGR calls its geometries. */
const KINDS = { points: '%POINT', lines: '%LINESTRING', areas: '%POLYGON' } as const
type Kind = keyof typeof KINDS

const kindOf = (line: string): Kind => {
  const [, type = ''] = /"geometry" ?: ?\{"type":"(\w+)"/.exec(line) ?? []
  if (type.endsWith('Point')) return 'points'
  return type.endsWith('LineString') ? 'lines' : 'areas'
}

interface Written {
  count: number
  kinds: ReadonlySet<Kind>
}

/** GDAL heeds options for reading in one whole document only, not in lines. */
const isDocument = ({ format }: Export) => format.reading !== undefined

/** Writes the rows, anew; answers how many, and of a shapefile's of what kinds. */
async function writeOnce(db: Queryable, asked: Export, path: string): Promise<Written> {
  const kinds = new Set<Kind>()
  let count = 0
  async function* counted() {
    if (isDocument(asked)) yield '{"type":"FeatureCollection","features":[\n'
    for await (const line of exportLines(db, asked)) {
      yield count > 0 && isDocument(asked) ? `,${line}` : line
      count += 1
      if (isShapefile(asked)) kinds.add(kindOf(line))
    }
    if (isDocument(asked)) yield ']}'
  }
  await pipeline(Readable.from(counted()), createWriteStream(path))
  return { count, kinds }
}

const VERSION = 'select version from collection_version where collection = $1'

async function versionOf(db: Queryable, { collection }: Export) {
  const { rows } = await db.query<{ version: number }>(VERSION, [collection.id])
  return rows[0]?.version
}

/** Writes the rows as they were at one moment: anew where an import was published while they were read. */
async function writeLines(db: Queryable, asked: Export, path: string) {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = await versionOf(db, asked)
    const written = await writeOnce(db, asked, path)
    if ((await versionOf(db, asked)) === before) return written
  }
  throw new HttpError(503, {
    vi: 'Dữ liệu của lớp này đang được cập nhật liên tục nên chưa xuất được. Hãy thử lại sau ít phút.',
    en: 'This collection keeps being updated and could not be exported. Try again in a few minutes.'
  })
}

function failed(errors: readonly string[]) {
  const error = new Error(`GDAL could not write: ${errors.join('; ')}`)
  return errors.some(isFull) ? Object.assign(error, { code: 'ENOSPC' }) : error
}

/** The layers of the file: one, but for a shapefile of which the rows are of several kinds. */
function layersOf(asked: Export, kinds: ReadonlySet<Kind>) {
  const { id } = asked.collection
  if (kinds.size < 2) return [{ name: id, options: [] }]
  return [...kinds].map((kind) => ({
    name: `${id}_${kind}`,
    options: ['-where', `OGR_GEOMETRY LIKE '${KINDS[kind]}'`]
  }))
}

function optionsOf({ collection, format, srid }: Export) {
  const system = format.onlyDegrees || collection.geometry === null ? [] : ['-a_srs', `EPSG:${srid}`]
  const shape = collection.geometry === null || format.isTable ? ['-nlt', 'NONE'] : []
  return ['-f', format.driver, ...system, ...shape, ...(format.writing ?? [])]
}

/** GDAL turns the lines into the format; the coordinates are the system's already. Answers the last file that was written. */
async function convert(asked: Export, file: string, outDir: string, kinds: ReadonlySet<Kind>) {
  const gdal = startGdal()
  try {
    const opened = await gdal.ask({
      kind: 'open',
      file,
      options: [...(asked.format.reading ?? [])],
      outDir
    })
    if (!opened.ok) throw failed(opened.errors)
    let path = ''
    for (const { name, options } of layersOf(asked, kinds)) {
      const all = [...optionsOf(asked), ...options, '-nln', name]
      const answer = await gdal.ask({ kind: 'write', layer: 'rows', options: all, name })
      if (!answer.ok || answer.path === undefined) throw failed(answer.errors)
      path = answer.path
    }
    return path
  } finally {
    gdal.close()
  }
}

/**
 * An export as a file, in a folder of its own that `remove` takes away; undefined: there is no such row, and nothing is
 * left behind. Throws where GDAL cannot write it (the disk is full).
 */
export async function exportFile(db: Queryable, asked: Export): Promise<ExportedFile | undefined> {
  const folder = await mkdtemp(join(temporaryFolder(), 'diaban-export-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const lines = join(folder, isDocument(asked) ? 'rows.geojson' : 'rows.geojsonl')
    const { count, kinds } = await writeLines(db, asked, lines)
    if (count === 0) {
      await remove()
      return undefined
    }
    const outDir = await mkdtemp(join(folder, 'out-'))
    const path = await convert(asked, lines, outDir, kinds)
    return { path: isShapefile(asked) ? await zipFolder(outDir, join(folder, 'out.zip')) : path, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
