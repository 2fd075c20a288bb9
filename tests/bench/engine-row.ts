import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../server/db/open.ts'
import { prepare } from '../../server/prepare.ts'
import { quietLog } from '../support/quiet-log.ts'
import { interleaved, time, type Row } from './measure.ts'

const ROUNDS = 3

/** From nothing to a database that answers with all that is shipped in it: engine, migrations, plans, illustration. */
async function openWarm(dataDir: string) {
  const config = { dataDir, databaseUrl: undefined, databaseReadUrl: undefined }
  const database = await openDatabase(config, quietLog)
  await prepare(database, { demo: true, dataDir }, quietLog)
  return database
}

/** The embedded engine with the illustration in it, started a second time and later. */
export async function warmStart(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'diaban-bench-'))
  try {
    await (await openWarm(folder)).close()
    const { start } = await interleaved(ROUNDS, {
      start: async () => {
        let close = async () => undefined as void
        const ms = await time(async () => ({ close } = await openWarm(folder)))
        await close()
        return ms
      }
    })
    const seconds = start / 1000
    return {
      name: 'warm start of the embedded engine, seconds',
      ratio: seconds,
      limit: { most: 6 },
      detail: `${seconds.toFixed(1)} s`
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
