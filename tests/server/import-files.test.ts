import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makeVillages } from '../../server/collections/import/make-villages.ts'
import { PHUONG_MOT, openImportFolder, type ImportFolder } from '../support/import-folder.ts'
import { zipFile } from '../support/zip-file.ts'

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const file: ImportFolder['file'] = (name, content) => importer.file(name, content)
const take: ImportFolder['take'] = (collection, path, more) => importer.take(collection, path, more)

const point = (importId: number | null) =>
  importer.db
    .query(`select name, st_x(geom) as lng, st_y(geom) as lat from cultural_house where import_id = $1`, [
      importId
    ])
    .then(({ rows }) => rows)

test('a commune: columns by alias, kind by the name, clockwise ring', async () => {
  const { rows } = await importer.db.query('select code, name, kind from commune')
  expect(rows).toEqual([{ code: '00001', name: 'Một', kind: 'phường' }])
})

describe('tables', () => {
  test('semicolons and decimal commas', async () => {
    const report = await take(
      'cultural_houses',
      file('a.csv', 'Tên;Vĩ độ;Kinh độ;Wifi\nNVH Một;20,05;105,05;có\n')
    )
    expect(await point(report.importId)).toEqual([{ name: 'NVH Một', lng: 105.05, lat: 20.05 }])
  })

  test('degrees, minutes and seconds', async () => {
    const report = await take(
      'cultural_houses',
      file('b.csv', 'Tên,Vĩ độ (DMS),Kinh độ (DMS)\nNVH,"20°3\'0.00""N","105° 3\'0""E"\n')
    )
    expect(await point(report.importId)).toEqual([{ name: 'NVH', lng: 105.05, lat: 20.05 }])
  })

  test('X north and Y east, as on paper, in a stated system', async () => {
    const path = file('c.csv', 'Tên,X,Y\nNVH,2216651.2,505230.1\n')
    await expect(take('cultural_houses', path)).rejects.toThrow(
      /--crs[\s\S]*EPSG:5897[\s\S]*trong phường Một/
    )
    const report = await take('cultural_houses', path, { crs: 'EPSG:5897' })
    const [place] = await point(report.importId)
    expect([place.lng, place.lat]).toEqual([expect.closeTo(105.0519, 3), expect.closeTo(20.0397, 3)])
    expect(report.notes.map(({ vi }) => vi).join()).toMatch(/lối bản đồ giấy/)
  })

  test('old text (TCVN3) becomes Unicode', async () => {
    const bytes = Buffer.from('Ten;Lat;Long\nNhµ v¨n hãa th«n §«ng;20.06;105.06\n', 'latin1')
    const report = await take('cultural_houses', file('d.csv', bytes))
    expect(report.encoding).toBe('tcvn3')
    expect(await point(report.importId)).toEqual([{ name: 'Nhà văn hóa thôn Đông', lng: 105.06, lat: 20.06 }])
  })

  test('operators have no place', async () => {
    const report = await take(
      'operators',
      file('e.csv', 'Nhà mạng;Công nghệ;Từ ngày\nMạng A;4G, 5G;01/01/2026\n')
    )
    expect(report.outcome).toBe('published')
    const { rows } = await importer.db.query('select name, technologies, valid_from from operator')
    expect(rows).toEqual([{ name: 'Mạng A', technologies: ['4G', '5G'], valid_from: '2026-01-01' }])
  })

  test('every refused row is told; --allow-partial keeps the good ones and writes the others', async () => {
    const path = file(
      'f.csv',
      'Tên;Lat;Long;Ngày kiểm tra\nTốt;20.05;105.05;1/2/2026\nNgày sai;20.05;105.05;31/02/2026\nHỏng;abc;105;\n;20.05;105.05;\n'
    )
    const refused = await take('cultural_houses', path)
    expect(refused.outcome).toBe('refused')
    expect(refused.refused.map(({ row, value }) => [row, value])).toEqual([
      [3, '31/02/2026'],
      [4, '105 | abc'],
      [5, null]
    ])
    const kept = await take('cultural_houses', path, { allowPartial: true })
    expect(kept).toMatchObject({
      outcome: 'published',
      rowsAccepted: 1,
      refusedFile: join(importer.folder, 'f.khong-nap.csv')
    })
  })

  test('what is asked for by name', async () => {
    const path = file('g.csv', 'abc;Lat;Long\nx;20.05;105.05\n')
    await expect(take('cultural_houses', path)).rejects.toThrow(
      /bắt buộc: name \(Tên\).*«abc», «Lat», «Long»/
    )
    await expect(take('cultural_houses', path, { map: { name: 'zzz' } })).rejects.toThrow(
      /không có cột «zzz»/
    )
    await expect(take('cultural_houses', path, { map: { nam: 'abc' } })).rejects.toThrow(
      /Không có trường «nam»/
    )
    await expect(take('cultural_houses', path, { commune: '99999' })).rejects.toThrow(/99999/)
    expect((await take('cultural_houses', path, { map: { name: 'abc' }, dryRun: true })).outcome).toBe(
      'valid'
    )
  })
})

describe('bad files', () => {
  const cases: [string, string | Buffer, RegExp][] = [
    ['rong.geojson', '{"type":"FeatureCollection","features":[]}', /không có dòng dữ liệu/],
    ['cut.geojson', JSON.stringify(PHUONG_MOT).slice(0, 150), /kết thúc giữa chừng/],
    ['doi.geojson', JSON.stringify({ type: 'Point', coordinates: [20.05, 105.05] }), /phải là độ|bị đảo/],
    ['x.docx', 'abc', /không thuộc định dạng/],
    ['hong.gpkg', 'abc', /Không đọc được tệp/],
    ['hong.zip', 'PK abc', /zip .* hỏng/],
    [
      'bom.zip',
      zipFile([{ name: 'a.geojson', data: Buffer.from('{}'), inflated: 4_000_000_000 }]),
      /bom nén/
    ],
    ['xa.zip', zipFile([{ name: '../../a.geojson', data: Buffer.from('{}') }]), /ra ngoài thư mục/],
    ['thieu.zip', zipFile([{ name: 'a.shp', data: Buffer.from('abc') }]), /thiếu tệp .dbf và .shx/],
    [
      'hailop.zip',
      zipFile([
        { name: 'a.geojson', data: Buffer.from('{}') },
        { name: 'b.geojson', data: Buffer.from('{}') }
      ]),
      /nhiều lớp: «a», «b»/
    ]
  ]
  test.each(cases)('%s', async (name, content, sentence) => {
    await expect(take('cultural_houses', file(name, content))).rejects.toThrow(sentence)
  })

  test('a file that is not there', async () => {
    await expect(take('cultural_houses', join(importer.folder, 'khong.csv'))).rejects.toThrow(/Không có tệp/)
  })
})

describe('polygons', () => {
  const polygon = (ring: number[][]) => JSON.stringify({ type: 'Polygon', coordinates: [ring] })
  test('a small fault is repaired and counted', async () => {
    const ring = [
      [105, 20],
      [105.05, 20],
      [105.05, 20.05],
      [105.05, 20.0501],
      [105.05, 20.05],
      [105, 20.05],
      [105, 20]
    ]
    const report = await take('residential_areas', file('r.geojson', polygon(ring)))
    expect(report).toMatchObject({ outcome: 'published', rowsRepaired: 1 })
  })
  test('a bow tie is refused', async () => {
    const report = await take(
      'residential_areas',
      file(
        's.geojson',
        polygon([
          [105, 20],
          [105.05, 20.05],
          [105.05, 20],
          [105, 20.05],
          [105, 20]
        ])
      )
    )
    expect(report.refused[0]?.reason.vi).toMatch(/quá 1 %/)
  })
})

test('GDAL reads KML', async () => {
  const kml = `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>NVH Hai</name><Point><coordinates>105.02,20.02,7</coordinates></Point></Placemark></Document></kml>`
  const report = await take('cultural_houses', file('h.kml', kml))
  expect(await point(report.importId)).toEqual([{ name: 'NVH Hai', lng: 105.02, lat: 20.02 }])
})

describe('provisional villages', () => {
  const villages = (content: string) =>
    makeVillages(importer.deps, { commune: '00001', file: file('thon.csv', content), importedBy: 'test' })

  test('cells cover the commune, with codes', async () => {
    const report = await villages(
      'Tên;Loại;Dân số;Lat;Long\nĐông;xóm;120;20.05;105.08\nTây;xóm;80;20.05;105.02\n'
    )
    expect(report).toMatchObject({ outcome: 'published', rowsAccepted: 2 })
    const { rows } = await importer.db.query(
      `select code, name, provisional, st_covers(geom, st_setsrid(st_makepoint(case name when 'Đông' then 105.09 else 105.01 end, 20.09), 4326)) as covers
         from village where known_to = 'infinity' order by code`
    )
    expect(rows).toEqual([
      { code: '00001-01', name: 'Đông', provisional: true, covers: true },
      { code: '00001-02', name: 'Tây', provisional: true, covers: true }
    ])
    const { rows: area } = await importer.db.query(
      `select st_area(c.geom) - (select sum(st_area(geom)) from village where known_to = 'infinity') as left from commune c`
    )
    expect(area[0].left).toBeCloseTo(0, 10)
  })

  test('a centre outside, and two at one place', async () => {
    await expect(villages('Tên;Loại;Lat;Long\nXa;xóm;21;105\n')).rejects.toThrow(
      /nằm ngoài xã 00001: «Xa» \(2\) 9\d,\d km\./
    )
    await expect(villages('Tên;Loại;Lat;Long\nA;xóm;20.05;105.05\nB;xóm;20.05;105.05\n')).rejects.toThrow(
      /trùng một chỗ/
    )
  })
})
