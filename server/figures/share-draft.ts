import type { MissingItem } from './contract.ts'
import { NO_NUMBERS, type Draft } from './draft.ts'
import { percent } from './percent.ts'

/** A plain share: so many of so many, of which some are proven and some not known. */
export interface Share {
  yes: number
  /** Of the yes, those proven. */
  proven: number
  unknown: number
  total: number
}

/** Adds shares up. */
export const addShares = (shares: readonly Share[]): Share => {
  const sum = (pick: (share: Share) => number) => shares.reduce((total, share) => total + pick(share), 0)
  return {
    yes: sum(({ yes }) => yes),
    proven: sum(({ proven }) => proven),
    unknown: sum(({ unknown }) => unknown),
    total: sum(({ total }) => total)
  }
}

/** The rest of a figure made from a share; `given` false: there are no data, whatever the numbers say. */
export interface ShareContext extends Pick<Draft, 'basis' | 'sources' | 'households'> {
  given: boolean
  threshold?: Partial<Draft['threshold']>
  missing?: readonly MissingItem[]
  /** Why there is no figure; default `no_data`. */
  absent?: Draft['reason']
}

/** low: what is proven; high: what is not proven to lack. Null where there is nothing to count. */
export function shareDraft({ yes, proven, unknown, total }: Share, context: ShareContext): Draft {
  const { basis, sources, households, given, threshold = {}, missing = [] } = context
  const there = given && total > 0
  const numbers = {
    numerator: yes,
    unknown,
    denominator: total,
    low: percent(proven, total),
    value: percent(yes, total),
    high: percent(yes + unknown, total)
  }
  const lack = (kind: 'facts' | 'checks', count: number): MissingItem[] =>
    count > 0 && there ? [{ kind, count }] : []
  return {
    ...(there ? numbers : NO_NUMBERS),
    basis,
    threshold: { technology: null, level: null, ...threshold },
    missing: [...lack('facts', unknown), ...lack('checks', yes - proven), ...missing],
    sources,
    reason: there ? null : (context.absent ?? 'no_data'),
    households
  }
}
