import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openImportFolder, type ImportFolder } from '../support/import-folder.ts'

// Files that are text and broken in ways that a lenient reader passes over.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const refused = async (path: string) =>
  (await importer.take('cultural_houses', path)).refused.map(({ row, reason, value }) => [
    row,
    reason.vi,
    value
  ])

describe('CSV', () => {
  test('a decimal comma without quotes: the row is refused, not shifted', async () => {
    const path = importer.file(
      'comma.csv',
      'Tên,Lat,Long,Wifi\nA,20.05,105.05,có\nB,20,05,105.05,có\nC,20.05,105.06,\n'
    )
    expect(await refused(path)).toEqual([
      [
        2,
        expect.stringMatching(/5 ô mà tiêu đề chỉ có 4 cột.*dấu phẩy thập phân.*ngoặc kép/),
        'B | 20 | 05 | 105.05 | có'
      ]
    ])
  })

  test('blank cells behind the last column, and columns without a name, are let be', async () => {
    const path = importer.file('blank.csv', 'Tên;Lat;Long;\nA;20.05;105.05;ghi chú\nB;20.05;105.06;;;\n')
    expect(await refused(path)).toEqual([])
  })
})
