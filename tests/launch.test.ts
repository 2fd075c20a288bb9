import { spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { projectRoot } from '../server/root.ts'

const COPIED = ['server', 'data', 'migrations', 'package.json', 'package-lock.json', 'tsconfig.json']
const CONFIGS = ['vite.config.ts', 'svelte.config.js']
const BUILDING = '[1/5]'
interface Program {
  output: { stdout: string; stderr: string }
  ended: Promise<number | null>
  saying: (text: string) => Promise<void>
  kill: (signal: NodeJS.Signals) => boolean
}
const running: Program[] = []
let checkout: string

/** Starts what `npm start` and `npm run <command>` start, in the copy of the checkout. */
function launch(...args: string[]): Program {
  const child = spawn(process.execPath, ['server/launch.mjs', ...args], {
    cwd: checkout,
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DEMO: '0',
      DATA_DIR: join(checkout, '.diaban'),
      LOG_LEVEL: 'error'
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const saying = (text: string) =>
    new Promise<void>((resolve, reject) => {
      child.stderr.on('data', () => output.stderr.includes(text) && resolve())
      child.once('exit', () => reject(new Error(output.stderr)))
    })
  const program = { output, ended, saying, kill: (signal: NodeJS.Signals) => child.kill(signal) }
  running.push(program)
  return program
}

const addressIn = (text: string) => /chạy tại (\S+)\//.exec(text)?.[1] ?? ''

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'diaban-checkout-'))
  for (const name of [...COPIED, ...CONFIGS])
    cpSync(join(projectRoot, name), join(checkout, name), { recursive: true })
  // A small page in place of the whole one: this is about starting.
  mkdirSync(join(checkout, 'web'))
  writeFileSync(join(checkout, 'web/index.html'), '<!doctype html><title>Địa bàn</title>')
  symlinkSync(join(projectRoot, 'node_modules'), join(checkout, 'node_modules'))
})
afterEach(async () => {
  for (const program of running.splice(0)) {
    program.kill('SIGTERM')
    await program.ended
  }
})
afterAll(() => rmSync(checkout, { recursive: true, force: true }))

describe('npm start', () => {
  test('builds, migrates and serves from a fresh checkout, and ends with 0 on SIGTERM', async () => {
    const program = launch('main')
    await program.saying('[5/5]')

    const ready = await fetch(`${addressIn(program.output.stderr)}/health/ready`)
    program.kill('SIGTERM')

    expect(program.output.stderr).toContain(BUILDING)
    expect(ready.status).toBe(200)
    expect(await program.ended).toBe(0)
  }, 180_000)

  test('goes straight to serving the second time', async () => {
    const program = launch('main')
    await program.saying('[5/5]')

    const page = await fetch(`${addressIn(program.output.stderr)}/`)

    expect(program.output.stderr).not.toContain(BUILDING)
    expect(page.headers.get('content-type')).toContain('text/html')
  }, 60_000)

  test('never uses a build that was interrupted', async () => {
    appendFileSync(join(checkout, 'server/root.ts'), '\n// changed\n')
    const interrupted = launch('build')
    await interrupted.saying('[2/5]')
    interrupted.kill('SIGKILL')
    await interrupted.ended

    const program = launch('build')

    expect(await program.ended).toBe(0)
    expect(program.output.stderr).toContain(BUILDING)
    expect(existsSync(join(checkout, 'dist/server/main.js'))).toBe(true)
    expect(readdirSync(checkout).filter((name) => name.startsWith('.dist-'))).toEqual([])
  }, 120_000)

  test('names the commands when there is no such one', async () => {
    const program = launch('nonsense')

    expect(await program.ended).toBe(1)
    expect(program.output.stderr).toContain('Không có lệnh «nonsense»')
  }, 60_000)
})
