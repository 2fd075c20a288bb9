import { fork } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { listKept, prune, readRecord, recordFailure, recordGood } from '../../server/backup/backup-folder.ts'
import { keepBackup } from '../../server/backup/keep-backup.ts'
import { scheduleBackups } from '../../server/backup/schedule.ts'
import { openFiles } from '../../server/media/open.ts'
import { signedIn } from '../support/accounts.ts'
import { quietLog } from '../support/quiet-log.ts'
import { startServer, type TestServer } from '../support/server.ts'

const HOUR = 3_600_000
const PATIENCE = { timeout: 30_000, interval: 50 }
const GOOD = {
  at: '2026-11-20T00:00:00.000Z',
  file: 'diaban-20261120T000000Z.tar.gz',
  bytes: 7,
  encrypted: false,
  rows: 1,
  files: 0,
  missingFiles: 2
}

let dir: string
let server: TestServer
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'diaban-backups-'))
  server = await startServer({ backup: { dir, everyMs: 168 * HOUR, keep: 2, keyFile: undefined } })
})
afterAll(async () => {
  await server.stop()
  rmSync(dir, { recursive: true, force: true })
})
afterEach(() => {
  for (const name of ['last-backup.json', GOOD.file]) rmSync(join(dir, name), { force: true })
})

const health = async () => (await server.app.inject('/health/backup')).json()

test('the health page tells when, how large and whether, and no file’s or folder’s name', async () => {
  expect(await health()).toMatchObject({ status: 'waiting', lastGoodAt: null, lastFailedAt: null })
  await recordGood(dir, { ...GOOD, at: new Date().toISOString() })
  expect(await health()).toMatchObject({ status: 'ok', lastGoodBytes: 7, missingFiles: 2 })
  await recordGood(dir, GOOD)
  await recordFailure(dir, { vi: `Đĩa chứa ${dir} đã đầy.`, en: 'full' }, new Date('2026-11-21T00:00:00Z'))

  const { body } = await server.app.inject('/health/backup')
  expect(JSON.parse(body)).toEqual({
    status: 'failed',
    lastGoodAt: GOOD.at,
    lastGoodBytes: 7,
    lastFailedAt: '2026-11-21T00:00:00.000Z',
    missingFiles: 2
  })
  expect(body).not.toContain(dir)
})

test('the administrator reads the reason and what is kept, nobody else does', async () => {
  writeFileSync(join(dir, GOOD.file), 'a backup')
  writeFileSync(join(dir, 'something else.txt'), '')
  await recordGood(dir, GOOD)
  await recordFailure(dir, { vi: 'Đĩa đã đầy.', en: 'The disk is full.' })
  const url = '/api/staff/backups'

  const { headers } = await signedIn(server.db, { role: 'administrator' })
  const { headers: leader } = await signedIn(server.db, { role: 'leader' })
  expect((await server.app.inject(url)).statusCode).toBe(401)
  expect((await server.app.inject({ url, headers: leader })).statusCode).toBe(403)
  expect((await server.app.inject({ url, headers })).json()).toMatchObject({
    status: 'failed',
    good: GOOD,
    failed: { reason: { vi: 'Đĩa đã đầy.' } },
    keep: 2,
    encrypted: false,
    kept: [{ file: GOOD.file, bytes: 8, at: '2026-11-20T00:00:00Z' }]
  })
})

const names = (count: number) =>
  Array.from({ length: count }, (_, n) => `diaban-2026110${n + 1}T000000Z.tar.gz`)

test('the oldest go, what is not ours stays', async () => {
  for (const name of [...names(5), 'diaban-cu.tar.gz']) writeFileSync(join(dir, name), '')
  await prune(dir, 2)

  expect((await listKept(dir)).map(({ file }) => file)).toEqual(names(5).slice(3).reverse())
  expect(existsSync(join(dir, 'diaban-cu.tar.gz'))).toBe(true)
  for (const name of names(5)) rmSync(join(dir, name), { force: true })
})

const childOf = (program: string) => {
  const file = join(dir, 'child.cjs')
  writeFileSync(file, program)
  return () => fork(file, [dir], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
}
const WRITE = `require('fs').writeFileSync(process.argv[2] + '/last-backup.json', JSON.stringify`

test('one that is due is made in a process of its own, once; the next waits', async () => {
  const start = vi.fn(
    childOf(`${WRITE}({ good: ${JSON.stringify({ ...GOOD, at: new Date() })}, failed: null }))`)
  )
  const info = vi.fn()
  const parts = { start, lookEveryMs: 20, startedAt: Date.now() - HOUR }
  const end = scheduleBackups(config(), { ...quietLog, info }, parts)

  await vi.waitFor(() => expect(info).toHaveBeenCalledWith(expect.stringContaining(GOOD.file)), PATIENCE)
  await expect.poll(() => readRecord(dir)).toMatchObject({ failed: null })
  await end()
  expect(start).toHaveBeenCalledOnce()
})

test('one whose process is killed is a failure that says so; it is tried again later', async () => {
  const start = vi.fn(childOf(`process.kill(process.pid, 'SIGKILL')`))
  const error = vi.fn()
  const parts = { start, lookEveryMs: 20, startedAt: Date.now() - HOUR }
  const end = scheduleBackups(config(), { ...quietLog, error }, parts)

  await vi.waitFor(() => expect(error).toHaveBeenCalledWith(expect.stringContaining('SIGKILL')), PATIENCE)
  await end()
  expect(start).toHaveBeenCalledOnce()
  expect((await readRecord(dir)).failed?.reason.en).toContain('ended suddenly (SIGKILL)')
})

test('the end of the program ends what is under way, which is no failure', async () => {
  const start = vi.fn(childOf(`process.on('SIGTERM', () => process.exit(1)); setInterval(() => {}, 1000)`))
  const end = scheduleBackups(config(), quietLog, { start, lookEveryMs: 20, startedAt: Date.now() - HOUR })

  await vi.waitFor(() => expect(start).toHaveBeenCalled(), PATIENCE)
  await end()
  expect((await readRecord(dir)).failed).toBeNull()
})

const config = () => ({ dir, everyMs: HOUR, keep: 2, keyFile: undefined })

test('a failure is remembered, the last good one stays known, and nothing is removed', async () => {
  for (const name of names(4)) writeFileSync(join(dir, name), '')
  await recordGood(dir, GOOD)
  const request = {
    config: { dataDir: join(dir, 'none'), databaseUrl: undefined, databaseReadUrl: undefined },
    folder: dir,
    key: null,
    files: openFiles({ dataDir: dir }),
    log: quietLog,
    signal: new AbortController().signal
  }

  await expect(keepBackup(request, 1)).rejects.toThrow('không có gì để sao lưu')
  expect(await readRecord(dir)).toMatchObject({
    good: GOOD,
    failed: { reason: { en: expect.stringContaining('nothing to back up') } }
  })
  expect(await listKept(dir)).toHaveLength(4)
  expect(existsSync(join(dir, 'backup.lock'))).toBe(false)
  writeFileSync(join(dir, 'backup.lock'), '')
  await expect(keepBackup(request, 1)).rejects.toThrow('Một lần sao lưu khác')
  expect(JSON.parse(readFileSync(join(dir, 'last-backup.json'), 'utf8')).good).toEqual(GOOD)
  for (const name of names(4)) rmSync(join(dir, name), { force: true })
})
