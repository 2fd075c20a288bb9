import type { Queryable } from '../db/pool.ts'
import type { SourceItem } from './contract.ts'

/** An import that a figure stands on, and the day from which what it says holds (null: the file does not say). */
export interface Source {
  importId: number
  validFrom: string | null
}

type ImportRow = Omit<SourceItem, 'validFrom' | 'import'> & { import: number }

/** Titles, hashes and dates of imports by id. */
export async function findImports(db: Queryable, ids: Iterable<number>): Promise<Map<number, ImportRow>> {
  const { rows } = await db.query<ImportRow>(
    `select id as import, title, sha256, collection,
            to_char(published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt"
       from import
      where id = any($1)`,
    [[...new Set(ids)]]
  )
  return new Map(rows.map((row) => [row.import, row]))
}

/** The sources of a figure as the answer has them, each import and day once, in the order of their ids. */
export function sourceItems(
  sources: readonly Source[],
  imports: ReadonlyMap<number, ImportRow>
): SourceItem[] {
  const unique = new Map(sources.map((source) => [`${source.importId} ${source.validFrom}`, source]))
  const dayOf = ({ validFrom }: Source) => validFrom ?? ''
  return [...unique.values()]
    .sort((one, other) => one.importId - other.importId || dayOf(one).localeCompare(dayOf(other)))
    .flatMap(({ importId, validFrom }) => {
      const row = imports.get(importId)
      return row ? [{ ...row, validFrom }] : []
    })
}
