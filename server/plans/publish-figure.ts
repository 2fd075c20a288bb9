import { NO_NUMBERS, type CommuneDraft, type Draft } from '../figures/draft.ts'
import { findImports, sourceItems } from '../figures/sources.ts'
import { verdictOf } from '../figures/verdict.ts'
import { FEWEST_HOUSEHOLDS, withheldParts } from '../figures/withholding.ts'
import type { Figure, IndicatorAnswer, Target } from './contract.ts'

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
  const { open, households: _households, evidence = [], sources, ...figure } = draft
  const counted = { low: draft.numerator, high: draft.numerator, open }
  const bounds = unit === 'count' ? counted : { low: draft.low, high: draft.high, open }
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

function withheldIn({ commune, villages, outside }: CommuneDraft) {
  const parts = [...villages].map(([code, { households }]) => ({ key: VILLAGE + code, households }))
  const rest = outside ? [{ key: OUTSIDE, households: outside.households }] : []
  const { households } = commune
  const small = households !== null && households > 0 && households < FEWEST_HOUSEHOLDS
  return { small, keys: withheldParts([...parts, ...rest]) }
}

/** A commune's figures as the public gets them. A commune of fewer than 5 households is itself withheld. */
export function publishFigures(draft: CommuneDraft, judging: Judging) {
  const { small, keys } = withheldIn(draft)
  const figureOf = (part: Draft, hidden: boolean) => (hidden ? withhold(part) : judge(part, judging))
  return {
    commune: figureOf(draft.commune, small),
    villages: new Map(
      [...draft.villages].map(([code, part]) => [code, figureOf(part, keys.has(VILLAGE + code))])
    ),
    outside: draft.outside && figureOf(draft.outside, keys.has(OUTSIDE))
  }
}

/** Imports that any of the drafts stands on. */
export const importIdsOf = (drafts: Iterable<CommuneDraft>) =>
  [...drafts].flatMap(({ commune, villages, outside }) =>
    [commune, ...villages.values(), ...(outside ? [outside] : [])].flatMap(({ sources }) =>
      sources.map(({ importId }) => importId)
    )
  )
