import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildApp } from '../../server/app.ts'
import { migrate } from '../../server/db/migrate.ts'
import { createPool } from '../../server/db/pool.ts'
import { projectRoot } from '../../server/root.ts'
import { loadRelicsDemo, RICHEST_PAGE } from '../support/demo-relics.ts'
import { openLighthouse } from '../support/lighthouse.ts'
import { quietLog } from '../support/quiet-log.ts'
import { median, type Row } from './measure.ts'

const ROUNDS = 3
const LEAST = 95

/** Lighthouse's performance of the illustrative commune's relics, the richest page among them, on its mobile settings, the median of some rounds each. */
export async function visitRows(connectionString: string): Promise<Row[]> {
  await migrate({ connectionString }, quietLog)
  const db = createPool({ connectionString }, quietLog)
  const dataDir = mkdtempSync(join(tmpdir(), 'diaban-bench-'))
  const config = { publicUrl: undefined, trustedProxies: [], demo: false, dataDir }
  const app = buildApp({ db, readDb: db, config, webDir: join(projectRoot, 'dist', 'web') })
  const origin = await app.listen({ host: '127.0.0.1', port: 0 })
  const lighthouse = await openLighthouse()
  try {
    const tour = await loadRelicsDemo(db, dataDir)
    const rows: Row[] = []
    for (const [name, path] of [
      ['list', '/di-tich'],
      ['page', RICHEST_PAGE],
      ['tour', tour]
    ] as const) {
      const scores: number[] = []
      for (let round = 0; round < ROUNDS; round += 1)
        scores.push((await lighthouse.judge(origin + path, ['performance'])).scores.performance ?? 0)
      rows.push({
        name: `Lighthouse (mobile), performance of a relic's ${name}, without the map`,
        ratio: median(scores),
        limit: { least: LEAST },
        detail: `rounds: ${scores.join(', ')}`
      })
    }
    return rows
  } finally {
    await lighthouse.close()
    await app.close()
    await db.end()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
