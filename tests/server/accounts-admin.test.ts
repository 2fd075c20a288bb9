import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORIGIN, PASSWORD, createStaff, createUnit, headersOf, signedIn } from '../support/accounts.ts'
import { communeData } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { squareCommune } from '../support/square-commune.ts'
import { verifyAudit } from '../../server/accounts/audit-verify.ts'

// What administrators do with accounts and units, and how far each may go.

let server: TestServer
let admin: Awaited<ReturnType<typeof signedIn>>
let local: Awaited<ReturnType<typeof signedIn>>

beforeAll(async () => {
  server = await startServer()
  admin = await signedIn(server.db, { role: 'administrator' })
  local = await signedIn(server.db, { role: 'administrator', communeCode: '00001' })
})
afterAll(() => server.stop())

type Headers = typeof admin.headers

const ask = (
  method: 'GET' | 'POST' | 'PATCH',
  url: string,
  payload?: object,
  headers: Headers = admin.headers
) => server.app.inject({ method, url: `/api/staff/${url}`, headers, ...(payload ? { payload } : {}) })

let made = 0
const newLogin = () => `moi-${++made}`

const isSignedIn = async ({ cookie }: Headers) =>
  (await server.app.inject({ url: '/api/staff/session', headers: { cookie } })).json().actor !== null

test('creates an account, whose owner sets a password by the link and signs in', async () => {
  const unitId = await createUnit(server.db, '00001')
  const login = newLogin()
  const wanted = { login: login.toUpperCase(), name: 'Vi Văn Bảo', role: 'officer', unitId }
  const created = await ask('POST', 'accounts', wanted)
  const token = new URL(created.json().link.url).hash.replace('#mat-khau=', '')
  const set = await server.app.inject({
    method: 'POST',
    url: '/api/staff/password-link/use',
    headers: { origin: ORIGIN },
    payload: { token, password: PASSWORD }
  })
  const signIn = await server.app.inject({
    method: 'POST',
    url: '/api/staff/session',
    headers: { origin: ORIGIN },
    payload: { login, password: PASSWORD }
  })

  expect(created.statusCode).toBe(201)
  // The unit brings its commune with it.
  expect(created.json().account).toMatchObject({ login, role: 'officer', unitId, communeCode: '00001' })
  expect(created.json().link.url).toMatch(/^http:\/\/localhost(:80)?\/can-bo#mat-khau=[\w-]{43}$/)
  expect(set.json()).toEqual({ login })
  expect(signIn.json().actor).toMatchObject({ login, name: 'Vi Văn Bảo', unitId })
})

test.each([
  ['a login that is taken', () => ({ login: admin.login, name: 'A', role: 'leader' }), 409],
  ['an officer without a unit', () => ({ login: newLogin(), name: 'A', role: 'officer' }), 422],
  ['a unit that is not there', () => ({ login: newLogin(), name: 'A', role: 'field', unitId: 999_999 }), 422],
  [
    'a commune that is not there',
    () => ({ login: newLogin(), name: 'A', role: 'field', communeCode: '98765' }),
    422
  ],
  ['a login with spaces', () => ({ login: 'có dấu cách', name: 'A', role: 'leader' }), 400],
  ['a role that is not there', () => ({ login: newLogin(), name: 'A', role: 'god' }), 400]
])('refuses %s', async (_what, account, status) => {
  expect((await ask('POST', 'accounts', account())).statusCode).toBe(status)
})

test('refuses a unit of another commune than the account’s', async () => {
  const unitId = await createUnit(server.db, '00002')
  const { code } = await squareCommune(communeData(server.db))
  const detail = async (communeCode: string) => {
    const account = { login: newLogin(), name: 'A', role: 'officer', communeCode, unitId }
    return (await ask('POST', 'accounts', account)).json().detail
  }

  expect(await detail(code)).toContain('thuộc xã khác')
  expect(await detail('99001')).toContain('chưa có xã mang mã 99001')
})

test('sessions end when the role changes or the account is disabled, not when it is renamed', async () => {
  const one = await signedIn(server.db)
  await ask('PATCH', `accounts/${one.id}`, { name: 'Tên mới' })
  const renamed = await isSignedIn(one.headers)
  await ask('PATCH', `accounts/${one.id}`, { role: 'planner' })
  const changed = await isSignedIn(one.headers)
  const headers = await headersOf(server.db, one.id)
  await ask('PATCH', `accounts/${one.id}`, { disabled: true })
  await ask('PATCH', `accounts/${one.id}`, { disabled: false })
  const enabledAgain = await isSignedIn(headers)

  expect([renamed, changed, enabledAgain]).toEqual([true, false, false])
})

test('a disabled account gets no link and signs in no more', async () => {
  const { id, login } = await createStaff(server.db, { password: PASSWORD })
  await ask('PATCH', `accounts/${id}`, { disabled: true })
  const payload = { login, password: PASSWORD }
  const signIn = await server.app.inject({
    method: 'POST',
    url: '/api/staff/session',
    headers: { origin: ORIGIN },
    payload
  })

  expect(signIn.statusCode).toBe(401)
  expect((await ask('POST', `accounts/${id}/link`, {})).statusCode).toBe(409)
})

const outside = (url: string, payload: object) =>
  server.app.inject({ method: 'POST', url: `/api/staff/${url}`, headers: { origin: ORIGIN }, payload })

const tokenOf = (answer: { json: () => { url: string } }) =>
  new URL(answer.json().url).hash.replace('#mat-khau=', '')

/** Somebody with both steps, and the links that an administrator makes for him. */
async function withFactor() {
  const { id, login } = await createStaff(server.db, { password: PASSWORD })
  await server.db.query(`update account set totp_secret = 'JBSWY3DPEHPK3PXP' where id = $1`, [id])
  const link = async (body: object) => tokenOf(await ask('POST', `accounts/${id}/link`, body))
  const signIn = async (password: string) => (await outside('session', { login, password })).json()
  const use = (token: string, password: string) => outside('password-link/use', { token, password })
  return { id, link, signIn, use }
}

test('a link takes the second factor off once it is used; until then the old password alone opens nothing', async () => {
  const one = await withFactor()
  const token = await one.link({ removeSecondFactor: true })
  const made = await one.signIn(PASSWORD)
  await one.use(token, 'mái nhà sàn bên suối')
  const used = await one.signIn('mái nhà sàn bên suối')
  const { entries } = (await ask('GET', `audit?subject=account&subjectId=${one.id}`)).json()

  expect(made).toEqual({ secondFactor: true })
  expect(used.actor).toMatchObject({ accountId: one.id })
  expect(
    entries.find(({ action }: { action: string }) => action === 'account.password_by_link').after
  ).toEqual({ removeFactor: true })
})

test('a plain link leaves the second factor, also after one that would have taken it off', async () => {
  const one = await withFactor()
  const replaced = await one.link({ removeSecondFactor: true })
  const plain = await one.link({})

  expect((await one.use(replaced, 'mái nhà sàn bên suối')).statusCode).toBe(404)
  expect((await one.use(plain, 'mái nhà sàn bên suối')).statusCode).toBe(200)
  expect(await one.signIn('mái nhà sàn bên suối')).toEqual({ secondFactor: true })
})

test('nobody disables himself or raises himself', async () => {
  const answers = [
    await ask('PATCH', `accounts/${admin.id}`, { disabled: true }),
    await ask('PATCH', `accounts/${admin.id}`, { role: 'leader' }),
    await ask('PATCH', `accounts/${local.id}`, { communeCode: null }, local.headers)
  ]

  expect(answers.map(({ statusCode }) => statusCode)).toEqual([409, 409, 409])
})

test('the administrator of one commune sees and manages no account and no unit of another', async () => {
  const elsewhere = await createStaff(server.db, { role: 'officer', communeCode: '00002' })
  const everywhere = await createStaff(server.db)
  const own = await createStaff(server.db, { role: 'officer', communeCode: '00001' })
  const { accounts } = (await ask('GET', 'accounts', undefined, local.headers)).json()
  const logins = accounts.map((account: { login: string }) => account.login)
  const status = async (method: 'POST' | 'PATCH', url: string, payload: object) =>
    (await ask(method, url, payload, local.headers)).statusCode

  expect(logins).toContain(own.login)
  expect(logins).not.toContain(elsewhere.login)
  expect(logins).not.toContain(everywhere.login)
  expect(await status('PATCH', `accounts/${elsewhere.id}`, { disabled: true })).toBe(404)
  expect(await status('PATCH', `accounts/${everywhere.id}`, { disabled: true })).toBe(404)
  expect(await status('POST', `accounts/${elsewhere.id}/link`, {})).toBe(404)
  expect(await status('PATCH', `accounts/${own.id}`, { unitId: elsewhere.unitId })).toBe(403)
  expect(
    await status('PATCH', `accounts/${own.id}`, { role: 'leader', unitId: null, communeCode: null })
  ).toBe(403)
  expect(await status('POST', 'accounts', { login: newLogin(), name: 'A', role: 'administrator' })).toBe(403)
  expect(await status('POST', 'units', { communeCode: '00002', name: 'Đội lạ' })).toBe(403)
  expect(await status('PATCH', `units/${elsewhere.unitId}`, { name: 'Đổi tên' })).toBe(404)
})

test('units: created, renamed, ended once nobody belongs to them', async () => {
  const created = await ask('POST', 'units', { communeCode: '00003', name: 'Tổ môi trường' })
  const again = await ask('POST', 'units', { communeCode: '00003', name: 'Tổ môi trường' })
  const { id } = created.json().unit
  const officer = await createStaff(server.db, { role: 'officer', communeCode: '00003', unitId: id })
  const early = await ask('PATCH', `units/${id}`, { ended: true })
  await ask('PATCH', `accounts/${officer.id}`, { disabled: true })
  const ended = await ask('PATCH', `units/${id}`, { ended: true, name: 'Tổ môi trường cũ' })

  expect([created.statusCode, again.statusCode, early.statusCode]).toEqual([201, 409, 409])
  expect(ended.json().unit).toMatchObject({ name: 'Tổ môi trường cũ', endedAt: expect.any(String) })
})

test('reports can be given to those who handle them in one’s commune', async () => {
  const leader = await signedIn(server.db, { communeCode: '00004' })
  const officer = await createStaff(server.db, { role: 'officer', communeCode: '00004' })
  await createStaff(server.db, { role: 'planner', communeCode: '00004' })
  await createStaff(server.db, { role: 'officer', communeCode: '00005' })
  const { colleagues } = (
    await ask('GET', `colleagues?unit=${officer.unitId}`, undefined, leader.headers)
  ).json()
  const all = (await ask('GET', 'colleagues', undefined, leader.headers)).json().colleagues

  expect(colleagues).toEqual([
    { accountId: officer.id, name: 'Nguyễn Văn A', role: 'officer', unitId: officer.unitId }
  ])
  expect(all.some((one: { role: string }) => one.role === 'planner')).toBe(false)
})

test('never shows a hash, a secret or a token of an account', async () => {
  const body = (await ask('GET', 'accounts')).body

  expect(body).not.toMatch(/argon2|passwordHash|totp|token/i)
})

test('everything that was done stands in the audit log, without names, and the log is whole', async () => {
  const login = newLogin()
  const created = (await ask('POST', 'accounts', { login, name: 'Lý Thị Hoa', role: 'leader' })).json()
  const { id } = created.account
  await ask('PATCH', `accounts/${id}`, { role: 'planner' })
  const { body } = await ask('GET', `audit?subject=account&subjectId=${id}`)
  const { entries } = JSON.parse(body)

  expect(entries.map(({ action }: { action: string }) => action)).toEqual([
    'account.change',
    'account.create'
  ])
  expect(entries[0]).toMatchObject({
    accountId: admin.id,
    actor: 'administrator',
    before: { role: 'leader' },
    after: { role: 'planner' }
  })
  expect(body).not.toContain('Lý Thị Hoa')
  expect(body).not.toContain(login)
  expect(body).not.toContain(created.link.url.split('=')[1])
  expect((await verifyAudit(server.db)).faults).toEqual([])
})

test('the audit log is read page by page, and of one’s own commune only', async () => {
  const leader = await signedIn(server.db, { communeCode: '00006' })
  for (const name of ['Tổ 1', 'Tổ 2', 'Tổ 3']) await ask('POST', 'units', { communeCode: '00006', name })
  const first = (await ask('GET', 'audit?limit=2', undefined, leader.headers)).json()
  const next = (await ask('GET', `audit?limit=2&before=${first.next}`, undefined, leader.headers)).json()
  const other = (await ask('GET', 'audit?commune=00001', undefined, leader.headers)).json()

  expect(first.entries.map((line: { after: { name: string } }) => line.after.name)).toEqual(['Tổ 3', 'Tổ 2'])
  expect(next.entries.map((line: { after: { name: string } }) => line.after.name)).toEqual(['Tổ 1'])
  expect(next.next).toBeNull()
  expect(other.entries).toEqual([])
})
