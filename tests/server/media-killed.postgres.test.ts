import { randomInt } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { addressOf } from '../../server/media/store.ts'
import { hashOf, metadataOf } from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { startProcess } from '../support/process.ts'
import { startReports } from '../support/reports-server.ts'

// The server killed with -9 in the middle of an upload: whatever it had written, the phone goes on, and what is kept is
// what was sent.

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

test('killed five times in an upload, the picture arrives whole and is received once', async () => {
  const reports = await startReports()
  endings.push(() => reports.stop())
  const dataDir = mkdtempSync(join(tmpdir(), 'diaban-killed-'))
  endings.push(() => rmSync(dataDir, { recursive: true, force: true }))
  const environment = { ...reports.environment, DATA_DIR: dataDir }
  const bytes = await photo({ width: 1800, height: 1200 })
  const sha256 = hashOf(bytes)
  const { report } = await reports.take(
    reports.draft({ media: [{ sha256, role: 'before', sizeBytes: bytes.length }] })
  )
  const tus = { 'tus-resumable': '1.0.0', 'x-report-code': report.code }

  const start = async () => {
    const program = await startProcess('server/main.ts', { environment })
    endings.push(() => program.stop('SIGKILL'))
    return program
  }
  let program = await start()
  const begun = await fetch(`${program.url}/api/uploads`, {
    method: 'POST',
    headers: {
      ...tus,
      'upload-length': String(bytes.length),
      'upload-metadata': metadataOf(report.id, sha256)
    }
  })
  const path = new URL(begun.headers.get('location') ?? '', begun.url).pathname
  const offsetNow = async () =>
    Number((await fetch(program.url + path, { method: 'HEAD', headers: tus })).headers.get('upload-offset'))
  const send = (offset: number) =>
    fetch(program.url + path, {
      method: 'PATCH',
      headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
      body: new Uint8Array(bytes.subarray(offset, offset + 32_768))
    })

  for (let kills = 0; kills < 5; kills++) {
    // However far it comes: the last of these may kill it while it looks at the whole file.
    const sending = (async () => {
      for (let at = await offsetNow(); at < bytes.length; at += 32_768) await send(at)
    })().catch(() => 'the server was killed')
    await sleep(randomInt(60))
    await program.stop('SIGKILL')
    await sending
    program = await start()
  }
  for (let at = await offsetNow(); at < bytes.length; at = await offsetNow())
    expect((await send(at)).status).toBe(204)

  expect(await offsetNow()).toBe(bytes.length)
  expect(readFileSync(join(dataDir, 'media', addressOf(sha256))).equals(bytes)).toBe(true)
  const { rows } = await reports.db.query(
    `select count(*) filter (where kind = 'file_received') as events,
            (select count(*) from media) as files,
            (select received_at is not null from report_media where report_id = $1) as received
       from report_event where report_id = $1`,
    [report.id]
  )
  expect(rows).toEqual([{ events: 1, files: 1, received: true }])
}, 300_000)
