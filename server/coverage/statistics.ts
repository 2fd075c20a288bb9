import type { Queryable } from '../db/pool.ts'
import type { Derivation } from '../collections/derivation.ts'

// Tables that the figures join, of which most rows come in a publication.
const TABLES = [
  'premises',
  'building',
  'footprint',
  'place_area',
  'place_coverage',
  'coverage_piece',
  'coverage_edge'
]

const OUTGROWN = `
  select relname as name
    from pg_class
   where oid = any($1::regclass[]) and pg_relation_size(oid) > 2 * 8192 * greatest(relpages, 4)
   order by relname`

/** Analyzes those of the tables that have doubled. Their names are our own. */
export async function analyzeOutgrown(db: Queryable, tables: readonly string[]) {
  const { rows } = await db.query<{ name: string }>(OUTGROWN, [tables])
  for (const { name } of rows) await db.query(`analyze ${name}`)
}

/**
 * What the planner knows of the tables that figures are summed from, brought up to date whenever one of them has doubled.
 * The embedded engine never does so by itself, and a server not before its next round; without it sums were seen to take
 * seconds that take a tenth of one.
 */
export const coverageStatistics: Derivation = {
  id: 'coverage_statistics',
  follows: [
    'communes',
    'villages',
    'premises',
    'buildings',
    'coverage_claims',
    'cultural_houses',
    'institutions',
    'cameras'
  ],
  async refresh(db, { kind }) {
    if (kind === 'undo') return
    await analyzeOutgrown(db, TABLES)
  }
}
