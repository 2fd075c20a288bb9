import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeVillages, type VillagesRequest } from '../../server/collections/import/make-villages.ts'
import { undoImport } from '../../server/collections/import/undo.ts'
import { features, openImportFolder, square, type ImportFolder } from '../support/import-folder.ts'

// Provisional villages are for communes whose villages have no boundaries: they never take a real one's place.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

let files = 0
const make = (rows: string[], more: Partial<VillagesRequest> = {}) =>
  makeVillages(importer.deps, {
    commune: '00001',
    file: importer.file(`giua-${++files}.csv`, ['name,kind,lon,lat', ...rows].join('\n')),
    importedBy: 'test',
    ...more
  })
const real = (code: string, lng: number, more: object = {}) =>
  importer.take(
    'villages',
    importer.file(
      `thon-${++files}.geojson`,
      JSON.stringify(
        features([{ code, name: `Thôn ${code}`, kind: 'thôn', ...more }, square(lng, 20.04, 0.02)])
      )
    )
  )
const held = async () =>
  (
    await importer.db.query<{ code: string; name: string; provisional: boolean }>(
      `select code, name, provisional from village where known_to = 'infinity' order by code, valid_from`
    )
  ).rows

test('the columns of the coordinates count as used; provisional villages may be replaced', async () => {
  const first = await make(['Đông,xóm,105.08,20.05', 'Tây,xóm,105.02,20.05'])
  expect(first).toMatchObject({ outcome: 'published', unusedColumns: [] })
  const second = await make(['Bắc,xóm,105.05,20.08', 'Nam,xóm,105.05,20.02'])
  expect(second).toMatchObject({ outcome: 'published' })
  expect(await held()).toEqual([
    { code: '00001-03', name: 'Bắc', provisional: true },
    { code: '00001-04', name: 'Nam', provisional: true }
  ])
})

test('where a village has a real boundary, nothing is made: which, and what to do', async () => {
  const { importId } = await real('00001-02', 105.04)
  const before = await held()
  await expect(
    make(['Bắc,xóm,105.05,20.08', 'Nam,xóm,105.05,20.02', 'Tây,xóm,105.01,20.05'])
  ).rejects.toThrow(
    new RegExp(
      `Xã 00001 đã có 1 thôn có ranh giới thật: Thôn 00001-02 \\(00001-02\\)\\..*npm run import -- villages TỆP.*npm run import -- undo ${importId}$`
    )
  )
  await expect(make(['Bắc,xóm,105.05,20.08'], { dryRun: true })).rejects.toThrow(/ranh giới thật/)
  expect(await held()).toEqual(before)
})

test('a boundary that ended leaves later days free; its code is nobody else’s', async () => {
  await importer.db.query(
    `update village set known_to = now() where known_to = 'infinity' and not provisional`
  )
  await real('00001-03', 105.04, { valid_to: '2020-01-01' })
  await expect(make(['Nam,xóm,105.05,20.02'])).rejects.toThrow(/Thôn 00001-03/)
  const set = { valid_from: '01/01/2020' }
  const report = await make(['A,xóm,105.05,20.02', 'B,xóm,105.05,20.05', 'C,xóm,105.05,20.08'], { set })
  expect(report).toMatchObject({ outcome: 'published' })
  expect((await held()).filter(({ provisional }) => provisional).map(({ code }) => code)).toEqual(
    expect.arrayContaining(['00001-01', '00001-02', '00001-04'])
  )
})

test('a boundary that comes while the cells are made is noticed as they are published', async () => {
  const db = importer.deps.db
  let asked = 0
  const racing = new Proxy(db, {
    get(pool, name) {
      // The first look, before the file is read, sees no boundary yet.
      if (name === 'query')
        return (text: string, values: unknown[]) =>
          /not v\.provisional/.test(text) && ++asked === 1
            ? Promise.resolve({ rows: [] })
            : pool.query(text, values)
      const value: unknown = Reflect.get(pool, name)
      return typeof value === 'function' ? value.bind(pool) : value
    }
  })
  const before = await held()
  const file = importer.file('dua.csv', 'name,kind,lon,lat\nA,xóm,105.05,20.02\n')
  await expect(
    makeVillages({ ...importer.deps, db: racing }, { commune: '00001', file, importedBy: 'test' })
  ).rejects.toThrow(/ranh giới thật/)
  expect(asked).toBe(1)
  expect(await held()).toEqual(before)
})

describe('a second set of centres', () => {
  const commune = '00003'
  const codes = async () =>
    (
      await importer.db.query<{ code: string; until: string }>(
        `select code, valid_to::text as until from village where known_to = 'infinity' and commune_code = $1
          order by code, valid_from`,
        [commune]
      )
    ).rows.map(({ code, until }) => (until === 'infinity' ? code : `${code} → ${until}`))
  const [north, middle, south] = ['Bắc,xóm,106.05,20.08', 'Giữa,xóm,106.05,20.05', 'Nam,xóm,106.05,20.02']
  const undo = (importId: number | null) => undoImport(importer.deps, importId ?? 0, 'test')

  beforeAll(async () => {
    const rows = features(
      [{ code: commune, name: 'Xã Ba' }, square(106, 20, 0.1)],
      [{ code: '00004', name: 'Xã Bốn' }, square(106.1, 20, 0.1)]
    )
    await importer.take('communes', importer.file('xa-3.geojson', JSON.stringify(rows)))
    await make(['Đông,xóm,106.15,20.05'], { commune: '00004' })
    await make([north, middle, south], { commune })
  })

  test('with fewer villages replaces the whole earlier one; undone, that is back', async () => {
    const fewer = await make([north, south], { commune })
    expect(await codes()).toEqual(['00003-01', '00003-03'])
    await undo(fewer.importId)
    expect(await codes()).toEqual(['00003-01', '00003-02', '00003-03'])
  })

  test('gives a village the code that it had, and a new one a number that none has had', async () => {
    const changed = await make(['Mới,xóm,106.08,20.05', 'NAM,xóm,106.05,20.02'], { commune })
    const { rows } = await importer.db.query(
      `select code, name from village where known_to = 'infinity' and import_id = $1 order by code`,
      [changed.importId]
    )
    expect(rows).toEqual([
      { code: '00003-03', name: 'NAM' },
      { code: '00003-04', name: 'Mới' }
    ])
    await undo(changed.importId)
  })

  test('with codes of its own and a day replaces it from that day', async () => {
    const file = importer.file('giua-ma.csv', 'Mã thôn,name,kind,lon,lat\nX1,Cả xã,xóm,106.05,20.05\n')
    const report = await make([], { commune, file, set: { valid_from: '01/07/2026' } })
    expect(report).toMatchObject({ columns: { code: 'Mã thôn' }, unusedColumns: [] })
    expect(report.notes).toContainEqual(expect.objectContaining({ vi: expect.stringMatching(/là tạm/) }))
    const until = ['00003-01', '00003-02', '00003-03'].map((code) => `${code} → 2026-07-01`)
    expect(await codes()).toEqual([...until, 'X1'])
    await undo(report.importId)
    expect(await codes()).toEqual(['00003-01', '00003-02', '00003-03'])
  })

  test('leaves boundaries of other days and other communes’ sets; the earlier file says what replaced it', async () => {
    const boundary = { code: 'cũ', name: 'Thôn cũ', kind: 'thôn', valid_to: '2000-01-01' }
    const rows = JSON.stringify(features([boundary, square(106.02, 20.02, 0.02)]))
    await importer.take('villages', importer.file('cu.geojson', rows))
    const set = { valid_from: '2000-01-01' }
    const first = importer.file('dau.csv', `code,name,kind,lon,lat\nA1,${north}\nA2,${south}\n`)
    const second = importer.file('sau.csv', `code,name,kind,lon,lat\nB1,${middle}\n`)
    await make([], { commune, file: first, set })
    const { importId } = await make([], { commune, file: second, set })
    const before = ['00003-01', '00003-02', '00003-03'].map((code) => `${code} → 2000-01-01`)
    expect(await codes()).toEqual([...before, 'B1', 'cũ → 2000-01-01'])
    expect((await held()).map(({ code }) => code)).toContain('00004-01')
    await expect(make([], { commune, file: first, set })).rejects.toThrow(
      new RegExp(`thay bằng lần nạp số ${importId} `)
    )
  })
})
