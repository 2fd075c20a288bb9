import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { HOUSES, refusedImports } from '../support/refused-import.ts'
import { zipFile } from '../support/zip-file.ts'

// What bad files get: a sentence that says what is wrong, where and what to do, and nothing changed.

const bad = refusedImports()

describe('requests', () => {
  const path = () => bad.geojson('request', HOUSES)
  const cases: [string, string, object, RegExp][] = [
    ['collection', 'nha', {}, /Không có loại dữ liệu «nha»\. Các loại: communes, villages/],
    [
      'commune',
      'cultural_houses',
      { commune: '99999' },
      /--commune: chưa có xã mang mã 99999.*nạp ranh giới xã trước/
    ],
    [
      'communes spoken for',
      'coverage_claims',
      { speaksFor: ['99999'], set: { operator: 'A', technology: '5G', valid_from: '2026-01-01' } },
      /--speaks-for: chưa có xã mang mã 99999/
    ],
    [
      'field of --map',
      'cultural_houses',
      { map: { ten: 'name' } },
      /Không có trường «ten».*Các trường nạp được: name, wifi/
    ],
    [
      'field of --set',
      'cultural_houses',
      { set: { mau: 'đỏ' } },
      /Không có trường «mau».*Các trường nạp được/
    ],
    [
      'column of --map',
      'cultural_houses',
      { map: { name: 'TEN' } },
      /không có cột «TEN»\. Các cột của tệp: «name»/
    ],
    [
      'value of --set',
      'cultural_houses',
      { set: { wifi: 'ừ' } },
      /--set wifi=ừ: .*một trong yes, no, unknown/
    ],
    ['option', 'cultural_houses', { speaksFor: ['00001'] }, /--speaks-for chỉ dùng cho bản đồ phủ sóng/]
  ]
  test.each(cases)('an unknown %s', async (_, collection, more, sentence) => {
    expect(await bad.refusal(path(), collection, more)).toMatch(sentence)
  })

  test('SQL in names and values is only text', async () => {
    const sql = `x'); drop table premises; --`
    expect(await bad.refusal(path(), 'cultural_houses', { map: { name: sql } })).toMatch(
      /không có cột «x'\); drop table/
    )
    expect(await bad.refusal(path(), sql)).toMatch(/Không có loại dữ liệu/)
    expect(await bad.refusal(path(), 'cultural_houses', { commune: sql })).toMatch(/chưa có xã mang mã/)
    expect(
      await bad.importer.take('cultural_houses', path(), { set: { provider: sql }, dryRun: true })
    ).toMatchObject({ outcome: 'valid' })
  })
})

describe('containers', () => {
  const json = Buffer.from(JSON.stringify(HOUSES))
  const cases: [string, () => Buffer, RegExp][] = [
    [
      'a bomb by its list',
      () => zipFile([{ name: 'a.geojson', data: json, inflated: 4_000_000_000 }]),
      /giải nén ra quá lớn \(4000 MB.*bom nén/
    ],
    [
      'a bomb that lies about its size',
      () => zipFile([{ name: 'a.geojson', data: Buffer.alloc(30_000_000, 32), inflated: 10 }]),
      /hỏng hoặc bị cắt cụt/
    ],
    [
      'a path out of the folder',
      () => zipFile([{ name: '../../a.geojson', data: json }]),
      /vượt ra ngoài thư mục \(«\.\.\/\.\.\/a\.geojson»\)/
    ],
    ['an absolute path', () => zipFile([{ name: '/etc/a.geojson', data: json }]), /vượt ra ngoài thư mục/],
    ['a Windows path', () => zipFile([{ name: '..\\a.geojson', data: json }]), /vượt ra ngoài thư mục/],
    ['one inside', () => zipFile([{ name: 'x\\..\\..\\a.geojson', data: json }]), /vượt ra ngoài thư mục/],
    ['a Windows drive', () => zipFile([{ name: 'C:\\a.geojson', data: json }]), /vượt ra ngoài thư mục/],
    [
      'an absolute Windows path',
      () => zipFile([{ name: '\\a.geojson', data: json }]),
      /vượt ra ngoài thư mục/
    ],
    ['a password', () => zipFile([{ name: 'a.geojson', data: json, flags: 1 }]), /có mật khẩu/],
    [
      'nothing readable',
      () => zipFile([{ name: 'a.docx', data: json }]),
      /không có tệp dữ liệu đọc được \(có: a\.docx\)/
    ],
    [
      'a zip in a zip',
      () => zipFile([{ name: 'a.zip', data: zipFile([]) }]),
      /không có tệp dữ liệu đọc được/
    ],
    [
      'a bomb as XLSX',
      () => zipFile([{ name: 'xl/workbook.xml', data: Buffer.alloc(30_000_000, 32) }]),
      /bom nén/
    ]
  ]
  test.each(cases)('%s', async (name, content, sentence) => {
    const ending = name.endsWith('XLSX') ? 'xlsx' : 'zip'
    expect(await bad.refusal(bad.importer.file(`${name}.${ending}`, content()))).toMatch(sentence)
  })

  test.each(['dbf', 'shx'])('a shapefile without .%s; a folder without shapefiles', async (missing) => {
    const parts = ['shp', 'shx', 'dbf', 'prj'].filter((ending) => ending !== missing)
    const zip = zipFile(parts.map((ending) => ({ name: `a.${ending}`, data: 'abc' })))
    expect(await bad.refusal(bad.importer.file(`no-${missing}.zip`, zip))).toMatch(
      new RegExp(`Shapefile «a\\.shp» thiếu tệp \\.${missing}\\. Hãy gửi đủ các tệp \\.shp, \\.shx, \\.dbf`)
    )
    const inFolder = bad.importer.file(`no-${missing}/readme.md`, 'x')
    expect(await bad.refusal(join(inFolder, '..'))).toMatch(
      /không có tệp dữ liệu đọc được \(có: readme\.md\)/
    )
  })
})

test('not there, empty, a text that is no table, an unknown ending', async () => {
  expect(await bad.refusal(join(bad.importer.folder, 'none.csv'))).toMatch(/^Không có tệp «.*none\.csv»\.$/)
  expect(await bad.refusal(bad.importer.file('empty.csv', ''))).toMatch(/trống \(0 byte\)/)
  expect(await bad.refusal(bad.importer.file('binary.csv', Buffer.from([1, 0, 2, 0, 3])))).toMatch(
    /không phải là bảng văn bản CSV/
  )
  expect(await bad.refusal(bad.importer.file('a.docx', 'abc'))).toMatch(
    /không thuộc định dạng đọc được\. Các định dạng: \.geojson/
  )
})
