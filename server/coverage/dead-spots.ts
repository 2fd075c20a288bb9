import type { z } from 'zod'
import type { Ask } from '../figures/draft.ts'
import type { Ground, VillagePart } from '../figures/ground.ts'
import { groupBy } from '../figures/group-by.ts'
import { findImports, sourceItems } from '../figures/sources.ts'
import { clustersOf } from './clusters.ts'
import { MOBILE_TECHNOLOGIES, SIGNAL_STATES, type deadSpots } from './contract.ts'
import { hiddenHomes } from './hidden-homes.ts'
import { inForce, type InForce } from './in-force.ts'
import { findHomes, findVillagePoints, type Home, type VillagePoint } from './queries.ts'
import { signalState } from './village-signal.ts'

type Answer = z.infer<typeof deadSpots.reply>
type VillageAnswer = Answer['villages'][number]

/** At least `k` premises within `d` metres of one another make a cluster. */
export interface ClusterSize {
  k: number
  d: number
}

/** The national rule's own size. */
export const STANDARD_SIZE: ClusterSize = { k: 5, d: 100 }

/** Both technologies as one: any map is signal; silence is a no when all that is expected of either has been heard. */
function anySignal(forces: readonly InForce[]) {
  const expecting = forces.filter(({ expected }) => expected.length > 0)
  return {
    given: forces.some(({ maps }) => maps.length > 0),
    silenceIsNo: expecting.length > 0 && expecting.every(({ silenceIsNo }) => silenceIsNo),
    sliceIds: forces.flatMap(({ sliceIds }) => sliceIds),
    missing: (expecting.length > 0 ? expecting : forces.slice(0, 1)).flatMap(({ missing }) => missing),
    sources: forces.flatMap(({ sources }) => sources)
  }
}
type Signal = ReturnType<typeof anySignal>

function villageAnswer(
  village: VillagePart,
  spot: VillagePoint,
  homes: readonly Home[],
  signal: Signal,
  { k, d }: ClusterSize,
  hidden: boolean
): VillageAnswer {
  const { code, name, kind, provisional } = village
  const { lng, lat, from } = spot
  const place = { code, name, kind, provisional, point: { lng, lat, from } }
  if (!signal.given) return { ...place, state: 'unknown', missing: signal.missing, reason: 'no_data' }
  if (hidden) return { ...place, state: 'unknown', missing: [], reason: 'withheld' }
  const bare = homes.filter(({ covered }) => !covered)
  const clusters = clustersOf(bare, d, k).length
  const { silenceIsNo } = signal
  const hasHomes = homes.length > 0
  const state = signalState({ pointCovered: spot.covered, hasHomes, clusters, silenceIsNo })
  const unheard = state === 'unknown' || (!silenceIsNo && bare.length > 0) ? signal.missing : []
  const noHomes = hasHomes ? [] : [{ kind: 'collection' as const, collection: 'premises' }]
  return { ...place, state, missing: [...unheard, ...noHomes], reason: null }
}

/** How every village of one commune stands by the national rule. */
export async function findDeadSpots(ask: Ask, ground: Ground, size: ClusterSize) {
  const signal = anySignal(MOBILE_TECHNOLOGIES.map((technology) => inForce(ask, ground, technology)))
  const [homes, spots] = await Promise.all([
    findHomes(ask, signal.sliceIds),
    findVillagePoints(ask, signal.sliceIds)
  ])
  const homesOf = groupBy(homes, ({ villageCode }) => villageCode)
  const { small, withheld } = hiddenHomes(ground, homes)
  // A state does not give another village's away. Asked for again and again with other sizes, states would count homes.
  const isHidden = size.k === STANDARD_SIZE.k && size.d === STANDARD_SIZE.d ? small : withheld
  const villages = ground.villages.flatMap((village) => {
    const spot = spots.find(({ villageCode }) => villageCode === village.code)
    if (!spot) return []
    const own = homesOf.get(village.code) ?? []
    return [villageAnswer(village, spot, own, signal, size, isHidden(village.code))]
  })
  const rows = [...homes, ...spots, ...ground.villages, ground]
  const sources = [...signal.sources, ...rows.map(({ importId }) => ({ importId, validFrom: null }))]
  const imports = await findImports(
    ask.db,
    sources.map(({ importId }) => importId)
  )
  const counts = Object.fromEntries(
    SIGNAL_STATES.map((state) => [state, villages.filter((village) => village.state === state).length])
  )
  return {
    parameters: { ...size, technologies: [...MOBILE_TECHNOLOGIES] },
    villages,
    // Every state has its count: the keys come from the contract's own list.
    counts: counts as Answer['counts'],
    sources: sourceItems(sources, imports)
  }
}
