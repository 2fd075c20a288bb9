import type { Queryable } from '../db/pool.ts'

/** A public file that a page shows. */
export interface PackMedium {
  sha256: string
  bytes: number
  isSound: boolean
  /** The small picture that may stand for it; null: there is none. */
  small: string | null
  smallBytes: number | null
}

// $1 hashes. Models and the like stay out: pictures and sounds only.
const MEDIA = `
  select encode(m.sha256, 'hex') as sha256, m.size_bytes::float8 as bytes, m.mime ~ '^audio/' as "isSound",
         p.thumbnail as small, t.size_bytes::float8 as "smallBytes"
    from open.media m
    left join lateral (select thumbnail from open.relic_pictures p where p.picture = encode(m.sha256, 'hex') limit 1) p on true
    left join open.media t on t.sha256 = decode(p.thumbnail, 'hex')
   where m.sha256 = any(select decode(hash, 'hex') from unnest($1::text[]) as hash)
     and m.mime ~ '^(image|audio)/'
   order by m.sha256`

/** Those of these public files that are pictures or sounds, with what they weigh. */
export async function findPackMedia(db: Queryable, hashes: readonly string[]): Promise<PackMedium[]> {
  const { rows } = await db.query<PackMedium>(MEDIA, [hashes])
  return rows
}
