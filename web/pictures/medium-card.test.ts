import { expect, test, vi } from 'vitest'
import { MediumCard } from './medium-card.svelte.ts'

// Where drafts are kept is told by the component that a card stands in.
vi.mock('../ui/draft-store.ts', () => ({
  draftStore: () => ({ read: () => undefined, keep: () => true, forget: () => undefined })
}))

/** Two media in a list, the first of which was refused. */
function refused() {
  const work = { busy: false, problem: 'Máy chủ chưa nhận.' }
  const media = { work, said: '', problemOf: (id: number) => (id === 1 ? work.problem : '') }
  const card = (id: number) =>
    new MediumCard(media as never, 'ảnh', () => ({ id, version: 1, draft: { alt: 'Cổng' } }))
  return { work, first: card(1), second: card(2) }
}

test('what stands against one medium stays while the form of another is opened and closed', () => {
  const { first, second } = refused()
  second.edit()
  second.close()
  expect([first.problem, second.isEditing]).toEqual(['Máy chủ chưa nhận.', false])
})

test('what stands against a medium goes with its own form', () => {
  const { work, first } = refused()
  first.close()
  expect(work.problem).toBe('')
})
