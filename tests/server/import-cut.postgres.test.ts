import { execFileSync } from 'node:child_process'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { features, point } from '../support/import-folder.ts'
import { HOUSES, refusedImports } from '../support/refused-import.ts'
import { xlsxFile } from '../support/xlsx-file.ts'
import { zipFile } from '../support/zip-file.ts'

// What bad files get: a sentence that says what is wrong, where and what to do, and nothing changed.

const bad = refusedImports()

// How a broken file is read does not depend on the database; each takes GDAL some seconds.
describe('files cut in half', () => {
  const write: Record<string, () => string> = {
    geojson: () => bad.geojson('cut', HOUSES),
    kml: () => bad.importer.ogr('cut.kml', HOUSES),
    gpkg: () => bad.importer.ogr('cut.gpkg', HOUSES),
    gpx: () => bad.importer.ogr('cut.gpx', features([{ name: 'A' }, point(105.05, 20.05)])),
    dxf: () => bad.importer.ogr('cut.dxf', features([{}, point(505230, 2216651)])),
    fgb: () => bad.importer.ogr('cut.fgb', HOUSES),
    ods: () => bad.importer.ogr('cut.ods', HOUSES),
    xlsx: () =>
      bad.importer.file(
        'cut.xlsx',
        xlsxFile({
          S: [
            ['Tên', 'Lat', 'Long'],
            ['A', 20.05, 105.05]
          ]
        })
      ),
    kmz: () => bad.importer.file('cut.kmz', zipFile([{ name: 'doc.kml', data: 'x'.repeat(1000) }]))
  }
  test.each(Object.entries(write))('%s', async (ending, make) => {
    const whole = readFileSync(make())
    const path = bad.importer.file(`half.${ending}`, whole.subarray(0, Math.floor(whole.length / 2)))
    const more = ending === 'dxf' ? { crs: 'EPSG:5897' } : {}
    expect(await bad.refusal(path, 'cultural_houses', more)).toMatch(
      /hỏng|cắt cụt|kết thúc giữa chừng|không có dòng dữ liệu|bắt buộc/
    )
  })

  test.each(['shp', 'dbf', 'shx'])('a shapefile’s .%s', async (ending) => {
    bad.importer.ogr(`cut-${ending}/a.shp`, HOUSES)
    const folder = join(bad.importer.folder, `cut-${ending}`)
    const whole = readFileSync(join(folder, `a.${ending}`))
    bad.importer.file(`cut-${ending}/a.${ending}`, whole.subarray(0, Math.floor(whole.length / 2)))
    expect(await bad.refusal(folder)).toEqual(expect.anything())
    expect(JSON.stringify(await bad.refusal(folder))).toMatch(
      /hỏng|không có hình học|Thiếu giá trị|không có dòng/
    )
  })

  test.each(['tab', 'map', 'dat', 'id'])('a TAB’s .%s', async (ending) => {
    bad.importer.ogr(`tab-${ending}/a.tab`, HOUSES)
    const folder = join(bad.importer.folder, `tab-${ending}`)
    const name = readdirSync(folder).find((file) => file.toLowerCase() === `a.${ending}`) ?? ''
    const whole = readFileSync(join(folder, name))
    bad.importer.file(`tab-${ending}/${name}`, whole.subarray(0, Math.floor(whole.length / 2)))
    expect(JSON.stringify(await bad.refusal(join(folder, 'a.tab')))).toMatch(
      /hỏng|không có hình học|Thiếu giá trị|không có dòng/
    )
  })

  test('a shapefile without .prj: the likely systems, and where each would put it', async () => {
    bad.importer.ogr('noprj/a.shp', HOUSES, '-t_srs', 'EPSG:32648')
    const folder = join(bad.importer.folder, 'noprj')
    execFileSync('rm', [join(folder, 'a.prj')])
    expect(await bad.refusal(folder)).toMatch(
      /không đoán[\s\S]*--crs EPSG:\d+[\s\S]*EPSG:32648 \(WGS 84 \/ UTM zone 48N\) → 20\.0550 N, 105\.0550 E: trong phường Một/
    )
  })
})
