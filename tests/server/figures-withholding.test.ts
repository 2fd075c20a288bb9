import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { z } from 'zod'
import type { deadSpots, gaps } from '../../server/coverage/contract.ts'
import type { Figure } from '../../server/figures/contract.ts'
import type { IndicatorAnswer } from '../../server/plans/contract.ts'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'
import { loadWorlds } from '../support/load-worlds.ts'
import { randomWorld } from '../support/random-world.ts'
import { sceneOf, type Scene } from '../support/reference-figures.ts'
import { homesIn } from '../support/reference-signal.ts'
import { BATCHES, momentOfBatch, type WorldArea } from '../support/world.ts'

// Worlds of few homes: a point has none, one or two households, so that most villages are small.
const worlds = Array.from({ length: inject('engine') === 'postgres' ? 80 : 25 }, (_, index) =>
  randomWorld(index, [0, 2])
)
const OF_HOMES = [
  'mobile_5g_population',
  'mobile_4g_population',
  'mobile_5g_residential',
  'fixed_1gbps',
  'fibre_households',
  'fibre_villages'
]
const DAY = '2026-06-30'
const batch = BATCHES.length - 1
const TIMES = `asOf=${DAY}&knownAt=${momentOfBatch(batch).replace('.000Z', '.200Z')}`

let server: FiguresServer

beforeAll(async () => {
  server = await startFigures()
  await loadWorlds(server.data, worlds)
}, 600_000)
afterAll(() => server.stop())

function* everyCommune(): Iterable<{ scene: Scene; commune: WorldArea }> {
  for (const world of worlds) {
    const scene = sceneOf(world, { day: DAY, batch })
    for (const commune of scene.communes) yield { scene, commune }
  }
}

interface PartFigure {
  code: string
  figure: Figure
  households: number
}

/** The parts of an answer, with the households that truly live there. */
function partsOf(answer: IndicatorAnswer, scene: Scene, commune: WorldArea): PartFigure[] {
  const ofPeople = answer.indicator.endsWith('population')
  // People at points of no household live in one all the same.
  const householdsIn = (part: WorldArea) => {
    const homes = homesIn(scene, part)
    const counted = homes.reduce((sum, { households }) => sum + households, 0)
    return counted || (homes.some(({ residents }) => (residents ?? 0) > 0) && ofPeople ? 1 : 0)
  }
  const villages = answer.villages.map(({ code, figure }) => {
    const village = scene.villages.find((one) => one.code === code)!
    return { code, figure, households: householdsIn(village) }
  })
  const { outsideVillages } = answer
  return outsideVillages
    ? [...villages, { code: 'outside', ...outsideVillages, households: householdsIn(commune) }]
    : villages
}

const NUMBERS = ['numerator', 'unknown', 'denominator', 'low', 'value', 'high', 'any', 'maxOperator'] as const
const isBlank = (figure: Figure) =>
  [...NUMBERS, 'each' as const, 'all' as const, 'land' as const].every(
    (key) => (figure[key] ?? null) === null
  )
const isSmall = (households: number) => households > 0 && households < 5

async function answersTo(indicator: string) {
  const { communes } = await server.get<{ communes: IndicatorAnswer[] }>(
    `/api/indicators/${indicator}?${TIMES}`
  )
  return new Map(communes.map((answer) => [answer.commune.code, answer]))
}

describe.each(OF_HOMES)('%s', (indicator) => {
  test('says nothing of fewer than five households, nor what would give them away', async () => {
    const answers = await answersTo(indicator)
    let withheld = 0
    for (const { scene, commune } of everyCommune()) {
      const answer = answers.get(commune.code)!
      const parts = partsOf(answer, scene, commune)
      for (const { code, figure, households } of parts) {
        if (!isSmall(households) || figure.reason === 'not_applicable') continue
        expect(isBlank(figure), code).toBe(true)
        expect(figure.missing.every(({ count }) => count === undefined)).toBe(true)
      }
      const hidden = parts.filter(({ figure }) => figure.reason === 'withheld')
      withheld += hidden.length
      for (const { figure } of hidden) {
        expect(isBlank(figure)).toBe(true)
        expect(figure).toMatchObject({ missing: [], sources: [], verdict: null, stretchVerdict: null })
      }
      const names = hidden.map(({ code }) => code)
      for (const { count, villages = [] } of answer.commune.figure.missing)
        if (count !== undefined) expect(villages.filter((code) => names.includes(code))).toEqual([])
      const few = hidden.filter(({ households }) => isSmall(households))
      if (few.length === 0 || answer.commune.figure.numerator === null) continue
      // What a subtraction leaves is the sum of two parts or more, of five households together.
      expect(hidden.length, commune.code).toBeGreaterThan(1)
      expect(hidden.reduce((sum, { households }) => sum + households, 0)).toBeGreaterThanOrEqual(5)
    }
    expect(withheld).toBeGreaterThan(10)
  })
})

test('a subtraction leaves more than one part’s people, not one part’s and nobody’s', async () => {
  const answers = await answersTo('fixed_1gbps')
  for (const { scene, commune } of everyCommune()) {
    const answer = answers.get(commune.code)!
    const { figure } = answer.commune
    if (figure.denominator === null) continue
    const parts = partsOf(answer, scene, commune)
    const hidden = parts.filter(({ figure: part }) => part.reason === 'withheld')
    const shown = parts.reduce((sum, { figure: part }) => sum + (part.denominator ?? 0), 0)
    const left = figure.denominator - shown
    expect(left).toBe(hidden.reduce((sum, { households }) => sum + households, 0))
    for (const { households } of hidden) expect(households).toBeLessThan(left)
  }
})

test('what is withheld of one map of people is withheld of every other', async () => {
  const answers = await answersTo('mobile_5g_population')
  const others = await answersTo('mobile_4g_population')
  const blankIn = (answer: IndicatorAnswer, code: string) => {
    const part = answer.villages.find((village) => village.code === code)
    expect(isBlank(part?.figure ?? answer.outsideVillages!.figure), code).toBe(true)
  }
  for (const { scene, commune } of everyCommune()) {
    const answer = answers.get(commune.code)!
    const hidden = partsOf(answer, scene, commune).filter(({ figure }) => figure.reason === 'withheld')
    const { operatorsHeard: [operator] = [] } = answer.commune.figure
    const asked = `${TIMES}&operator=${encodeURIComponent(operator ?? '')}`
    const alone = operator && (await server.indicator(commune.code, 'mobile_5g_population', asked))
    for (const { code } of hidden) {
      blankIn(others.get(commune.code)!, code)
      if (alone) blankIn(alone, code)
    }
  }
})

test('no state and no cluster speaks of them', async () => {
  const answers = await answersTo('mobile_5g_population')
  let shown = 0
  for (const { scene, commune } of everyCommune()) {
    const path = `/api/communes/${commune.code}`
    const spots = await server.get<z.infer<typeof deadSpots.reply>>(`${path}/dead-spots?${TIMES}`)
    const list = await server.get<z.infer<typeof gaps.reply>>(`${path}/gaps?${TIMES}`)
    const parts = partsOf(answers.get(commune.code)!, scene, commune)
    for (const { code, households } of parts.filter((part) => isSmall(part.households))) {
      const spot = spots.villages.find((village) => village.code === code)
      if (spot) expect(spot).toMatchObject({ state: 'unknown' })
      expect(list.gaps.filter(({ villageCode }) => (villageCode ?? 'outside') === code)).toEqual([])
      expect(households).toBeLessThan(5)
    }
    for (const gap of list.gaps) expect(gap.households).toBeGreaterThanOrEqual(5)
    shown += list.gaps.length
  }
  expect(shown).toBeGreaterThan(0)
})
