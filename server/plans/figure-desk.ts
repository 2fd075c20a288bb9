import type { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { askAbout } from '../figures/ask.ts'
import type { Ask, Calculator, FigureParameter } from '../figures/draft.ts'
import { settledMoment } from '../figures/settled.ts'
import type { Times } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import { answers, calculate } from './answer.ts'
import type { getIndicator } from './contract.ts'
import { enteredDrafts, enteredIndicator } from './entered.ts'
import { restrictTo } from './one-operator.ts'
import { findIndicators, findMeasurements, findTargets, type IndicatorRow } from './queries.ts'

/** Where questions about figures are answered: the database, and how each computed indicator is come by. */
export interface FigureDesk {
  db: Queryable
  calculators: ReadonlyMap<string, Calculator>
}

export const openDesk = (db: Queryable, calculators: readonly Calculator[]): FigureDesk => ({
  db,
  calculators: new Map(calculators.map((calculator) => [calculator.indicator, calculator]))
})

async function findIndicator(db: Queryable, code: string): Promise<IndicatorRow> {
  const indicator = (await findIndicators(db)).get(code)
  if (indicator) return indicator
  throw new HttpError(404, {
    vi: `Không có chỉ tiêu «${code}». Danh sách chỉ tiêu của một xã: /api/communes/{mã xã}/indicators.`,
    en: `There is no indicator “${code}”. A commune's indicators: /api/communes/{code}/indicators.`
  })
}

const PARAMETERS: readonly FigureParameter[] = ['operator', 'days', 'mbps']

/** Throws 400 for a parameter that says nothing to this indicator: it would be ignored. */
function requireMeant(
  query: z.infer<typeof getIndicator.query>,
  code: string,
  takes: readonly FigureParameter[] = []
) {
  const extra = PARAMETERS.find((name) => query[name] !== undefined && !takes.includes(name))
  if (!extra) return
  throw new HttpError(400, {
    vi: `Tham số «${extra}» không có nghĩa với chỉ tiêu «${code}». Hãy bỏ tham số này.`,
    en: `Parameter “${extra}” means nothing to the indicator “${code}”. Leave it out.`
  })
}

/** What is not computed from the map is what was entered. */
async function answerOne({ db, calculators }: FigureDesk, question: Ask, indicator: IndicatorRow) {
  const calculator = calculators.get(indicator.code) ?? enteredIndicator(indicator)
  const calculated = await calculate(question, indicator, calculator)
  return answers(db, [calculated], question.grounds, question.moment)
}

/** The entered indicators that the commune's plan sets a target for. */
async function allEntered({ db, grounds, moment }: Ask, indicators: ReadonlyMap<string, IndicatorRow>) {
  const codes = grounds.map(({ code }) => code)
  const targets = await findTargets(db, codes, null, moment)
  const rows = await findMeasurements(db, codes, moment)
  const planned = new Set(targets.map(({ indicatorCode }) => indicatorCode))
  return [...indicators.values()]
    .filter(({ kind, code }) => kind === 'entered' && planned.has(code))
    .map((indicator) => ({ indicator, drafts: enteredDrafts(codes, indicator, rows) }))
}

/** One indicator of one commune. Throws 404 for a commune, indicator or operator that does not exist. */
export async function indicatorOfCommune(
  desk: FigureDesk,
  { code, indicator: indicatorCode }: z.infer<typeof getIndicator.params>,
  query: z.infer<typeof getIndicator.query>
) {
  const moment = await settledMoment(desk.db, query)
  const indicator = await findIndicator(desk.db, indicatorCode)
  requireMeant(query, indicatorCode, desk.calculators.get(indicatorCode)?.takes)
  const whole = await askAbout(desk.db, code, moment, query)
  const [answer] = await answerOne(desk, restrictTo(whole, query.operator), indicator)
  return answer!
}

/** Every indicator of one commune, computed ones first. Throws 404 for a commune that does not exist. */
export async function indicatorsOfCommune(desk: FigureDesk, code: string, query: Times) {
  const moment = await settledMoment(desk.db, query)
  const indicators = await findIndicators(desk.db)
  const question = await askAbout(desk.db, code, moment)
  const computed = [...desk.calculators.values()].flatMap((calculator) => {
    const indicator = indicators.get(calculator.indicator)
    return indicator ? [calculate(question, indicator, calculator)] : []
  })
  const [calculated, entered] = await Promise.all([Promise.all(computed), allEntered(question, indicators)])
  const all = await answers(desk.db, [...calculated, ...entered], question.grounds, moment)
  return { ...moment, computedAt: new Date().toISOString(), indicators: all }
}

/** One indicator of every commune. Throws 404 for an indicator that does not exist. */
export async function indicatorEverywhere(desk: FigureDesk, indicatorCode: string, query: Times) {
  const moment = await settledMoment(desk.db, query)
  const indicator = await findIndicator(desk.db, indicatorCode)
  const question = await askAbout(desk.db, null, moment)
  const communes = await answerOne(desk, question, indicator)
  return { ...moment, computedAt: new Date().toISOString(), communes }
}
