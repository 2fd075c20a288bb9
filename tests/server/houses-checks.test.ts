import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { keyOf } from '../../server/places/house-key.ts'
import { signedIn } from '../support/accounts.ts'
import { box, point, type Row } from '../support/commune-data.ts'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'

let server: FiguresServer
const HERE = { code: '00401', name: 'Minh Tân', kind: 'xã', geom: box(105.3, 18.3, 105.4, 18.4) }
const THERE = { ...HERE, code: '00402', name: 'Phú Hòa', geom: box(105.4, 18.3, 105.5, 18.4) }

const house = (row: Row) => ({
  ref: null,
  wifi: 'yes',
  wifi_checked_on: null,
  provider: null,
  commune_code: HERE.code,
  geom: point(105.35, 18.35),
  ...row
})
const publish = (...rows: Row[]) => server.data.publish('cultural_houses', rows.map(house))

/** The number of the house of a name. */
async function idOf(name: string): Promise<number> {
  const { rows } = await server.db.query<{ id: number }>(
    'select distinct site_id as id from open.house_places where name = $1',
    [name]
  )
  expect(rows).toHaveLength(1)
  return rows[0]?.id ?? 0
}
const keyFor = async (name: string) => (await keyOf(server.db, await idOf(name))) ?? ''

const staff = (role: 'field' | 'culture' | 'planner' = 'culture', communeCode: string | null = HERE.code) =>
  signedIn(server.db, { role, communeCode })

/** A check by somebody of the staff. */
async function check(name: string, body: object, headers?: Record<string, string>) {
  const asked = headers ?? (await staff('field')).headers
  return server.app.inject({
    method: 'POST',
    url: `/api/staff/cultural-houses/${await idOf(name)}/checks`,
    headers: asked,
    payload: { id: randomUUID(), ...body }
  })
}

/** A check by whoever is at the house. */
async function checkByKey(name: string, body: object, key?: string) {
  return server.app.inject({
    method: 'POST',
    url: `/api/cultural-houses/${await idOf(name)}/checks`,
    payload: { id: randomUUID(), key: key ?? (await keyFor(name)), reachable: true, ...body }
  })
}

interface Listed {
  name: string
  state: string
  daysSince: number | null
  check: { by: string | null; downMbps: number | null } | null
}
async function list(query = '', communeCode: string | null = HERE.code) {
  const { headers } = await staff('field', communeCode)
  const response = await server.app.inject({ url: `/api/staff/cultural-houses${query}`, headers })
  expect(response.statusCode).toBe(200)
  return response.json<{ houses: Listed[] }>().houses
}
const listed = async (name: string) => (await list('', null)).find((one) => one.name === name)

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

beforeAll(async () => {
  server = await startFigures()
  await server.data.publish('communes', [HERE, THERE])
  await publish(
    { ref: 'a', name: 'Nhà văn hóa thôn Đông' },
    { ref: 'b', name: 'Nhà văn hóa thôn Tây; "mới"', wifi: 'no' },
    { ref: 'c', name: '=Nhà văn hóa thôn Bắc', wifi: 'unknown' },
    { ref: 'd', name: 'Nhà văn hóa xã bên', commune_code: THERE.code, geom: point(105.45, 18.35) }
  )
})
afterAll(() => server.stop())

describe('the number of a house', () => {
  test('stays when a file says new things of it, and is never another’s', async () => {
    await publish({ ref: 'e', name: 'Tên cũ' }, { name: 'Không số', geom: point(105.31, 18.31) })
    const [old, bare] = [await idOf('Tên cũ'), await idOf('Không số')]
    await server.db.query(`update cultural_house set known_to = now() where name in ('Tên cũ', 'Không số')`)
    await publish(
      { ref: 'e', name: 'Tên mới' },
      // 30 m away, and another of that name a kilometre away.
      { name: 'Không số', provider: 'gần', geom: point(105.3103, 18.31) },
      { name: 'Không số', provider: 'xa', geom: point(105.32, 18.31) }
    )

    expect(await idOf('Tên mới')).toBe(old)
    const { rows } = await server.db.query(
      `select provider, site_id = $1 as same from open.house_places where name = 'Không số' order by provider`,
      [bare]
    )
    expect(rows).toEqual([
      { provider: 'gần', same: true },
      { provider: 'xa', same: false }
    ])
  })

  test('stays when somebody renames and moves the house by hand', async () => {
    await publish({ name: 'Trước khi sửa', geom: point(105.33, 18.33) })
    const id = await idOf('Trước khi sửa')
    const by = await staff('planner')
    await server.db.query(
      `with edit as (
         insert into import (collection, title, file_name, sha256, size_bytes, rows_in, imported_by, published_at)
         values ('cultural_houses', 'sửa', '', '', 0, 1, 'test', now()) returning id
       ), noted as (
         insert into place_edit (import_id, thing, account_id, action, reason)
         select edit.id, (select origin_id from house_site_row where site_id = $1), $2, 'change', 'dời' from edit
       )
       insert into cultural_house (import_id, row_number, known_from, name, commune_code, geom)
       select id, 1, now(), 'Sau khi sửa', $3, st_setsrid(st_makepoint(105.38, 18.38), 4326) from edit`,
      [id, by.id, HERE.code]
    )
    await server.db.query('select refresh_house_sites()')

    expect(await idOf('Sau khi sửa')).toBe(id)
  })

  test('leads from the map’s feature to the page', async () => {
    const { rows } = await server.db.query<{ id: number }>(
      `select feature_id as id from open.house_places where name = 'Nhà văn hóa thôn Đông'`
    )
    const response = await server.app.inject(`/nha-van-hoa/doi-tuong/${rows[0]?.id}?lang=en`)

    expect(response.statusCode).toBe(302)
    expect(response.headers.location).toBe(`/nha-van-hoa/${await idOf('Nhà văn hóa thôn Đông')}?lang=en`)
  })
})

describe('a check by staff', () => {
  test('is a fact with its day, rates or reasons, and stands in the audit log', async () => {
    const by = await staff('field')
    const response = await check(
      'Nhà văn hóa thôn Đông',
      { reachable: true, down: { mbps: 42.5 }, up: { missing: 'interrupted' }, network: 'NVH Dong' },
      by.headers
    )

    expect(response.statusCode).toBe(201)
    expect(response.json()).toEqual({ at: expect.stringMatching(/^\d{4}-.*Z$/), again: false })
    expect(await listed('Nhà văn hóa thôn Đông')).toMatchObject({
      state: 'working',
      check: { reachable: true, downMbps: 42.5, upMbps: null, by: 'Nguyễn Văn A', network: 'NVH Dong' }
    })
    const { rows } = await server.db.query(
      `select account_id as "accountId", after from audit_entry where action = 'wifi.check' order by id desc limit 1`
    )
    expect(rows).toEqual([
      {
        accountId: by.id,
        after: { reachable: true, down: { mbps: 42.5 }, up: { missing: 'interrupted' } }
      }
    ])
  })

  test('sent again it is one check', async () => {
    const body = { id: randomUUID(), reachable: true }
    const [first, second] = [
      await check('Nhà văn hóa thôn Tây; "mới"', body),
      await check('Nhà văn hóa thôn Tây; "mới"', body)
    ]

    expect(second.json()).toEqual({ ...first.json<object>(), again: true })
  })

  test('of another commune’s house is answered as if there were none', async () => {
    expect((await check('Nhà văn hóa xã bên', { reachable: true })).statusCode).toBe(404)
  })

  test.each([
    ['ahead', -1],
    ['older than 30 days', 31]
  ])('that lies %s is refused', async (_, days) => {
    const response = await check('Nhà văn hóa thôn Đông', { reachable: true, at: daysAgo(days) })

    expect(response.statusCode).toBe(422)
    expect(response.json<{ detail: string }>().detail).toContain('30 ngày')
  })

  test('has no rate where there was no Wifi, whatever is sent', async () => {
    await check('=Nhà văn hóa thôn Bắc', { reachable: false, down: { mbps: 5 } })

    expect(await listed('=Nhà văn hóa thôn Bắc')).toMatchObject({
      state: 'failing',
      check: { downMbps: null }
    })
  })

  test.each([
    [{ reachable: true, down: { mbps: 0 } }],
    [{ reachable: true, down: { mbps: 5, missing: 'busy' } }],
    [{ reachable: 'yes' }],
    [{ reachable: true, speed: 5 }]
  ])('%j is not understood', async (body) => {
    expect((await check('Nhà văn hóa thôn Đông', body)).statusCode).toBe(400)
  })
})

describe('a check at the house', () => {
  test('needs the key of that house', async () => {
    const wrong = await checkByKey('Nhà văn hóa xã bên', {}, await keyFor('Nhà văn hóa thôn Đông'))
    const right = await checkByKey('Nhà văn hóa xã bên', { down: { mbps: 8 } })

    expect(wrong.statusCode).toBe(403)
    expect(right.statusCode).toBe(201)
    expect(right.headers['cache-control']).toBe('no-store')
    expect(right.headers['access-control-allow-origin']).toBeUndefined()
    const { rows } = await server.db.query(
      `select actor, from_hash from audit_entry where action = 'wifi.check' order by id desc limit 1`
    )
    // Neither his name nor where he asks from.
    expect(rows).toEqual([{ actor: 'public', from_hash: null }])
    expect(await listed('Nhà văn hóa xã bên')).toMatchObject({ check: { by: null, downMbps: 8 } })
  })

  test('is refused where nothing came through in either direction', async () => {
    const cut = { missing: 'interrupted' }
    const refused = await checkByKey('Nhà văn hóa thôn Đông', { down: cut, up: cut })
    expect([refused.statusCode, refused.json<{ detail: string }>().detail]).toEqual([
      422,
      expect.stringContaining('không có gì đi qua')
    ])
  })

  test('is not taken any more once staff have renewed the key', async () => {
    const id = await idOf('Nhà văn hóa thôn Đông')
    const old = await keyFor('Nhà văn hóa thôn Đông')
    const { headers } = await staff('planner')
    const renewed = await server.app.inject({
      method: 'POST',
      url: `/api/staff/cultural-houses/${id}/key`,
      headers,
      payload: {}
    })
    const sheet = await server.app.inject({
      url: `/api/staff/cultural-houses/${id}/sheet.svg`,
      headers
    })

    expect(renewed.statusCode).toBe(200)
    expect((await checkByKey('Nhà văn hóa thôn Đông', {}, old)).statusCode).toBe(403)
    expect((await checkByKey('Nhà văn hóa thôn Đông', {})).statusCode).toBe(201)
    expect(sheet.headers['cache-control']).toBe('no-store')
    expect(sheet.body).toContain('Nhà văn hóa thôn Đông')
    expect(sheet.body).toContain('kiem-tra?k=')
    expect(sheet.body).not.toContain(old)
  })

  test('is taken a dozen times an hour at most', async () => {
    await publish({ ref: 'busy', name: 'Nhà văn hóa đông khách' })
    const id = await idOf('Nhà văn hóa đông khách')
    await server.db.query(
      `insert into wifi_check (site_id, wish, at, reachable, down_missing, up_missing)
       select $1, gen_random_uuid(), now(), true, 'not_measured', 'not_measured' from generate_series(1, 12)`,
      [id]
    )
    const response = await checkByKey('Nhà văn hóa đông khách', {})

    expect(response.statusCode).toBe(429)
    expect(response.headers['retry-after']).toBe('3600')
  })

  test('measures with random bytes that nobody keeps, no more than asked and allowed', async () => {
    const id = await idOf('Nhà văn hóa xã bên')
    const url = `/api/cultural-houses/${id}/line?key=${await keyFor('Nhà văn hóa xã bên')}`
    const down = await server.app.inject(`${url}&bytes=5000`)
    const send = (length: number) =>
      server.app.inject({
        method: 'POST',
        url,
        headers: { 'content-type': 'application/octet-stream' },
        payload: Buffer.alloc(length)
      })

    expect(down.rawPayload).toHaveLength(5000)
    expect(down.headers['cache-control']).toBe('no-store')
    expect((await send(5000)).statusCode).toBe(204)
    expect((await send(4_000_001)).statusCode).toBe(413)
    expect((await server.app.inject(`${url}&bytes=4000001`)).statusCode).toBe(400)
    expect((await server.app.inject(`/api/cultural-houses/${id}/line?key=x`)).statusCode).toBe(403)
    const many = await Promise.all(Array.from({ length: 45 }, () => server.app.inject(`${url}&bytes=1`)))
    expect(new Set(many.map(({ statusCode }) => statusCode))).toContain(429)
    expect((await checkByKey('Nhà văn hóa xã bên', {})).statusCode).toBe(201)
  })
})

describe('the list', () => {
  test('is of the own commune, those without a check first; by state, days and village where asked', async () => {
    await server.data.publish('villages', [
      {
        code: '00401-1',
        name: 'Bến Đá',
        kind: 'thôn',
        commune_code: HERE.code,
        geom: box(105.301, 18.301, 105.305, 18.305)
      }
    ])
    await publish(
      { ref: 'f', name: 'Chưa ai xem', geom: point(105.303, 18.303) },
      { ref: 'g', name: 'Lâu rồi', wifi_checked_on: '2026-01-02' },
      { ref: 'h', name: 'Không có gì', wifi: 'no', wifi_checked_on: new Date().toISOString().slice(0, 10) }
    )
    const names = async (query: string) => (await list(query)).map(({ name }) => name)
    const all = await list()
    const due = await list('?show=due')

    expect(all.map(({ name }) => name)).not.toContain('Nhà văn hóa xã bên')
    expect(all[0]?.daysSince).toBeNull()
    expect(due.map(({ name }) => name)).toEqual(expect.arrayContaining(['Chưa ai xem', 'Lâu rồi']))
    expect(new Set(due.map(({ state }) => state))).toEqual(new Set(['never', 'overdue']))
    expect(await names('?show=never')).not.toContain('Lâu rồi')
    expect(await names('?show=older')).toEqual(['Lâu rồi'])
    expect(await names('?show=older&days=3650')).toEqual([])
    expect(await names('?village=00401-1')).toEqual(['Chưa ai xem'])
    expect(await names(`?commune=${THERE.code}`)).toEqual([])
    // That it has none is not that it works, on whatever day somebody wrote it down.
    expect(all.find(({ name }) => name === 'Không có gì')?.state).toBe('none')
  })

  test('is printed in one go, a sheet for each house asked for, each with its own key', async () => {
    const { headers } = await staff('planner')
    const ask = (query: string) =>
      server.app.inject({ url: `/api/staff/cultural-houses/sheets?${query}`, headers })
    const all = await ask('lang=en')
    const one = await ask('village=00401-1')

    expect(all.headers['content-security-policy']).toContain("script-src 'self'")
    expect(all.headers['cache-control']).toBe('no-store')
    expect(all.body.match(/<svg/g)).toHaveLength((await list()).length)
    // The address in letters goes over several lines.
    const letters = all.body.replace(/\s*<[^>]*>\s*/g, '')
    expect(letters).toContain(await keyFor('Chưa ai xem'))
    expect(letters).not.toContain(await keyFor('Nhà văn hóa xã bên'))
    expect(one.body.match(/<svg/g)).toHaveLength(1)
    expect(one.body).toContain('Thôn Bến Đá, xã Minh Tân')
    expect((await ask('village=khac')).statusCode).toBe(404)
  })

  test('is a table for spreadsheets too', async () => {
    const { headers } = await staff('field')
    const { body, headers: answered } = await server.app.inject({
      url: '/api/staff/cultural-houses.csv?lang=vi',
      headers
    })

    expect(answered['content-type']).toBe('text/csv; charset=utf-8')
    expect(body).toMatch(/^\uFEFFNhà văn hóa;Mã xã;Thôn;Wifi theo khai báo;Ngày khai báo;Ngày kiểm tra/)
    expect(body).toContain('Tình trạng (hạn 90 ngày)')
    expect(body).toContain('"Nhà văn hóa thôn Tây; ""mới""";00401;')
    expect(body).toContain("'=Nhà văn hóa thôn Bắc")
  })
})

describe('the open data', () => {
  test('tell what is declared from what was found, each with its day, and change with a check', async () => {
    const at = new Date(Date.now() - 3 * 86_400_000).toISOString()
    const vietnam = (moment: string) =>
      new Date(Date.parse(moment) + 7 * 3_600_000).toISOString().slice(0, 10)
    await publish({ ref: 'o', name: 'Nhà mở', wifi_checked_on: '2026-01-02' })
    const items = '/ogc/collections/cultural_houses/items?f=json&limit=1000'
    const item = async () => {
      const { body } = await server.app.inject(items)
      const { features } = JSON.parse(body) as { features: { properties: Record<string, unknown> }[] }
      return features.find(({ properties }) => properties['name'] === 'Nhà mở')?.properties
    }
    const before = await item()
    await check('Nhà mở', { reachable: true, down: { mbps: 12.5 }, at })
    const measured = await item()
    await check('Nhà mở', { reachable: false })
    const after = await item()

    expect(before).toMatchObject({
      wifi: 'yes',
      wifi_checked_on: '2026-01-02',
      wifi_reachable: true,
      wifi_down_mbps: null
    })
    expect(before?.['wifi_declared_on']).toMatch(/^\d{4}-\d\d-\d\d$/)
    const rates = { wifi_down_mbps: 12.5, wifi_up_mbps: null, wifi_measured_on: vietnam(at) }
    expect(measured).toMatchObject({ wifi_checked_on: vietnam(at), wifi_reachable: true, ...rates })
    expect(after).toMatchObject({
      wifi: 'yes',
      wifi_checked_on: vietnam(new Date().toISOString()),
      wifi_reachable: false,
      ...rates
    })
  })

  test('a check raises the version by which answers are kept', async () => {
    const version = async () =>
      (
        await server.db.query<{ version: number }>(
          `select version from collection_version where collection = 'cultural_houses'`
        )
      ).rows[0]?.version ?? 0
    const before = await version()
    await check('Nhà mở', { reachable: true })

    expect(await version()).toBe(before + 1)
  })
})

describe('the figure', () => {
  test('takes what was found within the days as proof, as far as was known, and names it as evidence', async () => {
    const code = '00403'
    const geom = point(105.55, 18.35)
    await server.data.publish('communes', [{ ...HERE, code, geom: box(105.5, 18.3, 105.6, 18.4) }])
    await publish(
      { ref: 'z1', name: 'Một', commune_code: code, geom },
      { ref: 'z2', name: 'Hai', commune_code: code, geom }
    )
    const figure = async (query?: string) =>
      (await server.indicator(code, 'cultural_house_wifi', query)).commune.figure
    const before = await server.indicator(code, 'cultural_house_wifi', '')

    await checkByKey('Một', {})
    await check('Hai', { reachable: false })
    const after = await figure('')

    expect(before.commune.figure).toMatchObject({
      low: 0,
      value: 100,
      missing: [{ kind: 'checks', count: 2 }]
    })
    expect(after).toMatchObject({ low: 50, value: 100, missing: [{ kind: 'checks', count: 1 }] })
    expect(after.sources).toContainEqual(
      expect.objectContaining({
        collection: 'wifi_check',
        import: null,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/)
      })
    )
    expect(await figure(`knownAt=${before.knownAt}`)).toEqual(before.commune.figure)
    expect((await figure('asOf=2026-06-30')).low).toBe(0)
  })
})

describe('the page', () => {
  const page = async (name: string, query = '') =>
    server.app.inject(`/nha-van-hoa/${await idOf(name)}${query}`)

  test('says what is declared, what was found and what was promised, whole without script', async () => {
    await publish({
      ref: 'p',
      name: 'Nhà văn hóa thôn Nam <b>',
      provider: 'VNPT',
      wifi_checked_on: '2026-01-02'
    })
    await server.promise(HERE.code, 'cultural_house_wifi', 100)
    await check('Nhà văn hóa thôn Nam <b>', { reachable: true, down: { mbps: 42.5 }, network: 'mang-rieng' })
    await checkByKey('Nhà văn hóa thôn Nam <b>', { reachable: false })
    const { body, statusCode } = await page('Nhà văn hóa thôn Nam <b>')

    expect(statusCode).toBe(200)
    for (const text of [
      'Khai báo: Có Wifi miễn phí',
      'VNPT',
      'Kiểm tra: Lần kiểm tra gần nhất không vào được',
      '43 Mbit/s',
      '02/01/2026',
      'trong 90 ngày gần đây',
      'Ít nhất 100 % nhà văn hóa có Wifi miễn phí, đến hết năm 2026.',
      'người có mặt, bằng mã trên bảng',
      'class="history"',
      'Nhà văn hóa thôn Nam &lt;b&gt;'
    ])
      expect(body).toContain(text)
    for (const secret of [
      '<script',
      'null',
      'mang-rieng',
      'Nguyễn Văn A',
      await keyFor('Nhà văn hóa thôn Nam <b>')
    ])
      expect(body).not.toContain(secret)
  })

  test('is in English where that is asked for, in the sitemap, and honest about what there is not', async () => {
    const id = await idOf('Nhà văn hóa thôn Đông')
    const { body } = await page('Nhà văn hóa thôn Đông', '?lang=en')

    expect(body).toContain('<html lang="en">')
    expect(body).toContain(`hreflang="vi" href="http://localhost:80/nha-van-hoa/${id}?lang=vi"`)
    expect((await server.app.inject('/sitemap.xml')).body).toContain(`/nha-van-hoa/${id}</loc>`)
    expect((await server.app.inject('/nha-van-hoa/999999')).statusCode).toBe(404)
    expect((await server.app.inject('/nha-van-hoa/x')).statusCode).toBe(400)
  })
})
