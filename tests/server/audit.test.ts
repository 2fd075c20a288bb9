import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openAudit } from '../../server/accounts/audit.ts'
import { noteEnd, readEnd } from '../../server/accounts/audit-end.ts'
import { hashOf } from '../../server/accounts/audit-chain.ts'
import { readChain } from '../../server/accounts/audit-queries.ts'
import { exportAudit, verifyAudit } from '../../server/accounts/audit-verify.ts'
import { Personal, type AuditEntry } from '../../server/accounts/contract.ts'
import { inTransaction } from '../../server/db/transaction.ts'
import { openTestDatabase, type TestDatabase } from '../support/test-database.ts'

let database: TestDatabase
let audit: ReturnType<typeof openAudit>

beforeAll(async () => {
  database = await openTestDatabase()
  audit = openAudit()
})
afterAll(() => database.close())

const ENTRY: AuditEntry = { actor: null, by: 'program', action: 'unit.create', subject: 'thing' }

const append = (entry: Partial<AuditEntry> = {}) => audit(database.db, { ...ENTRY, ...entry })

/** What no route can do: somebody with the database in his hands. */
async function tamper(sql: string, values: unknown[] = []) {
  const triggers = async (what: 'disable' | 'enable') => {
    for (const table of ['audit_entry', 'audit_head'])
      await database.db.query(`alter table ${table} ${what} trigger all`)
  }
  await triggers('disable')
  try {
    await database.db.query(sql, values)
  } finally {
    await triggers('enable')
  }
}

const faults = async () => (await verifyAudit(database.db)).faults

beforeEach(async () => {
  for (let n = 1; n <= 6; n += 1) await append({ subjectId: n, after: { n, text: `việc thứ ${n}` } })
})
afterEach(() =>
  tamper(
    `with gone as (delete from audit_entry)
     insert into audit_head (last_id, previous, hash) values (0, '\\x', '\\x')
     on conflict (single) do update set last_id = 0, previous = '\\x', hash = '\\x'`
  )
)

test('a log that nobody touched is whole, and its end is named', async () => {
  const { rows } = await database.db.query('select last_id, hash from audit_head')
  const verdict = await verifyAudit(database.db)

  expect(verdict).toEqual({ entries: 6, lastId: 6, hash: rows[0].hash.toString('hex'), faults: [] })
})

test('an empty log is whole', async () => {
  await tamper(
    `with gone as (delete from audit_entry) update audit_head set last_id = 0, previous = '\\x', hash = '\\x'`
  )

  expect(await verifyAudit(database.db)).toMatchObject({ entries: 0, faults: [] })
})

test.each([
  ['what was done', `update audit_entry set action = 'thing.undo' where id = 3`],
  ['who did it', `update audit_entry set account_id = 7 where id = 3`],
  ['when', `update audit_entry set at = at - interval '1 hour' where id = 3`],
  ['before or after', `update audit_entry set after = after || '{"n": 4}' where id = 3`],
  ['from where', `update audit_entry set from_hash = 'hmac:x' where id = 3`]
])('tells which entry says something else now: %s', async (_what, sql) => {
  await tamper(sql)

  expect(await faults()).toEqual([{ kind: 'changed', from: 3, to: 3 }])
})

async function rewrite(id: number) {
  await tamper(`update audit_entry set action = 'thing.undo' where id = $1`, [id])
  const [link] = await readChain(database.db, id - 1, id, 1)
  if (!link) throw new Error('no entry')
  await tamper('update audit_entry set hash = $2 where id = $1', [id, hashOf(link)])
}

test('tells which entry was written anew with a hash that fits', async () => {
  await rewrite(3)

  expect(await faults()).toEqual([{ kind: 'changed', from: 3, to: 3 }])
})

test('tells so of the last entry too', async () => {
  await rewrite(6)

  expect(await faults()).toEqual([{ kind: 'changed', from: 6, to: 6 }])
})

test.each([
  ['in the middle', 'delete from audit_entry where id in (3, 4)', { from: 3, to: 4 }],
  ['at the beginning', 'delete from audit_entry where id = 1', { from: 1, to: 1 }],
  ['at the end', 'delete from audit_entry where id > 4', { from: 5, to: 6 }],
  ['all', 'delete from audit_entry', { from: 1, to: 6 }]
])('tells which entries are gone: %s', async (_where, sql, range) => {
  await tamper(sql)

  expect(await faults()).toEqual([{ kind: 'removed', ...range }])
})

const COPY = `insert into audit_entry (id, at, actor, action, subject, previous_hash, hash)
  select $1, at, actor, action, subject, previous_hash, hash from audit_entry where id = $2`

test('tells which entry nobody appended', async () => {
  await tamper(COPY, [7, 6])
  await tamper(COPY, [0, 1])

  expect(await faults()).toEqual([
    { kind: 'inserted', from: 0, to: 0 },
    { kind: 'inserted', from: 7, to: 7 }
  ])
})

test('an entry put between others is told: numbers leave no place', async () => {
  await tamper('update audit_entry set id = -id where id > 3')
  await tamper('update audit_entry set id = 1 - id where id < 0')
  await tamper(COPY, [4, 3])
  await tamper('update audit_head set last_id = 7')
  const found = await faults()

  expect(found[0]).toEqual({ kind: 'changed', from: 3, to: 3 })
  expect(found.length).toBeGreaterThan(1)
})

test('an end that was noted earlier shows a log that was cut or written anew as a whole', async () => {
  const noted = await verifyAudit(database.db)
  await tamper('delete from audit_entry where id > 4')
  await tamper(
    `update audit_head set last_id = 4, hash = (select hash from audit_entry where id = 4),
            previous = (select previous_hash from audit_entry where id = 4)`
  )
  const known = { id: noted.lastId, hash: noted.hash }

  expect(await faults()).toEqual([])
  expect((await verifyAudit(database.db, [known])).faults).toEqual([{ kind: 'changed', from: 1, to: 6 }])
})

const CUT = `with gone as (delete from audit_entry where id > 3)
  update audit_head set last_id = 3, hash = (select hash from audit_entry where id = 3),
         previous = (select previous_hash from audit_entry where id = 3)`

test('a log without its end is not whole, and takes no entry: what cannot be written down is not done', async () => {
  await tamper('delete from audit_head')

  expect(await verifyAudit(database.db)).toMatchObject({
    entries: 6,
    faults: [{ kind: 'unended', from: 1, to: 6 }]
  })
  await expect(append()).rejects.toThrow('audit_head')
  await tamper('delete from audit_entry')
  expect(await faults()).toEqual([{ kind: 'unended', from: 0, to: 0 }])
})

test('the end goes on by one entry and never back, by any statement of the program', async () => {
  for (const sql of [
    'delete from audit_head',
    'truncate audit_head',
    'update audit_head set last_id = last_id - 1',
    'update audit_head set last_id = last_id + 2, previous = hash',
    'update audit_head set last_id = last_id + 1'
  ])
    await expect(database.db.query(sql)).rejects.toThrow(/only goes on|append-only/)
})

test('the end that is noted outside shows a log that was cut with its end, and is not noted over', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'diaban-audit-'))
  try {
    expect(await noteEnd(database.db, dataDir)).toBe(true)
    await append()
    expect(await noteEnd(database.db, dataDir)).toBe(true)
    const noted = await readEnd(dataDir)
    await tamper(CUT)
    await append()

    expect(noted).toMatchObject({ id: 7 })
    expect(await faults()).toEqual([])
    expect((await verifyAudit(database.db, noted ? [noted] : [])).faults).toEqual([
      { kind: 'changed', from: 1, to: 7 }
    ])
    expect(await noteEnd(database.db, dataDir)).toBe(false)
    expect(await readEnd(dataDir)).toEqual(noted)
  } finally {
    rmSync(dataDir, { recursive: true })
  }
})

test('entries cannot be changed, removed or emptied by any statement of the program', async () => {
  for (const sql of [
    'update audit_entry set actor = $$x$$',
    'delete from audit_entry',
    'truncate audit_entry'
  ])
    await expect(database.db.query(sql)).rejects.toThrow('append-only')
})

test('many at once make one chain without a gap', async () => {
  await Promise.all(Array.from({ length: 40 }, (_, n) => append({ after: { n } })))

  expect(await verifyAudit(database.db)).toMatchObject({ entries: 46, lastId: 46, faults: [] })
})

test('what a transaction takes back leaves no entry and no gap', async () => {
  const failing = inTransaction(database.db, async (client) => {
    await audit(client, ENTRY)
    throw new Error('taken back')
  })
  await expect(failing).rejects.toThrow('taken back')
  await append()

  expect(await verifyAudit(database.db)).toMatchObject({ entries: 7, lastId: 7, faults: [] })
})

test('personal fields are kept as keyed hashes: equal for equal values of one subject, of no use without the key', async () => {
  const phone = new Personal('0912345678')
  await append({ subjectId: 'a', before: { phone }, after: { contact: { phone, email: null } } })
  await append({ subjectId: 'a', after: { phone } })
  await append({ subjectId: 'b', after: { phone }, from: '10.0.0.1' })
  const { rows } = await database.db.query(
    'select before, after, from_hash from audit_entry where id > 6 order by id'
  )
  const text = JSON.stringify(rows)

  expect(text).not.toContain('0912345678')
  expect(text).not.toContain('10.0.0.1')
  expect(text).not.toContain(createHash('sha256').update('0912345678').digest('base64url'))
  expect(rows[1].after.phone).toBe(rows[0].before.phone)
  expect(rows[2].after.phone).not.toBe(rows[0].before.phone)
  expect(rows[0].after.contact.email).toBeNull()
})

test('a place or a number is hashed even where nobody said that it is personal', async () => {
  await append({ after: { lng: 106.123456, lat: 21.654321, reporter: { phone: '0912345678', email: null } } })
  const { rows } = await database.db.query('select after from audit_entry where id = 7')
  const hashed = expect.stringMatching(/^hmac:/)

  expect(rows[0].after).toEqual({ lng: hashed, lat: hashed, reporter: { phone: hashed, email: null } })
})

test('whatever is written down stays verifiable', async () => {
  const odd = {
    '2': 1,
    '10': 0,
    nul: 'a\0b',
    half: '\ud800',
    big: 1e21,
    small: 1e-7,
    minus: -0,
    at: new Date(0)
  }
  await append({
    after: { ...odd, list: [{ b: 1, a: [null, undefined] }], none: undefined, 'khóa "lạ"\\': 'đ' }
  })

  expect(await faults()).toEqual([])
})

test('is exported with all that the hashes are computed over', async () => {
  const lines: { id: number; previousHash: string; hash: string; entry: object }[] = []
  for await (const line of exportAudit(database.db, {})) lines.push(JSON.parse(line))
  const sorted = (entry: object) =>
    JSON.stringify(Object.fromEntries(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1))))
  const last = lines.at(-1)
  const hash = createHash('sha256')
    .update(Buffer.from(last?.previousHash ?? '', 'hex'))
    .update(`6\n${sorted(last?.entry ?? {})}`)

  expect(lines.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6])
  expect(last?.hash).toBe(hash.digest('hex'))
})
