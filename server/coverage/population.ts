import type { Ask, Calculator, CommuneDraft } from '../figures/draft.ts'
import type { MissingItem } from '../figures/contract.ts'
import type { VillagePart } from '../figures/ground.ts'
import { groupBy } from '../figures/group-by.ts'
import { memberValues } from '../figures/members.ts'
import { fewestHouseholds, sumOfHouseholds } from '../figures/withholding.ts'
import type { MobileTechnology } from './contract.ts'
import { addCounts, countCover, type CoverCount } from './cover-count.ts'
import { inForce, landAsks, liveColumns, requireCountable, type InForce } from './in-force.ts'
import { partialPoints, tellsOfFew } from './few-points.ts'
import { findLand, type Land } from './land.ts'
import type { Group } from './people.ts'
import { populationDraft } from './population-draft.ts'
import { BUILDINGS_BY_COVER, PREMISES_BY_COVER } from './population-sql.ts'
import { unplacedPeople } from './unplaced.ts'

/** One part of a commune: a village, or what lies outside villages (null). */
interface PartCount {
  village: VillagePart | null
  groups: readonly Group[]
  count: CoverCount
  households: number | null
}

async function findGroups({ db, moment, grounds, areas }: Ask, forces: readonly InForce[]) {
  const values = [...memberValues(areas, moment), ...liveColumns(forces)]
  const { rows: premises } = await db.query<Group>(PREMISES_BY_COVER, values)
  const pointed = new Set(premises.map(({ villageCode }) => villageCode))
  const bare = grounds.flatMap(({ villages }) =>
    villages
      .filter(({ code, population }) => population !== null && !pointed.has(code))
      .map(({ code }) => code)
  )
  if (bare.length === 0) return premises
  const { rows: buildings } = await db.query<Group>(BUILDINGS_BY_COVER, [...values, bare])
  return [...premises, ...buildings]
}

function countPart(village: VillagePart | null, groups: readonly Group[], force: InForce): PartCount {
  const count = countCover(groups, village?.population ?? null, force)
  return { village, groups, count, households: householdsOf(village, groups, count) }
}

function householdsOf(village: VillagePart | null, groups: readonly Group[], { basis, total }: CoverCount) {
  const registered = village?.households ?? null
  if (basis === 'none') return null
  if (basis === 'buildings') return registered || (village?.population ?? null)
  const counted = groups.reduce((sum, group) => sum + group.households, 0)
  // People at points of no household live in one all the same.
  return fewestHouseholds(counted > 0 ? counted : Math.min(1, total), registered)
}

const importsOf = ({ village, groups }: PartCount) => [
  ...(village ? [village.importId] : []),
  ...new Set(groups.map(({ importId }) => importId))
]

/** Whether a village's points are plainly not all of it. */
function isPartial({ village, groups, count }: PartCount): boolean {
  if (!village || count.basis !== 'premises') return false
  const households = groups.reduce((sum, group) => sum + group.households, 0)
  return tellsOfFew({ households, people: count.uncounted > 0 ? null : count.total }, village)
}

const codesOf = (parts: readonly PartCount[], chosen: (part: PartCount) => boolean) =>
  parts.flatMap((part) => (part.village && chosen(part) ? [part.village.code] : []))

/** Whether it is known that nobody lives in a part. Outside villages: where the commune's premises are known, none lies there. */
function isEmpty({ village, count }: PartCount, hasPremises: boolean): boolean {
  if (count.basis !== 'none') return count.total === 0 && count.uncounted === 0
  return village ? village.population === 0 : hasPremises
}

const absentOf = (isNobody: boolean) => (isNobody ? ('not_applicable' as const) : ('no_data' as const))

function missingAt(part: PartCount, bare: readonly string[]): MissingItem[] {
  if (part.village && bare.includes(part.village.code))
    return [{ kind: 'collection', collection: 'premises' }]
  return isPartial(part) ? [partialPoints()] : []
}

function communeDraft(
  force: InForce,
  technology: MobileTechnology,
  groups: readonly Group[],
  landOf: ReadonlyMap<number, Land>
): CommuneDraft {
  const { ground } = force
  const byVillage = groupBy(groups, ({ villageCode }) => villageCode)
  const parts = [...ground.villages, null].map((village) =>
    countPart(village, byVillage.get(village?.code ?? null) ?? [], force)
  )
  const bare = codesOf(parts, ({ village, count }) => count.basis === 'none' && village?.population !== 0)
  const hasPremises = parts.some(({ count }) => count.basis === 'premises')
  const draft = (part: PartCount) =>
    populationDraft(part.count, {
      force,
      technology,
      absent: absentOf(isEmpty(part, hasPremises)),
      land: part.village ? landOf.get(part.village.areaId) : undefined,
      households: part.households,
      importIds: importsOf(part),
      missing: missingAt(part, bare)
    })
  const partial = codesOf(parts, isPartial)
  const noPoints = bare.length > 0 ? { villages: bare } : {}
  const empty = parts.every(({ count }) => count.basis === 'none')
  const commune = populationDraft(
    addCounts(
      parts.map(({ count }) => count),
      force
    ),
    {
      force,
      technology,
      absent: absentOf(parts.every((part) => isEmpty(part, hasPremises))),
      land: ground.areaId === null ? undefined : landOf.get(ground.areaId),
      households: sumOfHouseholds(parts.map(({ households }) => households)),
      importIds: [ground.importId, ...parts.flatMap(importsOf)],
      missing: [
        ...(ground.areaId === null ? [{ kind: 'collection' as const, collection: 'communes' }] : []),
        ...(ground.villages.length === 0 ? [{ kind: 'collection' as const, collection: 'villages' }] : []),
        ...(bare.length > 0 || empty
          ? [{ kind: 'collection' as const, collection: 'premises', ...noPoints }]
          : []),
        ...(partial.length > 0 ? [partialPoints(partial)] : [])
      ],
      unknownIn: codesOf(parts, ({ count }) => count.unknownPlaces > 0),
      uncountedIn: codesOf(parts, ({ count }) => count.uncounted > 0),
      unplaced: unplacedPeople(
        parts.flatMap(({ village, count }) => (village && count.basis === 'none' ? [village] : []))
      )
    }
  )
  const villages = parts.flatMap((part) => (part.village ? [[part.village.code, draft(part)] as const] : []))
  return { commune, villages: new Map(villages), outside: draft(parts.at(-1)!) }
}

/** Population inside any operator's map of a technology, with bounds, per village; see domain.md. */
export function populationCalculator(indicator: string, technology: MobileTechnology): Calculator {
  return {
    indicator,
    takes: ['operator'],
    async calculate(ask) {
      const forces = ask.grounds.map((ground) => inForce(ask, ground, technology))
      for (const force of forces) requireCountable(force, technology)
      const [groups, landOf] = await Promise.all([
        findGroups(ask, forces),
        findLand(ask.db, landAsks(forces))
      ])
      const byCommune = groupBy(groups, ({ communeCode }) => communeCode)
      return new Map(
        forces.map((force) => {
          const { code } = force.ground
          return [code, communeDraft(force, technology, byCommune.get(code) ?? [], landOf)]
        })
      )
    }
  }
}
