import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'

const OLDEST_VERSION = 15
const START_MS = 30_000
const SETTINGS = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  shared_buffers: '256MB',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: ''
}

/** Where PostgreSQL's programs are: the newest Debian version, or the one that pg_config names. */
export function postgresBin(): string {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian)
        .map(Number)
        .filter((version) => version >= OLDEST_VERSION)
    : []
  const newest = Math.max(...versions)
  if (versions.length > 0) return join(debian, String(newest), 'bin')
  return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8' }).trim()
}

/** The user that runs PostgreSQL: it refuses to be root. */
function postgresUser() {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = address !== null && typeof address === 'object' ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}

async function awaitStart(url: string, server: ChildProcess, log: () => string) {
  for (const until = Date.now() + START_MS; Date.now() < until; await sleep(50)) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL stopped at its start:\n${log()}`)
    const client = new pg.Client(url)
    const connected = await client.connect().then(
      () => true,
      () => false
    )
    await client.end()
    if (connected) return
  }
  throw new Error(`PostgreSQL did not start in ${START_MS} ms:\n${log()}`)
}

function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    server.once('exit', () => resolve())
    // The fast shutdown: open connections are ended.
    server.kill('SIGINT')
  })
}

/** A private PostgreSQL in a folder of its own, without fsync; it ends with this process. */
export async function startCluster() {
  const user = postgresUser()
  const directory = mkdtempSync(join(tmpdir(), 'diaban-pg-'))
  if (user.uid !== undefined) chownSync(directory, user.uid, user.gid)
  const data = join(directory, 'data')
  const bin = postgresBin()
  const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-N']
  execFileSync(join(bin, 'initdb'), init, { ...user, cwd: directory, stdio: 'pipe' })
  const port = await freePort()
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  const settings = Object.entries({ ...SETTINGS, port }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`
  ])

  const start = async () => {
    let log = ''
    // The death signal goes to PostgreSQL when this process is killed, so that nothing is left running.
    const identity =
      user.uid === undefined ? [] : [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups']
    const program = ['--pdeathsig=INT', ...identity, '--', join(bin, 'postgres'), '-D', data, ...settings]
    const server = spawn('setpriv', program, { cwd: directory, stdio: ['ignore', 'ignore', 'pipe'] })
    server.stderr.on('data', (chunk: Buffer) => (log = (log + chunk.toString()).slice(-5000)))
    await awaitStart(url, server, () => log)
    return server
  }
  let server = await start()
  return {
    url,
    /** Ends every connection and starts the same database again, after `pause` has run without it. */
    async restart(pause: () => Promise<void> = async () => undefined) {
      await stopServer(server)
      await pause()
      server = await start()
    },
    async stop() {
      await stopServer(server)
      rmSync(directory, { recursive: true, force: true })
    }
  }
}
