import { join } from 'node:path'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Config } from '../config.ts'
import { listKept, readRecord } from './backup-folder.ts'
import { backupHealth, listBackups } from './contract.ts'
import { dueAt, stateOf } from './due.ts'

interface Options {
  backup: Config['backup']
  /** When the program started, in ms of the epoch. */
  startedAt?: number
}

/** Where nothing is said of backups none are made; those that are there are still listed. */
export const noBackups = (dataDir: string): Config['backup'] => ({
  dir: join(dataDir, 'backups'),
  everyMs: null,
  keep: 0,
  keyFile: undefined
})

/** How the installation stands with its backups: for monitoring, and for the administrator. */
export const backupRoutes: FastifyPluginAsyncZod<Options> = async (
  app,
  { backup: { dir, everyMs, keep, keyFile }, startedAt = Date.now() }
) => {
  const rhythm = { everyMs, startedAt }
  app.addHook('onSend', async (_request, reply) => void reply.header('cache-control', 'no-store'))

  app.get(
    backupHealth.path,
    { schema: { querystring: backupHealth.query, response: { 200: backupHealth.reply } }, logLevel: 'warn' },
    async () => {
      const record = await readRecord(dir)
      return {
        status: stateOf(record, rhythm, Date.now()),
        lastGoodAt: record.good?.at ?? null,
        lastGoodBytes: record.good?.bytes ?? null,
        lastFailedAt: record.failed?.at ?? null,
        missingFiles: record.good?.missingFiles ?? 0
      }
    }
  )

  app.get(
    listBackups.path,
    {
      config: { right: 'backup.read' },
      schema: { querystring: listBackups.query, response: { 200: listBackups.reply } }
    },
    async () => {
      const record = await readRecord(dir)
      const due = dueAt(record, rhythm)
      return {
        status: stateOf(record, rhythm, Date.now()),
        ...record,
        nextAt: due === null ? null : new Date(due).toISOString(),
        keep,
        encrypted: keyFile !== undefined,
        kept: await listKept(dir)
      }
    }
  )
}
