import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import type { Collection } from '../collection.ts'
import { crsOfFile } from './crs.ts'
import type { DatasetFile } from './find-dataset.ts'
import type { OpenedFile } from './open-file.ts'
import { ImportRefused, type FeatureRow } from './request.ts'
import { runGdal, unreadable } from './run-gdal.ts'

const Layer = z.object({
  name: z.string(),
  featureCount: z.number().optional(),
  fields: z.array(z.object({ name: z.string() })).default([]),
  geometryFields: z
    .array(
      z.object({
        type: z.string().optional(),
        coordinateSystem: z.object({ wkt: z.string().optional(), projjson: z.unknown() }).nullish()
      })
    )
    .default([])
})
type Layer = z.infer<typeof Layer>
const Info = z.object({ layers: z.array(Layer) })

/** Bytes as they are: what they mean is recognised later. */
const OPEN_OPTIONS: Record<string, string[]> = {
  Shapefile: ['ENCODING=ISO-8859-1'],
  KML: [],
  DXF: ['CLOSED_LINE_AS_POLYGON=YES']
}

/** Formats whose coordinates are WGS 84 by their own rules. */
const ALWAYS_DEGREES = ['KML', 'KMZ', 'GPX', 'OSM']

function dimensionOf(type: string | undefined): Collection['geometry'] | undefined {
  if (type === undefined || /unknown|collection/i.test(type)) return undefined
  if (/point/i.test(type)) return 'Point'
  return /line/i.test(type) ? 'MultiLineString' : 'MultiPolygon'
}

function fits(layer: Layer, collection: Collection) {
  const dimension = dimensionOf(layer.geometryFields[0]?.type)
  return (
    !dimension ||
    !collection.geometry ||
    collection.geometry === 'Geometry' ||
    dimension === collection.geometry
  )
}

/** The layer that is meant: named, the only one, the only one with rows, or the only one of these whose type fits. */
function chooseLayer(layers: Layer[], name: string | undefined, collection: Collection, file: string): Layer {
  const osm = collection.osm && layers.find((layer) => layer.name === collection.osm?.layer)
  const filled = layers.filter((layer) => layer.featureCount !== 0)
  const narrowed = [layers, filled, filled.filter((layer) => fits(layer, collection))].find(
    ({ length }) => length === 1
  )
  const named = layers.filter((layer) => layer.name === name)
  const [only] =
    name !== undefined && (layers.length > 1 || named.length > 0) ? named : osm ? [osm] : (narrowed ?? [])
  const chosen = only ?? (filled.length === 0 ? layers[0] : undefined)
  if (chosen) return chosen
  const list = (filled.length > 0 ? filled : layers).map((layer) => `«${layer.name}»`).join(', ')
  throw new ImportRefused({
    vi: `«${file}» có nhiều lớp: ${list || 'không có lớp nào'}. Hãy chọn một bằng --layer.`,
    en: `«${file}» holds several layers: ${list || 'none'}. Choose one with --layer.`
  })
}

async function* readLines(path: string): AsyncGenerator<FeatureRow> {
  const lines = createInterface({ input: createReadStream(path, { encoding: 'utf8' }), crlfDelay: Infinity })
  let number = 0
  for await (const line of lines) {
    if (line === '') continue
    yield parseLine(line, ++number)
  }
}

function parseLine(line: string, number: number): FeatureRow {
  try {
    // GDAL wrote it: a Feature, whose geometry is looked at by checkGeometry all the same.
    const { properties, geometry } = JSON.parse(line) as FeatureRow
    return { number, properties: properties ?? {}, geometry }
  } catch {
    const reason = {
      vi: 'Không đọc được hình của dòng này (tọa độ NaN hoặc vô cực).',
      en: 'The row’s geometry cannot be read (NaN or infinite coordinates).'
    }
    return { number, properties: {}, geometry: null, problem: { reason, value: line.slice(0, 80) } }
  }
}

const isFatal = (line: string) => /^ERROR \d+/.test(line)

/** Opens a file through GDAL, in a process of its own: looks at its layers, then writes the chosen one as lines to a folder. */
export async function openWithGdal(
  dataset: DatasetFile,
  collection: Collection,
  layerName: string | undefined
): Promise<OpenedFile> {
  const outDir = await mkdtemp(join(tmpdir(), 'diaban-gdal-'))
  const close = () => rm(outDir, { recursive: true, force: true })
  try {
    const base = { file: dataset.path, open: OPEN_OPTIONS[dataset.format] ?? [], vsi: [], outDir }
    const look = await runGdal({ ...base, layer: null, options: [] })
    const info = Info.safeParse(look.info)
    if (!look.ok || !info.success || look.errors.some(isFatal)) throw unreadable(dataset.name, look.errors)
    const layer = chooseLayer(info.data.layers, layerName, collection, dataset.name)
    const where = dataset.format === 'OSM' && collection.osm ? ['-where', collection.osm.where] : []
    const options = [
      '-f',
      'GeoJSONSeq',
      '-a_srs',
      'NONE',
      '-dim',
      'XY',
      '-lco',
      'COORDINATE_PRECISION=10',
      ...where
    ]
    const written = await runGdal({ ...base, layer: layer.name, options })
    const { path } = written
    if (!written.ok || path === undefined || written.errors.some(isFatal))
      throw unreadable(dataset.name, written.errors)
    const system = layer.geometryFields[0]?.coordinateSystem
    return {
      format: dataset.format,
      raw: dataset.format === 'Shapefile',
      columns: layer.fields.map(({ name }) => name),
      crs: ALWAYS_DEGREES.includes(dataset.format)
        ? { srid: 4326 }
        : crsOfFile(system?.projjson, system?.wkt),
      isTable: layer.geometryFields.length === 0 || ['XLSX', 'ODS'].includes(dataset.format),
      total: layer.featureCount,
      rows: () => readLines(path),
      close
    }
  } catch (error) {
    await close()
    throw error
  }
}
