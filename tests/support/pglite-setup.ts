import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startEngine } from '../../server/db/engine.ts'
import { migrate } from '../../server/db/migrate.ts'
import { projectRoot } from '../../server/root.ts'
import { quietLog } from './quiet-log.ts'

const CACHE = join(projectRoot, 'node_modules', '.cache', 'diaban')

function templateName() {
  const hash = createHash('sha256')
  const migrations = join(projectRoot, 'migrations')
  for (const file of readdirSync(migrations).sort())
    hash.update(file).update(readFileSync(join(migrations, file)))
  for (const file of ['package-lock.json', 'server/db/engine-process.ts'])
    hash.update(readFileSync(join(projectRoot, file)))
  return `pglite-${hash.digest('hex').slice(0, 16)}`
}

async function makeTemplate(target: string) {
  mkdirSync(CACHE, { recursive: true })
  const draft = mkdtempSync(join(CACHE, 'draft-'))
  const engine = await startEngine(draft, quietLog)
  try {
    await migrate(engine.connection, quietLog)
  } finally {
    await engine.close()
  }
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
  project.provide('adminUrl', '')
}
