import { afterAll, beforeAll, expect, test } from 'vitest'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

// The embedded engine does one transaction after the other: two that meet need PostgreSQL.

let server: ReportsServer

beforeAll(async () => {
  server = await startReports()
})
afterAll(() => server.stop())

const WAITING = `select count(*)::integer as waiting from pg_locks l join pg_stat_activity a using (pid)
                  where not l.granted and a.datname = current_database()`

/** Until so many transactions wait for a lock. */
async function untilWaiting(count: number) {
  for (;;) {
    const { rows } = await server.db.query<{ waiting: number }>(WAITING)
    if ((rows[0]?.waiting ?? 0) >= count) return
  }
}

test('two mergers that meet make no circle: one is done, the other is told why not', async () => {
  const unit = await server.unit()
  const [officer, leader] = [await server.staff('officer', unit), await server.staff('leader')]
  const [one, two] = [await server.take(), await server.take(server.draft({}, 0.0051))]
  for (const { report } of [one, two]) await leader.act(report.id, { action: 'assign', unitId: unit })
  const holder = await server.db.connect()
  await holder.query('begin')
  await holder.query('select from report where id = any($1) for update', [[one.report.id, two.report.id]])
  // Both have read that nothing is merged, and want to write.
  const mergers = [
    officer.actOn(one.report.id, 2, { action: 'merge', into: two.receipt.number }),
    leader.actOn(two.report.id, 2, { action: 'merge', into: one.receipt.number })
  ]
  await untilWaiting(2)
  await holder.query('commit')
  holder.release()
  const answers = await Promise.all(mergers)

  // Either finds itself changed (412) or the other merged (409).
  const [done = 0, refused = 0] = answers.map(({ statusCode }) => statusCode).sort()
  expect([done, [409, 412].includes(refused)]).toEqual([200, true])
  const states = [(await leader.read(one.report.id)).state, (await leader.read(two.report.id)).state]
  expect(states.sort()).toEqual(['assigned', 'duplicate'])
})
