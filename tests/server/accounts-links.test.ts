import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeLink } from '../../server/accounts/link-queries.ts'
import { ORIGIN, PASSWORD, createStaff, headersOf } from '../support/accounts.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const post = (url: string, payload: object, headers: Record<string, string> = { origin: ORIGIN }) =>
  server.app.inject({ method: 'POST', url: `/api/staff/${url}`, headers, payload })

const use = (token: string, password = PASSWORD) => post('password-link/use', { token, password })

const signIn = (login: string, password = PASSWORD) => post('session', { login, password })

const isSignedIn = async (cookie: string) =>
  (await server.app.inject({ url: '/api/staff/session', headers: { cookie } })).json().actor !== null

test('a link sets a password once, and says before whose', async () => {
  const { id, login } = await createStaff(server.db, { name: 'Hoàng Thị Mai' })
  const { token } = await makeLink(server.db, id)
  const owner = await post('password-link', { token })
  const first = await use(token)
  const second = await use(token, 'một câu khác hẳn của kẻ khác')

  expect(owner.json()).toEqual({ login, name: 'Hoàng Thị Mai' })
  expect([first.statusCode, second.statusCode]).toEqual([200, 404])
  expect((await signIn(login)).statusCode).toBe(200)
})

test('used twice at the same moment it works once', async () => {
  const { id } = await createStaff(server.db)
  const { token } = await makeLink(server.db, id)
  const answers = await Promise.all([1, 2, 3, 4].map((n) => use(token, `câu chuyện thứ ${n} của bản`)))

  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1)
})

test('after 72 hours it opens nothing, nor for a disabled account, nor after a newer one', async () => {
  const old = await createStaff(server.db)
  const late = await makeLink(server.db, old.id)
  await server.db.query(`update one_time_link set expires_at = now() where account_id = $1`, [old.id])
  const disabled = await createStaff(server.db)
  const shut = await makeLink(server.db, disabled.id)
  await server.db.query('update account set disabled_at = now() where id = $1', [disabled.id])
  const twice = await createStaff(server.db)
  const replaced = await makeLink(server.db, twice.id)
  await makeLink(server.db, twice.id)

  for (const { token } of [late, shut, replaced]) expect((await use(token)).statusCode).toBe(404)
})

test('lasts 72 hours, and its hash alone is kept', async () => {
  const { id } = await createStaff(server.db)
  const { token, expiresAt } = await makeLink(server.db, id)
  const { rows } = await server.db.query('select token_hash from one_time_link where account_id = $1', [id])

  expect((Date.parse(expiresAt) - Date.now()) / 3_600_000).toBeCloseTo(72, 1)
  expect(rows[0].token_hash.toString('base64url')).not.toBe(token)
})

test('a password that the rules refuse leaves the link as it was', async () => {
  const { id } = await createStaff(server.db)
  const { token } = await makeLink(server.db, id)
  const refused = await use(token, 'matkhau12345')

  expect(refused.statusCode).toBe(422)
  expect((await use(token)).statusCode).toBe(200)
})

test('setting a password ends every session', async () => {
  const { id } = await createStaff(server.db, { password: PASSWORD })
  const { cookie } = await headersOf(server.db, id)
  await use((await makeLink(server.db, id)).token, 'mái nhà sàn bên suối')

  expect(await isSignedIn(cookie)).toBe(false)
})

test('one’s own password is changed by whoever knows it; the other sessions end', async () => {
  const { id, login } = await createStaff(server.db, { password: PASSWORD })
  const headers = await headersOf(server.db, id)
  const elsewhere = await headersOf(server.db, id)
  const wrong = await post('password', { current: 'sai', password: 'mái nhà sàn bên suối' }, headers)
  const weak = await post('password', { current: PASSWORD, password: 'qwertyuiop12' }, headers)
  const changed = await post('password', { current: PASSWORD, password: 'mái nhà sàn bên suối' }, headers)
  const fresh = changed.cookies.find(({ name }) => name === 'diaban_session')?.value ?? ''

  expect([wrong.statusCode, weak.statusCode, changed.statusCode]).toEqual([403, 422, 204])
  expect([await isSignedIn(headers.cookie), await isSignedIn(elsewhere.cookie)]).toEqual([false, false])
  expect(await isSignedIn(`diaban_session=${fresh}`)).toBe(true)
  expect((await signIn(login, 'mái nhà sàn bên suối')).statusCode).toBe(200)
})

test('a session left open does not guess the password: after five wrong ones it must wait', async () => {
  const { id } = await createStaff(server.db, { password: PASSWORD })
  const headers = await headersOf(server.db, id)
  const answers = []
  for (let n = 0; n < 6; n += 1)
    answers.push((await post('password', { current: `sai ${n}`, password: PASSWORD }, headers)).statusCode)

  expect(answers).toEqual([403, 403, 403, 403, 403, 429])
})

test('signing out everywhere ends all sessions', async () => {
  const { id } = await createStaff(server.db)
  const [here, there] = [await headersOf(server.db, id), await headersOf(server.db, id)]
  const response = await server.app.inject({ method: 'DELETE', url: '/api/staff/sessions', headers: here })

  expect(response.json()).toEqual({ ended: 2 })
  expect([await isSignedIn(here.cookie), await isSignedIn(there.cookie)]).toEqual([false, false])
})
