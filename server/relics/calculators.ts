import { createHash } from 'node:crypto'
import { groupBy } from '../figures/group-by.ts'
import { sourcesOf } from '../figures/by-part.ts'
import type { SourceItem } from '../figures/contract.ts'
import { NO_NUMBERS, type Calculator, type Draft } from '../figures/draft.ts'
import { shareDraft } from '../figures/share-draft.ts'
import { findScoredRelics, type ScoredRelic } from './score-queries.ts'

const count = (relics: readonly ScoredRelic[], chosen: (relic: ScoredRelic) => boolean) =>
  relics.filter(chosen).length

const latest = (texts: readonly (string | null)[]) =>
  texts.reduce((last, text) => (text !== null && (last === null || text > last) ? text : last), null)

/** The media that a figure stands on, as one source: since when, and one checksum over all their originals. */
function mediaOf(relics: readonly ScoredRelic[]): SourceItem[] {
  const publishedAt = latest(relics.map(({ mediaKnownFrom }) => mediaKnownFrom))
  if (publishedAt === null) return []
  const checksums = relics.flatMap(({ mediaSha256 }) => mediaSha256 ?? [])
  return [
    {
      import: null,
      title: 'Tư liệu số hóa của di tích',
      sha256: createHash('sha256').update(checksums.join('\n')).digest('hex'),
      collection: 'relic_media',
      validFrom: latest(relics.map(({ mediaFrom }) => mediaFrom)),
      publishedAt
    }
  ]
}

const nothing = (relics: readonly ScoredRelic[]) =>
  relics.length > 0 ? [] : [{ kind: 'collection' as const, collection: 'relics' }]

/** So many relics with all seven items; a commune whose relics nobody listed has no figure, not nought. */
function digitised(relics: readonly ScoredRelic[]): Draft {
  const there = relics.length > 0
  return {
    ...NO_NUMBERS,
    numerator: there ? count(relics, (relic) => relic.digitised) : null,
    basis: there ? 'places' : 'none',
    threshold: { technology: null, level: null },
    missing: nothing(relics),
    sources: sourcesOf([], ...relics.map(({ importId }) => importId)),
    evidence: mediaOf(relics),
    reason: there ? null : 'no_data',
    households: null
  }
}

/** On the map is what is placed with a stated accuracy; a place that nobody vouches for is not known to be right. */
function onMap(relics: readonly ScoredRelic[]): Draft {
  const yes = count(relics, ({ placed }) => placed)
  const share = { yes, proven: yes, unknown: relics.length - yes, total: relics.length }
  return shareDraft(share, {
    given: true,
    basis: relics.length > 0 ? 'places' : 'none',
    missing: nothing(relics),
    sources: sourcesOf([], ...relics.map(({ importId }) => importId)),
    households: null
  })
}

/** Of the commune alone: by village, a protected place would be told of by what changes there. */
const ofCommune = (indicator: string, draftOf: (relics: readonly ScoredRelic[]) => Draft): Calculator => ({
  indicator,
  async calculate({ db, grounds, areas, moment }) {
    const relics = groupBy(await findScoredRelics(db, areas, moment), ({ communeCode }) => communeCode)
    return new Map(
      grounds.map(({ code }) => [
        code,
        { commune: draftOf(relics.get(code) ?? []), villages: new Map(), outside: null }
      ])
    )
  }
})

/** The indicators that come from relics. */
export const relicCalculators: readonly Calculator[] = [
  ofCommune('relics_digitised', digitised),
  ofCommune('relics_on_map', onMap)
]
