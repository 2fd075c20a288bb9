import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadReports } from '../../server/seed/load-reports.ts'
import { launchBrowser } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { importIllustration } from '../support/illustration.ts'
import { KilledPhone } from '../support/killed-phone.ts'
import { startProcess } from '../support/process.ts'
import { randomFrom } from '../support/random-shapes.ts'
import { awaitOfflineReady } from '../support/report-phone.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

const REPORTS = 50
const PHOTOS = 3
const KILLS_WRITING = 7
const KILLS_SENDING = 3
const SEED = 20261122
/** Writing a report takes about so long here; a kill comes at a random moment of it. */
const WRITING_MS = 900

let database: TestDatabase
let server: Awaited<ReturnType<typeof startProcess>>
let environment: Record<string, string>
let chromium: Awaited<ReturnType<typeof launchBrowser>>
let phone: KilledPhone
const random = randomFrom(SEED)

beforeAll(async () => {
  database = await openTestDatabase()
  await importIllustration(database.db, ['communes', 'villages'], '2026-07-01')
  await loadReports({ db: database.db }, () => undefined)
  environment = {
    ...database.environment,
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    LOG_LEVEL: 'error'
  }
  server = await startProcess('server/main.ts', { environment })
  // Without WebGL the place is the phone's own: drawing fifty maps is no part of this test.
  chromium = await launchBrowser({ flags: ['--disable-gpu', '--disable-3d-apis'] })
  phone = await KilledPhone.take(chromium, server.url, PHOTOS)
}, 240_000)
afterAll(async () => {
  await chromium.close()
  await server.stop('SIGKILL')
  await database.close()
})

/** The numbers of the reports during which the page is killed. */
function killed(): Set<number> {
  const numbers = new Set<number>()
  while (numbers.size < KILLS_WRITING) numbers.add(random.integer(0, REPORTS - 1))
  return numbers
}

/** Killed in the midst of whatever it does: the moment itself is what is random, so that no state is waited for. */
async function writeAndBeKilled(number: number) {
  // Cut off with its page; what was wrong with the writing itself shows when the report is written after all.
  const writing = phone.write(number).catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, random.integer(0, WRITING_MS)))
  await phone.kill()
  await writing
  await phone.open()
}

test(
  'fifty reports written offline, killed again and again, arrive once and whole',
  { timeout: 1_200_000 },
  async () => {
    await phone.open()
    await phone.page.getByRole('button', { name: 'Bãi rác' }).first().waitFor()
    await awaitOfflineReady(phone.page)
    await phone.setOffline(true)
    await phone.page.reload()

    const kills = killed()
    for (let number = 0; number < REPORTS; number += 1) {
      if (kills.has(number)) await writeAndBeKilled(number)
      await phone.write(number)
    }
    const written = await phone.records()
    expect(written.map(({ state, files, receipt }) => [state, files.length, receipt])).toEqual(
      Array.from({ length: REPORTS }, () => ['waiting', PHOTOS, null])
    )

    await phone.setOffline(false)
    await expect.poll(() => phone.received()).toBeGreaterThan(3)
    for (let cut = 0; cut < 2; cut += 1) {
      const before = await phone.received()
      await phone.setOffline(true)
      expect(await phone.received()).toBeLessThan(REPORTS)
      await phone.setOffline(false)
      await expect.poll(() => phone.received()).toBeGreaterThan(before + 2)
    }
    for (let kill = 0; kill < KILLS_SENDING; kill += 1) {
      await phone.kill()
      await phone.open()
      const before = await phone.received()
      await expect.poll(() => phone.received()).toBeGreaterThan(before + 1)
    }
    await phone.page.waitForRequest((request) => request.method() === 'PATCH')
    await server.stop('SIGKILL')
    expect(await phone.received()).toBeLessThan(REPORTS)
    server = await startProcess('server/main.ts', { environment })
    await expect.poll(() => phone.received(), { timeout: 120_000 }).toBe(REPORTS)

    const records = await phone.records()
    const { rows } = await database.db.query<{ id: string; number: string; sha256: string; here: boolean }>(
      `select r.id, r.number, encode(m.sha256, 'hex') as sha256, m.received_at is not null as here
       from report r join report_media m on m.report_id = r.id order by r.id, m.position`
    )
    const sent = records.flatMap(({ id, receipt, files }) =>
      files.map(({ sha256 }) => ({ id, number: receipt?.number, sha256, here: true }))
    )
    const byId = (a: { id: string; sha256: string }, b: { id: string; sha256: string }) =>
      `${a.id}${a.sha256}`.localeCompare(`${b.id}${b.sha256}`)
    expect(rows.sort(byId)).toEqual(sent.sort(byId))
    expect(rows).toHaveLength(REPORTS * PHOTOS)
    expect(new Set(rows.map(({ number }) => number)).size).toBe(REPORTS)
    const { rows: counted } = await database.db.query<{ reports: number }>(
      'select count(*)::int as reports from report'
    )
    expect(counted).toEqual([{ reports: REPORTS }])
    expect(await hashesOnDisk()).toEqual(expect.arrayContaining(rows.map(({ sha256 }) => sha256)))
  }
)

/** The hashes of what lies in the store, of the bytes themselves. */
async function hashesOnDisk() {
  const folder = join(database.environment.DATA_DIR, 'media')
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return Promise.all(
    files.map(async (file) =>
      createHash('sha256')
        .update(await readFile(file))
        .digest('hex')
    )
  )
}
