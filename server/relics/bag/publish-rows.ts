import type { Geometry } from 'geojson'
import type { CheckedBag } from '../../bagit/check-bag.ts'
import { importFields } from '../../collections/collection.ts'
import { importFeatures } from '../../collections/import/import-features.ts'
import { nextMoment } from '../../collections/import/publish.ts'
import type { FeatureRow, ImportDeps, ImportRequest } from '../../collections/import/request.ts'
import type { Queryable } from '../../db/pool.ts'
import { relics as collection } from '../collection.ts'
import type { BagPlace, BagRelic } from './contract.ts'
import { rowsRefused } from './problems.ts'
import { placeSites } from './site-plan.ts'
import { noteRow } from './site-queries.ts'

const columns = importFields(collection).map(({ name }) => name)

const rowOf = ({ geometry, properties }: BagPlace, index: number): FeatureRow => ({
  number: index + 1,
  properties,
  // By the contract an object with type and coordinates; the importer's reader looks into it.
  geometry: geometry as Geometry
})

/** Says which relic each row speaks of, before the rows are there. */
async function noteRows(
  db: Queryable,
  importId: number,
  relics: readonly BagRelic[],
  places: readonly BagPlace[]
) {
  const plan = await placeSites(db, relics)
  const siteOf = new Map(plan.map(({ relic, siteId }) => [relic.slug, siteId]))
  for (const [index, { properties }] of places.entries()) {
    const siteId = siteOf.get(properties.relic)
    if (siteId !== undefined) await noteRow(db, importId, index + 1, siteId)
  }
}

async function momentOf(db: Queryable, importId: number) {
  const { rows } = await db.query<{ at: string }>(
    `select to_char(published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from import where id = $1`,
    [importId]
  )
  return rows[0]?.at ?? nextMoment(db)
}

/** Where the relics of a bag all lie in one commune, that one. */
function communeOf(relics: readonly BagRelic[]) {
  const communes = [...new Set(relics.map(({ communeCode }) => communeCode))]
  return communes.length === 1 ? (communes[0] ?? undefined) : undefined
}

/** Rows that are published, and what follows them in the same transaction, known from a moment. */
export interface Publication {
  bag: CheckedBag
  relics: readonly BagRelic[]
  places: readonly BagPlace[]
  follow: (db: Queryable, at: string, importId: number) => Promise<void>
}

/** Publishes rows as a file's are. Throws `BagRefused`. */
export async function publishRows(
  deps: Omit<ImportDeps, 'note'>,
  { bag, relics, places, follow }: Publication,
  request: Pick<ImportRequest, 'title' | 'fileName' | 'dryRun' | 'importedBy'>
) {
  const commune = communeOf(relics)
  const note = async (client: Queryable, { importId }: { importId: number }) =>
    follow(client, await momentOf(client, importId), importId)
  const report = await importFeatures(
    { ...deps, note },
    {
      ...request,
      ...{ collection: collection.id, sha256: bag.sha256, columns },
      ...(commune === undefined ? {} : { commune }),
      map: Object.fromEntries(columns.map((column) => [column, column])),
      recorded: (client, importId) => noteRows(client, importId, relics, places)
    },
    places.map(rowOf)
  )
  if (report.outcome === 'refused') throw rowsRefused(report.refused)
}
