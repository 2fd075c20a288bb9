import type { listIndicators } from '../../server/plans/contract.ts'
import { getJson } from '../http/get-json.ts'
import type { Locale } from '../i18n/i18n.svelte.ts'

/** When the figures are of, and as far as was known when; what is absent means today and now. */
export interface AskedTimes {
  asOf?: string | undefined
  knownAt?: string | undefined
}

export const fetchIndicators = (code: string, times: AskedTimes, locale: Locale, signal: AbortSignal) =>
  getJson<typeof listIndicators>('/api/communes/:code/indicators', times, {
    params: { code },
    locale,
    signal
  })
