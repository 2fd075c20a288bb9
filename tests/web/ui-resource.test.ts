import { expect, test } from 'vitest'
import { Resource } from '../../web/http/resource.svelte.ts'
import { I18n } from '../../web/i18n/i18n.svelte.ts'
import { factsOf } from '../../web/places/feature-facts.ts'

/** After every promise that is settled by now has told whoever waits for it. */
const settled = () => new Promise(setImmediate)

test('what failed leaves no answer to an earlier question behind', async () => {
  const resource = new Resource<string>()
  resource.load(() => Promise.resolve('of yesterday'), 'commune')
  await settled()
  resource.load(() => Promise.reject(new Error('of today')), 'commune')
  expect(resource.value).toBe('of yesterday')
  await settled()

  expect(resource.value).toBeUndefined()
  expect(resource.error).toEqual(new Error('of today'))
})

test('a question that was ended is not on its way any more, and its late answer counts for nothing', async () => {
  const resource = new Resource<string>()
  const end = resource.load(() => Promise.resolve('late'))
  end()

  expect(resource.loading).toBe(false)
  await settled()
  expect(resource.value).toBeUndefined()
})

test('ending a question does not end the next one', async () => {
  const resource = new Resource<string>()
  const end = resource.load(() => Promise.resolve('first'))
  resource.load(() => Promise.resolve('second'))
  end()

  expect(resource.loading).toBe(true)
  await settled()
  expect(resource.value).toBe('second')
})

test('nobody says "not known" before the whole record has been read', () => {
  const i18n = new I18n('vi')
  const part = { name: 'Trạm y tế', kind: 'health' }

  expect(factsOf(i18n, 'institutions', part, false).every(({ isKnown }) => isKnown)).toBe(true)
  expect(factsOf(i18n, 'institutions', part, true).some(({ isKnown }) => !isKnown)).toBe(true)
})
