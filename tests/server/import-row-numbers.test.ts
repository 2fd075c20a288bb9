import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reportText } from '../../server/collections/import/report-text.ts'
import { openImportFolder, type ImportFolder } from '../support/import-folder.ts'
import { xlsxFile } from '../support/xlsx-file.ts'

// A refused row is looked for in Excel: its number is the one that stands at the left of the sheet there.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const BAD = ['NVH xấu', 20.05, 105.06, '31/02/2026']
const GOOD = ['NVH tốt', 20.03, 105.02, '01/04/2026']
const HEADER = ['Tên', 'Lat', 'Long', 'Ngày kiểm tra']

async function refusedOf(path: string, layer?: string) {
  const report = await importer.take('cultural_houses', path, layer ? { layer } : {})
  expect(reportText(report, 'vi')).toMatch(
    /bị từ chối \(số dòng là số mà bảng tính hiện ở lề trái\):\n {2}Dòng \d+: /
  )
  return report.refused.map(({ row }) => row)
}

test('CSV: the header, titles, blank lines and cells of several lines count as a spreadsheet counts them', async () => {
  const lines = (...rows: (string | number)[][]) => rows.map((row) => row.join(';')).join('\r\n')
  expect(await refusedOf(importer.file('a.csv', lines(HEADER, GOOD, BAD)))).toEqual([3])
  const titled = lines(
    ['DANH SÁCH'],
    [],
    HEADER,
    ['"NVH\nhai dòng"', 20.04, 105.02, ''],
    [],
    ['', '', '', ''],
    BAD
  )
  expect(await refusedOf(importer.file('b.csv', titled))).toEqual([7])
})

test('XLSX: the same, with rows that the file leaves out', async () => {
  const rows = [[], ['DANH SÁCH'], [], HEADER, GOOD, [], [], BAD, [null, null], BAD]
  expect(await refusedOf(importer.file('a.xlsx', xlsxFile({ S: rows })))).toEqual([8, 10])
})

test('the file of refused rows says the same', async () => {
  const path = importer.file('c.csv', [HEADER, GOOD, BAD].map((row) => row.join(';')).join('\n'))
  const { refusedFile } = await importer.take('cultural_houses', path, { allowPartial: true })
  expect(readFileSync(refusedFile ?? '', 'utf8')).toMatch(/;dong;ly_do;gia_tri\r\n.*31\/02\/2026;3;/)
})
