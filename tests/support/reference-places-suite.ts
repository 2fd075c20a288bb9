import { expect, test } from 'vitest'
import type { Figure } from '../../server/figures/contract.ts'
import type { IndicatorAnswer } from '../../server/plans/contract.ts'
import { percent } from './compare-figures.ts'
import type { Scene } from './reference-figures.ts'
import {
  referenceCameras,
  referenceFibreHouseholds,
  referenceFibreVillages,
  referenceGigabit,
  referenceInstitutions,
  referenceWifi,
  type ReferenceShare,
  type ReferenceShares
} from './reference-places.ts'
import type { WorldArea } from './world.ts'

/** How a suite reaches the program and what it must agree with. */
export interface ReferenceScope {
  answers(indicator: string): Promise<ReadonlyMap<string, IndicatorAnswer>>
  communes(): Iterable<{ scene: Scene; commune: WorldArea }>
}

type Reference = (scene: Scene, commune: WorldArea) => ReferenceShares

const REFERENCES: [string, Reference][] = [
  ['fixed_1gbps', referenceGigabit],
  ['fibre_households', referenceFibreHouseholds],
  ['fibre_villages', referenceFibreVillages],
  ['cultural_house_wifi', (scene, commune) => referenceWifi(scene, commune, 90)],
  ['institution_highspeed', (scene, commune) => referenceInstitutions(scene, commune, 100)],
  ['camera_villages', referenceCameras]
]

const NOTHING = { numerator: null, unknown: null, denominator: null, low: null, value: null, high: null }

function expectShare(figure: Figure, share: ReferenceShare | null, where: string) {
  if (share === null) {
    expect(figure, where).toMatchObject(NOTHING)
    expect(figure.reason, where).toMatch(/^(no_data|not_applicable)$/)
    return
  }
  const { yes, proven, unknown, total } = share
  expect(figure, where).toMatchObject({
    numerator: yes,
    unknown,
    denominator: total,
    low: percent(proven, total),
    value: percent(yes, total),
    high: percent(yes + unknown, total),
    reason: null
  })
}

/** Every indicator of lines and places, in every commune, village and outside villages, against counting one by one. */
export function placesAgree(scope: ReferenceScope) {
  test.each(REFERENCES)(
    '%s agrees with brute force',
    async (indicator, reference) => {
      const answers = await scope.answers(indicator)
      let given = 0
      for (const { scene, commune } of scope.communes()) {
        const expected = reference(scene, commune)
        const answer = answers.get(commune.code)!
        expectShare(answer.commune.figure, expected.commune, commune.code)
        expect(answer.villages).toHaveLength(expected.villages.size)
        for (const { code, figure } of answer.villages)
          expectShare(figure, expected.villages.get(code) ?? null, code)
        expect(answer.outsideVillages === null).toBe(expected.outside === undefined)
        if (answer.outsideVillages)
          expectShare(answer.outsideVillages.figure, expected.outside ?? null, `${commune.code} outside`)
        if (expected.commune) given++
      }
      expect(given).toBeGreaterThan(30)
    },
    600_000
  )
}
