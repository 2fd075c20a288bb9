import { expect, test } from 'vitest'
import { sharedWork } from './shared-work.ts'

test('the same work is done once for all who wait, and who comes when too much waits is told so', async () => {
  const done: string[] = []
  let go: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (go = resolve))
  const share = sharedWork<string>({ atATime: 1, most: 2, busy: () => new Error('busy') })
  const ask = (key: string) =>
    share(key, async () => {
      await gate
      done.push(key)
      return key
    })
  const answers = [ask('a'), ask('a'), ask('b')]
  expect(() => ask('c')).toThrow('busy')
  go()

  expect(await Promise.all(answers)).toEqual(['a', 'a', 'b'])
  expect(done).toEqual(['a', 'b'])
  expect(await ask('a')).toBe('a')
})
