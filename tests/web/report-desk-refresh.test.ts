import { afterEach, expect, test, vi } from 'vitest'
import type { StaffReportDetail } from '../../server/reports/staff-contract.ts'
import { RequestError } from '../../web/http/get-json.ts'
import { Desk } from '../../web/reports/desk/desk.svelte.ts'
import { Handling } from '../../web/reports/desk/handling.svelte.ts'
import { Inbox } from '../../web/reports/desk/inbox.svelte.ts'

/** A machine that does much besides may take seconds. */
const PATIENCE = { timeout: 30_000 }

type Answer = (value: unknown) => void
type ClientOf = ConstructorParameters<typeof Inbox>[0]

/** A client whose answers are given by hand, in any order. */
function slowClient() {
  const answers: Answer[] = []
  const get = vi.fn(() => new Promise((resolve) => answers.push(resolve)))
  return { client: { get } as unknown as ClientOf, answers, get } // what is tested only reads
}

const page = (...ids: string[]) => ({ reports: ids.map((id) => ({ id })), next: null, total: ids.length })
const report = (version: number) => ({ id: 'a', version }) as StaffReportDetail // what is looked at of it

afterEach(() => vi.useRealTimers())

test('an earlier reading of the list that comes later does not take the place of a later one', async () => {
  const { client, answers } = slowClient()
  const inbox = new Inbox(client)
  inbox.load({})
  answers[0]?.(page('first'))
  await vi.waitFor(() => expect(inbox.reports).toHaveLength(1), PATIENCE)

  const readings = [inbox.refresh(), inbox.refresh()]
  answers[2]?.(page('first', 'second', 'third'))
  await readings[1]
  answers[1]?.(page('first', 'second'))
  await readings[0]
  expect(inbox.reports.map(({ id }) => id)).toEqual(['first', 'second', 'third'])
})

test('a report read before it was changed does not take the place of what the change answered', async () => {
  const { client, answers } = slowClient()
  const handling = new Handling(client, () => undefined)
  handling.load('a')
  answers[0]?.(report(3))
  await vi.waitFor(() => expect(handling.report?.version).toBe(3), PATIENCE)

  const reading = handling.refresh()
  handling.asked.value = report(5)
  answers[1]?.(report(4))
  await reading
  expect(handling.report?.version).toBe(5)
})

test('what could not be read is asked for again until the server answers; a mistake of our own is not hidden', async () => {
  vi.useFakeTimers()
  const get = vi.fn().mockResolvedValue(page('a'))
  const client = { get } as unknown as ClientOf // what is tested only reads
  const desk = new Desk(client, {} as Desk['address'], { rights: [] } as unknown as Desk['actor'])
  desk.inbox.load({})
  await vi.waitFor(() => expect(desk.inbox.reports).toHaveLength(1), PATIENCE)

  get.mockRejectedValueOnce(new RequestError('unreachable')).mockResolvedValue(page('a', 'b'))
  await desk.refresh()
  expect(desk.inbox.reports).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(6000)
  expect(desk.inbox.reports).toHaveLength(2)

  const asked = get.mock.calls.length
  get.mockRejectedValueOnce(new RequestError('refused', 404))
  await desk.refresh()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(get).toHaveBeenCalledTimes(asked + 1)

  get.mockRejectedValueOnce(new RangeError('our own'))
  await expect(desk.refresh()).rejects.toThrow('our own')
})
