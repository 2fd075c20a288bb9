import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { findEngine } from '../../server/db/data-dir.ts'
import { openDatabase } from '../../server/db/open.ts'
import { startProcess } from '../support/process.ts'
import { quietLog } from '../support/quiet-log.ts'
import { createDataDir } from '../support/test-database.ts'

const PATIENCE = { timeout: 30_000, interval: 20 }
const DEATHS = 6
const endings: (() => unknown)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

function dataFolder() {
  const { dataDir, remove } = createDataDir()
  endings.push(remove)
  return dataDir
}

test('a program whose engine dies again and again says so and ends with 1, its folder free', async () => {
  const dataDir = dataFolder()
  const program = await startProcess('server/main.ts', { environment: { DATA_DIR: dataDir } })
  endings.push(() => program.stop('SIGKILL'))

  const killed = new Set<number>()
  for (let death = 1; death <= DEATHS; death++) {
    const pid = await vi.waitFor(() => {
      const engine = findEngine(dataDir)
      if (!engine || killed.has(engine.pid)) throw new Error('no new engine yet')
      return engine.pid
    }, PATIENCE)
    process.kill(pid, 'SIGKILL')
    killed.add(pid)
  }

  expect(await program.ended).toEqual({ code: 1, signal: null })
  expect(program.output.stderr).toContain('Động cơ dữ liệu dừng quá nhiều lần nên chương trình kết thúc.')
  expect(existsSync(join(dataDir, 'owner.lock'))).toBe(false)
})

test('a process that has the number of an engine that is gone is never ended', async () => {
  const dataDir = dataFolder()
  const stranger = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'], { stdio: 'ignore' })
  endings.push(() => stranger.kill('SIGKILL'))
  writeFileSync(join(dataDir, 'engine.pid'), JSON.stringify({ pid: stranger.pid, startedAt: '' }))

  const database = await openDatabase(
    { dataDir, databaseUrl: undefined, databaseReadUrl: undefined },
    quietLog
  )
  endings.push(database.close)

  expect((await database.db.query('select 1 as one')).rows).toEqual([{ one: 1 }])
  expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null])
})
