import { readdirSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fullDisk } from '../support/full-disk.ts'
import { startCommands, type Commands } from '../support/import-command.ts'
import { PHUONG_MOT } from '../support/import-folder.ts'
import { expectNothingDone, held } from '../support/interrupted-import.ts'
import { zipFile } from '../support/zip-file.ts'

// The disk of the machine that imports is full: where a zip is unpacked, where GDAL writes, where refused rows go.

const FULL = /^Đĩa đã đầy.*hãy giải phóng chỗ trống rồi nạp lại/m
let commands: Commands
let temporary: string
beforeAll(async () => {
  commands = await startCommands()
  temporary = join(commands.folder, 'tmp')
  mkdirSync(temporary)
  const path = commands.file('xa.geojson', JSON.stringify(PHUONG_MOT))
  expect((await commands.runImport('communes', path)).code).toBe(0)
})
afterAll(() => commands.stop())

const leftovers = () => readdirSync(temporary).filter((name) => name.startsWith('diaban-'))

const importWith = (pattern: string, ...args: string[]) =>
  commands.run('server/import.ts', args, { TMPDIR: temporary, ...fullDisk(pattern) })

const house = (lng: number) => ({
  type: 'Feature',
  properties: { name: `NVH ${lng}` },
  geometry: { type: 'Point', coordinates: [lng, 20.05] }
})
const houses = (...places: number[]) =>
  JSON.stringify({ type: 'FeatureCollection', features: places.map(house) })

describe('nothing is done, nothing is left in the temporary folder', () => {
  test('a zip is unpacked', async () => {
    const before = await held(commands)
    const path = commands.file('a.zip', zipFile([{ name: 'a.geojson', data: houses(105.05) }]))
    await expectNothingDone(
      commands,
      await importWith('diaban-import-', 'cultural_houses', path),
      before,
      FULL
    )
    expect(leftovers()).toEqual([])
  })

  test('GDAL writes', async () => {
    const before = await held(commands)
    const gpx = `<?xml version="1.0"?><gpx version="1.1" creator="t" xmlns="http://www.topografix.com/GPX/1/1"><wpt lat="20.05" lon="105.05"><name>NVH</name></wpt></gpx>`
    const path = commands.file('a.gpx', gpx)
    await expectNothingDone(commands, await importWith('diaban-gdal-', 'cultural_houses', path), before, FULL)
    expect(leftovers()).toEqual([])
  })

  test('refused rows are written: the good ones are not taken either', async () => {
    const before = await held(commands)
    const path = commands.file('b.geojson', houses(105.05, 107))
    const ending = await importWith('khong-nap', 'cultural_houses', path, '--allow-partial')
    await expectNothingDone(commands, ending, before, FULL)
    expect(existsSync(join(commands.folder, 'b.khong-nap.geojson'))).toBe(false)

    const again = await commands.runImport('cultural_houses', path, '--allow-partial')
    expect(again).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/Đã ghi các dòng này vào: .*b\.khong-nap\.geojson/)
    })
    expect(readFileSync(join(commands.folder, 'b.khong-nap.geojson'), 'utf8')).toMatch(/NVH 107/)
  })
})
