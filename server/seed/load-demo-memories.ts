import type { Pool } from 'pg'
import { inTransaction } from '../db/transaction.ts'
import { putMemory } from '../relics/bag/memory-queries.ts'
import { findSiteByRef } from '../relics/image-queries.ts'
import { isShipped } from './load-plans.ts'
import { MARK_SHIPPED } from './plan-sql.ts'

const NAME = 'demo-memories'
/** Raised when there are others; loaded once, so that what staff withdrew stays so. */
const EDITION = '1'

/** Gives an illustrative relic what somebody might remember of it, once. */
export async function loadDemoMemories(db: Pool) {
  if (await isShipped(db, NAME, EDITION)) return
  const { DEMO_COMMUNE } = await import('../../data/demo/demo.ts')
  const { DEMO_MEMORY } = await import('../../data/demo/relic-memories.ts')
  await inTransaction(db, async (client) => {
    const siteId = await findSiteByRef(client, DEMO_COMMUNE, DEMO_MEMORY.ref)
    // An administrator may have taken the inventory back.
    if (siteId !== undefined) await putMemory(client, siteId, DEMO_MEMORY.memory)
    await client.query(MARK_SHIPPED, [NAME, EDITION])
  })
}
