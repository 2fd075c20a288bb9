import { afterAll, beforeAll, expect, test } from 'vitest'
import { undoImport } from '../../server/collections/import/undo.ts'
import { features, openImportFolder, square, type ImportFolder } from '../support/import-folder.ts'

// One shape exported twice is one thing, and large shapes are compared in time: each with each other point takes minutes.

let importer: ImportFolder
let files = 0
beforeAll(async () => {
  importer = await openImportFolder()
  const content = JSON.stringify(features([{ code: '00002', name: 'Xã Hai' }, square(105, 20, 0.1)]))
  await importer.take('communes', importer.file('xa-2.geojson', content))
})
afterAll(() => importer.close())

/** A star with so many corners, begun at one of them, shifted to the east by degrees. */
function star(corners: number, { begin = 0, shift = 0 } = {}) {
  const at = (index: number) => {
    const angle = ((index % corners) / corners) * 2 * Math.PI
    const radius = 0.04 + 0.0005 * (index % 2)
    return [105.05 + shift + radius * Math.cos(angle), 20.05 + radius * Math.sin(angle)].map((degrees) =>
      Number(degrees.toFixed(9))
    )
  }
  const ring = Array.from({ length: corners }, (_, index) => at(begin + index))
  return { type: 'Polygon', coordinates: [[...ring, at(begin)]] }
}
const take = (commune: string, ref: string, geometry: object) => {
  const row = { ref, name: 'Bãi cọc' }
  const path = importer.file(`bai-${++files}.geojson`, JSON.stringify(features([row, geometry])))
  return importer.take('relics', path, { commune })
}
const communesOf = async (ref: string) =>
  (
    await importer.db.query<{ code: string }>(
      `select commune_code as code from relic where known_to = 'infinity' and ref = $1 order by 1`,
      [ref]
    )
  ).rows.map(({ code }) => code)

test('a large area with other last digits is the same, and soon found to be; undone, as before', async () => {
  await take('00001', 'lớn', star(32_000))
  const { importId } = await take('00002', 'lớn', star(32_000, { shift: 1e-7 }))
  expect(await communesOf('lớn')).toEqual(['00002'])
  await undoImport(importer.deps, importId ?? 0, 'test')
  expect(await communesOf('lớn')).toEqual(['00001'])
}, 25_000)

test('large areas with as many corners that lie apart are two, and soon found to be', async () => {
  await take('00001', 'hai', star(32_000))
  await take('00002', 'hai', star(32_000, { shift: 1.5e-5 }))
  expect(await communesOf('hai')).toEqual(['00001', '00002'])
}, 25_000)

test('an area begun at another corner is the same', async () => {
  await take('00001', 'nhỏ', star(1000))
  await take('00002', 'nhỏ', star(1000, { begin: 301 }))
  expect(await communesOf('nhỏ')).toEqual(['00002'])
})
