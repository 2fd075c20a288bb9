import { createHash } from 'node:crypto'
import type { DemoFile } from '../../data/demo/demo.ts'
import { importFeatures } from '../collections/import/import-features.ts'
import type { ImportDeps } from '../collections/import/request.ts'
import { inTransaction } from '../collections/import/transaction.ts'
import { isShipped, putPlans } from './load-plans.ts'
import { MARK_SHIPPED } from './plan-sql.ts'

const NAME = 'demo'
/** Raised when the illustration is made anew; it is loaded once, for what an administrator took back stays away. */
const EDITION = '2'

/** Takes one file of the illustration in, as an office would hand it in. Throws when a row is refused. */
export async function takeDemoFile(
  deps: ImportDeps,
  commune: string,
  { features, fileName, title, collection, speaksFor }: DemoFile
) {
  const rows = features.map(({ properties, geometry }, index) => ({
    number: index + 1,
    properties,
    geometry
  }))
  const request = {
    collection,
    title,
    fileName,
    sha256: createHash('sha256').update(JSON.stringify(rows)).digest('hex'),
    ...(collection === 'communes' ? { fixed: { illustration: true } } : { commune }),
    ...(speaksFor ? { speaksFor } : {}),
    anywhere: true,
    importedBy: 'Địa bàn'
  }
  const { refused } = await importFeatures(deps, request, rows)
  if (refused[0]) throw new Error(`${fileName}, dòng ${refused[0].row}: ${refused[0].reason.vi}`)
}

/**
 * Loads the illustrative commune with its plan, once. A start that was killed goes on where it stopped: files that are
 * in are recognised by their hash. Throws when the database is away.
 */
export async function loadDemo(deps: ImportDeps, say: (line: string) => void) {
  if (await isShipped(deps.db, NAME, EDITION)) return
  // Read only when it is needed: it brings Turf with it.
  const { DEMO_COMMUNE, makeDemo } = await import('../../data/demo/demo.ts')
  const { DEMO_PLAN } = await import('../../data/demo/plan.ts')
  const files = makeDemo()
  for (const [index, file] of files.entries()) {
    say(`      Nạp xã minh họa ${index + 1}/${files.length}: ${file.title} …`)
    await takeDemoFile(deps, DEMO_COMMUNE, file)
  }
  await inTransaction(deps.db, async (db) => {
    await putPlans(db, [{ ...DEMO_PLAN, code: DEMO_COMMUNE }])
    await db.query(MARK_SHIPPED, [NAME, EDITION])
  })
}
