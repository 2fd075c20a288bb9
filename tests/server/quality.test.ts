import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Place } from '../../server/editing/contract.ts'
import type { Finding, listAssignees, listFindings, QualityKind } from '../../server/quality/contract.ts'
import type { QualityRound, RoundRecord } from '../../server/quality/round-contract.ts'
import type { z } from 'zod'
import { createStaff, createUnit, signedIn } from '../support/accounts.ts'
import { box, multipolygon, point, type Row } from '../support/commune-data.ts'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'
import { rectangle } from '../support/rectangle.ts'

type Reply = z.infer<typeof listFindings.reply>
type Assignees = z.infer<typeof listAssignees.reply>
type Headers = Record<string, string>

let server: FiguresServer
let planner: Headers
let plannerId: number

/** Whole numbers of thousandths of a degree from a commune's south-western corner. */
type Box = [number, number, number, number]
let made = 0

/** A commune of 10 by 10 thousandths on ground of its own (about 1.1 km), and ways to fill it. */
async function commune(border = true) {
  const code = String(20001 + made)
  const [west, south] = [105 + 0.1 * made++, 17]
  const at = (x: number, y: number): [number, number] => [west + x / 1000, south + y / 1000]
  const area = ([x0, y0, x1, y1]: Box) => box(...at(x0, y0), ...at(x1, y1))
  await server.data.publish('communes', [
    { code, name: `Xã ${code}`, geom: border ? area([0, 0, 10, 10]) : null }
  ])
  return {
    code,
    at,
    area,
    point: (x: number, y: number) => point(...at(x, y)),
    village: (number: number, geom: string, more: Row = {}) => ({
      code: `${code}-${number}`,
      name: `Thôn ${number}`,
      kind: 'thôn',
      commune_code: code,
      population: 100,
      households: 30,
      geom,
      ...more
    })
  }
}
type Commune = Awaited<ReturnType<typeof commune>>

/** Two villages that share the whole commune along one border, of which each has its own corners. */
async function whole(of: Commune) {
  const { at, village } = of
  const east = multipolygon([[[at(5, 0), at(10, 0), at(10, 10), at(5, 10), at(5, 7), at(5, 2)]]])
  await server.data.publish('villages', [village(1, of.area([0, 0, 5, 10])), village(2, east)])
}

const ask = (
  method: 'GET' | 'POST' | 'PUT',
  path: string,
  given: { as?: Headers; body?: object; match?: number } = {}
) =>
  server.app.inject({
    method,
    url: `/api/staff/quality${path}`,
    headers: {
      ...(given.as ?? planner),
      ...(given.match === undefined ? {} : { 'if-match': `"${given.match}"` })
    },
    ...(given.body ? { payload: given.body } : {})
  })

async function look({ code }: Commune, query = '', as = planner): Promise<Reply> {
  const response = await ask('GET', `?commune=${code}${query}`, { as })
  expect(response.statusCode, response.body).toBe(200)
  return response.json<Reply>()
}
const found = async (of: Commune, kind: QualityKind, as = planner): Promise<Finding[]> =>
  (await look(of, `&kind=${kind}`, as)).findings
const reasonOf = ({ checks }: Reply, kind: QualityKind) => checks.find((one) => one.kind === kind)
/** m² of thousandths of a degree squared at 17° north. */
const M2 = 11_786

beforeAll(async () => {
  server = await startFigures()
  const account = await signedIn(server.db, { role: 'planner', name: 'Phạm Thị Quy' })
  planner = account.headers
  plannerId = account.id
})
afterAll(() => server.stop())

describe('borders of villages', () => {
  test('that share an edge with other corners on it, and fill the commune, are in order', async () => {
    const of = await commune()
    await whole(of)

    const { checks } = await look(of)

    expect(checks.filter(({ kind }) => ['invalid', 'overlap', 'gap', 'reach'].includes(kind))).toEqual(
      ['invalid', 'overlap', 'gap', 'reach'].map((kind) => ({ kind, found: 0, accepted: 0, reason: null }))
    )
  })

  test('without any, nothing is said to be in order', async () => {
    const of = await commune()

    const reply = await look(of)

    for (const kind of ['invalid', 'overlap', 'gap', 'reach', 'sums'] as const)
      expect(reasonOf(reply, kind)).toEqual({ kind, found: null, accepted: null, reason: 'no_villages' })
    expect(reasonOf(reply, 'duplicate')?.reason).toBe('no_places')
  })

  test('of a commune without a border tell neither gaps nor what lies outside', async () => {
    const of = await commune(false)
    await server.data.publish('villages', [of.village(1, of.area([0, 0, 5, 10]))])

    const reply = await look(of)

    expect(reasonOf(reply, 'overlap')?.found).toBe(0)
    for (const kind of ['gap', 'reach', 'outside'] as const)
      expect(reasonOf(reply, kind)?.reason).toBe('no_border')
  })

  test('an overlap is told once, with its area, its shape and both villages', async () => {
    const of = await commune()
    await server.data.publish('villages', [
      of.village(1, of.area([0, 0, 6, 10])),
      of.village(2, of.area([5, 0, 10, 10]))
    ])

    const [overlap, ...others] = await found(of, 'overlap')

    expect(others).toEqual([])
    expect(overlap?.key).toBe(`overlap:${of.code}-1|${of.code}-2`)
    expect(overlap?.measure).toBeCloseTo(10 * M2, -4)
    expect(overlap?.text.vi).toMatch(/^Thôn Thôn 1 và thôn Thôn 2 chồng lên nhau 11\d\.\d{3} m²\.$/)
    expect(overlap?.records.map(({ place }) => typeof place)).toEqual(['number', 'number'])
    expect(overlap?.geometry?.type).toBe('MultiPolygon')
    expect(overlap?.at?.lng).toBeCloseTo(of.at(5.5, 0)[0], 4)
  })

  test('overlaps below the limit are let be; the limit is the commune’s own', async () => {
    const of = await commune()
    await server.data.publish('villages', [
      of.village(1, of.area([0, 0, 5, 10])),
      // 0.01 thousandths wide: about 1,100 m².
      of.village(
        2,
        multipolygon([[[of.at(4.99, 0), of.at(10, 0), of.at(10, 10), of.at(5, 10), of.at(4.99, 9)]]])
      )
    ])
    expect(await found(of, 'overlap')).toHaveLength(1)

    const { limits } = (await ask('GET', `/limits?commune=${of.code}`)).json<{ limits: object }>()
    const body = { commune: of.code, limits: { ...limits, overlapM2: 50_000 } }
    expect((await ask('PUT', '/limits', { body, match: 0 })).statusCode).toBe(200)

    expect(await found(of, 'overlap')).toHaveLength(0)
    expect((await ask('PUT', '/limits', { body, match: 0 })).statusCode).toBe(412)
  })

  test('gaps: a hole, a strip and multipolygons count; a sliver below the limit does not', async () => {
    const of = await commune()
    const { at } = of
    await server.data.publish('villages', [
      // A hole of 1 by 1 in the first, the second of two parts with a strip of 1 by 10 between them.
      of.village(
        1,
        multipolygon([
          [
            [at(0, 0), at(5, 0), at(5, 10), at(0, 10)],
            [at(2, 2), at(2, 3), at(3, 3), at(3, 2)]
          ]
        ])
      ),
      of.village(
        2,
        multipolygon([
          [[at(5, 0), at(7, 0), at(7, 10), at(5, 10)]],
          [[at(8, 0), at(9.99999, 0), at(9.99999, 10), at(8, 10)]]
        ])
      )
    ])

    const gaps = await found(of, 'gap')

    expect(gaps.map(({ measure }) => Math.round((measure ?? 0) / M2))).toEqual([10, 1])
    expect(gaps[1]?.text.vi).toContain('giáp thôn Thôn 1.')
    expect(gaps[1]?.at?.lat).toBeCloseTo(at(0, 2.5)[1], 4)
  })

  test('ground beyond the commune, and a border that crosses itself, are told with the place', async () => {
    const of = await commune()
    const { at } = of
    await server.data.publish('villages', [
      of.village(1, of.area([0, 0, 5, 12])),
      of.village(2, of.area([6, 0, 9, 3]))
    ])

    // No way in lets one pass; an older database may have it.
    const crossed = multipolygon([[[at(6, 0), at(9, 3), at(9, 0), at(6, 3)]]])
    await server.db.query('update village set geom = $2 where code = $1', [`${of.code}-2`, crossed])

    const [reach] = await found(of, 'reach')
    const [invalid] = await found(of, 'invalid')

    expect(Math.round((reach?.measure ?? 0) / M2)).toBe(10)
    expect(invalid?.text).toEqual({
      vi: 'Thôn Thôn 2: ranh giới tự cắt.',
      en: 'Thôn Thôn 2: the border crosses itself.'
    })
    expect(invalid?.at?.lng).toBeCloseTo(at(7.5, 0)[0], 6)
  })
})

describe('places', () => {
  test('outside the commune are told with the distance; the border is inside', async () => {
    const of = await commune()
    const house = (ref: string, name: string, geom: string) => ({
      ref,
      name,
      commune_code: of.code,
      geom,
      wifi: 'no'
    })
    await server.data.publish('cultural_houses', [
      house('1', 'NVH Trong', of.point(5, 5)),
      house('2', 'NVH Mép', of.point(0, 5)),
      house('3', 'NVH Ngoài', of.point(-1, 5))
    ])

    const outside = await found(of, 'outside')

    expect(outside.map(({ key }) => key)).toEqual(['outside:cultural_houses:ref:3'])
    expect(outside[0]?.measure).toBeCloseTo(106.4, 0)
    expect(outside[0]?.text).toEqual({
      vi: 'NVH Ngoài (nhà văn hóa thôn): nằm ngoài ranh giới xã 106 m.',
      en: 'NVH Ngoài (cultural house) lies outside the commune’s border by 106 m.'
    })
  })

  test('that are near and named alike may be one; other numbers, other kinds and far ones are not', async () => {
    const of = await commune()
    const place = (ref: string, name: string, x: number, kind = 'school') => ({
      ref,
      name,
      kind,
      commune_code: of.code,
      geom: of.point(x, 5)
    })
    await server.data.publish('institutions', [
      place('1', 'Trường Tiểu học Xuân Hưng', 5),
      place('2', 'TRUONG TIEU HOC XUAN HUNG', 5.2),
      place('3', 'Trường Tiểu học Xuân Hưng 2', 5.1),
      place('4', 'Trường Tiểu học Xuân Hưng', 5.1, 'office'),
      place('5', 'Trường Tiểu học Xuân Hưng', 8)
    ])

    const pairs = await found(of, 'duplicate')

    expect(pairs.map(({ key }) => key)).toEqual(['duplicate:institutions:ref:1|ref:2'])
    expect(pairs[0]?.text.vi).toBe(
      '«Trường Tiểu học Xuân Hưng» và «TRUONG TIEU HOC XUAN HUNG» (trụ sở, trường học, trạm y tế) cách nhau 21 m, tên chỉ khác dấu hoặc chữ hoa: có thể là một.'
    )
    expect(pairs[0]?.text.en).toContain('“TRUONG TIEU HOC XUAN HUNG” (public institutions) are 21 m apart')
  })

  test('lack what figures need, and are due for a check', async () => {
    const of = await commune()
    const day = (months: number) => new Date(Date.now() - months * 31 * 86_400_000).toISOString().slice(0, 10)
    await server.data.publish('cultural_houses', [
      {
        ref: '1',
        name: 'NVH Chưa rõ',
        wifi: 'unknown',
        wifi_checked_on: null,
        commune_code: of.code,
        geom: of.point(1, 1)
      },
      {
        ref: '2',
        name: 'NVH Mới',
        wifi: 'yes',
        wifi_checked_on: day(1),
        commune_code: of.code,
        geom: of.point(3, 1)
      },
      {
        ref: '3',
        name: 'NVH Cũ',
        wifi: 'yes',
        wifi_checked_on: day(5),
        commune_code: of.code,
        geom: of.point(5, 1)
      },
      {
        ref: '4',
        name: 'NVH Chưa',
        wifi: 'yes',
        wifi_checked_on: null,
        commune_code: of.code,
        geom: of.point(7, 1)
      }
    ])

    await server.data.publish('cameras', [
      {
        ref: '5',
        place: 'NVH Chưa rõ',
        owner: 'Xã',
        purpose: 'An ninh',
        contact: 'Xã',
        notice: true,
        commune_code: of.code,
        geom: of.point(9, 1)
      }
    ])

    const [missing, unchecked] = [await found(of, 'missing'), await found(of, 'unchecked')]

    expect(missing.map(({ text }) => text.vi)).toEqual([
      'NVH Chưa rõ (nhà văn hóa thôn): còn thiếu Wifi miễn phí.',
      'NVH Chưa rõ (camera giám sát): còn thiếu Tình trạng.'
    ])
    expect(unchecked.map(({ records, measure }) => [records[0]?.label, measure])).toEqual([
      ['NVH Chưa', null],
      ['NVH Cũ', 5]
    ])
  })

  test('a hidden relic’s place and distance are for those who manage relics', async () => {
    const of = await commune()
    await server.data.publish('relics', [
      { ref: '1', name: 'Hố khai quật', protected: true, commune_code: of.code, geom: of.point(-8.7, 5) }
    ])
    const culture = (await signedIn(server.db, { role: 'culture', communeCode: of.code })).headers

    const [seen] = await found(of, 'outside', culture)
    const [kept] = await found(of, 'outside')

    expect(seen?.geometry?.type).toBe('Point')
    expect(seen?.measure).toBeCloseTo(926.4, 0)
    expect(kept?.measure).toBeNull()
    expect(kept?.geometry?.type).toBe('Polygon')
    expect(JSON.stringify(kept)).not.toContain(String(of.at(-8.7, 5)[0]).slice(0, 8))
  })

  test('a hidden relic of another commune, or of none, is not told by what lies beside it', async () => {
    const [of, other] = [await commune(), await commune()]
    const relic = (ref: string, x: number, more: Row = {}) => ({
      ...{ ref, name: 'Hố khai quật', protected: true, commune_code: of.code, geom: of.point(x, 5), ...more }
    })
    await server.data.publish('relics', [
      relic('1', 9.9),
      relic('2', 9.8),
      relic('3', 10.1, { commune_code: other.code }),
      relic('4', 10.2, { commune_code: null }),
      relic('5', -8.7, { commune_code: null })
    ])
    const culture = (await signedIn(server.db, { role: 'culture', communeCode: of.code })).headers

    expect((await found(of, 'duplicate', culture)).map(({ key }) => key)).toEqual([
      'duplicate:relics:ref:1|ref:2'
    ])
    expect(
      (await found(of, 'outside', culture)).map(({ key, measure, geometry }) => [
        key,
        measure,
        geometry?.type
      ])
    ).toEqual([['outside:relics:ref:5', null, 'Polygon']])
  })

  test('a limit tells a hidden relic’s cell from the commune, not the relic', async () => {
    const of = await commune()
    await server.data.publish('relics', [
      // Its cell is wider than the way from the border.
      { ref: '1', name: 'Hố giáp ranh', protected: true, commune_code: of.code, geom: of.point(-0.02, 5) }
    ])
    const culture = (await signedIn(server.db, { role: 'culture', communeCode: of.code })).headers

    expect(await found(of, 'outside', culture)).toHaveLength(1)
    expect(await found(of, 'outside')).toEqual([])
  })
})

test('sums of household points are held against the register; without points nothing is compared', async () => {
  const of = await commune()
  await whole(of)
  expect(reasonOf(await look(of), 'sums')?.reason).toBe('no_premises')
  await server.data.publish('premises', [
    { commune_code: of.code, geom: of.point(1, 1), residents: 130, households: 30 },
    { commune_code: of.code, geom: of.point(7, 1), residents: 95, households: 31 }
  ])

  const sums = await found(of, 'sums')

  expect(sums.map(({ text, measure, unit }) => [text.vi, measure, unit])).toEqual([
    ['Thôn Thôn 1: điểm hộ cộng lại 130 người, sổ ghi 100 người.', 30, 'people']
  ])
})

test('a register is as old as it was last stated: a border mended by hand does not renew it', async () => {
  const of = await commune()
  const villages = [of.village(1, of.area([0, 0, 5, 10]))]
  await server.data.publish('villages', villages, { at: '2025-01-15T00:00:00Z' })
  const said = async () =>
    (await found(of, 'unchecked')).map(({ text, records }) => [text.vi, records[0]?.place])
  const [[text, place] = []] = await said()
  expect(text).toMatch(/^Thôn Thôn 1: dân số, số hộ ghi nhận gần nhất ngày 15\/01\/2025, đã \d+ tháng\.$/)
  const change = async (width: number, more: object) => {
    const url = `/api/staff/places/villages/${place}`
    const { etag, values } = (await server.app.inject({ url, headers: planner })).json<Place>()
    const geometry = rectangle(...of.at(0, 0), ...of.at(width, 10))
    const payload = { values: { ...values, ...more }, geometry, validFrom: null, reason: 'Đối chiếu sổ' }
    const headers = { ...planner, 'if-match': etag }
    const response = await server.app.inject({ method: 'PUT', url, headers, payload })
    expect(response.statusCode, response.body).toBe(200)
  }

  await change(6, {})
  expect((await said())[0]?.[0]).toBe(text)
  await change(6, { population: 101 })
  expect(await said()).toEqual([])
  await change(5, {})
  expect(await said()).toEqual([])
})

describe('decisions', () => {
  const decide = (of: Commune, key: string, match: number | undefined, more: object = {}) =>
    ask('PUT', '/cases', {
      body: { commune: of.code, key, unitId: null, accountId: null, accepted: null, ...more },
      ...(match === undefined ? {} : { match })
    })

  test('survive that the data are looked at again, and are not overwritten unseen', async () => {
    const of = await commune()
    await server.data.publish('villages', [
      of.village(1, of.area([0, 0, 6, 10])),
      of.village(2, of.area([5, 0, 10, 10]))
    ])
    const unitId = await createUnit(server.db, of.code, 'Tổ địa chính')
    await createStaff(server.db, { role: 'culture', communeCode: of.code, unitId })
    const [{ key } = { key: '' }] = await found(of, 'overlap')

    expect((await decide(of, key, undefined)).statusCode).toBe(428)
    expect((await decide(of, key, 0, { unitId, accountId: plannerId })).statusCode).toBe(200)
    const late = await decide(of, key, 0)

    expect(late.statusCode).toBe(412)
    expect(late.json()).toMatchObject({
      version: 1,
      unit: { name: 'Tổ địa chính' },
      person: { name: 'Phạm Thị Quy' }
    })
    expect((await look(of, '&state=assigned')).findings.map((one) => one.key)).toEqual([key])
    expect((await look(of, '&state=free&kind=overlap')).total).toBe(0)
    expect((await decide(of, key, 1, { unitId: await createUnit(server.db, '99999') })).statusCode).toBe(422)
    expect((await decide(of, 'overlap:a|b', 0)).statusCode).toBe(404)
    const { rows } = await server.db.query(
      `select after from audit_entry where action = 'quality.decide' and subject_id = $1`,
      [key]
    )
    expect(rows).toEqual([{ after: { unit: 'Tổ địa chính', person: 'Phạm Thị Quy', accepted: null } }])
  })

  test('are given to a unit only where somebody in it may open the section', async () => {
    const of = await commune()
    await server.data.publish('villages', [of.village(1, of.area([0, 0, 8, 10]))])
    const [{ key } = { key: '' }] = await found(of, 'gap')
    const unitId = await createUnit(server.db, of.code, 'Tổ Vệ sinh')
    await createStaff(server.db, { role: 'officer', communeCode: of.code, unitId })
    const units = async () => (await ask('GET', `/assignees?commune=${of.code}`)).json<Assignees>().units

    expect(await units()).toEqual([])
    const refused = await decide(of, key, 0, { unitId })
    expect([refused.statusCode, refused.body]).toEqual([
      422,
      expect.stringContaining('không ai trong đơn vị mở được mục này')
    ])
    await createStaff(server.db, { role: 'planner', communeCode: of.code, unitId })
    expect(await units()).toEqual([{ id: unitId, name: 'Tổ Vệ sinh' }])
    expect((await decide(of, key, 0, { unitId })).statusCode).toBe(200)
  })

  test('an accepted gap stays accepted where its shape changes, until it has grown', async () => {
    const of = await commune()
    const first = await server.data.publish('villages', [of.village(1, of.area([0, 0, 8, 10]))])
    const [{ key } = { key: '' }] = await found(of, 'gap')
    expect((await decide(of, key, 0, { accepted: 'Đất rừng phòng hộ, không thuộc thôn' })).statusCode).toBe(
      200
    )

    await server.data.undo(first)
    const second = await server.data.publish('villages', [of.village(1, of.area([0, 0, 8.5, 10]))])
    const [smaller] = await found(of, 'gap')
    await server.data.undo(second)
    await server.data.publish('villages', [of.village(1, of.area([0, 0, 5, 10]))])
    const [grown] = await found(of, 'gap')

    expect([smaller?.key, grown?.key]).toEqual([key, key])
    expect(smaller?.case.accepted).toMatchObject({ by: 'Phạm Thị Quy', lapsed: false })
    expect(grown?.case.accepted?.lapsed).toBe(true)
    expect((await look(of, '&kind=gap&state=open')).total).toBe(1)
  })
})

test('a round keeps what was found at both ends, tells what was mended, and does not change once closed', async () => {
  const of = await commune()
  const crossing = await server.data.publish('villages', [
    of.village(1, of.area([0, 0, 6, 10])),
    of.village(2, of.area([5, 0, 10, 10]), { households: null })
  ])
  const body = { commune: of.code, name: 'Đợt 2 năm 2026', from: '2026-11-01', to: '2026-11-30', task: null }
  const begun = (await ask('POST', '/rounds', { body })).json<QualityRound>()
  expect(begun).toMatchObject({ startedBy: 'Phạm Thị Quy', closedAt: null, atEnd: null })
  expect((await ask('POST', '/rounds', { body })).statusCode).toBe(409)

  await server.data.undo(crossing)
  await server.data.publish('villages', [
    of.village(1, of.area([0, 0, 5, 10])),
    of.village(2, of.area([5, 0, 10, 9]), { households: null })
  ])
  const close = (match: number) =>
    ask('POST', `/rounds/${begun.id}/close`, { body: { conclusion: 'Đạt yêu cầu' }, match })
  expect((await close(7)).statusCode).toBe(412)
  const closed = (await close(1)).json<QualityRound>()
  expect(closed).toMatchObject({ closedBy: 'Phạm Thị Quy', conclusion: 'Đạt yêu cầu', version: 2 })
  expect((await close(2)).statusCode).toBe(409)

  const readRound = async () => (await ask('GET', `/rounds/${begun.id}`)).json<RoundRecord>()
  const record = await readRound()
  const count = (kind: QualityKind) => record.counts.find((one) => one.kind === kind)
  expect(count('overlap')).toMatchObject({ start: 1, end: 0, mended: 1, added: 0 })
  expect(count('gap')).toMatchObject({ start: 0, end: 1, mended: 0, added: 1 })
  expect(count('sums')).toMatchObject({ start: null, startReason: 'no_premises', mended: null })
  expect(record.mended.map(({ key }) => key)).toEqual([`overlap:${of.code}-1|${of.code}-2`])
  expect(record.remaining.map(({ key }) => key)).toEqual([`missing:villages:${of.code}-2`])

  await server.data.publish('villages', [of.village(3, of.area([1, 1, 2, 2]))])
  expect(await readRound()).toEqual(record)
  await expect(
    server.db.query(`update quality_round set name = 'khác' where id = $1`, [begun.id])
  ).rejects.toThrow()
  const sheet = await ask('GET', `/rounds/${begun.id}/sheet?lang=vi`)
  expect(sheet.headers['content-type']).toContain('text/html')
  for (const text of [
    'Biên bản làm sạch dữ liệu',
    'Đợt 2 năm 2026',
    '01/11/2026',
    'Đạt yêu cầu',
    'NGƯỜI LẬP BIÊN BẢN'
  ])
    expect(sheet.body).toContain(text)
})

test('a round’s record tells why a finding stays and who said so, as it was when it was closed', async () => {
  const of = await commune()
  await server.data.publish('cultural_houses', [
    { ref: '1', name: 'NVH Trước', wifi: 'unknown', commune_code: of.code, geom: of.point(1, 1) },
    { ref: '2', name: 'NVH Trong', wifi: 'unknown', commune_code: of.code, geom: of.point(3, 1) }
  ])
  const [before = '', during = ''] = (await found(of, 'missing')).map(({ key }) => key).sort()
  const accept = async (key: string, match: number, accepted: string) => {
    const body = { commune: of.code, key, unitId: null, accountId: null, accepted }
    expect((await ask('PUT', '/cases', { body, match })).statusCode).toBe(200)
  }
  await accept(before, 0, 'Thôn chưa kéo mạng')
  const begin = { commune: of.code, name: 'Đợt có lý do', from: '2026-11-01', to: '2026-11-30', task: null }
  const { id } = (await ask('POST', '/rounds', { body: begin })).json<QualityRound>()
  await accept(during, 0, '<b>Sẽ lắp</b> quý I')
  await ask('POST', `/rounds/${id}/close`, { body: { conclusion: '' }, match: 1 })
  await accept(during, 1, 'Nghĩ lại sau khi ký')

  const record = (await ask('GET', `/rounds/${id}`)).json<RoundRecord>()
  expect(record.accepted.map(({ key, accepted }) => [key, accepted?.reason, accepted?.by])).toEqual([
    [before, 'Thôn chưa kéo mạng', 'Phạm Thị Quy'],
    [during, '<b>Sẽ lắp</b> quý I', 'Phạm Thị Quy']
  ])
  const sheets = { vi: 'Lý do giữ nguyên:', en: 'Accepted as it is, because:' }
  for (const [lang, words] of Object.entries(sheets)) {
    const { body } = await ask('GET', `/rounds/${id}/sheet?lang=${lang}`)
    expect(body).toContain(`<i>${words}</i> &lt;b&gt;Sẽ lắp&lt;/b&gt; quý I (Phạm Thị Quy, `)
    expect(body).not.toContain('Nghĩ lại')
  }
})

test('the file and the sheet hold what the filters hold; a cell is never a formula', async () => {
  const of = await commune()
  await server.data.publish('cultural_houses', [
    { ref: '1', name: '=HYPERLINK("x")', wifi: 'unknown', commune_code: of.code, geom: of.point(1, 1) }
  ])

  const file = await ask('GET', `/findings.csv?commune=${of.code}&kind=missing&lang=vi`)
  const sheet = await ask('GET', `/sheet?commune=${of.code}&lang=vi`)

  expect(file.body.split('\r\n')).toHaveLength(3)
  expect(file.body).toContain(`'=HYPERLINK`)
  expect(sheet.body).toContain('=HYPERLINK(&quot;x&quot;) (nhà văn hóa thôn): còn thiếu Wifi miễn phí.')
  expect(sheet.body).toContain('không kiểm tra được: xã chưa có ranh giới thôn nào')
})

test('everybody looks at his own commune; whoever works for all names one', async () => {
  const [own, other] = [await commune(), await commune()]
  const { headers } = await signedIn(server.db, { role: 'administrator', communeCode: own.code })

  expect((await ask('GET', '', { as: headers })).json<Reply>().commune.code).toBe(own.code)
  expect((await ask('GET', `?commune=${other.code}`, { as: headers })).statusCode).toBe(403)
  expect((await ask('GET', '')).statusCode).toBe(422)
})
