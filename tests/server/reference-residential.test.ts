import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Figure } from '../../server/figures/contract.ts'
import type { IndicatorAnswer } from '../../server/plans/contract.ts'
import { startFigures, villageFigure, type FiguresServer } from '../support/figures-server.ts'
import { loadWorlds } from '../support/load-worlds.ts'
import { randomWorld } from '../support/random-world.ts'
import { referenceBands, type ReferenceBands } from '../support/reference-bands.ts'
import { inForce, sceneOf } from '../support/reference-figures.ts'
import { BATCHES, momentOfBatch } from '../support/world.ts'

const WORLDS = inject('engine') === 'postgres' ? 60 : 20
const MOMENT = { day: '2026-06-30', batch: BATCHES.length - 1 }
const worlds = Array.from({ length: WORLDS }, (_, index) => randomWorld(index))
let server: FiguresServer

beforeAll(async () => {
  server = await startFigures()
  await loadWorlds(server.data, worlds)
}, 300_000)
afterAll(() => server.stop())

/** The product errs to the safe side of both bounds, by no more than its bands are too wide. */
function expectBands(figure: Figure, bands: ReferenceBands, silenceIsNo: boolean, code: string) {
  const share = (percent: number | null) => (percent ?? NaN) / 100
  const [low, value, high] = [share(figure.low), share(figure.value), share(figure.high)]
  const { bias, noise } = bands
  const where = `${code} ${JSON.stringify({ ...bands, got: [low, value, high] })}`
  const top = silenceIsNo ? bands.high : 1
  expect(Math.abs(value - bands.value), where).toBeLessThanOrEqual(noise)
  expect(low - bands.low, where).toBeLessThanOrEqual(noise)
  expect(bands.low - low, where).toBeLessThanOrEqual(noise + bias)
  expect(top - high, where).toBeLessThanOrEqual(noise)
  expect(high - top, where).toBeLessThanOrEqual(noise + bias)
}

test('residential land safely inside and within reach of the edge agrees with looking at points', async () => {
  const knownAt = momentOfBatch(MOMENT.batch).replace('.000Z', '.200Z')
  const { communes } = await server.get<{ communes: IndicatorAnswer[] }>(
    `/api/indicators/mobile_5g_residential?asOf=${MOMENT.day}&knownAt=${knownAt}`
  )
  let compared = 0
  let sharp = 0
  for (const world of worlds) {
    const scene = sceneOf(world, MOMENT)
    for (const commune of scene.communes) {
      const answer = communes.find((one) => one.commune.code === commune.code)!
      const { silenceIsNo } = inForce(scene, commune)
      for (const part of [commune, ...scene.villages.filter((one) => one.commune === commune.code)]) {
        const figure = part === commune ? answer.outsideVillages!.figure : villageFigure(answer, part.code)
        const bands = figure.value === null ? undefined : referenceBands(scene, commune, part)
        if (!bands) continue
        expectBands(figure, bands, silenceIsNo, part.code)
        compared++
        if (5 * (bands.noise + bands.bias) < bands.value - bands.low) sharp++
      }
    }
  }
  expect(compared).toBeGreaterThan(WORLDS / 2)
  // Parts in which the band is five times as wide as what is forgiven.
  expect(sharp).toBeGreaterThan(WORLDS / 20)
}, 300_000)
