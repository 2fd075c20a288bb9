import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signedIn } from '../support/accounts.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
let headers: Record<string, string>
const web = mkdtempSync(join(tmpdir(), 'diaban-embed-'))
const PATH = '/api/staff/embed-sites'

beforeAll(async () => {
  for (const page of ['index', 'embed', 'phan-anh'])
    writeFileSync(join(web, `${page}.html`), `<title>${page}`)
  server = await startServer({ webDir: web })
  headers = (await signedIn(server.db, { role: 'administrator' })).headers
})
afterAll(async () => {
  await server.stop()
  rmSync(web, { recursive: true, force: true })
})

const add = (address: string, note = 'Cổng thông tin của xã') =>
  server.app.inject({ method: 'POST', url: PATH, headers, payload: { address, note } })
const remove = (id: number) => server.app.inject({ method: 'DELETE', url: `${PATH}/${id}`, headers })

/** Which websites may show the page in a frame, as the browser is told. */
async function framersOf(page: string) {
  const { headers: sent, statusCode } = await server.app.inject(page)
  expect(statusCode, page).toBe(200)
  return /frame-ancestors ([^;]*)/.exec(String(sent['content-security-policy']))?.[1]
}

test('only websites that an administrator allowed show the map, and only the page that is made for it', async () => {
  expect(await framersOf('/embed')).toBe("'self'")
  const first = await add('Xa.Example.VN/trang-chu')
  expect([first.statusCode, first.json()]).toMatchObject([
    201,
    { origin: 'https://xa.example.vn', note: 'Cổng thông tin của xã' }
  ])
  expect((await add('https://*.tinh.example.vn')).statusCode).toBe(201)
  expect(await framersOf('/embed?layers=relics')).toBe(
    "'self' https://*.tinh.example.vn https://xa.example.vn"
  )
  for (const page of ['/', '/phan-anh', '/embed.html', '/di-tich', '/ogc'])
    expect([page, await framersOf(page)]).toEqual([page, "'self'"])

  const listed = await server.app.inject({ url: PATH, headers })
  expect(listed.json<{ sites: { origin: string }[] }>().sites.map(({ origin }) => origin)).toEqual([
    'https://*.tinh.example.vn',
    'https://xa.example.vn'
  ])
  const { id } = first.json<{ id: number }>()
  expect((await remove(id)).json()).toEqual({ removed: true })
  expect(await framersOf('/embed')).toBe("'self' https://*.tinh.example.vn")
  expect((await remove(id)).statusCode).toBe(404)
})

test('what names no website, or is there already, is refused in a sentence, and who did what is kept', async () => {
  const refused = await add("https://xa.example.vn; script-src 'unsafe-inline'")
  expect([refused.statusCode, refused.json<{ detail: string }>().detail]).toEqual([
    422,
    'Địa chỉ này không phải địa chỉ một trang web. Ví dụ: https://xa.example.gov.vn'
  ])
  expect((await add('https://hai.example.vn')).statusCode).toBe(201)
  const again = await add('https://hai.example.vn/lan-nua')
  expect([again.statusCode, again.json<{ detail: string }>().detail]).toEqual([
    409,
    'Trang web này đã được phép nhúng bản đồ.'
  ])
  expect((await add('https://ba.example.vn', ' ')).statusCode).toBe(400)
  const { rows } = await server.db.query<{ action: string; after: { origin: string } | null }>(
    `select action, after from audit_entry where subject = 'embed_site' order by id`
  )
  expect(rows.map(({ action }) => action)).toEqual([
    'embed_site.add',
    'embed_site.add',
    'embed_site.remove',
    'embed_site.add'
  ])
  expect(rows.at(-1)?.after?.origin).toBe('https://hai.example.vn')
})
