import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { reportText } from '../../server/collections/import/report-text.ts'
import { openImportFolder, PHUONG_MOT, type ImportFolder } from '../support/import-folder.ts'

// Rows that would stand beside a place that is there already, or twice in one file: taken, but not without a word.

let importer: ImportFolder
let files = 0
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const table = (head: string, ...lines: string[]) =>
  importer.file(`nha-${++files}.csv`, `${head},lng,lat\n${lines.join('\n')}\n`)
const take = (path: string, more = {}, collection = 'cultural_houses') =>
  importer.take(collection, path, more)
const tryIt = (path: string, more = {}, collection?: string) =>
  take(path, { ...more, dryRun: true }, collection)
const rowsOf = ({ repeats }: { repeats: readonly { row: number }[] }) => repeats.map(({ row }) => row)

describe('a place that is there already', () => {
  test('is named by the try, with the row, the distance and why; rows of their own are not', async () => {
    await take(table('ref,name', 'NVH-1,Nhà văn hóa thôn Đông,105.05,20.05'))
    const path = table('name', 'Nhà văn hóa thôn Đông,105.0501,20.05', 'Nhà văn hóa thôn Tây,105.05,20.05')
    const { outcome, repeats } = await tryIt(path)
    expect(outcome).toBe('valid')
    expect(repeats).toEqual([
      {
        row: 2,
        about: {
          vi: '«Nhà văn hóa thôn Đông» có thể là địa điểm đã có «Nhà văn hóa thôn Đông» (mã NVH-1): cách 10 m, cùng tên.',
          en: '“Nhà văn hóa thôn Đông” may be the place “Nhà văn hóa thôn Đông” (id NVH-1) that is there already: 10 m apart, with the same name.'
        }
      }
    ])
    expect((await take(path)).repeats).toEqual(repeats)
  })

  test('is no repeat of the row that has its key', async () => {
    await take(table('ref,name', 'K1,Nhà văn hóa thôn Khe,105.03,20.03'))
    const again = table(
      'ref,name',
      'K1,Nhà văn hóa thôn Khe,105.03,20.0301',
      'K2,Nhà văn hóa Khe,105.07,20.07'
    )
    expect(rowsOf(await tryIt(again))).toEqual([])
  })

  test('is found by a name that differs in marks, and not beyond fifty metres', async () => {
    await take(table('name', 'Nhà văn hóa thôn Hạ,105.02,20.02'))
    const near = table('name', 'NHA VAN HOA THON HA,105.0204,20.02', 'Nhà văn hóa thôn Hạ,105.0206,20.02')
    // The second is 21 m from the first, 63 m from what is there.
    const { repeats } = await tryIt(near)
    expect(repeats.map(({ about }) => about.vi)).toEqual([
      expect.stringMatching(/địa điểm đã có .*tên chỉ khác dấu hoặc chữ hoa/),
      expect.stringMatching(/là dòng 2 của chính tệp này/)
    ])
  })

  test('is none once it has ended', async () => {
    await take(table('name,valid_to', 'Nhà văn hóa thôn Cũ,2024-01-01,105.08,20.02'))
    expect(rowsOf(await tryIt(table('name', 'Nhà văn hóa thôn Cũ,105.08,20.02')))).toEqual([])
  })

  test('of another kind is another place', async () => {
    const line = (kind: string) => `Xuân Hưng,${kind},105.04,20.08`
    await take(table('name,kind', line('school')), {}, 'institutions')
    const both = table('name,kind', line('health'), line('school'))
    expect(rowsOf(await tryIt(both, {}, 'institutions'))).toEqual([3])
  })

  test('is not told of to the commune beside it', async () => {
    const [first] = PHUONG_MOT.features
    const ring = [105.1, 105.1, 105.2, 105.2, 105.1].map((lng, at) => [lng, [20, 20.1, 20.1, 20, 20][at]])
    const beside = {
      ...first,
      properties: { Mã_Xã: '00002', 'TÊN XÃ': 'Phường Hai' },
      geometry: { type: 'Polygon', coordinates: [ring] }
    }
    const path = importer.file('hai.geojson', JSON.stringify({ ...PHUONG_MOT, features: [beside] }))
    await take(path, {}, 'communes')
    const hidden = table('ref,name,protected', 'DT-9,Mộ cổ,có,105.1001,20.05')
    await take(hidden, { commune: '00002' }, 'relics')

    const near = table('name,protected', 'Mộ cổ,có,105.1,20.05')
    expect(rowsOf(await tryIt(near, { commune: '00001' }, 'relics'))).toEqual([])
    expect(rowsOf(await tryIt(near, { commune: '00002' }, 'relics'))).toEqual([2])
  })
})

describe('a file in which a place stands twice', () => {
  test('names the later row and the earlier one, not those that are valid on other days', async () => {
    const lines = ['Nhà A,2025-01-01,', 'Nhà A,2024-01-01,2025-01-01', 'Nhà A,2025-06-01,']
    const path = table('name,valid_from,valid_to', ...lines.map((line) => `${line},105.06,20.06`))
    const { repeats } = await tryIt(path)
    expect(repeats.map(({ row, about }) => [row, about.vi])).toEqual([
      [4, '«Nhà A» có thể là dòng 2 của chính tệp này («Nhà A»): cách 0 m, cùng tên.']
    ])
  })

  test('is told in words by the command, before and after', async () => {
    const path = table('name', 'Nhà B,105.09,20.06', 'Nhà B,105.09,20.06')
    const tried = reportText(await tryIt(path), 'vi')
    expect(tried).toMatch(
      /^1 dòng có thể trùng[^]*^ {2}Dòng 3: «Nhà B»[^]*bỏ các dòng ấy khỏi tệp trước khi nạp/m
    )
    expect(reportText(await take(path), 'en')).toMatch(/Row 3: “Nhà B”[^]*undo this import/)
  })

  test('of ten thousand rows in one place is told of in time', async () => {
    const lines = Array.from({ length: 10_000 }, (_, index) => `Nhà số ${index % 5000},105.01,20.09`)
    const { repeats, outcome } = await tryIt(table('name', ...lines))
    expect([outcome, repeats.length, repeats[0]?.row]).toEqual(['valid', 5000, 5002])
  })
})
