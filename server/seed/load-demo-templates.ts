import type { Pool } from 'pg'
import { inTransaction } from '../db/transaction.ts'
import { insertTemplate } from '../reports/settings-queries.ts'
import { isShipped } from './load-plans.ts'
import { MARK_SHIPPED } from './plan-sql.ts'

const NAME = 'demo-templates'
/** Raised when there are others; loaded once, so that those an administrator ended stay ended. */
const EDITION = '1'

/** Gives the illustrative commune its templates for answers, once. Throws when the database is away. */
export async function loadDemoTemplates(db: Pool) {
  if (await isShipped(db, NAME, EDITION)) return
  const { DEMO_COMMUNE } = await import('../../data/demo/demo.ts')
  const { DEMO_TEMPLATES } = await import('../../data/demo/answer-templates.ts')
  await inTransaction(db, async (client) => {
    for (const { title, text, category = null } of DEMO_TEMPLATES) {
      const made = await insertTemplate(client, { commune: DEMO_COMMUNE, title, text, category })
      if (!made) throw new Error(`The illustration's template «${title}» names no category`)
    }
    await client.query(MARK_SHIPPED, [NAME, EDITION])
  })
}
