import { z } from 'zod'
import { Localized } from '../contract.ts'

/** A file that a collection can be exported as. */
export interface ExportFormat {
  /** GDAL's driver. */
  driver: string
  /** What the file is called after the point. */
  extension: string
  type: string
  /** A table without shapes: points get columns of their own, other shapes a representative point. */
  isTable?: boolean
  /** Its coordinates are WGS 84 by its own rules. */
  onlyDegrees?: boolean
  /** It cannot hold rows without a place. */
  needsPlace?: boolean
  /** It has a type for lists; elsewhere their items are joined. */
  hasLists?: boolean
  /** It cuts the names of columns at ten characters. */
  cutsNames?: boolean
  /** It has no types: a text that would be a formula is marked as text. */
  marksFormulas?: boolean
  /** Options of GDAL for opening the rows and for writing. */
  reading?: readonly string[]
  writing?: readonly string[]
}

/** Days as they are written in ISO 8601: this format has no days of its own, or writes them otherwise. */
const DAYS_AS_TEXT = ['DATE_AS_STRING=YES']

/** In the order in which they are offered. */
export const EXPORT_FORMATS = {
  gpkg: { driver: 'GPKG', extension: 'gpkg', type: 'application/geopackage+sqlite3' },
  geojson: {
    driver: 'GeoJSON',
    extension: 'geojson',
    type: 'application/geo+json',
    onlyDegrees: true,
    hasLists: true,
    reading: DAYS_AS_TEXT,
    writing: ['-lco', 'RFC7946=YES', '-lco', 'COORDINATE_PRECISION=9']
  },
  csv: {
    driver: 'CSV',
    extension: 'csv',
    type: 'text/csv; charset=utf-8',
    isTable: true,
    marksFormulas: true,
    reading: DAYS_AS_TEXT,
    // Spreadsheets take a file without the mark for one in the code page of their machine.
    writing: ['-lco', 'WRITE_BOM=YES', '-lco', 'LINEFORMAT=CRLF']
  },
  xlsx: {
    driver: 'XLSX',
    extension: 'xlsx',
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    isTable: true
  },
  kml: {
    driver: 'KML',
    extension: 'kml',
    type: 'application/vnd.google-earth.kml+xml',
    onlyDegrees: true,
    needsPlace: true,
    reading: DAYS_AS_TEXT
  },
  fgb: {
    driver: 'FlatGeobuf',
    extension: 'fgb',
    type: 'application/octet-stream',
    needsPlace: true
  },
  shp: {
    driver: 'ESRI Shapefile',
    extension: 'zip',
    type: 'application/zip',
    needsPlace: true,
    cutsNames: true,
    writing: ['-lco', 'ENCODING=UTF-8']
  }
} as const satisfies Record<string, ExportFormat>
export type ExportFormatId = keyof typeof EXPORT_FORMATS

/** WGS 84, then VN-2000: in degrees, in 3° zones by their meridians from west to east, in 6° zones. */
export const EXPORT_SRIDS = [
  4326, 4756, 5896, 9205, 9206, 9207, 9208, 5897, 9209, 9210, 9211, 9212, 9213, 9214, 9215, 9216, 5899, 5898,
  9217, 9218, 3405, 3406
] as const

/** Degrees: these systems are not measured in metres. */
export const isInDegrees = (srid: number) => srid === 4326 || srid === 4756

const crs = z
  .string()
  .transform((text) => Number(/^(?:EPSG:)?(\d{4,5})$/i.exec(text)?.[1]))
  .refine((srid) => EXPORT_SRIDS.some((known) => known === srid), {
    params: {
      vi: `phải là EPSG:4326 (WGS 84) hoặc một hệ VN-2000: ${EXPORT_SRIDS.slice(1).join(', ')}`,
      en: `must be EPSG:4326 (WGS 84) or one of VN-2000: ${EXPORT_SRIDS.slice(1).join(', ')}`
    }
  })

/**
 * What an export is asked for: `f` the format, `crs` the coordinate system, `commune` only what lies in one commune (by
 * its boundary in force that day), `asOf` the day on which it is true, YYYY-MM-DD.
 */
export const ExportQuery = z.strictObject({
  f: z.enum(Object.keys(EXPORT_FORMATS) as [ExportFormatId, ...ExportFormatId[]]),
  crs: crs.default(4326),
  commune: z
    .string()
    .regex(/^\d{5}$/)
    .optional(),
  asOf: z.iso.date().optional(),
  lang: z.enum(['vi', 'en']).optional()
})

/** The same with all that is known, for those who keep the collection. */
export const staffExportPath = (collectionId: string) => `/api/staff/collections/${collectionId}/export`

/** The address of a collection's export, below the public address. */
export const exportPath = (collectionId: string) => `/api/collections/${collectionId}/export`

const ExportChoices = z.object({
  /** Those that the asker may export whole; `hasPlace`: coordinates in the chosen system. */
  collections: z.array(z.object({ id: z.string(), title: Localized, hasPlace: z.boolean() })),
  formats: z.array(
    z.object({ id: z.string(), title: z.string(), onlyDegrees: z.boolean(), needsPlace: z.boolean() })
  ),
  systems: z.array(z.object({ srid: z.int(), title: Localized }))
})
export type ExportChoices = z.infer<typeof ExportChoices>

/** What staff can choose of an export. */
export const listExports = {
  path: '/api/staff/exports',
  query: z.strictObject({}),
  reply: ExportChoices
} as const
