import { expect, test } from 'vitest'
import { parseBBox } from './bbox.ts'

test.each([
  ['1,2,3,4', [[1, 2, 3, 4]]],
  ['1, 2 ,3.5,4e0', [[1, 2, 3.5, 4]]],
  ['1,2,0,3,4,10', [[1, 2, 3, 4]]],
  ['5,5,5,5', [[5, 5, 5, 5]]],
  [
    '179,-1,-179,1',
    [
      [179, -1, 180, 1],
      [-180, -1, -179, 1]
    ]
  ],
  ['-180,-90,180,90', [[-180, -90, 180, 90]]]
])('%s is the boxes %j', (text, boxes) => expect(parseBBox(text)).toEqual(boxes))

test.each([
  '',
  '1,2,3',
  '1,2,3,4,5',
  '1,2,3,4,5,6,7',
  '1,4,3,2',
  '1,2,3,91',
  '181,0,1,1',
  '1,2,9,3,4,8',
  'a,b,c,d',
  '1,2,3,Infinity',
  '1,,3,4'
])('%j is no box', (text) => expect(parseBBox(text)).toBeUndefined())
