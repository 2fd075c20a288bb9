import { covers, type Corner } from './reference-geometry.ts'
import { homeOf, type Scene } from './reference-figures.ts'
import { isVisible, lineMeets, meet } from './reference-maps.ts'
import type { FixedTechnology, WorldArea, WorldHouse, WorldPremises } from './world.ts'

export type Answer = 'yes' | 'no' | 'unknown'

/** A share of households or places; null: there is no figure. */
export interface ReferenceShare {
  yes: number
  proven: number
  unknown: number
  total: number
}

/** The shares of a commune, of its villages, of what lies outside (undefined: villages are what is counted). */
export interface ReferenceShares {
  commune: ReferenceShare | null
  villages: Map<string, ReferenceShare | null>
  outside?: ReferenceShare | null
}

const visible = <Item extends { batch: number; from: string; to: string }>(
  items: readonly Item[],
  scene: Scene
) => items.filter((item) => isVisible(item, scene.moment))

const areasOf = (scene: Scene, commune: WorldArea) => [
  commune,
  ...scene.villages.filter((village) => village.commune === commune.code)
]

const placesIn = <Item extends { batch: number; from: string; to: string; place: Corner }>(
  items: readonly Item[],
  scene: Scene,
  part: WorldArea
) => visible(items, scene).filter(({ place }) => homeOf(scene, place) === part)

interface Weighed {
  answer: Answer
  proven: boolean
  weight: number
}

function shareOf(items: readonly Weighed[]): ReferenceShare {
  const share = { yes: 0, proven: 0, unknown: 0, total: 0 }
  for (const { answer, proven, weight } of items) {
    share.total += weight
    if (answer === 'yes') share.yes += weight
    if (answer === 'yes' && proven) share.proven += weight
    if (answer === 'unknown') share.unknown += weight
  }
  return share
}

function sharesOf(
  scene: Scene,
  commune: WorldArea,
  weigh: (part: WorldArea) => readonly Weighed[]
): ReferenceShares {
  const given = (items: readonly Weighed[]) => {
    const share = shareOf(items)
    return share.total > 0 ? share : null
  }
  const [, ...villages] = areasOf(scene, commune)
  const parts = villages.map((village) => [village.code, weigh(village)] as const)
  const outside = weigh(commune)
  return {
    commune: given([...outside, ...parts.flatMap(([, items]) => items)]),
    villages: new Map(parts.map(([code, items]) => [code, given(items)])),
    outside: given(outside)
  }
}

const nothing = (scene: Scene, commune: WorldArea): ReferenceShares => sharesOf(scene, commune, () => [])

/** Whether somebody is expected here for one of the technologies, and everybody who is has told of something here. */
function allTold(
  scene: Scene,
  commune: WorldArea,
  technologies: readonly FixedTechnology[],
  telling: ReadonlySet<string>
) {
  const expected = visible(scene.world.operators, scene).filter(
    (one) => one.commune === commune.code && technologies.some((name) => one.technologies.includes(name))
  )
  return expected.length > 0 && expected.every(({ name }) => telling.has(name))
}

/** Households that can get 1 Gbit/s: by their own line or by a service that covers them. */
export function referenceGigabit(scene: Scene, commune: WorldArea): ReferenceShares {
  const areas = areasOf(scene, commune)
  const services = visible(scene.world.services, scene)
  const here = services.filter(({ shape }) => areas.some((area) => meet(area.shape, shape)))
  const telling = new Set(here.map(({ provider }) => provider))
  const silenceIsNo = allTold(scene, commune, ['fibre', 'fixed'], telling)
  const answer = ({ place, downMbps }: WorldPremises): Answer => {
    if (downMbps !== null && downMbps >= 1000) return 'yes'
    if (services.some(({ shape, mbps }) => mbps >= 1000 && covers(shape, place))) return 'yes'
    return downMbps !== null || silenceIsNo ? 'no' : 'unknown'
  }
  const homes = areas.flatMap((part) => placesIn(scene.world.premises, scene, part))
  if (here.length === 0 && homes.every(({ downMbps }) => downMbps === null)) return nothing(scene, commune)
  return sharesOf(scene, commune, (part) =>
    placesIn(scene.world.premises, scene, part).map((home) => ({
      answer: answer(home),
      proven: true,
      weight: home.households
    }))
  )
}

/** Households that can order fibre, as the points say. */
export function referenceFibreHouseholds(scene: Scene, commune: WorldArea): ReferenceShares {
  const homes = areasOf(scene, commune).flatMap((part) => placesIn(scene.world.premises, scene, part))
  if (homes.every(({ fibre }) => fibre === null)) return nothing(scene, commune)
  return sharesOf(scene, commune, (part) =>
    placesIn(scene.world.premises, scene, part).map(({ fibre, households }) => ({
      answer: fibre ?? 'unknown',
      proven: true,
      weight: households
    }))
  )
}

function villageShares(
  scene: Scene,
  commune: WorldArea,
  given: boolean,
  answer: (village: WorldArea) => Answer
): ReferenceShares {
  const [, ...villages] = areasOf(scene, commune)
  const shares = villages.map(
    (village) => [village.code, shareOf([{ answer: answer(village), proven: true, weight: 1 }])] as const
  )
  const whole = shareOf(villages.map((village) => ({ answer: answer(village), proven: true, weight: 1 })))
  return {
    commune: given && villages.length > 0 ? whole : null,
    villages: new Map(shares.map(([code, share]) => [code, given ? share : null]))
  }
}

/** Villages that fibre reaches. */
export function referenceFibreVillages(scene: Scene, commune: WorldArea): ReferenceShares {
  const areas = areasOf(scene, commune)
  const lines = visible(scene.world.lines, scene)
  const meets = ({ shape }: WorldArea) => lines.some(({ path }) => lineMeets(path, shape))
  const here = lines.filter(({ path }) => areas.some(({ shape }) => lineMeets(path, shape)))
  const silenceIsNo = allTold(scene, commune, ['fibre'], new Set(here.map(({ operator }) => operator)))
  const homesOf = (part: WorldArea) => placesIn(scene.world.premises, scene, part)
  const given = here.length > 0 || areas.flatMap(homesOf).some(({ fibre }) => fibre !== null)
  return villageShares(scene, commune, given, (village) => {
    const homes = homesOf(village)
    if (meets(village) || homes.some(({ fibre }) => fibre === 'yes')) return 'yes'
    return silenceIsNo || (homes.length > 0 && homes.every(({ fibre }) => fibre === 'no')) ? 'no' : 'unknown'
  })
}

const daysBefore = (day: string, days: number) =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10)

/** Cultural houses with Wifi; proven: what was last told or found up to the day is that it works, within so many days. */
export function referenceWifi(scene: Scene, commune: WorldArea, days: number): ReferenceShares {
  const { day, batch } = scene.moment
  const isChecked = ({ checkedOn, checks }: WorldHouse) => {
    const told = checkedOn === null ? [] : [{ day: checkedOn, reachable: true, order: -1 }]
    const found = checks.filter(({ after }) => after < batch).map((check, order) => ({ ...check, order }))
    const last = [...told, ...found]
      .filter((fact) => fact.day <= day)
      .toSorted((one, other) => one.day.localeCompare(other.day) || one.order - other.order)
      .at(-1)
    return last !== undefined && last.reachable && last.day >= daysBefore(day, days)
  }
  return sharesOf(scene, commune, (part) =>
    placesIn(scene.world.houses, scene, part).map((house) => ({
      answer: house.wifi,
      proven: isChecked(house),
      weight: 1
    }))
  )
}

/** Institutions with a line of at least so many Mbit/s. */
export function referenceInstitutions(scene: Scene, commune: WorldArea, fastMbps: number): ReferenceShares {
  return sharesOf(scene, commune, (part) =>
    placesIn(scene.world.institutions, scene, part).map(({ mbps }) => ({
      answer: mbps === null ? 'unknown' : mbps >= fastMbps ? 'yes' : 'no',
      proven: true,
      weight: 1
    }))
  )
}

/** Villages with a working camera. */
export function referenceCameras(scene: Scene, commune: WorldArea): ReferenceShares {
  const camerasOf = (part: WorldArea) => placesIn(scene.world.cameras, scene, part)
  const given = areasOf(scene, commune).flatMap(camerasOf).length > 0
  return villageShares(scene, commune, given, (village) => {
    const states = camerasOf(village).map(({ state }) => state ?? 'unknown')
    return states.includes('working') ? 'yes' : states.includes('unknown') ? 'unknown' : 'no'
  })
}
