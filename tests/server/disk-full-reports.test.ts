import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Receipt } from '../../server/reports/contract.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'

// The disk of the database is full while a report is sent. That it fails at its last row is the database's own error 53100,
// raised by a trigger, so that what was written before it has to be taken back.

let server: ReportsServer
beforeAll(async () => {
  server = await startReports()
  await server.db.query(
    `create function no_room() returns trigger language plpgsql as $$
     begin
       raise exception 'could not extend file "base/1/2": No space left on device' using errcode = '53100';
     end $$`
  )
})
afterAll(() => server.stop())

/** Does it while the database has no room for another line of a history. */
async function whileFull<T>(work: () => Promise<T>) {
  await server.db.query(
    `create trigger no_room after insert on report_event for each statement execute function no_room()`
  )
  try {
    return await work()
  } finally {
    await server.db.query(`drop trigger no_room on report_event`)
  }
}

/** How many rows each table holds that a new report writes. */
async function written() {
  const tables = ['report', 'report_event', 'report_code', 'report_contact', 'report_media', 'audit_entry']
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`)
  return (await server.db.query(`select ${counts.join()}`)).rows[0]
}

const draft = () =>
  server.draft({
    contact: { phone: '0901 111 222' },
    media: [{ sha256: 'a'.repeat(64), role: 'before', sizeBytes: 3 }]
  })

test('a report is refused in a sentence with a time to wait, nothing of it stays, and it is taken in once there is room', async () => {
  const before = await written()
  const sent = draft()
  const refused = await whileFull(() => server.send(sent))

  expect(refused.statusCode).toBe(503)
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  expect(refused.json().detail).toMatch(/^Máy chủ hết chỗ lưu nên chưa nhận được\. .*gửi lại sau/)
  expect(refused.body).not.toContain('base/1/2')
  expect(await written()).toEqual(before)

  const [taken, again] = [await server.send(sent), await server.send(sent)]
  expect([taken.statusCode, again.statusCode]).toEqual([201, 200])
  expect(again.json<Receipt>()).toEqual(taken.json<Receipt>())
  const { rows } = await server.db.query('select number from report where id = $1', [sent.id])
  expect(rows).toEqual([{ number: taken.json<Receipt>().number }])
})

test('so is what staff do: the report is as it was, and can be handled once there is room', async () => {
  const unit = await server.unit()
  const leader = await server.staff('leader')
  const { report } = await server.take(draft())
  const { version } = await leader.read(report.id)
  const before = await written()
  const assigned = () => leader.actOn(report.id, version, { action: 'assign', unitId: unit })
  const refused = await whileFull(assigned)

  expect(refused.statusCode).toBe(503)
  expect(await leader.read(report.id)).toMatchObject({ version, state: 'new', unit: null })
  expect(await written()).toEqual(before)
  expect((await assigned()).statusCode).toBe(200)
})
