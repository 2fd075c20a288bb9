import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { importFile } from '../../server/collections/import/import-file.ts'
import { makeVillages } from '../../server/collections/import/make-villages.ts'
import { undoImport } from '../../server/collections/import/undo.ts'
import { derivations, registry } from '../../server/themes.ts'
import { startFigures, type FiguresServer } from '../support/figures-server.ts'
import { features, point, square } from '../support/import-folder.ts'
import { rectangle } from '../support/rectangle.ts'

// Two communes are merged, and boundaries come after provisional ones: everyone is counted, in the villages that hold.

type Rows = Parameters<typeof features>

let server: FiguresServer
const folder = mkdtempSync(join(tmpdir(), 'diaban-merger-'))
let files = 0
function file(content: string, extension: string) {
  const path = join(folder, `tep-${++files}.${extension}`)
  writeFileSync(path, content)
  return path
}
const deps = () => ({ db: server.db, registry, derivations })
const take = (collection: string, rows: Rows, more = {}) =>
  importFile(deps(), {
    collection,
    file: file(JSON.stringify(features(...rows)), 'geojson'),
    importedBy: 'test',
    ...more
  })
const make = (commune: string, rows: readonly string[], set: Record<string, string> = {}) =>
  makeVillages(deps(), {
    commune,
    file: file(['name,kind,lon,lat', ...rows].join('\n'), 'csv'),
    importedBy: 'test',
    set
  })
const undo = ({ importId }: { importId: number | null }) => undoImport(deps(), importId ?? 0, 'test')

/** People of the commune, of its villages, of what lies outside them. */
async function people(code: string, day = '2026-06-30') {
  const { commune, villages, outsideVillages } = await server.indicator(
    code,
    'mobile_5g_population',
    `asOf=${day}`
  )
  return {
    all: commune.figure.denominator,
    villages: Object.fromEntries(villages.map(({ code, figure }) => [code, figure.denominator])),
    outside: outsideVillages?.figure.denominator ?? 0
  }
}

/** 20 homes of four people in each northern and southern half of two communes of 0.1° side by side, the western one first. */
const homes = (west: number): Rows =>
  Array.from({ length: 80 }, (_, index) => [
    { ref: `nhà ${index}`, residents: 4 },
    point(west + 0.01 + 0.1 * Math.floor(index / 40) + 0.004 * (index % 20), index % 40 < 20 ? 20.02 : 20.08)
  ])
const halves = (west: number, code: string): Rows => [
  [{ code: `${code}1`, name: 'Bắc', kind: 'xóm' }, rectangle(west, 20.05, west + 0.1, 20.1)],
  [{ code: `${code}2`, name: 'Nam', kind: 'xóm' }, rectangle(west, 20, west + 0.1, 20.05)]
]

beforeAll(async () => {
  server = await startFigures()
})
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Without a map of anyone's there is no figure. */
const cover = (west: number, speaksFor: string[]) =>
  take('coverage_claims', [[{}, rectangle(west, 20, west + 0.2, 20.05)]], {
    set: { operator: 'Viettel', technology: '5G', valid_from: '2025-01-01' },
    speaksFor
  })

test('after a merger everyone is counted in the new commune, with its villages and before they are known', async () => {
  const until = { valid_to: '2025-07-01' }
  await take('communes', [
    [{ code: '00003', name: 'Xã Ba', ...until }, square(106, 20, 0.1)],
    [{ code: '00004', name: 'Xã Bốn', ...until }, square(106.1, 20, 0.1)],
    [{ code: '00009', name: 'Xã Chín', valid_from: '2025-07-01' }, rectangle(106, 20, 106.2, 20.1)]
  ])
  await take('premises', homes(106), { commune: '00009' })
  await cover(106, ['00003', '00004', '00009'])
  await take('villages', halves(106, '3000'), { commune: '00003' })
  await make('00004', ['Đông,xóm,106.15,20.05'])
  const before = { all: 160, villages: { 30001: 80, 30002: 80 }, outside: 0 }
  expect(await people('00003', '2025-06-30')).toEqual(before)
  expect(await people('00009')).toEqual({ all: 320, villages: {}, outside: 320 })

  const set = await make('00009', ['Một,xóm,106.05,20.05', 'Hai,xóm,106.15,20.05'], {
    valid_from: '2025-07-01'
  })
  const merged = { '00009-01': 160, '00009-02': 160 }
  expect(await people('00009')).toEqual({ all: 320, villages: merged, outside: 0 })
  expect(await people('00003', '2025-06-30')).toEqual(before)
  await undo(set)
  expect(await people('00009')).toEqual({ all: 320, villages: {}, outside: 320 })
})

test('who lives where a boundary and a provisional one overlap belongs to the boundary', async () => {
  await take('communes', [[{ code: '00005', name: 'Xã Năm' }, square(107, 20, 0.1)]])
  await take('premises', homes(107).slice(0, 40), { commune: '00005' })
  await cover(107, ['00005'])
  await make('00005', ['Cả xã,xóm,107.05,20.05'])
  expect(await people('00005')).toEqual({ all: 160, outside: 0, villages: { '00005-01': 160 } })
  const south = await take('villages', [
    [{ code: '50002', name: 'Nam', kind: 'xóm' }, rectangle(107, 20, 107.1, 20.04)]
  ])
  expect(await people('00005')).toEqual({ all: 160, outside: 0, villages: { '00005-01': 80, 50002: 80 } })
  await undo(south)
  const real = await take('villages', halves(107, '5000'))
  expect(await people('00005')).toEqual({ all: 160, outside: 0, villages: { 50001: 80, 50002: 80 } })
  await undo(real)
  expect(await people('00005')).toEqual({ all: 160, outside: 0, villages: { '00005-01': 160 } })
})
