import type { Queryable } from '../../db/pool.ts'
import { relics } from '../collection.ts'
import type { BagHistory, BagMedium, BagPlace, BagRelic } from './contract.ts'
import { findMemories } from './memory-queries.ts'
import { DAY, factsOf, firstDay, lastDay, moment, shape, valuesOf } from './row-sql.ts'

/** Told apart from the other facts, or by the site. */
const APART = ['ref', 'protected']
const VALUES = valuesOf(factsOf(relics).filter((name) => !APART.includes(name)))

// $1 the sites.
const RELICS = `
  select s.id as "siteId", own.slug, own.base, s.name, s.ref, s.commune_code as "communeCode", s.protected,
         coalesce((select json_agg(json_build_object('slug', g.slug, 'base', g.base) order by g.position)
                     from relic_slug g where g.site_id = s.id and g.slug <> own.slug), '[]') as earlier
    from relic_site s
    join lateral (select slug, base from relic_slug where site_id = s.id order by position desc limit 1) own on true
   where s.id = any($1::bigint[])
   order by own.slug`

const SITES = `
  select distinct j.site_id as id
    from relic r join relic_site_row j on j.origin_id = r.origin_id
   where r.known_to = 'infinity'
     and ($1::text[] is null or j.site_id in (select site_id from relic_slug where slug = any($1::text[])))`

const PLACES = `
  select j.site_id as "siteId", r.ref, r.commune_code as "communeCode", ${firstDay('r')} as "validFrom",
         ${lastDay('r')} as "validTo", ${VALUES} as "values", ${shape('r.geom')} as geometry
    from relic r join relic_site_row j on j.origin_id = r.origin_id
   where r.known_to = 'infinity' and j.site_id = any($1::bigint[])
   order by j.site_id, r.valid_from, r.id`

const MEDIUM = `
  m.site_id as "siteId", m.kind, m.position, m.alt_vi as "altVi", m.alt_en as "altEn", m.caption_vi as "captionVi",
  m.caption_en as "captionEn", m.author, m.licence, to_char(m.taken_on, '${DAY}') as "takenOn",
  encode(m.sha256, 'hex') as original, encode(m.public_sha256, 'hex') as shown, encode(m.thumb_sha256, 'hex') as thumbnail,
  m.transcript_vi as "transcriptVi", m.transcript_en as "transcriptEn", encode(m.poster_sha256, 'hex') as poster,
  encode(m.poster_of, 'hex') as "posterOf", m.width, m.height, to_char(m.valid_from, '${DAY}') as "validFrom", ${lastDay('m')} as "validTo"`

// What was put up and taken down on one day was never there.
const MEDIA = `
  select ${MEDIUM} from relic_media m
   where m.known_to = 'infinity' and m.site_id = any($1::bigint[])
   order by m.site_id, m.position, m.medium_id`

const PLACE_HISTORY = `
  select j.site_id as "siteId", ${moment('r.known_from')} as "knownFrom", ${moment('r.known_to')} as "knownTo",
         coalesce(e.action, 'import') as action, coalesce(e.reason, i.title) as reason, ${firstDay('r')} as "validFrom",
         ${lastDay('r')} as "validTo", ${VALUES} as "values", ${shape('r.geom')} as geometry
    from relic r
    join relic_site_row j on j.origin_id = r.origin_id
    join import i on i.id = r.import_id
    left join place_edit e on e.import_id = r.import_id
   where j.site_id = any($1::bigint[])
   order by j.site_id, r.known_from, r.id`

const MEDIA_HISTORY = `
  select ${MEDIUM}, ${moment('m.known_from')} as "knownFrom", ${moment('m.known_to')} as "knownTo"
    from relic_media m where m.site_id = any($1::bigint[])
   order by m.site_id, m.known_from, m.id`

type OfSite<T> = T & { siteId: number }
interface PlaceRow {
  siteId: number
  ref: string | null
  communeCode: string | null
  validFrom: string | null
  validTo: string | null
  values: Record<string, unknown>
  geometry: BagPlace['geometry']
}

/** What is known of relics, ready for a bag. */
export interface ReadRelics {
  relics: BagRelic[]
  places: BagPlace[]
}

/** The relics of some addresses, earlier ones will do, or all that have a place here; their numbers. */
export async function findSites(db: Queryable, slugs: readonly string[] | null): Promise<number[]> {
  return (await db.query<{ id: number }>(SITES, [slugs])).rows.map(({ id }) => id)
}

const placeOf = (
  { values, geometry, ref, communeCode, validFrom, validTo }: PlaceRow,
  relic: BagRelic
): BagPlace => ({
  type: 'Feature',
  geometry,
  properties: {
    relic: relic.slug,
    ref,
    commune_code: communeCode,
    valid_from: validFrom,
    valid_to: validTo,
    ...values,
    // What is not hidden says nothing, so that it opens nothing elsewhere.
    protected: relic.protected || null
  }
})

const ofSite = <T extends object>(rows: readonly OfSite<T>[], siteId: number) =>
  rows.filter((row) => row.siteId === siteId).map(({ siteId: _siteId, ...row }) => row)

/** Everything that makes the pages of these relics, in an order that does not change. */
export async function readRelics(db: Queryable, siteIds: readonly number[]): Promise<ReadRelics> {
  const sites = await db.query<OfSite<Omit<BagRelic, 'media' | 'memories'>>>(RELICS, [siteIds])
  const media = await db.query<OfSite<BagMedium>>(MEDIA, [siteIds])
  const memories = await findMemories(db, siteIds)
  const places = await db.query<PlaceRow>(PLACES, [siteIds])
  const relics = sites.rows.map(({ siteId, ...relic }) => ({
    ...relic,
    media: ofSite(media.rows, siteId),
    memories: ofSite(memories, siteId)
  }))
  const bySite = new Map(sites.rows.map(({ siteId }, index) => [siteId, relics[index]]))
  return {
    relics,
    places: places.rows.flatMap((row) => {
      const relic = bySite.get(row.siteId)
      return relic ? [placeOf(row, relic)] : []
    })
  }
}

/** What was said of these relics at any time, by whatever was done. */
export async function readHistory(db: Queryable, siteIds: readonly number[]): Promise<BagHistory> {
  const { rows: sites } = await db.query<OfSite<{ slug: string }>>(RELICS, [siteIds])
  const slugs = new Map(sites.map(({ siteId, slug }) => [siteId, slug]))
  const places = await db.query<OfSite<Omit<BagHistory['places'][number], 'relic'>>>(PLACE_HISTORY, [siteIds])
  const media = await db.query<OfSite<Omit<BagHistory['media'][number], 'relic'>>>(MEDIA_HISTORY, [siteIds])
  const named = <T extends object>(rows: readonly OfSite<T>[]) =>
    rows.map(({ siteId, ...row }) => ({ relic: slugs.get(siteId) ?? '', ...row }))
  return { places: named(places.rows), media: named(media.rows) }
}
