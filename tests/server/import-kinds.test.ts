import { afterAll, beforeAll, expect, test } from 'vitest'
import { features, openImportFolder, square, type ImportFolder } from '../support/import-folder.ts'

// Some offices write "Xã Đông Kinh", others "Đông Kinh": both are one name, and the kind has a field of its own.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

let files = 0
async function communes(...rows: Record<string, string>[]) {
  const shapes = rows.map((row, at): [Record<string, unknown>, unknown] => [
    { code: String(20000 + 100 * ++files + at), ...row },
    square(105 + 0.2 * at, 20.5, 0.1)
  ])
  const path = importer.file(`xa-${files}.geojson`, JSON.stringify(features(...shapes)))
  const { importId, refused } = await importer.take('communes', path)
  expect(refused).toEqual([])
  const taken = await importer.rows('commune', importId)
  return taken.map(({ name, kind, province }) => [name, kind, province])
}

test('a name with its kind and one without are the same', async () => {
  expect(
    await communes(
      { tenxa: 'Xã Đông Kinh', tentinh: 'Tỉnh Hà Tĩnh' },
      { tenxa: 'PHƯỜNG  VŨNG ÁNG', tentinh: 'Thành phố Hồ Chí Minh' },
      { tenxa: 'Đặc khu Cát Hải', tentinh: 'TP. Hải Phòng' },
      { tenxa: 'Thị trấn Vôi', tentinh: 'Bắc Giang' }
    )
  ).toEqual([
    ['Đông Kinh', 'xã', 'Hà Tĩnh'],
    ['VŨNG ÁNG', 'phường', 'Hồ Chí Minh'],
    ['Cát Hải', 'đặc khu', 'Hải Phòng'],
    ['Vôi', 'thị trấn', 'Bắc Giang']
  ])
  expect(await communes({ name: 'Đông Kinh', fullName: 'Xã Đông Kinh', provinceName: 'Hà Tĩnh' })).toEqual([
    ['Đông Kinh', 'xã', 'Hà Tĩnh']
  ])
})

test('what is no name without its kind, or is a name that only looks like a kind, stays whole', async () => {
  expect(
    await communes(
      { name: 'Phường 1' },
      { name: 'Phường 1A' },
      { name: 'Phường XIV' },
      { name: 'Xa Dung' },
      { name: 'Phượng Dực' }
    )
  ).toEqual([
    ['Phường 1', 'phường', null],
    ['Phường 1A', 'phường', null],
    ['Phường XIV', 'phường', null],
    ['Xa Dung', 'xã', null],
    ['Phượng Dực', 'xã', null]
  ])
  expect(await communes({ name: 'Phường Đúc', fullName: 'Phường Phường Đúc' })).toEqual([
    ['Phường Đúc', 'phường', null]
  ])
  expect(await communes({ name: 'Xã Đàn', kind: 'phường' }, { name: 'Phường Láng', kind: '' })).toEqual([
    ['Xã Đàn', 'phường', null],
    ['Láng', 'phường', null]
  ])
})

test('villages keep their names as the file has them', async () => {
  const rows: [Record<string, unknown>, unknown][] = [
    [{ code: '00001-01', name: 'Thôn 1' }, square(105.01, 20.01)],
    [{ code: '00001-02', name: 'Xóm Đồng Tâm' }, square(105.03, 20.01)]
  ]
  const path = importer.file('thon.geojson', JSON.stringify(features(...rows)))
  const { importId } = await importer.take('villages', path)
  const taken = await importer.rows('village', importId)
  expect(taken.map(({ name, kind }) => [name, kind])).toEqual([
    ['Thôn 1', 'thôn'],
    ['Xóm Đồng Tâm', 'xóm']
  ])
})
