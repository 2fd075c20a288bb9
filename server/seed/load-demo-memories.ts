import type { Pool } from 'pg'
import { inTransaction } from '../db/transaction.ts'
import { findSiteByRef } from '../relics/image-queries.ts'
import { insertMemory, setState } from '../relics/memory-queries.ts'
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
    if (siteId !== undefined)
      await setState(client, await insertMemory(client, siteId, DEMO_MEMORY.words), 'shown')
    await client.query(MARK_SHIPPED, [NAME, EDITION])
  })
}
