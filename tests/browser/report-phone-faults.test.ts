import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadReports } from '../../server/seed/load-reports.ts'
import { launchBrowser } from '../support/browser.ts'
import { freePort } from '../support/free-port.ts'
import { importIllustration } from '../support/illustration.ts'
import { startProcess } from '../support/process.ts'
import { awaitOfflineReady, camera, HERE, photo, recordsOf } from '../support/report-phone.ts'
import { randomFrom } from '../support/random-shapes.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'
import { PHONE } from '../support/ui-page.ts'

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
let opened: Awaited<ReturnType<typeof chromium.openPage>>
let page: Page
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
  opened = await chromium.openPage({ ...PHONE, geolocation: HERE, permissions: ['geolocation'] })
  page = opened.page
}, 240_000)
afterAll(async () => {
  await chromium.close()
  await server.stop('SIGKILL')
  await database.close()
})

async function openApp() {
  page = await opened.context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${server.url}/phan-anh`)
  await page.locator('main header, main h1, main h2').first().waitFor()
}

/** As the system ends a page that takes too much memory: nothing of it runs any more. */
async function killPage() {
  const crashed = page.waitForEvent('crash')
  const devtools = await opened.context.newCDPSession(page)
  // The page that is asked cannot answer.
  devtools.send('Page.crash').catch(() => undefined)
  await crashed
  await page.close()
}

const complete = async () => (await recordsOf(page)).filter(({ state }) => state !== 'draft').length
const received = async () => (await recordsOf(page)).filter(({ state }) => state === 'received').length

/** Writes the report of this number to its end, from wherever it stands. */
async function write(number: number) {
  const another = page.getByRole('button', { name: 'Gửi phản ánh khác' })
  const category = page.getByRole('button', { name: 'Bãi rác, điểm đổ rác trái phép' })
  const here = page.getByRole('button', { name: 'Đúng chỗ này' })
  const send = page.locator('.send').getByRole('button')
  const take = page.getByText('Chụp ảnh', { exact: true })
  while ((await complete()) <= number) {
    const step = another.or(category).or(here).or(send).or(take).first()
    await step.waitFor()
    const [draft] = (await recordsOf(page)).filter(({ state }) => state === 'draft')
    const photos = draft?.files.length ?? 0
    if (await another.isVisible()) await another.click()
    else if (await category.isVisible()) await category.click()
    else if (await here.isVisible()) await here.click()
    else if (photos < PHOTOS) {
      await camera(page).setInputFiles(await photo(number, photos))
      await expect
        .poll(async () => (await recordsOf(page)).find(({ state }) => state === 'draft')?.files.length)
        .toBe(photos + 1)
    } else if (await send.isVisible()) {
      await send.click()
      await another.waitFor()
    }
  }
}

/** The numbers of the reports during which the page is killed. */
function killed(): Set<number> {
  const numbers = new Set<number>()
  while (numbers.size < KILLS_WRITING) numbers.add(random.integer(0, REPORTS - 1))
  return numbers
}

/** Killed in the midst of whatever it does: the moment itself is what is random, so that no state is waited for. */
async function writeAndBeKilled(number: number) {
  // Cut off with its page; what was wrong with the writing itself shows when the report is written after all.
  const writing = write(number).catch(() => undefined)
  await new Promise((resolve) => setTimeout(resolve, random.integer(0, WRITING_MS)))
  await killPage()
  await writing
  await openApp()
}

test(
  'fifty reports written offline, killed again and again, arrive once and whole',
  { timeout: 600_000 },
  async () => {
    await openApp()
    await page.getByRole('button', { name: 'Bãi rác' }).first().waitFor()
    await awaitOfflineReady(page)
    await opened.context.setOffline(true)
    await page.reload()

    const kills = killed()
    for (let number = 0; number < REPORTS; number += 1) {
      if (kills.has(number)) await writeAndBeKilled(number)
      await write(number)
    }
    const written = await recordsOf(page)
    expect(written.map(({ state, files, receipt }) => [state, files.length, receipt])).toEqual(
      Array.from({ length: REPORTS }, () => ['waiting', PHOTOS, null])
    )

    await opened.context.setOffline(false)
    await expect.poll(received).toBeGreaterThan(3)
    for (let cut = 0; cut < 2; cut += 1) {
      const before = await received()
      await opened.context.setOffline(true)
      expect(await received()).toBeLessThan(REPORTS)
      await opened.context.setOffline(false)
      await expect.poll(received).toBeGreaterThan(before + 2)
    }
    for (let kill = 0; kill < KILLS_SENDING; kill += 1) {
      await killPage()
      await openApp()
      const before = await received()
      await expect.poll(received).toBeGreaterThan(before + 1)
    }
    await page.waitForRequest((request) => request.method() === 'PATCH')
    await server.stop('SIGKILL')
    expect(await received()).toBeLessThan(REPORTS)
    server = await startProcess('server/main.ts', { environment })
    await expect.poll(received, { timeout: 120_000 }).toBe(REPORTS)

    const records = await recordsOf(page)
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
