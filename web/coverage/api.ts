import type { deadSpots, gaps, MobileTechnology } from '../../server/coverage/contract.ts'
import type { z } from 'zod'
import { getJson } from '../http/get-json.ts'
import type { Locale } from '../i18n/i18n.svelte.ts'

export type DeadSpots = z.output<typeof deadSpots.reply>
export type Gaps = z.output<typeof gaps.reply>
interface Times {
  asOf?: string | undefined
  knownAt?: string | undefined
}

export const fetchDeadSpots = (code: string, times: Times, locale: Locale, signal: AbortSignal) =>
  getJson<typeof deadSpots>('/api/communes/:code/dead-spots', times, { params: { code }, locale, signal })

export const fetchGaps = (
  code: string,
  query: Times & { technology: MobileTechnology },
  locale: Locale,
  signal: AbortSignal
) => getJson<typeof gaps>('/api/communes/:code/gaps', query, { params: { code }, locale, signal })
