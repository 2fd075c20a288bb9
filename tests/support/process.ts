import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../server/root.ts'

interface Options {
  /** Extra environment; without `DATA_DIR` a folder of its own. `DATABASE_URL` and the like of the test's own environment are never passed on. */
  environment?: Record<string, string>
  args?: string[]
  /** Wait for the line that says the address; else only start. Default true. */
  ready?: boolean
}

const CLEARED = [
  'DATABASE_URL',
  'DATABASE_READ_URL',
  'DATA_DIR',
  'PORT',
  'HOST',
  'PUBLIC_URL',
  'DEMO',
  'MEDIA_S3_URL',
  'MEDIA_S3_BUCKET',
  'MEDIA_S3_KEY',
  'MEDIA_S3_SECRET',
  'NODE_OPTIONS'
]

function cleanEnvironment() {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !CLEARED.includes(name) && !name.startsWith('VITEST')
  )
  return Object.fromEntries(inherited)
}

/** Collects what a process prints and answers when it ends. */
function follow(child: ChildProcess) {
  const output = { stdout: '', stderr: '' }
  child.stdout?.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.once('exit', (code, signal) => resolve({ code, signal }))
  )
  // What was printed last may still be on its way when the process has ended.
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  return { output, ended, closed }
}

/** Resolves when `pattern` stands in what the process prints; rejects with all of it when the process ends first. */
function awaitOutput(child: ChildProcess, output: { stderr: string }, pattern: RegExp) {
  return new Promise<RegExpExecArray>((resolve, reject) => {
    const look = () => {
      const match = pattern.exec(output.stderr)
      if (match) resolve(match)
    }
    child.stderr?.on('data', look)
    child.once('exit', () => reject(new Error(`The program ended:\n${output.stderr}`)))
    look()
  })
}

/** The project's own folder for data is the one of whoever works there: a test's program never writes to it. */
const ownFolder = () => mkdtempSync(join(tmpdir(), 'diaban-process-'))

/** A program of the server (`server/main.ts` by default; a built one is a `.js`) in a process of its own, on a free port. */
export async function startProcess(
  entry = 'server/main.ts',
  { environment, args = [], ready = true }: Options = {}
) {
  const loader = entry.endsWith('.ts') ? ['--import', 'tsx'] : []
  const folder = environment?.['DATA_DIR'] === undefined ? ownFolder() : undefined
  const child = spawn(process.execPath, [...loader, join(projectRoot, entry), ...args], {
    cwd: projectRoot,
    env: { ...cleanEnvironment(), PORT: '0', DEMO: '0', ...(folder && { DATA_DIR: folder }), ...environment },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  if (folder) child.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const { output, ended, closed } = follow(child)
  const waitFor = (pattern: RegExp) => awaitOutput(child, output, pattern)
  const url = ready ? (await waitFor(/chạy tại (\S+?)\/? /))[1] : undefined
  return {
    /** Without a slash at its end; empty when not waited for. */
    url: url ?? '',
    pid: child.pid ?? 0,
    output,
    ended,
    /** All that it printed is in `output`. */
    closed,
    waitFor,
    /** Sends a signal and answers how the process ended. */
    stop(signal: NodeJS.Signals = 'SIGTERM') {
      child.kill(signal)
      return ended
    }
  }
}
