import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { startProcess } from '../support/process.ts'
import { createDataDir, createPostgresDatabase } from '../support/test-database.ts'

// The commands as real processes, beside a running program on each engine: what they print, where, and how they end.

let folder: string
let environment: Record<string, string>
let server: Awaited<ReturnType<typeof startProcess>>
const endings: (() => unknown)[] = []

const squareOf = (west: number, south: number) => [
  [
    [west, south],
    [west + 0.1, south],
    [west + 0.1, south + 0.1],
    [west, south + 0.1],
    [west, south]
  ]
]
const COMMUNE = {
  type: 'Feature',
  properties: { code: '00001', name: 'Xã Một' },
  geometry: { type: 'Polygon', coordinates: squareOf(105, 20) }
}

function file(name: string, content: string) {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

async function command(entry: string, ...args: string[]) {
  const program = await startProcess(entry, { environment, args, ready: false })
  await program.closed
  const { code } = await program.ended
  return { code, ...program.output }
}
const npmImport = (...args: string[]) => command('server/import.ts', ...args)

/** The one document that --json promises; anything beside it on stdout fails here. */
async function asJson(...args: string[]) {
  const { code, stdout } = await npmImport(...args, '--json')
  const answer: unknown = JSON.parse(stdout)
  return { code, answer }
}

const items = async (collection: string) => {
  const response = await fetch(`${server.url}/ogc/collections/${collection}/items?f=json`)
  const { features }: { features: { properties: { name: string } }[] } = await response.json()
  return features.map(({ properties }) => properties.name)
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'diaban-command-'))
  const { dataDir, remove } = createDataDir()
  endings.push(remove)
  environment = { DATA_DIR: dataDir }
  if (inject('engine') === 'postgres') {
    const { url, drop } = await createPostgresDatabase()
    endings.push(drop)
    environment.DATABASE_URL = url
  }
  server = await startProcess('server/main.ts', { environment })
  endings.push(() => server.stop())
})
afterAll(async () => {
  for (const end of endings.reverse()) await end()
  rmSync(folder, { recursive: true, force: true })
})

describe('beside the running program', () => {
  test('import: taken in, told in Vietnamese on stdout, served at once', async () => {
    const { code, stdout, stderr } = await npmImport('communes', file('xa.geojson', JSON.stringify(COMMUNE)))

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Đã nạp 1 dòng vào communes từ «xa.geojson» \(lần nạp số \d+\)\.\n/)
    expect(stdout).toMatch(/Hệ tọa độ: EPSG:4326/)
    expect(await items('communes')).toContain('Một')
  })

  test('villages: provisional ones from their centres', async () => {
    const centres = file(
      'giua.csv',
      'Tên;Loại;Dân số;Lat;Long\nĐông;xóm;120;20.05;105.08\nTây;xóm;80;20.05;105.02\n'
    )
    const { code, stdout, stderr } = await command(
      'server/villages.ts',
      '--commune',
      '00001',
      '--centres',
      centres
    )

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^Đã nạp 2 dòng vào villages/)
    expect((await items('villages')).sort()).toEqual(['Tây', 'Đông'])
  })

  test('--dry-run changes nothing; --json is one document; the same file twice; list; undo', async () => {
    const houses = file('nvh.csv', 'Tên,Lat,Long\nNVH Đông,20.05,105.08\n')
    expect(await asJson('cultural_houses', houses, '--dry-run')).toMatchObject({
      code: 0,
      answer: { outcome: 'valid', importId: null, rowsAccepted: 1 }
    })
    expect(await items('cultural_houses')).toEqual([])

    const taken = await asJson('cultural_houses', houses)
    expect(taken).toMatchObject({ code: 0, answer: { outcome: 'published', importId: expect.any(Number) } })
    expect(await items('cultural_houses')).toEqual(['NVH Đông'])
    const { importId } = Object(taken.answer)
    expect(await asJson('cultural_houses', houses)).toMatchObject({
      code: 0,
      answer: { outcome: 'unchanged', importId }
    })

    const listed = await asJson('list')
    expect(listed.answer).toContainEqual(
      expect.objectContaining({ id: importId, collection: 'cultural_houses' })
    )

    expect(await asJson('undo', String(importId))).toMatchObject({
      code: 0,
      answer: { outcome: 'undone', importId }
    })
    expect(await items('cultural_houses')).toEqual([])
    expect(await asJson('undo', String(importId))).toMatchObject({
      code: 1,
      answer: { outcome: 'refused', error: { vi: expect.stringMatching(/đã được gỡ/) } }
    })
  })

  test('a person sees a bar on the terminal; --json stays one document', async () => {
    const placemark =
      '<Placemark><name>NVH</name><Point><coordinates>105.05,20.05</coordinates></Point></Placemark>'
    const kml = file('bar.kml', `<kml><Document>${placemark.repeat(600)}</Document></kml>`)
    const out = join(folder, 'bar.json')
    const program = `${process.execPath} --import tsx server/import.ts cultural_houses ${kml} --dry-run --json > ${out}`
    const { stdout: terminal } = await promisify(execFile)('script', ['-qec', program, '/dev/null'], {
      env: { ...process.env, ...environment, TERM: 'xterm' }
    })
    expect(terminal).toMatch(/100 % · Đã đọc 600 dòng/)
    expect(JSON.parse(readFileSync(out, 'utf8'))).toMatchObject({ outcome: 'valid', rowsAccepted: 600 })
  })

  test('two imports at once both get in', async () => {
    const paths = ['a', 'b'].map((name) => file(`${name}.csv`, `Tên,Lat,Long\nNVH ${name},20.05,105.08\n`))
    const answers = await Promise.all(paths.map((path) => asJson('cultural_houses', path)))

    expect(answers.map(({ code }) => code)).toEqual([0, 0])
    expect((await items('cultural_houses')).sort()).toEqual(['NVH a', 'NVH b'])
  })
})

describe('what is refused', () => {
  test('rows: exit 1, each told with its number, reason and value; nothing taken', async () => {
    const before = await items('cultural_houses')
    const path = file('sai.csv', 'Tên,Lat,Long\nTốt,20.05,105.08\nXa,20.05,106.5\n')
    const { code, stdout } = await npmImport('cultural_houses', path)

    expect(code).toBe(1)
    expect(stdout).toMatch(/^Chưa nạp gì từ «sai.csv»: 1 dòng bị từ chối trên 2\./)
    expect(stdout).toMatch(/Dòng 3: Nằm ngoài xã hơn 1 km.*146,\d km/)
    expect(stdout).toMatch(/--allow-partial/)
    expect(await items('cultural_houses')).toEqual(before)
  })

  test('files: exit 1, the sentence on stderr, and with --json as the one document on stdout', async () => {
    const path = file('hong.geojson', '{"type":"FeatureCollection","features":[{"type"')
    const plain = await npmImport('cultural_houses', path)
    expect(plain).toMatchObject({ code: 1, stdout: '' })
    expect(plain.stderr).toMatch(/^Tệp không phải là GeoJSON hợp lệ: .*hãy xuất lại/)

    expect(await asJson('cultural_houses', path)).toMatchObject({
      code: 1,
      answer: {
        outcome: 'refused',
        error: { vi: expect.any(String), en: expect.stringMatching(/not valid GeoJSON: the file breaks off/) }
      }
    })
  })

  test('in English where it is asked for', async () => {
    const { code, stderr } = await npmImport('cultural_houses', join(folder, 'none.csv'), '--lang', 'en')
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^There is no file/) })
  })

  test('villages without a commune: exit 2; a centre outside: exit 1', async () => {
    expect(await command('server/villages.ts', '--centres', 'x.csv')).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/Thiếu --commune hoặc --centres/)
    })
    const centres = file('xa.csv', 'Tên;Loại;Lat;Long\nXa;xóm;21;105\n')
    const { code, stdout } = await command(
      'server/villages.ts',
      '--commune',
      '00001',
      '--centres',
      centres,
      '--json'
    )
    expect(code).toBe(1)
    expect(JSON.parse(stdout)).toMatchObject({ error: { vi: expect.stringMatching(/nằm ngoài xã 00001/) } })
  })
})
