import { drawSql } from '../collections/tiles/drawing-sql.ts'
import { OVERLAY_GRID } from '../geo/overlay-grid.ts'
import { coverageClaims } from './mobile-collection.ts'

/** From this zoom on the claims themselves are drawn, below it each delivery dissolved. */
const CLAIMS_ZOOM = 13

// Who governs a commune when: a delivery, until a later one of the same operator and technology for that commune. Those
// that speak for no commune take turns among themselves, under the code ''.
const TURN = `
  turn as materialized (
    select d.id, d.operator, d.technology, code, d.valid_from,
           coalesce(lead(d.valid_from) over (partition by d.operator, d.technology, code
                                                 order by d.valid_from, i.published_at), 'infinity') as valid_to
      from delivery d
      join import i on i.id = d.import_id
     cross join lateral unnest(case when d.commune_codes = '{}' then array[''] else d.commune_codes end) as code
     where i.undone_at is null
  )`

/**
 * What of the deliveries $1 is drawn over which days: nothing when they govern no commune of their own, else what they
 * claim without the communes that other deliveries of the same operator and technology govern then. From the slices
 * (claims dissolved) that were kept with the claims. `taken` null: nothing is cut away.
 */
const SHOWN = `${TURN},
  rival as materialized (
    select own.id as delivery_id, c.geom,
           greatest(other.valid_from, c.valid_from) as valid_from, least(other.valid_to, c.valid_to) as valid_to
      from delivery own
      join turn other on other.operator = own.operator and other.technology = own.technology and other.id <> own.id
                     and other.valid_from < other.valid_to
      join commune c on c.code = other.code and c.known_to = 'infinity' and c.geom is not null
                    and c.valid_from < other.valid_to and other.valid_from < c.valid_to
     where own.id = any($1::bigint[])
       and exists (select from coverage_slice s where s.delivery_id = own.id and st_intersects(s.geom, c.geom))
  ),
  bound as (
    select delivery_id, valid_from as day from coverage_slice where delivery_id = any($1::bigint[])
    union select delivery_id, valid_to from coverage_slice where delivery_id = any($1::bigint[])
    union select delivery_id, valid_from from rival
    union select delivery_id, valid_to from rival
    union select id, valid_from from turn where id = any($1::bigint[])
    union select id, valid_to from turn where id = any($1::bigint[])
  ),
  span as (
    select delivery_id, day as valid_from, lead(day) over (partition by delivery_id order by day) as valid_to
      from bound
  ),
  shown as materialized (
    select span.delivery_id, span.valid_from, span.valid_to, s.geom,
           (select st_union(rival.geom, ${OVERLAY_GRID}) from rival
             where rival.delivery_id = span.delivery_id
               and rival.valid_from <= span.valid_from and span.valid_from < rival.valid_to) as taken
      from span
      join coverage_slice s on s.delivery_id = span.delivery_id
                           and s.valid_from <= span.valid_from and span.valid_from < s.valid_to
     where exists (select from turn
                    where turn.id = span.delivery_id
                      and turn.valid_from <= span.valid_from and span.valid_from < turn.valid_to)
  )`

const LEFT = (geom: string) =>
  `case when shown.taken is null then ${geom}
        else st_multi(st_collectionextract(st_difference(${geom}, shown.taken, ${OVERLAY_GRID}), 3)) end`

/** A dissolved delivery stands under the lowest of the claims it is made of: operator and technology are theirs. */
const DISSOLVED = `${SHOWN},
  source as (
    select (select min(v.id) from coverage_claim v
             where v.delivery_id = shown.delivery_id and v.known_to = 'infinity'
               and v.valid_from <= shown.valid_from and shown.valid_from < v.valid_to) as feature_id,
           shown.valid_from, shown.valid_to, ${LEFT('shown.geom')} as geom
      from shown
  )`

const CLAIMS = `${SHOWN},
  source as (
    select v.id as feature_id, greatest(v.valid_from, shown.valid_from) as valid_from,
           least(v.valid_to, shown.valid_to) as valid_to, ${LEFT('v.geom')} as geom
      from shown
      join coverage_claim v on v.delivery_id = shown.delivery_id and v.known_to = 'infinity'
                           and v.valid_from < shown.valid_to and shown.valid_from < v.valid_to
  )`

const { min, max } = coverageClaims.zoom

/** Draws the deliveries $1. */
export const DRAW_DISSOLVED = drawSql(coverageClaims, DISSOLVED, { min, max: CLAIMS_ZOOM - 1 })
export const DRAW_CLAIMS = drawSql(coverageClaims, CLAIMS, { min: CLAIMS_ZOOM, max })

/** Takes away all that was drawn of the deliveries $1. */
export const ERASE = `
  delete from drawing_coverage_claim
   where feature_id in (select id from coverage_claim where delivery_id = any($1::bigint[]))`

/**
 * The deliveries that are drawn otherwise after an import $1 of claims was published or undone: its own, and those of
 * the same operator and technology that claim something where it speaks.
 */
export const TOUCHED_BY_CLAIMS = `
  select distinct other.id
    from delivery own
    join delivery other on other.operator = own.operator and other.technology = own.technology
   where own.import_id = $1
     and (other.id = own.id or other.commune_codes && own.commune_codes
          or other.commune_codes = '{}' or own.commune_codes = '{}'
          or exists (select from commune c
                       join coverage_slice s on s.geom && c.geom and st_intersects(s.geom, c.geom)
                      where c.code = any(own.commune_codes) and c.known_to = 'infinity' and s.delivery_id = other.id))`

/** The deliveries that may be cut otherwise after an import of communes at $1: all whose operator speaks for one of them. */
export const TOUCHED_BY_COMMUNES = `
  select distinct other.id
    from commune c
    join delivery own on c.code = any(own.commune_codes)
    join delivery other on other.operator = own.operator and other.technology = own.technology
   where c.known_from = $1::timestamptz or c.known_to = $1::timestamptz`
