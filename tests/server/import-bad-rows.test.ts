import { describe, expect, test } from 'vitest'
import { features, point, square } from '../support/import-folder.ts'
import { HOUSES, refusedImports } from '../support/refused-import.ts'

// What bad files get: a sentence that says what is wrong, where and what to do, and nothing changed.

const bad = refusedImports()

describe('rows', () => {
  const cases: [string, object, RegExp, string | null][] = [
    ['no geometry', features([{ name: 'A' }, null]), /không có hình học/, null],
    ['an empty point', features([{ name: 'A' }, { type: 'Point', coordinates: [] }]), /Hình học rỗng/, '[]'],
    [
      'a text as coordinate',
      features([{ name: 'A' }, { type: 'Point', coordinates: ['105', '20'] }]),
      /phải là số/,
      '["105","20"]'
    ],
    [
      'a line',
      features([
        { name: 'A' },
        {
          type: 'LineString',
          coordinates: [
            [105, 20],
            [105.1, 20.1]
          ]
        }
      ]),
      /Sai kiểu hình học: cần điểm, tệp có đường/,
      'LineString'
    ],
    ['an area', features([{ name: 'A' }, square(105.05, 20.05)]), /cần điểm, tệp có vùng/, 'Polygon'],
    [
      'several shapes',
      features([
        { name: 'A' },
        { type: 'GeometryCollection', geometries: [point(105, 20), square(105, 20)] }
      ]),
      /tách thành nhiều dòng/,
      'GeometryCollection (2)'
    ],
    [
      'an unknown type',
      features([{ name: 'A' }, { type: 'Circle', coordinates: [1, 2] }]),
      /Không rõ kiểu hình học/,
      'Circle'
    ],
    ['no name', features([{ name: '' }, point(105.05, 20.05)]), /Thiếu giá trị bắt buộc: Tên \(name\)/, null],
    [
      'no real day',
      features([{ name: 'A', 'ngày kiểm tra': '31/02/2026' }, point(105.05, 20.05)]),
      /ngày có thật; viết ngày\/tháng\/năm/,
      '31/02/2026'
    ],
    [
      'a check on a day that has not come',
      features([{ name: 'A', 'ngày kiểm tra': '01/01/2999' }, point(105.05, 20.05)]),
      /Ngày kiểm tra Wifi \(wifi_checked_on\): không được sau hôm nay \(\d\d\/\d\d\/\d{4}\)\./,
      '01/01/2999'
    ],
    [
      'month before day',
      features([{ name: 'A', 'ngày kiểm tra': '12/31/2026' }, point(105.05, 20.05)]),
      /ngày có thật/,
      '12/31/2026'
    ],
    [
      'validity that ends first',
      features([{ name: 'A', 'từ ngày': '2026-02-01', 'đến ngày': '2026-01-01' }, point(105.05, 20.05)]),
      /phải sau ngày có hiệu lực/,
      '2026-02-01 – 2026-01-01'
    ],
    [
      'a value not allowed',
      features([{ name: 'A', wifi: 'tùy lúc' }, point(105.05, 20.05)]),
      /phải là một trong yes, no, unknown/,
      'tùy lúc'
    ],
    ['a zero character', features([{ name: 'A\u0000B' }, point(105.05, 20.05)]), /ký tự rỗng/, 'A\u0000B'],
    ['half of a character', features([{ name: 'A\ud800B' }, point(105.05, 20.05)]), /nửa ký tự/, 'A\ud800B'],
    [
      'no feature',
      { type: 'FeatureCollection', features: [{ type: 'Thing' }] },
      /Không phải là một Feature/,
      '{"type":"Thing"}'
    ]
  ]
  test.each(cases)('%s', async (name, content, reason, value) => {
    expect(await bad.refusal(bad.geojson(name, content))).toEqual([[1, expect.stringMatching(reason), value]])
  })

  test('NaN and infinity, where a format can hold them', async () => {
    const path = bad.importer.file('nan.csv', 'Tên;Lat;Long\nA;NaN;105.05\nB;20.05;Infinity\nC;1e999;105\n')
    expect(await bad.refusal(path)).toEqual(
      [2, 3, 4].map((row) => [
        row,
        expect.stringMatching(/Không đọc được tọa độ ở cột «Long», «Lat»/),
        expect.any(String)
      ])
    )
    expect(await bad.refusal(bad.geojson('nan', JSON.stringify(HOUSES).replace('105.05', 'NaN')))).toMatch(
      /không phải là GeoJSON hợp lệ: sai cú pháp JSON ở gần «[^»]*NaN[^»]*» \(byte \d+\)\. Tệp/
    )
  })

  test('the same code twice, from the second on', async () => {
    const area = (ref: string, lng: number): [Record<string, unknown>, unknown] => [
      { ref, name: ref },
      square(lng, 20.05)
    ]
    const path = bad.geojson('codes', features(area('A', 105.01), area('B', 105.03), area('A', 105.05)))
    expect(await bad.refusal(path, 'residential_areas')).toEqual([
      [3, expect.stringMatching(/Trùng mã với một dòng trước/), expect.stringMatching(/A \(= 1\)$/)]
    ])
  })

  test('a code that lost its zero, one of four digits', async () => {
    const path = bad.geojson(
      'zero',
      features(
        [{ code: 1234, name: 'Xã' }, square(105.2, 20)],
        [{ code: '123', name: 'Xã' }, square(105.3, 20)]
      )
    )
    expect(await bad.refusal(path, 'communes')).toEqual([
      [1, expect.stringMatching(/mã thiếu số 0 ở đầu \(có lẽ là 01234/), '1234'],
      [2, expect.stringMatching(/sai định dạng/), '123']
    ])
  })

  test('an edge that goes half way round the Earth', async () => {
    const ring = [
      [-75, -20],
      [105, 20],
      [105, 20.05],
      [-75, -20]
    ]
    const leap = { type: 'Polygon', coordinates: [ring] }
    expect(await bad.refusal(bad.geojson('leap', features([{}, leap])), 'residential_areas')).toEqual([
      [1, expect.stringMatching(/nửa vòng Trái Đất/), null]
    ])
  })

  test('a ring that crosses itself by more than 1 %', async () => {
    const bow = {
      type: 'Polygon',
      coordinates: [
        [
          [105, 20],
          [105.05, 20.05],
          [105.05, 20],
          [105, 20.05],
          [105, 20]
        ]
      ]
    }
    expect(await bad.refusal(bad.geojson('bow', features([{}, bow])), 'residential_areas')).toEqual([
      [1, expect.stringMatching(/tự cắt.*quá 1 %.*phần mềm nguồn/), expect.anything()]
    ])
  })

  test('a key that is the same in every row of a large file', async () => {
    const row: Parameters<typeof features>[0] = [{ name: 'NVH', ref: '1' }, point(105.05, 20.05)]
    const rows = Array.from({ length: 30_000 }, () => row)
    const refused = await bad.refusal(bad.geojson('constant', features(...rows)))
    expect(refused).toHaveLength(29_999)
    expect(refused.at(-1)).toEqual([30_000, expect.stringMatching(/trùng/i), '00001, 1 (= 1)'])
  })

  test('the same key in every row from a day of its own', async () => {
    const rows = Array.from({ length: 30_000 }, (_, index): Parameters<typeof features>[0] => {
      const day = new Date(Date.UTC(1940, 0, 1 + index)).toISOString().slice(0, 10)
      return [{ name: 'NVH', ref: '1', valid_from: day }, point(105.05, 20.05)]
    })
    const refused = await bad.refusal(bad.geojson('days', features(...rows)))
    expect(refused).toHaveLength(29_999)
    expect(refused.at(-1)).toEqual([30_000, expect.stringMatching(/trùng/i), '00001, 1 (= 1)'])
  })
})
