import Fastify from 'fastify'
import type { PoolConfig } from 'pg'
import { createPool } from '../../server/db/pool.ts'

// The yardstick of the row "reports", in a process of its own: a Fastify route that puts what it is sent into a plain
// table and does nothing else. Started with the database's connection as JSON; tells its parent the port.

const INSERT = 'insert into bench_plain (body) values ($1) returning id'

async function main() {
  const [connection = '{}'] = process.argv.slice(2)
  const log = { warn: (message: string) => void process.stderr.write(`${message}\n`) }
  const db = createPool(JSON.parse(connection) as PoolConfig, log) // its parent wrote it
  await db.query(
    'create table if not exists bench_plain (id bigint generated always as identity, body jsonb)'
  )
  const app = Fastify()
  app.post('/', async ({ body }, reply) => {
    const { rows } = await db.query<{ id: number }>(INSERT, [JSON.stringify(body)])
    return reply.code(201).send(rows[0])
  })
  const address = await app.listen({ host: '127.0.0.1', port: 0 })
  process.send?.({ port: Number(new URL(address).port) })
  process.on('disconnect', () => process.exit(0))
}

await main()
