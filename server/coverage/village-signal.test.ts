import { expect, test } from 'vitest'
import { signalState } from './village-signal.ts'

test.each([
  [false, true, 0, true, 'no_signal'],
  [false, true, 3, false, 'unknown'],
  [false, false, 0, true, 'no_signal'],
  [true, true, 1, true, 'patchy'],
  [true, true, 1, false, 'unknown'],
  [true, true, 0, true, 'covered'],
  [true, true, 0, false, 'covered'],
  [true, false, 0, true, 'unknown']
] as const)(
  'point covered %s, homes known %s, %i clusters without, all heard %s: %s',
  (pointCovered, hasHomes, clusters, silenceIsNo, state) => {
    expect(signalState({ pointCovered, hasHomes, clusters, silenceIsNo })).toBe(state)
  }
)
