import { expect, test } from 'vitest'
import type { Box } from './contract.ts'
import { pixelsOf } from './picture.ts'

test.each<[string, Box, ReturnType<typeof pixelsOf>]>([
  ['rounds outwards', [0.1004, 0.2004, 0.1, 0.1], { left: 100, top: 200, width: 101, height: 101 }],
  ['keeps whole pixels', [0.25, 0.5, 0.25, 0.25], { left: 250, top: 500, width: 250, height: 250 }],
  [
    'covers a pixel however small it is',
    [0.5001, 0.5001, 0.0001, 0.0001],
    { left: 500, top: 500, width: 1, height: 1 }
  ],
  ['is cut at the edges', [-0.5, 0.9, 0.6, 3], { left: 0, top: 900, width: 100, height: 100 }],
  ['drawn from right to left', [0.5, 0.5, -0.25, -0.25], { left: 250, top: 250, width: 250, height: 250 }],
  ['covers all', [0, 0, 1, 1], { left: 0, top: 0, width: 1000, height: 1000 }],
  ['beside the picture', [1.2, 0, 0.1, 0.1], undefined],
  ['of nothing', [0.5, 0.5, 0, 0], undefined]
])('a box %s', (_, box, pixels) => {
  expect(pixelsOf(box, 1000, 1000)).toEqual(pixels)
})
