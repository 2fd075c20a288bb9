import { NO_NUMBERS, type Draft } from '../figures/draft.ts'
import { percent } from '../figures/percent.ts'
import type { MissingItem } from '../figures/contract.ts'
import type { MobileTechnology } from './contract.ts'
import type { CoverCount } from './cover-count.ts'
import type { InForce } from './in-force.ts'
import type { Land } from './land.ts'

/** What a part's figure says beside its count. */
export interface PartContext {
  force: InForce
  technology: MobileTechnology
  land: Land | undefined
  households: number | null
  importIds: readonly number[]
  /** Why there is no figure where maps are there and no one is counted. */
  absent: 'no_data' | 'not_applicable'
  /** What the commune lacks because of single villages; empty for a village. */
  missing: readonly MissingItem[]
  /** Codes to name where something is missing, for the commune; undefined for a part. */
  unknownIn?: readonly string[]
  uncountedIn?: readonly string[]
  /** People of the commune's villages whom a register names and nobody knows where; undefined for a part. */
  unplaced?: number
}

const named = (villages: readonly string[] | undefined) =>
  villages?.length ? { villages: [...villages] } : {}

function missingOf(count: CoverCount, context: PartContext): MissingItem[] {
  const { force, missing, unknownIn, uncountedIn } = context
  const { unknownPlaces, edgePlaces, uncounted } = count
  return [
    ...(unknownPlaces > 0 || force.maps.length === 0 ? force.missing : []),
    ...(unknownPlaces > 0 ? [{ kind: 'facts' as const, count: unknownPlaces, ...named(unknownIn) }] : []),
    ...(uncounted > 0 ? [{ kind: 'residents' as const, count: uncounted, ...named(uncountedIn) }] : []),
    ...(edgePlaces > 0 ? [{ kind: 'edge' as const, count: edgePlaces }] : []),
    ...missing
  ]
}

/**
 * The shares. People who are known to live in the commune but not where (`unplaced`) may all be without coverage, or all
 * have it: they widen the bounds and are in nothing else. Nobody knows how many people an uncounted premises stands for: one that is not proven covered could make the
 * share as low as 0, one that may be covered as high as 100; the bounds stay true whatever it turns out to be.
 */
function numbers(count: CoverCount, { operators }: InForce, unplaced: number) {
  const share = (people: number) => percent(people, count.total)
  const bound = (people: number) => percent(people, count.total + unplaced)
  const each = Object.fromEntries(operators.map((name, bit) => [name, share(count.each[bit] ?? 0) ?? 0]))
  return {
    numerator: count.yes,
    unknown: count.unknown,
    denominator: count.total,
    low: count.uncountedUnproven > 0 ? 0 : bound(count.low),
    value: share(count.yes),
    high: count.uncountedPossible > 0 ? 100 : bound(count.high + unplaced),
    any: share(count.yes),
    maxOperator: Math.max(0, ...Object.values(each)),
    each,
    all: share(count.all),
    ...(count.shared > 0 ? { shared: count.shared } : {})
  }
}

/**
 * A count of people as a figure. Every number is null while nothing is known of the operators here, or when there is
 * nobody to count: `not_applicable` where nobody lives. Where maps are there but nobody knows how many people live here
 * (no premises and no footprints under a register, or premises without residents and no register), it is `no_data` with
 * what is missing: "withheld" and "not applicable" would both be untrue, and households are no people.
 */
export function populationDraft(count: CoverCount, context: PartContext): Draft {
  const { force, technology, land, households, importIds, absent, unplaced = 0 } = context
  const given = force.maps.length > 0 && count.total > 0
  const none = { ...NO_NUMBERS, any: null, maxOperator: null, each: null, all: null }
  return {
    ...(given ? numbers(count, force, unplaced) : none),
    land: land && force.maps.length > 0 ? percent(land.coveredM2, land.m2) : null,
    basis: count.basis,
    threshold: { technology, level: null },
    operatorsExpected: [...force.expected],
    operatorsHeard: [...force.heard],
    missing: missingOf(count, context),
    sources: [...force.sources, ...importIds.map((importId) => ({ importId, validFrom: null }))],
    reason: given ? null : force.maps.length > 0 ? absent : 'no_data',
    households
  }
}
