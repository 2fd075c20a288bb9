import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { DEMO_COMMUNE, makeDemo } from '../../data/demo/demo.ts'
import { DEMO_PLAN } from '../../data/demo/plan.ts'
import { importFeatures } from '../../server/collections/import/import-features.ts'
import { inTransaction } from '../../server/collections/import/transaction.ts'
import { loadPlans, putPlans } from '../../server/seed/load-plans.ts'
import { derivations, registry } from '../../server/themes.ts'

/** The plans that are shipped, and that of the illustrative commune: figures have their targets. */
export async function importPlans(db: Pool) {
  await loadPlans({ db, registry, derivations }, () => undefined)
  await inTransaction(db, (client) => putPlans(client, [{ ...DEMO_PLAN, code: DEMO_COMMUNE }]))
}

/** Imports the named collections of the illustrative commune; of the deliveries only those from `claimsFrom`. */
export async function importIllustration(db: Pool, collections: readonly string[], claimsFrom: string) {
  const files = makeDemo().filter(({ collection }) => collections.includes(collection))
  const wanted = files.filter(
    ({ collection, fileName }) => collection !== 'coverage_claims' || fileName.includes(claimsFrom)
  )
  for (const { collection, title, fileName, features, speaksFor } of wanted) {
    const rows = features.map(({ properties, geometry }, index) => ({
      number: index + 1,
      properties,
      geometry
    }))
    const place = collection === 'communes' ? { fixed: { illustration: true } } : { commune: DEMO_COMMUNE }
    const sha256 = createHash('sha256').update(fileName).digest('hex')
    const delivery = speaksFor ? { speaksFor } : {}
    const request = {
      collection,
      title,
      fileName,
      sha256,
      anywhere: true,
      importedBy: 'test',
      ...place,
      ...delivery
    }
    const { refused } = await importFeatures({ db, registry, derivations }, request, rows)
    if (refused[0]) throw new Error(`${fileName}, row ${refused[0].row}: ${refused[0].reason.en}`)
  }
}
