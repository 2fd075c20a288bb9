import { execFileSync, fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isDeepStrictEqual } from 'node:util'
import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import type { Pool } from 'pg'
import { z } from 'zod'
import { encodedTileSql } from '../../server/collections/tiles/tile-sql.ts'
import type { TileAddress } from '../../server/geo/tile.ts'
import { registry } from '../../server/themes.ts'
import { load } from './load-generator.ts'
import { interleaved, time, type Row } from './measure.ts'
import { naiveTileSql, type Fit } from './naive-tile-sql.ts'
import { appPath, barePath, freshDays, TILE_COLLECTIONS, tilesAround } from './tile-set.ts'

const CONNECTIONS = 8
const ROUNDS = 5
const LOAD_MS = 2_500
const ZOOMS = [10, 11, 12, 13, 14]

const collections = TILE_COLLECTIONS.flatMap((id) => registry.find(id) ?? [])
const Ports = z.object({ app: z.int(), bare: z.int() })
type Ports = z.infer<typeof Ports>

/** The servers under test, in a process of their own; `stop` ends it. */
export async function startServers(databaseUrl: string) {
  const file = fileURLToPath(new URL('serve.ts', import.meta.url))
  const child = fork(file, [databaseUrl], { execArgv: ['--import', 'tsx'] })
  const ports = await new Promise<Ports>((resolve, reject) => {
    child.once('message', (message) => resolve(Ports.parse(message)))
    child.once('exit', (code) => reject(new Error(`The servers ended with ${code}`)))
  })
  return { ports, stop: () => child.disconnect() }
}

function cycle(tiles: readonly TileAddress[], path: (tile: TileAddress) => string) {
  let index = 0
  return () => {
    const tile = tiles[index++ % tiles.length]
    return tile ? path(tile) : ''
  }
}

const literal = (sql: string, { z: zoom, x, y }: TileAddress) =>
  [zoom, x, y, `'2026-06-30'`].reduce<string>(
    (text, value, index) => text.replaceAll(`$${index + 1}`, String(value)),
    sql
  )

const sqlFor = (tile: TileAddress) => encodedTileSql(collections.filter(({ zoom }) => tile.z >= zoom.min))

/** Transactions per second that pgbench reaches with the same SQL and connections; it parses no HTTP. */
function pgbench(databaseUrl: string, tiles: readonly TileAddress[]): number {
  const folder = mkdtempSync(join(tmpdir(), 'diaban-bench-'))
  try {
    const files = tiles.map((tile, index) => {
      const file = join(folder, `${index}.sql`)
      writeFileSync(file, `${literal(sqlFor(tile), tile).replaceAll('\n', ' ')};\n`)
      return ['-f', file]
    })
    const args = ['-n', '-c', String(CONNECTIONS), '-j', '2', '-T', '5', ...files.flat(), databaseUrl]
    const env = { ...process.env, PGOPTIONS: '-c jit=off' }
    const output = execFileSync('pgbench', args, {
      encoding: 'utf8',
      env,
      stdio: ['ignore', 'pipe', 'ignore']
    })
    return Number(/tps = ([\d.]+)/.exec(output)?.[1])
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Tiles that nobody keeps: the program against a bare route with its SQL. */
export async function uncachedTiles(databaseUrl: string, { app, bare }: Ports): Promise<Row> {
  const tiles = tilesAround(ZOOMS, 3)
  const day = freshDays()
  const common = { connections: CONNECTIONS, ms: LOAD_MS }
  const rates = await interleaved(ROUNDS, {
    app: () => load({ ...common, port: app, next: cycle(tiles, (tile) => appPath(tile, day())) }),
    bare: () => load({ ...common, port: bare, next: cycle(tiles, (tile) => barePath(tile, day())) })
  })
  const reference = pgbench(databaseUrl, tiles)
  return {
    name: 'uncached tiles, 8 connections, against a bare route with the same SQL',
    ratio: rates.app / rates.bare,
    limit: { least: 0.9 },
    detail: `${rates.app.toFixed(0)} / ${rates.bare.toFixed(0)} tiles/s (pgbench: ${reference.toFixed(0)})`
  }
}

/** Tiles from memory: the program against an empty route that answers the same bytes. */
export async function cachedTiles({ app, bare }: Ports): Promise<Row> {
  const tiles = tilesAround([12, 13, 14], 3)
  const pathOf = (tile: TileAddress) => appPath(tile, '2026-06-30')
  const names = new Map(tiles.map((tile) => [tile, `/empty/${tile.z}-${tile.x}-${tile.y}`]))
  for (const [tile, name] of names) {
    const body = await (
      await fetch(`http://127.0.0.1:${app}${pathOf(tile)}`, { headers: { 'accept-encoding': 'identity' } })
    ).arrayBuffer()
    const headers = { 'content-type': 'application/vnd.mapbox-vector-tile' }
    await fetch(`http://127.0.0.1:${bare}${name}`, { method: 'PUT', body, headers })
  }
  const common = { connections: CONNECTIONS, ms: LOAD_MS }
  const rates = await interleaved(ROUNDS, {
    app: () => load({ ...common, port: app, next: cycle(tiles, pathOf) }),
    empty: () => load({ ...common, port: bare, next: cycle(tiles, (tile) => names.get(tile) ?? '') })
  })
  return {
    name: 'cached tiles against an empty route that answers the same bytes',
    ratio: rates.app / rates.empty,
    limit: { least: 0.7 },
    detail: `${rates.app.toFixed(0)} / ${rates.empty.toFixed(0)} responses/s`
  }
}

/** Layers and, in order, the ids and properties of their features. */
function contentOf(bytes: Buffer | undefined) {
  const { layers } = new VectorTile(new PbfReader(bytes ?? Buffer.alloc(0)))
  return Object.entries(layers).map(([name, layer]) => {
    const features = Array.from({ length: layer.length }, (_, index) => layer.feature(index))
    return [name, features.map(({ id, properties }) => [id, properties])]
  })
}

/** Where features are drawn one by one the two tiles are the same bytes; dissolved ones were cut, so their corners differ. */
async function requireSameContent(db: Pool, tiles: readonly TileAddress[]) {
  for (const tile of tiles) {
    const values = [tile.z, tile.x, tile.y, '2026-06-30']
    const drawn = (await db.query<{ tile: Buffer }>(sqlFor(tile), values)).rows[0]?.tile
    const naive = (await db.query<{ tile: Buffer }>(naiveSqlFor(tile, 'tile_geometry'), values)).rows[0]?.tile
    const isSame =
      tile.z >= 13 ? naive && drawn?.equals(naive) : isDeepStrictEqual(contentOf(drawn), contentOf(naive))
    if (!isSame) throw new Error(`The two forms draw tile ${tile.z}/${tile.y}/${tile.x} differently`)
  }
}

const naiveSqlFor = (tile: TileAddress, fit: Fit) =>
  naiveTileSql(
    collections.filter(({ zoom }) => tile.z >= zoom.min),
    tile.z,
    fit
  )

/** The drawings kept in 3857 against transforming 4326 in the request; the middle tile of each zoom, each zoom beside it. */
export async function tileSql(db: Pool): Promise<Row> {
  const tiles = tilesAround(ZOOMS, 1)
  await requireSameContent(db, tiles)
  const pairs: { z: number; drawn: number; naive: number }[] = []
  for (const tile of tiles) {
    const values = [tile.z, tile.x, tile.y, '2026-06-30']
    const ms = await interleaved(ROUNDS, {
      drawn: () => time(() => db.query(sqlFor(tile), values)),
      naive: () => time(() => db.query(naiveSqlFor(tile, 'asmvtgeom'), values))
    })
    pairs.push({ z: tile.z, ...ms })
  }
  const total = (pick: (pair: (typeof pairs)[number]) => number) =>
    pairs.reduce((sum, pair) => sum + pick(pair), 0)
  const each = pairs.map(({ z: zoom, drawn, naive }) => `z${zoom} ${(naive / drawn).toFixed(1)}`)
  return {
    name: 'tile SQL against transforming 4326 in the request',
    ratio: total(({ naive }) => naive) / total(({ drawn }) => drawn),
    limit: { least: 2 },
    detail: each.join(', ')
  }
}
