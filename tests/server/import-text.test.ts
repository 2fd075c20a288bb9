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
        3,
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

describe('encodings', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, i) => `NVH ${i};20.05;105.05`).join('\n')

  test('five thousand rows of ASCII before the first letter in TCVN3', async () => {
    const text = `Ten;Lat;Long\n${rows(5200)}\nNhµ v¨n hãa §«ng;20.05;105.05\nNhµ v¨n hãa T©y;20.05;105.05\n`
    const path = importer.file('late.csv', Buffer.from(text, 'latin1'))
    const report = await importer.take('cultural_houses', path)
    expect(report).toMatchObject({ outcome: 'published', encoding: 'tcvn3' })
    const names = (await importer.rows('cultural_house', report.importId)).slice(-2).map(({ name }) => name)
    expect(names).toEqual(['Nhà văn hóa Đông', 'Nhà văn hóa Tây'])
  })

  test('a text that does not fit the encoding: the row is refused', async () => {
    const good = Buffer.from(`Tên;Lat;Long\n${'Nhà văn hóa;20.05;105.05\n'.repeat(20)}`)
    const bad = Buffer.from('Nh\xb5 v\xa8n;20.05;105.06\n', 'latin1')
    const path = importer.file('mixed.csv', Buffer.concat([good, bad]))
    expect(await importer.take('cultural_houses', path, { encoding: 'utf8' })).toMatchObject({
      refused: [{ row: 22, reason: { vi: expect.stringMatching(/ô thứ 1 không theo bảng mã.*--encoding/) } }]
    })
  })
})

describe('GeoJSON', () => {
  const feature = (name: string | null, at = 105.05) =>
    JSON.stringify({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Point', coordinates: [at, 20.05] }
    })
  const [a, b] = [feature('A'), feature('B', 105.06)]
  let files = 0
  const collection = (members: string) =>
    importer.file(`f${++files}.geojson`, `{"type":"FeatureCollection","features":[${members}],"name":"x"}`)

  test('members that are no features are refused by their own numbers', async () => {
    const path = collection(`null, ${a}, 5 , "a } { text",${feature(null)},[1,{"x":2}],true`)
    const none = expect.stringMatching(/Không phải là một Feature/)
    expect(await refused(path)).toEqual([
      [1, none, 'null'],
      [3, none, '5'],
      [4, none, '"a } { text"'],
      [5, expect.stringMatching(/Thiếu giá trị bắt buộc/), null],
      [6, none, '[1,{"x":2}]'],
      [7, none, 'true']
    ])
  })

  test('members that are all plain values, none at all', async () => {
    expect(await refused(collection('null,1'))).toHaveLength(2)
    await expect(refused(collection(' \n '))).rejects.toThrow(/không có dòng dữ liệu/)
    expect(await refused(collection(` ${a} ,\n ${b} `))).toEqual([])
  })

  test.each([`${a} ${b}`, `${a},,${b}`, `${a}, x ${b}`, `,${a}`, `${a},`, `${a}}${b}`, `x`, `${a},"b`])(
    'no JSON between members: %#',
    async (members) => {
      await expect(refused(collection(members))).rejects.toThrow(/không phải là GeoJSON hợp lệ/)
    }
  )
})

test('a resolution in another unit than metres is refused', async () => {
  const shape = {
    type: 'Polygon',
    coordinates: [
      [
        [105.05, 20.05],
        [105.06, 20.05],
        [105.06, 20.06],
        [105.05, 20.05]
      ]
    ]
  }
  const row = { type: 'Feature', properties: { resolution_m: 100000 }, geometry: shape }
  const path = importer.file('claim.geojson', JSON.stringify({ type: 'FeatureCollection', features: [row] }))
  const set = { operator: 'Viettel', technology: '5G', valid_from: '2026-01-01' }
  const report = await importer.take('coverage_claims', path, { set })
  expect(report.refused.map(({ reason, value }) => [reason.vi, value])).toEqual([
    [expect.stringMatching(/Độ phân giải.*không được quá 5\.000/), '100000']
  ])
})
