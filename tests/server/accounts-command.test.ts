import { afterAll, beforeAll, expect, test } from 'vitest'
import { PASSWORD } from '../support/accounts.ts'
import { startCommands, type Commands } from '../support/import-command.ts'

// `npm run account` and `npm run audit` as real processes beside a running program.

let commands: Commands

beforeAll(async () => {
  commands = await startCommands()
})
afterAll(() => commands.stop())

const account = (...args: string[]) => commands.run('server/account.ts', args)
const audit = (...args: string[]) => commands.run('server/audit.ts', args)

const post = (path: string, body: object) =>
  fetch(`${commands.url}/api/staff/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: commands.url },
    body: JSON.stringify(body)
  })

test('the first administrator: nothing is there before; a link sets the password; the log tells of it', async () => {
  // What the program loaded by itself is in the log already.
  const { rows } = await commands.database.db.query(
    'select (select count(*) from account) as accounts, last_id as entries from audit_head'
  )
  const args = ['--login', 'quan.tri', '--name', 'Nông Văn Dền', '--role', 'administrator']
  const created = await account('create', ...args)
  const again = await account('create', ...args)
  const token = /#mat-khau=([\w-]{43})/.exec(created.stdout)?.[1] ?? ''
  const set = await post('password-link/use', { token, password: PASSWORD })
  const signedIn = await post('session', { login: 'quan.tri', password: PASSWORD })
  const verdict = await audit('verify', '--json')

  expect(rows[0].accounts).toBe(0)
  expect([created.code, again.code]).toEqual([0, 1])
  expect(again.stderr).toContain('đã có người dùng')
  expect([set.status, signedIn.status]).toEqual([200, 200])
  expect(verdict.code).toBe(0)
  expect(JSON.parse(verdict.stdout)).toMatchObject({ entries: rows[0].entries + 3, faults: [] })
})

test('lists, changes and disables accounts; a link without another factor', async () => {
  await account('create', '--login', 'can.bo', '--name', 'Hoàng A', '--role', 'leader')
  const role = await account('role', '--login', 'can.bo', '--role', 'planner', '--json')
  const link = await account('link', '--login', 'can.bo', '--json')
  await account('disable', '--login', 'can.bo')
  const list = await account('list', '--json')

  expect(JSON.parse(role.stdout)).toMatchObject({ login: 'can.bo', role: 'planner' })
  // Whatever the command's own configuration says, the program that runs is the one that the link must reach.
  expect(JSON.parse(link.stdout).url.split('#')[0]).toBe(`${commands.url}/can-bo`)
  expect(JSON.parse(list.stdout)).toContainEqual(
    expect.objectContaining({ login: 'can.bo', disabledAt: expect.any(String) })
  )
})

test('says what is wrong with its words, and does nothing', async () => {
  const login = await account('create', '--login', 'Có Dấu', '--name', 'A', '--role', 'leader')
  const role = await account('create', '--login', 'abc', '--name', 'A', '--role', 'boss', '--lang', 'en')
  const nobody = await account('disable', '--login', 'khong-co')
  const officer = await account('create', '--login', 'abc', '--name', 'A', '--role', 'officer')
  const nothing = await audit()

  expect([login.code, role.code, nobody.code, officer.code, nothing.code]).toEqual([2, 2, 1, 1, 2])
  expect(role.stderr).toContain('--role: must be one of field|officer')
  expect(nobody.stderr).toContain('Không có tài khoản «khong-co»')
  expect(officer.stderr).toContain('phải thuộc một đơn vị')
})

test('a log that was cut with its end is told by the end that the data folder keeps', async () => {
  const { db } = commands.database
  await account('create', '--login', 'sau.cung', '--name', 'B', '--role', 'leader')
  const whole = await audit('verify')
  const { rows } = await db.query('select last_id as id, hash, previous from audit_head')
  const [{ id, hash, previous }] = rows
  const entry = (await db.query('select * from audit_entry where id = $1', [id])).rows[0]
  for (const table of ['audit_entry', 'audit_head'])
    await db.query(`alter table ${table} disable trigger all`)
  await db.query('delete from audit_entry where id = $1', [id])
  await db.query(
    `update audit_head set last_id = last_id - 1, hash = previous,
            previous = (select previous_hash from audit_entry where id = last_id - 1)`
  )
  const cut = await audit('verify')
  await db.query('update audit_head set last_id = $1, hash = $2, previous = $3', [id, hash, previous])
  await db.query(`insert into audit_entry select * from json_populate_record(null::audit_entry, $1::json)`, [
    JSON.stringify({
      ...entry,
      hash: `\\x${hash.toString('hex')}`,
      previous_hash: `\\x${previous.toString('hex')}`
    })
  ])
  for (const table of ['audit_entry', 'audit_head']) await db.query(`alter table ${table} enable trigger all`)
  const mended = await audit('verify', '--json')

  expect(whole.code).toBe(0)
  expect(cut.code).toBe(1)
  expect(cut.stdout).toContain(`Các mục 1–${id}: bị sửa.`)
  expect(cut.stdout).toMatch(new RegExp(`audit-end\\.json \\(mục ${id}, .*\\): KHÔNG khớp\\.`))
  expect(mended.code).toBe(0)
  expect(JSON.parse(mended.stdout)).toMatchObject({ lastId: id, compared: { id, fits: true } })
})

test('tells which entry of the log was changed, and exports the log', async () => {
  const { db } = commands.database
  await db.query('alter table audit_entry disable trigger all')
  await db.query(`update audit_entry set action = 'account.nothing' where id = 2`)
  await db.query('alter table audit_entry enable trigger all')
  const verdict = await audit('verify')
  const lines = (await audit('export')).stdout.trim().split('\n')

  expect(verdict.code).toBe(1)
  expect(verdict.stdout).toContain('Mục 2: bị sửa.')
  expect(lines.map((line) => JSON.parse(line).id).slice(0, 3)).toEqual([1, 2, 3])
})
