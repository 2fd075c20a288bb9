import { NO_NUMBERS, type Calculator, type Draft } from '../figures/draft.ts'
import type { Moment } from '../figures/moment.ts'
import { percent } from '../figures/percent.ts'
import { countPublishedResults } from './published-queries.ts'

const REPORTS = { vi: 'Phản ánh hiện trường', collection: 'reports' }

/** Of the commune alone: by village, a report that is not public would be told of by its absence. */
function draftOf(
  counted: { resolved: number; published: number } | undefined,
  { asOf, knownAt }: Moment
): Draft {
  const { resolved, published } = counted ?? { resolved: 0, published: 0 }
  const share = percent(published, resolved)
  const source = {
    import: null,
    title: REPORTS.vi,
    sha256: '',
    collection: REPORTS.collection,
    validFrom: asOf
  }
  const numbers = {
    numerator: published,
    unknown: 0,
    denominator: resolved,
    low: share,
    value: share,
    high: share
  }
  const there = resolved > 0
  return {
    ...(there ? numbers : NO_NUMBERS),
    basis: there ? 'places' : 'none',
    threshold: { technology: null, level: null },
    missing: there ? [] : [{ kind: 'collection', collection: REPORTS.collection }],
    sources: [],
    evidence: there ? [{ ...source, publishedAt: knownAt }] : [],
    reason: there ? null : 'no_data',
    households: null
  }
}

/** The indicators that come from reports. */
export const reportCalculators: readonly Calculator[] = [
  {
    indicator: 'reports_published',
    async calculate({ db, grounds, moment }) {
      const codes = grounds.map(({ code }) => code)
      const counted = await countPublishedResults(db, codes, moment)
      return new Map(
        codes.map((code) => [
          code,
          { commune: draftOf(counted.get(code), moment), villages: new Map(), outside: null }
        ])
      )
    }
  }
]
