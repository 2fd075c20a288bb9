import { TOTP, Secret } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ORIGIN, PASSWORD, createStaff } from '../support/accounts.ts'
import { startServer, type TestServer } from '../support/server.ts'

// Guessing: what it costs whoever guesses, and that it costs the owner nothing.

let server: TestServer
let places = 0

beforeAll(async () => {
  server = await startServer()
})
afterAll(() => server.stop())

const newPlace = () => `10.20.${Math.floor(++places / 250)}.${places % 250}`

interface Attempt {
  login: string
  password?: string
  secondFactor?: string
  cookie?: string
  from?: string
}

const attempt = ({ cookie, from = newPlace(), password = PASSWORD, ...rest }: Attempt) =>
  server.app.inject({
    method: 'POST',
    url: '/api/staff/session',
    remoteAddress: from,
    headers: { origin: ORIGIN, ...(cookie ? { cookie } : {}) },
    payload: { password, ...rest }
  })

async function guess(count: number, what: Attempt) {
  const answers = await Promise.all(
    Array.from({ length: count }, (_, n) => attempt({ password: `đoán bừa lần thứ ${n}`, ...what }))
  )
  return answers.map(({ statusCode }) => statusCode)
}

const owner = (given = {}) => createStaff(server.db, { password: PASSWORD, ...given })

const deviceOf = (response: Awaited<ReturnType<typeof attempt>>) =>
  `diaban_device=${response.cookies.find(({ name }) => name === 'diaban_device')?.value ?? ''}`

test('after five wrong passwords from one place the right one must wait there too, with the time said', async () => {
  const { login } = await owner()
  const from = newPlace()
  await guess(5, { login, from })
  const response = await attempt({ login, from })

  expect(response.statusCode).toBe(429)
  expect(Number(response.headers['retry-after'])).toBeGreaterThan(30)
  expect(response.json().detail).toMatch(
    /^Đã nhập sai quá nhiều lần từ nơi này\. Hãy thử lại sau \d+ giây\.$/
  )
})

test('a hundred guesses at once are counted one by one', async () => {
  const { login } = await owner()
  const from = newPlace()
  const answers = await guess(100, { login, from })

  expect(answers.filter((status) => status === 401)).toHaveLength(5)
})

test('guesses from elsewhere do not keep the owner out', async () => {
  const { login } = await owner()
  for (let n = 0; n < 4; n += 1) await guess(6, { login })
  const response = await attempt({ login })

  expect(response.statusCode).toBe(200)
})

test('guesses from the very same address do not keep out a device that the owner used before', async () => {
  const { login } = await owner()
  const from = newPlace()
  const cookie = deviceOf(await attempt({ login, from }))
  const guessed = await guess(100, { login, from })
  const response = await attempt({ login, from, cookie })
  const stranger = await attempt({ login, from })

  expect(guessed.filter((status) => status === 401)).toHaveLength(5)
  expect([response.statusCode, stranger.statusCode]).toEqual([200, 429])
})

test('a stolen device opens nothing: its guesses are counted for it alone, password and code are asked as ever', async () => {
  const { login, id, codeNow } = await withFactor()
  const from = newPlace()
  const stolen = deviceOf(await attempt({ login, from, secondFactor: codeNow() }))
  await server.db.query('update account set totp_last_step = null where id = $1', [id])
  const own = deviceOf(await attempt({ login, from, secondFactor: codeNow() }))
  await server.db.query('update account set totp_last_step = null where id = $1', [id])
  const withPassword = await attempt({ login, cookie: stolen })
  const answers = []
  for (let n = 0; n < 4; n += 1) answers.push(...(await guess(5, { login, cookie: stolen })))
  const response = await attempt({ login, from, cookie: own, secondFactor: codeNow() })

  expect(withPassword.json()).toEqual({ secondFactor: true })
  expect(withPassword.cookies).toEqual([])
  expect(answers.filter((status) => status === 401)).toHaveLength(10)
  expect((await attempt({ login, cookie: stolen })).statusCode).toBe(429)
  expect(response.statusCode).toBe(200)
})

test('the device is a cookie that scripts do not read, and is kept as a hash', async () => {
  const { login, id } = await owner()
  const { cookies } = await attempt({ login })
  const device = cookies.find(({ name }) => name === 'diaban_device')
  const { rows } = await server.db.query(
    `select encode(token_hash, 'escape') as hash from trusted_device where account_id = $1`,
    [id]
  )

  expect(device).toMatchObject({ httpOnly: true, sameSite: 'Lax' })
  expect(rows).toHaveLength(1)
  expect(rows[0].hash).not.toContain(device?.value)
})

test('a device counts as known for its own account only', async () => {
  const mine = await owner()
  const theirs = await owner()
  const from = newPlace()
  const cookie = deviceOf(await attempt({ login: mine.login, from }))
  const answers = await guess(12, { login: theirs.login, from, cookie })

  expect(answers.filter((status) => status === 401)).toHaveLength(5)
})

test('trying one password on many accounts from one place ends soon', async () => {
  const from = newPlace()
  const answers = []
  for (let n = 0; n < 70; n += 1) answers.push((await attempt({ login: `nguoi-${n}`, from })).statusCode)

  expect(answers.filter((status) => status === 401)).toHaveLength(60)
})

test('colleagues behind one address who sign in rightly are not counted', async () => {
  const { login } = await owner()
  const from = newPlace()
  const answers = []
  for (let n = 0; n < 70; n += 1) answers.push((await attempt({ login, from })).statusCode)

  expect(new Set(answers)).toEqual(new Set([200]))
})

test('an unknown login is refused after as many guesses as a known one, by the same sentences', async () => {
  const from = newPlace()
  const answers = await guess(7, { login: 'khong-co-ai', from })

  expect(answers.filter((status) => status === 401)).toHaveLength(5)
  expect(answers.filter((status) => status === 429)).toHaveLength(2)
})

async function withFactor() {
  const account = await owner()
  const secret = new Secret()
  await server.db.query('update account set totp_secret = $2 where id = $1', [account.id, secret.base32])
  return { ...account, codeNow: () => new TOTP({ secret }).generate() }
}

test('asks for the second factor once the password is right, and takes its code once', async () => {
  const { login, codeNow } = await withFactor()
  const first = await attempt({ login })
  const secondFactor = codeNow()
  const second = await attempt({ login, secondFactor })
  const again = await attempt({ login, secondFactor })

  expect(first.json()).toEqual({ secondFactor: true })
  expect(first.cookies).toEqual([])
  expect([second.statusCode, again.statusCode]).toEqual([200, 401])
})

test('says nothing of a second factor where the password is wrong', async () => {
  const { login, codeNow } = await withFactor()
  const response = await attempt({ login, password: 'không phải thế này', secondFactor: codeNow() })

  expect(response.statusCode).toBe(401)
  expect(response.json().secondFactor).toBeUndefined()
})

test('who has the password guesses five codes, from however many places', async () => {
  const { login, codeNow } = await withFactor()
  const right = codeNow()
  const wrong = right === '000000' ? '000001' : '000000'
  const answers = await guess(30, { login, password: PASSWORD, secondFactor: wrong })

  expect(answers.filter((status) => status === 401)).toHaveLength(5)
  expect((await attempt({ login, secondFactor: right })).statusCode).toBe(429)
})

test('code guesses from elsewhere do not keep out a device that the owner used before', async () => {
  const { login, id, codeNow } = await withFactor()
  const cookie = deviceOf(await attempt({ login, secondFactor: codeNow() }))
  await guess(10, { login, password: PASSWORD, secondFactor: '123456' })
  await server.db.query('update account set totp_last_step = null where id = $1', [id])

  expect((await attempt({ login, secondFactor: codeNow(), cookie })).statusCode).toBe(200)
})

test('in a flood of strangers from everywhere the owner gets in from a known device, and nobody is told of a fault', async () => {
  const { login } = await owner()
  const cookie = deviceOf(await attempt({ login }))
  const flood = Array.from({ length: 300 }, (_, n) =>
    attempt({ login: `la-${n}`, password: 'đoán bừa một câu' })
  )
  const mine = await attempt({ login, cookie })
  const answers = (await Promise.all(flood)).map(({ statusCode }) => statusCode)

  expect(mine.statusCode).toBe(200)
  expect(answers.filter((status) => status !== 401 && status !== 503)).toEqual([])
})

test('a guess that nobody had time to look at is not counted', async () => {
  const { login } = await owner()
  const from = newPlace()
  const flood = Array.from({ length: 300 }, (_, n) =>
    attempt({ login: `la-${n}`, password: 'đoán bừa một câu' })
  )
  const tried = Array.from({ length: 4 }, () => attempt({ login, from }))
  await Promise.all([...flood, ...tried])

  expect((await attempt({ login, from })).statusCode).toBe(200)
})

test('the log tells where guessing began to be held up, not of each wrong guess', async () => {
  const { login, id } = await owner()
  await guess(9, { login, from: newPlace() })
  const { rows } = await server.db.query(
    `select account_id, actor, from_hash from audit_entry where action = 'session.blocked' and subject_id = $1::text`,
    [id]
  )

  expect(rows).toEqual([{ account_id: null, actor: 'public', from_hash: expect.stringMatching(/^hmac:/) }])
})
