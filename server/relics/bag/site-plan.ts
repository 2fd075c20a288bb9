import type { Queryable } from '../../db/pool.ts'
import type { BagPlace, BagRelic } from './contract.ts'
import { addressTaken, elsewhere, otherHere, unknownCommunes } from './problems.ts'
import { findCommunes, findElsewhere, findOwners, findSame, insertSite, putSlugs } from './site-queries.ts'

/** A relic of a bag and the one here that it is. */
export interface SitePlan {
  relic: BagRelic
  /** Null: it is not here yet. */
  siteId: number | null
  /** The address under which it is here now. */
  slugHere: string | null
  /** It has an address in the bag that it does not have here, or another one is its own. */
  isNew: boolean
}

/** A relic of a bag with its number here. */
export interface PlacedSite {
  relic: BagRelic
  siteId: number
}

/** Throws `BagRefused` where one of these communes is not known here. */
export async function requireCommunes(db: Queryable, codes: readonly string[]) {
  const asked = [...new Set(codes)].sort()
  const known = await findCommunes(db, asked)
  const unknown = asked.filter((code) => !known.includes(code))
  if (unknown.length > 0) throw unknownCommunes(unknown)
}

const slugsOf = ({ slug, earlier }: BagRelic) => [...earlier.map((one) => one.slug), slug]

async function currentSlug(db: Queryable, siteId: number) {
  const { rows } = await db.query<{ slug: string }>(
    'select slug from relic_slug where site_id = $1 order by position desc limit 1',
    [siteId]
  )
  return rows[0]?.slug ?? null
}

async function planSite(db: Queryable, relic: BagRelic): Promise<SitePlan> {
  const siteId = (await findSame(db, relic)) ?? null
  const owners = await findOwners(db, slugsOf(relic))
  const other = owners.find((owner) => owner.siteId !== siteId)
  if (other) throw addressTaken(other.slug, relic.name, other.name)
  const slugHere = siteId === null ? null : await currentSlug(db, siteId)
  const isNew = slugHere !== relic.slug || owners.length < slugsOf(relic).length
  return { relic, siteId, slugHere, isNew }
}

/** Which relics here those of a bag are. Throws `BagRefused` where an address is another one's. */
export async function planSites(db: Queryable, relics: readonly BagRelic[]): Promise<SitePlan[]> {
  const plan: SitePlan[] = []
  for (const relic of relics) plan.push(await planSite(db, relic))
  return plan
}

/**
 * Rows without a ref cannot take the place of others: where the relic is here with other facts, the bag is refused. `held`:
 * addresses here of relics that have a row.
 */
export function requireReplaceable(
  plan: readonly SitePlan[],
  places: readonly BagPlace[],
  held: ReadonlySet<string>
) {
  for (const { relic, slugHere } of plan) {
    const isHeld = slugHere !== null && held.has(slugHere)
    const isNew = places.some(({ properties }) => properties.relic === relic.slug)
    if (isHeld && isNew && relic.ref === null) throw otherHere(relic.name)
  }
}

/** Gives every relic of a bag its number and its addresses here, in the caller's transaction. */
export async function placeSites(db: Queryable, relics: readonly BagRelic[]): Promise<PlacedSite[]> {
  const placed: PlacedSite[] = []
  for (const { relic, siteId: known } of await planSites(db, relics)) {
    const siteId = known ?? (await insertSite(db, relic))
    await putSlugs(db, siteId, relic)
    placed.push({ relic, siteId })
  }
  return placed
}

/** Throws `BagRefused` where a row of a bag's import lies in another commune than the bag says. */
export async function requireSameCommune(db: Queryable, plan: readonly PlacedSite[], importId: number) {
  const stray = await findElsewhere(db, importId)
  const relic = plan.find(({ siteId }) => siteId === stray?.siteId)?.relic
  if (stray && relic) throw elsewhere(relic.name, relic.communeCode, stray.found)
}
