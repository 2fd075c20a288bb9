import { afterAll, beforeAll, expect, test } from 'vitest'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'
import { zipFile } from '../support/zip-file.ts'

// Zips of older Windows programs: folders by backslashes, names in the machine's code page.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const data = JSON.stringify(features([{ name: 'NVH' }, point(105.05, 20.05)]))

test('a folder told by a backslash', async () => {
  const entries = [
    { name: 'du lieu\\', data: '' },
    { name: 'du lieu\\nha van hoa.geojson', data }
  ]
  const report = await importer.take('cultural_houses', importer.file('a.zip', zipFile(entries)))
  expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 1 })
})

test('names in windows-1258 and in UTF-8 can be told and chosen', async () => {
  const other = JSON.stringify(features([{ name: 'Khu' }, square(105.05, 20.05)]))
  const entries = [
    { name: Buffer.from('nh\xe0 v\xe3n h\xf3a.geojson', 'latin1'), data },
    { name: 'khu dân cư.geojson', data: other, flags: 1 << 11 }
  ]
  const path = importer.file('b.zip', zipFile(entries))
  await expect(importer.take('cultural_houses', path)).rejects.toThrow(/«nhà văn hóa», «khu dân cư»/)
  const report = await importer.take('cultural_houses', path, { layer: 'nhà văn hóa' })
  expect(report.outcome).toBe('published')
})
