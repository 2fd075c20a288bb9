import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { openDatabase } from '../../server/db/open.ts'
import { communeData, point } from '../support/commune-data.ts'
import { databaseUrl } from '../support/database-url.ts'
import { freePort } from '../support/free-port.ts'
import { startProcess } from '../support/process.ts'
import { quietLog } from '../support/quiet-log.ts'
import { selfSigned } from '../support/self-signed.ts'
import { createPostgresDatabase } from '../support/test-database.ts'

const PATIENCE = { timeout: 30_000, interval: 100 }
const endings: (() => unknown)[] = []
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'diaban-start-'))
})
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function database(template?: string) {
  const { url, drop } = await createPostgresDatabase(template)
  endings.push(drop)
  return url
}

async function start(environment: Record<string, string>, ready = true) {
  const program = await startProcess('server/main.ts', { environment, ready })
  endings.push(() => program.stop())
  return program
}

/** What the program says when it cannot start; it ends with 1 and shows no stack. */
async function refusal(environment: Record<string, string>) {
  const program = await start(environment, false)
  expect(await program.ended).toEqual({ code: 1, signal: null })
  expect(program.output.stderr).not.toContain('    at ')
  return program.output.stderr
}

function fileOf(name: string, text: string) {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

async function admin(...statements: string[]) {
  const client = new pg.Client(inject('adminUrl'))
  await client.connect()
  for (const statement of statements) await client.query(statement)
  await client.end()
}

describe('a database that the program cannot work with is named in a sentence:', () => {
  test('one that does not exist', async () => {
    const url = databaseUrl(inject('adminUrl'), 'diaban_nowhere')
    expect(await refusal({ DATABASE_URL: url })).toContain('Không có cơ sở dữ liệu nêu trong DATABASE_URL')
  })

  test('one whose user may not create PostGIS', async () => {
    const url = new URL(await database('template0'))
    const role = `poor_${url.pathname.slice(1)}`
    await admin(`create role ${role} login password 'x'`)
    endings.push(() => admin(`drop role ${role}`))
    url.username = role
    url.password = 'x'
    expect(await refusal({ DATABASE_URL: url.href })).toContain('chưa đủ quyền')
  })
})

describe('HTTPS', () => {
  test('is served with the certificate given, and links say so', async () => {
    const { cert, key } = selfSigned()
    const { url } = await start({
      DATABASE_URL: await database(),
      TLS_CERT: fileOf('cert.pem', cert),
      TLS_KEY: fileOf('key.pem', key)
    })
    expect(url).toMatch(/^https:/)
    const text = await new Promise<string>((resolve, reject) => {
      const asked = request(`${url}/ogc`, { ca: cert }, (answer) => {
        let body = ''
        answer.on('data', (chunk: Buffer) => (body += chunk.toString()))
        answer.on('end', () => resolve(body))
      })
      asked.on('error', reject).end()
    })
    expect(JSON.parse(text).links[0].href).toBe(`${url}/ogc`)
  })

  test('with files that are none, or do not belong together, is refused by the variables’ names', async () => {
    const text = fileOf('text.pem', 'no PEM')
    const said = await refusal({ TLS_CERT: text, TLS_KEY: text })
    expect(said).toMatch(/TLS_CERT = .*PEM[^]*TLS_KEY = .*PEM/)

    const absent = await refusal({ TLS_CERT: join(folder, 'a'), TLS_KEY: join(folder, 'b') })
    expect(absent).toMatch(/TLS_CERT = .*\n.*TLS_KEY = /)

    const files = { TLS_CERT: fileOf('1.pem', selfSigned().cert), TLS_KEY: fileOf('2.pem', selfSigned().key) }
    expect(await refusal(files)).toContain('không phải khóa của chứng thư ở TLS_CERT')
  })
})

describe('DATABASE_READ_URL', () => {
  async function twoDatabases() {
    const [primary, replica] = [await database(), await database()]
    for (const [url, name] of [
      [primary, 'Chính'],
      [replica, 'Bản sao']
    ] as const) {
      const { db, close } = await openDatabase(
        { dataDir: folder, databaseUrl: url, databaseReadUrl: undefined },
        quietLog
      )
      await communeData(db).publish('relics', [{ name, geom: point(105, 18) }])
      await close()
    }
    return { primary, replica }
  }

  const relicsAt = async (url: string) => {
    const answer = await fetch(`${url}/ogc/collections/relics/items`)
    expect(answer.status).toBe(200)
    const { features } = await answer.json()
    return features.map(({ properties }: { properties: { name: string } }) => properties.name)
  }

  test('is where items are read', async () => {
    const { primary, replica } = await twoDatabases()
    const { url } = await start({ DATABASE_URL: primary, DATABASE_READ_URL: replica })
    expect(await relicsAt(url)).toEqual(['Bản sao'])
  })

  test('is passed over while it is away', async () => {
    const { primary } = await twoDatabases()
    const program = await start({
      DATABASE_URL: primary,
      DATABASE_READ_URL: 'postgres://nobody@127.0.0.1:1/none'
    })
    expect(await relicsAt(program.url)).toEqual(['Chính'])
    expect((await fetch(`${program.url}/health/ready`)).status).toBe(200)
    expect(program.output.stdout).toContain('DATABASE_READ_URL')
  })

  test('is passed over while it has not yet received the tables', async () => {
    const { primary } = await twoDatabases()
    const { url } = await start({ DATABASE_URL: primary, DATABASE_READ_URL: await database('template0') })
    expect(await relicsAt(url)).toEqual(['Chính'])
  })
})

test('a program that waits for its database lives, is not ready, says so once, and ends at once', async () => {
  const port = String(await freePort())
  const address = `http://127.0.0.1:${port}`
  const program = await start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', PORT: port }, false)
  await program.waitFor(/Chưa kết nối được cơ sở dữ liệu/)
  await vi.waitFor(async () => {
    const statuses = ['live', 'ready'].map(async (name) => fetch(`${address}/health/${name}`))
    expect((await Promise.all(statuses)).map(({ status }) => status)).toEqual([200, 503])
  }, PATIENCE)
  const page = await fetch(`${address}/`, { headers: { accept: 'text/html' } })
  expect([page.status, page.headers.get('content-type')]).toEqual([503, 'text/html; charset=utf-8'])
  expect(await page.text()).toContain('http-equiv="refresh"')

  expect(await program.stop('SIGTERM')).toEqual({ code: 0, signal: null })
})
