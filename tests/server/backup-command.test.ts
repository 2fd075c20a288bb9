import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readEnd } from '../../server/accounts/audit-end.ts'
import { addForgotten, readForgotten } from '../../server/reports/forgotten-list.ts'
import { emptyPlace, fillWithReports, lookInto, rowsOf, work } from '../support/backups.ts'
import { fullDisk } from '../support/full-disk.ts'
import { startCommands, type Commands } from '../support/import-command.ts'
import { startProcess } from '../support/process.ts'

// The commands as processes of their own, beside the running program.

vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })

/** A report of `fillWithReports`, whose reporter leaves a number and has it deleted after the backup. */
const FORGOTTEN = '00000000-0000-7000-8000-000000000003'

let commands: Commands
let place: Awaited<ReturnType<typeof emptyPlace>>
beforeAll(async () => {
  commands = await startCommands()
  place = await emptyPlace()
  await fillWithReports(commands.database.db)
  await commands.database.db.query(
    `insert into report_contact (report_id, phone) values ($1, '0901 111 222')`,
    [FORGOTTEN]
  )
  await work(commands.database.db, commands.dataDir, 1)
})
afterAll(async () => {
  await place.remove()
  await commands.stop()
})

const backUp = (args: string[] = [], more?: Record<string, string>) =>
  commands.run('server/backup.ts', args, more)
const restore = (args: string[], more?: Record<string, string>) =>
  commands.run('server/restore.ts', args, {
    DATA_DIR: place.dataDir,
    ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {}),
    ...more
  })
const backups = () => join(commands.dataDir, 'backups')
const health = async () => (await fetch(`${commands.url}/health/backup`)).json()
/** Copies of the engine, or files begun, that a backup left. */
const leftovers = (folder: string) => [
  ...readdirSync(commands.dataDir).filter((name) => name.startsWith('copy-')),
  ...readdirSync(folder).filter((name) => name.endsWith('.part'))
]

/** Asks the running program, one question after the other, while something goes on: what came of it, and every status. */
async function whileAsking<T>(work: () => Promise<T>) {
  const statuses = new Set<number>()
  let isOver = false
  const asking = (async () => {
    while (!isOver) statuses.add((await fetch(`${commands.url}/api/report-categories`)).status)
  })()
  const result = await work().finally(() => (isOver = true))
  await asking
  return { result, statuses: [...statuses] }
}

test('a backup where they are kept, while the program serves; restored by the other command', async () => {
  expect(await health()).toMatchObject({ status: 'waiting' })
  const key = commands.file('khoa.txt', 'đò dọc sang sông lúc nửa đêm')
  const { result: made, statuses } = await whileAsking(() => backUp(['--key-file', key]))
  expect(statuses).toEqual([200])
  expect(made).toMatchObject({ code: 0, stderr: '' })
  expect(made.stdout).toMatch(
    /^Đã sao lưu vào .*\.tar\.gz\.age: .* dòng dữ liệu, 1 tệp ảnh và ghi âm, đã mã hóa\.\n$/
  )
  expect(await health()).toMatchObject({ status: 'ok', missingFiles: 0 })
  expect(leftovers(backups())).toEqual([])

  const [name = ''] = readdirSync(backups()).filter((file) => file.endsWith('.age'))
  await addForgotten(backups(), [`report ${FORGOTTEN}`])
  const restored = await restore([join(backups(), name), '--lang', 'en'], { BACKUP_KEY_FILE: key })
  expect(restored).toMatchObject({ code: 0, stderr: '' })
  expect(restored.stdout).toMatch(
    /^Restored the backup of .*every row and file compared.*\nDeletions on request on the list: 1\./
  )
  expect(await lookInto(place, rowsOf)).toEqual(await rowsOf(commands.database.db))
  // The end of its own log is noted there.
  const { rows } = await commands.database.db.query(
    `select last_id as id, encode(hash, 'hex') as hash from audit_head`
  )
  expect(await readEnd(place.dataDir)).toMatchObject(rows[0])
})

test('what was deleted on request after the backup is deleted again as the program starts on the restored data', async () => {
  const contacts = async (db: Pool) => (await db.query('select phone from report_contact')).rows
  expect(await lookInto(place, contacts)).toHaveLength(1)
  const program = await startProcess('server/main.ts', {
    environment: {
      DATA_DIR: place.dataDir,
      ...(place.databaseUrl ? { DATABASE_URL: place.databaseUrl } : {})
    }
  })
  await program.stop()

  expect(program.output.stderr).toContain('Đã xóa lại dữ liệu cá nhân theo 1 yêu cầu')
  expect(await lookInto(place, contacts)).toEqual([])
  expect(await readForgotten(join(place.dataDir, 'backups'))).toEqual([`report ${FORGOTTEN}`])
})

describe('refusals are said and leave nothing behind', () => {
  test('a full disk: remembered, and the last good backup stays', async () => {
    const before = readdirSync(backups()).sort()
    const failed = await backUp([], fullDisk('\\.part$'))

    expect(failed.code).toBe(1)
    expect(failed.stderr).toMatch(/^Đĩa chứa thư mục .* đã đầy hoặc sắp đầy nên chưa sao lưu được/m)
    expect(readdirSync(backups()).sort()).toEqual(before)
    expect(leftovers(backups())).toEqual([])
    expect(await health()).toMatchObject({ status: 'failed', lastGoodAt: expect.any(String) })
  })

  test('ended by a signal', async () => {
    const folder = join(commands.folder, 'ended')
    mkdirSync(folder)
    const program = await commands.start('server/backup.ts', ['--to', folder])
    await vi.waitFor(() => expect(readdirSync(folder)).toHaveLength(1), { timeout: 200_000, interval: 5 })
    const { code } = await program.stop('SIGTERM')

    // The last moment is too late to take anything back.
    const isMade = readdirSync(folder).some((name) => name.endsWith('.tar.gz'))
    expect({ code, isMade }).toEqual(isMade ? { code: 0, isMade } : { code: 1, isMade })
    if (!isMade) expect(program.output.stderr).toContain('Đã dừng theo yêu cầu')
    expect(leftovers(folder)).toEqual([])
  })

  test('words that are not understood, a folder that is not there, an empty place', async () => {
    expect(await backUp(['--tos', 'x'])).toMatchObject({ code: 2, stderr: expect.stringContaining('--tos') })
    expect(await restore([])).toMatchObject({ code: 2, stderr: expect.stringContaining('một tệp sao lưu') })
    const nowhere = await backUp(['--to', join(commands.folder, 'none/a.tar.gz')])
    expect(nowhere).toMatchObject({ code: 1, stderr: expect.stringContaining('Không ghi được vào thư mục') })
    const dataDir = join(commands.folder, 'empty')
    const empty = await backUp([], { DATA_DIR: dataDir, DATABASE_URL: '' })
    expect(empty).toMatchObject({ code: 1, stderr: expect.stringContaining('không có gì để sao lưu') })
    expect(existsSync(join(dataDir, 'engine'))).toBe(false)
  })

  test('a place that is not empty', async () => {
    const file = commands.file('x.tar.gz', '')
    const made = await backUp(['--to', join(commands.folder, 'b.tar.gz'), '--json'])
    expect(JSON.parse(made.stdout)).toMatchObject({ outcome: 'done', file: 'b.tar.gz', encrypted: false })
    writeFileSync(file, '')

    const refused = await restore([join(commands.folder, 'b.tar.gz')])
    expect(refused).toMatchObject({ code: 1, stderr: expect.stringContaining('không ghi đè') })
  })
})
