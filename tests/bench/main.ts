import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import pg from 'pg'
import { migrate } from '../../server/db/migrate.ts'
import { createPool } from '../../server/db/pool.ts'
import { projectRoot } from '../../server/root.ts'
import { databaseUrl } from '../support/database-url.ts'
import { startCluster } from '../support/postgres-cluster.ts'
import { quietLog } from '../support/quiet-log.ts'
import { makeBenchData } from './bench-data.ts'
import { warmStart } from './engine-row.ts'
import { importPoints } from './import-row.ts'
import { loadBenchData } from './load-bench-data.ts'
import { holds, printTable, time, type Row } from './measure.ts'
import { pageWeight } from './page-row.ts'
import { populationRows } from './population-rows.ts'
import { reportRows } from './reports-row.ts'
import { visitRows } from './visit-rows.ts'
import { cachedTiles, startServers, tileSql, uncachedTiles } from './tile-rows.ts'

// `npm run bench [name …]`: measures what the README beside this file describes; ends 1 when a ratio misses its limit.

const MOST_MINUTES = 45

const say = (line: string) => process.stderr.write(`${line}\n`)
const chosen = process.argv.slice(2)
const isChosen = (name: string) => chosen.length === 0 || chosen.includes(name)

/** An empty database of the cluster; its URL. */
async function emptyDatabase(clusterUrl: string, name: string) {
  const admin = new pg.Client(clusterUrl)
  await admin.connect()
  await admin.query(`create database ${name}`)
  await admin.end()
  return databaseUrl(clusterUrl, name)
}

/** A database of the cluster with the bench's data. */
async function makeDatabase(clusterUrl: string, name: string, premises: number) {
  const url = await emptyDatabase(clusterUrl, name)
  await migrate({ connectionString: url }, quietLog)
  const db = createPool({ connectionString: url }, quietLog)
  const ms = await time(() => loadBenchData(db, makeBenchData(premises)))
  say(`  ${premises} premises loaded in ${(ms / 1000).toFixed(0)} s`)
  return { url, db }
}

async function withDatabase(
  clusterUrl: string,
  premises: number,
  measure: (url: string, db: pg.Pool) => Promise<Row[]>
) {
  const { url, db } = await makeDatabase(clusterUrl, `bench_${premises}`, premises)
  try {
    return await measure(url, db)
  } finally {
    await db.end()
  }
}

async function population(url: string, db: pg.Pool, least: number, rounds: number) {
  const { ports, stop } = await startServers(url)
  try {
    return await populationRows(db, ports.app, least, rounds)
  } finally {
    stop()
  }
}

async function tiles(url: string, db: pg.Pool) {
  const { ports, stop } = await startServers(url)
  try {
    return [await uncachedTiles(url, ports), await tileSql(db), await cachedTiles(ports)]
  } finally {
    stop()
  }
}

async function measureOnPostgres(clusterUrl: string): Promise<Row[]> {
  const small = async (url: string, db: pg.Pool) => [
    ...(isChosen('tiles') ? await tiles(url, db) : []),
    ...(isChosen('population') ? await population(url, db, 5, 5) : [])
  ]
  const large = (url: string, db: pg.Pool) => population(url, db, 10, 1)
  return [
    ...(['tiles', 'population', 'import'].some(isChosen)
      ? await withDatabase(clusterUrl, 80_000, small)
      : []),
    ...(isChosen('import') ? [await importPoints(clusterUrl, 'bench_80000')] : []),
    ...(isChosen('reports') ? await reportRows(await emptyDatabase(clusterUrl, 'bench_reports')) : []),
    ...(isChosen('visit') ? await visitRows(await emptyDatabase(clusterUrl, 'bench_visit')) : []),
    ...(isChosen('million') ? await withDatabase(clusterUrl, 1_000_000, large) : [])
  ]
}

/** A run that hangs ends; its PostgreSQL and servers end with this process. */
function endInTime() {
  const end = () => {
    say(
      `The bench took longer than ${MOST_MINUTES} minutes: something hangs, or the machine is far too busy.`
    )
    process.exit(1)
  }
  setTimeout(end, MOST_MINUTES * 60_000).unref()
}

async function main() {
  endInTime()
  say('Building …')
  execFileSync(process.execPath, [join(projectRoot, 'server', 'launch.mjs'), 'build'], { stdio: 'inherit' })
  const cluster = await startCluster()
  try {
    const rows = [
      ...(isChosen('page') ? [await pageWeight()] : []),
      ...(isChosen('engine') ? [await warmStart()] : []),
      ...(await measureOnPostgres(cluster.url))
    ]
    printTable(rows)
    process.exitCode = rows.every(holds) ? 0 : 1
  } finally {
    await cluster.stop()
  }
}

await main()
