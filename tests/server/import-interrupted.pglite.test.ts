import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { findEngine } from '../../server/db/data-dir.ts'
import { fullDisk } from '../support/full-disk.ts'
import { startCommands, type Commands } from '../support/import-command.ts'
import {
  PATIENCE,
  expectNothingDone,
  expectTakenNext,
  held,
  housesFile
} from '../support/interrupted-import.ts'

let commands: Commands
let folder: string
let full: string

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diaban-full-'))
  full = join(folder, 'full')
  commands = await startCommands({ more: fullDisk('/engine/base/', full) })
})
afterAll(async () => {
  await commands.stop()
  rmSync(folder, { recursive: true, force: true })
})

test('the engine’s disk is full: nothing is done, the next import works', async () => {
  const before = await held(commands)
  const path = housesFile(commands, 6000)
  writeFileSync(full, '')
  const ending = await commands.runImport('cultural_houses', path)
  rmSync(full)

  await expectNothingDone(commands, ending, before, /^Đĩa đã đầy.*hãy giải phóng chỗ trống rồi nạp lại/m)
  await expectTakenNext(commands, path)
})

test('the engine is killed while rows are staged: nothing is done, the next import works', async () => {
  const before = await held(commands)
  const path = housesFile(commands, 6000)
  const engine = findEngine(commands.dataDir)
  const program = await commands.start('server/import.ts', ['cultural_houses', path])
  await vi.waitFor(async () => {
    const { rows } = await commands.database.db.query('select count(*) as n from import_row')
    expect(rows[0].n).toBeGreaterThan(0)
  }, PATIENCE)
  process.kill(engine?.pid ?? 0, 'SIGKILL')

  const { code } = await program.ended
  const away = /^Không kết nối được cơ sở dữ liệu, hoặc kết nối bị ngắt giữa chừng/m
  await expectNothingDone(commands, { code, ...program.output }, before, away)
  await expectTakenNext(commands, path)
})
