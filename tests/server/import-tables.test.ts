import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openImportFolder, type ImportFolder } from '../support/import-folder.ts'
import { xlsxFile } from '../support/xlsx-file.ts'

// Tables as a commune's clerk keeps them: titles above the header, merged cells, numbers that are days, old code pages.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

async function houses(path: string, more = {}) {
  const report = await importer.take('cultural_houses', path, more)
  expect(report.refused).toEqual([])
  const rows = await importer.rows('cultural_house', report.importId)
  return rows.map(({ name, wifi, wifi_checked_on: checked, wkt }) => [name, wifi, checked, wkt])
}

describe('XLSX', () => {
  test('a title, a merged header over two rows, days as numbers and as text, blank cells and rows', async () => {
    const path = importer.file(
      'a.xlsx',
      xlsxFile(
        {
          'Nhà văn hóa': [
            ['UBND PHƯỜNG MỘT'],
            ['DANH SÁCH NHÀ VĂN HÓA THÔN', null, null, null, null, null],
            [null],
            ['TT', 'Tên nhà văn hóa', 'Tọa độ', null, 'Wifi', 'Ngày kiểm tra'],
            [null, null, 'Kinh độ', 'Vĩ độ', null, null],
            [1, 'NVH Đông', 105.02, 20.03, 'Có', 46113],
            [2, 'NVH Tây', '105,08', '20,07', null, '01/04/2026'],
            [null, null, null, null, null, null]
          ]
        },
        ['A2:F2', 'C4:D4', 'A4:A5', 'B4:B5']
      )
    )
    expect(await houses(path)).toEqual([
      ['NVH Đông', 'yes', '2026-04-01', 'POINT(105.02 20.03)'],
      ['NVH Tây', 'unknown', '2026-04-01', 'POINT(105.08 20.07)']
    ])
  })

  test('several sheets: asked for by name', async () => {
    const rows = [
      ['Tên', 'Lat', 'Long'],
      ['NVH Ba', 20.03, 105.02]
    ]
    const path = importer.file('b.xlsx', xlsxFile({ 'Tháng 1': rows, 'Tháng 2': rows }))
    await expect(importer.take('cultural_houses', path)).rejects.toThrow(/nhiều lớp: «Tháng 1», «Tháng 2»/)
    expect(await houses(path, { layer: 'Tháng 2' })).toHaveLength(1)
  })

  test('VN-2000 in metres', async () => {
    const path = importer.file(
      'c.xlsx',
      xlsxFile({
        S: [
          ['Tên', 'X', 'Y'],
          ['NVH Bốn', 2216651.2, 505230.1]
        ]
      })
    )
    expect(await houses(path, { crs: 'EPSG:5897' })).toEqual([
      ['NVH Bốn', 'unknown', null, expect.stringMatching(/^POINT\(105\.05186\d+ 20\.03972\d+\)/)]
    ])
  })

  test('cut in half', async () => {
    const whole = xlsxFile({
      S: [
        ['Tên', 'Lat', 'Long'],
        ['NVH', 20.03, 105.02]
      ]
    })
    const path = importer.file('d.xlsx', whole.subarray(0, whole.length / 2))
    await expect(importer.take('cultural_houses', path)).rejects.toThrow(/d\.xlsx» hỏng hoặc bị cắt cụt/)
  })
})

describe('CSV', () => {
  const one = [['NVH Đông', 'yes', '2026-04-01', 'POINT(105.02 20.03)']]
  const text = 'Tên nhà văn hóa;Vĩ độ;Kinh độ;Có Wifi;Ngày kiểm tra\nNVH Đông;20,03;105,02;Có;1/4/2026\n'

  test('UTF-8 with its mark', async () => {
    expect(await houses(importer.file('bom.csv', `\ufeff${text}`))).toEqual(one)
  })

  test('UTF-16 as Excel saves "Unicode text"', async () => {
    const content = Buffer.from(`\ufeff${text.replace(/;/g, '\t')}`, 'utf16le')
    expect(await houses(importer.file('utf16.txt', content))).toEqual(one)
  })

  test('Windows-1258, semicolons and a title above', async () => {
    // "Tên nhà văn hóa", "Vĩ độ", "Kinh độ", "NVH Đông", "Có": marks stand behind their letters.
    const content = Buffer.from(
      'Danh s\xe1ch nh\xe0 v\xe3n h\xf3a\n\nT\xean;Vi\xde \xf0\xf4\xf2;Kinh \xf0\xf4\xf2;Wifi;Ng\xe0y ki\xea\xd2m tra\nNVH \xd0\xf4ng;20,03;105,02;C\xf3;1/4/2026\n',
      'latin1'
    )
    expect(await houses(importer.file('cp1258.csv', content), { encoding: 'cp1258' })).toEqual(one)
  })

  test('column names in TCVN3', async () => {
    const content = Buffer.from(
      'Tªn;VÜ ®é;Kinh ®é;Wifi;Ngµy kiÓm tra\nNVH §«ng;20,03;105,02;Cã;1/4/2026\n',
      'latin1'
    )
    expect(await houses(importer.file('tcvn3.csv', content))).toEqual(one)
  })

  test('a title with commas above a table with semicolons; quotes inside cells', async () => {
    const content = `Danh sách, tháng 4, phường Một, năm 2026\n${text.replace('NVH Đông', 'NVH "Đông"')}`
    expect(await houses(importer.file('title.csv', content))).toEqual([
      ['NVH "Đông"', ...(one[0] ?? []).slice(1)]
    ])
  })

  test('two columns of one name: the first is taken, the other told as not used', async () => {
    const path = importer.file('twice.csv', 'Tên,Lat,Long,Tên\nNVH A,20.03,105.02,B\n')
    const report = await importer.take('cultural_houses', path)
    expect(report).toMatchObject({ outcome: 'published', unusedColumns: ['Tên_2'] })
  })

  test('a header only: no rows', async () => {
    await expect(
      importer.take('cultural_houses', importer.file('header.csv', 'Tên;Lat;Long\n'))
    ).rejects.toThrow(/không có dòng dữ liệu/)
  })
})

describe('--allow-partial', () => {
  test('writes the refused rows as a table that can be mended and imported', async () => {
    const path = importer.file(
      'ho.csv',
      'Tên;Lat;Long;Ngày kiểm tra\nTốt;20.05;105.05;1/2/2026\nSai "ngày";20.05;105.06;31/02/2026\n'
    )
    const report = await importer.take('cultural_houses', path, { allowPartial: true })
    expect(report).toMatchObject({
      outcome: 'published',
      rowsAccepted: 1,
      refusedFile: join(importer.folder, 'ho.khong-nap.csv')
    })
    const bad = readFileSync(report.refusedFile ?? '', 'utf8')
    expect(bad).toMatch(
      /^\ufeffTên;Lat;Long;Ngày kiểm tra;dong;ly_do;gia_tri\r\n"Sai ""ngày""";20.05;105.06;31\/02\/2026;3;.*ngày có thật.*;31\/02\/2026\r\n$/
    )

    expect(await houses(importer.file('ho-da-sua.csv', bad.replace('31/02/2026', '28/02/2026')))).toEqual([
      ['Sai "ngày"', 'unknown', '2026-02-28', 'POINT(105.06 20.05)']
    ])
  })

  test('writes refused features with the system of the file', async () => {
    const shape = (x: number, name: string | null) => ({
      type: 'Feature',
      properties: { name },
      geometry: { type: 'Point', coordinates: [x, 2216651] }
    })
    const crs = { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::5897' } }
    const path = importer.file(
      'o.geojson',
      JSON.stringify({ type: 'FeatureCollection', crs, features: [shape(505230, 'A'), shape(505260, null)] })
    )
    const report = await importer.take('cultural_houses', path, { allowPartial: true })
    expect(report).toMatchObject({ rowsAccepted: 1, crs: 'EPSG:5897' })
    const mended = readFileSync(report.refusedFile ?? '', 'utf8').replace('"name":null', '"name":"B"')
    expect(await houses(importer.file('o2.geojson', mended))).toEqual([
      ['B', 'unknown', null, expect.stringMatching(/^POINT\(105\.052/)]
    ])
  })

  test('leaves a file of refused rows that is there already alone', async () => {
    const path = importer.file('p.csv', 'Tên;Lat;Long\nTốt;20.05;105.05\nXa;20.05;108\n')
    importer.file('p.khong-nap.csv', 'đang sửa')
    const report = await importer.take('cultural_houses', path, { allowPartial: true })
    expect(report.refusedFile).toBe(join(importer.folder, 'p.khong-nap-2.csv'))
    expect(readFileSync(join(importer.folder, 'p.khong-nap.csv'), 'utf8')).toBe('đang sửa')
  })
})
