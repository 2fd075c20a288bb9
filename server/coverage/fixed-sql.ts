import type { PartRow } from '../figures/by-part.ts'
import { MEMBERS } from '../figures/members.ts'
import { visible } from '../figures/visible.ts'

/** Premises of one part alike in what is known of their line. `fast`: 1 Gbit/s on offer; `rated`: their own rate is known. */
export interface LineRow extends PartRow {
  fast: boolean
  rated: boolean
  fibre: 'yes' | 'no' | null
  count: number
  households: number
}

/** $6: the rate from which a line is fast, Mbit/s. A premises on the edge of a provider's area is in it. */
export const PREMISES_BY_LINE = `
  with ${MEMBERS}, offered as materialized (
    select distinct place_id
      from fixed_service
      join place_area on place_area.area_id = fixed_service.origin_id
     where fixed_service.down_mbps >= $6 and ${visible('fixed_service')}
  )
  select member.commune_code as "communeCode", member.village_code as "villageCode", import_id as "importId",
         coalesce(max_down_mbps >= $6, false) or offered.place_id is not null as fast,
         max_down_mbps is not null as rated, fibre, count(*) as count, sum(households) as households
    from member
    join premises on premises.origin_id = member.place_id
    left join offered on offered.place_id = member.place_id
   where ${visible('premises')}
   group by 1, 2, 3, 4, 5, 6`
