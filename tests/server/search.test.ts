import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { box, communeData, point } from '../support/commune-data.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer

beforeAll(async () => {
  server = await startServer()
  const data = communeData(server.db)
  await data.publish('communes', [
    { code: '99001', name: 'Đức Thọ', kind: 'xã', province: 'Hà Tĩnh', geom: box(105, 18, 105.1, 18.1) },
    { code: '99002', name: 'An Bình', kind: 'phường', province: null, geom: box(106, 18, 106.1, 18.1) },
    { code: '99003', name: 'Chưa Vẽ', kind: 'xã', province: null, geom: null }
  ])
  await data.publish('villages', [
    {
      code: '99001-1',
      name: 'Đồng Tâm',
      kind: 'thôn',
      provisional: true,
      commune_code: '99001',
      geom: box(105, 18, 105.05, 18.1),
      valid_to: 'infinity'
    },
    {
      code: '99002-1',
      name: 'Đồng Tâm Thượng',
      kind: 'xóm',
      provisional: false,
      commune_code: '99002',
      geom: box(106, 18, 106.05, 18.1),
      valid_to: 'infinity'
    },
    {
      code: '99002-9',
      name: 'Đồng Tâm Cũ',
      kind: 'xóm',
      provisional: false,
      commune_code: '99002',
      geom: box(106, 18, 106.05, 18.1),
      valid_to: '2020-01-01'
    }
  ])
  await data.publish('cultural_houses', [
    { name: 'Nhà văn hóa Đồng Tâm', wifi: 'yes', geom: point(105.01, 18.05) },
    { name: 'Điểm rác số 2', wifi: 'no', geom: point(106.01, 18.05) },
    { name: 'Giảm 50% phí', wifi: 'no', geom: point(106.09, 18.05) }
  ])
  await data.publish('operators', [{ name: 'Đồng Tâm Telecom', technologies: ['4G'] }])
  await data.publish('premises', [{ residents: 4, geom: point(105.01, 18.02) }])
})
afterAll(() => server.stop())

async function find(q: string, more = '') {
  const response = await server.app.inject(`/api/search?q=${encodeURIComponent(q)}${more}`)
  expect(response.statusCode).toBe(200)
  return response.json().hits
}
const names = async (q: string, more = '') => (await find(q, more)).map(({ name }: { name: string }) => name)

describe('GET /api/search', () => {
  test('finds without case and diacritics, the name itself before its beginning before the rest', async () => {
    expect(await names('dong tam')).toEqual(['Đồng Tâm', 'Đồng Tâm Thượng', 'Nhà văn hóa Đồng Tâm'])
    expect(await names('ĐỒNG TÂM')).toEqual(await names('dong tam'))
  })

  test('finds decomposed letters, parts of words and words in any order', async () => {
    expect(await names('Đồng Tâm'.normalize('NFD'))).toHaveLength(3)
    expect(await names('tam van')).toEqual(['Nhà văn hóa Đồng Tâm'])
    expect(await names('hoa do')).toEqual(['Nhà văn hóa Đồng Tâm'])
  })

  test('finds what was meant when nothing has those letters', async () => {
    expect(await names('dien rac')).toEqual(['Điểm rác số 2'])
    expect(await names('qwertyuiop')).toEqual([])
  })

  test('knows villages and communes by kind and by code', async () => {
    expect(await names('thon dong tam')).toEqual(['Đồng Tâm'])
    expect(await names('phuong an binh')).toEqual(['An Bình'])
    expect(await find('99001-1')).toMatchObject([{ collection: 'villages', code: '99001-1' }])
  })

  test('says of which village the boundary is provisional', async () => {
    const marks = (await find('dong tam')).map(({ provisional }: { provisional: boolean }) => provisional)
    expect(marks).toEqual([true, false, false])
  })

  test('says where a hit lies', async () => {
    const [village, , house] = await find('dong tam')
    expect(village).toMatchObject({
      collection: 'villages',
      code: '99001-1',
      context: 'thôn, Đức Thọ',
      communeCode: '99001',
      bbox: [105, 18, 105.05, 18.1]
    })
    expect(house).toMatchObject({
      collection: 'cultural_houses',
      code: null,
      context: 'Đồng Tâm',
      communeCode: '99001'
    })
    expect(await find('chua ve')).toMatchObject([{ collection: 'communes', code: '99003', bbox: null }])
  })

  test('stays within a commune, and within a limit', async () => {
    expect(await names('dong tam', '&commune=99002')).toEqual(['Đồng Tâm Thượng'])
    expect(await names('rac', '&commune=99001')).toEqual([])
    expect(await names('dong tam', '&limit=1')).toEqual(['Đồng Tâm'])
  })

  test('takes percent signs, underscores and quotes as what they are', async () => {
    expect(await names('50%')).toEqual(['Giảm 50% phí'])
    expect(await names('%')).toEqual(['Giảm 50% phí'])
    expect(await names('_')).toEqual([])
    expect(await names("' or 1=1; --")).toEqual([])
    expect(await names('\\')).toEqual([])
  })

  test.each([
    '',
    '?q=',
    '?q=%20',
    '?q=a&limit=0',
    '?q=a&limit=51',
    '?q=a&limit=',
    '?q=a&limit=1e1',
    '?q=a&limit=0x10',
    '?q=a&limit=1.5',
    '?q=a&commune=9',
    '?q=a&x=1',
    '?q=%00',
    `?q=${'a'.repeat(101)}`
  ])('refuses %j', async (query) => {
    const response = await server.app.inject(`/api/search${query}`)
    expect(response.statusCode).toBe(400)
    expect(response.json().detail).toMatch(/\.$/)
  })
})

describe('GET /api/communes', () => {
  test('lists communes by name with what there is of each', async () => {
    const { communes } = (await server.app.inject('/api/communes')).json()
    expect(communes).toEqual([
      {
        code: '99002',
        name: 'An Bình',
        kind: 'phường',
        province: null,
        illustration: false,
        bbox: [106, 18, 106.1, 18.1],
        villages: 1,
        provisionalVillages: 0,
        premises: false,
        targets: 0,
        planYear: null
      },
      {
        code: '99003',
        name: 'Chưa Vẽ',
        kind: 'xã',
        province: null,
        illustration: false,
        bbox: null,
        villages: 0,
        provisionalVillages: 0,
        premises: false,
        targets: 0,
        planYear: null
      },
      {
        code: '99001',
        name: 'Đức Thọ',
        kind: 'xã',
        province: 'Hà Tĩnh',
        illustration: false,
        bbox: [105, 18, 105.1, 18.1],
        villages: 1,
        provisionalVillages: 1,
        premises: true,
        targets: 0,
        planYear: null
      }
    ])
  })

  test('counts the indicators that a plan sets targets for', async () => {
    await server.db.query(
      `insert into indicator (code, kind, unit, numerator, name_vi, name_en) values ('i', 'entered', 'count', 'x', 'x', 'x')`
    )
    await server.db.query(
      `insert into plan (commune_code, year, level, vn2000_srid) values ('99001', 2026, 'xã', 9209)`
    )
    await server.db.query(
      `insert into target (commune_code, indicator_code, year, quarter, comparator, value)
       values ('99001', 'i', 2026, 1, '>=', 1), ('99001', 'i', 2026, 2, '>=', 2)`
    )
    const { communes } = (await server.app.inject('/api/communes')).json()
    expect(communes[2]).toMatchObject({ code: '99001', targets: 1, planYear: 2026 })
  })
})
