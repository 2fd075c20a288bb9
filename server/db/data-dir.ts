import { chmodSync, mkdirSync, mkdtempSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { join } from 'node:path'
import { z } from 'zod'
import { temporaryFolder } from '../temporary-folder.ts'
import { ProcessIdentity, ownIdentity, stateOf } from './process-identity.ts'

// The files of a data folder and who has them open. Who owns the folder: data-dir-lock.ts.

/** The port in the socket's name; it names a file, nothing listens on a port. */
export const SOCKET_PORT = 5432
const SOCKET_NAME = `.s.PGSQL.${SOCKET_PORT}`
/** Linux allows 108 bytes for a socket's path with its final zero, macOS 104. */
const LONGEST_SOCKET_PATH = 103

/** What a file of the folder says; undefined where it is absent or was cut short by a full disk. */
export function readRecord<T>(path: string, schema: z.ZodType<T>): T | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    if (error instanceof SyntaxError || error instanceof z.ZodError) return undefined
    throw error
  }
}

/** The folder of the socket: in the data folder, or, where that path is too long, one of its own. Made here. */
export function makeSocketDir(dataDir: string): string {
  const inside = join(dataDir, 'socket')
  if (Buffer.byteLength(join(inside, SOCKET_NAME)) > LONGEST_SOCKET_PATH)
    return mkdtempSync(join(temporaryFolder(), 'diaban-'))
  mkdirSync(inside, { recursive: true, mode: 0o700 })
  chmodSync(inside, 0o700)
  return inside
}

/** The socket's path in its folder. */
export const socketPath = (socketDir: string) => join(socketDir, SOCKET_NAME)

/** The engine's own files. */
export const engineDir = (dataDir: string) => join(dataDir, 'engine')

const enginePath = (dataDir: string) => join(dataDir, 'engine.pid')

/** Told by the engine's process about itself before it opens the files. */
export function recordEngine(dataDir: string) {
  const path = enginePath(dataDir)
  writeFileSync(`${path}.new`, JSON.stringify(ownIdentity()), { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

/** The engine process that may still have the files open, left by an owner that was killed; or undefined. */
export function findEngine(dataDir: string): ProcessIdentity | undefined {
  const engine = readRecord(enginePath(dataDir), ProcessIdentity)
  return engine && stateOf(engine) !== 'gone' ? engine : undefined
}

/** Whether an engine listens on the socket of that folder. */
export function answersOn(socketDir: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketPath(socketDir))
    const answer = (answers: boolean) => {
      socket.destroy()
      resolve(answers)
    }
    socket.once('connect', () => answer(true))
    socket.once('error', () => answer(false))
  })
}
