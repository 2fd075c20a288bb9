import { afterAll, beforeAll, expect, test } from 'vitest'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'

// A rate of "1.000" is a thousand in a Vietnamese table and one in an English one.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

let files = 0
const table = (...rows: string[]) =>
  importer.file(`ho-${++files}.csv`, ['Số hộ;Tốc độ;Vĩ độ;Kinh độ', ...rows, ''].join('\n'))

async function rates(path: string) {
  const report = await importer.take('premises', path)
  const rows = await importer.rows('premises', report.importId)
  return { refused: report.refused, rates: rows.map(({ max_down_mbps: rate }) => rate) }
}

test('a thousand in a file that writes decimal commas', async () => {
  expect(await rates(table('1;1.000;20,05;105,05', '1;2.500;20,06;105,06'))).toEqual({
    refused: [],
    rates: [1000, 2500]
  })
})

test('a thousand beside rates without any mark, though the coordinates have points', async () => {
  expect(await rates(table('1;1.000;20.05;105.05', '1;300;20.06;105.06'))).toEqual({
    refused: [],
    rates: [1000, 300]
  })
})

test('one beside rates with decimal points', async () => {
  expect(await rates(table('1;1.000;20.05;105.05', '1;0.512;20.06;105.06'))).toEqual({
    refused: [],
    rates: [1, 0.512]
  })
})

test('refused with both readings where nothing tells', async () => {
  const { refused, rates: taken } = await rates(table('1;1.234;20.05;105.05', '1;2.000;20.06;105.06'))
  expect(taken).toEqual([])
  expect(refused).toEqual([
    {
      row: 2,
      reason: expect.objectContaining({
        vi: expect.stringMatching(/1234 hoặc 1,234\. Hãy ghi 1234 .* 1,2340 /)
      }),
      value: '1.234'
    },
    {
      row: 3,
      reason: expect.objectContaining({ en: expect.stringMatching(/2000 or 2\. Write 2000/) }),
      value: '2.000'
    }
  ])
})

test('numbers that are numbers stay as they are; so does what --set has made one', async () => {
  const home = features([{ max_down_mbps: 1.234 }, point(105.05, 20.05)])
  expect(await rates(importer.file('ho.geojson', JSON.stringify(home)))).toEqual({
    refused: [],
    rates: [1.234]
  })
  const area = importer.file('vung.geojson', JSON.stringify(features([{}, square(105.05, 20.05)])))
  const set = { provider: 'VNPT', down_mbps: '1,2340' }
  const report = await importer.take('fixed_services', area, { set })
  expect(await importer.rows('fixed_service', report.importId)).toEqual([
    expect.objectContaining({ down_mbps: 1.234 })
  ])
  await expect(
    importer.take('fixed_services', area, { set: { ...set, down_mbps: '1.000' } })
  ).rejects.toThrow(/--set down_mbps=1\.000: .* 1000 hoặc 1\./)
})
