import { createHash } from 'node:crypto'
import type { Queryable } from '../db/pool.ts'

/** What is kept of a code: opens nothing by itself. */
export const hashOfCode = (code: string) => createHash('sha256').update(`report-code:${code}`).digest()

const IN_FORCE = `known_from <= now() and now() < known_to and valid_from <= $3 and $3 < valid_to`

// A place belongs to the village that holds it (an edge counts), of a commune in force: real boundaries before
// provisional ones, then the lowest code; what no village holds, to the commune with the lowest code. SRID 4326.
const PLACE = `
  with place as (
    select st_setsrid(st_makepoint($1, $2), 4326) as geom
  ), commune_now as (
    select distinct on (code) code, name from commune where ${IN_FORCE} order by code, geom is null, origin_id desc
  ), holder as (
    (select commune_code, code, name, kind, 1 as rank
       from village
      where st_covers(geom, (select geom from place)) and ${IN_FORCE}
        and commune_code in (select code from commune_now)
      order by provisional, code collate "C", origin_id
      limit 1)
    union all
    (select code, null, null, null, 2
       from commune
      where st_covers(geom, (select geom from place)) and ${IN_FORCE}
      order by code collate "C", origin_id
      limit 1)
  )
  select holder.commune_code as "communeCode", commune_now.name as "communeName", holder.code as "villageCode"
    from holder
    join commune_now on commune_now.code = holder.commune_code
   order by rank
   limit 1`

/** Where a place (degrees) lies on a day in Việt Nam; undefined outside of every commune. */
export async function findPlace(db: Queryable, { lng, lat }: { lng: number; lat: number }, day: string) {
  const { rows } = await db.query<{ communeCode: string; communeName: string; villageCode: string | null }>(
    PLACE,
    [lng, lat, day]
  )
  return rows[0]
}

/** A category that new reports may have. */
export interface OfferedCategory {
  sensitive: boolean
  urgent: boolean
  receiveHours: number
  resolveHours: number
}

/** `graceDays`: how long ago it may have ended; a phone without a network does not know yet that it has. */
export async function findOffered(
  db: Queryable,
  code: string,
  graceDays = 0
): Promise<OfferedCategory | undefined> {
  const { rows } = await db.query<OfferedCategory>(
    `select sensitive, urgent, receive_hours as "receiveHours", resolve_hours as "resolveHours"
       from open.report_categories_ever
      where code = $1 and (ended_at is null or ended_at > now() - make_interval(days => $2))`,
    [code, graceDays]
  )
  return rows[0]
}

/** A report as it is taken in. Places as [lng, lat]; hashes are bytes. */
export interface TakenIn {
  id: string
  codeHash: Buffer | null
  year: number
  communeCode: string
  villageCode: string | null
  category: string
  sensitive: boolean
  urgent: boolean
  description: string | null
  place: { lng: number; lat: number }
  measured: { lng: number; lat: number; accuracyM: number | null } | null
  placeFrom: 'gps' | 'photo' | 'map'
  observedAt: Date | null
  receivedAt: Date
  channel: string
  takenInBy: number | null
  receiveDueAt: Date | null
  resolveDueAt: Date | null
  foreignSystem: string | null
  foreignId: string | null
  media: readonly { sha256: string; role: string; sizeBytes: number }[]
  contact: { name: string | null; phone: string | null; email: string | null } | null
}

// One statement, so that a report is there whole or not at all, and the same one sent five times at once is one row: the
// others find its id and insert nothing. A number that such a one drew is left out.
const TAKE_IN = `
  with counter as (
    insert into report_counter (year, last) values ($3, 1)
        on conflict (year) do update set last = report_counter.last + 1
    returning year, last
  ), taken as (
    insert into report (id, number, commune_code, village_code, category_code, sensitive, urgent, description, geom,
                        measured_geom, accuracy_m, place_from, observed_at, received_at, channel, taken_in_by,
                        receive_due_at, resolve_due_at, foreign_system, foreign_id, updated_at)
    select $1::uuid, 'PA-' || year || '-' || lpad(last::text, greatest(6, length(last::text)), '0'), $4::text, $5::text,
           $6::text, $7::boolean, $8::boolean, $9::text, st_setsrid(st_makepoint($10, $11), 4326),
           case when $12::double precision is not null then st_setsrid(st_makepoint($12, $13), 4326) end,
           $14::double precision, $15::text, $16::timestamptz, $17::timestamptz, $18::text, $19::bigint,
           $20::timestamptz, $21::timestamptz, $22::text, $23::text, $17::timestamptz
      from counter
        on conflict do nothing
    returning id, number
  ), code as (
    insert into report_code (code_hash, report_id, kind, created_at)
    select $2::bytea, id, 'reporter', $17 from taken where $2::bytea is not null
  ), contact as (
    insert into report_contact (report_id, code_hash, name, phone, email, created_at)
    select id, $2::bytea, given ->> 'name', given ->> 'phone', given ->> 'email', $17
      from taken, (select $24::jsonb as given) one where given is not null
  ), media as (
    insert into report_media (report_id, sha256, role, position, size_bytes, announced_at, added_by)
    select id, decode(value ->> 'sha256', 'hex'), value ->> 'role', ordinality, (value ->> 'sizeBytes')::bigint, $17, $19
      from taken, jsonb_array_elements($25::jsonb) with ordinality
        on conflict do nothing
  ), event as (
    insert into report_event (report_id, at, kind, account_id, to_state, open)
    select id, $17, 'taken_in', $19, 'new', true from taken
  )
  select number from taken`

/** Puts a report in with its code, contact, announced files and first event. Its number; null: its id (or foreign id) is here. */
export async function takeIn(db: Queryable, report: TakenIn): Promise<string | null> {
  const { place, measured } = report
  const { rows } = await db.query<{ number: string }>(TAKE_IN, [
    report.id,
    report.codeHash,
    report.year,
    report.communeCode,
    report.villageCode,
    report.category,
    report.sensitive,
    report.urgent,
    report.description,
    place.lng,
    place.lat,
    measured?.lng ?? null,
    measured?.lat ?? null,
    measured?.accuracyM ?? null,
    report.placeFrom,
    report.observedAt,
    report.receivedAt,
    report.channel,
    report.takenInBy,
    report.receiveDueAt,
    report.resolveDueAt,
    report.foreignSystem,
    report.foreignId,
    report.contact && JSON.stringify(report.contact),
    JSON.stringify(report.media)
  ])
  return rows[0]?.number ?? null
}
