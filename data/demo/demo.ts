import {
  makeClaims,
  makeSites,
  OPERATORS,
  QUARTERS,
  siteFeatures,
  type Shadow,
  type Operator
} from './coverage.ts'
import { feature, lines, multiPolygon, point, type DemoFeature } from './features.ts'
import { makeHamlets, makeTracks, type Hamlet } from './hamlets.ts'
import { footprint, makeHomes, type Home } from './homes.ts'
import { makeLandUses, makeWaterways } from './land.ts'
import { makeLayout, type Layout } from './layout.ts'
import { Places } from './places.ts'
import { distanceToLine, step } from './plane.ts'
import { Random } from './random.ts'
import { makeRoads, type Road } from './roads.ts'
import { makeFibre, makeFixedServices, makeResidentialAreas } from './services.ts'
import { VILLAGES } from './villages.ts'

export const DEMO_COMMUNE = '99999'
const SEED = 'minh-hoa'

/** One file of the illustrative commune, as an office would hand it in. */
export interface DemoFile {
  collection: string
  title: string
  fileName: string
  features: DemoFeature[]
  /** Deliveries only: the communes that its silence speaks of. */
  speaksFor?: readonly string[]
}

interface Commune {
  layout: Layout
  roads: Road[]
  hamlets: Hamlet[][]
  homes: Home[][]
}

function makeCommune(): Commune {
  const layout = makeLayout(SEED)
  const roads = makeRoads(layout, SEED)
  const plans = layout.villages.flatMap((ground, index) => {
    const plan = VILLAGES[index]
    return plan ? [{ ground, plan }] : []
  })
  const hamlets = plans.map(({ ground, plan }) => makeHamlets(ground, plan, roads, layout, SEED))
  const homes = plans.map(({ ground, plan }, index) =>
    makeHomes(ground, plan, hamlets[index] ?? [], layout, SEED)
  )
  const tracks = layout.villages.flatMap((ground, index) => makeTracks(hamlets[index] ?? [], ground, SEED))
  return { layout, roads: [...roads, ...tracks], hamlets, homes }
}

/** Where no signal reaches: the basin of Rú Mây, the remote hamlets, and folds where few people live. */
function makeShadows({ layout, hamlets }: Commune): Shadow[] {
  const basin = layout.villages[3]?.centre ?? layout.forest.centre
  const remote = hamlets.flat().filter(({ isRemote }) => isRemote)
  const folds = [6, 9, 13].flatMap((village) => {
    const centre = layout.villages[village]?.centre
    return centre ? [{ middle: step(centre, 2.2 + village, 560), radiusM: 120 }] : []
  })
  return [
    { middle: basin, radiusM: 620 },
    ...remote.map(({ middle }) => ({ middle, radiusM: 300 })),
    ...folds
  ]
}

function villageFeatures({ layout, homes }: Commune): DemoFeature[] {
  return layout.villages.map((ground, index) => {
    const plan = VILLAGES[index]
    const households = (homes[index] ?? []).filter(({ kind }) => kind === 'household')
    const register = plan?.register ?? {
      population: households.reduce((sum, { residents }) => sum + (residents ?? 0), 0),
      households: households.length
    }
    const code = `${DEMO_COMMUNE}-${String(index + 1).padStart(2, '0')}`
    return feature(multiPolygon(ground.ring), { code, name: plan?.name ?? code, kind: 'thôn', ...register })
  })
}

/** Some foresters live outside every village. */
function outsideHomes({ layout }: Commune): Home[] {
  const random = new Random(`${SEED} foresters`)
  const hamlet = { middle: layout.forest.centre, lanes: [], isRemote: true }
  return Array.from({ length: 7 }, () => ({
    at: step(layout.forest.centre, random.between(0, 6), random.between(30, 160)),
    heading: random.between(0, 3),
    hamlet,
    residents: random.int(1, 5),
    kind: 'household' as const
  }))
}

function premisesFeatures(homes: readonly Home[], fibre: readonly Road[]): DemoFeature[] {
  return homes
    .filter(({ residents }) => residents !== null)
    .map(({ at, residents, kind }, index) => {
      const hasFibre = fibre.some(({ line }) => distanceToLine(at, line) < 260)
      const households = kind === 'household' ? 1 : 0
      return feature(point(at), {
        ref: `ho-${index + 1}`,
        residents,
        households,
        kind,
        fibre: hasFibre ? 'yes' : null
      })
    })
}

function buildingFeatures(homes: readonly Home[]): DemoFeature[] {
  const random = new Random(`${SEED} buildings`)
  return homes.map((home, index) => {
    const geometry = { type: 'Polygon' as const, coordinates: [footprint(home, random)] }
    return feature(geometry, {
      ref: `nha-${index + 1}`,
      class: home.kind === 'business' ? 'retail' : 'house',
      levels: random.pick([1, 1, 1, 2, 2, 3])
    })
  })
}

function roadFeatures({ roads, hamlets }: Commune): DemoFeature[] {
  const lanes = hamlets.flat().flatMap((hamlet) => hamlet.lanes)
  const streets = lanes.map((line) => ({ class: 'residential' as const, name: null, line }))
  return [...roads, ...streets].map(({ class: rank, name, line }, index) =>
    feature(lines([line]), { ref: `duong-${index + 1}`, name, class: rank })
  )
}

const file = (collection: string, title: string, features: DemoFeature[]): DemoFile => ({
  collection,
  title: `${title} (dữ liệu minh họa)`,
  fileName: `minh-hoa-${collection.replaceAll('_', '-')}.geojson`,
  features
})

function deliveries(commune: Commune): DemoFile[] {
  const sites = makeSites(commune.layout.villages, SEED)
  const shadows = makeShadows(commune)
  return QUARTERS.flatMap((quarter) =>
    OPERATORS.map((operator) => ({
      ...file(
        'coverage_claims',
        `Bản đồ phủ sóng ${operator} từ ${quarter.split('-').toReversed().join('/')}`,
        makeClaims(sites, operator, quarter, shadows, SEED)
      ),
      fileName: `minh-hoa-phu-song-${operator.slice(-1).toLowerCase()}-${quarter}.geojson`,
      speaksFor: [DEMO_COMMUNE]
    }))
  )
}

/** What each is expected to tell beside its maps: fibre lines and fixed areas, or areas alone. */
const FIXED: Record<Operator, string> = {
  'Nhà mạng A': 'fibre',
  'Nhà mạng B': 'fibre',
  'Nhà mạng C': 'fixed'
}

function operatorFeatures(): DemoFeature[] {
  return OPERATORS.map((name) =>
    feature(null, { name, technologies: ['4G', '5G', FIXED[name]], valid_from: '2025-01-01' })
  )
}

function areaFiles(commune: Commune): DemoFile[] {
  const { layout, hamlets } = commune
  const self = feature(multiPolygon(layout.commune), {
    code: DEMO_COMMUNE,
    name: 'Minh Họa',
    kind: 'xã',
    province: '(minh họa)'
  })
  return [
    file('communes', 'Địa giới xã', [self]),
    file('villages', 'Ranh giới và sổ bộ các thôn', villageFeatures(commune)),
    file('residential_areas', 'Khu dân cư', makeResidentialAreas(hamlets))
  ]
}

function homeFiles(commune: Commune): DemoFile[] {
  const homes = [...commune.homes.flat(), ...outsideHomes(commune)]
  const withFibre = commune.roads.filter(({ class: rank }) => rank === 'secondary')
  return [
    file('premises', 'Điểm hộ', premisesFeatures(homes, withFibre)),
    file('buildings', 'Nhà, công trình', buildingFeatures(homes))
  ]
}

function contextFiles(commune: Commune): DemoFile[] {
  const { layout, roads, hamlets } = commune
  const places = new Places(layout.villages)
  return [
    file('roads', 'Đường giao thông', roadFeatures(commune)),
    file('waterways', 'Sông, suối, hồ', makeWaterways(layout, SEED)),
    file('land_uses', 'Hiện trạng sử dụng đất', makeLandUses(layout, SEED)),
    file('cultural_houses', 'Nhà văn hóa thôn', places.culturalHouses()),
    file('institutions', 'Trụ sở, trường học, trạm y tế', places.institutions()),
    file('cameras', 'Camera giám sát', places.cameras()),
    file('relics', 'Di tích', places.relics(SEED)),
    file('cell_sites', 'Trạm BTS', siteFeatures(makeSites(layout.villages, SEED))),
    file('fibre_lines', 'Tuyến cáp quang', makeFibre(roads)),
    file('fixed_services', 'Vùng cung cấp băng rộng cố định', makeFixedServices(hamlets))
  ]
}

/** The whole illustrative commune, file by file in the order in which it is taken in; always the same. */
export function makeDemo(): DemoFile[] {
  const commune = makeCommune()
  const operators = file('operators', 'Nhà mạng được trông đợi', operatorFeatures())
  return [
    ...areaFiles(commune),
    ...homeFiles(commune),
    ...contextFiles(commune),
    operators,
    ...deliveries(commune)
  ]
}
