import { URI } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD, signedIn } from '../support/accounts.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const staff = () => signedIn(server.db, { password: PASSWORD })
type Headers = Awaited<ReturnType<typeof staff>>['headers']

const post = (url: string, payload: object, headers: Headers) =>
  server.app.inject({ method: 'POST', url: `/api/staff/${url}`, headers, payload })

const isOn = async (headers: Headers) =>
  (await server.app.inject({ url: '/api/staff/second-factor', headers })).json().on

test('is in force once a code of it was given, which is used up by that', async () => {
  const { headers, login } = await staff()
  const begun = await post('second-factor', { password: PASSWORD }, headers)
  const before = await isOn(headers)
  const factor = URI.parse(begun.json().uri)
  const code = factor.generate()
  const confirmed = await post('second-factor/confirm', { code }, headers)
  const replayed = await post('session', { login, password: PASSWORD, secondFactor: code }, headers)

  expect(begun.json().uri).toMatch(/^otpauth:\/\/totp\//)
  expect(factor.label).toBe(login)
  expect([before, confirmed.statusCode, await isOn(headers), replayed.statusCode]).toEqual([
    false,
    204,
    true,
    401
  ])
})

test('asks for the password before it shows a secret or goes', async () => {
  const { headers } = await staff()
  const enrol = await post('second-factor', { password: 'không đúng' }, headers)
  const remove = await post('second-factor/remove', { password: 'không đúng' }, headers)

  expect([enrol.statusCode, remove.statusCode]).toEqual([403, 403])
})

test('a wrong code puts nothing in force, and there are five', async () => {
  const { headers } = await staff()
  const nothing = await post('second-factor/confirm', { code: '000000' }, headers)
  await post('second-factor', { password: PASSWORD }, headers)
  const answers = []
  for (let n = 0; n < 6; n += 1)
    answers.push((await post('second-factor/confirm', { code: '000000' }, headers)).statusCode)

  expect(nothing.statusCode).toBe(409)
  expect(answers).toEqual([422, 422, 422, 422, 422, 429])
  expect(await isOn(headers)).toBe(false)
})

test('goes by the password', async () => {
  const { headers, login } = await staff()
  const { uri } = (await post('second-factor', { password: PASSWORD }, headers)).json()
  await post('second-factor/confirm', { code: URI.parse(uri).generate() }, headers)
  await post('second-factor/remove', { password: PASSWORD }, headers)

  expect(await isOn(headers)).toBe(false)
  expect((await post('session', { login, password: PASSWORD }, headers)).json().actor.login).toBe(login)
})
