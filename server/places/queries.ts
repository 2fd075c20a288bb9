import { MEMBERS } from '../figures/members.ts'
import type { PartRow } from '../figures/by-part.ts'
import { visible } from '../figures/visible.ts'

/** Cultural houses by what is declared, and whether that was checked in the days asked for. */
export interface HouseRow extends PartRow {
  wifi: 'yes' | 'no' | 'unknown'
  checked: boolean
  count: number
}

/** $6: how many days before the day asked about a check still counts; one after that day does not. */
export const HOUSES_BY_WIFI = `
  with ${MEMBERS}
  select member.commune_code as "communeCode", member.village_code as "villageCode", import_id as "importId", wifi,
         coalesce(wifi_checked_on <= $2::date and wifi_checked_on >= $2::date - $6::integer, false) as checked,
         count(*) as count
    from member
    join cultural_house on cultural_house.origin_id = member.place_id
   where ${visible('cultural_house')}
   group by 1, 2, 3, 4, 5`

/** Institutions by whether their line is a fast one; null: the line is not known. */
export interface InstitutionRow extends PartRow {
  fast: boolean | null
  count: number
}

/** $6: the rate from which a line is fast, Mbit/s. */
export const INSTITUTIONS_BY_LINE = `
  with ${MEMBERS}
  select member.commune_code as "communeCode", member.village_code as "villageCode", import_id as "importId",
         line_mbps >= $6::double precision as fast, count(*) as count
    from member
    join institution on institution.origin_id = member.place_id
   where ${visible('institution')}
   group by 1, 2, 3, 4`

/** Cameras by state; what is not stated is unknown. */
export interface CameraRow extends PartRow {
  state: 'working' | 'broken' | 'unknown'
  count: number
}

export const CAMERAS_BY_STATE = `
  with ${MEMBERS}
  select member.commune_code as "communeCode", member.village_code as "villageCode", import_id as "importId",
         coalesce(state, 'unknown') as state, count(*) as count
    from member
    join camera on camera.origin_id = member.place_id
   where ${visible('camera')}
   group by 1, 2, 3, 4`
