import { execFile } from 'node:child_process'
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { once } from 'node:events'
import { promisify } from 'node:util'
import { projectRoot } from '../../server/root.ts'
import { makeBenchData } from './bench-data.ts'
import { interleaved, time, type Row } from './measure.ts'

const run = promisify(execFile)
const POINTS = 100_000
const ROUNDS = 3

/** A file of its own for each run: the same file twice would be recognised. */
async function writePoints(path: string, round: number) {
  const file = createWriteStream(path)
  file.write('{"type":"FeatureCollection","features":[\n')
  let index = 0
  for (const { lng, lat, residents } of makeBenchData(POINTS).homes) {
    const properties = `{"ref":"${round}-${index}","residents":${residents}}`
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

/** The program's command against GDAL's, each from its start to its end, into the same database. */
export async function importPoints(databaseUrl: string): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), 'diaban-bench-'))
  const command = join(projectRoot, 'dist', 'server', 'import.js')
  let round = 0
  try {
    const ms = await interleaved(ROUNDS, {
      program: async () => {
        const file = join(folder, `points-${round++}.geojson`)
        await writePoints(file, round)
        const env = { ...process.env, DATABASE_URL: databaseUrl }
        return time(() =>
          run(process.execPath, [command, 'premises', file, '--allow-partial'], {
            env,
            cwd: folder,
            maxBuffer: 1e8
          })
        )
      },
      ogr2ogr: async () => {
        const file = join(folder, `points-${round - 1}.geojson`)
        const target = ['-f', 'PostgreSQL', gdalName(databaseUrl), file, '-nln', 'ogr_points', '-overwrite']
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
