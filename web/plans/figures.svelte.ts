import type { z } from 'zod'
import type { IndicatorAnswer, listIndicators } from '../../server/plans/contract.ts'
import { Resource } from '../http/resource.svelte.ts'
import type { Locale } from '../i18n/i18n.svelte.ts'
import { type AskedTimes, fetchIndicators } from './api.ts'

/** The indicators of one commune on one day. */
export class Figures extends Resource<z.output<typeof listIndicators.reply>> {
  /** Asks for a commune's indicators; the returned function ends the question. */
  ask(code: string, times: AskedTimes, locale: Locale) {
    return this.load((signal) => fetchIndicators(code, times, locale, signal), code)
  }

  find(indicator: string): IndicatorAnswer | undefined {
    return this.value?.indicators.find((answer) => answer.indicator === indicator)
  }
}
