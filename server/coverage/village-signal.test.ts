import { expect, test } from 'vitest'
import { signalState } from './village-signal.ts'

test.each([
  [false, 0, true, 'no_signal'],
  [false, 3, false, 'unknown'],
  [true, 1, true, 'patchy'],
  [true, 1, false, 'unknown'],
  [true, 0, true, 'covered'],
  [true, 0, false, 'covered']
] as const)(
  'point covered %s, %i clusters without, all heard %s: %s',
  (pointCovered, clusters, silenceIsNo, state) => {
    expect(signalState({ pointCovered, clusters, silenceIsNo })).toBe(state)
  }
)
