import { isDeepStrictEqual } from 'node:util'
import type { Queryable } from '../../db/pool.ts'
import type { BagMedium } from './contract.ts'
import { findHeld, putMedium, type HeldMedium } from './media-queries.ts'
import { readRelics } from './queries.ts'

interface PlannedMedium {
  siteId: number | null
  medium: BagMedium
  held: HeldMedium | undefined
}

interface OfSite {
  relic: { media: readonly BagMedium[] }
  siteId: number | null
}

/** What a bag says of one relic's media that is not said here. */
async function ofSite(db: Queryable, { relic, siteId }: OfSite): Promise<PlannedMedium[]> {
  if (siteId === null) return relic.media.map((medium) => ({ siteId, medium, held: undefined }))
  const held = await findHeld(db, siteId)
  const said = (await readRelics(db, [siteId])).relics[0]?.media ?? []
  const used = new Set<HeldMedium>()
  return relic.media.flatMap((medium) => {
    if (said.some((one) => isDeepStrictEqual(one, medium))) return []
    const same = held.find(
      (one) => one.original === medium.original && one.kind === medium.kind && !used.has(one)
    )
    if (same) used.add(same)
    return [{ siteId, medium, held: same }]
  })
}

/** The media of a bag that are new here or of which it says something else. */
export async function planMedia(db: Queryable, sites: readonly OfSite[]): Promise<PlannedMedium[]> {
  const planned: PlannedMedium[] = []
  for (const site of sites) planned.push(...(await ofSite(db, site)))
  return planned
}

/** Says of all media what the bag says, known from a moment; how many were new or other. */
export async function applyMedia(
  db: Queryable,
  sites: readonly (OfSite & { siteId: number })[],
  at: string
): Promise<number> {
  const planned = await planMedia(db, sites)
  for (const { siteId, medium, held } of planned)
    if (siteId !== null) await putMedium(db, siteId, medium, held, at)
  return planned.length
}
