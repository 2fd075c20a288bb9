import { execFile } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { promisify } from 'node:util'
import pg from 'pg'
import { projectRoot } from '../../server/root.ts'
import { databaseUrl } from '../support/database-url.ts'
import { makeBenchData } from './bench-data.ts'
import { interleaved, time, type Row } from './measure.ts'

const run = promisify(execFile)
const POINTS = 100_000
const ROUNDS = 5

async function writePoints(path: string) {
  const file = createWriteStream(path)
  file.write('{"type":"FeatureCollection","features":[\n')
  let index = 0
  for (const { lng, lat, residents } of makeBenchData(POINTS).homes) {
    const properties = `{"ref":"${index}","residents":${residents}}`
    const geometry = `{"type":"Point","coordinates":[${lng},${lat}]}`
    file.write(`${index++ ? ',\n' : ''}{"type":"Feature","properties":${properties},"geometry":${geometry}}`)
  }
  file.end('\n]}\n')
  await once(file, 'close')
}

/** As GDAL wants it: it adds words of its own, which a URL cannot take. */
function gdalName(databaseUrl: string) {
  const { hostname, port, username, pathname } = new URL(databaseUrl)
  return `PG:host=${hostname} port=${port} user=${username} dbname=${pathname.slice(1)}`
}

/** A copy of a database that nobody uses any more, in the place of the copy before. */
async function copyDatabase(clusterUrl: string, template: string): Promise<string> {
  const admin = new pg.Client(clusterUrl)
  await admin.connect()
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [template])
  await admin.query('drop database if exists bench_import with (force)')
  await admin.query(`create database bench_import template ${template}`)
  await admin.end()
  return databaseUrl(clusterUrl, 'bench_import')
}

/**
 * The program's command against GDAL's, each from its start to its end, into the same database: a copy of the one named,
 * anew each time, for a village has one house at each place and not four.
 */
export async function importPoints(clusterUrl: string, template: string): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'diaban-bench-'))
  const command = join(projectRoot, 'dist', 'server', 'import.js')
  const file = join(folder, 'points.geojson')
  await writePoints(file)
  let url = ''
  try {
    const ms = await interleaved(ROUNDS, {
      program: async () => {
        url = await copyDatabase(clusterUrl, template)
        const env = { ...process.env, DATABASE_URL: url }
        const args = [command, 'premises', file, '--allow-partial']
        return time(() => run(process.execPath, args, { env, cwd: folder, maxBuffer: 1e8 }))
      },
      ogr2ogr: async () => {
        const target = ['-f', 'PostgreSQL', gdalName(url), file, '-nln', 'ogr_points', '-overwrite']
        return time(() => run('ogr2ogr', target))
      }
    })
    return {
      name: 'importing 100,000 points against ogr2ogr into the same database',
      ratio: ms.program / ms.ogr2ogr,
      limit: { most: 4 },
      detail: `${(ms.program / 1000).toFixed(1)} / ${(ms.ogr2ogr / 1000).toFixed(1)} s`
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
