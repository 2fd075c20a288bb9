import { z } from 'zod'

// A backup is one tar, packed by gzip and, where a key is given, encrypted by age, so that `age -d F | tar xz` opens it
// without this program: manifest.json first, then tables/<schema>.<table>/<n>.jsonl, media/<sha256>, end.json last.

const FORMAT = 'diaban-backup'
/** Raised when an older program could not read it any more. */
export const FORMAT_VERSION = 1

/** A table: its columns (none that are generated) in the order of a row's values. */
const Table = z.object({
  schema: z.string(),
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })).min(1)
})
export type BackupTable = z.infer<typeof Table>

/** The first member: what the backup is. `version` is read before the rest. */
export const Manifest = z.object({
  format: z.literal(FORMAT),
  version: z.int(),
  /** The moment of the snapshot, RFC 3339. */
  takenAt: z.string(),
  /** Migrations that the database had had, in their order. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(Table),
  /** Where the audit log ended; null: it had no entry, or no end. Backups of older programs do not say. */
  auditEnd: z.object({ id: z.int(), hash: z.string() }).nullish()
})
export type Manifest = z.infer<typeof Manifest>

/** The last member: what must have been read by then. */
export const End = z.object({
  /** In the manifest's order; `digest`: see RowDigest. */
  tables: z.array(z.object({ rows: z.int(), digest: z.string() })),
  sequences: z.array(
    z.object({ schema: z.string(), name: z.string(), last: z.string(), isCalled: z.boolean() })
  ),
  /** How many files of media are in it, and the hashes of those that were gone or changed already. */
  files: z.int(),
  missingFiles: z.array(z.string())
})
export type End = z.infer<typeof End>

/** A file of the tar. */
export interface Member {
  name: string
  bytes: Buffer
}

export const MANIFEST_NAME = 'manifest.json'
export const END_NAME = 'end.json'

/** The first member of a new backup. */
export const newManifest = (parts: Omit<Manifest, 'format' | 'version'>): Manifest => ({
  format: FORMAT,
  version: FORMAT_VERSION,
  ...parts
})

/** A table's name as a person and a member's name know it. */
export const nameOf = ({ schema, name }: { schema: string; name: string }) => `${schema}.${name}`

/** The name of a table's n-th piece. */
export const rowsName = (table: BackupTable, piece: number) =>
  `tables/${nameOf(table)}/${String(piece).padStart(6, '0')}.jsonl`

const ROWS = /^tables\/([^/]+)\/\d{6,}\.jsonl$/
const FILE = /^media\/([0-9a-f]{64})$/

/** Whose rows a member holds; undefined: it holds none. */
export const tableOfMember = (name: string) => ROWS.exec(name)?.[1]

export const mediaName = (sha256: string) => `media/${sha256}`

/** The hash that a member of media must have; undefined: it is none. */
export const sha256OfMember = (name: string) => FILE.exec(name)?.[1]
