import type { Queryable } from '../db/pool.ts'
import type { StaffCamera } from './camera-contract.ts'

// $1 the commune or null, $2 the day.
const CAMERAS = `
  select id, place, owner, state, azimuth_deg as "azimuthDeg", view_deg as "viewDeg", range_m as "rangeM", model,
         to_char(last_checked_on, 'YYYY-MM-DD') as "lastCheckedOn", st_x(geom) as lng, st_y(geom) as lat
    from staff.cameras
   where ($1::text is null or commune_code = $1)
     and (valid_from is null or valid_from <= $2::date) and (valid_to is null or $2::date < valid_to)
   order by search_text(place), id
   limit 2000`

/** The cameras of a commune (null: of all) in force on a day. */
export async function findCameras(db: Queryable, commune: string | null, day: string) {
  return (await db.query<StaffCamera>(CAMERAS, [commune, day])).rows
}
