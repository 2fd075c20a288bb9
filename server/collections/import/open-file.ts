import type { Collection } from '../collection.ts'
import { crsByName } from './crs.ts'
import type { DatasetFile } from './find-dataset.ts'
import { openWithGdal } from './open-gdal.ts'
import { openKml } from './open-kml.ts'
import { openCsv } from './read-csv.ts'
import { geoJsonCrs, readGeoJson } from './read-geojson.ts'
import type { FeatureRow, SourceCrs } from './request.ts'
import { stat } from 'node:fs/promises'

/** A file whose rows can be read, as often as wanted. */
export interface OpenedFile {
  format: string
  /** Whether each character of its texts is one byte of an encoding still to be recognised. */
  raw: boolean
  /** undefined: each row has its own properties. */
  columns: readonly string[] | undefined
  /** What the file itself says; undefined: nothing. */
  crs: SourceCrs | undefined
  /** Rows have columns only; a place must come from two of them. */
  isTable: boolean
  /** Its rows are cells by position ('0', '1', …), the header still among them. */
  isSheet?: boolean
  /** It is cut from a larger map, so that what lies outside the commune is left out rather than refused. */
  isExtract?: boolean
  /** How many rows it says it has. */
  total: number | undefined
  rows: () => AsyncIterable<FeatureRow>
  close: () => Promise<void>
}

const nothing = async () => undefined

/** GeoJSON is read here, feature by feature: GDAL would mend broken rings and texts in silence. */
async function openGeoJson({ path }: DatasetFile): Promise<OpenedFile> {
  const { size } = await stat(path)
  const name = await geoJsonCrs(path, size)
  return {
    format: 'GeoJSON',
    raw: false,
    columns: undefined,
    crs: name === undefined ? { srid: 4326 } : crsByName(name),
    isTable: false,
    total: undefined,
    rows: () => readGeoJson(path),
    close: nothing
  }
}

async function openTable({ path, name }: DatasetFile): Promise<OpenedFile> {
  const csv = await openCsv(path, name)
  return {
    format: 'CSV',
    raw: csv.raw,
    columns: undefined,
    crs: undefined,
    isTable: true,
    isSheet: true,
    total: undefined,
    rows: csv.rows,
    close: nothing
  }
}

/** Opens a data set for reading; GeoJSON, KML and CSV directly, everything else through GDAL. Throws `ImportRefused`. */
export function openFile(
  dataset: DatasetFile,
  collection: Collection,
  layer: string | undefined
): Promise<OpenedFile> {
  if (dataset.format === 'GeoJSON') return openGeoJson(dataset)
  if (dataset.format === 'CSV') return openTable(dataset)
  if (dataset.format === 'KML') return openKml(dataset, collection, layer)
  return openWithGdal(dataset, collection, layer)
}
