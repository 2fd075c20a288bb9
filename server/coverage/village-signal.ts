import type { SignalState } from './contract.ts'

/** What is known of the signal of one village. `clusters`: how many clusters of its premises no map covers. */
export interface SignalFacts {
  pointCovered: boolean
  /** Whether any of its premises is known: without one nobody can say that no cluster lies bare. */
  hasHomes: boolean
  clusters: number
  /** Every operator expected here, for 4G or 5G, has delivered: what no map covers has no signal. */
  silenceIsNo: boolean
}

/**
 * The national rule: trắng (no signal reaches the point), lõm (it does, but a cluster of premises has none), có. Unknown
 * where a map that was not delivered, or premises that are not known, could make the difference.
 */
export function signalState({ pointCovered, hasHomes, clusters, silenceIsNo }: SignalFacts): SignalState {
  if (!pointCovered) return silenceIsNo ? 'no_signal' : 'unknown'
  if (clusters === 0) return hasHomes ? 'covered' : 'unknown'
  return silenceIsNo ? 'patchy' : 'unknown'
}
