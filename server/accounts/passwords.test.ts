import { expect, test } from 'vitest'
import { openPasswords } from './passwords.ts'

const COST = { memoryCost: 16 * 1024, timeCost: 2 }
const PASSWORD = 'cây đa đầu làng 1987'

test('keeps argon2id at the cost that is asked, and knows a hash of another', async () => {
  const hash = await openPasswords(COST).hash(PASSWORD)

  expect(hash).toMatch(/^\$argon2id\$v=19\$m=16384,t=2,p=1\$/)
  expect(openPasswords(COST).isOutdated(hash)).toBe(false)
  expect(openPasswords({ memoryCost: 64, timeCost: 1 }).isOutdated(hash)).toBe(true)
})

test('takes a password however its diacritics are composed', async () => {
  const passwords = openPasswords(COST)
  const hash = await passwords.hash(PASSWORD.normalize('NFD'))

  expect(await passwords.check(PASSWORD.normalize('NFC'), hash)).toBe(true)
  expect(await passwords.check('cây đa đầu làng 1988', hash)).toBe(false)
})

test('where there is no hash it takes as long to say no', async () => {
  const passwords = openPasswords(COST)
  const hash = await passwords.hash(PASSWORD)
  const time = async (kept: string | null) => {
    const begun = performance.now()
    expect(await passwords.check('không phải thế này', kept)).toBe(false)
    return performance.now() - begun
  }
  const times: { kept: number; none: number }[] = []
  for (let n = 0; n < 15; n += 1) times.push({ kept: await time(hash), none: await time(null) })
  // The quickest of each: what the machine does besides only adds.
  const quickest = (which: 'kept' | 'none') => Math.min(...times.map((pair) => pair[which]))

  expect(quickest('none') / quickest('kept')).toBeGreaterThan(0.5)
  expect(quickest('none') / quickest('kept')).toBeLessThan(2)
})
