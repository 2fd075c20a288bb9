import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAudit } from '../../server/accounts/audit.ts'
import { openPasswords } from '../../server/accounts/passwords.ts'
import { keepPassword } from '../../server/accounts/sign-in-queries.ts'
import { signInAs } from '../../server/accounts/sign-in.ts'
import { ORIGIN, PASSWORD, createStaff, signedIn } from '../support/accounts.ts'
import { PASSWORD_COST, startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const URL = '/api/staff/session'

interface Attempt {
  login: string
  password?: string
  secondFactor?: string
  headers?: Record<string, string>
  from?: string
}

const signIn = ({ headers, from = '10.9.0.1', password = PASSWORD, ...rest }: Attempt) =>
  server.app.inject({
    method: 'POST',
    url: URL,
    remoteAddress: from,
    headers: { origin: ORIGIN, ...headers },
    payload: { password, ...rest }
  })

const whoIs = async (cookie: string) =>
  (await server.app.inject({ url: URL, headers: { cookie } })).json().actor

const cookieOf = (response: Awaited<ReturnType<typeof signIn>>, name: string) => {
  const found = response.cookies.find((cookie) => cookie.name === name)
  return found ? `${found.name}=${found.value}` : ''
}

test('lets in by login and password, and says who is signed in', async () => {
  const { login } = await createStaff(server.db, { password: PASSWORD, role: 'officer' })
  const response = await signIn({ login: ` ${login.toUpperCase()} ` })

  expect(response.statusCode).toBe(200)
  expect(await whoIs(cookieOf(response, 'diaban_session'))).toMatchObject({ login, role: 'officer' })
})

test('gives a cookie that no script reads and no foreign page sends', async () => {
  const { login } = await createStaff(server.db, { password: PASSWORD })
  const response = await signIn({ login })
  const session = response.cookies.find(({ name }) => name === 'diaban_session')

  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  expect(response.headers['cache-control']).toBe('no-store')
  expect(response.headers['access-control-allow-origin']).toBeUndefined()
})

test('refuses a wrong password, an unknown login and an account without a password by one sentence', async () => {
  const { login } = await createStaff(server.db, { password: PASSWORD })
  const { login: empty } = await createStaff(server.db)
  const answers = [
    await signIn({ login, password: 'không phải thế này' }),
    await signIn({ login: 'khong-co-ai', from: '10.9.0.2' }),
    await signIn({ login: empty, from: '10.9.0.3' })
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 401, 401])
  expect(new Set(answers.map((answer) => answer.json().detail)).size).toBe(1)
})

test('keeps a hash of argon2id, and of the session its hash only', async () => {
  const { login, id } = await createStaff(server.db, { password: PASSWORD })
  const token = cookieOf(await signIn({ login }), 'diaban_session').split('=')[1] ?? ''
  const { rows: accounts } = await server.db.query('select password_hash from account where id = $1', [id])
  const { rows: sessions } = await server.db.query('select token_hash from session where account_id = $1', [
    id
  ])

  expect(accounts[0].password_hash).toMatch(/^\$argon2id\$/)
  expect(sessions[0].token_hash.toString('base64url')).not.toBe(token)
})

test('signing out ends the session on the server too', async () => {
  const { headers } = await signedIn(server.db)
  const response = await server.app.inject({ method: 'DELETE', url: URL, headers })

  expect(response.statusCode).toBe(204)
  expect(await whoIs(headers.cookie)).toBeNull()
})

test('never takes up a session that the caller brought: a token set by somebody else opens nothing', async () => {
  const { login } = await createStaff(server.db, { password: PASSWORD })
  const planted = `diaban_session=${'a'.repeat(43)}`
  const response = await signIn({ login, headers: { cookie: planted } })

  expect(cookieOf(response, 'diaban_session')).not.toBe(planted)
  expect(await whoIs(planted)).toBeNull()
})

test('ends the session that was there before', async () => {
  const { login, headers } = await signedIn(server.db, { password: PASSWORD })
  await signIn({ login, headers: { cookie: headers.cookie } })

  expect(await whoIs(headers.cookie)).toBeNull()
})

test('who signs in by the old password while a new one is set gets no session', async () => {
  const { login, id } = await createStaff(server.db, { password: PASSWORD })
  const passwords = openPasswords(PASSWORD_COST)
  const check: typeof passwords.check = async (...given) => {
    const fits = await passwords.check(...given)
    await keepPassword(server.db, id, await passwords.hash('mái nhà sàn bên suối'))
    return fits
  }
  const desk = { db: server.db, audit: openAudit(), passwords: { ...passwords, check } }
  const attempt = {
    login,
    password: PASSWORD,
    code: undefined,
    address: '10.9.1.1',
    device: null,
    session: null
  }

  expect(await signInAs(desk, attempt)).toEqual({ outcome: 'refused' })
})

test('a session ends by itself, and with its account', async () => {
  const old = await signedIn(server.db)
  await server.db.query(`update session set seen_at = now() - interval '8 days' where account_id = $1`, [
    old.id
  ])
  const disabled = await signedIn(server.db)
  await server.db.query('update account set disabled_at = now() where id = $1', [disabled.id])

  expect(await whoIs(old.headers.cookie)).toBeNull()
  expect(await whoIs(disabled.headers.cookie)).toBeNull()
})
