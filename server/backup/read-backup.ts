import type { z } from 'zod'
import {
  End,
  END_NAME,
  FORMAT_VERSION,
  Manifest,
  MANIFEST_NAME,
  nameOf,
  sha256OfMember,
  tableOfMember,
  type BackupTable,
  type Member
} from './format.ts'
import { createHash } from 'node:crypto'
import type { BackupKey } from './key-file.ts'
import { damaged, newerBackup, notABackup } from './problems.ts'
import { RowDigest } from './row-digest.ts'
import { readTar } from './tar-file.ts'

/** What a backup holds, piece by piece: the manifest first, the end last. */
export type BackupPiece =
  | { kind: 'manifest'; manifest: Manifest }
  | { kind: 'rows'; table: BackupTable; lines: string[] }
  | { kind: 'file'; sha256: string; bytes: Buffer }
  | { kind: 'end'; end: End }

const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

function parse<T>(bytes: Buffer, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.safeParse(JSON.parse(bytes.toString())).data
  } catch {
    // No JSON: the caller says what that means.
    return undefined
  }
}

function manifestIn(file: string, { name, bytes }: Member): Manifest {
  const head =
    name === MANIFEST_NAME ? parse(bytes, Manifest.pick({ format: true, version: true })) : undefined
  if (!head) throw notABackup(file)
  if (head.version > FORMAT_VERSION) throw newerBackup(file)
  const manifest = parse(bytes, Manifest)
  if (!manifest) throw damaged(file)
  return manifest
}

/** Counts what has been read, to be compared with what the end says. */
class Tally {
  #files = 0
  readonly #manifest: Manifest
  readonly #tables: Map<string, { table: BackupTable; digest: RowDigest }>

  constructor(manifest: Manifest) {
    this.#manifest = manifest
    this.#tables = new Map(
      manifest.tables.map((table) => [nameOf(table), { table, digest: new RowDigest() }])
    )
  }

  /** The piece that a member is; undefined: it is wrong. */
  take({ name, bytes }: Member): BackupPiece | undefined {
    if (name === END_NAME) return this.#end(bytes)
    const found = this.#tables.get(tableOfMember(name) ?? '')
    if (found) {
      const lines = bytes.toString().trimEnd().split('\n')
      for (const line of lines) found.digest.add(line)
      return { kind: 'rows', table: found.table, lines }
    }
    const sha256 = sha256OfMember(name)
    if (sha256 === undefined || sha256Of(bytes) !== sha256) return undefined
    this.#files += 1
    return { kind: 'file', sha256, bytes }
  }

  #end(bytes: Buffer): BackupPiece | undefined {
    const end = parse(bytes, End)
    const isWhole =
      end?.files === this.#files &&
      end.tables.length === this.#manifest.tables.length &&
      this.#manifest.tables.every((table, index) => {
        const [read, said] = [this.#tables.get(nameOf(table))?.digest, end.tables[index]]
        return read?.rows === said?.rows && read?.digest === said?.digest
      })
    return isWhole ? { kind: 'end', end } : undefined
  }
}

/**
 * Reads a backup file and checks all of it on the way: every row's and file's hash, every count, and that its end is
 * there. Whoever has come to the end knows that it is whole. Throws `Unusable` otherwise.
 */
export async function* readBackup(file: string, key: BackupKey | null): AsyncGenerator<BackupPiece> {
  let tally: Tally | undefined
  let isEnded = false
  for await (const member of readTar(file, key)) {
    if (!tally) {
      const manifest = manifestIn(file, member)
      tally = new Tally(manifest)
      yield { kind: 'manifest', manifest }
      continue
    }
    const piece: BackupPiece | undefined = isEnded ? undefined : tally.take(member)
    if (!piece) throw damaged(file)
    isEnded = piece.kind === 'end'
    yield piece
  }
  if (!isEnded) throw damaged(file)
}

/** Reads all of a backup file and answers what it is; see `readBackup`. */
export async function checkBackup(
  file: string,
  key: BackupKey | null
): Promise<{ manifest: Manifest; end: End }> {
  let manifest: Manifest | undefined
  let end: End | undefined
  for await (const piece of readBackup(file, key)) {
    if (piece.kind === 'manifest') manifest = piece.manifest
    if (piece.kind === 'end') end = piece.end
  }
  if (!manifest || !end) throw damaged(file)
  return { manifest, end }
}
