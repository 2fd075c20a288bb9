import { expect, test } from 'vitest'
import { answerRange, rangeOf } from './range.ts'

test.each([
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=10-19', { from: 10, to: 19 }],
  ['bytes=90-500', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=100-', null],
  ['bytes=-', null],
  ['bytes=0-1,5-6', null]
])('%s of 100 bytes', (header, range) => expect(rangeOf(header, 100)).toEqual(range))

test('a part of a kept sound is answered as a server would', async () => {
  const part = await answerRange(new Response('0123456789'), 'bytes=2-4')
  expect([part.status, part.headers.get('content-range'), await part.text()]).toEqual([
    206,
    'bytes 2-4/10',
    '234'
  ])
})
