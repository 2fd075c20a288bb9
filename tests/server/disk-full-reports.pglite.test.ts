import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { openForCommand } from '../../server/db/open.ts'
import { communeData } from '../support/commune-data.ts'
import { fullDisk } from '../support/full-disk.ts'
import { startProcess } from '../support/process.ts'
import { quietLog } from '../support/quiet-log.ts'
import { newCode } from '../support/reports-server.ts'
import { squareCommune } from '../support/square-commune.ts'
import { createDataDir } from '../support/test-database.ts'

// The disk under the embedded engine itself fills up while a report is sent.

const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

/** The program on a data folder whose disk is full while a file is there. */
async function start(dataDir: string, full: string) {
  const environment = { DATA_DIR: dataDir, ...fullDisk('/engine/', full) }
  const program = await startProcess('server/main.ts', { environment })
  endings.push(() => program.stop('SIGKILL'))
  return program
}

/** Works on the engine of the program that runs. */
async function inEngine<T>(
  dataDir: string,
  work: (db: Awaited<ReturnType<typeof openForCommand>>['db']) => Promise<T>
) {
  const config = { dataDir, databaseUrl: undefined, databaseReadUrl: undefined }
  const { db, close } = await openForCommand(config, quietLog)
  return work(db).finally(close)
}

const post = (url: string, body: object) =>
  fetch(`${url}/api/reports`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })

test('a report is refused in a sentence, nothing of it stays, and it is taken in once there is room, once', async () => {
  const { dataDir, remove } = createDataDir()
  const folder = mkdtempSync(join(tmpdir(), 'diaban-full-'))
  endings.push(remove, () => rmSync(folder, { recursive: true, force: true }))
  const full = join(folder, 'full')
  let program = await start(dataDir, full)
  const { west, south } = await inEngine(dataDir, (db) => squareCommune(communeData(db)))
  const place = { lng: west + 0.005, lat: south + 0.005 }
  const sent = { id: randomUUID(), code: newCode(), category: 'illegal_dump', place, placeFrom: 'gps' }

  writeFileSync(full, '')
  // What the program does by itself may have met the full disk before; an engine that starts on it ends the program.
  let hasEnded = false
  void program.ended.then(() => (hasEnded = true))
  const refused = await post(program.url, sent).catch(() => null)
  if (refused) {
    expect(refused.status).toBe(503)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await refused.json()).detail).toMatch(/^(Máy chủ hết chỗ lưu|Cơ sở dữ liệu đang tạm ngắt)/)
  }

  rmSync(full)
  const taken = await vi.waitFor(
    async () => {
      if (hasEnded) program = await start(dataDir, full)
      hasEnded = false
      const answer = await post(program.url, sent)
      expect([200, 201]).toContain(answer.status)
      return answer.json()
    },
    { timeout: 240_000, interval: 200 }
  )
  const again = await post(program.url, sent)
  expect([again.status, await again.json()]).toEqual([200, taken])
  const numbers = (await inEngine(dataDir, (db) => db.query('select number from report'))).rows
  expect(numbers).toEqual([{ number: taken.number }])
}, 300_000)
