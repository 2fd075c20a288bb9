import { LRUCache } from 'lru-cache'
import type { Queryable } from '../../db/pool.ts'
import type { TileAddress } from '../../geo/tile.ts'
import type { Collection } from '../collection.ts'
import { encodeTile, type TileRow } from './encode.ts'
import { encodedTileSql, tileRowsSql } from './tile-sql.ts'

const KNOWN_TEXTS = 200

// The text of a query, made once for the same collections.
const texts = new LRUCache<string, string>({ max: KNOWN_TEXTS })

function textOf(sql: (collections: readonly Collection[]) => string, collections: readonly Collection[]) {
  const key = `${sql.name} ${collections.map(({ id }) => id).join(',')}`
  const text = texts.get(key) ?? sql(collections)
  texts.set(key, text)
  return text
}

/** Whether the database encodes tiles itself; the embedded engine is built without the library for it. */
export async function databaseEncodesTiles(db: Queryable): Promise<boolean> {
  const { rows } = await db.query<{ encodes: boolean }>(
    'select postgis_libprotobuf_version() is not null as encodes'
  )
  return rows[0]?.encodes ?? false
}

/** One tile with a layer per collection; `day` is YYYY-MM-DD. Empty where nothing is drawn. */
export async function renderTile(
  db: Queryable,
  encodes: boolean,
  collections: readonly Collection[],
  { z, x, y }: TileAddress,
  day: string
): Promise<Buffer> {
  const drawn = collections.filter(({ zoom }) => z >= zoom.min)
  if (drawn.length === 0) return Buffer.alloc(0)
  const values = [z, x, y, day]
  if (!encodes) return encodeTile((await db.query<TileRow>(textOf(tileRowsSql, drawn), values)).rows)
  const { rows } = await db.query<{ tile: Buffer }>(textOf(encodedTileSql, drawn), values)
  return rows[0]?.tile ?? Buffer.alloc(0)
}
