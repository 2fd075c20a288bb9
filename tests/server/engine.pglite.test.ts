import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { findEngine } from '../../server/db/data-dir.ts'
import { openForCommand, openDatabase } from '../../server/db/open.ts'
import { isRunning } from '../../server/db/process-identity.ts'
import { startProcess } from '../support/process.ts'
import { quietLog } from '../support/quiet-log.ts'
import { createDataDir } from '../support/test-database.ts'

type Program = Awaited<ReturnType<typeof startProcess>>
const endings: (() => unknown)[] = []
const PATIENCE = { timeout: 30_000, interval: 100 }

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

function dataFolder() {
  const { dataDir, remove } = createDataDir()
  endings.push(remove)
  return dataDir
}

async function start(dataDir: string, ready = true): Promise<Program> {
  const program = await startProcess('server/main.ts', { environment: { DATA_DIR: dataDir }, ready })
  endings.push(() => program.stop('SIGTERM'))
  return program
}

const config = (dataDir: string) => ({ dataDir, databaseUrl: undefined, databaseReadUrl: undefined })

describe('the embedded engine', () => {
  test('refuses a second program on its data folder and names the first', async () => {
    const dataDir = dataFolder()
    const first = await start(dataDir)

    const second = await start(dataDir, false)

    expect(await second.ended).toEqual({ code: 1, signal: null })
    expect(second.output.stderr).toContain(`đang do tiến trình ${first.pid} sử dụng`)
    expect(second.output.stderr).not.toContain('    at ')
    expect((await fetch(`${first.url}/health/ready`)).status).toBe(200)
  })

  test('serves a command through the program that runs', async () => {
    const dataDir = dataFolder()
    const program = await start(dataDir)

    const { db, close } = await openForCommand(config(dataDir), quietLog)
    const { rows } = await db.query('select 1 + 1 as two')
    await close()

    expect(rows).toEqual([{ two: 2 }])
    expect((await fetch(`${program.url}/health/ready`)).status).toBe(200)
  })

  test('fails a statement whose overlay it cannot handle, keeps none of its rows, and goes on', async () => {
    const { db, close } = await openDatabase(config(dataFolder()), quietLog)
    endings.push(close)
    await db.query('create table answer (n integer, geom geometry)')
    const bowTie = 'POLYGON((0 0,1 1,1 0,0 1,0 0))'

    const insert = db.query(
      `insert into answer
       select n, case when n = 3 then st_union($1::geometry, 'POLYGON((0 0,2 0,2 2,0 0))'::geometry) end
         from generate_series(1, 5) n`,
      [bowTie]
    )

    await expect(insert).rejects.toThrow()
    const count = () => db.query('select count(*) as n from answer').then(({ rows }) => rows, String)
    await vi.waitFor(async () => expect(await count()).toEqual([{ n: 0 }]), PATIENCE)
  })

  test('starts again with all it was told after kill -9, when the orphan has gone', async () => {
    const dataDir = dataFolder()
    const first = await start(dataDir)
    const command = await openForCommand(config(dataDir), quietLog)
    await command.db.query('create table kept as select 7 as seven')
    await command.close()
    const engine = findEngine(dataDir)
    await first.stop('SIGKILL')

    await start(dataDir)

    const second = await openForCommand(config(dataDir), quietLog)
    const { rows } = await second.db.query('select seven from kept')
    await second.close()
    expect(rows).toEqual([{ seven: 7 }])
    expect(engine && isRunning(engine)).toBe(false)
  })

  test('is started again when it dies, and the program answers 503 meanwhile', async () => {
    const dataDir = dataFolder()
    const program = await start(dataDir)
    const engine = findEngine(dataDir)

    process.kill(engine?.pid ?? 0, 'SIGKILL')

    await vi.waitFor(
      async () => expect((await fetch(`${program.url}/health/ready`)).status).toBe(503),
      PATIENCE
    )
    await vi.waitFor(
      async () => expect((await fetch(`${program.url}/health/ready`)).status).toBe(200),
      PATIENCE
    )
    expect((await fetch(`${program.url}/health/live`)).status).toBe(200)
  })

  test('takes a data folder whose path is too long for a socket', async () => {
    const dataDir = join(dataFolder(), 'a-long-name-'.repeat(10))
    mkdirSync(dataDir)
    const database = await openDatabase(config(dataDir), quietLog)

    const { rows } = await database.db.query('select 1 as one')
    await database.close()

    expect(rows).toEqual([{ one: 1 }])
  })

  test('keeps each connection to its own statement while large parameters arrive in pieces', async () => {
    const database = await openDatabase(config(dataFolder()), quietLog)
    const large = 'x'.repeat(300_000)

    const answers = await Promise.all(
      Array.from({ length: 60 }, async (_, index) => {
        if (index % 2 === 0)
          return (await database.db.query('select length($1::text) as n', [large])).rows[0].n === 300_000
        return (await database.db.query('select $1::int + 1 as m', [index])).rows[0].m === index + 1
      })
    )
    await database.close()

    expect(answers).not.toContain(false)
  })

  test('rolls back what a lost connection left open', async () => {
    const database = await openDatabase(config(dataFolder()), quietLog)
    await database.db.query('create table left_open (n int)')
    const client = new pg.Client(database.connection)
    client.on('error', () => undefined)
    await client.connect()
    await client.query('begin')
    await client.query('insert into left_open values (1)')

    client.connection.stream.destroy()

    const { rows } = await database.db.query('select count(*) as n from left_open')
    await database.close()
    expect(rows).toEqual([{ n: 0 }])
  })

  test('lets no other user into its folder or its socket', async () => {
    const dataDir = dataFolder()
    const database = await openDatabase(config(dataDir), quietLog)

    const modes = ['', 'socket', 'socket/.s.PGSQL.5432'].map(
      (name) => statSync(join(dataDir, name)).mode & 0o077
    )
    await database.close()

    expect(modes).toEqual([0, 0, 0])
  })
})
