import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openFiles } from '../../server/media/open.ts'
import { projectRoot } from '../../server/root.ts'
import { loadReports } from '../../server/seed/load-reports.ts'
import { launchBrowser } from '../support/browser.ts'
import { importIllustration } from '../support/illustration.ts'
import { awaitOfflineReady, camera, HERE, recordsOf } from '../support/report-phone.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { startLine } from '../support/slow-line.ts'
import { PHONE } from '../support/ui-page.ts'

// A phone at the edge of the network: 50 kbit/s, 2 s to the server and 2 s back, one packet in twenty lost, and the line
// breaks twice where it hurts most.

const EDGE = { bitsPerSecond: 50_000, delayMs: 2_000, lostEach: 20, againMs: 2_000 }
/** The text is taken in and its answer never comes; a photo breaks off midway. */
const CUTS = [
  { way: 'down', at: /^HTTP\/1\.1 201/, afterBytes: 0 },
  { way: 'up', at: /^PATCH \/api\/uploads/, afterBytes: 5_000 }
] as const
const PATIENCE = { timeout: 240_000 }

let server: TestServer
let line: Awaited<ReturnType<typeof startLine>>
let chromium: Awaited<ReturnType<typeof launchBrowser>>
beforeAll(async () => {
  server = await startServer({ listen: true, webDir: join(projectRoot, 'dist/web') })
  await importIllustration(server.db, ['communes', 'villages'], '2026-07-01')
  await loadReports({ db: server.db }, () => undefined)
  line = await startLine(Number(new URL(server.url).port))
  // Without WebGL the place is the phone's own: drawing the map is no part of this test.
  chromium = await launchBrowser({ flags: ['--disable-gpu', '--disable-3d-apis'] })
}, 240_000)
afterAll(async () => {
  await chromium.close()
  await line.stop()
  await server.stop()
})

/** A picture that stays a few kilobytes large when the phone has shrunk it. */
async function smallPhoto(mean: number) {
  const noise = { type: 'gaussian', mean, sigma: 30 } as const
  const create = { width: 160, height: 120, channels: 3, background: '#888', noise } as const
  return { name: 'image.jpg', mimeType: 'image/jpeg', buffer: await sharp({ create }).jpeg().toBuffer() }
}

interface Row {
  id: string
  number: string
  sha256: string
  stored: string | null
}

const rowsOfReports = async () =>
  (
    await server.db.query<Row>(
      `select r.id, r.number, encode(m.sha256, 'hex') as sha256, encode(f.stored_sha256, 'hex') as stored
         from report r join report_media m on m.report_id = r.id
         left join media f on f.sha256 = m.sha256 and m.received_at is not null
        order by m.position`
    )
  ).rows

/** The hash of the bytes that are kept. */
async function hashOfKept(sha256: string) {
  const stream = await openFiles({ dataDir: server.environment.DATA_DIR }).read(sha256)
  return createHash('sha256')
    .update(stream ? await buffer(stream) : '')
    .digest('hex')
}

test('a report with photos arrives whole, its text first, once', { timeout: 300_000 }, async () => {
  const { longitude, latitude, accuracy } = HERE
  const geolocation = { longitude, latitude, accuracy }
  const opened = await chromium.openPage({ ...PHONE, geolocation, permissions: ['geolocation'] })
  const { page } = opened
  await page.goto(`${line.url}/phan-anh`)
  await page.getByRole('button', { name: 'Bãi rác, điểm đổ rác trái phép' }).click()
  await awaitOfflineReady(page)
  await camera(page).setInputFiles(await smallPhoto(90))
  await page.getByRole('button', { name: 'Đúng chỗ này' }).click()
  await camera(page).setInputFiles(await smallPhoto(160))
  await expect.poll(async () => (await recordsOf(page))[0]?.files.length).toBe(2)
  line.become(EDGE, CUTS)
  await page.locator('.send').getByRole('button').click()

  await expect.poll(async () => (await recordsOf(page))[0]?.state, PATIENCE).toBe('received')
  expect(line.pending()).toBe(0)
  const [record] = await recordsOf(page)
  const rows = await rowsOfReports()
  expect(rows).toEqual(
    record?.files.map(({ sha256 }) => ({
      id: record.id,
      number: record.receipt?.number,
      sha256,
      stored: sha256
    }))
  )
  expect(rows).toHaveLength(2)
  for (const { sha256 } of rows) expect(await hashOfKept(sha256)).toBe(sha256)
  const asked = (what: RegExp) => line.requests.filter((head) => what.test(head)).length
  const first = (what: RegExp) => line.requests.findIndex((head) => what.test(head))
  expect(asked(/^POST \/api\/reports /)).toBeGreaterThan(2)
  expect(first(/^POST \/api\/reports /)).toBeLessThan(first(/^POST \/api\/uploads /))
  // Each photo was begun once, and the one that broke off went on from there.
  expect(asked(/^POST \/api\/uploads /)).toBe(2)
  expect(asked(/^PATCH .*upload-offset: [1-9]/is)).toBeGreaterThan(0)
  expect(opened.errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([])
})
