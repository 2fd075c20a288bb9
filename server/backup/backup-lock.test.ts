import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { alone } from './backup-lock.ts'

const STILL = new Date(Date.now() - 121_000)

let folder: string
let lock: string
const log = { warn: vi.fn() }
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diaban-lock-'))
  lock = join(folder, 'backup.lock')
  log.warn.mockClear()
})
afterEach(() => rmSync(folder, { recursive: true }))

/** A work that goes on until it is let go. */
function begin(beatMs?: number) {
  let go = () => undefined as void
  const asked = new Promise<void>((resolve) => (go = resolve))
  const started = vi.fn(() => asked)
  return { go, started, done: alone(folder, log, started, beatMs) }
}
const awaitBegun = ({ started }: ReturnType<typeof begin>) =>
  vi.waitFor(() => expect(started).toHaveBeenCalled())

test('one at a time; the next when it is over', async () => {
  const first = begin()
  await awaitBegun(first)
  await expect(begin().done).rejects.toThrow('đang chạy')
  first.go()
  await first.done

  const second = begin()
  second.go()
  await second.done
  expect(second.started).toHaveBeenCalledOnce()
  expect(readdirSync(folder)).toEqual([])
})

test('of several that find the lock of one that was killed, one goes on', async () => {
  writeFileSync(lock, '1 killed')
  utimesSync(lock, STILL, STILL)
  const all = Array.from({ length: 5 }, () => begin())
  const refused = vi.fn()
  const done = all.map((work) => work.done.catch(refused))
  await vi.waitFor(() => expect(refused).toHaveBeenCalledTimes(4))
  expect(all.filter(({ started }) => started.mock.calls.length > 0)).toHaveLength(1)
  for (const { go } of all) go()

  await Promise.all(done)
  expect(readdirSync(folder)).toEqual([])
})

test('it is touched while the work goes on', async () => {
  const work = begin(5)
  await awaitBegun(work)
  utimesSync(lock, STILL, STILL)
  await vi.waitFor(() => expect(statSync(lock).mtimeMs).toBeGreaterThan(STILL.getTime() + 1000))
  work.go()
  await work.done
})

test('a lock that another took over stays his', async () => {
  const work = begin(5)
  await awaitBegun(work)
  rmSync(lock)
  writeFileSync(lock, '2 another')
  work.go()
  await work.done
  expect(existsSync(lock)).toBe(true)
})

test('a lock removed by hand is not missed; one that cannot be kept is told', async () => {
  const work = begin(5)
  await awaitBegun(work)
  rmSync(lock)
  expect(log.warn).not.toHaveBeenCalled()
  mkdirSync(lock)
  await vi.waitFor(() => expect(log.warn).toHaveBeenCalledWith(expect.stringContaining(lock)))
  work.go()
  await work.done
})
