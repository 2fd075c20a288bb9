import { createReadStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { temporaryFolder } from '../../temporary-folder.ts'
import type { Collection } from '../collection.ts'
import { chooseLayer, dimensionOf, type LayerChoice } from './choose-layer.ts'
import { crsOfFile } from './crs.ts'
import type { DatasetFile } from './find-dataset.ts'
import type { OpenedFile } from './open-file.ts'
import { closedAsArea, withTags } from './osm-tags.ts'
import type { FeatureRow } from './request.ts'
import { startGdal, unreadable, type Gdal } from './run-gdal.ts'

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
  Shapefile: ['ENCODING=ISO-8859-1']
}

/** Formats whose coordinates are WGS 84 by their own rules. */
const ALWAYS_DEGREES = ['GPX', 'OSM']

interface Source extends LayerChoice {
  layer: Layer
  /** What ogr2ogr is told besides; rows of OpenStreetMap are chosen by their tags. */
  options: string[]
}

const sourceOf = (layer: Layer, options: string[] = []): Source => ({
  name: layer.name,
  count: layer.featureCount,
  dimension: dimensionOf(layer.geometryFields[0]?.type),
  layer,
  options
})

/** The layers to read: one, or those of an OpenStreetMap file that the collection declares. */
function chooseSources(
  layers: Layer[],
  name: string | undefined,
  collection: Collection,
  dataset: DatasetFile
) {
  if (dataset.format !== 'OSM' || !collection.osm || name !== undefined)
    return [
      chooseLayer(
        layers.map((layer) => sourceOf(layer)),
        name,
        collection,
        dataset.name
      )
    ]
  return collection.osm.from.flatMap(({ layer: wanted, where }) => {
    const layer = layers.find((candidate) => candidate.name === wanted)
    return layer ? [sourceOf(layer, ['-where', where])] : []
  })
}

async function* readLines(paths: readonly string[]): AsyncGenerator<FeatureRow> {
  let number = 0
  for (const path of paths) {
    const input = createReadStream(path, { encoding: 'utf8' })
    for await (const line of createInterface({ input, crlfDelay: Infinity }))
      if (line !== '') yield parseLine(line, ++number)
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
const isFull = (line: string) => /no space left|ENOSPC|disk (is )?full/i.test(line)

function requireAnswer({ ok, errors }: { ok: boolean; errors: string[] }, { name }: DatasetFile) {
  if (errors.some(isFull)) throw Object.assign(new Error(errors.join('; ')), { code: 'ENOSPC' })
  if (!ok || errors.some(isFatal)) throw unreadable(name, errors)
}

async function look(gdal: Gdal, dataset: DatasetFile, outDir: string): Promise<Layer[]> {
  const options = OPEN_OPTIONS[dataset.format] ?? []
  const answer = await gdal.ask({ kind: 'open', file: dataset.path, options, outDir })
  requireAnswer(answer, dataset)
  const info = Info.safeParse(answer.info)
  if (!info.success) throw unreadable(dataset.name, answer.errors)
  return info.data.layers
}

/** Coordinates as in the file: they are transformed by the database, where one place decides. */
const AS_LINES = ['-f', 'GeoJSONSeq', '-a_srs', 'NONE', '-dim', 'XY', '-lco', 'COORDINATE_PRECISION=10']

async function writeLines(gdal: Gdal, dataset: DatasetFile, { name, options }: Source, index: number) {
  const job = { layer: name, options: [...AS_LINES, ...options], name: `rows-${index}` }
  const answer = await gdal.ask({ kind: 'write', ...job })
  requireAnswer(answer, dataset)
  if (answer.path === undefined) throw unreadable(dataset.name, answer.errors)
  return answer.path
}

/** A sheet's row as cells by position. */
const asCells = (row: FeatureRow, fields: readonly string[]): FeatureRow => ({
  ...row,
  properties: { ...fields.map((name) => row.properties[name] ?? '') }
})

function opened(
  dataset: DatasetFile,
  sources: Source[],
  paths: string[],
  collection: Collection
): OpenedFile {
  const [first] = sources
  const fields = first?.layer.fields.map(({ name }) => name) ?? []
  const system = first?.layer.geometryFields[0]?.coordinateSystem
  const isSheet = ['XLSX', 'ODS'].includes(dataset.format)
  const isOsm = dataset.format === 'OSM'
  // Drawings have lines only: for a collection of areas a closed one is meant as its outline.
  const isDrawing = dataset.format === 'DXF' && collection.geometry === 'MultiPolygon'
  async function* rows() {
    for await (const row of readLines(paths))
      if (isOsm) yield withTags(row, collection.osm?.class ?? [])
      else if (isDrawing) yield { ...row, geometry: closedAsArea(row.geometry) }
      else yield isSheet ? asCells(row, fields) : row
  }
  return {
    format: dataset.format,
    raw: dataset.format === 'Shapefile',
    columns: isSheet ? undefined : fields,
    crs: ALWAYS_DEGREES.includes(dataset.format) ? { srid: 4326 } : crsOfFile(system?.projjson, system?.wkt),
    isSheet,
    isTable: isSheet || first?.layer.geometryFields.length === 0,
    isExtract: isOsm,
    total: isOsm ? undefined : first?.count,
    rows,
    close: async () => undefined
  }
}

/** Each further layer of an OpenStreetMap file needs a reader of its own: one that has read a layer to its end finds no more. */
async function writeAll(dataset: DatasetFile, outDir: string, sources: Source[], first: Gdal) {
  const paths: string[] = []
  for (const [index, source] of sources.entries()) {
    const gdal = index === 0 ? first : startGdal()
    try {
      if (gdal !== first) await look(gdal, dataset, outDir)
      paths.push(await writeLines(gdal, dataset, source, index))
    } finally {
      gdal.close()
    }
  }
  return paths
}

/** Opens a file through GDAL: looks at its layers, then writes what is asked for as lines to a folder, which `close` removes. */
export async function openWithGdal(
  dataset: DatasetFile,
  collection: Collection,
  layerName: string | undefined
): Promise<OpenedFile> {
  const outDir = await mkdtemp(join(temporaryFolder(), 'diaban-gdal-'))
  const close = () => rm(outDir, { recursive: true, force: true })
  const gdal = startGdal()
  try {
    const sources = chooseSources(await look(gdal, dataset, outDir), layerName, collection, dataset)
    const paths = await writeAll(dataset, outDir, sources, gdal)
    return { ...opened(dataset, sources, paths, collection), close }
  } catch (error) {
    await close()
    throw error
  } finally {
    gdal.close()
  }
}
