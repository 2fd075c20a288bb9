import { createHash } from 'node:crypto'
import { makeHamlets } from './hamlets.ts'
import { makeLayout } from './layout.ts'
import { walk } from './lines.ts'
import { step, toLngLat, type XY } from './plane.ts'
import { Random } from './random.ts'
import { hasPicturesOf, type Scene, SCENE_OF } from './report-pictures.ts'
import { ENDINGS, Making, type DemoClock, type DemoStep, type Ending } from './report-endings.ts'
import { REPORT_TEXTS } from './report-texts.ts'
import { makeRoads } from './roads.ts'
import { VILLAGES } from './villages.ts'

const SEED = 'minh-hoa'
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Who is responsible in the illustrative commune, and for which categories. */
export const DEMO_UNITS: readonly { name: string; categories: readonly string[] }[] = [
  {
    name: 'Tổ Vệ sinh môi trường',
    categories: ['illegal_dump', 'uncollected_waste', 'construction_waste', 'animal_carcass']
  },
  {
    name: 'Phòng Kinh tế',
    categories: ['wastewater', 'road_damage', 'sign_light_fault', 'illegal_discharge_source']
  },
  {
    name: 'Công an xã',
    categories: ['traffic_hazard', 'road_obstacle', 'danger_to_people', 'waste_burning']
  }
]

/** A report of the illustrative commune with its history. */
export interface DemoReport {
  id: string
  category: string
  unit: string
  description: string
  place: { lng: number; lat: number }
  accuracyM: number
  receivedAt: Date
  witnesses: number
  steps: DemoStep[]
  pictures: { scene: Scene; role: 'before' | 'after'; addedAt: Date }[]
}

/** How a report ends and between which ages (days) it came, and how many of them there are; together 120. */
const ENDS = [
  { end: 'closed', count: 44, from: 44, to: 362 },
  { end: 'resolved', count: 19, from: 9, to: 28 },
  { end: 'in_progress', count: 9, from: 2, to: 16 },
  { end: 'assigned', count: 7, from: 1, to: 7 },
  { end: 'received', count: 6, from: 0.6, to: 5 },
  { end: 'new', count: 8, from: 0.02, to: 3 },
  { end: 'waiting_for_reporter', count: 4, from: 4, to: 9 },
  { end: 'closed_unresolved', count: 8, from: 20, to: 340 },
  { end: 'out_of_scope', count: 6, from: 6, to: 300 },
  { end: 'duplicate', count: 9, from: 3, to: 250 }
] as const

/** How often each category is reported, of 100. */
const SHARES: readonly (readonly [string, number])[] = [
  ['illegal_dump', 20],
  ['uncollected_waste', 12],
  ['construction_waste', 7],
  ['waste_burning', 6],
  ['animal_carcass', 5],
  ['wastewater', 8],
  ['road_damage', 12],
  ['traffic_hazard', 9],
  ['road_obstacle', 6],
  ['sign_light_fault', 6],
  ['danger_to_people', 5],
  ['illegal_discharge_source', 4]
]

interface Spot {
  at: XY
  village: string
}

/** Places along the lanes of the villages, where people pass. */
function makeSpots(random: Random): Spot[] {
  const layout = makeLayout(SEED)
  const roads = makeRoads(layout, SEED)
  return layout.villages.flatMap((ground, index) => {
    const plan = VILLAGES[index]
    if (!plan) return []
    const lanes = makeHamlets(ground, plan, roads, layout, SEED).flatMap((hamlet) => hamlet.lanes)
    return lanes
      .flatMap((lane) => walk(lane, 45))
      .map(({ at }) => ({ at: step(at, random.between(0, 6.28), random.between(2, 9)), village: plan.name }))
  })
}

/** An id of the form of UUIDv7, always the same for the same number. */
function idOf(index: number) {
  const hex = createHash('sha256').update(`${SEED} report ${index}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

function pickCategory(random: Random) {
  let left = random.between(0, 100)
  return SHARES.find(([, share]) => (left -= share) < 0)?.[0] ?? 'illegal_dump'
}

/** By day, as people report. */
function momentOf(now: Date, ageDays: number, random: Random) {
  const moment = now.getTime() - ageDays * DAY_MS
  const midnight = Math.floor((moment + 7 * HOUR_MS) / DAY_MS) * DAY_MS - 7 * HOUR_MS
  const byDay = midnight + random.between(6, 20) * HOUR_MS
  return new Date(Math.min(byDay, moment + 12 * HOUR_MS, now.getTime() - 20 * 60_000))
}

function words(category: string, village: string, random: Random) {
  const texts = REPORT_TEXTS[category]
  if (!texts) throw new Error(`There are no texts for ${category}`)
  const more = random.chance(0.6) ? ` ${random.pick(texts.more)}` : ''
  const said = `${random.pick(texts.what)} ${random.pick(texts.where)}.${more}`
  return { description: said.replaceAll('{thôn}', village), done: random.pick(texts.done) }
}

const unitOf = (category: string) =>
  DEMO_UNITS.find(({ categories }) => categories.includes(category))?.name ?? 'Công an xã'

function picturesOf(category: string, receivedAt: Date, steps: readonly DemoStep[], random: Random) {
  const scene = SCENE_OF[category]
  if (!scene || !hasPicturesOf(scene)) return []
  const resolved = steps.findLast(({ action, reason }) => action === 'resolve' && reason === undefined)
  const before = random.chance(0.85) ? [{ scene, role: 'before' as const, addedAt: receivedAt }] : []
  return resolved ? [...before, { scene, role: 'after' as const, addedAt: resolved.at }] : before
}

function makeReport(index: number, end: Ending, ageDays: number, spot: Spot, clock: DemoClock) {
  const random = new Random(`${SEED} report ${index}`)
  const category = pickCategory(random)
  const receivedAt = momentOf(clock.now, ageDays, random)
  const { description, done } = words(category, spot.village, random)
  const made = new Making(clock, receivedAt)
  ENDINGS[end](made, { random, category, unit: unitOf(category), done, hasAfter: random.chance(0.87) }, clock)
  const [lng = 0, lat = 0] = toLngLat(spot.at)
  return {
    id: idOf(index),
    category,
    unit: unitOf(category),
    description,
    place: { lng, lat },
    accuracyM: Math.round(random.between(3, 24)),
    receivedAt,
    witnesses: random.chance(0.35) ? random.int(1, 6) : 0,
    steps: made.steps,
    pictures: picturesOf(category, receivedAt, made.steps, random)
  }
}

/** The same thing seen by somebody else some days later, a few metres away, and merged. */
function makeDuplicate(index: number, of: DemoReport, clock: DemoClock): DemoReport | undefined {
  const random = new Random(`${SEED} report ${index}`)
  const handled = of.steps.find(({ action }) => action === 'resolve')?.at ?? clock.now
  const receivedAt = new Date(of.receivedAt.getTime() + random.between(2, 20) * HOUR_MS)
  const made = new Making(clock, receivedAt)
  if (receivedAt >= handled || !made.after(random.between(0.3, 3), { action: 'receive' })) return undefined
  if (random.chance(0.8)) made.after(0.2, { action: 'approve' })
  if (!made.after(0.2, { action: 'merge', into: of.id })) return undefined
  const [lng, lat] = [
    of.place.lng + random.between(-9, 9) * 1e-5,
    of.place.lat + random.between(-9, 9) * 1e-5
  ]
  return {
    ...of,
    id: idOf(index),
    description: words(of.category, of.description.match(/thôn ([^,.]+)/)?.[1] ?? 'này', random).description,
    place: { lng, lat },
    receivedAt,
    witnesses: 0,
    steps: made.steps,
    pictures: []
  }
}

/** About 120 reports over the year before `now`, oldest first; always the same but for the days. */
export function makeReports(clock: DemoClock): DemoReport[] {
  const random = new Random(`${SEED} reports`)
  const spots = makeSpots(random)
  let index = 0
  const reports = ENDS.flatMap(({ end, count, from, to }) =>
    end === 'duplicate'
      ? []
      : Array.from({ length: count }, (_, nth) => {
          const age = from + ((to - from) * (nth + random.next())) / count
          return makeReport(index++, end, age, random.pick(spots), clock)
        })
  )
  const wanted = ENDS.find(({ end }) => end === 'duplicate')?.count ?? 0
  const doubled = reports
    .filter(({ steps }) => steps.some(({ action }) => action === 'approve'))
    .flatMap((report, nth) => (nth % 5 === 0 ? (makeDuplicate(1000 + nth, report, clock) ?? []) : []))
  return [...reports, ...doubled.slice(0, wanted)].toSorted(
    (one, other) => one.receivedAt.getTime() - other.receivedAt.getTime()
  )
}
