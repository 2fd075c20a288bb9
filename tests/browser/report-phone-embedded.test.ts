import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { addressOf } from '../../server/media/store.ts'
import { launchBrowser } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { KilledPhone } from '../support/killed-phone.ts'
import { startProcess } from '../support/process.ts'
import { quietLog } from '../support/quiet-log.ts'
import { awaitOfflineReady } from '../support/report-phone.ts'

// What report-phone-faults.test.ts does at length on PostgreSQL, here against the program with its own database.

const REPORTS = 5
const PHOTOS = 3

let dataDir: string
let environment: Record<string, string>
let server: Awaited<ReturnType<typeof startProcess>>
let chromium: Awaited<ReturnType<typeof launchBrowser>>

beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'diaban-embedded-'))
  const port = String(await freePort())
  // The illustration has the commune that the phone stands in.
  environment = { DATA_DIR: dataDir, PORT: port, HOST: '127.0.0.1', LOG_LEVEL: 'error', DEMO: '1' }
  server = await startProcess('server/main.ts', { environment })
  chromium = await launchBrowser({ flags: ['--disable-gpu', '--disable-3d-apis'] })
}, 600_000)
afterAll(async () => {
  await chromium.close()
  await server.stop('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/** What the database has of these reports, once the program has ended. */
async function kept(ids: readonly string[]) {
  const database = await openDatabase(
    { dataDir, databaseUrl: undefined, databaseReadUrl: undefined },
    quietLog
  )
  const { rows } = await database.db.query<{ id: string; number: string; sha256: string; here: boolean }>(
    `select r.id, r.number, encode(m.sha256, 'hex') as sha256, m.received_at is not null as here
       from report r join report_media m on m.report_id = r.id where r.id = any($1::uuid[])`,
    [ids]
  )
  await database.close()
  return rows
}

const hashOnDisk = (sha256: string) =>
  createHash('sha256')
    .update(readFileSync(join(dataDir, 'media', addressOf(sha256))))
    .digest('hex')

test(
  'reports written offline, the page and then the program killed, arrive once and whole',
  { timeout: 600_000 },
  async () => {
    const phone = await KilledPhone.take(chromium, server.url, PHOTOS)
    await phone.open()
    await phone.page.getByRole('button', { name: 'Bãi rác' }).first().waitFor()
    await awaitOfflineReady(phone.page)
    await phone.setOffline(true)
    await phone.page.reload()
    for (let number = 0; number < REPORTS; number += 1) {
      await phone.write(number)
      if (number % 2 === 1) {
        await phone.kill()
        await phone.open()
      }
    }

    const sending = phone.page.waitForRequest((request) => request.method() === 'PATCH')
    await phone.setOffline(false)
    await sending
    await server.stop('SIGKILL')
    expect(await phone.received()).toBeLessThan(REPORTS)
    server = await startProcess('server/main.ts', { environment })
    await expect.poll(() => phone.received(), { timeout: 180_000 }).toBe(REPORTS)
    const records = await phone.records()
    await server.stop('SIGTERM')

    const sent = records.flatMap(({ id, receipt, files }) =>
      files.map(({ sha256 }) => ({ id, number: receipt?.number, sha256, here: true }))
    )
    const byHash = (one: { sha256: string }, other: { sha256: string }) =>
      one.sha256.localeCompare(other.sha256)
    const rows = await kept(records.map(({ id }) => id))
    expect(rows.toSorted(byHash)).toEqual(sent.toSorted(byHash))
    expect(rows).toHaveLength(REPORTS * PHOTOS)
    expect(new Set(rows.map(({ number }) => number)).size).toBe(REPORTS)
    expect(rows.map(({ sha256 }) => hashOnDisk(sha256))).toEqual(rows.map(({ sha256 }) => sha256))
  }
)
