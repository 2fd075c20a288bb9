import { between, distance, headingOf, step, type XY } from './plane.ts'
import type { Random } from './random.ts'

/**
 * A line from a to b made irregular by midpoint displacement down to steps of `finestM`; both ends stay where they are.
 * `roughness` is the largest displacement as a share of the part's length.
 */
export function roughen(a: XY, b: XY, random: Random, roughness: number, finestM: number): XY[] {
  const length = distance(a, b)
  if (length <= finestM) return [a, b]
  const middle = step(
    between(a, b, random.between(0.42, 0.58)),
    headingOf(a, b) + Math.PI / 2,
    random.between(-roughness, roughness) * length
  )
  const before = roughen(a, middle, random, roughness, finestM)
  return [...before, ...roughen(middle, b, random, roughness, finestM).slice(1)]
}

/** Rounds the corners of a line (Chaikin), its ends kept. */
export function smooth(line: readonly XY[], times: number): XY[] {
  const [first, last] = [line[0], line.at(-1)]
  if (times === 0 || !first || !last || line.length < 3) return [...line]
  const cut = line.slice(1).flatMap((b, index) => {
    const a = line[index] ?? b
    return [between(a, b, 0.25), between(a, b, 0.75)]
  })
  return smooth([first, ...cut.slice(1, -1), last], times - 1)
}

/** Points along a line every `everyM` metres, with the direction of the line there (radians). */
export function walk(line: readonly XY[], everyM: number): { at: XY; heading: number }[] {
  const stops: { at: XY; heading: number }[] = []
  let rest = 0
  for (let index = 1; index < line.length; index++) {
    const [a, b] = [line[index - 1], line[index]]
    if (!a || !b) continue
    const length = distance(a, b)
    for (; rest < length; rest += everyM)
      stops.push({ at: step(a, headingOf(a, b), rest), heading: headingOf(a, b) })
    rest -= length
  }
  return stops
}

/** A closed, lobed outline around a point: the radius wavers by a few sines; the last point is not repeated. */
export function blob(centre: XY, radiusM: number, vertices: number, random: Random, wildness = 0.22): XY[] {
  const waves = [2, 3, 5, 8, 13].map((lobes) => ({
    lobes,
    height: (random.between(0.35, 1) * wildness) / Math.sqrt(lobes / 2),
    phase: random.between(0, 2 * Math.PI)
  }))
  return Array.from({ length: vertices }, (_, index) => {
    const angle = (2 * Math.PI * index) / vertices
    const waver = waves.reduce(
      (sum, { lobes, height, phase }) => sum + height * Math.sin(lobes * angle + phase),
      1
    )
    return step(centre, angle, radiusM * Math.max(0.35, waver + random.between(-0.02, 0.02)))
  })
}
