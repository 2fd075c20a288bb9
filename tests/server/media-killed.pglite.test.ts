import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { addressOf } from '../../server/media/store.ts'
import { importIllustration } from '../support/illustration.ts'
import { hashOf, metadataOf } from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { startProcess } from '../support/process.ts'
import { quietLog } from '../support/quiet-log.ts'
import { newCode } from '../support/reports-server.ts'
import { createDataDir } from '../support/test-database.ts'

// The program with its own database, killed with -9 while a phone sends: the phone sends again what it has no answer for.
// That an upload goes on in its middle is told by media-killed.postgres.test.ts.

const KILLS = 3
const REPORTS = 6
const CHUNK = 65_536

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

type Program = Awaited<ReturnType<typeof startProcess>>

/** A phone's report with a picture that the server does not have yet. */
async function reportOf(index: number) {
  const bytes = await photo({ width: 1200 + index, height: 900 })
  const sha256 = hashOf(bytes)
  const place = { lng: 105.35, lat: 19.07 + index / 1000 }
  const media = [{ sha256, role: 'before', sizeBytes: bytes.length }]
  return {
    bytes,
    sha256,
    draft: { id: randomUUID(), code: newCode(), category: 'illegal_dump', place, placeFrom: 'gps', media }
  }
}
type Report = Awaited<ReturnType<typeof reportOf>>

/** As a phone does it: the text first, then the picture in chunks; 409: the server has the picture already. */
async function sendWhole(url: string, { draft, bytes, sha256 }: Report) {
  const json = { 'content-type': 'application/json' }
  const posted = await fetch(`${url}/api/reports`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(draft)
  })
  expect([200, 201], await posted.clone().text()).toContain(posted.status)
  const headers = { 'tus-resumable': '1.0.0', 'x-report-code': draft.code }
  const begun = await fetch(`${url}/api/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      'upload-length': String(bytes.length),
      'upload-metadata': metadataOf(draft.id, sha256)
    }
  })
  if (begun.status === 409) return
  const address = new URL(begun.headers.get('location') ?? '', begun.url).href
  for (let at = 0; at < bytes.length; at += CHUNK) {
    const body = new Uint8Array(bytes.subarray(at, at + CHUNK))
    const type = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(at) }
    expect((await fetch(address, { method: 'PATCH', headers: { ...headers, ...type }, body })).status).toBe(
      204
    )
  }
}

/** The program is gone in the middle of the index-th report. */
async function killedWhile(program: Program, reports: readonly Report[], index: number) {
  const sending = (async () => {
    for (const report of reports) await sendWhole(program.url, report)
  })().catch(() => 'the server was killed')
  await expect
    .poll(async () => (await fetch(`${program.url}/api/reports`)).ok, { timeout: 60_000 })
    .toBe(true)
  // The moment of the kill is what differs, wherever the sending has got to: no state is waited for.
  await new Promise((resolve) => setTimeout(resolve, 150 * (index + 1)))
  await program.stop('SIGKILL')
  await sending
}

test('killed three times while reports are sent, each is there once with its whole picture', async () => {
  const { dataDir, remove } = createDataDir({ migrated: true })
  endings.push(remove)
  const config = { dataDir, databaseUrl: undefined, databaseReadUrl: undefined }
  const before = await openDatabase(config, quietLog)
  await importIllustration(before.db, ['communes', 'villages'], '2026-07-01')
  await before.close()
  const start = async () => {
    const program = await startProcess('server/main.ts', { environment: { DATA_DIR: dataDir } })
    endings.push(() => program.stop('SIGKILL'))
    return program
  }
  const reports = await Promise.all(Array.from({ length: REPORTS }, (_, index) => reportOf(index)))

  for (let kills = 0; kills < KILLS; kills += 1) await killedWhile(await start(), reports, kills)
  const program = await start()
  for (const report of reports) await sendWhole(program.url, report)
  await program.stop('SIGTERM')

  const { db, close } = await openDatabase(config, quietLog)
  endings.push(close)
  const { rows } = await db.query(
    `select r.id, encode(m.sha256, 'hex') as sha256, m.received_at is not null as received,
            (select count(*) from report_event e where e.report_id = r.id and e.kind = 'file_received') as events
       from report r join report_media m on m.report_id = r.id`
  )
  const expected = reports.map(({ draft, sha256 }) => ({ id: draft.id, sha256, received: true, events: 1 }))
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id)
  expect(rows.toSorted(byId)).toEqual(expected.toSorted(byId))
  for (const { sha256, bytes } of reports)
    expect(readFileSync(join(dataDir, 'media', addressOf(sha256))).equals(bytes)).toBe(true)
}, 600_000)
