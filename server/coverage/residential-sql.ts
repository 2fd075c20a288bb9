import { OVERLAY_GRID } from '../geo/overlay-grid.ts'
import { visible } from '../figures/visible.ts'

// How much wider than the resolution a band is drawn: its round corners are cut (16 segments a quarter, 0.12 %) and its
// plane is a UTM zone (0.04 % at the middle). A little too wide is on the safe side of both bounds, by 0.2 m in 100 m.
const WIDER = 1.002

// Edges are straight in degrees everywhere (see land.ts).
const areaM2 = (geom: string) => `coalesce(st_area(st_segmentize(${geom}, 0.0005)::geography), 0)`

// Edge by edge: the buffer of a whole outline may throw inside GEOS and try again, which the embedded engine does not survive.
const band = (metres: 'safe_m' | 'near_m') =>
  `st_buffer(edge.geom::geography, ${metres} * ${WIDER}, 16)::geometry`

// Overlays of areas as areas: where two also touch in lines or points, the next overlay would refuse the mixture.
const areas = (geom: string) => `st_collectionextract(${geom}, 3)`
const common = (one: string, other: string) => areas(`st_intersection(${one}, ${other}, ${OVERLAY_GRID})`)
const without = (one: string, other: string) => areas(`st_difference(${one}, ${other}, ${OVERLAY_GRID})`)
const union = (geom: string) => areas(`st_union(${geom}, ${OVERLAY_GRID})`)
const both = (one: string, other: string) =>
  areas(`st_union(coalesce(${one}, st_geomfromtext('POLYGON EMPTY', 4326)), ${other}, ${OVERLAY_GRID})`)

/** Which rows the residential land of some areas comes from, by origin id. $1: areas, $2 and $3: the moment. */
export const RESIDENTIAL_IDS = `
  select coalesce(array_agg(id order by id), '{}') as ids
    from (select distinct residential_area.origin_id as id
            from area
            join residential_area on residential_area.geom && area.geom and ${visible('residential_area')}
           where area.id = any($1::bigint[]) and area.kind in ('village', 'commune')) homes`

/**
 * Residential land per part, m² on the spheroid: all of it, inside any map in force, safely inside one delivery's, within
 * resolution_m of a claim. Land that two areas share is the winner's (the same order as for places); what is left of a
 * commune is outside villages. In the order of the ranks: added up in another, an answer would not equal itself to the last
 * digit. Where all claims of a map are as coarse as one another, its two bands are one. $1, $4, $5: ranked areas; $6, $7:
 * commune and slice of the maps in force.
 */
export const RESIDENTIAL_LAND = `
  with ranked as (
    select ranked.*, area.geom
      from unnest($1::bigint[], $4::text[], $5::text[]) with ordinality
        as ranked (area_id, commune_code, village_code, rank)
      join area on area.id = ranked.area_id and area.kind in ('village', 'commune')
  ), live as (
    select distinct * from unnest($6::text[], $7::bigint[]) as live (commune_code, slice_id)
  ), settled as (
    select ranked.rank, ranked.commune_code, ranked.village_code, homes.import_ids,
           case when taken.geom is null then ${common('homes.geom', 'ranked.geom')}
             else ${without(common('homes.geom', 'ranked.geom'), 'taken.geom')} end as geom
      from ranked
     cross join lateral (
       select ${union('residential_area.geom')} as geom, array_agg(distinct import_id) as import_ids
         from residential_area
        where residential_area.geom && ranked.geom and ${visible('residential_area')}
     ) homes
     cross join lateral (
       select ${union('winner.geom')} as geom
         from ranked winner
        where winner.rank < ranked.rank and winner.geom && homes.geom
          and st_relate(winner.geom, ranked.geom, '2********')
     ) taken
     where ranked.commune_code is not null and homes.geom is not null
  ), guarded as materialized (
    select settled.rank, live.slice_id, settled.geom,
           not exists (select from coverage_edge edge
                        where edge.slice_id = live.slice_id and safe_m is distinct from near_m) as alike,
           (select ${union(common('piece.geom', 'settled.geom'))}
              from coverage_piece piece
             where piece.slice_id = live.slice_id and piece.geom && settled.geom) as covered,
           (select ${union(band('safe_m'))}
              from coverage_edge edge
             where edge.slice_id = live.slice_id and safe_m > 0 and st_intersects(edge.reach, settled.geom)) as edge_band
      from settled
      join live on live.commune_code = settled.commune_code
     where not st_isempty(settled.geom)
  ), mapped as materialized (
    select guarded.*,
           case when alike then edge_band else
             (select ${union(band('near_m'))}
                from coverage_edge edge
               where edge.slice_id = guarded.slice_id and near_m > 0 and st_intersects(edge.reach, guarded.geom)) end as near_band
      from guarded
  ), measured as materialized (
    select settled.rank,
           ${areaM2(union('covered'))} as covered_m2,
           ${areaM2(union(`case when edge_band is null then covered else ${without('covered', 'edge_band')} end`))} as safe_m2,
           ${areaM2(union(`case when near_band is null then covered else ${both('covered', common('near_band', 'settled.geom'))} end`))} as near_m2
      from settled
      join mapped on mapped.rank = settled.rank
     group by settled.rank
  )
  select settled.commune_code as "communeCode", settled.village_code as "villageCode",
         settled.import_ids as "importIds", ${areaM2('settled.geom')} as "m2",
         coalesce(covered_m2, 0) as "coveredM2", coalesce(safe_m2, 0) as "safeM2", coalesce(near_m2, 0) as "nearM2"
    from settled
    left join measured on measured.rank = settled.rank
   where not st_isempty(settled.geom)
   order by settled.rank`
