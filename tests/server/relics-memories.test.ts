import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RelicMemories, RelicMemory } from '../../server/relics/memory-contract.ts'
import { signedIn } from '../support/accounts.ts'
import { communeData, point } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let headers: Record<string, string>
const HERE = '00361'
const PATH = '/api/staff/relics/dinh-ke/memories'
const OFFICIAL = 'Đình dựng năm 1832.'
const WORDS = {
  text: 'Hồi nhỏ tôi xem hát ở sân đình.\n\nCây đa còn nhỏ.',
  contributor: 'Bà Lan, thôn Đông',
  licence: 'CC BY 4.0',
  consentedOn: '2026-03-04'
}

beforeAll(async () => {
  server = await startServer()
  const all = { commune_code: HERE, geom: point(105.3, 18.3) }
  await communeData(server.db).publish('relics', [
    { ...all, ref: '1', name: 'Đình Kể', description: OFFICIAL, description_author: 'Phòng Văn hóa' }
  ])
  headers = (await signedIn(server.db, { role: 'culture', communeCode: HERE })).headers
})
afterAll(() => server.stop())

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'
const ask = (method: Method, path = '', payload?: object, version?: number, as = headers) =>
  server.app.inject({
    method,
    url: PATH + path,
    headers: { ...as, ...(version === undefined ? {} : { 'if-match': `"${version}"` }) },
    ...(payload ? { payload } : {})
  })
async function add(words: object = {}): Promise<RelicMemory> {
  const response = await ask('POST', '', { ...WORDS, ...words })
  const last = response.json<RelicMemories>().memories?.at(-1)
  if (response.statusCode !== 201 || !last) throw new Error(response.body)
  return last
}
const put = ({ id, version }: RelicMemory, state: string, reason?: string) =>
  ask('PUT', `/${id}/state`, { state, ...(reason === undefined ? {} : { reason }) }, version)
const read = async (id: string) =>
  (await ask('GET')).json<RelicMemories>().memories.find((memory) => memory.id === id)
const page = async (lang = 'vi') => (await server.app.inject(`/di-tich/dinh-ke?lang=${lang}`)).body

describe('a memory', () => {
  test('is on the page once it was approved, apart from the official text, with whose it is and its licence', async () => {
    const memory = await add()
    expect(memory.state).toBe('waiting')
    expect(await page()).not.toContain('xem hát')

    expect((await put(memory, 'shown')).statusCode).toBe(200)
    const body = await page()
    const section = /<section class="card block memories"[^]*?<\/section>/.exec(body)?.[0] ?? ''
    expect(section).toContain('Lời kể của người dân')
    expect(section).toContain(`<blockquote class="words" lang="vi">${WORDS.text}</blockquote>`)
    expect(section).toContain('Người kể: Bà Lan, thôn Đông ·')
    expect(section).toContain('href="https://creativecommons.org/licenses/by/4.0/"')
    expect(section).not.toContain(OFFICIAL)
    expect(body.replace(section, '')).not.toContain('xem hát')
    expect(await page('en')).toContain('What people remember')
  })

  test('is text whatever stands in it', async () => {
    const told = { text: '<script>alert(1)</script>', contributor: '<img src=x onerror=alert(2)>' }
    await put(await add(told), 'shown')
    const body = await page()

    expect(body).toContain('&lt;script&gt;alert(1)')
    expect(body).not.toMatch(/<script>alert|<img src=x/)
  })

  test('that is changed waits for approval again, and its history says what it was', async () => {
    const memory = await add({ text: 'Giếng có nước ngọt.' })
    await put(memory, 'shown')
    const shown = await read(memory.id)
    const words = { ...WORDS, text: 'Giếng có nước lợ.' }
    const stale = await ask('PUT', `/${memory.id}`, words, memory.version)
    expect(stale.statusCode).toBe(412)
    expect((await ask('PUT', `/${memory.id}`, words, shown?.version)).statusCode).toBe(200)

    expect(await page()).not.toMatch(/Giếng có nước/)
    const now = await read(memory.id)
    expect(now).toMatchObject({ state: 'waiting', text: 'Giếng có nước lợ.' })
    expect(now?.history.map(({ action }) => action)).toEqual(['change', 'show', 'add'])
    expect(now?.history[0]?.was?.text).toBe('Giếng có nước ngọt.')
  })

  test('is taken back with a reason, and shown again', async () => {
    const memory = await add({ text: 'Trống đồng.' })
    await put(memory, 'shown')
    const shown = (await read(memory.id)) ?? memory
    const without = await put(shown, 'withdrawn', ' ')
    expect([without.statusCode, without.json().detail]).toEqual([
      422,
      'Hãy ghi lý do gỡ lời kể, ví dụ: «Người kể xin rút». Không ghi tên ai vào lý do.'
    ])
    expect((await put(shown, 'withdrawn', 'Người kể xin rút')).statusCode).toBe(200)
    expect(await page()).not.toContain('Trống đồng')
    const withdrawn = (await read(memory.id)) ?? memory
    expect(withdrawn).toMatchObject({
      state: 'withdrawn',
      history: [{ action: 'withdraw', reason: 'Người kể xin rút' }, {}, {}]
    })
    await put(withdrawn, 'shown')
    expect(await page()).toContain('Trống đồng')
  })

  test('that its contributor wants deleted is gone, with all that it was; the log has neither words nor name', async () => {
    const memory = await add({ text: 'Xin xóa lời này.', contributor: 'Ông Xóa Tên' })
    await ask('PUT', `/${memory.id}`, { ...WORDS, text: 'Lời sau khi sửa.' }, memory.version)
    const { version = 0 } = (await read(memory.id)) ?? {}
    expect((await ask('DELETE', `/${memory.id}`, undefined, version)).statusCode).toBe(200)

    expect((await ask('GET')).body).not.toMatch(/Xin xóa|Xóa Tên|Lời sau khi sửa/)
    const { rows } = await server.db.query<{ entry: string; action: string }>(
      `select action, row_to_json(e)::text as entry from audit_entry e where action like 'relic_memory.%' order by id`
    )
    expect(rows.at(-1)?.action).toBe('relic_memory.delete')
    expect(rows.map(({ entry }) => entry).join()).not.toMatch(/Xin xóa|Xóa Tên|Lời sau khi sửa|Bà Lan/)
    const forgotten = await server.db.query('select key from report_forgotten where key = $1', [
      `memory ${memory.id}`
    ])
    expect(forgotten.rows).toHaveLength(1)
    expect((await ask('DELETE', `/${memory.id}`, undefined, version)).statusCode).toBe(404)
  })
})

describe('what is refused', () => {
  test.each([
    [{ text: '  ' }, 'Chưa có lời kể.'],
    [{ text: 'a'.repeat(5001) }, 'Lời kể dài 5.001 ký tự; nhiều nhất là 5.000.'],
    [{ contributor: '' }, 'Chưa ghi người kể.'],
    [{ contributor: 'a'.repeat(121) }, 'Tên người kể dài 121 ký tự'],
    [{ consentedOn: null }, 'Chưa ghi ngày người kể đồng ý công bố.'],
    [{ consentedOn: '2999-01-01' }, 'Ngày đồng ý không được sau hôm nay.'],
    [{ text: 'Gọi tôi số 0912 345 678 nhé' }, 'có số điện thoại'],
    [{ contributor: 'lan@example.vn' }, 'thư điện tử']
  ])('%o is answered by a sentence', async (words, sentence) => {
    const response = await ask('POST', '', { ...WORDS, ...words })

    expect(response.statusCode).toBe(422)
    expect(response.json().detail).toContain(sentence)
  })

  test('a day, a number of a decision and years are no telephone number', async () => {
    await add({ text: 'Ngày 02-09-1945 1.000 người; quyết định 0123/QĐ; 1802, 1832, 1998.' })
  })

  test('another licence, no version, and somebody of another commune', async () => {
    const memory = await add()
    const other = (await signedIn(server.db, { role: 'culture', communeCode: '00362' })).headers

    expect((await ask('POST', '', { ...WORDS, licence: 'GPL' })).statusCode).toBe(400)
    expect((await ask('PUT', `/${memory.id}`, WORDS)).statusCode).toBe(428)
    expect((await ask('GET', '', undefined, undefined, other)).statusCode).toBe(404)
    expect((await ask('PUT', `/${memory.id}`, WORDS, 1, other)).statusCode).toBe(404)
  })
})
