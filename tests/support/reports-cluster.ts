import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../server/db/open.ts'
import { loadReports } from '../../server/seed/load-reports.ts'
import { communeData } from './commune-data.ts'
import { startCluster } from './postgres-cluster.ts'
import { startProcess } from './process.ts'
import { quietLog } from './quiet-log.ts'
import { squareCommune } from './square-commune.ts'

/** The program in a process of its own over a PostgreSQL of its own, which can be taken away; with one commune. */
export async function startOnOwnCluster() {
  const cluster = await startCluster()
  const dataDir = mkdtempSync(join(tmpdir(), 'diaban-own-'))
  const environment = { DATABASE_URL: cluster.url, DATA_DIR: dataDir, HOST: '127.0.0.1' }
  const program = await startProcess('server/main.ts', { environment })
  const config = { dataDir, databaseUrl: cluster.url, databaseReadUrl: undefined }
  const filling = await openDatabase(config, quietLog)
  await loadReports({ db: filling.db }, () => undefined)
  const commune = await squareCommune(communeData(filling.db))
  await filling.close()
  return {
    cluster,
    url: program.url,
    /** In the commune, and in its first village. */
    place: { lng: commune.west + 0.005, lat: commune.south + 0.005 },
    /** Asks the database itself, on a connection that no restart finds open. */
    async rows<T extends object>(sql: string): Promise<T[]> {
      const { db, close } = await openDatabase(config, quietLog)
      const { rows } = await db.query<T>(sql)
      await close()
      return rows
    },
    async stop() {
      await program.stop('SIGKILL')
      await cluster.stop()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }
}
