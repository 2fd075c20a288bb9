import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { LRUCache } from 'lru-cache'

const MAX_BYTES = 96 * 1024 * 1024
/** Below this a compressed body saves no packet. */
const SMALLEST_GZIP_BYTES = 600
const ENTRY_BYTES = 400

const compress = promisify(gzip)

/** An encoded tile, ready to be sent as it is. */
export interface ReadyTile {
  etag: string
  identity: Buffer
  gzip?: Buffer
}

const sizeOf = ({ identity, gzip: zipped }: ReadyTile) =>
  ENTRY_BYTES + identity.length + (zipped?.length ?? 0)

/** Encoded tiles in memory, bounded by bytes; keys carry the versions, so nothing in it ever becomes wrong. */
export class TileCache {
  private readonly tiles = new LRUCache<string, ReadyTile>({
    maxSize: MAX_BYTES,
    sizeCalculation: sizeOf
  })
  private readonly underWay = new Map<string, Promise<ReadyTile>>()

  get(key: string): ReadyTile | undefined {
    return this.tiles.get(key)
  }

  /** The tile under this key; rendered once when several ask for it at the same time. */
  async fetch(key: string, render: () => Promise<ReadyTile>): Promise<ReadyTile> {
    const ready = this.tiles.get(key) ?? this.underWay.get(key)
    if (ready) return ready
    const rendering = render().finally(() => this.underWay.delete(key))
    this.underWay.set(key, rendering)
    const tile = await rendering
    this.tiles.set(key, tile)
    return tile
  }

  /** Makes the compressed form where it is worth it, and keeps it. */
  async compressed(key: string, tile: ReadyTile): Promise<ReadyTile> {
    if (tile.gzip || tile.identity.length < SMALLEST_GZIP_BYTES) return tile
    const both = { ...tile, gzip: await compress(tile.identity) }
    if (this.tiles.has(key)) this.tiles.set(key, both)
    return both
  }
}
