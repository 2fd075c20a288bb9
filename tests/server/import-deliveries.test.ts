import { afterAll, beforeAll, expect, test } from 'vitest'
import { listImports, listText } from '../../server/collections/import/list-imports.ts'
import { features, openImportFolder, square, type ImportFolder } from '../support/import-folder.ts'

// What the report says of an operator's map: for whom it speaks, what it replaces, what an empty one means.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

let files = 0
const deliver = (rows: Parameters<typeof features>, day: string, speaksFor?: string[]) =>
  importer.take(
    'coverage_claims',
    importer.file(`vung-${++files}.geojson`, JSON.stringify(features(...rows))),
    {
      set: { operator: 'Mạng A', technology: '5G', valid_from: day },
      ...(speaksFor ? { speaksFor } : {})
    }
  )
const claim: Parameters<typeof features>[0] = [{}, square(105.02, 20.02, 0.02)]
const vi = (report: { notes: readonly { vi: string }[] }) =>
  report.notes.map((note) => note.vi).filter((note) => note.startsWith('Bản đồ'))

test('each delivery is told in the report', async () => {
  const first = await deliver([claim], '2026-01-01', ['00001'])
  expect(vi(first)).toEqual(['Bản đồ 5G của Mạng A từ ngày 01/01/2026, nói thay cho xã 00001.'])
  const empty = await deliver([], '2026-09-01', ['00001'])
  expect(vi(empty)).toEqual([
    `Bản đồ 5G của Mạng A từ ngày 01/09/2026, nói thay cho xã 00001. Không có vùng nào, nghĩa là từ ngày ấy không có vùng phủ tại đó. Từ ngày ấy thay cho lần nạp số ${first.importId}.`
  ])
  expect(empty.notes.at(-1)?.en).toMatch(/speaking for commune 00001\. It claims nothing: .* replaces import/)
  const alone = await deliver([claim], '2026-10-01')
  expect(vi(alone)).toEqual([
    'Bản đồ 5G của Mạng A từ ngày 01/10/2026, không nói thay cho xã nào (--speaks-for): nơi nó không phủ vẫn là chưa rõ.'
  ])
})

test('the list of imports tells whose map each is, of what, from when and for whom', async () => {
  const { importId } = await deliver([], '2026-11-01', ['00001'])
  const more = { commune: '00001' }
  await importer.take('cultural_houses', importer.file('nvh.csv', 'Tên;Lat;Long\nNVH;20.05;105.05\n'), more)
  const imports = await listImports(importer.db)
  expect(imports.find(({ id }) => id === importId)).toMatchObject({
    deliveries: [{ operator: 'Mạng A', technology: '5G', validFrom: '2026-11-01', communes: ['00001'] }]
  })
  const lines = listText(imports, 'vi').split('\n')
  expect(lines.find((line) => Number(line.slice(0, 6)) === importId)).toMatch(
    /coverage_claims {2}0 dòng {2}«vung-\d\.geojson» · Mạng A 5G từ 01\/11\/2026 cho xã 00001$/
  )
  expect(lines.find((line) => line.includes('«vung-3.geojson»'))).toMatch(
    /từ 01\/10\/2026 không nói thay xã nào$/
  )
  expect(lines.at(-1)).toMatch(/cultural_houses {2}1 dòng {2}«nvh\.csv» · cho xã 00001$/)
})
