import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Place, PlaceLine, PlaceVersion } from '../../server/editing/contract.ts'
import { importFeatures } from '../../server/collections/import/import-features.ts'
import { derivations, registry } from '../../server/themes.ts'
import { signedIn } from '../support/accounts.ts'
import { box, point } from '../support/commune-data.ts'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'
import { rectangle } from '../support/rectangle.ts'
import { squareCommune } from '../support/square-commune.ts'

let server: FiguresServer
let commune: Awaited<ReturnType<typeof squareCommune>>
let culture: Record<string, string>
let planner: Record<string, string>

beforeAll(async () => {
  server = await startFigures()
  commune = await squareCommune(server.data)
  culture = (await signedIn(server.db, { role: 'culture', communeCode: commune.code, name: 'Lê Thị Văn' }))
    .headers
  planner = (await signedIn(server.db, { role: 'planner', communeCode: commune.code })).headers
})
afterAll(() => server.stop())

type Method = 'GET' | 'POST' | 'PUT'

/** Asks a route of places as somebody; `match`: the ETag that was read. */
function ask(as: Record<string, string>, method: Method, path: string, payload?: object, match?: string) {
  const headers = { ...as, ...(match === undefined ? {} : { 'if-match': match }) }
  return server.app.inject({
    method,
    url: `/api/staff/places${path === '' ? '' : `/${path}`}`,
    headers,
    ...(payload ? { payload } : {})
  })
}

const at = (dx: number, dy: number) => ({
  type: 'Point',
  coordinates: [commune.west + dx, commune.south + dy]
})
const ring = (...corners: [number, number][]) => ({
  type: 'Polygon',
  coordinates: [[...corners, corners[0]!].map(([dx, dy]) => [commune.west + dx, commune.south + dy])]
})
const edit = (values: object, more: object = {}) => ({
  values,
  validFrom: '2026-01-01',
  reason: 'Đối chiếu hồ sơ tại chỗ',
  ...more
})

async function created(as: Record<string, string>, collection: string, values: object, geometry: object) {
  const response = await ask(as, 'POST', collection, edit(values, { geometry }))
  expect(response.statusCode, response.body).toBe(201)
  return response.json<Place>()
}
const historyOf = async (as: Record<string, string>, path: string) =>
  (await ask(as, 'GET', `${path}/history`)).json<{ versions: PlaceVersion[] }>().versions
const read = async (as: Record<string, string>, path: string) => (await ask(as, 'GET', path)).json<Place>()

describe('what can be edited', () => {
  test('follows from the registry and the rights of whoever asks', async () => {
    const forms = async (as: Record<string, string>) =>
      (await ask(as, 'GET', '')).json<{ forms: { collection: string; fields: object[] }[] }>().forms

    expect((await forms(culture)).map(({ collection }) => collection)).toEqual(['relics'])
    expect((await forms(planner)).map(({ collection }) => collection)).toEqual([
      'villages',
      'cell_sites',
      'cultural_houses',
      'institutions',
      'cameras'
    ])
    expect((await forms(culture))[0]?.fields).toContainEqual({
      name: 'rank',
      title: { vi: 'Xếp hạng', en: 'Rank' },
      type: 'text',
      required: false,
      long: false,
      fixed: false,
      values: [
        {
          value: 'special_national',
          title: { vi: 'Di tích quốc gia đặc biệt', en: 'Special national relic' }
        },
        { value: 'national', title: { vi: 'Di tích quốc gia', en: 'National relic' } },
        { value: 'provincial', title: { vi: 'Di tích cấp tỉnh', en: 'Provincial relic' } },
        { value: 'inventory', title: { vi: 'Trong danh mục kiểm kê', en: 'On the inventory' } }
      ],
      suggested: [],
      statedWhere: null,
      min: null,
      max: null,
      past: false
    })
  })

  test('a place of another commune is not there', async () => {
    const { id } = await created(culture, 'relics', { name: 'Đình riêng' }, at(0.01, 0.01))
    const other = (await signedIn(server.db, { role: 'culture', communeCode: '00001' })).headers
    const path = `relics/${id}`

    expect((await ask(other, 'GET', path)).statusCode).toBe(404)
    expect((await ask(other, 'GET', `${path}/history`)).statusCode).toBe(404)
    expect((await ask(other, 'PUT', path, edit({}), '"0123456789abcdef"')).statusCode).toBe(404)
    expect((await ask(other, 'GET', 'relics')).json().places).toEqual([])
  })
})

describe('a relic', () => {
  test('is made, changed and kept with who, why and what', async () => {
    const made = await created(
      culture,
      'relics',
      {
        name: 'Đình Giữa',
        other_names: ['Đình Trung'],
        description: 'Một.\n\n<b>Hai</b>.',
        description_author: 'Phòng Văn hóa',
        description_licence: 'CC BY 4.0'
      },
      at(0.012, 0.013)
    )
    const changed = await ask(
      culture,
      'PUT',
      `relics/${made.id}`,
      edit(
        { rank: 'provincial', decision_number: '12', accuracy_m: 4.5 },
        { validFrom: '2026-03-01', reason: 'Có quyết định xếp hạng' }
      ),
      made.etag
    )

    expect(changed.statusCode, changed.body).toBe(200)
    const now = changed.json<Place>()
    expect(changed.headers.etag).toBe(now.etag)
    expect(now).toMatchObject({
      id: made.id,
      label: 'Đình Giữa',
      communeCode: commune.code,
      validFrom: '2026-03-01',
      validTo: null,
      ended: false,
      geometry: at(0.012, 0.013),
      values: {
        other_names: ['Đình Trung'],
        rank: 'provincial',
        decision_number: '12',
        accuracy_m: 4.5,
        description: 'Một.\n\n<b>Hai</b>.'
      }
    })
    expect(now.etag).not.toBe(made.etag)
    const [latest, first, ...more] = await historyOf(culture, `relics/${made.id}`)
    expect(more).toEqual([])
    expect(first).toMatchObject({ action: 'create', by: 'Lê Thị Văn', changes: [], version: made.id })
    expect(latest).toMatchObject({
      action: 'change',
      by: 'Lê Thị Văn',
      reason: 'Có quyết định xếp hạng',
      undone: false
    })
    expect(latest?.changes).toEqual(
      expect.arrayContaining([
        { field: 'rank', before: null, after: 'provincial' },
        { field: 'decision_number', before: null, after: '12' },
        { field: 'accuracy_m', before: null, after: 4.5 },
        { field: 'valid_from', before: '2026-01-01', after: '2026-03-01' }
      ])
    )
    expect(latest?.changes).toHaveLength(4)
    const { rows } = await server.db.query(
      `select action, subject, commune_code, after ->> 'reason' as reason from audit_entry order by id desc limit 1`
    )
    expect(rows).toEqual([
      {
        action: 'place.change',
        subject: 'relics',
        commune_code: commune.code,
        reason: 'Có quyết định xếp hạng'
      }
    ])
  })

  test('what was asked of a day and a moment stays as it was', async () => {
    const made = await created(culture, 'relics', { name: 'Đình Xưa', accuracy_m: 3 }, at(0.014, 0.013))
    const { rows } = await server.db.query<{ now: string }>(
      `select to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now`
    )
    const fixed = `asOf=2026-06-30&knownAt=${rows[0]?.now}`
    const told = async (query: string) => ({
      ...(await server.indicator(commune.code, 'relics_on_map', query)),
      computedAt: null,
      knownAt: null
    })
    const before = await told(fixed)
    const response = await ask(culture, 'PUT', `relics/${made.id}`, edit({ accuracy_m: null }), made.etag)
    expect(response.statusCode, response.body).toBe(200)

    expect(await told(fixed)).toEqual(before)
    expect(await told('asOf=2026-06-30')).not.toEqual(before)
  })

  test('two editors do not overwrite each other: the second is answered with what the first saved', async () => {
    const made = await created(culture, 'relics', { name: 'Chùa Hai Người' }, at(0.015, 0.012))
    const path = `relics/${made.id}`
    expect((await ask(culture, 'PUT', path, edit({ period: 'Lê' }))).statusCode).toBe(428)
    expect((await ask(culture, 'PUT', path, edit({ period: 'Lê' }), made.etag)).statusCode).toBe(200)
    const late = await ask(culture, 'PUT', path, edit({ period: 'Nguyễn' }), made.etag)

    expect(late.statusCode).toBe(412)
    expect(late.json<Place>().values.period).toBe('Lê')
    expect(late.headers.etag).toBe(late.json<Place>().etag)
    expect((await read(culture, path)).values.period).toBe('Lê')
  })

  test('two at the very same time: one is saved', async () => {
    const made = await created(culture, 'relics', { name: 'Chùa Cùng Lúc' }, at(0.016, 0.012))
    const answers = await Promise.all(
      ['Lý', 'Trần'].map((period) => ask(culture, 'PUT', `relics/${made.id}`, edit({ period }), made.etag))
    )

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([200, 412])
    expect(await historyOf(culture, `relics/${made.id}`)).toHaveLength(2)
  })

  test('is ended, not deleted, and restored', async () => {
    const made = await created(culture, 'relics', { name: 'Miếu Cũ' }, at(0.017, 0.012))
    const path = `relics/${made.id}`
    const early = await ask(
      culture,
      'POST',
      `${path}/end`,
      { from: '2025-01-01', reason: 'Nhầm ngày' },
      made.etag
    )
    expect(early.statusCode).toBe(422)
    const ended = await ask(
      culture,
      'POST',
      `${path}/end`,
      { from: '2026-02-01', reason: 'Miếu đã đổ' },
      made.etag
    )

    expect(ended.json<Place>(), ended.body).toMatchObject({ id: made.id, validTo: '2026-02-01', ended: true })
    const list = async () =>
      (await ask(culture, 'GET', 'relics?ended=true')).json<{ places: PlaceLine[] }>().places
    expect((await list()).filter(({ label }) => label === 'Miếu Cũ')).toMatchObject([
      { ended: true, endedOn: '2026-02-01', endReason: 'Miếu đã đổ', withdrawn: false }
    ])
    expect((await ask(culture, 'GET', 'relics')).body).not.toContain('Miếu Cũ')
    expect(
      (await server.app.inject('/ogc/collections/relics/items?limit=1000')).json().features
    ).toContainEqual(
      expect.objectContaining({
        properties: expect.objectContaining({ name: 'Miếu Cũ', valid_to: '2026-02-01' })
      })
    )
    const mended = await ask(
      culture,
      'PUT',
      path,
      {
        values: { manager: 'Ông Từ' },
        validFrom: null,
        validTo: '2026-02-01',
        reason: 'Ghi thiếu người trông'
      },
      ended.json<Place>().etag
    )
    expect(mended.json<Place>(), mended.body).toMatchObject({ validTo: '2026-02-01', ended: true })
    expect((await list()).filter(({ label }) => label === 'Miếu Cũ')).toMatchObject([
      { ended: true, endedOn: '2026-02-01', endReason: 'Miếu đã đổ', withdrawn: false }
    ])
    const back = await ask(
      culture,
      'POST',
      `${path}/restore`,
      { version: made.id, validFrom: '2026-05-01', reason: 'Đã dựng lại' },
      mended.json<Place>().etag
    )
    expect(back.json<Place>(), back.body).toMatchObject({
      validFrom: '2026-05-01',
      validTo: null,
      ended: false
    })
    expect((await historyOf(culture, path)).map(({ action, holds }) => [action, holds])).toEqual([
      ['restore', [{ from: '2026-05-01', to: null }]],
      ['change', [{ from: null, to: '2026-02-01' }]],
      ['end', []],
      ['create', []]
    ])
    expect((await list()).filter(({ label }) => label === 'Miếu Cũ')).toMatchObject([{ ended: false }])
  })

  test('ended on the day on which it began was never in force: nobody sees it, its history stays, and it comes back', async () => {
    const made = await created(culture, 'relics', { name: 'Miếu Ghi Nhầm' }, at(0.0175, 0.0125))
    const path = `relics/${made.id}`
    const isPublic = async () => [
      (await server.app.inject('/ogc/collections/relics/items?limit=1000')).body.includes('Miếu Ghi Nhầm'),
      (await ask(culture, 'GET', 'relics')).body.includes('Miếu Ghi Nhầm'),
      (await server.app.inject('/di-tich/mieu-ghi-nham')).statusCode
    ]
    expect(await isPublic()).toEqual([true, true, 200])
    const body = { from: '2026-01-01', reason: 'Ghi nhầm sang xã bên' }
    const ended = await ask(culture, 'POST', `${path}/end`, body, made.etag)

    expect(ended.json<Place>(), ended.body).toMatchObject({
      ...{ id: made.id, label: 'Miếu Ghi Nhầm', ended: true },
      ...{ validFrom: '2026-01-01', validTo: '2026-01-01' }
    })
    expect(await isPublic()).toEqual([false, false, 404])
    const lines = async () =>
      (await ask(culture, 'GET', 'relics?ended=true'))
        .json<{ places: PlaceLine[] }>()
        .places.filter(({ label }) => label === 'Miếu Ghi Nhầm')
    const [line, ...others] = await lines()
    expect(others).toEqual([])
    expect(line).toMatchObject({
      ended: true,
      endedOn: '2026-01-01',
      endReason: body.reason,
      withdrawn: true
    })
    expect(await read(culture, `relics/${line?.id}`)).toMatchObject({ id: made.id, ended: true })
    expect(await historyOf(culture, path)).toMatchObject([
      { action: 'end', reason: 'Ghi nhầm sang xã bên' },
      { action: 'create' }
    ])
    const again = { version: made.id, validFrom: '2026-01-01', reason: 'Không nhầm' }
    const etag = ended.json<Place>().etag
    const back = await ask(culture, 'POST', `${path}/restore`, again, etag)
    expect(back.json<Place>(), back.body).toMatchObject({ id: made.id, validTo: null, ended: false })
    expect(await isPublic()).toEqual([true, true, 200])
    expect(await lines()).toMatchObject([{ ended: false, endReason: null, withdrawn: false }])
  })

  test('of a file without ids stands among what has ended once, with the last reason; one that a file ended has none', async () => {
    const [lng, lat] = at(0.0185, 0.0135).coordinates as [number, number]
    const house = { commune_code: commune.code, valid_from: '2026-01-01', geom: point(lng, lat) }
    const gone = { ...house, name: 'NVH Gỡ', valid_to: '2026-03-01' }
    await server.data.publish('cultural_houses', [{ ...house, name: 'NVH Nhầm', valid_to: 'infinity' }, gone])
    const lines = async (query: string) =>
      (await ask(planner, 'GET', `cultural_houses${query}`)).json<{ places: PlaceLine[] }>().places
    const [first] = (await lines('')).filter(({ label }) => label === 'NVH Nhầm')
    const path = `cultural_houses/${first?.id}`
    const end = async (reason: string) => {
      const { etag } = await read(planner, path)
      expect(
        (await ask(planner, 'POST', `${path}/end`, { from: '2026-01-01', reason }, etag)).statusCode
      ).toBe(200)
    }
    await end('Nhầm lần một')
    const { etag } = await read(planner, path)
    const back = { version: first?.id, validFrom: '2026-01-01', reason: 'Trở lại' }
    expect((await ask(planner, 'POST', `${path}/restore`, back, etag)).statusCode).toBe(200)
    await end('Nhầm lần hai')
    expect(await lines('?ended=true')).toMatchObject([
      { label: 'NVH Gỡ', endedOn: '2026-03-01', endReason: null, withdrawn: false },
      { label: 'NVH Nhầm', endedOn: '2026-01-01', endReason: 'Nhầm lần hai', withdrawn: true }
    ])
    expect(await lines('')).toEqual([])
  })

  test('that is hidden is opened by a stated no alone: not by an older version, another change, or ahead', async () => {
    const made = await created(
      culture,
      'relics',
      { name: 'Gò Kín', protected: false, period: 'Lý' },
      at(0.0181, 0.0121)
    )
    const path = `relics/${made.id}`
    const place = `${commune.west + 0.0181}`
    const isShown = async () => (await server.app.inject('/di-tich/go-kin')).body.includes(place)
    const save = async (values: object, more: object, etag: string) =>
      (await ask(culture, 'PUT', path, edit(values, more), etag)).json<Place>()
    expect(await isShown()).toBe(true)
    const hidden = await save({ protected: true }, { validFrom: null }, made.etag)
    const restored = await ask(
      culture,
      'POST',
      `${path}/restore`,
      { version: made.id, validFrom: '2026-01-01', reason: 'Lấy lại lời cũ' },
      hidden.etag
    )
    expect(restored.json<Place>().values).toMatchObject({ period: 'Lý', protected: true })
    expect(await isShown()).toBe(false)
    const changed = await save({ period: 'Trần' }, {}, restored.json<Place>().etag)
    expect([changed.values.protected, await isShown()]).toEqual([true, false])
    const ahead = edit({ protected: false }, { validFrom: '2999-01-01' })
    expect((await ask(culture, 'PUT', path, ahead, changed.etag)).statusCode).toBe(422)
    expect((await save({ protected: false }, {}, changed.etag)).values.protected).toBe(false)
    expect(await isShown()).toBe(true)
  })

  test('a version that a later one replaced from the same day holds no more, one from a later day cuts it short', async () => {
    const made = await created(culture, 'relics', { name: 'Gò Ba Lần' }, at(0.0191, 0.0121))
    const path = `relics/${made.id}`
    let { etag } = made
    for (const [validFrom, period] of [
      ['2026-01-01', 'Lý'],
      ['2026-03-01', 'Trần'],
      ['2026-02-01', 'Lê']
    ] as const) {
      const changed = await ask(culture, 'PUT', path, edit({ period }, { validFrom }), etag)
      expect(changed.statusCode, changed.body).toBe(200)
      ;({ etag } = changed.json<Place>())
    }

    const history = await historyOf(culture, path)
    expect(history.map(({ values, validFrom, holds }) => [values.period, validFrom, holds])).toEqual([
      ['Lê', '2026-02-01', [{ from: '2026-02-01', to: null }]],
      ['Trần', '2026-03-01', []],
      ['Lý', '2026-01-01', [{ from: '2026-01-01', to: '2026-02-01' }]],
      [null, '2026-01-01', []]
    ])
  })

  test('without a key of its source is one thing all the same, with one address', async () => {
    await server.data.publish('relics', [
      { ref: null, name: 'Gò Không Mã', commune_code: commune.code, geom: commune.at(0.02, 0.02) }
    ])
    const found = async () =>
      (await ask(culture, 'GET', 'relics'))
        .json<{ places: { id: number; label: string }[] }>()
        .places.filter(({ label }) => label.startsWith('Gò Không Mã'))
    const [line] = await found()
    const path = `relics/${line?.id}`
    const first = await read(culture, path)
    const one = await ask(culture, 'PUT', path, edit({ name: 'Gò Không Mã Mới' }), first.etag)
    expect(one.statusCode, one.body).toBe(200)
    const two = await ask(culture, 'PUT', path, edit({ period: 'Lê' }), one.json<Place>().etag)

    expect(two.json<Place>(), two.body).toMatchObject({
      id: first.id,
      values: { name: 'Gò Không Mã Mới', period: 'Lê' }
    })
    expect(await found()).toHaveLength(1)
    expect(await historyOf(culture, path)).toHaveLength(3)
    const { rows } = await server.db.query<{ sites: number }>(
      `select count(distinct site_id)::integer as sites from relic r join relic_site_row using (origin_id)
        where r.name like 'Gò Không Mã%' and r.origin is null`
    )
    expect(rows).toEqual([{ sites: 1 }])
  })
})

describe('the address of a relic’s page', () => {
  const move = (slug: string, to: string, as = culture) =>
    server.app.inject({
      method: 'PUT',
      url: `/api/staff/relics/${slug}/address`,
      headers: as,
      payload: { slug: to }
    })

  test('is changed by hand, and the old one leads there', async () => {
    await created(culture, 'relics', { name: 'Đền Đổi Tên' }, at(0.021, 0.02))
    const answer = await move('den-doi-ten', 'den-thuong')

    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { slug: 'den-thuong', earlier: ['den-doi-ten'] }
    ])
    expect((await server.app.inject('/di-tich/den-thuong')).statusCode).toBe(200)
    const old = await server.app.inject('/di-tich/den-doi-ten')
    expect([old.statusCode, old.headers.location]).toEqual([301, '/di-tich/den-thuong'])
    expect((await move('den-thuong', 'den-doi-ten')).statusCode).toBe(200)
    expect((await server.app.inject('/di-tich/den-doi-ten')).statusCode).toBe(200)
    const read = await server.app.inject({ url: '/api/staff/relics/den-thuong/address', headers: culture })
    expect(read.json()).toEqual({ slug: 'den-doi-ten', earlier: ['den-thuong'] })
  })

  test('that it has already changes nothing, and the log says nothing', async () => {
    await created(culture, 'relics', { name: 'Đền Như Cũ' }, at(0.025, 0.02))
    const answer = await move('den-nhu-cu', 'den-nhu-cu')

    expect([answer.statusCode, answer.json()]).toEqual([200, { slug: 'den-nhu-cu', earlier: [] }])
    const { rows } = await server.db.query(
      `select 1 from audit_entry where action = 'relic.address' and after ->> 'slug' = 'den-nhu-cu'`
    )
    expect(rows).toEqual([])
  })

  test('stays when the relic is edited', async () => {
    const made = await created(culture, 'relics', { name: 'Đền Giữ Địa Chỉ' }, at(0.022, 0.02))
    await move('den-giu-dia-chi', 'den-cua-lang')
    await ask(culture, 'PUT', `relics/${made.id}`, edit({ period: 'Lê' }), made.etag)

    expect((await server.app.inject('/di-tich/den-cua-lang')).statusCode).toBe(200)
  })

  test('in use, malformed or of another commune’s relic is refused', async () => {
    await created(culture, 'relics', { name: 'Đền Một' }, at(0.023, 0.02))
    await created(culture, 'relics', { name: 'Đền Hai' }, at(0.024, 0.02))
    const other = (await signedIn(server.db, { role: 'culture', communeCode: '00001' })).headers
    const taken = await move('den-hai', 'den-mot')

    expect([taken.statusCode, taken.json().detail]).toEqual([
      409,
      'Địa chỉ «den-mot» đang hoặc đã từng là của di tích «Đền Một». Hãy chọn địa chỉ khác.'
    ])
    expect((await move('den-hai', 'Đền Hai')).statusCode).toBe(422)
    expect((await move('den-hai', '')).statusCode).toBe(422)
    expect((await move('den-hai', 'den-ba', other)).statusCode).toBe(404)
    const foreign = await server.app.inject({ url: '/api/staff/relics/den-hai/address', headers: other })
    expect(foreign.statusCode).toBe(404)
    expect((await move('khong-co', 'den-ba')).statusCode).toBe(404)
  })
})

describe('what is refused', () => {
  test('official text without its author and licence', async () => {
    const of = (values: object) =>
      ask(culture, 'POST', 'relics', edit({ name: 'Đình Thiếu', ...values }, { geometry: at(0.026, 0.02) }))
    const alone = await of({ description: 'Lời.', description_author: 'Phòng Văn hóa' })
    expect([alone.statusCode, alone.json().detail]).toEqual([
      422,
      '«Giới thiệu (tiếng Việt)» phải có kèm «Giấy phép của lời giới thiệu». Hãy điền đủ rồi lưu lại.'
    ])
    expect((await of({ description_en: 'Words.' })).json().detail).toContain(
      '«Giới thiệu (tiếng Anh)» phải có kèm'
    )
  })

  test('a find whose place nobody said to be public or kept back', async () => {
    const of = (values: object) =>
      ask(culture, 'POST', 'relics', edit({ name: 'Gò Mới', ...values }, { geometry: at(0.031, 0.021) }))
    const open = await of({ kind: 'Lịch sử; khảo cổ' })
    const made = await of({ kind: 'Khảo cổ', protected: true })
    const plain = await created(culture, 'relics', { name: 'Gò Cũ', kind: 'Lịch sử' }, at(0.032, 0.022))
    const change = (values: object) => ask(culture, 'PUT', `relics/${plain.id}`, edit(values), plain.etag)

    expect([open.statusCode, open.json().detail]).toEqual([
      422,
      expect.stringMatching(/^Hãy trả lời «Chỉ công khai theo ô 500 m»: Có hoặc Không\. Di tích khảo cổ: /)
    ])
    expect(made.statusCode, made.body).toBe(201)
    expect((await change({ kind: 'Khảo cổ' })).statusCode).toBe(422)
    expect((await change({ kind: 'Khảo cổ', protected: false })).statusCode).toBe(200)
  })

  test('values, places and reasons that an import would refuse, each in a sentence', async () => {
    const refused = async (values: object, more: object) => {
      const response = await ask(culture, 'POST', 'relics', edit(values, more))
      return [response.statusCode, response.json().detail]
    }
    const geometry = at(0.01, 0.01)

    expect(await refused({ name: 'A', rank: 'hạng nhất' }, { geometry })).toEqual([
      422,
      expect.stringContaining('Xếp hạng: giá trị phải là một trong')
    ])
    expect(await refused({ name: null }, { geometry })).toEqual([422, 'Thiếu giá trị bắt buộc: Tên.'])
    expect(await refused({ name: 'A', decision_date: '2999-01-01' }, { geometry })).toEqual([
      422,
      expect.stringMatching(/^Ngày quyết định: không được sau hôm nay \(\d\d\/\d\d\/\d{4}\)\./)
    ])
    expect(await refused({ name: 'A', colour: 'x' }, { geometry })).toEqual([
      422,
      expect.stringContaining('colour')
    ])
    expect(await refused({ name: 'A' }, { geometry: at(0.5, 0.01) })).toEqual([
      422,
      expect.stringContaining('quá 1 km ngoài ranh giới xã')
    ])
    expect(await refused({ name: 'A' }, { geometry, validTo: '2025-01-01' })).toEqual([
      422,
      expect.any(String)
    ])
    expect((await refused({ name: 'A' }, { geometry, reason: ' ' }))[0]).toBe(400)
    expect(await refused({ name: 'A' }, { geometry, reason: 'Ghi nhầm\u0000' })).toEqual([
      422,
      expect.stringContaining('ký tự không lưu được')
    ])
    for (const text of ['A\ud800', 'A\u0000'])
      for (const values of [{ name: text }, { name: 'A', other_names: [text] }])
        expect(await refused(values, { geometry })).toEqual([422, expect.stringContaining('nửa ký tự')])
    expect((await refused({ name: 'A' }, { geometry: { type: 'Polygon', coordinates: [[1]] } }))[0]).toBe(422)
  })

  test('an edge that goes half way round the Earth', async () => {
    const geometry = {
      type: 'Polygon',
      coordinates: [
        [
          [-75, -18],
          [105, 18],
          [105, 19],
          [-75, -18]
        ]
      ]
    }
    const response = await ask(culture, 'POST', 'relics', edit({ name: 'A' }, { geometry }))
    expect([response.statusCode, response.json().detail]).toEqual([
      422,
      'Một cạnh của hình đi nửa vòng Trái Đất: có đỉnh sai tọa độ.'
    ])
  })

  test('a camera that sees farther than any', async () => {
    const values = { place: 'Cổng chợ', owner: 'UBND xã', purpose: 'An ninh', range_m: 99_999_999 }
    const response = await ask(planner, 'POST', 'cameras', edit(values, { geometry: at(0.01, 0.01) }))
    expect([response.statusCode, response.json().detail]).toEqual([
      422,
      'Tầm nhìn (m): không được quá 10.000. («99999999»)'
    ])
  })

  test('a boundary that crosses itself, with the place', async () => {
    const geometry = ring([0.01, 0.01], [0.014, 0.014], [0.014, 0.01], [0.01, 0.014])
    const response = await ask(culture, 'POST', 'relics', edit({ name: 'Gò Chéo' }, { geometry }))

    expect(response.statusCode).toBe(422)
    const [lng, lat] = [commune.west + 0.012, commune.south + 0.012].map((x) =>
      x.toFixed(6).replace('.', ',')
    )
    expect(response.json().detail).toContain(`Ranh giới tự cắt tại kinh độ ${lng}, vĩ độ ${lat}.`)
  })
})

test('parts and holes of an area come back as they were drawn', async () => {
  const corners = (x: number, side: number) =>
    ring([x, x], [x + side, x], [x + side, x + side], [x, x + side]).coordinates[0]!
  const geometry = {
    type: 'MultiPolygon',
    // Holes go round the other way.
    coordinates: [[corners(0.001, 0.004), [...corners(0.002, 0.001)].reverse()], [corners(0.01, 0.001)]]
  }
  const { id } = await created(culture, 'relics', { name: 'Thành hai lớp' }, geometry)

  expect((await read(culture, `relics/${id}`)).geometry).toEqual(geometry)
})

describe('a village', () => {
  const villages = async () =>
    (await ask(planner, 'GET', 'villages')).json<{ places: { id: number; label: string }[] }>().places
  const village = async (label: string) => {
    const line = (await villages()).find((one) => one.label === label)
    return read(planner, `villages/${line?.id}`)
  }

  test('that is new is drawn beside those of its commune', async () => {
    const response = await ask(planner, 'GET', 'villages/new/neighbours')
    const labels = response.json<{ neighbours: { label: string }[] }>().neighbours.map(({ label }) => label)

    expect(labels).toEqual(expect.arrayContaining(['Thôn 1', 'Thôn 2']))
  })

  test('that takes its neighbour’s ground is refused unless that is meant', async () => {
    const one = await village('Thôn 1')
    const geometry = ring([0, 0], [0.025, 0], [0.025, 0.02], [0, 0.02])
    const response = await ask(planner, 'PUT', `villages/${one.id}`, edit({}, { geometry }), one.etag)

    expect(response.statusCode).toBe(409)
    expect(response.json().detail).toMatch(
      /chồng lên «Thôn 2» \(\d+,\d\d ha tại kinh độ \d+,\d{6}, vĩ độ \d+,\d{6}\)/
    )
  })

  test('mended in its border: figures follow, and its code stays', async () => {
    await server.data.publish('premises', [commune.home(0.005, 0.025), commune.home(0.005, 0.005)])
    await commune.map('Viettel', [commune.area(0, 0, 0.04, 0.04)])
    const peopleOf = async () => {
      const { villages: areas } = await server.indicator(commune.code, 'mobile_5g_population')
      return areas.find(({ code }) => code === `${commune.code}-1`)?.figure
    }
    const before = await peopleOf()
    const one = await village('Thôn 1')
    const geometry = ring([0, 0], [0.02, 0], [0.02, 0.02], [0.01, 0.03], [0, 0.03])
    const response = await ask(planner, 'PUT', `villages/${one.id}`, edit({}, { geometry }), one.etag)

    expect(response.statusCode, response.body).toBe(200)
    expect(response.json<Place>().areaM2).toBeGreaterThan(one.areaM2 ?? Infinity)
    expect(await peopleOf()).not.toEqual(before)
    expect(await villages()).toHaveLength(2)
    const keyed = await ask(
      planner,
      'PUT',
      `villages/${one.id}`,
      edit({ code: 'x' }),
      response.json<Place>().etag
    )
    expect(keyed.statusCode).toBe(422)
  })

  test('one of a provisional set stays in it when its register is changed, and the others stay too', async () => {
    const other = await squareCommune(server.data)
    await server.db.query('update village set provisional = true where commune_code = $1', [other.code])
    const his = (await signedIn(server.db, { role: 'planner', communeCode: other.code })).headers
    const lines = async () =>
      (await ask(his, 'GET', 'villages')).json<{ places: { id: number; label: string; ended: boolean }[] }>()
        .places
    const first = await read(his, `villages/${(await lines())[0]?.id}`)
    const response = await ask(his, 'PUT', `villages/${first.id}`, edit({ population: 7 }), first.etag)

    expect(response.json<Place>().values.population, response.body).toBe(7)
    expect(await lines()).toMatchObject([{ ended: false }, { ended: false }])
    const { rows } = await server.db.query(
      `select name, population, provisional from open.villages where commune_code = $1 and valid_to is null order by name`,
      [other.code]
    )
    expect(rows).toEqual([
      { name: 'Thôn 1', population: 7, provisional: true },
      { name: 'Thôn 2', population: 100, provisional: true }
    ])
  })

  test('sent twice after a lost answer is there once', async () => {
    const body = edit(
      { code: `${commune.code}-7`, name: 'Thôn Gửi Lại', kind: 'thôn' },
      {
        geometry: ring([0.036, 0.036], [0.038, 0.036], [0.038, 0.038]),
        wish: '0198f000-0000-7000-8000-000000000001'
      }
    )
    const answers = await Promise.all([1, 2].map(() => ask(planner, 'POST', 'villages', body)))
    const again = await ask(planner, 'POST', 'villages', body)

    expect([...answers, again].map(({ statusCode }) => statusCode)).toEqual([201, 201, 201])
    expect(new Set([...answers, again].map((one) => one.json<Place>().id)).size).toBe(1)
  })

  test('two that fill one gap at the same time: one is saved, the other asked', async () => {
    const add = (number: number) =>
      ask(
        planner,
        'POST',
        'villages',
        edit(
          { code: `${commune.code}-${number}`, name: `Thôn ${number}`, kind: 'thôn' },
          { geometry: ring([0.03, 0.022], [0.034, 0.022], [0.034, 0.026], [0.03, 0.026]) }
        )
      )
    const answers = await Promise.all([add(8), add(9)])

    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([201, 409])
  })

  test('restored to ground that is a neighbour’s by now is refused unless that is meant; slivers count as findings do', async () => {
    const other = await squareCommune(server.data)
    const his = (await signedIn(server.db, { role: 'planner', communeCode: other.code })).headers
    const corner = (...[x0, y0, x1, y1]: [number, number, number, number]) => ({
      type: 'Polygon',
      coordinates: [
        [
          [x0, y0],
          [x1, y0],
          [x1, y1],
          [x0, y1],
          [x0, y0]
        ].map(([dx, dy]) => [other.west + dx!, other.south + dy!])
      ]
    })
    const { places } = (await ask(his, 'GET', 'villages')).json<{ places: { id: number }[] }>()
    const [first, second] = [
      await read(his, `villages/${places[0]?.id}`),
      await read(his, `villages/${places[1]?.id}`)
    ]
    const move = ({ id, etag }: Place, geometry: object) =>
      ask(his, 'PUT', `villages/${id}`, edit({}, { geometry }), etag)
    const narrow = await move(first, corner(0, 0, 0.018, 0.02))
    expect(narrow.statusCode, narrow.body).toBe(200)
    // About 110 m², far below a part of the whole.
    expect((await move(second, corner(0.017_999_5, 0, 0.04, 0.02))).statusCode).toBe(409)
    expect((await move(second, corner(0.018, 0, 0.04, 0.02))).statusCode).toBe(200)
    const restore = (more: object) =>
      ask(
        his,
        'POST',
        `villages/${first.id}/restore`,
        { version: first.id, validFrom: '2026-06-01', reason: 'Lấy lại ranh giới', ...more },
        narrow.json<Place>().etag
      )
    expect((await restore({})).statusCode).toBe(409)
    expect((await restore({ overlaps: true })).statusCode).toBe(200)
  })

  test('that was entered by mistake is withdrawn on its first day, and its code is free again', async () => {
    const body = edit(
      { code: `${commune.code}-6`, name: 'Thôn Nhầm', kind: 'thôn' },
      { geometry: ring([0.03, 0.032], [0.033, 0.032], [0.033, 0.035]) }
    )
    const made = (await ask(planner, 'POST', 'villages', body)).json<Place>()
    const end = { from: '2026-01-01', reason: 'Thôn này không có' }
    const ended = await ask(planner, 'POST', `villages/${made.id}/end`, end, made.etag)

    expect(ended.json<Place>(), ended.body).toMatchObject({ id: made.id, ended: true, validTo: '2026-01-01' })
    const open = await server.db.query('select from open.villages where code = $1', [`${commune.code}-6`])
    expect(open.rowCount).toBe(0)
    expect((await villages()).map(({ label }) => label)).not.toContain('Thôn Nhầm')
    expect((await ask(planner, 'POST', 'villages', body)).statusCode).toBe(201)
  })

  test('that takes ground of more than five is told how many more', async () => {
    const other = await squareCommune(server.data)
    const his = (await signedIn(server.db, { role: 'planner', communeCode: other.code })).headers
    const [west, south] = [other.west + 0.002, other.south + 0.025]
    await server.data.publish(
      'villages',
      Array.from({ length: 7 }, (_, i) => ({
        ...{
          code: `${other.code}-${i + 10}`,
          name: `Thôn Hàng ${i}`,
          kind: 'thôn',
          commune_code: other.code
        },
        geom: box(west + i * 0.002, south, west + i * 0.002 + 0.001, south + 0.001)
      }))
    )
    const strip = [
      [west, south],
      [west + 0.02, south],
      [west + 0.02, south + 0.001],
      [west, south]
    ]
    const geometry = { type: 'Polygon', coordinates: [strip] }
    const values = { code: `${other.code}-30`, name: 'Thôn Dài', kind: 'thôn' }
    const response = await ask(his, 'POST', 'villages', edit(values, { geometry }))

    expect([response.statusCode, response.json().detail]).toEqual([
      409,
      expect.stringMatching(/«Thôn Hàng \d» \([^)]*\) và 2 địa điểm khác\. Hãy/)
    ])
  })

  test('that takes much ground is told with its hectares as each language writes them', async () => {
    const other = await squareCommune(server.data)
    const his = (await signedIn(server.db, { role: 'planner', communeCode: other.code })).headers
    const wide = { code: `${other.code}-10`, name: 'Thôn Rộng', kind: 'thôn', commune_code: other.code }
    await server.data.publish('villages', [{ ...wide, geom: other.area(0, 0, 0.04, 0.04) }])
    const geometry = rectangle(other.west, other.south, other.west + 0.04, other.south + 0.04)
    const values = { code: `${other.code}-30`, name: 'Thôn Mới', kind: 'thôn' }
    const detailIn = async (language: string) => {
      const as = { ...his, 'accept-language': language }
      return (await ask(as, 'POST', 'villages', edit(values, { geometry }))).json<{ detail: string }>().detail
    }

    expect(await detailIn('vi')).toMatch(/«Thôn Rộng» \(1\.\d{3},\d\d ha tại/)
    expect(await detailIn('en')).toMatch(/“Thôn Rộng” \(1,\d{3}\.\d\d ha at/)
  })

  test('of a code that is in use is not added', async () => {
    const response = await ask(
      planner,
      'POST',
      'villages',
      edit(
        { code: `${commune.code}-2`, name: 'Thôn Lặp', kind: 'thôn' },
        { geometry: ring([0.03, 0.03], [0.034, 0.03], [0.034, 0.034]) }
      )
    )
    expect([response.statusCode, response.json().detail]).toEqual([
      409,
      expect.stringContaining('đang là của một địa điểm khác')
    ])
  })
})

test('a later file governs, and its report names the edits that it takes the place of', async () => {
  const deps = { db: server.db, registry, derivations }
  const file = (sha256: string, name: string) =>
    importFeatures(
      deps,
      {
        collection: 'cultural_houses',
        title: 'Nhà văn hóa',
        fileName: 'nvh.csv',
        sha256,
        commune: commune.code,
        importedBy: 'test'
      },
      [
        {
          number: 1,
          properties: { ref: 'h1', name, valid_from: '2026-01-01' },
          geometry: { type: 'Point', coordinates: [commune.west + 0.01, commune.south + 0.01] }
        }
      ]
    )
  await file('a1', 'NVH thôn 1')
  const [line] = (await ask(planner, 'GET', 'cultural_houses')).json<{ places: { id: number }[] }>().places
  const house = await read(planner, `cultural_houses/${line?.id}`)
  expect(house.values.wifi).toBe('unknown')
  const edited = await ask(planner, 'PUT', `cultural_houses/${house.id}`, edit({ wifi: 'yes' }), house.etag)
  expect(edited.json<Place>().values.wifi, edited.body).toBe('yes')
  const again = await file('a2', 'NVH thôn 1 (mới)')

  expect(again.notes.map(({ vi }) => vi).join()).toContain('thay cho 1 bản mà cán bộ đã sửa bằng tay')
  const now = await read(planner, `cultural_houses/${house.id}`)
  expect(now.values).toMatchObject({ name: 'NVH thôn 1 (mới)', wifi: 'unknown' })
  const versions = await historyOf(planner, `cultural_houses/${house.id}`)
  expect(versions.map(({ action }) => action)).toEqual(['import', 'change', 'import'])
  const back = await ask(
    planner,
    'POST',
    `cultural_houses/${house.id}/restore`,
    { version: versions[1]?.version, validFrom: '2026-01-01', reason: 'Wifi vẫn còn' },
    now.etag
  )
  expect(back.json<Place>().values).toMatchObject({ name: 'NVH thôn 1', wifi: 'yes' })
})
