import type { Geometry } from 'geojson'
import type { Pool } from 'pg'
import type { Queryable } from '../../db/pool.ts'
import type { Registry } from '../collection.ts'
import type { Localized } from '../contract.ts'
import type { Derivation } from '../derivation.ts'

/** What was done with an import, for a log. `by`: the name under which the system knows who did it. */
export interface ImportDeed {
  kind: 'publish' | 'undo'
  importId: number
  by: string
  commune: string | null
  /** What else there is to know: title, file, rows. */
  facts: Readonly<Record<string, string | number | readonly string[]>>
}

/** What an import works with. */
export interface ImportDeps {
  db: Pool
  registry: Registry
  derivations: readonly Derivation[]
  /** Hears how many rows are staged so far, of how many if that is known. */
  onProgress?: (rows: number, total?: number) => void
  /** Hears what went wrong once the rows were in, which no longer stops them. */
  onLateFailure?: (error: unknown) => void
  /** Hears of what was done, as the end of the transaction that does it. */
  note?: (db: Queryable, deed: ImportDeed) => Promise<void>
}

/** Coordinates as they come: an id of spatial_ref_sys, or a definition (WKT or PROJ text) that has none. */
export type SourceCrs = { srid: number } | { definition: string }

/**
 * One row of a file: of a table (CSV, XLSX, ODS) with the number that a spreadsheet shows beside it, else numbered from 1 in
 * the file's order. `problem` refuses it before it is looked at.
 */
export interface FeatureRow {
  number: number
  properties: Readonly<Record<string, unknown>>
  geometry: Geometry | null
  problem?: RowProblem
}

/** Why a row is refused, and the value that is to blame. */
export interface RowProblem {
  reason: Localized
  value: string | null
}

export interface RefusedRow extends RowProblem {
  row: number
}

export interface ImportRequest {
  /** The collection's id (`villages`). */
  collection: string
  /** What sources show: "Viettel 5G Q2/2026". */
  title: string
  fileName: string
  /** Of the file's bytes, hexadecimal; with collection and options it recognises the same file. */
  sha256: string
  sizeBytes?: number
  /** The commune that the rows belong to; without it each row belongs to the known commune that holds it. */
  commune?: string
  /** Of deliveries only: the communes that it speaks for. */
  speaksFor?: readonly string[]
  /** Field to column, where names do not match by themselves. */
  map?: Readonly<Record<string, string>>
  /** Fields that no column fills, though one may bear their name. */
  skip?: readonly string[]
  /** Field to text, the same for every row; wins over columns. */
  set?: Readonly<Record<string, string>>
  /** Columns of the table that no file may fill (`provisional`, `illustration`). */
  fixed?: Readonly<Record<string, boolean>>
  /** Options of the caller that tell two imports of one file apart (layer, encoding …). */
  options?: Readonly<Record<string, string>>
  /** Rows without geometry are taken: communes that only a plan names. */
  withoutGeometry?: boolean
  /** Checks of place are left out: data that is declared as an illustration lies nowhere. */
  anywhere?: boolean
  /** Rows are cut from a larger map (OpenStreetMap): those outside the commune are left out and counted, not refused. */
  extract?: boolean
  /** Tells of rows that may be a place that is there already, or another row. Default false: the caller knows what it gives. */
  comparesPlaces?: boolean
  /** Hears the refused rows before the good ones are published; when it fails, nothing is. */
  keepRefused?: (refused: readonly RefusedRow[]) => Promise<void>
  /** Looks once more, as the transaction that publishes begins; throws `ImportRefused` when something stands against it. */
  recheck?: (db: Queryable) => Promise<void>
  /** Hears the import's number as soon as there is one, in the transaction that publishes and before anything is derived. */
  recorded?: (db: Queryable, importId: number) => Promise<void>
  /** Keep the good rows when others are refused. Default false: all or nothing. */
  allowPartial?: boolean
  dryRun?: boolean
  /** Of the geometries given; default EPSG:4326, lng before lat. */
  crs?: SourceCrs
  /** Names of the file's columns where they are known; default: those of the first 1000 rows. */
  columns?: readonly string[]
  importedBy: string
}

/** Something that is to be known of a row that is taken. */
export interface RowNote {
  row: number
  about: Localized
}

/** published: rows are in. unchanged: the same file was taken before. valid: a dry run found nothing to object to. refused: nothing changed, `refused` says why. */
export type ImportOutcome = 'published' | 'unchanged' | 'valid' | 'refused'

export interface ImportReport {
  outcome: ImportOutcome
  /** null: nothing was published. unchanged: the earlier import. */
  importId: number | null
  /** RFC 3339 in UTC; null: nothing was published. */
  publishedAt: string | null
  collection: string
  title: string
  fileName: string
  sha256: string
  /** "EPSG:9209", or the name of a definition without id; null: no geometry. */
  crs: string | null
  /** Field to column. */
  columns: Readonly<Record<string, string>>
  unusedColumns: readonly string[]
  rowsRead: number
  rowsAccepted: number
  rowsRepaired: number
  refused: readonly RefusedRow[]
  /** Rows that are taken as new places though they may be one that is there, or an earlier row of the file. */
  repeats: readonly RowNote[]
  /** What the reader should know though nothing is wrong. */
  notes: readonly Localized[]
}

/** The file as a whole cannot be taken; the sentence says what is wrong, where and what to do. Nothing changed. */
export class ImportRefused extends Error {
  readonly sentence: Localized
  /** Where one of the file's layers is to be named: those there are. */
  readonly layers: readonly string[]

  constructor(sentence: Localized, layers: readonly string[] = []) {
    super(sentence.vi)
    this.name = 'ImportRefused'
    this.sentence = sentence
    this.layers = layers
  }
}
