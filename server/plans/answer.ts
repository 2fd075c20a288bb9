import type { Queryable } from '../db/pool.ts'
import type { Ask, Calculator, CommuneDraft } from '../figures/draft.ts'
import type { Ground } from '../figures/ground.ts'
import type { Moment } from '../figures/moment.ts'
import { findImports } from '../figures/sources.ts'
import type { IndicatorAnswer, Target } from './contract.ts'
import { applicableTarget } from './milestone.ts'
import { importIdsOf, publishFigures } from './publish-figure.ts'
import { findTargets, type IndicatorRow, type TargetRow } from './queries.ts'

/** One indicator worked out for the communes asked for. */
export interface Calculated {
  indicator: IndicatorRow
  drafts: ReadonlyMap<string, CommuneDraft>
}

/** Works out one indicator for every commune of the question. */
export const calculate = async (
  ask: Ask,
  indicator: IndicatorRow,
  calculator: Calculator
): Promise<Calculated> => ({
  indicator,
  drafts: await calculator.calculate(ask)
})

function targetOf(
  targets: readonly TargetRow[],
  commune: string,
  indicator: string,
  asOf: string
): Target | null {
  const own = targets.filter(
    ({ communeCode, indicatorCode }) => communeCode === commune && indicatorCode === indicator
  )
  const found = applicableTarget(own, asOf)
  if (!found) return null
  const { year, quarter, comparator, value, stretch, leadUnit, note } = found
  return { year, quarter, comparator, value, stretch, leadUnit, note }
}

type Imports = Awaited<ReturnType<typeof findImports>>

function answerOf(
  { indicator, drafts }: Calculated,
  ground: Ground,
  moment: Moment,
  computedAt: string,
  targets: readonly TargetRow[],
  imports: Imports
): IndicatorAnswer[] {
  const draft = drafts.get(ground.code)
  if (!draft) return []
  const { code, kind, unit, name } = indicator
  const target = targetOf(targets, ground.code, code, moment.asOf)
  const figures = publishFigures(draft, { target, unit, imports })
  const villages = ground.villages.flatMap((village) => {
    const figure = figures.villages.get(village.code)
    const { provisional } = village
    return figure ? [{ code: village.code, name: village.name, kind: village.kind, provisional, figure }] : []
  })
  const commune = {
    code: ground.code,
    name: ground.name,
    kind: ground.kind,
    illustration: ground.illustration,
    figure: figures.commune
  }
  const outsideVillages = figures.outside && { figure: figures.outside }
  return [
    { indicator: code, kind, name, unit, ...moment, computedAt, target, commune, villages, outsideVillages }
  ]
}

/** The answers to what was worked out: communes in the order asked, indicators in the order worked out. */
export async function answers(
  db: Queryable,
  calculated: readonly Calculated[],
  grounds: readonly Ground[],
  moment: Moment
): Promise<IndicatorAnswer[]> {
  const computedAt = new Date().toISOString()
  const only = calculated.length === 1 ? calculated[0]!.indicator.code : null
  const codes = grounds.map(({ code }) => code)
  const [targets, imports] = await Promise.all([
    findTargets(db, codes, only, moment),
    findImports(
      db,
      calculated.flatMap(({ drafts }) => importIdsOf(drafts.values()))
    )
  ])
  return grounds.flatMap((ground) =>
    calculated.flatMap((one) => answerOf(one, ground, moment, computedAt, targets, imports))
  )
}
