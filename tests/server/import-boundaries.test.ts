import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeVillages } from '../../server/collections/import/make-villages.ts'
import { undoImport } from '../../server/collections/import/undo.ts'
import { features, openImportFolder, square, type ImportFolder } from '../support/import-folder.ts'
import { rectangle } from '../support/rectangle.ts'

// Boundaries that come after provisional ones end the cells that they lie upon; so does a merged commune's new set.

let importer: ImportFolder
let [files, communes] = [0, 0]
beforeAll(async () => {
  importer = await openImportFolder()
})
afterAll(() => importer.close())

const take = (collection: string, ...rows: Parameters<typeof features>) =>
  importer.take(collection, importer.file(`tep-${++files}.geojson`, JSON.stringify(features(...rows))))
const make = (commune: string, centres: readonly (readonly [string, number, number])[], since?: string) =>
  makeVillages(importer.deps, {
    commune,
    file: importer.file(
      `giua-${++files}.csv`,
      ['name,kind,lon,lat', ...centres.map(([name, lng, lat]) => `${name},xóm,${lng},${lat}`)].join('\n')
    ),
    importedBy: 'test',
    ...(since === undefined ? {} : { set: { valid_from: since } })
  })
const undo = ({ importId }: { importId: number | null }) => undoImport(importer.deps, importId ?? 0, 'test')

/** A commune of 0.1° on ground of its own, its western border at the longitude given. */
async function ground() {
  const [code, west] = [`000${++communes + 10}`, 105 + 0.2 * communes]
  await take('communes', [{ code, name: `Xã ${code}` }, square(west, 20, 0.1)])
  const held = async () =>
    (
      await importer.db.query<{ code: string; from: string; to: string }>(
        `select code, valid_from::text as from, valid_to::text as to from village
          where known_to = 'infinity' and st_intersects(geom, st_makeenvelope($1, 20, $2, 20.1, 4326))
          order by code collate "C", valid_from`,
        [west + 0.001, west + 0.199]
      )
    ).rows.map(({ code, from, to }) =>
      [code, from === '-infinity' ? '' : `${from} →`, to === 'infinity' ? '' : `→ ${to}`]
        .filter((part) => part !== '')
        .join(' ')
    )
  const halves = () =>
    make(code, [
      ['Bắc', west + 0.05, 20.08],
      ['Nam', west + 0.05, 20.02]
    ])
  const north = (more: object = {}) =>
    [{ code: `3${code}1`, name: 'Bắc', kind: 'xóm', ...more }, rectangle(west, 20.05, west + 0.1, 20.1)] as [
      Record<string, unknown>,
      unknown
    ]
  const south = () =>
    [{ code: `3${code}2`, name: 'Nam', kind: 'xóm' }, rectangle(west, 20, west + 0.1, 20.05)] as [
      Record<string, unknown>,
      unknown
    ]
  return { code, west, held, halves, north, south }
}

test('boundaries of all villages end all cells, and the report says so; undone, they are back', async () => {
  const { code, held, halves, north, south } = await ground()
  await halves()
  const real = await take('villages', north(), south())
  expect(await held()).toEqual([`3${code}1`, `3${code}2`])
  expect(real.notes).toHaveLength(1)
  expect(real.notes[0]?.vi).toContain(`thay cho 2 thôn có ranh giới tạm`)
  expect(real.notes[0]?.vi).toContain(`Bắc (${code}-01); Nam (${code}-02)`)
  await undo(real)
  expect(await held()).toEqual([`${code}-01`, `${code}-02`])
})

test('a boundary of one village ends its cell from its day on; the report names the cells that are left', async () => {
  const { code, held, halves, north } = await ground()
  const cells = await halves()
  const real = await take('villages', north({ valid_from: '2025-07-01' }))
  expect(await held()).toEqual([`3${code}1 2025-07-01 →`, `${code}-01 → 2025-07-01`, `${code}-02`].sort())
  expect(real.notes.map(({ vi }) => vi)).toEqual([
    expect.stringContaining(`Bắc (${code}-01). Gỡ`),
    expect.stringMatching(
      new RegExp(`còn 1 thôn có ranh giới tạm.*: Nam \\(${code}-02\\)\\. .*undo ${cells.importId}$`)
    )
  ])
  await undo(real)
  expect(await held()).toEqual([`${code}-01`, `${code}-02`])
})

test('undone first, the cells stay away while the boundary holds', async () => {
  const { code, held, halves, north } = await ground()
  const cells = await halves()
  const real = await take('villages', north())
  await undo(cells)
  expect(await held()).toEqual([`3${code}1`])
  await undo(real)
  expect(await held()).toEqual([])
})

test('another commune’s boundaries leave the cells alone, and nothing is said', async () => {
  const { code, west, held, halves } = await ground()
  await halves()
  await take('communes', [{ code: `1${code.slice(1)}`, name: 'Bên cạnh' }, square(west + 0.1, 20, 0.1)])
  const row = { code: `3${code}9`, name: 'Đông', kind: 'xóm' }
  const { notes } = await take('villages', [row, square(west + 0.1, 20, 0.1)])
  expect(notes).toEqual([])
  expect(await held()).toEqual([`3${code}9`, `${code}-01`, `${code}-02`].sort())
})

test('a merged commune’s set ends the old communes’ cells from its day on, but none of their boundaries', async () => {
  const { code, west, held, halves } = await ground()
  const [east, whole] = [`1${code.slice(1)}`, `2${code.slice(1)}`]
  await halves()
  await take('communes', [{ code: east, name: 'Xã Đông' }, square(west + 0.1, 20, 0.1)])
  await take('villages', [{ code: `3${code}`, name: 'Đông', kind: 'xóm' }, square(west + 0.1, 20, 0.1)])
  await take('communes', [
    { code: whole, name: 'Xã Gộp', valid_from: '2025-07-01' },
    rectangle(west, 20, west + 0.2, 20.1)
  ])
  const before = await held()
  expect(before).toEqual([`${code}-01`, `${code}-02`, `3${code}`])
  const set = await make(
    whole,
    [
      ['Một', west + 0.05, 20.05],
      ['Hai', west + 0.15, 20.05]
    ],
    '2025-07-01'
  )
  expect(await held()).toEqual([
    `${code}-01 → 2025-07-01`,
    `${code}-02 → 2025-07-01`,
    `${whole}-01 2025-07-01 →`,
    `${whole}-02 2025-07-01 →`,
    `3${code}`
  ])
  expect(set.notes.map(({ en }) => en)).toContainEqual(expect.stringContaining('2 provisional villages'))
  await undo(set)
  expect(await held()).toEqual(before)
})
