import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'

// A result that does not meet the commune, or has points more than 1 km outside: the distance, and the zones that would fit.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const csv = (name: string, ...rows: string[]) => importer.file(`${name}.csv`, ['Tên;X;Y', ...rows].join('\n'))
const geojson = (name: string, content: object) => importer.file(`${name}.geojson`, JSON.stringify(content))
const notes = (report: { notes: readonly { vi: string }[] }) => report.notes.map(({ vi }) => vi).join('\n')

test('the whole file in another zone: refused with the distance and the zone that fits', async () => {
  const path = csv('a', 'NVH;505230;2216651')
  await expect(
    importer.take('cultural_houses', path, { crs: 'EPSG:9209', commune: '00001' })
  ).rejects.toThrow(
    /hình gần nhất cách phường Một \(00001\) 4\d,\d km[\s\S]*--crs EPSG:5897[\s\S]*EPSG:5897 \(VN-2000[^\n]*trong phường Một \(00001\)/
  )
})

test('one row in another zone: told with its distance and the zone that fits it', async () => {
  const path = csv('b', 'Trong;505230;2216651', 'Múi khác;452930;2216651')
  const report = await importer.take('cultural_houses', path, { crs: 'EPSG:5897' })
  expect(report).toMatchObject({
    outcome: 'refused',
    refused: [
      {
        row: 3,
        reason: { vi: expect.stringMatching(/hơn 1 km/) },
        value: expect.stringMatching(/^4\d,\d km, phường Một \(00001\)$/)
      }
    ]
  })
  expect(notes(report)).toMatch(/nếu tọa độ của chúng theo hệ khác[\s\S]*EPSG:9209[^\n]*trong phường Một/)
  expect(notes(report)).not.toMatch(/EPSG:5897/)
})

test('one row that no zone fits: the distance alone', async () => {
  const path = csv('c', 'Trong;505230;2216651', 'Xa;505230;1800000')
  const report = await importer.take('cultural_houses', path, { crs: 'EPSG:5897' })
  expect(report.refused).toMatchObject([{ row: 3, value: expect.stringMatching(/^41\d,\d km/) }])
  expect(notes(report)).not.toMatch(/--crs/)
})

test('999 m outside is let be, 1,001 m is not', async () => {
  const north = (metres: number) => point(105.05, 20.1 + metres / 110_700)
  const houses = features(
    [{ name: 'Gần' }, north(990)],
    [{ name: 'Xa' }, north(1010)],
    [{ name: 'Trong' }, point(105.05, 20.05)]
  )
  const report = await importer.take('cultural_houses', geojson('d', houses))
  expect(report.refused.map(({ row }) => row)).toEqual([2])
})

test('an area whose corner sticks out more than 1 km', async () => {
  const areas = features(
    [{ name: 'Vừa' }, square(105.05, 20.05)],
    [{ name: 'Thò' }, square(105.095, 20.05, 0.02)]
  )
  const report = await importer.take('residential_areas', geojson('e', areas))
  expect(report.refused).toMatchObject([{ row: 2, value: expect.stringMatching(/^1,5\d km, phường Một/) }])
})

test('an operator’s map may reach as far as it likes, if it meets the commune', async () => {
  const set = { operator: 'Mạng A', technology: '5G', valid_from: '2026-01-01' }
  const wide = features([{}, square(104, 19, 3)], [{}, square(107, 19, 1)])
  expect(
    await importer.take('coverage_claims', geojson('f', wide), { set, speaksFor: ['00001'] })
  ).toMatchObject({
    outcome: 'published',
    rowsAccepted: 2
  })
  const away = features([{}, square(107, 19, 1)])
  await expect(
    importer.take('coverage_claims', geojson('g', away), { set, speaksFor: ['00001'] })
  ).rejects.toThrow(/Không hình nào.*--speaks-for.*cách phường Một \(00001\) 19\d,\d km/)
})

test('longitude and latitude exchanged: in all rows, in one row', async () => {
  const all = features([{ name: 'A' }, point(20.05, 105.05)], [{ name: 'B' }, point(20.06, 105.06)])
  await expect(importer.take('cultural_houses', geojson('h', all))).rejects.toThrow(
    /bị đảo: tệp có 20\.05, 105\.05, phải ghi kinh độ trước \(105\.05, 20\.05\)/
  )
  const one = features(
    [{ name: 'A' }, point(105.05, 20.05)],
    [{ name: 'B' }, point(20.06, 105.06)],
    [{ name: 'C' }, point(505230, 2216651)],
    [{ name: 'D' }, point(105.06, 20.05)]
  )
  const report = await importer.take('cultural_houses', geojson('i', one))
  expect(report.refused).toMatchObject([
    { row: 2, reason: { vi: expect.stringMatching(/bị đảo/) }, value: '20.06, 105.06' },
    { row: 3, reason: { vi: expect.stringMatching(/không phải là độ/) }, value: '505230, 2216651' }
  ])
})

test('degrees without a system in a table are WGS 84; metres without one are asked about', async () => {
  const table = importer.file('j.csv', 'Tên;Kinh độ;Vĩ độ\nA;105,05;20,05\n')
  expect(await importer.take('cultural_houses', table)).toMatchObject({
    outcome: 'published',
    crs: 'EPSG:4326'
  })
  await expect(importer.take('cultural_houses', csv('k', 'A;505230;2216651'))).rejects.toThrow(
    /không đoán[\s\S]*EPSG:5897[^\n]*trong phường Một/
  )
  await expect(
    importer.take('cultural_houses', csv('l', 'A;505230;2216651'), { crs: 'EPSG:99999' })
  ).rejects.toThrow(/--crs: không có hệ tọa độ EPSG:99999/)
  await expect(
    importer.take('cultural_houses', csv('m', 'A;505230;2216651'), { crs: 'VN2000' })
  ).rejects.toThrow(/--crs VN2000: phải có dạng EPSG:số/)
})

describe('of an operator’s map, which may reach far beyond the commune,', () => {
  const set = { operator: 'Viettel', technology: '5G', valid_from: '2026-01-01' }

  test('what lies outside Viet Nam is refused beside good rows', async () => {
    const claims = features([{}, square(105.05, 20.05)], [{}, square(107, 16)], [{}, square(0, 0)])
    const report = await importer.take('coverage_claims', geojson('wide', claims), { set })
    expect(report).toMatchObject({
      outcome: 'refused',
      refused: [{ row: 3, reason: { vi: expect.stringMatching(/Nằm ngoài Việt Nam/) } }]
    })
  })

  test('a delivery must meet one of the communes it speaks for', async () => {
    const communes = features([{ code: '00002', name: 'Xã Hai' }, square(105.5, 20, 0.1)])
    await importer.take('communes', geojson('xa-hai', communes))
    const claims = geojson('hai', features([{}, square(105.55, 20.05)], [{}, square(105.6, 20.3)]))
    await expect(importer.take('coverage_claims', claims, { set, speaksFor: ['00001'] })).rejects.toThrow(
      /không hình nào trong tệp chạm tới xã nêu ở --speaks-for; hình gần nhất cách phường Một \(00001\) 47,\d km\. .*mã xã \(--speaks-for\)/i
    )
    expect(
      await importer.take('coverage_claims', claims, { set, speaksFor: ['00001', '00002'] })
    ).toMatchObject({ outcome: 'published', rowsAccepted: 2 })
  })

  test('a delivery in another zone: the zones that put it into a commune it speaks for', async () => {
    const area = square(452930, 2216651, 500)
    await expect(
      importer.take('coverage_claims', geojson('mui', features([{}, area])), {
        set,
        speaksFor: ['00001'],
        crs: 'EPSG:5897'
      })
    ).rejects.toThrow(
      /cách phường Một \(00001\) \d\d,\d km\.[\s\S]*EPSG:9209[^\n]*trong phường Một \(00001\)/
    )
  })

  test('an empty delivery speaks for any commune', async () => {
    const empty = geojson('rong', features())
    expect(await importer.take('coverage_claims', empty, { set, speaksFor: ['00001'] })).toMatchObject({
      outcome: 'published',
      rowsAccepted: 0
    })
  })

  test('an area with one corner at 0, 0 is refused, a line too', async () => {
    const spike = {
      type: 'Polygon',
      coordinates: [
        [
          [105.05, 20.05],
          [105.06, 20.05],
          [105.06, 20.06],
          [0, 0],
          [105.05, 20.05]
        ]
      ]
    }
    const claims = await importer.take('coverage_claims', geojson('spike', features([{}, spike])), { set })
    expect(claims.refused.map(({ row }) => row)).toEqual([1])
    const line = {
      type: 'LineString',
      coordinates: [
        [105.05, 20.05],
        [0, 0]
      ]
    }
    const lines = await importer.take('fibre_lines', geojson('line', features([{ operator: 'VNPT' }, line])))
    expect(lines.refused.map(({ row }) => row)).toEqual([1])
  })
})
