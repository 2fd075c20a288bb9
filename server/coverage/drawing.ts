import { analyzeDrawnSql } from '../collections/tiles/drawing-sql.ts'
import type { Derivation } from '../collections/derivation.ts'
import { coverageClaims } from './mobile-collection.ts'
import { DRAW_CLAIMS, DRAW_DISSOLVED, ERASE, TOUCHED_BY_CLAIMS, TOUCHED_BY_COMMUNES } from './drawing-sql.ts'

/**
 * Draws coverage from the deliveries in force: dissolved at low zooms, without the communes that a later delivery took
 * over. It needs the slices that `coverageFacts` keeps, so it comes after it.
 */
export const coverageDrawings: Derivation = {
  id: 'coverage_drawings',
  follows: ['coverage_claims', 'communes'],
  changes: ['coverage_claims'],
  async refresh(db, { collection, importId, at }) {
    const { rows } =
      collection === 'communes'
        ? await db.query<{ id: number }>(TOUCHED_BY_COMMUNES, [at])
        : await db.query<{ id: number }>(TOUCHED_BY_CLAIMS, [importId])
    const deliveries = [rows.map(({ id }) => id)]
    await db.query(ERASE, deliveries)
    await db.query(DRAW_DISSOLVED, deliveries)
    await db.query(DRAW_CLAIMS, deliveries)
    await db.query(analyzeDrawnSql(coverageClaims))
  }
}
