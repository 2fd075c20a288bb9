import { afterAll, beforeAll, expect, test } from 'vitest'
import { startCommands } from '../support/import-command.ts'
import { communeData } from '../support/commune-data.ts'
import { hashOf } from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { newCode } from '../support/reports-server.ts'
import { squareCommune } from '../support/square-commune.ts'

let commands: Awaited<ReturnType<typeof startCommands>>
let commune: Awaited<ReturnType<typeof squareCommune>>

beforeAll(async () => {
  commands = await startCommands()
  commune = await squareCommune(communeData(commands.database.db))
})
afterAll(() => commands.stop())

async function item(more: object = {}) {
  const file = await photo({ width: 64, height: 48 })
  const sha256 = hashOf(file)
  return {
    report: {
      id: crypto.randomUUID(),
      code: newCode(),
      category: 'illegal_dump',
      place: { lng: commune.west + 0.005, lat: commune.south + 0.005 },
      placeFrom: 'gps',
      media: [{ sha256, role: 'before', sizeBytes: file.byteLength }],
      ...more
    },
    files: [{ sha256, role: 'before', mime: 'image/jpeg', base64: file.toString('base64') }]
  }
}

const save = (name: string, reports: object[]) =>
  commands.file(
    name,
    JSON.stringify({ format: 'dia-ban-unsent-reports', version: 1, savedAt: '2026-11-22T00:00:00Z', reports })
  )
const takeIn = (path: string) => commands.run('server/take-in.ts', [path])

test('a file that a phone saved is taken in with its pictures, twice without a duplicate', async () => {
  const path = save('unsent.json', [await item(), await item()])

  const first = await takeIn(path)
  const second = await takeIn(path)

  expect(first).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^PA-\d{4}-\d{6}: đã nhận, 1\/1 tệp\nPA-/)
  })
  expect(second).toMatchObject({ code: 0, stdout: expect.stringMatching(/: đã có từ trước, 1\/1 tệp\n/) })
  const { rows } = await commands.database.db.query(
    `select (select count(*) from report) as reports, (select count(*) from report_media where received_at is not null) as files`
  )
  expect(rows).toEqual([{ reports: 2, files: 2 }])
})

test('what is wrong with one report is said, and the others are taken in', async () => {
  const broken = await item()
  const outside = await item({ place: { lng: 100, lat: 10 } })
  const path = save('mixed.json', [
    { ...broken, files: [{ ...broken.files[0], base64: 'AAAA' }] },
    outside,
    { report: { id: 'x' }, files: [] },
    await item()
  ])

  const { code, stdout } = await takeIn(path)

  expect(code).toBe(1)
  expect(stdout.split('\n')).toMatchObject([
    expect.stringContaining('0/1 tệp; một tệp đính kèm không còn nguyên vẹn'),
    expect.stringContaining('Phản ánh 2: bị từ chối: Vị trí nằm ngoài các xã'),
    expect.stringContaining('Phản ánh 3: bị từ chối: không đọc được'),
    expect.stringContaining('đã nhận, 1/1 tệp'),
    ''
  ])
})

test('another file, none, or none named: a sentence', async () => {
  const other = commands.file('other.json', '{"format":"x"}')
  expect(await takeIn(other)).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('không phải tệp phản ánh')
  })
  expect(await takeIn('/nowhere.json')).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('Không đọc được')
  })
  expect(await commands.run('server/take-in.ts', [])).toMatchObject({ code: 2 })
})
