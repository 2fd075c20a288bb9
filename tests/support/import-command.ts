import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { openForCommand, type Database } from '../../server/db/open.ts'
import { startProcess } from './process.ts'
import { quietLog } from './quiet-log.ts'
import { createDataDir, createPostgresDatabase } from './test-database.ts'

/** How a command ended, and what it printed. */
export interface Ending {
  code: number | null
  stdout: string
  stderr: string
}

/**
 * A running program on a database of its own (the engine of the project), a folder for files, and the commands beside it
 * as real processes. `url`: a database of another cluster instead; `more`: for the running program's environment.
 */
export async function startCommands({ url, more }: { url?: string; more?: Record<string, string> } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'diaban-command-'))
  const { dataDir, remove } = createDataDir()
  const postgres =
    inject('engine') === 'postgres' && url === undefined ? await createPostgresDatabase() : undefined
  const databaseUrl = url ?? postgres?.url
  const environment = { DATA_DIR: dataDir, ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}) }
  const server = await startProcess('server/main.ts', { environment: { ...environment, ...more } })
  const database: Database = await openForCommand(
    { dataDir, databaseUrl, databaseReadUrl: undefined },
    quietLog
  )

  const start = (entry: string, args: string[], more: Record<string, string> = {}) =>
    startProcess(entry, { environment: { ...environment, ...more }, args, ready: false })
  const run = async (entry: string, args: string[], more?: Record<string, string>): Promise<Ending> => {
    const program = await start(entry, args, more)
    const { code } = await program.ended
    return { code, ...program.output }
  }
  return {
    folder,
    dataDir,
    url: server.url,
    database,
    start,
    run,
    runImport: (...args: string[]) => run('server/import.ts', args),
    /** Writes a file into the folder and answers its path. */
    file(name: string, content: string | Buffer) {
      const path = join(folder, name)
      writeFileSync(path, content)
      return path
    },
    async stop() {
      await database.close()
      await server.stop()
      await postgres?.drop()
      remove()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}

/** What `startCommands` gives. */
export type Commands = Awaited<ReturnType<typeof startCommands>>
