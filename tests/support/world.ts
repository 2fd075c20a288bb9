import type { Corner, Shape } from './reference-geometry.ts'

export type Technology = '4G' | '5G'
export type FixedTechnology = 'fibre' | 'fixed'
/** When a row is true: half-open days. */
export interface Valid {
  from: string
  to: string
}
/** The import, by its place in `BATCHES`, that a row comes with. */
export interface Batched {
  batch: number
}
export interface WorldArea extends Valid, Batched {
  code: string
  commune: string
  population: number | null
  provisional: boolean
  shape: Shape
}
export interface WorldPremises extends Valid, Batched {
  place: Corner
  residents: number | null
  households: number
  downMbps: number | null
  fibre: 'yes' | 'no' | null
}
export interface WorldBuilding extends Batched {
  west: number
  south: number
  width: number
  levels: number
}
export interface WorldOperator extends Valid, Batched {
  name: string
  commune: string
  technologies: (Technology | FixedTechnology)[]
}
export interface WorldClaim extends Valid {
  shape: Shape
  resolutionM: number
}
export interface WorldDelivery extends Batched {
  operator: string
  technology: Technology
  validFrom: string
  speaksFor: string[]
  claims: WorldClaim[]
}
export interface WorldService extends Valid, Batched {
  provider: string
  shape: Shape
  mbps: number
}
export interface WorldLine extends Valid, Batched {
  operator: string
  path: Corner[]
}
/** What was found at a house on a day, recorded half a second after the import `after`. */
export interface WorldCheck {
  day: string
  reachable: boolean
  after: number
}
export interface WorldHouse extends Valid, Batched {
  /** Its own in all worlds. */
  ref: string
  place: Corner
  name: string
  checks: WorldCheck[]
  wifi: 'yes' | 'no' | 'unknown'
  checkedOn: string | null
}
export interface WorldInstitution extends Valid, Batched {
  place: Corner
  mbps: number | null
}
export interface WorldCamera extends Valid, Batched {
  place: Corner
  state: 'working' | 'broken' | 'unknown' | null
}
export interface WorldPlaces {
  services: WorldService[]
  lines: WorldLine[]
  houses: WorldHouse[]
  institutions: WorldInstitution[]
  cameras: WorldCamera[]
}
/** Two communes side by side, or upon one another, with all that is said about them. */
export interface World extends WorldPlaces {
  communes: WorldArea[]
  villages: WorldArea[]
  premises: WorldPremises[]
  buildings: WorldBuilding[]
  operators: WorldOperator[]
  deliveries: WorldDelivery[]
  homes: Shape[]
}

/** Every import of every world, in the order in which they become known; an undone one with the place in time. */
export const BATCHES = [
  { collection: 'communes' },
  { collection: 'premises' },
  { collection: 'coverage_claims' },
  { collection: 'villages' },
  { collection: 'coverage_claims', undoneAfter: 9 },
  { collection: 'operators' },
  { collection: 'premises', undoneAfter: 10 },
  { collection: 'villages' },
  { collection: 'buildings' },
  { collection: 'coverage_claims' },
  { collection: 'residential_areas' },
  { collection: 'operators', undoneAfter: 13 },
  { collection: 'coverage_claims' },
  { collection: 'premises' },
  { collection: 'fixed_services' },
  { collection: 'fibre_lines' },
  { collection: 'cultural_houses' },
  { collection: 'fixed_services', undoneAfter: 20 },
  { collection: 'institutions' },
  { collection: 'cameras' },
  { collection: 'cultural_houses', undoneAfter: 21 },
  { collection: 'cameras' },
  { collection: 'fibre_lines', undoneAfter: 22 }
] as const

export const momentOfBatch = (batch: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, batch)).toISOString()
export const momentOfUndo = (after: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, after, 500)).toISOString()
export const DAYS = ['2026-02-15', '2026-05-15', '2026-06-30', '2026-08-01']

/** The places in `BATCHES` of the imports of a collection. */
export const batchesOf = (collection: string) =>
  BATCHES.flatMap((batch, index) => (batch.collection === collection ? [index] : []))
