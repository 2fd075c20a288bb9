import { randomInt } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { addressOf } from '../../server/media/store.ts'
import { fullDisk } from '../support/full-disk.ts'
import { hashOf, metadataOf } from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { startProcess } from '../support/process.ts'
import { startReports } from '../support/reports-server.ts'

// The program itself, in the middle of an upload: killed with -9, or with its disk full. The phone goes on, and what is
// kept is what was sent.

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

/** A program over a database of its own, and a report that waits for a picture. */
async function waitingReport(more: Record<string, string> = {}) {
  const reports = await startReports()
  endings.push(() => reports.stop())
  const dataDir = mkdtempSync(join(tmpdir(), 'diaban-killed-'))
  endings.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const bytes = await photo({ width: 1800, height: 1200 })
  const sha256 = hashOf(bytes)
  const { report } = await reports.take(
    reports.draft({ media: [{ sha256, role: 'before', sizeBytes: bytes.length }] })
  )
  return {
    db: reports.db,
    dataDir,
    bytes,
    sha256,
    reportId: report.id,
    headers: { 'tus-resumable': '1.0.0', 'x-report-code': report.code },
    path: join(dataDir, 'media', addressOf(sha256)),
    async start() {
      const environment = { ...reports.environment, DATA_DIR: dataDir, ...more }
      const program = await startProcess('server/main.ts', { environment })
      endings.push(() => program.stop('SIGKILL'))
      return program
    }
  }
}

type Waiting = Awaited<ReturnType<typeof waitingReport>>

async function begin(url: string, { bytes, sha256, reportId, headers }: Waiting) {
  const begun = await fetch(`${url}/api/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      'upload-length': String(bytes.length),
      'upload-metadata': metadataOf(reportId, sha256)
    }
  })
  return new URL(begun.headers.get('location') ?? '', begun.url).pathname
}

const offsetAt = async (address: string, { headers }: Waiting) =>
  Number((await fetch(address, { method: 'HEAD', headers })).headers.get('upload-offset'))

const send = (address: string, offset: number, length: number, { bytes, headers }: Waiting) =>
  fetch(address, {
    method: 'PATCH',
    headers: {
      ...headers,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset)
    },
    body: new Uint8Array(bytes.subarray(offset, offset + length))
  })

async function expectReceivedOnce({ db, reportId, path, bytes }: Waiting) {
  expect(readFileSync(path).equals(bytes)).toBe(true)
  const { rows } = await db.query(
    `select count(*) filter (where kind = 'file_received') as events,
            (select count(*) from media) as files,
            (select received_at is not null from report_media where report_id = $1) as received
       from report_event where report_id = $1`,
    [reportId]
  )
  expect(rows).toEqual([{ events: 1, files: 1, received: true }])
}

test('killed five times in an upload, the picture arrives whole and is received once', async () => {
  const waiting = await waitingReport()
  const { bytes } = waiting
  let program = await waiting.start()
  const path = await begin(program.url, waiting)

  for (let kills = 0; kills < 5; kills++) {
    // However far it comes: the last of these may kill it while it looks at the whole file.
    const { url } = program
    const sending = (async () => {
      for (let at = await offsetAt(url + path, waiting); at < bytes.length; at += 32_768)
        await send(url + path, at, 32_768, waiting)
    })().catch(() => 'the server was killed')
    await sleep(randomInt(60))
    await program.stop('SIGKILL')
    await sending
    program = await waiting.start()
  }
  const address = program.url + path
  for (let at = await offsetAt(address, waiting); at < bytes.length; at = await offsetAt(address, waiting))
    expect((await send(address, at, 131_072, waiting)).status).toBe(204)

  expect(await offsetAt(address, waiting)).toBe(bytes.length)
  await expectReceivedOnce(waiting)
}, 300_000)

test('the disk of the files full: a clear refusal, nothing half done, later it is taken in', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'diaban-full-'))
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  const full = join(folder, 'full')
  writeFileSync(full, '')
  const waiting = await waitingReport(fullDisk('/media/', full))
  const program = await waiting.start()
  const address = program.url + (await begin(program.url, waiting))
  const { bytes, path } = waiting

  let refused: Response | undefined
  for (let at = 0; at < bytes.length; at += 262_144) refused = await send(address, at, 262_144, waiting)
  expect(refused?.status).toBe(503)
  expect((await refused?.json()).detail).toContain('hết chỗ')
  expect(readdirSync(dirname(path))).toEqual([])
  expect((await fetch(`${program.url}/health/ready`)).status).toBe(200)

  rmSync(full)
  expect(await offsetAt(address, waiting)).toBe(bytes.length)
  await expectReceivedOnce(waiting)
}, 300_000)
