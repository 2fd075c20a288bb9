import { expect, test } from 'vitest'
import { KeptForm, type KeptFields } from './kept-form.svelte.ts'

type Words = { alt: string; author: string }
const base: Words = { alt: 'Cổng', author: 'Lan' }

/** What outlives the page. */
function memory() {
  let kept: KeptFields<Words> | undefined
  return {
    read: () => kept,
    keep: (now: KeptFields<Words>) => ((kept = now), true),
    forget: () => (kept = undefined)
  }
}
function written(alt: string) {
  const store = memory()
  const form = new KeptForm<Words>(store, base, 1)
  form.draft.alt = alt
  form.keep()
  return { store, form }
}

test('what was written and not saved is there again, and forgotten once it is saved', () => {
  const { store, form } = written('Cổng tam quan')
  const again = new KeptForm<Words>(store, base, 1)
  form.begin({ ...base, alt: 'Cổng tam quan' }, 2)

  expect(again.draft).toEqual({ alt: 'Cổng tam quan', author: 'Lan' })
  expect([again.isTakenUp, again.met]).toEqual([true, undefined])
  expect(store.read()).toBeUndefined()
})

test('what was taken up again meets what somebody else saved meanwhile', () => {
  const { store } = written('Cổng tam quan')
  const again = new KeptForm<Words>(store, { ...base, author: 'Mai' }, 2)

  expect(again.draft).toEqual({ alt: 'Cổng tam quan', author: 'Mai' })
  expect(again.met).toEqual({ taken: ['author'], clashes: [] })
})

test('another version that says the same is no reason to look; one that says something else is, once', () => {
  const { form } = written('Cổng tam quan')
  const theirs = { ...base, alt: 'Cổng chùa' }

  expect(form.isStill(base, 2)).toBe(true)
  expect(form.isStill(theirs, 3)).toBe(false)
  expect(form.met?.clashes).toEqual([{ name: 'alt', mine: 'Cổng tam quan', theirs: 'Cổng chùa' }])
  expect(form.isStill(theirs, 3)).toBe(true)
})
