import type { Geometry } from 'geojson'
import { importFields } from '../../collections/collection.ts'
import { importFeatures } from '../../collections/import/import-features.ts'
import type { ImportDeps, ImportReport } from '../../collections/import/request.ts'
import { undoImport } from '../../collections/import/undo.ts'
import type { GroundPlan, GroundSet } from './ground-plan.ts'
import { rowsRefused } from './problems.ts'

/** Where a ground comes from, and who takes it in. */
interface Source {
  /** The bag's own name. */
  name: string
  takenBy: string
}

/** One set as a file of its own. What it is was settled where the bag was made: it may lie anywhere. */
function takeSet(
  deps: ImportDeps,
  { collection, commune, marks, rows, sha256 }: GroundSet,
  { name, takenBy }: Source
): Promise<ImportReport> {
  const columns = importFields(collection).map((field) => field.name)
  const request = {
    ...{
      collection: collection.id,
      title: `${collection.title.vi} từ túi «${name}»`,
      fileName: name,
      sha256
    },
    ...{ columns, map: Object.fromEntries(columns.map((column) => [column, column])) },
    ...(collection.communes ? { withoutGeometry: true } : { commune }),
    ...(Object.keys(marks).length > 0 ? { fixed: marks } : {}),
    anywhere: true,
    importedBy: takenBy
  }
  const numbered = rows.map(({ properties, geometry }, index) => ({
    number: index + 1,
    properties,
    // By the contract an object with type and coordinates; the importer's reader looks into it.
    geometry: geometry as Geometry | null
  }))
  return importFeatures(deps, request, numbered)
}

/** Takes the latest back first. */
async function takeBack(deps: ImportDeps, imports: readonly number[], { takenBy }: Source) {
  for (const id of imports.toReversed()) await undoImport(deps, id, takenBy)
}

/**
 * Takes ground in, then does `work`; where either fails, all of it is taken back, so that nothing has changed. A take-in that
 * was killed goes on where it stopped, as `planGround` tells.
 */
export async function onGround<T>(
  deps: ImportDeps,
  { sets, begun }: GroundPlan,
  source: Source,
  work: () => Promise<T>
): Promise<T> {
  const imports = [...begun]
  try {
    for (const set of sets) {
      const { outcome, importId, refused } = await takeSet(deps, set, source)
      if (outcome === 'refused') throw rowsRefused(refused)
      if (outcome === 'published' && importId !== null) imports.push(importId)
    }
    return await work()
  } catch (error) {
    // Where the database is away, the error that is thrown says so; the next take-in goes on.
    await takeBack(deps, imports, source).catch(() => undefined)
    throw error
  }
}
