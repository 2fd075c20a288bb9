import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { createPool, type Queryable } from '../../server/db/pool.ts'
import { inTransaction } from '../../server/db/transaction.ts'
import { quietLog } from '../support/quiet-log.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

// Longer than pg's pool waits for a connection by itself.
const BUSY_FOR = 'select pg_sleep(12)'
const config = { publicUrl: undefined, trustedProxies: [], demo: false, dataDir: tmpdir() }

let database: TestDatabase
let server: TestServer

beforeAll(async () => {
  database = await openTestDatabase()
  server = await startServer()
})
afterAll(async () => {
  await server.stop()
  await database.close()
})

test('while the engine computes for long, many askers wait for their turn and all are answered', async () => {
  const heavy = server.db.query(BUSY_FOR)
  const answers = await Promise.all(
    Array.from({ length: 24 }, async () => (await server.app.inject('/api/communes')).statusCode)
  )
  await heavy

  expect(new Set(answers)).toEqual(new Set([200]))
})

test('who has waited too long is told that it is busy, and the engine goes on', async () => {
  const hasty = createPool({ ...database.connection, query_timeout: 300 }, quietLog)
  const app = buildApp({ db: hasty, readDb: hasty, config })

  // Its one connection is there beforehand: to connect is waiting of another kind.
  ;(await hasty.connect()).release()
  // An open transaction surely has the engine, however slow the machine; a long query may still be on its way to it.
  const response = await inTransaction(database.db, async (held) => {
    await held.query('select 1')
    return app.inject('/api/communes')
  })

  expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '5'])
  expect(response.json().detail).toContain('Cơ sở dữ liệu đang bận nên chưa trả lời kịp.')
  await expect.poll(async () => (await app.inject('/health/ready')).statusCode, { timeout: 30_000 }).toBe(200)
  await app.close()
  await hasty.end()
})

test('a question of its own that takes too long is told too, and the next one is answered', async () => {
  const hasty = createPool({ ...database.connection, query_timeout: 300 }, quietLog)
  const slow: Queryable['query'] = (() => hasty.query('select pg_sleep(2)')) as Queryable['query']
  const app = buildApp({ db: hasty, readDb: { query: slow }, config })

  const response = await app.inject('/api/communes')
  await app.close()
  await hasty.end()

  expect(response.statusCode).toBe(503)
  expect((await database.http.db.query('select 1 as one')).rows).toEqual([{ one: 1 }])
})
