import type { SignalState } from './contract.ts'

/** What is known of the signal of one village. `clusters`: how many clusters of its premises no map covers. */
export interface SignalFacts {
  pointCovered: boolean
  clusters: number
  /** Every operator expected here, for 4G or 5G, has delivered: what no map covers has no signal. */
  silenceIsNo: boolean
}

/**
 * The national rule: trắng (no signal reaches the point), lõm (it does, but a cluster of premises has none), có. Unknown
 * where a map that was not delivered could make the difference.
 */
export function signalState({ pointCovered, clusters, silenceIsNo }: SignalFacts): SignalState {
  if (!pointCovered) return silenceIsNo ? 'no_signal' : 'unknown'
  if (clusters === 0) return 'covered'
  return silenceIsNo ? 'patchy' : 'unknown'
}
