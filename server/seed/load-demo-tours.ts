import type { Pool } from 'pg'
import { inTransaction } from '../db/transaction.ts'
import { findSiteByRef } from '../relics/image-queries.ts'
import { insertTour, putStops, setPublished } from '../relics/tour-desk-queries.ts'
import { isShipped } from './load-plans.ts'
import { MARK_SHIPPED } from './plan-sql.ts'

const NAME = 'demo-tours'
/** Raised when there are others; loaded once, so that what staff withdrew stays so. */
const EDITION = '1'

/** Gives the illustrative commune a tour of its relics, once. */
export async function loadDemoTours(db: Pool) {
  if (await isShipped(db, NAME, EDITION)) return
  const { DEMO_COMMUNE } = await import('../../data/demo/demo.ts')
  const { DEMO_TOUR } = await import('../../data/demo/relic-tour.ts')
  await inTransaction(db, async (client) => {
    const sites = []
    for (const ref of DEMO_TOUR.refs) sites.push(await findSiteByRef(client, DEMO_COMMUNE, ref))
    const there = sites.flatMap((site) => site ?? [])
    // An administrator may have taken the inventory back.
    if (there.length === sites.length) {
      const id = await insertTour(client, DEMO_COMMUNE, { ...DEMO_TOUR.words, stops: [], line: null })
      await putStops(client, id, there)
      await setPublished(client, id, true)
    }
    await client.query(MARK_SHIPPED, [NAME, EDITION])
  })
}
