import type { Queryable } from '../../db/pool.ts'
import type { Collection, Registry } from '../collection.ts'
import type { Derivation } from '../derivation.ts'
import { analyzeDrawnSql, drawOpenedSql, eraseClosedSql } from './drawing-sql.ts'

/** From so many new drawings on the plans of tiles are made anew. */
const ANALYZE_FROM = 1_000

/** Whether vector tiles carry it: anyone may read it, and it has a place. */
export const isDrawn = (collection: Collection): boolean => collection.open && collection.geometry !== null

/** Redraws what a change opened and closed, in its transaction; `at` as in `Change`. */
async function redraw(db: Queryable, collection: Collection, at: string) {
  await db.query(eraseClosedSql(collection), [at])
  const { rowCount } = await db.query(drawOpenedSql(collection), [at])
  if ((rowCount ?? 0) >= ANALYZE_FROM) await db.query(analyzeDrawnSql(collection))
}

/** Keeps the drawings of every collection whose rows are drawn as they are; the others' themes keep their own. */
export function drawings(registry: Registry): Derivation {
  const drawn = registry.all.filter((collection) => isDrawn(collection) && !collection.drawnByTheme)
  return {
    id: 'drawings',
    follows: drawn.map(({ id }) => id),
    async refresh(db, change) {
      const collection = drawn.find(({ id }) => id === change.collection)
      if (collection) await redraw(db, collection, change.at)
    }
  }
}
