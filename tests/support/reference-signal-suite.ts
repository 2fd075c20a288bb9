import { expect, test } from 'vitest'
import type { z } from 'zod'
import type { deadSpots, gaps, SignalState } from '../../server/coverage/contract.ts'
import { metresBetween } from './reference-distance.ts'
import { toLngLat, toUnits, covers, type Corner } from './reference-geometry.ts'
import type { Scene } from './reference-figures.ts'
import { isVisible } from './reference-maps.ts'
import type { ReferenceScope } from './reference-places-suite.ts'
import { bareClusters, homesIn, houseOf, signalOf, stateOf } from './reference-signal.ts'
import type { WorldArea, WorldPremises } from './world.ts'

type DeadSpots = z.infer<typeof deadSpots.reply>
type Gaps = z.infer<typeof gaps.reply>

interface SignalScope extends ReferenceScope {
  get<Reply>(path: string): Promise<Reply>
  query: string
  /** States that must occur: few worlds hold not every one. */
  states: readonly SignalState[]
}

const RULE = { k: 5, d: 100 }

/** The point looked at, in units: the house by name, else the centre that the answer names, which must lie in the village. */
function pointOf(scene: Scene, village: WorldArea, point: DeadSpots['villages'][number]['point']): Corner {
  const house = houseOf(scene, village)
  expect(point.from, village.code).toBe(house ? 'cultural_house' : 'centre')
  if (house) {
    const [lng, lat] = toLngLat(house.place)
    expect(point, village.code).toMatchObject({ lng, lat })
    return house.place
  }
  const centre = toUnits([point.lng, point.lat])
  expect(covers(village.shape, centre), village.code).toBe(true)
  return centre
}

function people(homes: readonly WorldPremises[], whole: readonly WorldPremises[], population: number | null) {
  const known = (some: readonly WorldPremises[]) =>
    some.reduce((sum, { residents }) => sum + (residents ?? 0), 0)
  const blank = (some: readonly WorldPremises[]) =>
    some.reduce((sum, { residents, households }) => sum + (residents === null ? households : 0), 0)
  const rest = population === null ? -1 : population - known(whole)
  if (blank(whole) > 0 && rest >= 0) return known(homes) + (rest * blank(homes)) / blank(whole)
  return homes.every(({ residents }) => residents === null) ? null : known(homes)
}

type Expected = Pick<Gaps['gaps'][number], 'villageCode' | 'answer' | 'premises' | 'households' | 'people'>

function expectedGaps(scene: Scene, commune: WorldArea): Expected[] {
  const signal = signalOf(scene, commune, ['5G'])
  if (!signal.given) return []
  const villages = scene.villages.filter((village) => village.commune === commune.code)
  return [commune, ...villages].flatMap((part) =>
    bareClusters(scene, part, signal, RULE).map((homes) => ({
      villageCode: part === commune ? null : part.code,
      answer: signal.silenceIsNo ? ('no' as const) : ('unknown' as const),
      premises: homes.length,
      households: homes.reduce((sum, { households }) => sum + households, 0),
      people: people(homes, homesIn(scene, part), part.population)
    }))
  )
}

const inOrder = (gaps: readonly Expected[]) =>
  gaps
    .map(({ villageCode, answer, premises, households, people: heads }) =>
      [villageCode, answer, premises, households, heads === null ? null : heads.toFixed(6)].join(' ')
    )
    .sort()

function expectNearest(scene: Scene, { centre, culturalHouseM }: Gaps['gaps'][number]) {
  const own = scene.world.houses
    .filter((house) => isVisible(house, scene.moment))
    .map(({ place }) => metresBetween([centre.lng, centre.lat], toLngLat(place)))
  // Other worlds are further away than this.
  if (Math.min(...own) < 3000) expect(Math.abs((culturalHouseM ?? NaN) - Math.min(...own))).toBeLessThan(0.01)
}

/** Dead spots and the gap list of every commune against flooding from home to home. */
export function signalAgrees({ get, communes, query, states }: SignalScope) {
  test('every village stands where the rule puts it', async () => {
    const seen = new Set<string>()
    for (const { scene, commune } of communes()) {
      const answer = await get<DeadSpots>(`/api/communes/${commune.code}/dead-spots?${query}`)
      const signal = signalOf(scene, commune, ['4G', '5G'])
      for (const { code, state, point, reason } of answer.villages) {
        const village = scene.villages.find((one) => one.code === code)!
        const place = pointOf(scene, village, point)
        const seenHere = {
          pointHasSignal: signal.covered(place),
          hasHollow: bareClusters(scene, village, signal, RULE).length > 0,
          hasHomes: homesIn(scene, village).length > 0
        }
        const expected = signal.given ? stateOf(seenHere, signal) : 'unknown'
        expect(`${code} ${state} ${reason}`).toBe(`${code} ${expected} ${signal.given ? null : 'no_data'}`)
        seen.add(state)
      }
    }
    expect([...seen]).toEqual(expect.arrayContaining([...states]))
  }, 600_000)

  test('the gaps are the clusters of uncovered homes, with their people', async () => {
    let compared = 0
    for (const { scene, commune } of communes()) {
      const answer = await get<Gaps>(`/api/communes/${commune.code}/gaps?${query}`)
      const expected = expectedGaps(scene, commune)
      expect(inOrder(answer.gaps), commune.code).toEqual(inOrder(expected))
      expect(answer.withheld).toBe(0)
      for (const gap of answer.gaps) expectNearest(scene, gap)
      compared += expected.length
    }
    expect(compared).toBeGreaterThan(20)
  }, 600_000)
}
