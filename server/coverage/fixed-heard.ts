import type { Ask } from '../figures/draft.ts'
import type { MissingItem } from '../figures/contract.ts'
import type { Touch } from './touching.ts'

/** Of whom an area of 1 Gbit/s, or a fibre line, is expected: by the technologies that the operators are declared with. */
export const FIXED_TECHNOLOGIES = ['fibre', 'fixed'] as const
export const FIBRE_TECHNOLOGIES = ['fibre'] as const

/** What is known in one commune of those who build fixed lines there. */
export interface FixedHeard {
  /** What they offer or have laid here, village by village. */
  touches: readonly Touch[]
  /** At least one operator is expected here and each of them has told of something here: what they leave out is a no. */
  silenceIsNo: boolean
  /** Whose areas or lines would turn an unknown into an answer. */
  missing: readonly MissingItem[]
  /** The imports that say who is expected. */
  expectedImportIds: readonly number[]
}

/**
 * Who was heard of those expected in a commune. One operator's area, however small, says nothing of another's: silence is
 * a no only once every one has told of something here. `collection`: what they tell it with.
 */
export function fixedHeard(
  { expected }: Pick<Ask, 'expected'>,
  touches: readonly Touch[],
  communeCode: string,
  technologies: readonly string[],
  collection: 'fixed_services' | 'fibre_lines'
): FixedHeard {
  const here = touches.filter((touch) => touch.communeCode === communeCode)
  const waited = expected.filter(
    (one) => one.communeCode === communeCode && technologies.includes(one.technology)
  )
  const heard = new Set(here.map(({ operator }) => operator))
  const names = [...new Set(waited.map(({ operator }) => operator))].sort()
  const silent = names.filter((name) => !heard.has(name))
  return {
    touches: here,
    silenceIsNo: names.length > 0 && silent.length === 0,
    missing:
      names.length === 0
        ? [{ kind: 'operators', collection }]
        : silent.map((operator) => ({ kind: 'delivery' as const, operator, collection })),
    expectedImportIds: waited.flatMap(({ importId }) => (importId === null ? [] : [importId]))
  }
}
