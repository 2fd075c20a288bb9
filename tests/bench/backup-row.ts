import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startProcess } from '../support/process.ts'
import { percentile, type Row } from './measure.ts'
import { connect } from './small-client.ts'

const LIMIT_MS = 500
/** What a page asks first, read from the database. */
const PATH = '/api/report-categories'
const EVERY_MS = 50

/** Asks again and again, each time a moment after the last answer; what every answer took. Throws at the first refusal. */
function askOn(port: number) {
  const { ask, end } = connect(port, {})
  const times: number[] = []
  let isOver = false
  const asking = (async () => {
    while (!isOver) {
      times.push((await ask('GET', PATH, 200)).ms)
      await sleep(EVERY_MS)
    }
  })()
  return async () => {
    isOver = true
    await asking.finally(end)
    return times
  }
}

/** How long whoever asks the running program waits while `npm run backup` goes on beside it. */
export async function backupRow(
  engine: string,
  { dataDir, environment }: { dataDir: string; environment: Record<string, string> },
  port: number
): Promise<Row> {
  const file = join(dataDir, 'bench.tar.gz')
  const over = askOn(port)
  const start = performance.now()
  const program = await startProcess('dist/server/backup.js', {
    environment,
    args: ['--to', file],
    ready: false
  })
  const { code } = await program.ended
  const seconds = (performance.now() - start) / 1000
  const times = await over()
  if (code !== 0) throw new Error(`The backup failed:\n${program.output.stderr}`)
  return {
    name: `an answer while a backup goes on, p95 ms (${engine})`,
    ratio: percentile(times, 0.95),
    limit: { most: LIMIT_MS },
    detail: `longest ${Math.max(...times).toFixed(0)} ms of ${times.length}; ${(statSync(file).size / 1e6).toFixed(0)} MB in ${seconds.toFixed(0)} s`
  }
}
