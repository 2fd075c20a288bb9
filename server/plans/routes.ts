import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Queryable } from '../db/pool.ts'
import type { Ask, Calculator } from '../figures/draft.ts'
import { askAbout } from '../figures/ask.ts'
import { momentOf } from '../figures/moment.ts'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import { answers, calculate } from './answer.ts'
import { compareCommunes, getIndicator, listIndicators } from './contract.ts'
import { enteredDrafts, enteredIndicator, lacking } from './entered.ts'
import { restrictTo } from './one-operator.ts'
import { findIndicators, findMeasurements, findTargets, type IndicatorRow } from './queries.ts'

/** Computed indicators that wait for their theme. */
const LACKING = [
  lacking('relics_digitised', 'relics'),
  lacking('relics_on_map', 'relics'),
  lacking('reports_published', 'reports')
]

const unknownIndicator = (code: string) =>
  new HttpError(404, {
    vi: `Không có chỉ tiêu «${code}». Danh sách chỉ tiêu của một xã: /api/communes/{mã xã}/indicators.`,
    en: `There is no indicator “${code}”. A commune's indicators: /api/communes/{code}/indicators.`
  })

/** The entered indicators that the commune's plan sets a target for. */
async function allEntered({ db, grounds, moment }: Ask, indicators: ReadonlyMap<string, IndicatorRow>) {
  const codes = grounds.map(({ code }) => code)
  const [targets, rows] = await Promise.all([findTargets(db, codes, null), findMeasurements(db, codes, moment)])
  const planned = new Set(targets.map(({ indicatorCode }) => indicatorCode))
  return [...indicators.values()]
    .filter(({ kind, code }) => kind === 'entered' && planned.has(code))
    .map((indicator) => ({ indicator, drafts: enteredDrafts(codes, indicator.code, rows) }))
}

/**
 * Figures of the plans' indicators, per commune and village. `calculators`: how each computed one is come by. `db` is the
 * primary: a replica that lags would answer for a `knownAt` that it has not reached.
 */
export const indicatorRoutes: FastifyPluginAsyncZod<{ db: Queryable; calculators: readonly Calculator[] }> = async (
  app,
  { db, calculators }
) => {
  const byCode = new Map([...calculators, ...LACKING].map((calculator) => [calculator.indicator, calculator]))
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-cache'))

  async function find(code: string) {
    const indicator = (await findIndicators(db)).get(code)
    if (!indicator) throw unknownIndicator(code)
    return indicator
  }

  app.get(
    getIndicator.path,
    {
      schema: {
        params: getIndicator.params,
        querystring: getIndicator.query,
        response: { 200: getIndicator.reply, 400: Problem, 404: Problem }
      }
    },
    async (request) => {
      const { code, indicator: indicatorCode } = request.params
      const moment = momentOf(request.query)
      const [indicator, whole] = await Promise.all([find(indicatorCode), askAbout(db, code, moment, request.query)])
      const question = restrictTo(whole, request.query.operator)
      const calculator = byCode.get(indicatorCode) ?? enteredIndicator(indicatorCode)
      const [answer] = await answers(db, [await calculate(question, indicator, calculator)], question.grounds, moment)
      return answer!
    }
  )

  app.get(
    listIndicators.path,
    {
      schema: {
        params: listIndicators.params,
        querystring: listIndicators.query,
        response: { 200: listIndicators.reply, 400: Problem, 404: Problem }
      }
    },
    async (request) => {
      const moment = momentOf(request.query)
      const [indicators, question] = await Promise.all([
        findIndicators(db),
        askAbout(db, request.params.code, moment, {})
      ])
      const computed = [...byCode.values()].flatMap((calculator) => {
        const indicator = indicators.get(calculator.indicator)
        return indicator ? [calculate(question, indicator, calculator)] : []
      })
      const [calculated, entered] = await Promise.all([Promise.all(computed), allEntered(question, indicators)])
      const all = await answers(db, [...calculated, ...entered], question.grounds, moment)
      return { ...moment, computedAt: new Date().toISOString(), indicators: all }
    }
  )

  app.get(
    compareCommunes.path,
    {
      schema: {
        params: compareCommunes.params,
        querystring: compareCommunes.query,
        response: { 200: compareCommunes.reply, 400: Problem, 404: Problem }
      }
    },
    async (request) => {
      const moment = momentOf(request.query)
      const [indicator, question] = await Promise.all([find(request.params.indicator), askAbout(db, null, moment, {})])
      const calculator = byCode.get(indicator.code) ?? enteredIndicator(indicator.code)
      const all = await answers(db, [await calculate(question, indicator, calculator)], question.grounds, moment)
      return { ...moment, computedAt: new Date().toISOString(), communes: all }
    }
  )
}
