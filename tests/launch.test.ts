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
import { freePort } from './support/free-port.ts'
import { selfSigned } from './support/self-signed.ts'

const COPIED = ['server', 'data', 'migrations', 'package.json', 'package-lock.json', 'tsconfig.json']
const CONFIGS = ['vite.config.ts', 'svelte.config.js']
const BUILDING = '[1/5]'
interface Program {
  output: { stdout: string; stderr: string }
  ended: Promise<number | null>
  /** Resolves when it has said so, this many times. */
  saying: (text: string, times?: number) => Promise<void>
  kill: (signal: NodeJS.Signals) => boolean
}
const running: Program[] = []
let checkout: string

/** Starts what `npm start` and `npm run <command>` start, in the copy of the checkout. */
const launch = (args: string[], environment: Record<string, string> = {}) =>
  run(process.execPath, ['server/launch.mjs', ...args], environment)

function run(program: string, args: string[], environment: Record<string, string> = {}): Program {
  const child = spawn(program, args, {
    cwd: checkout,
    env: {
      PATH: process.env.PATH,
      HOME: checkout,
      PORT: '0',
      DEMO: '0',
      DATA_DIR: join(checkout, '.diaban'),
      LOG_LEVEL: 'error',
      ...environment
    },
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk: Buffer) => (output.stdout += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output.stderr += chunk.toString()))
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const saying = (text: string, times = 1) =>
    new Promise<void>((resolve, reject) => {
      const look = () => `${output.stdout}${output.stderr}`.split(text).length > times && resolve()
      child.stdout.on('data', look)
      child.stderr.on('data', look)
      child.once('exit', () => reject(new Error(output.stderr)))
      look()
    })
  const started = { output, ended, saying, kill: (signal: NodeJS.Signals) => child.kill(signal) }
  running.push(started)
  return started
}

const addressIn = (text: string) => /chạy tại (\S+)\//.exec(text)?.[1] ?? ''

beforeAll(() => {
  checkout = mkdtempSync(join(tmpdir(), 'diaban-checkout-'))
  for (const name of [...COPIED, ...CONFIGS])
    cpSync(join(projectRoot, name), join(checkout, name), { recursive: true })
  // A small page in place of the whole one: this is about starting.
  mkdirSync(join(checkout, 'web'))
  for (const page of ['can-bo', 'phan-anh'])
    writeFileSync(join(checkout, `web/${page}.html`), `<!doctype html><title>${page}</title>`)
  const icons = 'web/reports/app-files/phan-anh'
  cpSync(join(projectRoot, icons), join(checkout, icons), { recursive: true })
  writeFileSync(join(checkout, 'web/index.html'), '<!doctype html><title>Địa bàn</title>')
  mkdirSync(join(checkout, 'node_modules'))
  for (const name of readdirSync(join(projectRoot, 'node_modules')).filter((name) => !/^\.vite/.test(name)))
    symlinkSync(join(projectRoot, 'node_modules', name), join(checkout, 'node_modules', name))
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
    const program = launch(['main'])
    await program.saying('[5/5]')

    const ready = await fetch(`${addressIn(program.output.stderr)}/health/ready`)
    program.kill('SIGTERM')

    expect(program.output.stderr).toContain(BUILDING)
    expect(ready.status).toBe(200)
    expect(await program.ended).toBe(0)
    // They may have been installed by another user.
    expect(readdirSync(join(checkout, 'node_modules')).filter((name) => /^\.vite/.test(name))).toEqual([])
  }, 180_000)

  test('goes straight to serving the second time', async () => {
    const program = launch(['main'])
    await program.saying('[5/5]')

    const page = await fetch(`${addressIn(program.output.stderr)}/`)

    expect(program.output.stderr).not.toContain(BUILDING)
    expect(page.headers.get('content-type')).toContain('text/html')
  }, 60_000)

  test('ends when npm is told to: the signal reaches the program', async () => {
    const program = run('npm', ['start'])
    await program.saying('[5/5]')
    const address = addressIn(program.output.stderr)

    program.kill('SIGTERM')
    await program.ended

    await expect(fetch(`${address}/health/live`)).rejects.toThrow('fetch failed')
  }, 60_000)

  test('never uses a build that was interrupted', async () => {
    appendFileSync(join(checkout, 'server/root.ts'), '\n// changed\n')
    const interrupted = launch(['build'])
    await interrupted.saying('[2/5]')
    interrupted.kill('SIGKILL')
    await interrupted.ended

    const program = launch(['build'])

    expect(await program.ended).toBe(0)
    expect(program.output.stderr).toContain(BUILDING)
    expect(existsSync(join(checkout, 'dist/server/main.js'))).toBe(true)
    expect(readdirSync(checkout).filter((name) => name.startsWith('.dist-'))).toEqual([])
  }, 120_000)

  test('refuses a Node.js that is too old by a sentence', async () => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.4'}})`

    const program = launch(['main'], { NODE_OPTIONS: `--import ${old}` })

    expect(await program.ended).toBe(1)
    expect(program.output.stderr).toBe('Cần Node.js từ 20.19 trở lên, máy này có 18.20.4.\n')
  }, 60_000)

  test('refuses it to a command in the language that the command was asked to speak', async () => {
    const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{node:'18.20.4'}})`

    const program = launch(['import', 'list', '--lang', 'en'], { NODE_OPTIONS: `--import ${old}` })

    expect(await program.ended).toBe(1)
    expect(program.output.stderr).toBe('Node.js 20.19 or later is needed, this machine has 18.20.4.\n')
  }, 60_000)

  test('names the commands when there is no such one', async () => {
    const program = launch(['nonsense'])

    expect(await program.ended).toBe(1)
    expect(program.output.stderr).toContain('Không có lệnh «nonsense»')
  }, 60_000)
})

describe('npm run dev', () => {
  test('serves pages by Vite and data by the sources, starts again at a change, and ends cleanly', async () => {
    const program = launch(['dev'], { PORT: String(await freePort()) })
    await program.saying('[5/5]')
    await program.saying('Local:')
    const vite = /Local:\s+(http:\S+)\//.exec(program.output.stdout)?.[1] ?? ''

    const page = await fetch(`${vite}/`)
    const api = await fetch(`${vite}/ogc`)
    const asked = async (path: string) => {
      const answer = await fetch(`${vite}${path}`, { headers: { accept: 'text/html' } })
      const [title] = /<title>[^<]*/.exec(await answer.text()) ?? []
      return { status: answer.status, type: answer.headers.get('content-type'), title }
    }
    const staff = await asked('/can-bo?view=route')
    const reporting = await asked('/phan-anh')
    const results = await asked('/phan-anh/ket-qua')
    const icon = await asked('/phan-anh/icon-192.png')
    const worker = await asked('/can-bo-sw.js')
    appendFileSync(join(checkout, 'server/root.ts'), '\n// changed again\n')
    await program.saying('[5/5]', 2)
    const again = await fetch(`${vite}/health/ready`)
    program.kill('SIGTERM')

    expect(await page.text()).toContain('/@vite/client')
    expect((await api.json()).links[0].href).toBe(`${vite}/ogc`)
    expect(staff.title).toBe('<title>can-bo')
    expect(reporting.title).toBe('<title>phan-anh')
    expect(results.title).toContain('Kết quả xử lý')
    expect([icon.type, worker.status]).toEqual(['image/png', 404])
    expect(again.status).toBe(200)
    expect(await program.ended).toBe(0)
    expect(existsSync(join(checkout, '.diaban/owner.lock'))).toBe(false)
  }, 240_000)
  test('reaches a server that speaks HTTPS', async () => {
    const { cert, key } = selfSigned()
    const files = { TLS_CERT: join(checkout, 'cert.pem'), TLS_KEY: join(checkout, 'key.pem') }
    writeFileSync(files.TLS_CERT, cert)
    writeFileSync(files.TLS_KEY, key)
    const program = launch(['dev'], { PORT: String(await freePort()), ...files })
    await program.saying('[5/5]')
    await program.saying('Local:')
    const vite = /Local:\s+(http:\S+)\//.exec(program.output.stdout)?.[1] ?? ''

    expect((await fetch(`${vite}/health/ready`)).status).toBe(200)
  }, 120_000)
})
