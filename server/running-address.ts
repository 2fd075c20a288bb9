import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readRecord } from './db/data-dir.ts'
import type { Log } from './db/pool.ts'
import { ProcessIdentity, ownIdentity, stateOf } from './db/process-identity.ts'

// Where the running program is reached, left in its data folder for the commands beside it.

const Running = ProcessIdentity.extend({ url: z.url() })

const addressFile = (dataDir: string) => join(dataDir, 'address.json')

/**
 * Leaves this process's address (no slash at its end) in a data folder; answers what takes it away again. Where it cannot be
 * written the log says so, and commands go by their own configuration.
 */
export function leaveAddress(dataDir: string, url: string, log: Pick<Log, 'warn'>): () => void {
  const file = addressFile(dataDir)
  const own = { ...ownIdentity(), url }
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    writeFileSync(`${file}.${own.pid}.new`, JSON.stringify(own), { mode: 0o600 })
    renameSync(`${file}.${own.pid}.new`, file)
  } catch (error) {
    log.warn(`Chưa ghi được địa chỉ của chương trình vào ${dataDir}: ${String(error)}`)
  }
  return () => {
    // Another program may have left its own meanwhile.
    if (readRecord(file, Running)?.pid === own.pid) rmSync(file, { force: true })
  }
}

/** The address of the program that runs on a data folder, without a slash at its end; undefined: none is known to run. */
export function runningAddress(dataDir: string): string | undefined {
  const running = readRecord(addressFile(dataDir), Running)
  return running && stateOf(running) !== 'gone' ? running.url : undefined
}
