import type {
  getReport,
  listCategories,
  listReports,
  PublicReport
} from '../../../server/reports/contract.ts'
import { getJson } from '../../http/get-json.ts'
import type { Locale } from '../../i18n/i18n.svelte.ts'

const PAGE = 500
/** Five thousand signs are as many as a map can say something with. */
const MOST_PAGES = 10

/** The public reports of a commune, newest first. Throws RequestError. */
export async function fetchReports(commune: string, locale: Locale, signal: AbortSignal) {
  const all: PublicReport[] = []
  let after: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const query = { commune, limit: PAGE, after }
    const { reports, next } = await getJson<typeof listReports>('/api/reports', query, { locale, signal })
    all.push(...reports)
    if (next === null) break
    after = next
  }
  return all
}

/** One public report with its history. Throws RequestError. */
export const fetchReport = (number: string, locale: Locale, signal: AbortSignal) =>
  getJson<typeof getReport>('/api/reports/:number', {}, { locale, signal, params: { number } })

/** Names of the categories that reports have, by code. Throws RequestError. */
export async function fetchCategoryNames(locale: Locale, signal: AbortSignal) {
  const { categories } = await getJson<typeof listCategories>(
    '/api/report-categories',
    { all: 'true' },
    { locale, signal }
  )
  return new Map(categories.map(({ code, name }) => [code, name]))
}
