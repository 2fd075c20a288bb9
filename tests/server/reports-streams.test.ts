import { afterAll, beforeAll, expect, test } from 'vitest'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

let server: ReportsServer
type Staff = Awaited<ReturnType<ReportsServer['staff']>>

beforeAll(async () => {
  server = await startReports({ listen: true, fastify: { forceCloseConnections: true } })
})
afterAll(() => server.stop())

/** A stream of somebody, after its first event. */
async function watching({ headers: { cookie } }: Staff) {
  const response = await fetch(`${server.url}/api/staff/reports/events`, { headers: { cookie } })
  const reader = response.body?.getReader()
  if (!reader) throw new Error('There is no stream.')
  const read = async () => {
    const { value, done } = await reader.read()
    if (done) throw new Error('The stream ended.')
    return new TextDecoder().decode(value)
  }
  const until = async (text: string) => {
    let told = ''
    while (!told.includes(text)) told += await read()
  }
  await until('event: changed')
  return {
    until,
    /** What was still told until the stream ended. */
    async rest() {
      let told = ''
      for (let next = await reader.read(); !next.done; next = await reader.read())
        told += new TextDecoder().decode(next.value)
      return told
    },
    leave: () => reader.cancel()
  }
}

const unsafe = (method: 'DELETE' | 'PATCH', url: string, { headers }: Staff, payload?: object) =>
  server.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })

test('a stream ends when its owner signs out, and tells nothing more', async () => {
  const officer = await server.staff('officer', await server.unit())
  const stream = await watching(officer)

  expect((await unsafe('DELETE', '/api/staff/session', officer)).statusCode).toBe(204)
  const { receipt } = await server.take()

  expect(await stream.rest()).not.toContain(receipt.receivedAt)
})

test('a stream ends when its owner is locked out by an administrator', async () => {
  const [officer, administrator] = [
    await server.staff('officer', await server.unit()),
    await server.staff('administrator')
  ]
  const stream = await watching(officer)

  const locked = await unsafe('PATCH', `/api/staff/accounts/${officer.id}`, administrator, { disabled: true })

  expect(locked.statusCode).toBe(200)
  const { receipt } = await server.take()
  expect(await stream.rest()).not.toContain(receipt.receivedAt)
})

test('a stream ends when its session is over; one that lasts goes on, and is not renewed by lasting', async () => {
  const [officer, leader] = [await server.staff('officer', await server.unit()), await server.staff('leader')]
  const [over, lasting] = [await watching(officer), await watching(leader)]
  const set = `update session set expires_at = $2, seen_at = $3 where account_id = $1`
  const [past, soon, earlier] = [-1000, 3_600_000, -3_600_000].map((ms) => new Date(Date.now() + ms))
  await server.db.query(set, [leader.id, soon, earlier])
  await server.db.query(set, [officer.id, past, earlier])

  await over.rest()
  await lasting.until((await server.take()).receipt.receivedAt)
  const { rows } = await server.db.query<{ seen: Date }>(
    'select seen_at as seen from session where account_id = $1',
    [leader.id]
  )
  expect(rows).toEqual([{ seen: earlier }])
  await lasting.leave()
})
