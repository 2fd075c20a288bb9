import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openForCommand } from '../../server/db/open.ts'
import { startProcess } from '../support/process.ts'
import { quietLog } from '../support/quiet-log.ts'
import { createDataDir } from '../support/test-database.ts'

const endings: (() => unknown)[] = []

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

function folder(migrated: boolean) {
  const { dataDir, remove } = createDataDir({ migrated })
  endings.push(remove)
  return dataDir
}

async function start(dataDir: string, ready = true) {
  const program = await startProcess('server/main.ts', { environment: { DATA_DIR: dataDir }, ready })
  endings.push(() => program.stop())
  return program
}

const statusOf = async (url: string) => (await fetch(url)).status
const lockOf = (dataDir: string) => join(dataDir, 'owner.lock')

describe('the data folder', () => {
  test('may have spaces and Vietnamese letters in its name, and need not exist', async () => {
    const dataDir = join(folder(false), 'Dữ liệu của xã', 'năm 2026')
    const { url } = await start(dataDir)
    expect(await statusOf(`${url}/health/ready`)).toBe(200)
    expect(existsSync(lockOf(dataDir))).toBe(true)
  })

  test.each([
    ['a file', (at: string) => (writeFileSync(join(at, 'x'), ''), join(at, 'x'))],
    ['below a file', (at: string) => (writeFileSync(join(at, 'x'), ''), join(at, 'x', 'data'))]
  ])('that is %s is refused by a sentence', async (_, make) => {
    const dataDir = make(folder(false))
    const program = await start(dataDir, false)
    expect(await program.ended).toEqual({ code: 1, signal: null })
    expect(program.output.stderr).toContain(`Không ghi được vào thư mục dữ liệu ${dataDir}`)
    expect(program.output.stderr).toContain('đặt DATA_DIR sang thư mục khác')
    expect(program.output.stderr).not.toContain('    at ')
  })

  test('of a program that was killed while it made the tables serves the next one', async () => {
    const dataDir = folder(false)
    const first = await start(dataDir, false)
    await first.waitFor(/\[4\/5\]/)
    await first.stop('SIGKILL')
    expect(existsSync(lockOf(dataDir))).toBe(true)

    const { url } = await start(dataDir)
    expect(await statusOf(`${url}/ogc/collections/communes/items`)).toBe(200)
  })

  test('of a program that was ended while it opened its engine is left in order', async () => {
    const dataDir = folder(true)
    const first = await start(dataDir, false)
    await first.waitFor(/\[3\/5\]/)
    expect(await first.stop('SIGTERM')).toEqual({ code: 0, signal: null })
    expect(existsSync(lockOf(dataDir))).toBe(false)

    const { url } = await start(dataDir)
    expect(await statusOf(`${url}/health/ready`)).toBe(200)
  })

  test('with a lock cut short by a full disk is taken over', async () => {
    const dataDir = folder(true)
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(lockOf(dataDir), '{"pid": 1')
    const { url } = await start(dataDir)
    expect(await statusOf(`${url}/health/ready`)).toBe(200)
  })
})

describe('while the engine computes', () => {
  test('the program answers what needs no database, before the query is done', async () => {
    const dataDir = folder(true)
    const { url } = await start(dataDir)
    const { db, close } = await openForCommand(
      { dataDir, databaseUrl: undefined, databaseReadUrl: undefined },
      quietLog
    )
    endings.push(close)
    let isDone = false
    const heavy = db
      .query('select sum(sqrt(n::float8)) as total from generate_series(1, 20000000) n')
      .finally(() => (isDone = true))
    const asked = fetch(`${url}/api/communes`)

    for (let count = 0; count < 20; count++) {
      expect(await statusOf(`${url}/health/live`)).toBe(200)
      expect(await statusOf(`${url}/ogc/conformance`)).toBe(200)
      expect(await statusOf(`${url}/api/communes?x=1`)).toBe(400)
    }

    expect(isDone).toBe(false)
    await heavy
    expect((await asked).status).toBe(200)
  })
})
