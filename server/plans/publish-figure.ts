import { NO_NUMBERS, type CommuneDraft, type Draft } from '../figures/draft.ts'
import { findImports, sourceItems } from '../figures/sources.ts'
import { verdictOf } from '../figures/verdict.ts'
import { isSmall, withheldParts } from '../figures/withholding.ts'
import type { Figure, MissingItem } from '../figures/contract.ts'
import type { IndicatorAnswer, Target } from './contract.ts'

type Imports = Awaited<ReturnType<typeof findImports>>

/** What a draft is judged by and shown with. */
export interface Judging {
  target: Target | null
  unit: IndicatorAnswer['unit']
  imports: Imports
}

const OUTSIDE = 'outside'
const VILLAGE = 'village:'

/** The draft held against the target, with the sources spelt out. */
function judge(draft: Draft, { target, unit, imports }: Judging): Figure {
  const { households: _households, evidence = [], sources, ...figure } = draft
  const counted = { low: draft.numerator, high: draft.numerator }
  const bounds = unit === 'count' ? counted : { low: draft.low, high: draft.high }
  return {
    ...figure,
    verdict: verdictOf(bounds, target?.value ?? null),
    stretchVerdict: verdictOf(bounds, target?.stretch ?? null),
    sources: [...sourceItems(sources, imports), ...evidence]
  }
}

const nulled = (key: 'any' | 'maxOperator' | 'each' | 'all' | 'land', draft: Draft) =>
  key in draft ? { [key]: null } : {}

/** The figure of a part so small that it would speak of single homes: nothing but that it is withheld. */
function withhold(draft: Draft): Figure {
  const { basis, threshold, operatorsExpected, operatorsHeard } = draft
  return {
    ...NO_NUMBERS,
    ...nulled('any', draft),
    ...nulled('maxOperator', draft),
    ...nulled('each', draft),
    ...nulled('all', draft),
    ...nulled('land', draft),
    basis,
    threshold,
    ...(operatorsExpected ? { operatorsExpected } : {}),
    ...(operatorsHeard ? { operatorsHeard } : {}),
    verdict: null,
    stretchVerdict: null,
    missing: [],
    sources: [],
    reason: 'withheld'
  }
}

/** Without how many it concerns: a count of a part so small, or that gives one away, is a figure of it. */
const uncounted = (missing: readonly MissingItem[]) => missing.filter(({ count }) => count === undefined)

function publishPart(draft: Draft, hidden: boolean, judging: Judging): Figure {
  if (!hidden) return judge(draft, judging)
  // Where there is no figure, that is said, and nothing is withheld but the counts.
  if (draft.reason !== null)
    return judge({ ...draft, ...nulled('land', draft), missing: uncounted(draft.missing) }, judging)
  return withhold(draft)
}

function withheldIn({ commune, villages, outside }: CommuneDraft) {
  const partOf = (key: string, { households, denominator, missing }: Draft) => ({
    key,
    households,
    adds: commune.reason !== null || (denominator ?? 0) > 0,
    lacks: missing.some(({ count }) => count !== undefined)
  })
  const parts = [...villages].map(([code, draft]) => partOf(VILLAGE + code, draft))
  return withheldParts(outside ? [...parts, partOf(OUTSIDE, outside)] : parts)
}

/** The commune's draft without the names of villages that are withheld: a count that is theirs alone would be their figure. */
const nameless = (draft: Draft, keys: ReadonlySet<string>): Draft => ({
  ...draft,
  missing: draft.missing.map(({ villages, ...item }) => {
    const named = villages?.filter((code) => item.count === undefined || !keys.has(VILLAGE + code)) ?? []
    return named.length > 0 ? { ...item, villages: named } : item
  })
})

/** A commune's figures as the public gets them. A commune of fewer than 5 households is itself withheld. */
export function publishFigures(draft: CommuneDraft, judging: Judging) {
  const { keys, wholeToo } = withheldIn(draft)
  const { commune, villages, outside } = draft
  return {
    commune: publishPart(nameless(commune, keys), wholeToo || isSmall(commune.households), judging),
    villages: new Map(
      [...villages].map(([code, part]) => [code, publishPart(part, keys.has(VILLAGE + code), judging)])
    ),
    outside: outside && publishPart(outside, keys.has(OUTSIDE), judging)
  }
}

/** Imports that any of the drafts stands on. */
export const importIdsOf = (drafts: Iterable<CommuneDraft>) =>
  [...drafts].flatMap(({ commune, villages, outside }) =>
    [commune, ...villages.values(), ...(outside ? [outside] : [])].flatMap(({ sources }) =>
      sources.map(({ importId }) => importId)
    )
  )
