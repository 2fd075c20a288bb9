import { afterAll, beforeAll, expect, test } from 'vitest'
import { undoImport } from '../../server/collections/import/undo.ts'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'

// A household's ref is its commune's own; a merger gives the commune another code, and nobody is counted twice.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
  const communes = features([{ code: '00002', name: 'Xã Hai' }, square(105, 20, 0.2)])
  await importer.take('communes', importer.file('xa-2.geojson', JSON.stringify(communes)))
})
afterAll(() => importer.close())

let files = 0
const take = (commune: string, residents: number, lng: number, more: Record<string, unknown> = {}) =>
  importer.take(
    'premises',
    importer.file(
      `ho-${++files}.geojson`,
      JSON.stringify(features([{ ref: 'H1', residents, ...more }, point(lng, 20.05)]))
    ),
    { commune }
  )
const held = async () =>
  (
    await importer.db.query(
      `select commune_code as code, residents, valid_from::text as since from premises
        where known_to = 'infinity' order by commune_code, residents, valid_from`
    )
  ).rows.map(({ code, residents, since }) => [code, residents, since])

test('the same ref at the same point in another commune takes over; undone, it gives back', async () => {
  const first = await take('00001', 4, 105.05)
  expect(first.outcome).toBe('published')
  const second = await take('00002', 5, 105.050001, { valid_from: '2025-07-01' })
  expect(await held()).toEqual([
    ['00001', 4, '-infinity'],
    ['00002', 5, '2025-07-01']
  ])
  const whole = await take('00002', 6, 105.05)
  expect(await held()).toEqual([['00002', 6, '-infinity']])
  await undoImport(importer.deps, whole.importId ?? 0, 'test')
  await undoImport(importer.deps, second.importId ?? 0, 'test')
  expect(await held()).toEqual([['00001', 4, '-infinity']])
})

test('the same ref elsewhere in another commune is another household', async () => {
  await take('00002', 7, 105.08)
  expect(await held()).toEqual([
    ['00001', 4, '-infinity'],
    ['00002', 7, '-infinity']
  ])
})
