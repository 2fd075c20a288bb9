import type { z } from 'zod'
import type { Ask } from '../figures/draft.ts'
import { distanceM, type LngLat } from '../figures/distance.ts'
import type { Ground, VillagePart } from '../figures/ground.ts'
import { groupBy } from '../figures/group-by.ts'
import { findImports, sourceItems } from '../figures/sources.ts'
import type { MissingItem } from '../figures/contract.ts'
import { clustersOf } from './clusters.ts'
import type { gaps, MobileTechnology } from './contract.ts'
import type { ClusterSize } from './dead-spots.ts'
import { partialPoints, tellsOfFew } from './few-points.ts'
import { hiddenHomes, householdsIn, shownClusters } from './hidden-homes.ts'
import { inForce } from './in-force.ts'
import { scaleOf, type Group, type Scale } from './people.ts'
import { findHomes, findNearest, type Home } from './queries.ts'

type Gap = z.infer<typeof gaps.reply>['gaps'][number]

const GRID_DEGREES = 0.0005
const RADIUS_STEP_M = 50

// Divided by a whole number, so that 105.9005 is not 105.90050000000001.
const toGrid = (degrees: number) => Math.round(degrees / GRID_DEGREES) / Math.round(1 / GRID_DEGREES)

/** The middle of a cluster, moved to a grid of 0.0005° (some 50 m): no premises can be read off it. */
function roughCentre(places: readonly LngLat[]): LngLat {
  const mean = (pick: (place: LngLat) => number) =>
    places.reduce((sum, place) => sum + pick(place), 0) / places.length
  return { lng: toGrid(mean(({ lng }) => lng)), lat: toGrid(mean(({ lat }) => lat)) }
}

const groupOf = (home: Home): Group => ({
  communeCode: '',
  villageCode: home.villageCode,
  importId: home.importId,
  mask: 0,
  depth: 0,
  count: 1,
  households: home.households,
  residents: home.residents ?? 0,
  blanks: home.residents === null ? 1 : 0,
  blankHouseholds: home.residents === null ? home.households : 0,
  floor: 0
})

/** The people of some homes by their village's scale; null where those of none can be told. */
function peopleOf(homes: readonly Home[], scale: Scale): number | null {
  const tellable = scale.uncounted === 0 || homes.some(({ residents }) => residents !== null)
  if (!tellable) return null
  const groups = homes.map(groupOf)
  return scale.people({
    residents: groups.reduce((sum, { residents }) => sum + residents, 0),
    blankHouseholds: groups.reduce((sum, { blankHouseholds }) => sum + blankHouseholds, 0),
    floor: 0
  })
}

type Draft = Omit<Gap, 'id' | 'culturalHouseM' | 'cellSiteM'>

function gapOf(
  homes: readonly Home[],
  scale: Scale,
  villageName: string | null,
  answer: Gap['answer']
): Draft {
  const centre = roughCentre(homes)
  const furthest = Math.max(...homes.map((home) => distanceM(home, centre)))
  return {
    villageCode: homes[0]?.villageCode ?? null,
    villageName,
    answer,
    premises: homes.length,
    households: householdsIn(homes),
    people: peopleOf(homes, scale),
    centre,
    radiusM: Math.ceil(furthest / RADIUS_STEP_M) * RADIUS_STEP_M
  }
}

/** The clusters of one village (or outside), and those of them that may be shown. */
function findClusters(
  own: readonly Home[],
  village: VillagePart | undefined,
  { k, d }: ClusterSize,
  answer: Gap['answer']
) {
  const scale = scaleOf(own.map(groupOf), village?.population ?? null)
  const bare = own.filter(({ covered }) => !covered)
  const clusters = clustersOf(bare, d, k).map((cluster) =>
    gapOf(cluster, scale, village?.name ?? null, answer)
  )
  return { clusters, shown: shownClusters(clusters, householdsIn(bare)) }
}

/** The clusters of a commune that may be shown, and how many may not. */
function findShown(homes: readonly Home[], ground: Ground, size: ClusterSize, answer: Gap['answer']) {
  const hidden = hiddenHomes(ground, homes)
  const parts = [...groupBy(homes, ({ villageCode }) => villageCode)].map(([code, own]) => {
    const village = ground.villages.find((one) => one.code === code)
    const { clusters, shown } = findClusters(own, village, size, answer)
    return { clusters, shown: hidden.withheld(code) ? [] : shown }
  })
  const shown = parts.flatMap((part) => part.shown)
  const all = parts.reduce((sum, { clusters }) => sum + clusters.length, 0)
  return { shown: shown.sort(byWeight), withheld: all - shown.length }
}

/** Most people first; then households, then from south to north, so that the order is the same every time. */
const byWeight = (one: Draft, other: Draft) =>
  (other.people ?? 0) - (one.people ?? 0) ||
  other.households - one.households ||
  one.centre.lat - other.centre.lat ||
  one.centre.lng - other.centre.lng

/** Of homes of which one has no residents known, nobody knows the people. */
const peopleIn = (homes: readonly Home[]) =>
  homes.reduce<number | null>(
    (sum, { residents }) => (sum === null || residents === null ? null : sum + residents),
    0
  )

/** Where homes are lacking: villages without any point, and those whose points are plainly not all of them. */
function findLack({ villages }: Ground, homes: readonly Home[]): MissingItem[] {
  const homesOf = groupBy(homes, ({ villageCode }) => villageCode)
  const codes = (chosen: (own: readonly Home[], village: VillagePart) => boolean) =>
    villages.filter((village) => chosen(homesOf.get(village.code) ?? [], village)).map(({ code }) => code)
  const bare = codes((own, { population }) => own.length === 0 && population !== 0)
  const partial = codes(
    (own, village) =>
      own.length > 0 && tellsOfFew({ households: householdsIn(own), people: peopleIn(own) }, village)
  )
  return [
    ...(bare.length > 0 ? [{ kind: 'collection' as const, collection: 'premises', villages: bare }] : []),
    ...(partial.length > 0 ? [partialPoints(partial)] : [])
  ]
}

/** Clusters of premises that no map of a technology covers, village by village; small ones are counted, not shown. */
export async function findGaps(ask: Ask, ground: Ground, technology: MobileTechnology, size: ClusterSize) {
  const force = inForce(ask, ground, technology)
  const given = force.maps.length > 0
  const homes = await findHomes(ask, force.sliceIds)
  const { shown, withheld } = given
    ? findShown(homes, ground, size, force.silenceIsNo ? 'no' : 'unknown')
    : { shown: [], withheld: 0 }
  const missing = given ? findLack(ground, homes) : [...force.missing]
  const isWhole = given && homes.length > 0 && missing.length === 0
  const nearest = await findNearest(
    ask.db,
    ask.moment,
    ground,
    shown.map(({ centre }) => centre)
  )
  const rows = [...homes, ...ground.villages, ground]
  const sources = [...force.sources, ...rows.map(({ importId }) => ({ importId, validFrom: null }))]
  const imports = await findImports(
    ask.db,
    sources.map(({ importId }) => importId)
  )
  return {
    parameters: { ...size, technology },
    gaps: shown.map((gap, index) => ({
      ...gap,
      id: `${ground.code}-${technology}-${index + 1}`,
      culturalHouseM: nearest[index]?.culturalHouseM ?? null,
      cellSiteM: nearest[index]?.cellSiteM ?? null
    })),
    withheld,
    missing,
    reason: isWhole || shown.length + withheld > 0 ? null : ('no_data' as const),
    sources: sourceItems(sources, imports)
  }
}
