import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openAudit } from '../../server/accounts/audit.ts'
import { verifyAudit } from '../../server/accounts/audit-verify.ts'
import { makeBackup } from '../../server/backup/make-backup.ts'
import { openMedia } from '../../server/media/open.ts'
import { forgetMemory } from '../../server/relics/memory-queries.ts'
import { forgetAgain, keepForgotten, noteForgotten } from '../../server/reports/forgotten.ts'
import { addForgotten, forgottenFile, readForgotten } from '../../server/reports/forgotten-list.ts'
import { emptyPlace, lookInto, requestOf, restoreInto, type Place } from '../support/backups.ts'
import { ogg } from '../support/sound-files.ts'
import { quietLog } from '../support/quiet-log.ts'
import { newCode, startReports, type ReportsServer } from '../support/reports-server.ts'

// Somebody has his data deleted, then an older backup is restored: nothing of it comes back.

vi.setConfig({ testTimeout: 900_000, hookTimeout: 900_000 })

let server: ReportsServer
let source: Place
let target: Awaited<ReturnType<typeof emptyPlace>>
let folder: string
beforeAll(async () => {
  server = await startReports()
  const { DATA_DIR, DATABASE_URL } = server.environment
  source = { dataDir: DATA_DIR, databaseUrl: DATABASE_URL, databaseReadUrl: undefined }
  target = await emptyPlace()
  folder = mkdtempSync(join(tmpdir(), 'diaban-forgotten-'))
})
afterAll(async () => {
  await target.remove()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** What is kept of the people who sent these reports or saw them too. */
async function personalIn(db: Pool) {
  const { rows } = await db.query<{ line: string }>(
    `select coalesce(name, '') || coalesce(phone, '') as line from report_contact
      union all select description from report where description is not null
      union all select encode(code_hash, 'hex') from report_code
      union all select encode(sha256, 'hex') from media`
  )
  return rows.map(({ line }) => line)
}

/** What lies in a place's store of files. */
const filesIn = async ({ dataDir }: Place) =>
  (await readdir(join(dataDir, 'media'), { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile()
  )

async function entries(db: Pool) {
  const { rows } = await db.query<{ after: unknown }>(
    `select after from audit_entry where action = 'report.forget_again'`
  )
  return rows.map(({ after }) => after)
}

test('deletions that a restored backup knows nothing of are done again, once, and stand in its log', async () => {
  const { sha256, sizeBytes } = await openMedia(source, server.db).store.take(ogg())
  const gone = await server.take(
    server.draft({
      description: 'Nhà tôi số 5',
      contact: { name: 'Lan', phone: '0901 111 222' },
      media: [{ sha256, role: 'voice', sizeBytes }]
    })
  )
  const stays = await server.take(server.draft({ description: 'Còn nguyên' }, 0.015))
  await server.approve(stays.report.id)
  const witness = { code: newCode(), contact: { phone: '0902 333 444' } }
  expect((await server.post(`/api/reports/${stays.receipt.number}/witnesses`, witness)).statusCode).toBe(200)
  const { file } = await makeBackup(requestOf(source, folder))
  for (const code of [gone.report.code, witness.code])
    expect((await server.post('/api/tracking/delete', { code })).statusCode).toBe(200)
  const left = await personalIn(server.db)
  await noteForgotten(server.db, folder)

  await restoreInto(target, join(folder, file))
  await lookInto(target, async (db) => {
    expect(await personalIn(db)).toEqual(expect.arrayContaining(['Nhà tôi số 5', sha256]))
    expect(await filesIn(target)).toHaveLength(1)
    const media = openMedia(target, db).store
    const forgetting = { db, audit: openAudit(), media, log: quietLog, forgetMemory }
    expect(await forgetAgain(forgetting, folder)).toBe(2)
    expect((await personalIn(db)).sort()).toEqual(left.sort())
    expect(left).toContain('Còn nguyên')
    expect(await filesIn(target)).toEqual([])
    expect(await forgetAgain(forgetting, folder)).toBe(0)
    expect(await entries(db)).toEqual([{ count: 2 }])
    expect((await verifyAudit(db)).faults).toEqual([])
  })
})

test('the list names no person and no code, only grows, and is read by nobody else', async () => {
  const { report } = await server.take(server.draft({ contact: { phone: '0903 555 666' } }))
  await addForgotten(folder, [`code ${'ab'.repeat(32)}`])
  await server.post('/api/tracking/delete', { code: report.code })
  await keepForgotten(server.db, folder, { warn: (line) => expect.fail(line) })()
  const text = readFileSync(forgottenFile(folder), 'utf8')

  expect(await readForgotten(folder)).toEqual(
    expect.arrayContaining([`report ${report.id}`, `code ${'ab'.repeat(32)}`])
  )
  for (const secret of [report.code, '0903', '0901']) expect(text).not.toContain(secret)
})

test('a list that cannot be understood is refused with its line, and stays as it is', async () => {
  const other = mkdtempSync(join(tmpdir(), 'diaban-forgotten-'))
  writeFileSync(forgottenFile(other), 'report nonsense\n')

  await expect(readForgotten(other)).rejects.toThrow('«report nonsense»')
  await expect(noteForgotten(server.db, other)).rejects.toThrow('«report nonsense»')
  expect(readFileSync(forgottenFile(other), 'utf8')).toBe('report nonsense\n')
  rmSync(other, { recursive: true })
})
