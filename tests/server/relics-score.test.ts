import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { box, point, type Row } from '../support/commune-data.ts'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'

let server: FiguresServer
const COMMUNE = { code: '00301', name: 'Số Hóa', geom: box(105.3, 18.3, 105.4, 18.4) }

/** A relic that has everything a file can say. */
const WHOLE = {
  commune_code: COMMUNE.code,
  rank: 'provincial',
  decision_number: '12/QĐ-UBND',
  decision_date: '2011-05-18',
  accuracy_m: 5,
  description: 'Dựng năm 1740.'
}

interface Medium {
  kind?: string
  width?: number
  height?: number
  from?: string
  knownFrom?: string
  knownTo?: string
}

/** Puts media beside a relic, as if staff had uploaded them at a moment. */
async function media(ref: string, ...list: Medium[]) {
  for (const [index, { kind = 'image', width = 1000, height = 1000, ...times }] of list.entries())
    await server.db.query(
      `insert into relic_media (site_id, kind, position, alt_vi, alt_en, author, licence, sha256, width, height,
                                valid_from, known_from, known_to)
       select id, $2, $3, 'Ảnh', 'Picture', 'Xã', 'CC BY 4.0', sha256(convert_to($1::text || $3::integer, 'UTF8')), $4, $5, $6, $7, $8
         from relic_site where ref = $1`,
      [
        ref,
        kind,
        index + 1,
        width,
        height,
        times.from ?? '2025-05-01',
        times.knownFrom ?? '2025-05-01T00:00:00Z',
        times.knownTo ?? 'infinity'
      ]
    )
}
const images = (count: number, like: Medium = {}) => Array.from({ length: count }, () => like)

/** Relics of one commune; columns left out are null in all of them. */
const relics = (rows: readonly Row[], at?: string) =>
  server.data.publish(
    'relics',
    rows.map((row, index) => ({
      geom: point(105.31 + index / 1000, 18.31),
      rank: null,
      decision_number: null,
      decision_date: null,
      accuracy_m: null,
      description: null,
      commune_code: COMMUNE.code,
      ...row
    })),
    at === undefined ? {} : { at }
  )

interface Scored {
  ref: string
  score: number
}

/** The rule once more, slowly and from the tables alone. */
async function reference(day: string, known: string): Promise<Scored[]> {
  const all = await server.db.query<Record<string, string | number | null> & { ref: string }>(
    `select ref, rank, decision_number, decision_date::text, accuracy_m, description from relic
      where known_from <= $2 and $2 < known_to and valid_from <= $1 and $1 < valid_to order by ref`,
    [day, known]
  )
  const shown = await server.db.query<{ ref: string; kind: string; width: number; height: number }>(
    `select s.ref, m.kind, m.width, m.height from relic_media m join relic_site s on s.id = m.site_id
      where m.known_from <= $2 and $2 < m.known_to and m.valid_from <= $1 and $1 < m.valid_to`,
    [day, known]
  )
  return all.rows.map((relic) => {
    const own = shown.rows.filter(({ ref }) => ref === relic.ref)
    const items = [
      relic['rank'] !== null && relic['decision_number'] !== null && relic['decision_date'] !== null,
      relic['accuracy_m'] !== null,
      own.filter(({ kind, width, height }) => kind === 'image' && width * height >= 950_000).length >= 5,
      relic['description'] !== null,
      own.some(({ kind }) => kind !== 'image'),
      true,
      own.length > 0
    ]
    return { ref: relic.ref, score: items.filter(Boolean).length }
  })
}

async function scores(day: string, known: string): Promise<Scored[]> {
  const { rows } = await server.db.query<Scored>(
    `select s.ref, r.score from relic_scores($1, $2) r join relic_site s on s.id = r.site_id order by s.ref`,
    [day, known]
  )
  return rows
}

beforeAll(async () => {
  server = await startFigures()
  await server.data.publish('communes', [COMMUNE], { at: '2025-01-01T00:00:00Z' })
  await relics(
    [
      { ref: 'a', name: 'Đủ cả', ...WHOLE },
      { ref: 'b', name: 'Ảnh nhỏ', ...WHOLE },
      { ref: 'c', name: 'Thiếu ngày quyết định', ...WHOLE, decision_date: null },
      { ref: 'd', name: 'Chỉ có tên' },
      { ref: 'e', name: 'Chỉ bốn ảnh', ...WHOLE },
      { ref: 'f', name: 'Khoanh vùng', ...WHOLE, geom: box(105.35, 18.35, 105.351, 18.351) }
    ],
    '2025-02-01T00:00:00Z'
  )
  await media('a', ...images(5), { kind: 'document' })
  await media('b', ...images(5, { width: 999, height: 950 }), { kind: 'audio' })
  await media('c', ...images(5), { kind: 'audio' })
  await media('e', ...images(4), { kind: 'document' })
  await media('f', ...images(5, { from: '2025-07-01', knownFrom: '2025-07-01T00:00:00Z' }), {
    kind: 'document'
  })
})
afterAll(() => server.stop())

describe('the score', () => {
  test.each([
    ['2025-06-30', '2025-12-01T00:00:00Z'],
    ['2025-07-01', '2025-12-01T00:00:00Z'],
    ['2025-07-01', '2025-06-30T00:00:00Z'],
    ['2025-04-30', '2025-04-30T00:00:00Z']
  ])('is what a slow count of the rule gives on %s as known at %s', async (day, known) => {
    expect(await scores(day, known)).toEqual(await reference(day, known))
  })

  test('counts seven items, each by itself', async () => {
    expect(await scores('2025-08-01', '2025-12-01T00:00:00Z')).toEqual([
      { ref: 'a', score: 7 },
      { ref: 'b', score: 6 },
      { ref: 'c', score: 6 },
      { ref: 'd', score: 1 },
      { ref: 'e', score: 6 },
      { ref: 'f', score: 7 }
    ])
  })
})

describe('the indicators', () => {
  const asked = 'asOf=2025-06-30&knownAt=2025-06-30T12:00:00Z'

  test('relics digitised are those with all seven, with the file and the media they stand on', async () => {
    const { figure } = (await server.indicator(COMMUNE.code, 'relics_digitised', asked)).commune

    expect(figure).toMatchObject({ numerator: 1, value: null, reason: null })
    expect(figure.sources).toEqual([
      expect.objectContaining({ collection: 'relics', publishedAt: '2025-02-01T00:00:00.000Z' }),
      {
        import: null,
        title: 'Tư liệu số hóa của di tích',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        collection: 'relic_media',
        validFrom: '2025-05-01',
        publishedAt: '2025-05-01T00:00:00.000Z'
      }
    ])
  })

  test('a count of relics is held against the promise of the plan', async () => {
    await server.promise(COMMUNE.code, 'relics_digitised', 1)
    const { figure } = (await server.indicator(COMMUNE.code, 'relics_digitised', 'asOf=2025-06-30')).commune

    expect(figure).toMatchObject({ numerator: 1, verdict: 'met' })
  })

  test('an answer with its two times fixed stays what it was when media come and go', async () => {
    const before = await server.indicator(COMMUNE.code, 'relics_digitised', asked)
    await media('e', { knownFrom: '2025-09-01T00:00:00Z' })
    await server.db.query(
      `update relic_media set known_to = '2025-09-02T00:00:00Z'
        where site_id = (select id from relic_site where ref = 'a') and known_to = 'infinity'`
    )
    const { computedAt: _before, ...was } = before
    const { computedAt: _after, ...is } = await server.indicator(COMMUNE.code, 'relics_digitised', asked)
    const later = await server.indicator(
      COMMUNE.code,
      'relics_digitised',
      'asOf=2025-09-10&knownAt=2025-09-10T00:00:00Z'
    )

    expect(is).toEqual(was)
    expect(later.commune.figure.numerator).toBe(2)
  })

  test('a relic without a stated accuracy is on the map for nobody who can vouch for it', async () => {
    const { figure } = (await server.indicator(COMMUNE.code, 'relics_on_map', asked)).commune

    expect(figure).toMatchObject({
      numerator: 5,
      unknown: 1,
      denominator: 6,
      high: 100,
      missing: [{ kind: 'facts', count: 1 }],
      reason: null
    })
  })

  test('a relic of which the public sees the cell alone is on the map, where its place has an accuracy', async () => {
    const hidden = { code: '00303', name: 'Giữ Kín', geom: box(105.6, 18.6, 105.7, 18.7) }
    await server.data.publish('communes', [hidden])
    const found = { commune_code: hidden.code, geom: point(105.65, 18.65), protected: true }
    await server.data.publish('relics', [
      { ...found, ref: 'g', name: 'Gò có sai số', accuracy_m: 5 },
      { ...found, ref: 'h', name: 'Gò không sai số', accuracy_m: null }
    ])
    const { figure } = (await server.indicator(hidden.code, 'relics_on_map')).commune

    expect(figure).toMatchObject({ numerator: 1, unknown: 1, denominator: 2, low: 50, high: 100 })
  })

  test('without any relic there is no figure, and not nought', async () => {
    const other = { code: '00302', name: 'Không Có', geom: box(105.5, 18.5, 105.6, 18.6) }
    await server.data.publish('communes', [other])
    for (const indicator of ['relics_digitised', 'relics_on_map']) {
      const answer = await server.indicator(other.code, indicator)
      expect(answer.commune.figure).toMatchObject({
        numerator: null,
        reason: 'no_data',
        missing: [{ kind: 'collection', collection: 'relics' }]
      })
    }
  })

  test('say nothing by village, where a hidden place would be told of', async () => {
    const { villages } = await server.indicator(COMMUNE.code, 'relics_digitised', asked)

    expect(villages).toEqual([])
  })
})

test('the page tells the score and what is missing, item by item, in both languages', async () => {
  const vi = await server.app.inject('/di-tich/chi-co-ten')
  const en = await server.app.inject('/di-tich/chi-co-ten?lang=en')

  expect(vi.body).toContain('Số hóa: 1/7')
  expect(vi.body).toContain('Địa chỉ lâu dài và mã QR để in: <strong>đã có</strong>')
  expect(vi.body).toContain('(0/5): <strong>còn thiếu</strong>')
  expect(en.body).toContain('Digitised: 1/7')
  expect(vi.body).not.toContain('<script>')
})
