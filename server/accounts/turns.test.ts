import { expect, test } from 'vitest'
import { takeTurns, TooBusy } from './turns.ts'

function held() {
  let release = () => undefined as void
  const work = () => new Promise<void>((resolve) => (release = resolve))
  return { work, release: () => release() }
}

test('turns away strangers beyond those that may wait, never those who are known', async () => {
  const turns = takeTurns(1, 1)
  const first = held()
  const order: string[] = []
  const running = turns(first.work)
  const stranger = turns(async () => order.push('stranger'))
  const refused = turns(async () => order.push('refused'))
  const known = turns(async () => order.push('known'), true)
  await expect(refused).rejects.toBeInstanceOf(TooBusy)
  first.release()
  await Promise.all([running, stranger, known])

  expect(order).toEqual(['known', 'stranger'])
})

test('a work that fails gives its turn on', async () => {
  const turns = takeTurns(1, 0)
  await expect(turns(() => Promise.reject(new Error('no')))).rejects.toThrow('no')

  expect(await turns(async () => 'next')).toBe('next')
})
