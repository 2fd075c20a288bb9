import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { fullDisk } from '../support/full-disk.ts'
import { startProcess } from '../support/process.ts'
import { createDataDir } from '../support/test-database.ts'

// The disk of the data folder is full while the program starts: one sentence, the folder's name, what to do, the end.

/** Two starts of an engine, each of which takes a minute on a busy machine. */
const PATIENCE_MS = 300_000
const endings: (() => unknown)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

function dataFolder(migrated: boolean) {
  const { dataDir, remove } = createDataDir({ migrated })
  endings.push(remove)
  return migrated ? dataDir : join(dataDir, 'mới')
}

async function start(dataDir: string, more: Record<string, string> = {}) {
  const program = await startProcess('server/main.ts', {
    environment: { DATA_DIR: dataDir, ...more },
    ready: false
  })
  endings.push(() => program.stop('SIGKILL'))
  return program
}

const sentenceFor = (dataDir: string) =>
  `Đĩa chứa thư mục dữ liệu ${dataDir} đã đầy nên chương trình kết thúc. Hãy giải phóng chỗ trống (ít nhất 500 MB), hoặc đặt DATA_DIR sang thư mục ở đĩa khác, rồi chạy lại.`

/** What a program said but for its steps ("[3/5] …"). */
const saidBesideSteps = ({ output }: { output: { stderr: string } }) =>
  output.stderr.split('\n').filter((line) => line !== '' && !line.startsWith('['))

test.each([
  ['a new data folder', false],
  ['a data folder with its tables', true]
])(
  '%s: said once, and nothing is in the way of the next start',
  async (_, migrated) => {
    const dataDir = dataFolder(migrated)
    const program = await start(dataDir, fullDisk('/engine/'))
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(saidBesideSteps(program)).toEqual([sentenceFor(dataDir)])
    expect(existsSync(join(dataDir, 'owner.lock'))).toBe(false)

    const next = await start(dataDir)
    await next.waitFor(/\[5\/5\]/)
  },
  PATIENCE_MS
)

test(
  'the tables are being made: said, and the next start goes on',
  async () => {
    const dataDir = dataFolder(false)
    const folder = mkdtempSync(join(tmpdir(), 'diaban-full-'))
    endings.push(() => rmSync(folder, { recursive: true, force: true }))
    const full = join(folder, 'full')
    const program = await start(dataDir, fullDisk('/engine/', full))
    await program.waitFor(/\[4\/5\]/)
    writeFileSync(full, '')
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(saidBesideSteps(program)).toContain(sentenceFor(dataDir))
    expect(program.output.stderr).not.toContain('    at ')
    expect(existsSync(join(dataDir, 'owner.lock'))).toBe(false)

    const next = await start(dataDir)
    await next.waitFor(/\[5\/5\]/)
  },
  PATIENCE_MS
)
