import { isDeepStrictEqual } from 'node:util'
import type { Queryable } from '../../db/pool.ts'
import { RELICS_FILE, type BagMemory } from './contract.ts'
import { findDeleted, findMemoriesHere, putMemory } from './memory-queries.ts'
import { badContent } from './problems.ts'

interface OfSite {
  relic: { memories: readonly BagMemory[] }
  siteId: number | null
}

/** What is to be done about the memories of a bag. */
export interface MemoryPlan {
  /** New here, or said anew since. */
  put: { siteId: number | null; memory: BagMemory }[]
  /** How many were changed here later than in the bag: they stay as they are. */
  kept: number
  /** How many were deleted here for good: they do not come back. */
  deleted: number
}

const said = ({ id, text, contributor, licence, consentedOn, state, addedAt }: BagMemory) => [
  id,
  text,
  contributor,
  licence,
  consentedOn,
  state,
  addedAt
]

/** Throws `BagRefused` where a memory is here another relic's. */
export async function planMemories(db: Queryable, sites: readonly OfSite[]): Promise<MemoryPlan> {
  const all = sites.flatMap(({ relic, siteId }) => relic.memories.map((memory) => ({ siteId, memory })))
  const ids = all.map(({ memory }) => memory.id)
  const [here, deleted] = [await findMemoriesHere(db, ids), new Set(await findDeleted(db, ids))]
  const plan: MemoryPlan = { put: [], kept: 0, deleted: deleted.size }
  for (const { siteId, memory } of all.filter(({ memory }) => !deleted.has(memory.id))) {
    const own = here.find(({ id }) => id === memory.id)
    if (own && own.siteId !== siteId) throw badContent(RELICS_FILE, memory.id)
    if (own && isDeepStrictEqual(said(own), said(memory))) continue
    if (own && Date.parse(own.changedAt) > Date.parse(memory.changedAt)) plan.kept += 1
    else plan.put.push({ siteId, memory })
  }
  return plan
}

/** Puts the memories of a bag here, whose relics are here by then. */
export async function applyMemories(
  db: Queryable,
  sites: readonly (OfSite & { siteId: number })[]
): Promise<MemoryPlan> {
  const plan = await planMemories(db, sites)
  for (const { siteId, memory } of plan.put) if (siteId !== null) await putMemory(db, siteId, memory)
  return plan
}
