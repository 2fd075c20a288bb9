import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { registry } from '../../server/themes.ts'
import { communeData, point } from '../support/commune-data.ts'
import { sampleFeatures } from '../support/sample-features.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { at, landscape, TILE } from '../support/tile-landscape.ts'

const run = promisify(execFile)
let server: TestServer
let directory: string

beforeAll(async () => {
  server = await startServer({ listen: true })
  directory = mkdtempSync(join(tmpdir(), 'diaban-gdal-'))
  const data = communeData(server.db)
  await landscape(data)
  await data.publish('communes', [{ code: '99008', name: 'Chưa có bản đồ', geom: null }])
  await data.publish('operators', [{ name: 'Viettel', technologies: ['4G', '5G'] }])
  await data.publish(
    'institutions',
    Array.from({ length: 2345 }, (_, index) => ({
      name: `Trường số ${index}`,
      kind: 'school',
      line_mbps: index / 10,
      geom: point(...at((index % 50) / 50, Math.floor(index / 50) / 50))
    }))
  )
  await sampleFeatures(data, await emptyCollections())
})
afterAll(async () => {
  await server.stop()
  rmSync(directory, { recursive: true, force: true })
})

/** How many features the database has for anyone to read. */
async function countOf(id: string) {
  const { rows } = await server.db.query<{ count: number }>(`select count(*) as count from open.${id}`)
  return rows[0]!.count
}

async function emptyCollections() {
  const counts = await Promise.all(registry.open.map(({ id }) => countOf(id)))
  return registry.open.filter((_, index) => counts[index] === 0)
}

/** What GDAL reads of a source, its warnings counted as failures. */
async function ogrinfo(...parameters: string[]) {
  const { stdout, stderr } = await run('ogrinfo', ['-ro', ...parameters], { maxBuffer: 64 * 1024 * 1024 })
  expect(stderr).not.toMatch(/ERROR|Warning/)
  return stdout
}

const features = (text: string) => text.split('\n').filter((line) => line.startsWith('OGRFeature('))

describe("GDAL's driver for OGC API Features", () => {
  test('lists every open collection and no other', async () => {
    const listed = await ogrinfo(`OAPIF:${server.url}/ogc`)
    const ids = [...listed.matchAll(/^\d+: (\S+)/gm)].map(([, id]) => id)
    expect(ids).toEqual(registry.open.map(({ id }) => id))
  })

  test.each(registry.open.map(({ id }) => id))('reads every feature of %s', async (id) => {
    const text = await ogrinfo('-al', '-oo', 'PAGE_SIZE=500', `OAPIF:${server.url}/ogc`, id)
    const read = features(text)
    expect(read.length).toBeGreaterThan(0)
    expect(read).toHaveLength(await countOf(id))
    expect(new Set(read).size).toBe(read.length)
  })

  test('filters by place on the server', async () => {
    const [west, south] = at(-0.001, -0.001)
    const [east, north] = at(0.099, 0.019)
    const box = [west, south, east, north].map(String)
    const text = await ogrinfo('-al', '-spat', ...box, `OAPIF:${server.url}/ogc`, 'institutions')
    expect(features(text)).toHaveLength(5)
  })

  test('knows where a collection lies', async () => {
    const text = await ogrinfo('-so', `OAPIF:${server.url}/ogc`, 'institutions')
    expect(text).toContain('Feature Count: 2345')
    expect(text).toMatch(/WGS 84/)
    expect(text).toMatch(/line_mbps: Real/)
  })
})

describe("GDAL's driver for vector tiles", () => {
  test('reads a tile with all its layers', async () => {
    const { z, x, y } = TILE
    const response = await server.app.inject(`/ogc/tiles/WebMercatorQuad/${z}/${y}/${x}?datetime=2026-07-01`)
    mkdirSync(join(directory, String(z), String(x)), { recursive: true })
    const file = join(directory, String(z), String(x), `${y}.mvt`)
    writeFileSync(file, response.rawPayload)
    const text = await ogrinfo('-al', `MVT:${file}`)
    const layers = [...text.matchAll(/^Layer name: (\S+)/gm)].map(([, name]) => name)
    expect(layers.sort()).toEqual([
      'buildings',
      'cell_sites',
      'communes',
      'coverage_claims',
      'cultural_houses',
      'institutions',
      'roads',
      'villages'
    ])
    expect(features(text).filter((line) => line.includes('(villages)'))).toHaveLength(2)
    expect(text).toContain('name (String) = Đồng Tâm')
  })
})
