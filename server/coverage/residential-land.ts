import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Queryable } from '../db/pool.ts'
import type { Ask } from '../figures/draft.ts'
import { memberValues } from '../figures/members.ts'
import { liveColumns, type InForce } from './in-force.ts'
import { RESIDENTIAL_IDS, RESIDENTIAL_LAND } from './residential-sql.ts'

/** Residential land of one part of a commune, m². */
export interface HomeLand {
  communeCode: string
  villageCode: string | null
  importIds: number[]
  m2: number
  coveredM2: number
  safeM2: number
  nearM2: number
}

const MOST_KEPT = 500
const kept = new WeakMap<Queryable, LRUCache<string, readonly HomeLand[]>>()

function memoOf(db: Queryable) {
  const memo = kept.get(db) ?? new LRUCache<string, readonly HomeLand[]>({ max: MOST_KEPT })
  kept.set(db, memo)
  return memo
}

/**
 * Residential land in the maps in force. Overlays take long, and follow from the ids of the areas, of the residential areas
 * and of the maps alone, whose rows never change: what was worked out for the same ids is given again, and is never stale.
 */
export async function findResidentialLand({ db, areas, moment }: Ask, forces: readonly InForce[]) {
  const members = memberValues(areas, moment)
  const [communeCodes, sliceIds] = liveColumns(forces)
  const { rows: ids } = await db.query<{ ids: number[] }>(RESIDENTIAL_IDS, members.slice(0, 3))
  const { areaIds, communeCodes: owners } = areas
  const key = createHash('sha256')
    .update(JSON.stringify([areaIds, owners, communeCodes, sliceIds, ids]))
    .digest('base64')
  const memo = memoOf(db)
  const known = memo.get(key)
  if (known) return known
  const { rows } = await db.query<HomeLand>(RESIDENTIAL_LAND, [...members, communeCodes, sliceIds])
  memo.set(key, rows)
  return rows
}
