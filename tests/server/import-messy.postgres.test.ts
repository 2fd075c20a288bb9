import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startCommands, type Commands } from '../support/import-command.ts'

const real = process.env.REAL_DATA_DIR ?? ''
const messy = (name: string) => join(real, 'messy', name)

// The messy files as they came, through the command: what it says in Vietnamese and how it ends. They are not ours to
// ship: these tests are reported as skipped, by name, where REAL_DATA_DIR is not set.
describe.skipIf(real === '')('messy files', () => {
  let commands: Commands
  beforeAll(async () => {
    commands = await startCommands()
    const all = join(real, 'boundaries', 'vn_3321_simpl8.geojson')
    expect(await commands.runImport('communes', all)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Đã nạp 3\.321 dòng[\s\S]*Đa giác đã sửa: 2/)
    })
  })
  afterAll(() => commands.stop())

  const whole: [string, string, RegExp, string[]?][] = [
    [
      'buildings',
      'son_loi_buildings_3857_MISSING_DBF.zip',
      /^Shapefile «buildings\.shp» thiếu tệp \.dbf\. Hãy gửi đủ/
    ],
    [
      'roads',
      'thua_duc_roads_canals_utm48n_two_layers.zip',
      /nhiều lớp: «giaothong_region», «kenhrach_region»\. Hãy chọn một bằng --layer/
    ],
    [
      'communes',
      'binh_dai_20_communes_utm48n_noCPG_3D.zip',
      /trường bắt buộc: code \(Mã xã\)\. Các cột của tệp: «name», «area_ha»\. Hãy chỉ rõ bằng --map code=/
    ],
    [
      'communes',
      'ht_vn2000_utf8_noPRJ.zip',
      /không đoán[\s\S]*--crs EPSG:9209[\s\S]*EPSG:9209 \(VN-2000[^\n]*trong/
    ],
    [
      'premises',
      'geojson_bad/bad-json.geojson',
      /GeoJSON hợp lệ: sai cú pháp JSON ở vị trí \d+ \(byte \d+\)\. .*hãy xuất lại/
    ],
    ['premises', 'geojson_bad/notype.geojson', /thiếu "type".*hãy xuất lại/],
    [
      'premises',
      'geojson_bad/stringcoord.geojson',
      /Không hình nào trong tệp chạm tới xã.*Hãy kiểm tra tọa độ/
    ]
  ]
  test.each(whole)('%s from %s: refused as a whole', async (collection, name, sentence) => {
    const { code, stdout, stderr } = await commands.runImport(collection, messy(name))
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toMatch(sentence)
  })

  const rows: [string, string, RegExp][] = [
    [
      'premises',
      'geojson_bad/badcoordtype.geojson',
      /Dòng 1: Tọa độ phải là một cặp số \[kinh độ, vĩ độ\]\. \[1\]/
    ],
    [
      'residential_areas',
      'geojson_bad/different-first-last.geojson',
      /Dòng 1: Vòng của đa giác không khép kín/
    ],
    ['residential_areas', 'geojson_bad/short-linearring.geojson', /Dòng 1: Vòng của đa giác chỉ có 3 điểm/],
    [
      'buildings',
      'real_invalid_geometries_8.geojson',
      /Đa giác đã sửa: 7[\s\S]*Dòng 8: Nằm ngoài xã hơn 1 km.*\[80,7 km, /
    ],
    [
      'relics',
      'heritage_32pts_vi.kml',
      /5 dòng bị từ chối trên 32[\s\S]*Cột không dùng: category, province_claimed, computed_commune[\s\S]*Dòng 11: .*\[4,61 km, xã Tam Thái \(16936\)\][\s\S]*--allow-partial/
    ]
  ]
  test.each(rows)('%s from %s: rows refused', async (collection, name, text) => {
    const { code, stdout, stderr } = await commands.runImport(collection, messy(name))
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
    expect(stdout).toMatch(/^Chưa nạp gì từ «/)
    expect(stdout).toMatch(text)
  })

  test('one of two layers, 3D and without .cpg; attributes of KML by --map', async () => {
    const zip = messy('thua_duc_roads_canals_utm48n_two_layers.zip')
    const canals = await commands.runImport('waterways', zip, '--layer', 'kenhrach_region')
    expect(canals).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Đã nạp 30 dòng vào waterways[\s\S]*EPSG:32648/)
    })
    const areas = await commands.runImport(
      'residential_areas',
      messy('binh_dai_20_communes_utm48n_noCPG_3D.zip'),
      '--dry-run'
    )
    expect(areas.stdout).toMatch(/2 dòng bị từ chối trên 20[\s\S]*2,62 km/)
    const relics = await commands.runImport(
      'relics',
      messy('heritage_32pts_vi.kml'),
      '--map',
      'kind=category',
      '--dry-run'
    )
    expect(relics.stdout).toMatch(/Các trường: kind ← category, name/)
  })

  test('rows of bad text: names in Unicode NFC', async () => {
    const { code } = await commands.runImport('relics', messy('hydropower_utf8_NFD.csv'))
    const { rows: names } = await commands.database.db.query(
      'select count(*) as all, count(*) filter (where name = normalize(name, nfc)) as nfc from relic'
    )
    expect({ code, names }).toEqual({ code: 0, names: [{ all: 197, nfc: 197 }] })
  })
})
