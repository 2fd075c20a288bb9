import { afterAll, beforeAll, expect, test } from 'vitest'
import { undoImport } from '../../server/collections/import/undo.ts'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'

// Rows of one import never take each other's place, however near they lie.

let importer: ImportFolder
let files = 0
beforeAll(async () => {
  importer = await openImportFolder()
  const row = { code: '00002', name: 'Xã Hai' }
  await take('communes', [row, square(105.1, 20, 0.1)])
})
afterAll(() => importer.close())

const take = (collection: string, ...rows: Parameters<typeof features>) =>
  importer.take(collection, importer.file(`tep-${++files}.geojson`, JSON.stringify(features(...rows))))
const undo = (importId: number | null) => undoImport(importer.deps, importId ?? 0, 'test')
const held = async (ref: string) =>
  (
    await importer.db.query(
      `select count(*)::integer as rows, sum(residents)::integer as people from premises
        where known_to = 'infinity' and ref = $1`,
      [ref]
    )
  ).rows[0]

test('flats with their house’s ref, in no known commune, are all there the next time too', async () => {
  const flats = (residents: number) =>
    take(
      'premises',
      ...Array.from({ length: 10 }, (): [Record<string, unknown>, unknown] => [
        { ref: 'Nhà A', residents },
        point(105.05, 19.995)
      ])
    )
  await flats(3)
  expect(await held('Nhà A')).toEqual({ rows: 10, people: 30 })
  const { importId } = await flats(4)
  expect(await held('Nhà A')).toEqual({ rows: 10, people: 40 })
  await undo(importId)
  expect(await held('Nhà A')).toEqual({ rows: 10, people: 30 })
})

test('neighbours over the border with one number are two households the next time too', async () => {
  const both = (residents: number) =>
    take(
      'premises',
      [{ ref: '1', residents }, point(105.099997, 20.05)],
      [{ ref: '1', residents }, point(105.100003, 20.05)]
    )
  await both(3)
  expect(await held('1')).toEqual({ rows: 2, people: 6 })
  const { importId } = await both(4)
  expect(await held('1')).toEqual({ rows: 2, people: 8 })
  await undo(importId)
  expect(await held('1')).toEqual({ rows: 2, people: 6 })
})
