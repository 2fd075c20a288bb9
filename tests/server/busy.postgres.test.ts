import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { createPool, type Queryable } from '../../server/db/pool.ts'
import { quietLog } from '../support/quiet-log.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase

beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const limitOf = async (db: Queryable) => (await db.query('show statement_timeout')).rows[0].statement_timeout

test('what answers the public has a minute for a statement, what imports has no end', async () => {
  expect(await limitOf(database.http.db)).toBe('1min')
  expect(await limitOf(database.http.readDb)).toBe('1min')
  expect(await limitOf(database.db)).toBe('0')
})

test('a statement that was ended is answered 503 by a sentence, and the next one is answered', async () => {
  const hasty = createPool({ ...database.connection, options: '-c statement_timeout=50' }, quietLog)
  const slow = { query: () => hasty.query('select pg_sleep(30)') } as unknown as Queryable
  const app = buildApp({
    db: hasty,
    readDb: slow,
    config: { publicUrl: undefined, trustedProxies: [], demo: false, dataDir: tmpdir() }
  })

  const response = await app.inject({ url: '/api/communes', headers: { 'accept-language': 'en' } })

  expect(response.statusCode).toBe(503)
  expect(response.headers['retry-after']).toBe('5')
  expect(response.json().detail).toBe(
    'The database is busy and did not answer in time. Try again in a few seconds, or ask about a smaller area.'
  )
  // Its own statements have 50 ms too, which a laden machine may miss once.
  await expect.poll(async () => (await app.inject('/health/ready')).statusCode, { timeout: 30_000 }).toBe(200)
  await app.close()
  await hasty.end()
})

test('a database that is not there is told', async () => {
  const nowhere = createPool({ connectionString: 'postgres://nobody@127.0.0.1:1/none' }, quietLog)
  const app = buildApp({
    db: nowhere,
    readDb: nowhere,
    config: { publicUrl: undefined, trustedProxies: [], demo: false, dataDir: tmpdir() }
  })

  const response = await app.inject('/api/communes')
  await app.close()

  expect(response.statusCode).toBe(503)
  expect(response.json().detail).toContain('đang tạm ngắt')
})
