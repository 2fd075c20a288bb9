import type { Queryable } from '../../db/pool.ts'
import type { BagMedium } from './contract.ts'
import { DAY, lastDay } from './row-sql.ts'

const CLOSE = `update relic_media set known_to = $2::timestamptz where id = $1`
const INSERT = `
  insert into relic_media (medium_id, site_id, kind, position, alt_vi, alt_en, caption_vi, caption_en, author, licence, taken_on,
                           sha256, public_sha256, thumb_sha256, width, height, valid_from, valid_to, known_from,
                           transcript_vi, transcript_en, poster_sha256, poster_of)
  values (coalesce($1::bigint, nextval('relic_medium')), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::date, decode($12, 'hex'),
          decode($13, 'hex'), decode($14, 'hex'), $15, $16, $17::date, coalesce($18::date, 'infinity'), $19::timestamptz,
          $20, $21, decode($22, 'hex'), decode($23, 'hex'))`

// The last that is said of each; what is shown comes first.
const HERE = `
  select m.id as version, m.medium_id as "mediumId", encode(m.sha256, 'hex') as original, m.kind,
         to_char(m.valid_from, '${DAY}') as "validFrom", ${lastDay('m')} as "validTo", m.known_to < 'infinity' as gone
    from (select distinct on (medium_id) * from relic_media where site_id = $1 order by medium_id, known_to desc, id desc) m
   order by m.known_to desc, m.valid_to desc, m.medium_id`

/** The last version of a medium. */
export interface HeldMedium {
  version: number
  mediumId: number
  original: string
  kind: string
  validFrom: string
  /** That day excluded; null: it has not ended. */
  validTo: string | null
  /** It was put up and taken down on one day, and is said no more. */
  gone: boolean
}

/** The media of a relic as they are known here, those that were taken down among them. */
export async function findHeld(db: Queryable, siteId: number): Promise<HeldMedium[]> {
  return (await db.query<HeldMedium>(HERE, [siteId])).rows
}

/** Says of a medium what a bag says of it; `held` gives way, undefined: it is new here. */
export async function putMedium(
  db: Queryable,
  siteId: number,
  medium: BagMedium,
  held: HeldMedium | undefined,
  at: string
) {
  if (held) await db.query(CLOSE, [held.version, at])
  await db.query(INSERT, [
    held?.mediumId ?? null,
    siteId,
    medium.kind,
    medium.position,
    medium.altVi,
    medium.altEn,
    medium.captionVi,
    medium.captionEn,
    medium.author,
    medium.licence,
    medium.takenOn,
    medium.original,
    medium.shown,
    medium.thumbnail,
    medium.width,
    medium.height,
    medium.validFrom,
    medium.validTo,
    at,
    medium.transcriptVi,
    medium.transcriptEn,
    medium.poster,
    medium.posterOf
  ])
}
