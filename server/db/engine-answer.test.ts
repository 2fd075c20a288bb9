import { expect, test } from 'vitest'
import { EngineAnswer } from './engine-answer.ts'

const frame = (type: string, body = '') => [
  type.charCodeAt(0),
  ...[24, 16, 8, 0].map((shift) => ((body.length + 4) >> shift) & 255),
  ...Buffer.from(body)
]
const bytes = (...frames: number[][]) => Uint8Array.from(frames.flat())
const begin = [frame('1'), frame('2'), frame('D', 'C???')]
const ready = frame('Z', 'I')

function isWell(all: Uint8Array, cut: number) {
  const answer = new EngineAnswer()
  return answer.takes(all.subarray(0, cut)) && answer.takes(all.subarray(cut))
}

test.each([
  ['is done', frame('C', 'INSERT 0 1\0'), true],
  ['fails', frame('E', 'SERROR\0'), true],
  ['is lost', frame('C', '???\0'), false]
])('a statement that %s, wherever the answer is cut', (_, end, well) => {
  const all = bytes(...begin, end, ready)
  for (let cut = 0; cut <= all.length; cut += 1) expect(isWell(all, cut)).toBe(well)
})
