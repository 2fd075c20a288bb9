import { afterAll, beforeAll, expect, test } from 'vitest'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'

// An operator is told by its name; files write it in capitals, without diacritics or with other marks.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

let files = 0
const geojson = (content: object) => importer.file(`ten-${++files}.geojson`, JSON.stringify(content))
/** Those about names: they begin with one. */
const notes = (report: { notes: readonly { vi: string }[] }) =>
  report.notes.map(({ vi }) => vi).filter((note) => note.startsWith('«'))
const sites = (...names: string[]) =>
  geojson(
    features(
      ...names.map((operator, index): [Record<string, unknown>, unknown] => [
        { operator, technologies: '4G' },
        point(105.01 + 0.01 * index, 20.05)
      ])
    )
  )

async function operatorsOf(path: string) {
  const report = await importer.take('cell_sites', path)
  const rows = await importer.rows('cell_site', report.importId)
  return { names: rows.map(({ operator }) => operator), notes: notes(report) }
}

test('names in one file are written as the first; one that no list has is noted', async () => {
  expect(await operatorsOf(sites('Mạng Ba', 'MẠNG BA', 'mang-ba'))).toEqual({
    names: ['Mạng Ba', 'Mạng Ba', 'Mạng Ba'],
    notes: [
      expect.stringMatching(/^«MẠNG BA» được ghi là «Mạng Ba»/),
      expect.stringMatching(/^«mang-ba» được ghi là «Mạng Ba»/),
      expect.stringMatching(/^«Mạng Ba» chưa có trong danh sách operators\./)
    ]
  })
})

test('the list’s writing wins, in columns and in --set, and needs no note', async () => {
  const list = importer.file('nha-mang.csv', 'Nhà mạng;Công nghệ\nViettel;4G, 5G\n')
  expect(notes(await importer.take('operators', list))).toEqual([])
  expect((await operatorsOf(sites('Viettel'))).notes).toEqual([])
  expect(await operatorsOf(sites('VIETTEL'))).toEqual({
    names: ['Viettel'],
    notes: [expect.stringMatching(/^«VIETTEL» được ghi là «Viettel»/)]
  })
  const set = { operator: 'viettel', technology: '5G', valid_from: '2026-01-01' }
  const area = geojson(features([{}, square(105.05, 20.05)]))
  await importer.take('coverage_claims', area, { set })
  const empty = geojson({ type: 'FeatureCollection', features: [] })
  const silent = { ...set, operator: 'VIETTEL', valid_from: '2026-04-01' }
  await importer.take('coverage_claims', empty, { set: silent, speaksFor: ['00001'] })
  const { rows } = await importer.db.query('select operator from delivery order by id')
  expect(rows).toEqual([{ operator: 'Viettel' }, { operator: 'Viettel' }])
})

test('a name that only a delivery has is known, to the list too', async () => {
  const set = { operator: 'VinaPhone', technology: '5G', valid_from: '2026-01-01' }
  await importer.take('coverage_claims', geojson(features([{}, square(105.05, 20.05)])), { set })
  expect((await operatorsOf(sites('VINAPHONE'))).names).toEqual(['VinaPhone'])
  const list = importer.file('nha-mang-2.csv', 'Nhà mạng;Công nghệ\nVINAPHONE;5G\n')
  const report = await importer.take('operators', list)
  expect(notes(report)).toEqual([expect.stringMatching(/^«VINAPHONE» được ghi là «VinaPhone»/)])
})
