import { afterAll, beforeAll, expect, test } from 'vitest'
import { undoImport } from '../../server/collections/import/undo.ts'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'

// A thing that moved and then changed its commune's code is one from its first row to its last.

let importer: ImportFolder
let files = 0
beforeAll(async () => {
  importer = await openImportFolder()
  const communes = features([{ code: '00002', name: 'Xã Hai' }, square(105, 20, 0.2)])
  await importer.take('communes', importer.file('xa-2.geojson', JSON.stringify(communes)))
})
afterAll(() => importer.close())

const [P, Q, R] = [105.05, 105.06, 105.07]
const take = (ref: string, commune: string, lng: number, more: object = {}) =>
  importer.take(
    'premises',
    importer.file(`tep-${++files}.geojson`, JSON.stringify(features([{ ref, ...more }, point(lng, 20.05)]))),
    { commune }
  )
const undo = ({ importId }: { importId: number | null }) => undoImport(importer.deps, importId ?? 0, 'test')
const held = async (ref: string) =>
  (
    await importer.db.query<{ row: string }>(
      `select concat_ws(' ', commune_code, st_x(geom)::numeric(6, 2), valid_from, valid_to) as row from premises
        where known_to = 'infinity' and ref = $1 order by valid_from, 1`,
      [ref]
    )
  ).rows.map(({ row }) => row)

test('moved until the merger, then there for the new commune: once on each day', async () => {
  await take('A', '00001', P)
  const moved = await take('A', '00001', Q, { valid_to: '2025-07-01' })
  const merged = await take('A', '00002', Q, { valid_from: '2025-07-01' })
  expect(await held('A')).toEqual(['00001 105.06 -infinity 2025-07-01', '00002 105.06 2025-07-01 infinity'])
  await undo(merged)
  expect(await held('A')).toEqual(['00001 105.06 -infinity 2025-07-01', '00001 105.05 2025-07-01 infinity'])
  await undo(moved)
  expect(await held('A')).toEqual(['00001 105.05 -infinity infinity'])
})

test('what changed its commune and moved then, also when a row in the middle comes last', async () => {
  await take('B', '00001', P)
  const far = await take('B', '00002', Q)
  expect(await held('B')).toHaveLength(2)
  const link = await take('B', '00002', P, { valid_to: '2020-01-01' })
  expect(await held('B')).toEqual(['00002 105.05 -infinity 2020-01-01', '00002 105.06 2020-01-01 infinity'])
  await undo(link)
  expect(await held('B')).toEqual(['00001 105.05 -infinity infinity', '00002 105.06 -infinity infinity'])
  await undo(far)
  expect(await held('B')).toEqual(['00001 105.05 -infinity infinity'])
})

test('a chain of many rows is followed to its end', async () => {
  const days = (from: string, to: string) => ({ valid_from: from, valid_to: to })
  await take('C', '00001', P)
  await take('C', '00001', Q, days('2021-01-01', '2022-01-01'))
  await take('C', '00002', Q, days('2022-01-01', '2023-01-01'))
  const last = await take('C', '00002', R, days('2023-01-01', '2024-01-01'))
  const before = [
    '00001 105.05 -infinity 2021-01-01',
    '00001 105.06 2021-01-01 2022-01-01',
    '00002 105.06 2022-01-01 2023-01-01'
  ]
  expect(await held('C')).toEqual([
    ...before,
    '00002 105.07 2023-01-01 2024-01-01',
    '00001 105.05 2024-01-01 infinity'
  ])
  await undo(last)
  expect(await held('C')).toEqual([...before, '00001 105.05 2023-01-01 infinity'])
})

test('an import for the wrong commune, undone, links nothing', async () => {
  await take('D', '00001', P)
  await take('D', '00002', Q)
  const wrong = await take('D', '00002', P)
  expect(await held('D')).toEqual(['00002 105.05 -infinity infinity'])
  await undo(wrong)
  await take('D', '00001', P, { residents: 5 })
  expect(await held('D')).toEqual(['00001 105.05 -infinity infinity', '00002 105.06 -infinity infinity'])
})
