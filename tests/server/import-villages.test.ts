import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeVillages, type VillagesRequest } from '../../server/collections/import/make-villages.ts'
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
    { code: '00001-01', name: 'Bắc', provisional: true },
    { code: '00001-02', name: 'Nam', provisional: true }
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
