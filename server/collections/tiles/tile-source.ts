import type { Queryable } from '../../db/pool.ts'
import type { TileAddress } from '../../geo/tile.ts'
import { dayInVietnam } from '../../http/calendar.ts'
import type { Collection } from '../collection.ts'
import type { CollectionVersions, VersionSnapshot } from '../versions.ts'
import { TileCache, type ReadyTile } from './cache.ts'
import { databaseEncodesTiles, renderTile } from './queries.ts'

/** Raised when the same rows are drawn in another way, so that no browser keeps the old form. */
const FORM = 2

/** What a URL asks for. */
export interface TileRequest {
  address: TileAddress
  collections: readonly Collection[]
  /** YYYY-MM-DD; undefined: today in Asia/Ho_Chi_Minh, whenever it is asked. */
  day: string | undefined
}

/** A tile, and its key in memory; without key nothing may be kept of it. */
export interface FoundTile {
  tile: ReadyTile
  key: string | undefined
}

const idsOf = (collections: readonly Collection[]) => collections.map(({ id }) => id)

/** Tiles from memory while the versions of their collections are known, else from the database. */
export class TileSource {
  private readonly db: Queryable
  private readonly versions: CollectionVersions
  private readonly cache = new TileCache()
  private readonly keys = new WeakMap<TileRequest, { snapshot: VersionSnapshot; day: string; key: string }>()
  private encodes: Promise<boolean> | undefined

  constructor(db: Queryable, versions: CollectionVersions) {
    this.db = db
    this.versions = versions
  }

  /** The tile when it is in memory and known to be right without asking the database. */
  ready(request: TileRequest): FoundTile | undefined {
    const snapshot = this.versions.fresh
    if (!snapshot) return undefined
    const day = request.day ?? dayInVietnam()
    const key = this.key(request, day, snapshot)
    const tile = this.cache.get(key)
    return tile && { tile, key }
  }

  /** The tile; rendered when it is not in memory. Without `key` (versions unreadable) it has no validator. */
  async find(request: TileRequest): Promise<FoundTile> {
    const snapshot = await this.versions.read()
    const day = request.day ?? dayInVietnam()
    if (!snapshot) return { tile: await this.render(request, day, ''), key: undefined }
    const key = this.key(request, day, snapshot)
    const etag = `${FORM}.${snapshot.stamp(idsOf(request.collections))}.${day}`
    return { tile: await this.cache.fetch(key, () => this.render(request, day, etag)), key }
  }

  /** The same tile with its compressed form, kept where the tile is kept. */
  async compressed({ tile, key }: FoundTile): Promise<ReadyTile> {
    return this.cache.compressed(key ?? '', tile)
  }

  /** The key in memory; kept beside a request that is asked again and again. */
  private key(request: TileRequest, day: string, snapshot: VersionSnapshot) {
    const known = this.keys.get(request)
    if (known?.snapshot === snapshot && known.day === day) return known.key
    const { z, x, y } = request.address
    const ids = idsOf(request.collections)
    const key = `${z}/${x}/${y}|${ids.join(',')}|${day}|${snapshot.stamp(ids)}`
    this.keys.set(request, { snapshot, day, key })
    return key
  }

  private async render({ address, collections }: TileRequest, day: string, etag: string): Promise<ReadyTile> {
    this.encodes ??= databaseEncodesTiles(this.db).catch((error: unknown) => {
      this.encodes = undefined
      throw error
    })
    return { etag, identity: await renderTile(this.db, await this.encodes, collections, address, day) }
  }
}
