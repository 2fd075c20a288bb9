import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync
} from 'node:fs'
import { join } from 'node:path'
import type { PoolConfig } from 'pg'
import type { TestProject } from 'vitest/node'
import { engineDir } from '../../server/db/data-dir.ts'
import { startEngine } from '../../server/db/engine.ts'
import { migrate } from '../../server/db/migrate.ts'
import { createPool } from '../../server/db/pool.ts'
import { projectRoot } from '../../server/root.ts'
import { quietLog } from './quiet-log.ts'

const EXTENSIONS = ['postgis', 'unaccent', 'pg_trgm']
/** Beside the migrated engine: one with the extensions alone, which take most of an engine's first start. */
const BARE = 'bare'
const CACHE = join(projectRoot, 'node_modules', '.cache', 'diaban')

function templateName() {
  const hash = createHash('sha256')
  const migrations = join(projectRoot, 'migrations')
  for (const file of readdirSync(migrations).sort())
    hash.update(file).update(readFileSync(join(migrations, file)))
  for (const file of ['package-lock.json', 'server/db/engine-process.ts', 'tests/support/pglite-setup.ts'])
    hash.update(readFileSync(join(projectRoot, file)))
  return `pglite-${hash.digest('hex').slice(0, 16)}`
}

/** Does something with the engine of a folder, which is closed afterwards. */
async function withEngine(folder: string, work: (connection: PoolConfig) => Promise<unknown>) {
  const engine = await startEngine(folder, quietLog)
  try {
    await work(engine.connection)
  } finally {
    await engine.close()
  }
}

async function createExtensions(connection: PoolConfig) {
  const pool = createPool(connection, quietLog)
  try {
    for (const name of EXTENSIONS) await pool.query(`create extension ${name}`)
  } finally {
    await pool.end()
  }
}

async function makeTemplate(target: string) {
  mkdirSync(CACHE, { recursive: true })
  const draft = mkdtempSync(join(CACHE, 'draft-'))
  await withEngine(draft, createExtensions)
  cpSync(engineDir(draft), join(draft, BARE), { recursive: true })
  await withEngine(draft, (connection) => migrate(connection, quietLog))
  for (const old of readdirSync(CACHE).filter((name) => name.startsWith('pglite-')))
    rmSync(join(CACHE, old), { recursive: true, force: true })
  moveInto(draft, target)
}

/** Another run may have been quicker; its template is as good. */
function moveInto(draft: string, target: string) {
  try {
    renameSync(draft, target)
  } catch (error) {
    if (!existsSync(target)) throw error
    rmSync(draft, { recursive: true, force: true })
  }
}

/** Vitest global setup: a migrated data folder, kept between runs until a migration changes; each test file copies it. */
export default async function setup(project: TestProject) {
  const template = join(CACHE, templateName())
  if (!existsSync(template)) await makeTemplate(template)
  project.provide('engine', 'pglite')
  project.provide('template', template)
  project.provide('bareEngine', join(template, BARE))
  project.provide('adminUrl', '')
}
