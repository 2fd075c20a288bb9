import { NO_NUMBERS, type Calculator, type Draft } from '../figures/draft.ts'
import { communeDrafts } from '../figures/by-part.ts'
import type { VillagePart } from '../figures/ground.ts'
import { percent } from '../figures/percent.ts'
import { sumOfHouseholds } from '../figures/withholding.ts'
import type { MissingItem } from '../figures/contract.ts'
import type { MobileTechnology } from './contract.ts'
import { findHouseholds } from './households.ts'
import { inForce, type InForce } from './in-force.ts'
import { findResidentialLand, type HomeLand } from './residential-land.ts'

const NO_LAND = { m2: 0, coveredM2: 0, safeM2: 0, nearM2: 0, importIds: [] }
type Measured = Omit<HomeLand, 'communeCode' | 'villageCode'>

const add = (lands: readonly Measured[]): Measured =>
  lands.reduce(
    (sum, land) => ({
      m2: sum.m2 + land.m2,
      coveredM2: sum.coveredM2 + land.coveredM2,
      safeM2: sum.safeM2 + land.safeM2,
      nearM2: sum.nearM2 + land.nearM2,
      importIds: [...sum.importIds, ...land.importIds]
    }),
    NO_LAND
  )

function numbers(land: Measured, { silenceIsNo }: InForce) {
  // The same land cut along different lines differs in its last digits: no share is let past its bounds.
  const covered = Math.min(land.coveredM2, land.m2)
  const low = Math.min(land.safeM2, covered)
  const high = silenceIsNo ? Math.min(Math.max(land.nearM2, covered), land.m2) : land.m2
  return {
    numerator: covered,
    unknown: silenceIsNo ? 0 : land.m2 - covered,
    denominator: land.m2,
    low: percent(low, land.m2),
    value: percent(covered, land.m2),
    high: percent(high, land.m2)
  }
}

function draftOf(
  land: Measured,
  force: InForce,
  technology: MobileTechnology,
  importIds: readonly number[],
  households: number | null
): Draft {
  const given = force.maps.length > 0 && land.m2 > 0
  const lack: MissingItem[] = land.m2 > 0 ? [] : [{ kind: 'collection', collection: 'residential_areas' }]
  const figures = given ? numbers(land, force) : NO_NUMBERS
  const unheard = force.maps.length === 0 || (figures.unknown ?? 0) > 0 ? force.missing : []
  return {
    ...figures,
    basis: land.m2 > 0 ? 'area' : 'none',
    threshold: { technology, level: null },
    operatorsExpected: [...force.expected],
    operatorsHeard: [...force.heard],
    missing: [...unheard, ...lack],
    sources: [
      ...force.sources,
      ...[...importIds, ...land.importIds].map((importId) => ({ importId, validFrom: null }))
    ],
    reason: given ? null : 'no_data',
    households
  }
}

/**
 * Share of residential land inside any map of a technology. Of a village of few households it would tell whether their
 * homes have signal: it is withheld with the others.
 */
export function residentialCalculator(indicator: string, technology: MobileTechnology): Calculator {
  return {
    indicator,
    takes: ['operator'],
    async calculate(ask) {
      const forces = ask.grounds.map((ground) => inForce(ask, ground, technology))
      const [rows, householdsOf] = await Promise.all([findResidentialLand(ask, forces), findHouseholds(ask)])
      return new Map(
        forces.map((force) => {
          const { ground } = force
          const own = rows.filter(({ communeCode }) => communeCode === ground.code)
          const landOf = (code: string | null) =>
            own.find(({ villageCode }) => villageCode === code) ?? NO_LAND
          const draft = (land: Measured, importIds: readonly number[], households: number | null) =>
            draftOf(land, force, technology, importIds, households)
          const imports = [ground.importId, ...ground.villages.map(({ importId }) => importId)]
          const part = (village: VillagePart | null): Draft => {
            const land = landOf(village?.code ?? null)
            const given = draft(land, village ? [village.importId] : [], householdsOf(ground, village))
            // Where others have homes, a part without is no lack of data.
            return land.m2 > 0 || own.length === 0
              ? given
              : { ...given, missing: [], reason: 'not_applicable' }
          }
          return communeDrafts(
            ground,
            draft(
              add(own),
              imports,
              sumOfHouseholds([...ground.villages, null].map((village) => householdsOf(ground, village)))
            ),
            part,
            part(null)
          )
        })
      )
    }
  }
}
