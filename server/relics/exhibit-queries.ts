import type { Queryable } from '../db/pool.ts'
import type { Sha256 } from '../media/contract.ts'
import type { RelicExhibit, ShownExhibit } from './exhibit-contract.ts'

const SAID = `
  e.kind, e.alt_vi as "altVi", e.alt_en as "altEn", e.caption_vi as "captionVi", e.caption_en as "captionEn",
  e.transcript_vi as "transcriptVi", e.transcript_en as "transcriptEn", e.author, e.licence, e.taken_on::text as "takenOn",
  e.file, e.size_bytes as "sizeBytes", e.duration_s as "durationS", e.thumbnail`

const EXHIBITS = `
  select e.id, m.id as version, encode(m.sha256, 'hex') as sha256, encode(m.poster_of, 'hex') as "posterOf", ${SAID}
    from open.relic_exhibits e
    join relic_media m on m.medium_id = e.id and m.known_to = 'infinity' and m.valid_to = 'infinity'
   where e.site_id = $1
   order by e.position, e.id`

/** The sounds, panoramas and models of a relic that are shown, in their order, as staff see them. */
export async function findExhibits(db: Queryable, siteId: number): Promise<RelicExhibit[]> {
  const { rows } = await db.query<RelicExhibit>(EXHIBITS, [siteId])
  return rows
}

const SHOWN = `
  select ${SAID}, e.mime, e.stored, e.width,
         case when e.poster_width is not null
              then json_build_object('picture', e.poster, 'width', e.poster_width, 'height', e.poster_height) end as poster
    from open.relic_exhibits e
   where e.site_id = (select site_id from open.relic_slugs where slug = $1)
   order by e.position, e.id`

/** Those of the relic of an address, in their order; `stored`: the bytes that must be there. */
export async function findShownExhibits(db: Queryable, slug: string) {
  const { rows } = await db.query<Omit<ShownExhibit, 'isHere'> & { stored: Sha256 }>(SHOWN, [slug])
  return rows
}
