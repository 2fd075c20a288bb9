import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { undoImport } from '../../server/collections/import/undo.ts'
import { features, openImportFolder, point, square, type ImportFolder } from '../support/import-folder.ts'

// What is surveyed again for a merged commune, and what many communes' files have: told by whether the other commune holds.

let importer: ImportFolder
let files = 0
const communes = { ended: '00003', merged: '00012', beside: '00013' }
beforeAll(async () => {
  importer = await openImportFolder()
  await take(
    'communes',
    [{ code: communes.ended, name: 'Xã Cũ', valid_to: '2025-07-01' }, square(105.2, 20, 0.1)],
    [{ code: communes.merged, name: 'Xã Mới', valid_from: '2025-07-01' }, square(105.2, 20, 0.2)],
    [{ code: communes.beside, name: 'Xã Bên' }, square(105.2, 20, 0.2)]
  )
})
afterAll(() => importer.close())

const write = (...rows: Parameters<typeof features>) =>
  importer.file(`tep-${++files}.geojson`, JSON.stringify(features(...rows)))
const take = (collection: string, ...rows: Parameters<typeof features>) =>
  importer.take(collection, write(...rows))
const home = (commune: string, ref: string, lng: number, more: object = {}) =>
  importer.take('premises', write([{ ref, residents: 4, ...more }, point(lng, 20.05)]), { commune })
const undo = ({ importId }: { importId: number | null }) => undoImport(importer.deps, importId ?? 0, 'test')

const held = async (table: string, ref: string) =>
  (
    await importer.db.query<{ code: string; from: string; to: string }>(
      `select commune_code as code, valid_from::text as from, valid_to::text as to from ${table}
        where known_to = 'infinity' and ref = $1 order by commune_code, valid_from`,
      [ref]
    )
  ).rows.map(({ code, from, to }) =>
    [
      code,
      ...(from === '-infinity' ? [] : [`from ${from}`]),
      ...(to === 'infinity' ? [] : [`until ${to}`])
    ].join(' ')
  )

/** So many degrees of longitude at 20° N are that many metres. */
const metres = (distance: number) => distance / 104_600

test('a point surveyed again for the merged commune is the old one; undone, it is back', async () => {
  await home(communes.ended, 'A', 105.25)
  const anew = await home(communes.merged, 'A', 105.25 + metres(45))
  expect(anew.notes).toEqual([])
  expect(await held('premises', 'A')).toEqual([communes.merged])
  await undo(anew)
  expect(await held('premises', 'A')).toEqual([communes.ended])
})

test('it takes the days that it speaks of; what is left of the old one is found when it is undone', async () => {
  await home(communes.ended, 'B', 105.25)
  const first = await home(communes.merged, 'B', 105.25 + metres(3), { valid_from: '2025-07-01' })
  const second = await home(communes.merged, 'B', 105.25 + metres(5), { valid_from: '2026-01-01' })
  const pieces = [`${communes.ended} until 2025-07-01`, `${communes.merged} from 2025-07-01 until 2026-01-01`]
  expect(await held('premises', 'B')).toEqual([...pieces, `${communes.merged} from 2026-01-01`])
  await undo(first)
  expect(await held('premises', 'B')).toEqual([
    `${communes.ended} until 2026-01-01`,
    `${communes.merged} from 2026-01-01`
  ])
  await undo(second)
  expect(await held('premises', 'B')).toEqual([communes.ended])
})

test('what is learnt of communes afterwards changes nothing that undoing finds', async () => {
  await home(communes.ended, 'C', 105.25)
  const anew = await home(communes.merged, 'C', 105.25 + metres(3))
  const restored = await take('communes', [{ code: communes.ended, name: 'Xã Cũ' }, square(105.2, 20, 0.1)])
  await undo(anew)
  expect(await held('premises', 'C')).toEqual([communes.ended])
  await undo(restored)
})

test('farther away the old one stays, and the report says so', async () => {
  const old = await home(communes.ended, 'D', 105.25)
  const { notes } = await home(communes.merged, 'D', 105.25 + metres(60))
  expect(await held('premises', 'D')).toEqual([communes.ended, communes.merged])
  expect(notes).toHaveLength(1)
  expect(notes[0]?.vi).toContain(
    `1 dòng cùng mã (ref) với dòng của xã ${communes.ended} ở lần nạp số ${old.importId} `
  )
  expect(notes[0]?.vi).toMatch(new RegExp(`mã đầu tiên: D.*npm run import -- undo ${old.importId}$`))
})

test('near, but of two communes that both hold: both stay, and the report says so', async () => {
  await home(communes.beside, 'E', 105.25)
  const { notes } = await home(communes.merged, 'E', 105.25 + metres(3))
  expect(await held('premises', 'E')).toEqual([communes.merged, communes.beside])
  expect(notes.map(({ en }) => en)).toEqual([expect.stringContaining(`commune ${communes.beside} in import`)])
})

test('far away, of two communes that both hold: two things, and nothing is said', async () => {
  await home(communes.beside, 'F', 105.25)
  expect((await home(communes.merged, 'F', 105.27)).notes).toEqual([])
})

test('a point that comes as an area stays, and the report says so', async () => {
  const relic = (commune: string, geometry: unknown) =>
    importer.take('relics', write([{ ref: 'G', name: 'Đình' }, geometry]), { commune })
  await relic(communes.ended, point(105.2501, 20.0501))
  const { notes } = await relic(communes.merged, square(105.25, 20.05, 0.0002))
  expect(await held('relic', 'G')).toEqual([communes.ended, communes.merged])
  expect(notes).toHaveLength(1)
})

const line = (...coordinates: [number, number][]) => ({ type: 'LineString', coordinates })

describe.each([
  ['fibre_lines', 'fibre_line', line([105.23, 20.03], [105.24, 20.03]), { operator: 'VNPT' }],
  ['fixed_services', 'fixed_service', square(105.23, 20.03), { provider: 'VNPT', down_mbps: 100 }],
  ['roads', 'road', line([105.23, 20.03], [105.235, 20.04], [105.24, 20.03]), {}],
  ['waterways', 'waterway', line([105.23, 20.03], [105.24, 20.04]), {}],
  ['land_uses', 'land_use', square(105.23, 20.03), {}]
])('%s, of which a file may reach over many communes', (collection, table, geometry, more) => {
  const content = JSON.stringify(features([{ ref: '1', ...more }, geometry]))
  const takeFor = (commune: string) =>
    importer.take(collection, importer.file(`${collection}.geojson`, content), { commune })

  test('goes over to the merged commune, and stays with one that holds', async () => {
    await takeFor(communes.ended)
    const merged = await takeFor(communes.merged)
    expect(await held(table, '1')).toEqual([communes.merged])
    const beside = await takeFor(communes.beside)
    expect(await held(table, '1')).toEqual([communes.merged, communes.beside])
    const notes = beside.notes.filter(({ vi }) => vi.includes('cùng mã (ref)'))
    expect(notes.map(({ vi }) => vi)).toEqual([
      expect.stringContaining(`xã ${communes.merged} ở lần nạp số ${merged.importId} `)
    ])
    await undo(merged)
    expect(await held(table, '1')).toEqual([communes.beside])
    await undo(beside)
    expect(await held(table, '1')).toEqual([communes.ended])
  })
})
