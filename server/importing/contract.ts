import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Localized } from '../collections/contract.ts'
import { urlCount } from '../http/contract.ts'

// Files of places taken in by those who keep them, in the browser: the same importer as the command's.

/** The most bytes of a file. */
export const MAX_IMPORT_BYTES = 50 * 1024 * 1024

const Id = z.uuid()
const NoQuery = z.strictObject({})
const InPath = z.strictObject({ id: Id })

/** A file that was handed in waits two hours; then, or with the program's end, it is thrown away. */
export const sendImportFile = {
  path: '/api/staff/file-imports',
  /** The file's own name: its ending tells the format. */
  query: z.strictObject({ name: z.string().trim().min(1).max(200) }),
  reply: z.object({ id: Id })
} as const

/** How a file is to be read. */
export const ImportChoice = z.strictObject({
  collection: z.string().max(60),
  /** Field, or `lng`, `lat`, `x`, `y`, to column. */
  map: z.record(z.string().max(60), z.string().max(500)).default({}),
  /** Fields that nothing is taken for, though a column may bear their name. */
  skip: z.array(z.string().max(60)).max(200).default([]),
  /** `EPSG:9209`; absent: what the file says. */
  crs: z
    .string()
    .regex(/^EPSG:\d{4,6}$/)
    .optional(),
  /** Of a file with several; absent: the only one that fits. */
  layer: z.string().min(1).max(200).optional(),
  /** Of the texts; absent: recognised. */
  encoding: z.enum(['utf8', 'tcvn3', 'vni', 'cp1258']).optional(),
  /** Of those who work for all communes: the one that the rows belong to; absent: that which holds them. */
  commune: CommuneCode.optional(),
  /** Take the good rows though others are refused. */
  allowPartial: z.boolean().default(false)
})
export type ImportChoice = z.infer<typeof ImportChoice>

const Refused = z.object({ row: z.int(), reason: Localized, value: z.string().nullable() })

/** What the importer says of a file. */
export const ImportSaid = z.object({
  outcome: z.enum(['published', 'unchanged', 'valid', 'refused']),
  importId: z.int().nullable(),
  rowsRead: z.int(),
  rowsAccepted: z.int(),
  rowsRefused: z.int(),
  /** The first hundred. */
  refused: z.array(Refused),
  /** Rows that are taken as new places though they may be one that is there, or an earlier row: how many, the first hundred. */
  rowsRepeated: z.int(),
  repeats: z.array(z.object({ row: z.int(), about: Localized })),
  notes: z.array(Localized),
  crs: z.string().nullable()
})
export type ImportSaid = z.infer<typeof ImportSaid>

/** GeoJSON, longitude before latitude, WGS 84. */
const Shape = z.object({ type: z.string(), coordinates: z.array(z.unknown()) })

export const ImportLook = z.object({
  /** Those of which one is to be chosen before anything is read; none: there is nothing to choose. */
  layers: z.array(z.string()),
  columns: z.array(z.string()),
  fields: z.array(
    z.object({
      name: z.string(),
      title: Localized,
      required: z.boolean(),
      /** What is chosen, else proposed by its name; null: nothing is taken from the file. */
      column: z.string().nullable()
    })
  ),
  /** Columns of a table that hold the place may be named: its coordinates. */
  hasPlace: z.boolean(),
  /** What a try would bring; null: `problem` says why there was none. */
  said: ImportSaid.nullable(),
  problem: Localized.nullable(),
  /** The first thousand shapes. */
  shapes: z.array(Shape)
})
export type ImportLook = z.infer<typeof ImportLook>

/** Reads a file as it would be taken in; nothing is changed. 404: the file is gone; 403: the collection is not his. */
export const lookAtImport = {
  path: '/api/staff/file-imports/:id/look',
  params: InPath,
  body: ImportChoice,
  reply: ImportLook
} as const

export const ImportState = z.object({
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  /** Rows that were read so far, and how many there are where the file says it. */
  rows: z.int(),
  total: z.int().nullable(),
  said: ImportSaid.nullable(),
  problem: Localized.nullable()
})
export type ImportState = z.infer<typeof ImportState>

/** Begins to take a file in: all or nothing, unless `allowPartial`. 409: it is under way. */
export const beginImport = {
  path: '/api/staff/file-imports/:id/begin',
  params: InPath,
  body: ImportChoice,
  reply: ImportState
} as const

export const readImport = {
  path: '/api/staff/file-imports/:id',
  params: InPath,
  query: NoQuery,
  reply: ImportState
} as const

/** Throws the file away; what it brought stays. 409: it is under way. */
export const dropImport = { path: '/api/staff/file-imports/:id', params: InPath } as const

const LatestImport = z.object({
  id: z.int(),
  collection: z.string(),
  title: z.string(),
  by: z.string(),
  rows: z.int(),
  /** RFC 3339 in UTC. */
  at: z.string(),
  undone: z.boolean()
})
export type LatestImport = z.infer<typeof LatestImport>

export const ImportList = z.object({
  collections: z.array(z.object({ id: z.string(), title: Localized })),
  /** Twenty at most, latest first. */
  imports: z.array(LatestImport),
  /** Asked for as `before` it brings those that are older; null: there are none. */
  next: z.int().nullable()
})
export type ImportList = z.infer<typeof ImportList>

/** The collections that the asker may fill, and the latest files that were taken in of them, in his commune. */
export const listImports = {
  path: '/api/staff/file-imports',
  query: z.strictObject({
    /** Those with a lower number. */
    before: urlCount.optional()
  }),
  reply: ImportList
} as const

/** What there is today of a collection that the asker fills, in his commune (in all, of those who work for all). */
export const listExisting = {
  path: '/api/staff/imports/existing',
  query: z.strictObject({ collection: z.string().max(60) }),
  reply: z.object({
    /** The first two thousand, lines and borders to about 2 m. */
    shapes: z.array(Shape),
    more: z.boolean(),
    /** Points of what is not public (homes) lie on a grid of about 50 m. */
    coarse: z.boolean()
  })
} as const

/** Takes an import back. 404: no such one of his; 422: it was undone before. */
export const undoFileImport = {
  path: '/api/staff/imports/:number/undo',
  params: z.strictObject({ number: z.coerce.number().int().positive().max(999_999_999) })
} as const
