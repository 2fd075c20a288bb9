import { renameSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startCommands, type Commands } from '../support/import-command.ts'
import {
  PATIENCE,
  expectNothingDone,
  expectTakenNext,
  held,
  housesFile
} from '../support/interrupted-import.ts'
import { startCluster } from '../support/postgres-cluster.ts'

const AWAY = /^Không kết nối được cơ sở dữ liệu, hoặc kết nối bị ngắt giữa chừng/m
const FULL = /^Đĩa đã đầy.*hãy giải phóng chỗ trống rồi nạp lại/m

let commands: Commands
let cluster: Awaited<ReturnType<typeof startCluster>>

beforeAll(async () => {
  cluster = await startCluster()
  commands = await startCommands({ url: cluster.url })
})
afterAll(async () => {
  await commands.stop()
  await cluster.stop()
})

/** Where PostgreSQL keeps a table. */
async function fileOf(table: string) {
  const { rows } = await commands.database.db.query(
    `select current_setting('data_directory') as folder, pg_relation_filepath($1::regclass) as path`,
    [table]
  )
  return join(rows[0].folder, rows[0].path)
}

// First of all: the tables are still empty. Their files are put aside for /dev/full, where the system answers every
// write as a full disk does; so this needs no right to mount anything.
describe('the disk of the database is full', () => {
  test.each(['import_row', 'cultural_house'])('when %s grows', async (table) => {
    await commands.database.db.query(`truncate ${table}`)
    const before = await held(commands)
    const path = housesFile(commands, 3000)
    const file = await fileOf(table)
    const exchange = (swap: () => void) => cluster.restart(() => Promise.resolve(swap()))
    await exchange(() => {
      renameSync(file, `${file}.aside`)
      symlinkSync('/dev/full', file)
    })

    const ending = await commands.runImport('cultural_houses', path)
    await exchange(() => renameSync(`${file}.aside`, file))

    await expectNothingDone(commands, ending, before, FULL)
    await expectTakenNext(commands, path)
  })
})

/** Runs an import until it waits for `table`, which another connection holds; `cut` is then done with its process id. */
async function importUntil(
  table: string,
  path: string,
  cut: (pid: number, holder: pg.Client) => Promise<unknown>
) {
  const holder = new pg.Client(cluster.url)
  holder.on('error', () => undefined)
  await holder.connect()
  await holder.query('begin')
  await holder.query(`lock table ${table} in access exclusive mode`)
  const program = await commands.start('server/import.ts', ['cultural_houses', path])
  const pid = await vi.waitFor(async () => {
    const { rows } = await holder.query<{ pid: number }>(
      'select pid from pg_locks where relation = $1::regclass and not granted',
      [table]
    )
    expect(rows).toHaveLength(1)
    return rows[0]?.pid ?? 0
  }, PATIENCE)
  await cut(pid, holder)
  await holder.end()
  return { ...(await program.ended), ...program.output }
}

describe('the database goes away during an import', () => {
  test.each(['import_row', 'import', 'cultural_house'])('its connection is ended at %s', async (table) => {
    const before = await held(commands)
    const path = housesFile(commands, 3000)
    const ending = await importUntil(table, path, (pid, holder) =>
      holder.query('select pg_terminate_backend($1)', [pid])
    )
    await expectNothingDone(commands, ending, before, AWAY)
    await expectTakenNext(commands, path)
  })

  test('the whole of it is shut down', async () => {
    const before = await held(commands)
    const path = housesFile(commands, 3000)
    const ending = await importUntil('import', path, () => cluster.restart())
    await expectNothingDone(commands, ending, before, AWAY)
    await expectTakenNext(commands, path)
  })

  test('is not there at all: the sentence, exit 1, as JSON too', async () => {
    const args = ['cultural_houses', housesFile(commands, 1), '--json']
    const away = { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }
    const { code, stdout } = await commands.run('server/import.ts', args, away)
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({
      outcome: 'refused',
      error: { vi: expect.stringMatching(AWAY) }
    })
  })
})
