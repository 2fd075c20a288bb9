import { expect, test } from 'vitest'
import { Arrival } from './arrival.ts'

test('where a visit begins nobody arrived, on another page once', () => {
  let page = 'inbox'
  const arrival = new Arrival(() => page)
  expect([arrival.take(), arrival.take()]).toEqual([false, false])
  page = 'relics'
  expect([arrival.take(), arrival.take()]).toEqual([true, false])
})
