import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Pool } from 'pg'
import type { Config } from '../config.ts'
import { claimDataDir } from '../db/data-dir-lock.ts'
import { engineDir } from '../db/data-dir.ts'
import { startEngine } from '../db/engine.ts'
import { createPool, type Log } from '../db/pool.ts'
import { checkRequirements } from '../db/requirements.ts'
import { notEmpty } from './problems.ts'

const UNFINISHED = 'restore-'

/** Where a database is restored. */
export interface RestorePlace {
  pool: Pool
  /** Puts in place what was restored. */
  keep: () => Promise<void>
  /** Takes away all that was made, when it was not kept; ends the connections. */
  leave: () => Promise<void>
}

/** Puts an engine's first files, with the extensions and nothing of ours, into the folder where it begins. */
export type Furnish = (folder: string) => void

type DatabaseConfig = Pick<Config, 'dataDir' | 'databaseUrl'>

async function placeInDatabase(databaseUrl: string, log: Log): Promise<RestorePlace> {
  const pool = createPool({ connectionString: databaseUrl }, log)
  try {
    await checkRequirements(pool)
  } catch (error) {
    await pool.end()
    throw error
  }
  return { pool, keep: async () => undefined, leave: () => pool.end() }
}

/** An engine in a folder beside, which becomes the data folder's own by one renaming at the end. */
async function placeInFolder(dataDir: string, log: Log, furnish: Furnish): Promise<RestorePlace> {
  const isNew = !existsSync(dataDir)
  if (existsSync(engineDir(dataDir)))
    throw notEmpty(
      `Thư mục dữ liệu ${dataDir} đã có cơ sở dữ liệu.`,
      `The data folder ${dataDir} has a database already.`
    )
  const { release } = await claimDataDir(dataDir, ({ message }) => log.error(message), log)
  let close = async () => undefined as void
  const leave = async () => {
    await close()
    removeUnfinished(dataDir)
    release()
    if (isNew && !existsSync(engineDir(dataDir))) removeIfOurs(dataDir)
  }
  try {
    removeUnfinished(dataDir)
    const folder = mkdtempSync(join(dataDir, UNFINISHED))
    furnish(folder)
    const engine = await startEngine(folder, log)
    const pool = createPool(engine.connection, log)
    let isOpen = true
    close = async () => {
      if (!isOpen) return
      isOpen = false
      await pool.end()
      await engine.close()
    }
    const keep = async () => {
      await close()
      renameSync(engineDir(folder), engineDir(dataDir))
    }
    return { pool, keep, leave }
  } catch (error) {
    await leave()
    throw error
  }
}

/** What was begun here, and what a restore that was killed left; the folder's owner alone does this. */
function removeUnfinished(dataDir: string) {
  for (const name of readdirSync(dataDir).filter((name) => name.startsWith(UNFINISHED)))
    rmSync(join(dataDir, name), { recursive: true, force: true })
}

/** A data folder that was made here; whatever somebody else put into it meanwhile stays. */
function removeIfOurs(dataDir: string) {
  rmSync(join(dataDir, 'socket'), { recursive: true, force: true })
  if (readdirSync(dataDir).length === 0) rmSync(dataDir, { recursive: true })
}

/** The empty place that the configuration names. Throws `Unusable` where it is not empty or in use. */
export const openPlace = (
  { databaseUrl, dataDir }: DatabaseConfig,
  log: Log,
  furnish: Furnish
): Promise<RestorePlace> =>
  databaseUrl ? placeInDatabase(databaseUrl, log) : placeInFolder(dataDir, log, furnish)
