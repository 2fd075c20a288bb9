import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { SIGNAL_STATES } from '../../server/coverage/contract.ts'
import type { IndicatorAnswer } from '../../server/plans/contract.ts'
import { compare, holdsTogether, percent } from '../support/compare-figures.ts'
import { startFigures, villageFigure, type FiguresServer } from '../support/figures-server.ts'
import { loadWorlds } from '../support/load-worlds.ts'
import { placesAgree } from '../support/reference-places-suite.ts'
import { signalAgrees } from '../support/reference-signal-suite.ts'
import { randomWorld } from '../support/random-world.ts'
import { BATCHES, momentOfBatch, type World, type WorldArea } from '../support/world.ts'
import { referenceCommune, sceneOf } from '../support/reference-figures.ts'
import { referenceHomes, referenceLand } from '../support/reference-land.ts'
import type { ReferenceMoment } from '../support/reference-maps.ts'

// Two communes each. The embedded engine takes a fifth of them, to be done in a few minutes.
const WORLDS = inject('engine') === 'postgres' ? 500 : 100
const LAST = BATCHES.length - 1
const MOMENTS: ReferenceMoment[] = [
  { day: '2026-06-30', batch: LAST },
  { day: '2026-02-15', batch: LAST },
  { day: '2026-08-01', batch: LAST },
  { day: '2026-05-15', batch: 9 },
  { day: '2026-06-30', batch: 4 }
]

let server: FiguresServer
const worlds: World[] = Array.from({ length: WORLDS }, (_, index) => randomWorld(index))

beforeAll(async () => {
  server = await startFigures()
  await loadWorlds(server.data, worlds)
}, 600_000)
afterAll(() => server.stop())

const knownAt = ({ batch }: ReferenceMoment) => momentOfBatch(batch).replace('.000Z', '.200Z')
const query = (moment: ReferenceMoment) => `asOf=${moment.day}&knownAt=${knownAt(moment)}`

async function answersAt(indicator: string, moment: ReferenceMoment) {
  const { communes } = await server.get<{ communes: IndicatorAnswer[] }>(
    `/api/indicators/${indicator}?${query(moment)}`
  )
  return new Map(communes.map((answer) => [answer.commune.code, answer]))
}

/** Every commune of every world at a moment, with the reference's view of it. */
function* everyCommune(moment: ReferenceMoment) {
  for (const world of worlds) {
    const scene = sceneOf(world, moment)
    for (const commune of scene.communes) yield { scene, commune }
  }
}

describe.each(MOMENTS)('as of $day, known up to import $batch', (moment) => {
  test('population agrees with brute force in every commune and village', async () => {
    const answers = await answersAt('mobile_5g_population', moment)
    let compared = 0
    for (const { scene, commune } of everyCommune(moment)) {
      const reference = referenceCommune(scene, commune)
      const answer = answers.get(commune.code)!
      compare(answer.commune.figure, reference.commune, reference, commune.code)
      compare(answer.outsideVillages!.figure, reference.outside, reference, `${commune.code} outside`)
      for (const [code, count] of reference.villages)
        compare(villageFigure(answer, code), count, reference, code)
      for (const part of [answer.commune, ...answer.villages]) holdsTogether(part.figure, part.code)
      expect(answer.villages).toHaveLength(reference.villages.size)
      compared++
    }
    expect(compared).toBe(2 * WORLDS)
  }, 600_000)
})

const scope = {
  answers: (indicator: string) => answersAt(indicator, MOMENTS[0]!),
  communes: () => everyCommune(MOMENTS[0]!),
  get: <Reply>(path: string) => server.get<Reply>(path),
  query: query(MOMENTS[0]!),
  states: WORLDS === 500 ? SIGNAL_STATES : (['covered', 'no_signal', 'unknown'] as const)
}
placesAgree(scope)
signalAgrees(scope)

test('4G population agrees too', async () => {
  const [moment] = MOMENTS
  const answers = await answersAt('mobile_4g_population', moment!)
  for (const { scene, commune } of everyCommune(moment!)) {
    const reference = referenceCommune(scene, commune, '4G')
    const answer = answers.get(commune.code)!
    compare(answer.commune.figure, reference.commune, reference, commune.code)
    for (const [code, count] of reference.villages)
      compare(villageFigure(answer, code), count, reference, code)
  }
}, 600_000)

test('one operator alone agrees too', async () => {
  const [moment] = MOMENTS
  let compared = 0
  for (const { scene, commune } of everyCommune(moment!)) {
    const { operators, expected } = referenceCommune(scene, commune)
    const operator = [...operators, ...expected].at(-1)
    if (operator === undefined || compared === 100) continue
    const asked = `${query(moment!)}&operator=${encodeURIComponent(operator)}`
    const answer = await server.indicator(commune.code, 'mobile_5g_population', asked)
    const reference = referenceCommune(scene, commune, '5G', operator)
    compare(answer.commune.figure, reference.commune, reference, `${commune.code} ${operator}`)
    for (const [code, count] of reference.villages)
      compare(villageFigure(answer, code), count, reference, code)
    compared++
  }
  expect(compared).toBe(100)
}, 600_000)

const closeTo = (actual: number | null | undefined, expected: number, where: string) =>
  expect(Math.abs((actual ?? NaN) - expected), `${where}: ${actual} for ${expected}`).toBeLessThan(1e-4)

test('land agrees to a millionth', async () => {
  const [moment] = MOMENTS
  const answers = await answersAt('mobile_5g_population', moment!)
  for (const { scene, commune } of everyCommune(moment!)) {
    const answer = answers.get(commune.code)!
    const check = (land: number | null | undefined, part: WorldArea) => {
      if (answer.commune.figure.operatorsHeard?.length === 0 && land === null) return
      const { m2, coveredM2 } = referenceLand(scene, commune, part)
      closeTo(land, percent(coveredM2, m2), part.code)
    }
    check(answer.commune.figure.land, commune)
    for (const village of scene.villages.filter((one) => one.commune === commune.code))
      check(villageFigure(answer, village.code).land, village)
  }
}, 600_000)

test('residential land agrees to a millionth', async () => {
  const [moment] = MOMENTS
  const answers = await answersAt('mobile_5g_residential', moment!)
  let compared = 0
  for (const { scene, commune } of everyCommune(moment!)) {
    const answer = answers.get(commune.code)!
    for (const part of [commune, ...scene.villages.filter((one) => one.commune === commune.code)]) {
      const figure = part === commune ? answer.outsideVillages!.figure : villageFigure(answer, part.code)
      const { m2, coveredM2 } = referenceHomes(scene, commune, part)
      if (figure.value === null) continue
      // A leftover of a few square metres between two edges is no larger than what doubles in degrees can tell.
      const tolerance = Math.max(1e-6 * m2, 1e-3)
      expect(Math.abs((figure.denominator ?? NaN) - m2), part.code).toBeLessThan(tolerance)
      expect(Math.abs((figure.numerator ?? NaN) - coveredM2), part.code).toBeLessThan(tolerance)
      expect(figure.low).toBeLessThanOrEqual(figure.value)
      expect(figure.value).toBeLessThanOrEqual(figure.high ?? NaN)
      compared++
    }
  }
  expect(compared).toBeGreaterThan(WORLDS)
}, 600_000)

test('a commune asked for alone gets the same answer as among all', async () => {
  const [moment] = MOMENTS
  const answers = await answersAt('mobile_5g_population', moment!)
  for (const code of [...answers.keys()].slice(0, 40)) {
    const alone = await server.indicator(code, 'mobile_5g_population', query(moment!))
    expect({ ...alone, computedAt: '' }).toEqual({ ...answers.get(code), computedAt: '' })
  }
}, 600_000)

test('with day and knowledge fixed, answers stay the same after new imports and undos', async () => {
  const moment = MOMENTS[3]!
  const before = await answersAt('mobile_5g_population', moment)
  const more = await server.data.publish('premises', [
    { geom: 'SRID=4326;POINT(104.02 16.02)', residents: 9, households: 9 }
  ])
  await server.data.undo(more)
  const { rows } = await server.db.query<{ id: number }>(
    'select id from import where undone_at is null order by id'
  )
  for (const { id } of rows) await server.data.undo(id, '2026-11-01T00:00:00Z')
  const after = await answersAt('mobile_5g_population', moment)

  for (const [code, answer] of before)
    expect({ ...after.get(code), computedAt: '' }).toEqual({ ...answer, computedAt: '' })
}, 600_000)
