import { afterAll, beforeAll, expect, test } from 'vitest'
import { features, openImportFolder, square, type ImportFolder } from '../support/import-folder.ts'

// A commune's boundary with an end, over an earlier one without: the earlier one goes on, and whoever meant an end hears it.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

let files = 0
const communes = (days: Record<string, string>, ...codes: string[]) => {
  const rows = codes.map((code, index): Parameters<typeof features>[0] => [
    { code, name: `Xã ${code}`, ...days },
    square(106 + index / 10, 20, 0.1)
  ])
  return importer.take('communes', importer.file(`xa-${++files}.geojson`, JSON.stringify(features(...rows))))
}

test('is told with the import to undo; one that begins on that day is nobody’s remainder', async () => {
  const { importId } = await communes({}, '00003', '00004', '00005')
  const ended = await communes({ valid_to: '2025-07-01' }, '00003', '00004')
  expect(ended.notes).toEqual([
    {
      vi: expect.stringMatching(
        new RegExp(
          `^Từ ngày 01/07/2025, 2 đơn vị \\(00003, 00004\\) vẫn theo lần nạp số ${importId} .*undo ${importId}, rồi nạp lại`
        )
      ),
      en: expect.stringMatching(new RegExp(`^From 2025-07-01 on, 2 areas .*undo ${importId}, then`))
    }
  ])
  const later = await communes({ valid_from: '2025-07-01' }, '00003', '00004')
  expect(later.notes).toEqual([])
  expect((await communes({ valid_to: '2025-07-01' }, '00004')).notes).toEqual([])
})
