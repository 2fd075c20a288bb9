import type { Technology, World, WorldArea } from './world.ts'
import { areaWhere, covers, type Corner, type Shape } from './reference-geometry.ts'
import {
  depthInMap,
  isVisible,
  isKnown,
  mapsOf,
  type ReferenceMap,
  type ReferenceMoment
} from './reference-maps.ts'

/** People of one part, counted one premises after the other. */
export interface ReferenceCount {
  yes: number
  unknown: number
  total: number
  low: number
  high: number
  all: number
  each: Record<string, number>
  /** Premises of which nobody knows how many live there; of these, some not proven covered, some that may be covered. */
  uncounted: number
  openBelow: boolean
  openAbove: boolean
  /** People of a register of whom no point and no building tells where they live; they are in the bounds alone. */
  unplaced: number
  /** Nobody lives here, and that is known. */
  empty: boolean
  basis: 'premises' | 'buildings' | 'none'
}
export interface ReferenceCommune {
  operators: string[]
  expected: string[]
  heard: string[]
  villages: Map<string, ReferenceCount>
  outside: ReferenceCount
  commune: ReferenceCount
}

/** Provisional boundaries after real ones, then by code. */
const byRank = (one: WorldArea, other: WorldArea) =>
  Number(one.provisional) - Number(other.provisional) || (one.code < other.code ? -1 : 1)

export interface Scene {
  world: World
  moment: ReferenceMoment
  villages: WorldArea[]
  communes: WorldArea[]
}

export function sceneOf(world: World, moment: ReferenceMoment): Scene {
  const communes = world.communes.filter((commune) => isVisible(commune, moment)).sort(byRank)
  const codes = communes.map(({ code }) => code)
  const villages = world.villages
    .filter((village) => codes.includes(village.commune) && isVisible(village, moment))
    .sort(byRank)
  return { world, moment, villages, communes }
}

/** The village or else commune that a place belongs to. */
export const homeOf = ({ villages, communes }: Scene, place: Corner) =>
  villages.find(({ shape }) => covers(shape, place)) ?? communes.find(({ shape }) => covers(shape, place))

interface Weighed {
  place: Corner
  /** null: nobody knows. */
  weight: number | null
}

function weighPremises(scene: Scene, part: WorldArea): Weighed[] | undefined {
  const own = scene.world.premises.filter(
    (one) => isVisible(one, scene.moment) && homeOf(scene, one.place) === part
  )
  if (own.length === 0) return undefined
  const known = own.reduce((sum, { residents }) => sum + (residents ?? 0), 0)
  const blank = own.reduce((sum, { residents, households }) => sum + (residents === null ? households : 0), 0)
  const rest = part.population === null || part.population < known ? null : part.population - known
  return own.map(({ place, residents, households }) => {
    if (residents !== null) return { place, weight: residents }
    return { place, weight: rest === null || blank === 0 ? null : (rest * households) / blank }
  })
}

function weighBuildings(scene: Scene, part: WorldArea): Weighed[] {
  const { population } = part
  if (population === null) return []
  const own = scene.world.buildings.flatMap((building) => {
    const { west, south, width, levels } = building
    const place: Corner = [west + width / 2, south + width / 2]
    if (!isKnown(building, scene.moment) || homeOf(scene, place) !== part) return []
    const footprint: Shape = [
      [
        [
          [west, south],
          [west + width, south],
          [west + width, south + width],
          [west, south + width]
        ]
      ]
    ]
    return [{ place, floor: areaWhere([footprint], ([inside]) => inside === true) * Math.max(1, levels) }]
  })
  const whole = own.reduce((sum, { floor }) => sum + floor, 0)
  return own.map(({ place, floor }) => ({ place, weight: (population * floor) / whole }))
}

function countPart(
  scene: Scene,
  part: WorldArea,
  maps: readonly ReferenceMap[],
  silenceIsNo: boolean
): ReferenceCount {
  const premises = weighPremises(scene, part)
  const weighed = premises ?? weighBuildings(scene, part)
  const basis = premises ? 'premises' : weighed.length > 0 ? 'buildings' : 'none'
  const each = Object.fromEntries(maps.map(({ operator }) => [operator, 0]))
  const none = { yes: 0, unknown: 0, total: 0, low: 0, high: 0, all: 0, uncounted: 0, unplaced: 0 }
  const count: ReferenceCount = { ...none, each, openBelow: false, openAbove: false, empty: false, basis }
  for (const { place, weight } of weighed) {
    const depths = maps.map((map) => depthInMap(map, place, scene.moment.day))
    const yes = depths.some((depth) => depth >= 2)
    if (weight === null) {
      count.uncounted++
      if (!depths.includes(3)) count.openBelow = true
      if (yes || !silenceIsNo || depths.includes(1)) count.openAbove = true
      continue
    }
    count.total += weight
    if (yes) count.yes += weight
    else if (!silenceIsNo) count.unknown += weight
    if (depths.includes(3)) count.low += weight
    if (yes || !silenceIsNo || depths.includes(1)) count.high += weight
    if (depths.length > 0 && depths.every((depth) => depth >= 2)) count.all += weight
    maps.forEach(({ operator }, index) => {
      if ((depths[index] ?? 0) >= 2) each[operator] = (each[operator] ?? 0) + weight
    })
  }
  const hasPremises = [...scene.villages, part].some(
    (one) => one.commune === part.code && weighPremises(scene, one) !== undefined
  )
  if (basis === 'none') count.unplaced = part.population ?? 0
  if (basis !== 'none') count.empty = count.total === 0 && count.uncounted === 0
  else count.empty = scene.communes.includes(part) ? hasPremises : part.population === 0
  return count
}

function add(counts: readonly ReferenceCount[], operators: readonly string[]): ReferenceCount {
  const sum = (key: 'yes' | 'unknown' | 'total' | 'low' | 'high' | 'all' | 'uncounted' | 'unplaced') =>
    counts.reduce((total, count) => total + count[key], 0)
  const bases = new Set(counts.map(({ basis }) => basis))
  return {
    yes: sum('yes'),
    unknown: sum('unknown'),
    total: sum('total'),
    low: sum('low'),
    high: sum('high'),
    all: sum('all'),
    each: Object.fromEntries(
      operators.map((name) => [name, counts.reduce((total, { each }) => total + (each[name] ?? 0), 0)])
    ),
    uncounted: sum('uncounted'),
    unplaced: sum('unplaced'),
    openBelow: counts.some(({ openBelow }) => openBelow),
    openAbove: counts.some(({ openAbove }) => openAbove),
    empty: counts.every(({ empty }) => empty),
    basis: bases.has('buildings') ? 'buildings' : bases.has('premises') ? 'premises' : 'none'
  }
}

/** What counts of a technology in a commune; `operator`: as if that one alone were expected. */
export function inForce(scene: Scene, commune: WorldArea, technology: Technology = '5G', operator?: string) {
  const own = [commune, ...scene.villages.filter((village) => village.commune === commune.code)]
  const all = mapsOf(scene.world, commune.code, own, scene.moment, technology)
  const maps = all.filter((map) => operator === undefined || map.operator === operator)
  const waited = scene.world.operators.filter(
    (one) =>
      one.commune === commune.code && one.technologies.includes(technology) && isVisible(one, scene.moment)
  )
  const named = [...new Set(waited.map(({ name }) => name))].sort()
  const expected = operator === undefined ? named : [operator]
  const heard = maps.filter((map) => map.heard).map(({ operator }) => operator)
  return {
    own,
    maps,
    expected,
    heard,
    silenceIsNo: expected.length > 0 && expected.every((name) => heard.includes(name))
  }
}

/** The population figures of one commune, by brute force. */
export function referenceCommune(
  scene: Scene,
  commune: WorldArea,
  technology: Technology = '5G',
  operator?: string
): ReferenceCommune {
  const { own, maps, expected, heard, silenceIsNo } = inForce(scene, commune, technology, operator)
  const counts = own.map((part) => [part.code, countPart(scene, part, maps, silenceIsNo)] as const)
  const operators = maps.map(({ operator }) => operator)
  return {
    operators,
    expected,
    heard,
    villages: new Map(counts.slice(1)),
    outside: counts[0]![1],
    commune: add(
      counts.map(([, count]) => count),
      operators
    )
  }
}
