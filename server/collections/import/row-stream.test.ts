import { expect, test } from 'vitest'
import type { FeatureRow } from './request.ts'
import { oneByOne, resumed } from './row-stream.ts'

const row = (number: number): FeatureRow => ({ number, properties: {}, geometry: null })

function source(count: number) {
  const state = { ended: false }
  async function* rows() {
    try {
      for (let number = 2; number <= count; number++) yield row(number)
    } finally {
      state.ended = true
    }
  }
  return { state, iterator: rows() }
}

const twice = (given: FeatureRow) => ({ ...given, number: given.number * 2 })

test('what was read ahead comes first, then the rest, each changed once', async () => {
  const { iterator } = source(4)
  const numbers: number[] = []
  for await (const { number } of resumed([row(1)], iterator, twice)) numbers.push(number)
  expect(numbers).toEqual([2, 4, 6, 8])
})

test('whoever stops early closes the source', async () => {
  const { state, iterator } = source(1000)
  for await (const { number } of resumed([row(1)], iterator, twice)) if (number > 4) break
  expect(state.ended).toBe(true)
})

test('rows of pieces come one by one, empty pieces among them; whoever stops early closes the source', async () => {
  const state = { ended: false }
  async function* pieces() {
    try {
      yield [row(1), row(2)]
      yield []
      yield [row(3)]
    } finally {
      state.ended = true
    }
  }
  const numbers: number[] = []
  for await (const { number } of oneByOne(pieces())) numbers.push(number)
  expect(numbers).toEqual([1, 2, 3])

  state.ended = false
  for await (const { number } of oneByOne(pieces())) if (number === 2) break
  expect(state.ended).toBe(true)
})
