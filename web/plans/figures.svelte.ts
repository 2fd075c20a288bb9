import type { IndicatorAnswer } from '../../server/plans/contract.ts'
import { Resource } from '../http/resource.svelte.ts'
import type { Locale } from '../i18n/i18n.svelte.ts'
import { type AskedTimes, fetchIndicators } from './api.ts'

/** The indicators of one commune on one day; it remembers whose they are, so that none is shown for another's. */
export class Figures {
  readonly #resource = new Resource<{ code: string; asOf: string; indicators: IndicatorAnswer[] }>()
  #code = $state<string>()

  /** Asks for a commune's indicators; the returned function ends the question. */
  load(code: string, times: AskedTimes, locale: Locale) {
    this.#code = code
    return this.#resource.load(async (signal) => {
      const { asOf, indicators } = await fetchIndicators(code, times, locale, signal)
      return { code, asOf, indicators }
    })
  }

  /** undefined until the figures of the commune that was asked for are here. */
  get indicators(): readonly IndicatorAnswer[] | undefined {
    return this.#own?.indicators
  }

  /** The day that the figures are of, as the server understood it. */
  get asOf(): string | undefined {
    return this.#own?.asOf
  }

  get loading() {
    return this.#resource.loading
  }

  get error() {
    return this.#resource.error
  }

  find(indicator: string): IndicatorAnswer | undefined {
    return this.indicators?.find((answer) => answer.indicator === indicator)
  }

  retry() {
    this.#resource.retry()
  }

  clear() {
    this.#code = undefined
    this.#resource.clear()
  }

  get #own() {
    return this.#resource.value?.code === this.#code ? this.#resource.value : undefined
  }
}
