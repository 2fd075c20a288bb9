import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../server/db/migrate.ts'
import { databaseUrl } from './database-url.ts'
import { startCluster } from './postgres-cluster.ts'
import { quietLog } from './quiet-log.ts'

/**
 * Vitest global setup: a private PostgreSQL (or the one that TEST_DATABASE_URL names, as a superuser) with one migrated
 * template; each test file then copies it, which takes milliseconds.
 */
export default async function setup(project: TestProject) {
  const given = process.env.TEST_DATABASE_URL
  const cluster = given ? undefined : await startCluster()
  const adminUrl = given ?? cluster?.url ?? ''
  const template = `diaban_template_${process.pid}_${project.name}`
  const admin = new pg.Client(adminUrl)
  await admin.connect()
  await admin.query(`drop database if exists ${template}`)
  await admin.query(`create database ${template} encoding 'UTF8' template template0`)
  await migrate({ connectionString: databaseUrl(adminUrl, template) }, quietLog)
  await admin.end()

  project.provide('engine', 'postgres')
  project.provide('template', template)
  project.provide('bareEngine', '')
  project.provide('adminUrl', adminUrl)
  return async () => {
    if (cluster) return cluster.stop()
    const last = new pg.Client(adminUrl)
    await last.connect()
    await last.query(`drop database if exists ${template}`)
    await last.end()
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** Which engine the project's tests run on. */
    engine: 'postgres' | 'pglite'
    /** PostgreSQL: the migrated database to copy. PGlite: the migrated data folder to copy. */
    template: string
    /** PGlite: the files of an engine that has the extensions and nothing else. PostgreSQL: empty. */
    bareEngine: string
    /** PostgreSQL: where databases are created. PGlite: empty. */
    adminUrl: string
  }
}
