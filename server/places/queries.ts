import { MEMBERS } from '../figures/members.ts'
import type { PartRow } from '../figures/by-part.ts'
import { visible } from '../figures/visible.ts'

/** A check at a house that decided whether its Wifi is known to work. */
export interface DecidingCheck {
  id: number
  /** YYYY-MM-DD in Việt Nam. */
  day: string
  /** RFC 3339 with milliseconds. */
  recordedAt: string
}

/** Cultural houses by what is declared, and whether that was checked in the days asked for. */
export interface HouseRow extends PartRow {
  wifi: 'yes' | 'no' | 'unknown'
  checked: boolean
  count: number
  /** What was found at these houses, where that and not a file decides; in the order of ids. */
  checks: DecidingCheck[]
}

/** $6: how many days before the day asked about a check still counts; one after that day does not. */
export const HOUSES_BY_WIFI = `
  with ${MEMBERS}
  select member.commune_code as "communeCode", member.village_code as "villageCode", import_id as "importId", wifi,
         wifi_is_checked(wifi_checked_on, c.day, c.reachable, $2::date, $6::integer) as checked, count(*) as count,
         coalesce(
           json_agg(json_build_object('id', c.check_id, 'day', c.day, 'recordedAt',
                                      to_char(c.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
                    order by c.check_id)
             filter (where c.day >= $2::date - $6::integer
                       and (wifi_checked_on is null or wifi_checked_on <= c.day or wifi_checked_on > $2::date)), '[]') as checks
    from member
    join cultural_house on cultural_house.origin_id = member.place_id
    left join house_site_row on house_site_row.origin_id = cultural_house.origin_id
    left join lateral last_wifi_check(house_site_row.site_id, $2::date, $3::timestamptz) c on true
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
