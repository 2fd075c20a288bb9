import { expect, test } from 'vitest'
import { mp3 } from '../../../tests/support/sound-files.ts'
import { cleanMp3 } from './mp3.ts'

const FRAMES = 40
const one = mp3({ frames: FRAMES })
const sound = cleanMp3(one)

test.each([
  [
    'joined with a long title in its middle',
    Buffer.concat([one, mp3({ frames: FRAMES, secret: 'x'.repeat(120) })])
  ],
  [
    'joined with a cover in its middle',
    Buffer.concat([one, Buffer.from([73, 68, 51, 4, 0, 0, 0, 0, 100, 0]), Buffer.alloc(100 * 128, 7), one])
  ]
])('a file %s is kept whole', (_, bytes) => {
  expect(cleanMp3(bytes).bytes.length).toBe(2 * sound.bytes.length)
})

test('what is filled up with nothing ends there', () => {
  expect(cleanMp3(Buffer.concat([one, Buffer.alloc(20_000)])).bytes).toEqual(sound.bytes)
})

test('sound behind something unknown is not cut off without a word', () => {
  expect(() => cleanMp3(Buffer.concat([one, Buffer.alloc(9000, 7), one]))).toThrow('not sound')
})
