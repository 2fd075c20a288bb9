import { chmodSync, rmSync, writeSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { unaccent } from '@electric-sql/pglite/contrib/unaccent'
import { postgis } from '@electric-sql/pglite-postgis'
import { PGLiteSocketHandler, type PGLiteSocketHandlerOptions } from '@electric-sql/pglite-socket'
import { engineDir, recordEngine, socketPath } from './data-dir.ts'
import { hasNoRoom } from './disk-full.ts'
import { endOnFault, endOnLoss } from './engine-fault.ts'
import { EngineQueue } from './engine-queue.ts'

// The embedded engine's own process: PGlite behind a Unix socket. Started by engine.ts with the data folder and the
// socket's folder; says 'ready' to its parent, and ends when the parent asks or is gone.

function listen(db: PGlite, path: string): Promise<Server> {
  const queue = new EngineQueue(db, endOnLoss)
  // The handler calls only the queue's public methods; its type is a class with private fields that it never reads.
  const queryQueue = queue as unknown as PGLiteSocketHandlerOptions['queryQueue']
  const attach = (socket: Socket) =>
    void new PGLiteSocketHandler({ queryQueue, closeOnDetach: true }).attach(socket)
  const server = createServer(attach)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, () => {
      chmodSync(path, 0o600)
      resolve(server)
    })
  })
}

async function main(dataDir: string, socketDir: string) {
  recordEngine(dataDir)
  if (!process.connected) return
  const db = await PGlite.create({ dataDir: engineDir(dataDir), extensions: { postgis, unaccent, pg_trgm } })
  endOnFault(db)
  const path = socketPath(socketDir)
  rmSync(path, { force: true })
  const server = await listen(db, path)

  const end = async () => {
    server.close()
    await db.close()
    rmSync(path, { force: true })
    process.exit(0)
  }
  const endOnce = once(() => void end())
  process.on('disconnect', endOnce)
  process.on('message', (message) => {
    if (message === 'close') endOnce()
  })
  if (process.connected) process.send?.('ready')
  else endOnce()
}

function once(action: () => void) {
  let done = false
  return () => {
    if (!done) action()
    done = true
  }
}

// A terminal's Ctrl+C reaches the whole group: the parent decides when the engine may go.
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => undefined)
const [dataDir, socketDir] = process.argv.slice(2)
if (!dataDir || !socketDir) throw new Error('engine-process needs a data folder and a socket folder')
try {
  await main(dataDir, socketDir)
} catch (error) {
  // The parent says what to do; an engine that failed halfway must not stay. Of a full disk there is no more to tell.
  const reason = error instanceof Error ? String(error) : JSON.stringify(error)
  if (!hasNoRoom(dataDir)) writeSync(2, `The embedded engine could not start: ${reason}\n`)
  process.exit(1)
}
