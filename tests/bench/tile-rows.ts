import { execFileSync, fork } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Pool } from 'pg'
import { z } from 'zod'
import { encodedTileSql } from '../../server/collections/tiles/tile-sql.ts'
import type { TileAddress } from '../../server/geo/tile.ts'
import { registry } from '../../server/themes.ts'
import { load } from './load-generator.ts'
import { paired, time, type Row } from './measure.ts'
import { CLAIMS_ZOOM, naiveTileSql } from './naive-tile-sql.ts'
import { tileDifferences } from './tile-content.ts'
import { appPath, barePath, freshDays, TILE_COLLECTIONS, tilesAround } from './tile-set.ts'

const CONNECTIONS = 8
const ROUNDS = 20
const LOAD_MS = 700
const ZOOMS = [10, 11, 12, 13, 14]
const DAY = '2026-06-30'

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
  [zoom, x, y, `'${DAY}'`].reduce<string>(
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
  const nextApp = cycle(tiles, (tile) => appPath(tile, day()))
  const nextBare = cycle(tiles, (tile) => barePath(tile, day()))
  const rates = await paired(
    ROUNDS,
    () => load({ ...common, port: app, next: nextApp }),
    () => load({ ...common, port: bare, next: nextBare })
  )
  const reference = pgbench(databaseUrl, tiles)
  return {
    name: 'uncached tiles, 8 connections, against a bare route with the same SQL',
    ratio: rates.ratio,
    limit: { least: 0.9 },
    detail: `${rates.one.toFixed(0)} / ${rates.other.toFixed(0)} tiles/s (pgbench: ${reference.toFixed(0)})`
  }
}

/** Tiles from memory: the program against an empty route that answers the same bytes. */
export async function cachedTiles({ app, bare }: Ports): Promise<Row> {
  const tiles = tilesAround([12, 13, 14], 3)
  const pathOf = (tile: TileAddress) => appPath(tile, DAY)
  const names = new Map(tiles.map((tile) => [tile, `/empty/${tile.z}-${tile.x}-${tile.y}`]))
  for (const [tile, name] of names) {
    const body = await (
      await fetch(`http://127.0.0.1:${app}${pathOf(tile)}`, { headers: { 'accept-encoding': 'identity' } })
    ).arrayBuffer()
    const headers = { 'content-type': 'application/vnd.mapbox-vector-tile' }
    await fetch(`http://127.0.0.1:${bare}${name}`, { method: 'PUT', body, headers })
  }
  const common = { connections: CONNECTIONS, ms: LOAD_MS }
  const nextApp = cycle(tiles, pathOf)
  const nextEmpty = cycle(tiles, (tile) => names.get(tile) ?? '')
  const rates = await paired(
    ROUNDS,
    () => load({ ...common, port: app, next: nextApp }),
    () => load({ ...common, port: bare, next: nextEmpty })
  )
  return {
    name: 'cached tiles against an empty route that answers the same bytes',
    ratio: rates.ratio,
    limit: { least: 0.7 },
    detail: `${rates.one.toFixed(0)} / ${rates.other.toFixed(0)} responses/s`
  }
}

type Form = (tile: TileAddress) => string

const naiveSqlFor: Form = (tile) =>
  naiveTileSql(
    collections.filter(({ zoom }) => tile.z >= zoom.min),
    tile.z
  )

async function draw(db: Pool, tile: TileAddress, form: Form) {
  const { rows } = await db.query<{ tile: Buffer }>(form(tile), [tile.z, tile.x, tile.y, DAY])
  return rows[0]?.tile ?? Buffer.alloc(0)
}

async function requireSameContent(db: Pool, tiles: readonly TileAddress[]) {
  for (const tile of tiles) {
    const wrong = tileDifferences(await draw(db, tile, sqlFor), await draw(db, tile, naiveSqlFor))
    if (wrong.length > 0)
      throw new Error(`The two forms draw ${tile.z}/${tile.y}/${tile.x} differently:\n${wrong.join('\n')}`)
  }
}

/**
 * How many times as long the yardstick takes for these tiles, with the milliseconds of one tile in both forms. All are
 * sent as one message, so that the database and not the way to it is measured.
 */
async function compareForms(db: Pool, tiles: readonly TileAddress[], rounds: number) {
  await requireSameContent(db, tiles)
  const all = (form: Form) => {
    const text = tiles.map((tile) => literal(form(tile), tile)).join(';\n')
    return () => time(() => db.query(text))
  }
  const { one, other, ratio } = await paired(rounds, all(naiveSqlFor), all(sqlFor))
  return { ratio, drawn: other / tiles.length, naive: one / tiles.length }
}

/**
 * The program's tile query against transforming, simplifying and cutting 4326 in the request. The zoom at which it gains
 * least counts; where the yardstick takes a second for a tile, one tile stands for its zoom.
 */
export async function tileSql(db: Pool): Promise<Row> {
  const zooms = []
  for (const z of ZOOMS) {
    const single = z < CLAIMS_ZOOM
    const compared = await compareForms(db, tilesAround([z], single ? 1 : 3), single ? 3 : 25)
    zooms.push({ z, ...compared })
  }
  const details = zooms.map(
    ({ z, ratio, drawn, naive }) => `z${z} ${ratio.toFixed(1)} (${naive.toFixed(1)} / ${drawn.toFixed(1)} ms)`
  )
  return {
    name: 'tile SQL against transforming 4326 in the request, at the worst zoom',
    ratio: Math.min(...zooms.map(({ ratio }) => ratio)),
    limit: { least: 2 },
    detail: details.join(', ')
  }
}
