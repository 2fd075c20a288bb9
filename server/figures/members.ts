import { visible } from './visible.ts'

/**
 * Common table expressions, to be followed by more or by a query: `member (place_id, commune_code, village_code)`, every
 * place of the communes $1 at day $2 as known at $3, each once. A place on an edge or in an overlap belongs to the village
 * with the lowest code; only what no village covers lies outside villages (village_code null), in the commune with the
 * lowest code. Villages of other communes take part, since one of them may win. Every village ranks before every commune.
 */
export const MEMBERS = `
  own as materialized (
    select origin_id as area_id, geom from village where village.commune_code = any($1) and ${visible('village')}
    union all
    select origin_id, geom from commune where commune.code = any($1) and geom is not null and ${visible('commune')}
  ), extent as (
    select st_setsrid(st_extent(geom)::geometry, 4326) as geom from own
  ), ranked as materialized (
    select origin_id as area_id, village.commune_code, code as village_code,
           row_number() over (order by code collate "C", origin_id) as rank
      from village
     where village.commune_code is not null and geom && (select geom from extent) and ${visible('village')}
    union all
    select origin_id, code, null, 1000000000 + row_number() over (order by code collate "C", origin_id)
      from commune
     where geom && (select geom from extent) and ${visible('commune')}
  ), winner as (
    select place_area.place_id, min(ranked.rank) as rank
      from place_area
      join ranked on ranked.area_id = place_area.area_id
     where place_area.place_id in (select place_id from place_area where area_id in (select area_id from own))
     group by place_area.place_id
  ), member as materialized (
    select winner.place_id, ranked.commune_code, ranked.village_code
      from winner
      join ranked on ranked.rank = winner.rank
     where ranked.commune_code = any($1)
  )`
