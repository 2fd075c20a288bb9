import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { projectRoot } from '../../server/root.ts'
import { postgresBin } from './postgres-cluster.ts'

/** Where the dumped schema is kept, so that a diff shows what a migration did. */
export const schemaFile = join(projectRoot, 'tests', 'schema.sql')

/** What differs between versions of pg_dump and says nothing about the schema. */
const NOISE = /^(--.*|SET .*|SELECT pg_catalog\.set_config.*|\\(un)?restrict .*)$/

/** The schema of a migrated PostgreSQL database as SQL, without what changes from one pg_dump to another. */
export async function dumpSchema(databaseUrl: string): Promise<string> {
  const args = [
    '--schema-only',
    '--no-owner',
    '--no-privileges',
    '--no-comments',
    '--exclude-table=public.migration'
  ]
  const { stdout } = await promisify(execFile)(join(postgresBin(), 'pg_dump'), [...args, databaseUrl], {
    maxBuffer: 2 ** 26
  })
  const lines = stdout.split('\n').filter((line) => !NOISE.test(line))
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}
