import type { listCommunes, search } from '../../server/areas/contract.ts'
import { getJson } from '../http/get-json.ts'
import type { Locale } from '../i18n/i18n.svelte.ts'

export const fetchCommunes = async (locale: Locale, signal: AbortSignal) => {
  const { communes } = await getJson<typeof listCommunes>('/api/communes', {}, { locale, signal })
  return communes
}

const HITS = 8

export const fetchHits = async (
  q: string,
  commune: string | undefined,
  locale: Locale,
  signal: AbortSignal
) => {
  const query = { q, commune, limit: HITS }
  const { hits } = await getJson<typeof search>('/api/search', query, { locale, signal })
  return hits
}
