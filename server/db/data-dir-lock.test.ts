import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { claimDataDir, DataDirInUse, findOwner } from './data-dir-lock.ts'
import { ownIdentity } from './process-identity.ts'

const PATIENCE = { timeout: 10_000, interval: 50 }
const quiet = { warn: () => undefined }
const endings: (() => void)[] = []
let folder: string
let lock: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'diaban-lock-'))
  lock = join(folder, 'owner.lock')
})
afterEach(() => {
  for (const end of endings.splice(0)) end()
  rmSync(folder, { recursive: true })
})

async function claim(onLost: (error: DataDirInUse) => void = () => undefined) {
  const claimed = await claimDataDir(folder, onLost, quiet)
  endings.push(claimed.release)
  return claimed
}

const read = () => JSON.parse(readFileSync(lock, 'utf8'))
const change = (parts: object) => writeFileSync(lock, JSON.stringify({ ...read(), ...parts }))
const STRANGER = { pid: 1, startedAt: 'another-boot/7', namespace: 'pid:[7]' }

test('a folder has one owner, and none once it is released', async () => {
  const { release } = await claim()

  await expect(claim()).rejects.toThrow(`đang do tiến trình ${process.pid} sử dụng`)
  expect((await findOwner(folder))?.pid).toBe(process.pid)
  release()
  expect(await findOwner(folder)).toBeUndefined()
  expect(readdirSync(folder)).toEqual(['socket'])
})

test('of several that come at once to a dead lock, one becomes the owner', async () => {
  writeFileSync(lock, JSON.stringify({ ...ownIdentity(), pid: 2 ** 22 + 1, id: 'dead', socketDir: folder }))

  const claims = await Promise.allSettled(Array.from({ length: 5 }, () => claim()))

  expect(claims.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect(readdirSync(folder).sort()).toEqual(['owner.lock', 'socket'])
})

test('an owner in another container is known by its touching the lock', async () => {
  await claim()
  change(STRANGER)

  const refused = await claim().catch((error: unknown) => error)

  expect(refused).toBeInstanceOf(DataDirInUse)
  expect(String(refused)).toContain('tiến trình 1 của máy hoặc container khác')
  expect(refused instanceof DataDirInUse && refused.sentence.en).toContain('of another machine or container')
  expect(read()).toMatchObject(STRANGER)
}, 20_000)

test('one in another container that does not touch it any more is taken over', async () => {
  writeFileSync(lock, JSON.stringify({ ...STRANGER, id: 'dead', socketDir: folder }))

  const { owner } = await claim()

  expect(read().id).toBe(owner.id)
}, 30_000)

test('an owner touches its lock and writes it again when somebody removed it', async () => {
  const { owner } = await claim()
  const before = statSync(lock).mtimeMs

  await vi.waitFor(() => expect(statSync(lock).mtimeMs).not.toBe(before), PATIENCE)
  rmSync(lock)

  await vi.waitFor(() => expect(existsSync(lock) && read().id).toBe(owner.id), PATIENCE)
}, 20_000)

test('an owner whose lock names another one is told, and leaves that lock alone', async () => {
  const onLost = vi.fn()
  const { release } = await claim(onLost)
  change({ ...STRANGER, id: 'another' })

  await vi.waitFor(() => expect(onLost).toHaveBeenCalledOnce(), PATIENCE)
  release()

  expect(read().id).toBe('another')
}, 20_000)
