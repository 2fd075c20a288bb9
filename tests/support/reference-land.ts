import type { WorldArea } from './world.ts'
import { inForce, type Scene } from './reference-figures.ts'
import { areaWhere } from './reference-geometry.ts'
import { shapesInForce } from './reference-maps.ts'

/** Land of an area and what of it lies in a map in force, m². */
export function referenceLand(scene: Scene, commune: WorldArea, part: WorldArea) {
  const { maps } = inForce(scene, commune)
  const claims = shapesInForce(maps, scene.moment.day)
  const m2 = areaWhere([part.shape], ([inside]) => inside === true)
  const coveredM2 = areaWhere(
    [part.shape, ...claims],
    ([inside, ...others]) => inside === true && others.includes(true)
  )
  return { m2, coveredM2 }
}

/** Residential land of a part and what of it is covered, m²; land that areas share is the first one's. */
export function referenceHomes(scene: Scene, commune: WorldArea, part: WorldArea) {
  const { maps } = inForce(scene, commune)
  const ranked = [...scene.villages, ...scene.communes]
  const before = ranked.slice(0, ranked.indexOf(part)).map(({ shape }) => shape)
  const homes = scene.world.homes
  const claims = shapesInForce(maps, scene.moment.day)
  const settled = (inside: readonly boolean[]) =>
    inside[0] === true &&
    inside.slice(1, 1 + homes.length).includes(true) &&
    !inside.slice(1 + homes.length, 1 + homes.length + before.length).includes(true)
  const shapes = [part.shape, ...homes, ...before]
  const m2 = areaWhere(shapes, settled)
  const coveredM2 = areaWhere(
    [...shapes, ...claims],
    (inside) => settled(inside) && inside.slice(shapes.length).includes(true)
  )
  return { m2, coveredM2 }
}
