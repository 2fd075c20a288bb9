import { difference, featureCollection, polygon as turfPolygon } from '@turf/turf'
import type { Feature, MultiPolygon, Polygon } from 'geojson'
import { closedRing, feature, point, type DemoFeature } from './features.ts'
import type { Ground } from './layout.ts'
import { UPHILL } from './layout.ts'
import { blob } from './lines.ts'
import { distance, headingOf, step, type XY } from './plane.ts'
import { Random } from './random.ts'

export const OPERATORS = ['Nhà mạng A', 'Nhà mạng B', 'Nhà mạng C'] as const
export type Operator = (typeof OPERATORS)[number]
/** Days from which the operators' maps hold. */
export const QUARTERS = ['2025-10-01', '2026-01-01', '2026-04-01', '2026-07-01'] as const
export type Quarter = (typeof QUARTERS)[number]

interface SitePlan {
  /** Index of the village it stands in. */
  village: number
  /** 5G from this day; undefined: 4G only. */
  from5g?: Quarter
}

const SITES: Record<Operator, readonly SitePlan[]> = {
  'Nhà mạng A': [
    { village: 4, from5g: '2025-10-01' },
    { village: 7, from5g: '2025-10-01' },
    { village: 9, from5g: '2026-01-01' },
    { village: 6, from5g: '2026-04-01' },
    { village: 0, from5g: '2026-07-01' },
    { village: 11, from5g: '2026-07-01' },
    { village: 2 },
    { village: 13 },
    { village: 5 }
  ],
  'Nhà mạng B': [
    { village: 4, from5g: '2025-10-01' },
    { village: 10, from5g: '2026-01-01' },
    { village: 7, from5g: '2026-04-01' },
    { village: 12, from5g: '2026-07-01' },
    { village: 1 },
    { village: 6 }
  ],
  'Nhà mạng C': [
    { village: 4, from5g: '2026-04-01' },
    { village: 9, from5g: '2026-04-01' },
    { village: 11, from5g: '2026-07-01' },
    { village: 2 },
    { village: 8 }
  ]
}

const RADIUS_M = { '4G': [1650, 2250], '5G': [980, 1320] } as const
const RESOLUTION_M: Record<Operator, number> = { 'Nhà mạng A': 50, 'Nhà mạng B': 100, 'Nhà mạng C': 100 }
const METHOD: Record<Operator, string> = {
  'Nhà mạng A': 'model',
  'Nhà mạng B': 'declared',
  'Nhà mạng C': 'model'
}
const LEVEL = { '4G': 'RSRP ≥ -110 dBm', '5G': 'SS-RSRP ≥ -112 dBm' } as const
/** Operator C drew no 5G map before this day, so nobody can say "no" before it. */
const C_5G_FROM: Quarter = '2026-04-01'

export interface Site extends SitePlan {
  operator: Operator
  name: string
  at: XY
}

export function makeSites(villages: readonly Ground[], seed: string): Site[] {
  const random = new Random(`${seed} sites`)
  return OPERATORS.flatMap((operator) =>
    SITES[operator].map((plan, index) => {
      const ground = villages[plan.village]
      if (!ground) throw new Error(`There is no village ${plan.village}`)
      const at = step(ground.centre, random.between(0, 2 * Math.PI), random.between(100, 220))
      return { ...plan, operator, name: `${operator.at(-1)}-${String(index + 1).padStart(2, '0')}`, at }
    })
  )
}

/** A fold of the hills that no signal reaches. */
export interface Shadow {
  middle: XY
  radiusM: number
}

const areaOf = (outline: readonly XY[]) => turfPolygon([closedRing(outline)])

/** Signal does not climb: the outline is drawn in towards the mountains. */
function drawIn(outline: XY[], site: XY) {
  return outline.map((at) => {
    const climb = Math.max(0, Math.cos(headingOf(site, at) - UPHILL))
    return step(site, headingOf(site, at), distance(site, at) * (1 - 0.28 * climb))
  })
}

function footprintOf(
  site: Site,
  technology: '4G' | '5G',
  age: number,
  shadows: readonly Shadow[],
  seed: string
) {
  const random = new Random(`${seed} claim ${site.name} ${technology}`)
  const [least, most] = RADIUS_M[technology]
  const radiusM = random.between(least, most) * (0.86 + 0.05 * age)
  const outline = drawIn(blob(site.at, radiusM, random.int(80, 180), random), site.at)
  let area: Feature<Polygon | MultiPolygon> | null = areaOf(outline)
  // The outline reaches at most 1.8 radii: folds beyond it cut nothing.
  const near = shadows.filter(
    ({ middle, radiusM: shadowM }) => distance(site.at, middle) < 1.8 * radiusM + 2 * shadowM
  )
  for (const { middle, radiusM: shadowM } of near) {
    const fold = areaOf(blob(middle, shadowM * random.between(0.95, 1.15), 32, random, 0.3))
    area = area && difference(featureCollection<Polygon | MultiPolygon>([area, fold]))
  }
  return area?.geometry
}

function claimsOf(site: Site, quarter: Quarter, shadows: readonly Shadow[], seed: string): DemoFeature[] {
  const technologies = ['4G', '5G'] as const
  const has = (technology: '4G' | '5G') =>
    technology === '4G' ||
    (site.from5g !== undefined && site.from5g <= quarter && hasMap(site.operator, '5G', quarter))
  return technologies.filter(has).flatMap((technology) => {
    const geometry = footprintOf(site, technology, QUARTERS.indexOf(quarter), shadows, seed)
    if (!geometry) return []
    const { operator } = site
    return feature(geometry, {
      ref: `${site.name}-${technology}`,
      operator,
      technology,
      valid_from: quarter,
      resolution_m: RESOLUTION_M[operator],
      level: LEVEL[technology],
      method: METHOD[operator]
    })
  })
}

/** Whether the operator drew that map at that day. */
export function hasMap(operator: Operator, technology: '4G' | '5G', quarter: Quarter): boolean {
  return technology === '4G' || operator !== 'Nhà mạng C' || quarter >= C_5G_FROM
}

/** One file of an operator for a quarter: its claims of both technologies. */
export function makeClaims(
  sites: readonly Site[],
  operator: Operator,
  quarter: Quarter,
  shadows: readonly Shadow[],
  seed: string
) {
  return sites
    .filter((site) => site.operator === operator)
    .flatMap((site) => claimsOf(site, quarter, shadows, seed))
}

export function siteFeatures(sites: readonly Site[]): DemoFeature[] {
  return sites.map((site, index) =>
    feature(point(site.at), {
      ref: site.name,
      operator: site.operator,
      technologies: site.from5g ? ['4G', '5G'] : ['4G'],
      name: `Trạm ${site.name}`,
      height_m: 30 + ((index * 7) % 4) * 6,
      hardened: index % 3 !== 1
    })
  )
}
