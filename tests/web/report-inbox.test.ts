import { expect, test, vi } from 'vitest'
import { Inbox } from '../../web/reports/desk/inbox.svelte.ts'

/** A machine that does much besides may take seconds. */
const PATIENCE = { timeout: 30_000 }

const page = (id: string, next: string | null) => ({ reports: [{ id }], next, total: 2 })

test('a further page that cannot be had is told of; what was shown stays, and asking again adds it', async () => {
  const get = vi.fn().mockResolvedValue(page('a', 'b'))
  // The inbox only reads here.
  const inbox = new Inbox({ get } as unknown as ConstructorParameters<typeof Inbox>[0])
  inbox.load({})
  await vi.waitFor(() => expect(inbox.reports.map(({ id }) => id)).toEqual(['a']), PATIENCE)

  get.mockRejectedValueOnce(new Error('cut off'))
  await inbox.more()
  expect(inbox.moreError).toEqual(new Error('cut off'))
  expect(inbox.reports.map(({ id }) => id)).toEqual(['a'])

  get.mockResolvedValueOnce(page('a', 'b')).mockResolvedValueOnce(page('b', null))
  await inbox.more()
  expect(inbox.moreError).toBeUndefined()
  expect(inbox.reports.map(({ id }) => id)).toEqual(['a', 'b'])
})
