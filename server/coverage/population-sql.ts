import { MEMBERS } from '../figures/members.ts'
import { visible } from '../figures/visible.ts'

// $6, $7, $8: the maps in force, as commune, slice and the operator's bit in the mask (a number per commune). A place is
// in an operator's mask when one of its slices covers it; depth is the best of all maps.
const COVER = `
  live as (
    select * from unnest($6::text[], $7::bigint[], $8::integer[]) as live (commune_code, slice_id, bit)
  ), cover as (
    select unit.place_id, max(depth) as depth,
           coalesce(bit_or(1::bigint << live.bit) filter (where depth >= 2), 0) as mask
      from unit
      join place_coverage on place_coverage.place_id = unit.place_id
      join live on live.slice_id = place_coverage.slice_id and live.commune_code = unit.commune_code
     group by unit.place_id
  )`

/** Premises of the ranked areas' communes, summed by part, import, mask and depth: every figure follows from these few rows. */
export const PREMISES_BY_COVER = `
  with ${MEMBERS}, unit as materialized (
    select member.*, premises.import_id, residents, households
      from member
      join premises on premises.origin_id = member.place_id
     where ${visible('premises')}
  ), ${COVER}
  select commune_code as "communeCode", village_code as "villageCode", import_id as "importId",
         coalesce(mask, 0) as mask, coalesce(depth, 0) as depth, count(*) as count,
         sum(households) as households, coalesce(sum(residents), 0) as residents, 0 as floor,
         count(*) filter (where residents is null) as blanks,
         coalesce(sum(households) filter (where residents is null), 0) as "blankHouseholds"
    from unit
    left join cover using (place_id)
   group by 1, 2, 3, 4, 5`

/** The same for the buildings of the villages $9: `floor` in mm², nobody's residents or households. */
export const BUILDINGS_BY_COVER = `
  with ${MEMBERS}, unit as materialized (
    select member.*, building.import_id, floor_mm2
      from member
      join footprint on footprint.id = member.place_id
      join building on building.origin_id = footprint.id
     where member.village_code = any($9) and floor_mm2 > 0 and ${visible('building')}
  ), ${COVER}
  select commune_code as "communeCode", village_code as "villageCode", import_id as "importId",
         coalesce(mask, 0) as mask, coalesce(depth, 0) as depth, count(*) as count,
         0 as households, 0 as residents, sum(floor_mm2) as floor, 0 as blanks, 0 as "blankHouseholds"
    from unit
    left join cover using (place_id)
   group by 1, 2, 3, 4, 5`
