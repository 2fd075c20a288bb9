import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { undoImport } from '../../server/collections/import/undo.ts'
import { features, openImportFolder, square, type ImportFolder } from '../support/import-folder.ts'

// A file that comes again: it is as it was only while what it brought is in force, all of it.

let importer: ImportFolder
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const area = (file: string, name: string, more: Record<string, unknown> = {}, lng = 105.05) => {
  const rows = features([{ ref: file.slice(0, 1), name, ...more }, square(lng, 20.05)])
  return importer.file(`${file}.geojson`, JSON.stringify(rows))
}
const take = (path: string, more = {}) => importer.take('residential_areas', path, more)
const notes = (report: { notes: readonly { vi: string }[] }) => report.notes.map(({ vi }) => vi)

describe('a file over which a later one has come', () => {
  test('is not said to be unchanged: the later import is named, with the way back', async () => {
    const first = area('a1', 'Khu A')
    const earlier = await take(first)
    const later = await take(area('a2', 'Khu A mới'))
    await expect(take(first)).rejects.toThrow(
      new RegExp(
        `lần nạp số ${earlier.importId}\\).*thay bằng lần nạp số ${later.importId} .*undo ${later.importId}$`
      )
    )
    await undoImport(importer.deps, later.importId ?? 0, 'test')
    const again = await take(first)
    expect(again).toMatchObject({ outcome: 'unchanged', importId: earlier.importId, notes: [] })
  })

  test('is unchanged where only some of its days went to the later one, which is noted', async () => {
    const first = area('b1', 'Khu B')
    await take(first)
    const later = await take(area('b2', 'Khu B mới', { valid_from: '2026-01-01' }))
    const again = await take(first)
    expect(again.outcome).toBe('unchanged')
    expect(notes(again)).toEqual([
      expect.stringMatching(
        new RegExp(`trừ những ngày mà lần nạp số ${later.importId}.*undo ${later.importId}$`)
      )
    ])
  })

  test('a delivery: replaced from the same day, noted from a later one', async () => {
    const map = (lng: number) =>
      importer.file(`m${lng}.geojson`, JSON.stringify(features([{}, square(lng, 20.05)])))
    const deliver = (path: string, validFrom: string) =>
      importer.take('coverage_claims', path, {
        set: { operator: 'Viettel', technology: '5G', valid_from: validFrom },
        speaksFor: ['00001']
      })
    await deliver(map(105.01), '2026-01-01')
    await deliver(map(105.02), '2026-04-01')
    const again = await deliver(map(105.01), '2026-01-01')
    expect(again).toMatchObject({
      outcome: 'unchanged',
      notes: [{ vi: expect.stringMatching(/trừ những ngày/) }]
    })
    await deliver(map(105.03), '2026-01-01')
    await expect(deliver(map(105.01), '2026-01-01')).rejects.toThrow(/thay bằng lần nạp số/)
  })
})

describe('a file of which a part was taken', () => {
  const partial = { allowPartial: true }
  const twoAreas = (file: string, refs: boolean) => {
    const ref = (text: string) => (refs ? { ref: file + text } : {})
    const rows = features(
      [{ name: 'Gần', ...ref('1') }, square(105.05, 20.05)],
      [{ name: 'Xa', ...ref('2') }, square(105.15, 20.05)]
    )
    return importer.file(`${file}.geojson`, JSON.stringify(rows))
  }
  const second = (code: string, lng: number) =>
    importer.take(
      'communes',
      importer.file(`${code}.geojson`, JSON.stringify(features([{ code, name: code }, square(lng, 20, 0.1)])))
    )

  test('is taken again once more of it fits, and is unchanged while nothing does', async () => {
    const path = twoAreas('c', true)
    const [part, keyless] = [await take(path, partial), twoAreas('d', false)]
    expect(part).toMatchObject({ outcome: 'published', rowsAccepted: 1 })
    expect(await take(path, partial)).toMatchObject({ outcome: 'unchanged', importId: part.importId })
    expect((await take(path)).outcome).toBe('refused')
    const without = await take(keyless, partial)

    await second('00002', 105.1)
    const whole = await take(path)
    expect(whole).toMatchObject({ outcome: 'published', rowsAccepted: 2 })
    expect(await take(path)).toMatchObject({ outcome: 'unchanged', importId: whole.importId })
    await expect(take(keyless)).rejects.toThrow(
      new RegExp(`Một phần của tệp.*số ${without.importId}\\).*undo ${without.importId}\\) rồi nạp lại`)
    )
  })
})

test('a later file without refs says what undoing the earlier one would take from the days before', async () => {
  const file = (name: string, properties: Record<string, unknown>) =>
    importer.file(
      `${name}.geojson`,
      JSON.stringify(features([{ name, ...properties }, square(105.05, 20.05)]))
    )
  const besides = (report: { notes: readonly { vi: string }[] }, id: number | null) =>
    notes(report).filter((note) => note.startsWith(`Dữ liệu của lần nạp số ${id} `))
  const first = await take(file('g1', {}))
  const tried = await take(file('g2', {}), { dryRun: true })
  expect(notes(tried)).toEqual([
    expect.stringMatching(
      new RegExp(
        `số .*${first.importId} \\(«g1.*sẽ đứng cạnh .*hãy gỡ lần ấy trước: .*undo ${first.importId}(;|$)`
      )
    )
  ])
  const second = await take(file('g2', {}))
  const later = await take(file('g3', { valid_from: '2026-10-01' }))

  expect(besides(second, first.importId)).toEqual([
    expect.stringMatching(new RegExp(`hãy gỡ: npm run import -- undo ${first.importId}$`))
  ])
  expect(besides(later, first.importId)).toEqual([
    expect.stringMatching(
      new RegExp(`undo ${first.importId} \\(số liệu các ngày trước 01/10/2026 sẽ mất theo; .*--map ref=`)
    )
  ])
  const beyond = await take(file('g4', { valid_from: '2026-10-01' }))
  expect(besides(beyond, later.importId)[0]).not.toContain('sẽ mất theo')
})
