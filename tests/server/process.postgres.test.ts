import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { knownMigrations } from '../../server/db/migrate.ts'
import { startCluster } from '../support/postgres-cluster.ts'
import { startProcess } from '../support/process.ts'
import { createPostgresDatabase } from '../support/test-database.ts'

const PATIENCE = { timeout: 30_000, interval: 100 }
const endings: (() => unknown)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

async function start(databaseUrl: string, ready = true) {
  const program = await startProcess('server/main.ts', { environment: { DATABASE_URL: databaseUrl }, ready })
  endings.push(() => program.stop())
  return program
}

async function emptyDatabase() {
  const { url, drop } = await createPostgresDatabase('template0')
  endings.push(drop)
  return url
}

async function connect(url: string) {
  const client = new pg.Client(url)
  await client.connect()
  endings.push(() => client.end())
  return client
}

const statusOf = async (url: string) => (await fetch(url)).status

test('two programs that start at once on an empty database both become ready', async () => {
  const url = await emptyDatabase()

  const programs = await Promise.all([start(url), start(url)])

  const statuses = await Promise.all(programs.map((program) => statusOf(`${program.url}/health/ready`)))
  const client = await connect(url)
  const { rows } = await client.query<{ name: string }>('select name from migration order by id')
  expect(statuses).toEqual([200, 200])
  expect(rows.map(({ name }) => name)).toEqual(await knownMigrations())
})

test('names every bad variable in one message without a stack and ends with 1', async () => {
  const program = await startProcess('server/main.ts', {
    environment: { PORT: 'x', DEMO: 'maybe' },
    ready: false
  })

  expect(await program.ended).toEqual({ code: 1, signal: null })
  expect(program.output.stderr).toMatch(/PORT = «x».*\n.*DEMO = «maybe»/)
  expect(program.output.stderr).not.toContain('    at ')
})

test('names them in English to a command that was asked to speak it', async () => {
  const program = await startProcess('server/import.ts', {
    environment: { PORT: 'x' },
    args: ['list', '--lang', 'en'],
    ready: false
  })

  expect(await program.ended).toEqual({ code: 1, signal: null })
  expect(program.output.stderr).toContain('PORT = «x»: must be a whole number from 0 to 65535')
  expect(program.output.stderr).not.toMatch(/phải|    at /)
})

test('says which port is taken', async () => {
  const url = await emptyDatabase()
  const { url: taken } = await start(url)
  const environment = { DATABASE_URL: url, PORT: new URL(taken).port }

  const second = await startProcess('server/main.ts', { environment, ready: false })

  expect(await second.ended).toEqual({ code: 1, signal: null })
  expect(second.output.stderr).toContain('Hãy đặt PORT sang cổng khác')
})

test('finishes the request under way on SIGTERM and ends with 0', async () => {
  const url = await emptyDatabase()
  const program = await start(url)
  const other = await connect(url)
  await other.query('begin')
  await other.query('lock table migration')
  const answer = statusOf(`${program.url}/health/ready`)
  await vi.waitFor(async () => {
    const { rows } = await other.query(
      `select 1 from pg_locks where not granted and relation = 'migration'::regclass`
    )
    expect(rows).toHaveLength(1)
  }, PATIENCE)

  const end = program.stop('SIGTERM')
  await vi.waitFor(() => expect(program.output.stdout).toContain('closing'), PATIENCE)
  await other.query('commit')

  expect(await answer).toBe(200)
  expect(await end).toEqual({ code: 0, signal: null })
})

test('logs neither what was searched nor who asked', async () => {
  const program = await start(await emptyDatabase())

  await statusOf(`${program.url}/api/nothing?q=Nguyen%20Van%20A`)
  await program.stop()

  expect(program.output.stdout).toContain('/api/nothing')
  expect(program.output.stdout).not.toMatch(/Nguyen|127\.0\.0\.1:\d+"?,"remote|remoteAddress/)
})

describe('a database that goes away', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>

  beforeAll(async () => {
    cluster = await startCluster()
  })
  afterAll(() => cluster.stop())

  test('makes the program not ready, and ready again when it is back', async () => {
    const program = await start(cluster.url)

    await cluster.restart(async () => {
      expect(await statusOf(`${program.url}/health/ready`)).toBe(503)
      expect(await statusOf(`${program.url}/health/live`)).toBe(200)
    })

    await vi.waitFor(async () => expect(await statusOf(`${program.url}/health/ready`)).toBe(200), PATIENCE)
  })

  test('may also come later than the program', async () => {
    let program: Awaited<ReturnType<typeof startProcess>> | undefined
    await cluster.restart(async () => {
      program = await start(cluster.url, false)
      await program.waitFor(/\[4\/5\]/)
    })

    await program?.waitFor(/\[5\/5\]/)
  })
})
