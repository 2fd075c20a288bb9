import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openImportFolder, type ImportFolder } from '../support/import-folder.ts'
import { zipFile } from '../support/zip-file.ts'

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const kml = (content: string, head = '<?xml version="1.0" encoding="UTF-8"?>') =>
  `${head}<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Bản đồ</name>${content}</Document></kml>`

const placemark = (name: string, inside: string, at = '105.02,20.03,7') =>
  `<Placemark><name>${name}</name>${inside}<Point><coordinates> ${at} </coordinates></Point></Placemark>`

const data = (values: Record<string, string>) =>
  `<ExtendedData>${Object.entries(values)
    .map(([name, value]) => `<Data name="${name}"><displayName>?</displayName><value>${value}</value></Data>`)
    .join('')}</ExtendedData>`

async function take(collection: string, table: string, path: string, more = {}) {
  const report = await importer.take(collection, path, more)
  expect(report).toMatchObject({ outcome: 'published', format: 'KML', crs: 'EPSG:4326', refused: [] })
  return importer.rows(table, report.importId)
}

describe('a KMZ of a file for each layer, as GDAL and QGIS write it', () => {
  const link = (href: string) => `<NetworkLink><Link><href>${href}</href></Link></NetworkLink>`
  const layer = (name: string) => ({ name: `layers/${name}.kml`, data: kml(placemark(name, '')) })
  const kmz = (file: string, ...names: string[]) => {
    const index = { name: 'doc.kml', data: kml(names.map((name) => link(`layers/${name}.kml`)).join('')) }
    return importer.file(file, zipFile([index, ...names.map(layer)]))
  }

  test('its one layer is read', async () => {
    const rows = await take('cultural_houses', 'cultural_house', kmz('mot.kmz', 'nha'))
    expect(rows).toMatchObject([{ name: 'nha' }])
  })

  test('of several the one that --layer names', async () => {
    const path = kmz('hai.kmz', 'nha', 'truong')
    await expect(importer.take('cultural_houses', path)).rejects.toThrow(/nhiều lớp: «nha», «truong»/)
    const rows = await take('cultural_houses', 'cultural_house', path, { layer: 'truong' })
    expect(rows).toMatchObject([{ name: 'truong' }])
  })
})

describe('attributes', () => {
  test('Data and SimpleData fill the fields that they name', async () => {
    const simple =
      '<ExtendedData><SchemaData schemaUrl="#s"><SimpleData name="Có Wifi">không</SimpleData><SimpleData name="NGAY KIEM TRA">01/04/2026</SimpleData></SchemaData></ExtendedData>'
    const path = importer.file(
      'a.kml',
      kml(
        placemark('NVH Đông', data({ 'Có Wifi': 'có', 'Ngày kiểm tra': '2026-04-02', 'nhà mạng': 'VNPT' })) +
          placemark('<![CDATA[NVH <Tây>]]>', simple.replace('NGAY KIEM TRA', 'Ngày kiểm tra'))
      )
    )
    expect(await take('cultural_houses', 'cultural_house', path)).toMatchObject([
      {
        name: 'NVH Đông',
        wifi: 'yes',
        wifi_checked_on: '2026-04-02',
        provider: 'VNPT',
        wkt: 'POINT(105.02 20.03)'
      },
      { name: 'NVH <Tây>', wifi: 'no', wifi_checked_on: '2026-04-01', provider: null }
    ])
  })

  test('KMZ: the map at its top; tags with a prefix; UTF-16', async () => {
    const prefixed = kml(placemark('NVH Ba', '')).replace(/<(\/?)(?=\w)/g, '<$1kml:')
    const kmz = zipFile([
      { name: 'files/khac.kml', data: kml('') },
      { name: 'doc.kml', data: prefixed }
    ])
    expect(await take('cultural_houses', 'cultural_house', importer.file('a.kmz', kmz))).toMatchObject([
      { name: 'NVH Ba' }
    ])
    const wide = Buffer.from(`\ufeff${kml(placemark('NVH Bốn', ''), '')}`, 'utf16le')
    expect(await take('cultural_houses', 'cultural_house', importer.file('b.kml', wide))).toMatchObject([
      { name: 'NVH Bốn' }
    ])
  })
})

const ring = (w: number, s: number, size: number) =>
  `<LinearRing><coordinates>${w},${s} ${w + size},${s} ${w + size},${s + size} ${w},${s + size} ${w},${s}</coordinates></LinearRing>`

describe('shapes', () => {
  test('polygons with holes, several in one placemark', async () => {
    const polygon = (w: number, hole = '') =>
      `<Polygon><outerBoundaryIs>${ring(w, 20.01, 0.004)}</outerBoundaryIs>${hole}</Polygon>`
    const hole = `<innerBoundaryIs>${ring(105.011, 20.011, 0.001)}</innerBoundaryIs>`
    const path = importer.file(
      'c.kml',
      kml(
        `<Placemark><name>Khu A</name>${polygon(105.01, hole)}</Placemark>` +
          `<Placemark><name>Khu B</name><MultiGeometry>${polygon(105.03)}${polygon(105.04)}</MultiGeometry></Placemark>`
      )
    )
    const rows = await take('residential_areas', 'residential_area', path)
    expect(rows.map(({ name, wkt }) => [name, wkt.match(/\(\(/g)?.length, wkt.match(/\(/g)?.length])).toEqual(
      [
        ['Khu A', 1, 4],
        ['Khu B', 2, 5]
      ]
    )
  })

  test('rows that are no place are refused by their number', async () => {
    const path = importer.file(
      'd.kml',
      kml(
        '<Placemark><name>Trống</name></Placemark>' +
          placemark('Chữ', '', 'abc,20') +
          '<Placemark><name>Đường</name><LineString><coordinates>105.01,20.01 105.02,20.02</coordinates></LineString></Placemark>' +
          placemark('Được', '')
      )
    )
    const report = await importer.take('cultural_houses', path)
    expect(report.refused.map(({ row, reason }) => [row, reason.vi])).toEqual([
      [1, 'Dòng không có hình học.'],
      [2, expect.stringMatching(/NaN/)],
      [3, expect.stringMatching(/cần điểm, tệp có đường/)]
    ])
  })
})

test('several folders: asked for --layer, unless only one fits', async () => {
  const folder = (name: string, inside: string) => `<Folder><name>${name}</name>${inside}</Folder>`
  const two = kml(folder('Thôn Đông', placemark('A', '')) + folder('Thôn Tây', placemark('B', '')))
  const path = importer.file('e.kml', two)
  await expect(importer.take('cultural_houses', path)).rejects.toThrow(
    /nhiều lớp: «Thôn Đông», «Thôn Tây».*--layer/
  )
  expect(await take('cultural_houses', 'cultural_house', path, { layer: 'Thôn Tây' })).toMatchObject([
    { name: 'B' }
  ])

  const area = `<Placemark><name>Khu</name><Polygon><outerBoundaryIs>${ring(105.01, 20.01, 0.004)}</outerBoundaryIs></Polygon></Placemark>`
  const mixed = importer.file('f.kml', kml(folder('Vùng', area) + folder('Điểm', placemark('C', ''))))
  expect(await take('cultural_houses', 'cultural_house', mixed)).toMatchObject([{ name: 'C' }])
})

describe('bad files', () => {
  const whole = kml(placemark('NVH', ''))
  test.each([
    [
      'cut',
      whole.slice(0, whole.length - 60),
      /KML «cut\.kml» hỏng hoặc bị cắt cụt \(dòng \d+, cột \d+\).*xuất lại/
    ],
    ['wrong', whole.replace('</name>', '</nam>'), /hỏng hoặc bị cắt cụt \(dòng/],
    ['html', '<html><body></body></html>', /<html>, không phải <kml>/],
    ['text', 'không phải XML', /hỏng hoặc bị cắt cụt/],
    ['none', kml(''), /không có dòng dữ liệu/],
    ['entities', `<!DOCTYPE k [<!ENTITY a "b">]>${kml(placemark('&a;', ''), '')}`, /hỏng/]
  ])('%s', async (name, content, sentence) => {
    await expect(importer.take('cultural_houses', importer.file(`${name}.kml`, content))).rejects.toThrow(
      sentence
    )
  })
})
