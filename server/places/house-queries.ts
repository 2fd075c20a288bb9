import type { Queryable } from '../db/pool.ts'
import type { House, HouseState, WifiCheck, WifiTarget } from './contract.ts'
import { HOUSES_SHOWN, type HouseOfList, type HousesShown } from './staff-contract.ts'

const IN_FORCE = `(p.valid_from is null or p.valid_from <= $1::date) and (p.valid_to is null or $1::date < p.valid_to)`

// $1 the day. Of a site the row in force that day, else the one that was in force last.
const OF_SITES = `
  select distinct on (p.site_id) p.*, ${IN_FORCE} as in_force
    from open.house_places p
   order by p.site_id, (${IN_FORCE}) desc, p.valid_to desc nulls first, p.declared_at desc, p.feature_id desc`

const AREAS = `
  left join lateral (
    select json_build_object('code', v.code, 'name', v.name, 'kind', v.kind) as area,
           concat_ws(' ', lower(v.kind), v.name) as name
      from open.villages v
     where st_covers(v.geom, h.geom)
       and (v.valid_from is null or v.valid_from <= $1::date) and (v.valid_to is null or $1::date < v.valid_to)
     order by v.provisional, v.code
     limit 1
  ) v on true`

const COMMUNE = `
  left join lateral (
    select json_build_object('code', c.code, 'name', c.name, 'kind', c.kind) as area
      from open.communes c
     where c.code = h.commune_code
     order by (c.valid_from is null or c.valid_from <= $1::date) and (c.valid_to is null or $1::date < c.valid_to) desc,
              c.valid_to desc nulls first
     limit 1
  ) c on true`

const utc = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`

interface HouseRow extends Omit<House, 'place'> {
  lng: number
  lat: number
}

/** The house of a number as it is on a day (YYYY-MM-DD), or was last; undefined: there is none, or it was taken back. */
export async function findHouse(db: Queryable, id: number, day: string): Promise<House | undefined> {
  const { rows } = await db.query<HouseRow>(
    `select h.site_id as id, h.name, h.wifi, h.provider, h.wifi_checked_on::text as "fileCheckedOn",
            h.declared_by as "declaredBy", ${utc('h.declared_at')} as "declaredAt", h.commune_code as "communeCode",
            st_x(h.geom) as lng, st_y(h.geom) as lat, v.area as village, c.area as commune, h.in_force as "inForce"
       from (${OF_SITES}) h ${AREAS} ${COMMUNE}
      where h.site_id = $2`,
    [day, id]
  )
  return rows.map(({ lng, lat, ...row }) => ({ ...row, place: { lng, lat } }))[0]
}

/** The number of the house that a feature of the map is a row of; undefined where it is none. */
export async function findHouseOf(db: Queryable, featureId: number): Promise<number | undefined> {
  const { rows } = await db.query<{ id: number }>(
    'select site_id as id from open.house_places where feature_id = $1',
    [featureId]
  )
  return rows[0]?.id
}

/** The numbers of all houses in force on a day. */
export async function listHouseIds(db: Queryable, day: string): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select site_id as id from (${OF_SITES}) h where in_force order by site_id`,
    [day]
  )
  return rows.map(({ id }) => id)
}

/** The latest checks of a house, the latest first. */
export async function listChecks(db: Queryable, house: number, most: number): Promise<WifiCheck[]> {
  const { rows } = await db.query<WifiCheck>(
    `select ${utc('at')} as at, reachable, down_mbps as "downMbps", up_mbps as "upMbps",
            down_missing as "downMissing", up_missing as "upMissing", by_key as "byKey"
       from open.house_wifi_checks c
      where site_id = $1
      order by c.at desc, c.id desc
      limit $2`,
    [house, most]
  )
  return rows
}

/** Which houses: of a commune and a village (null: all), and which of them by the days within which a check counts. */
export interface HousesAsked {
  communeCode: string | null
  villageCode: string | null
  days: number
  show: HousesShown
}

// $1 the day, $3 the days within which a check counts; h is a house, l its last check, d the later of that and the file's.
// A file's day says that the Wifi worked only where it declares one.
const STATE = `
  case when wifi_is_checked(case when h.wifi = 'yes' then h.wifi_checked_on end, l.day, l.reachable, $1::date, $3::integer)
         then 'working'
       when h.wifi = 'no' then 'none'
       when l.day >= $1::date - $3::integer then 'failing'
       when d.last_day is null then 'never' else 'overdue' end as state`
const LAST = `
  left join lateral last_wifi_check(h.site_id, $1::date, 'infinity') l on true
 cross join lateral (
   select greatest(l.day, case when h.wifi_checked_on <= $1::date then h.wifi_checked_on end) as last_day
 ) d`

/** What is known of a house's Wifi on a day, by checks of so many days. */
export async function findState(
  db: Queryable,
  day: string,
  house: number,
  days: number
): Promise<HouseState> {
  const { rows } = await db.query<{ state: HouseState }>(
    `select ${STATE} from (${OF_SITES}) h ${LAST} where h.site_id = $2`,
    [day, house, days]
  )
  return rows[0]?.state ?? 'never'
}

/** What a commune's plans promise of Wifi at cultural houses, in the order of their ends. */
export async function listTargets(db: Queryable, communeCode: string | null): Promise<WifiTarget[]> {
  const { rows } = await db.query<WifiTarget>(
    `select year, quarter, comparator, value from open.wifi_targets
      where commune_code = $1 order by year, quarter nulls last`,
    [communeCode]
  )
  return rows
}

const LIST = `
  with listed as (
    select h.site_id as id, h.name, h.commune_code as "communeCode", concat_ws(' ', lower(c.area->>'kind'), c.area->>'name') as commune,
           v.area->>'code' as "villageCode", v.name as village, h.wifi,
           ${utc('h.declared_at')} as "declaredAt", d.last_day,
           ${STATE},
           case when l.check_id is not null then json_build_object(
             'at', ${utc('k.at')}, 'reachable', k.reachable, 'downMbps', k.down_mbps, 'upMbps', k.up_mbps,
             'by', k.checked_by, 'network', k.network) end as "check"
      from (${OF_SITES}) h ${AREAS} ${COMMUNE} ${LAST}
      left join staff.house_wifi_checks k on k.id = l.check_id
     where h.in_force and ($2::text is null or h.commune_code = $2)
  )
  select id, name, "communeCode", commune, "villageCode", village, wifi, "declaredAt", last_day::text as "lastDay",
         $1::date - last_day as "daysSince", state, "check"
    from listed
   where state = any($4::text[]) and ($5::text is null or "villageCode" = $5)
   order by last_day nulls first, search_text(name), id`

/** Houses in force on a day with their last check, those longest without one first. */
export async function listHousesOf(
  db: Queryable,
  day: string,
  { communeCode, villageCode, days, show }: HousesAsked
): Promise<HouseOfList[]> {
  const { rows } = await db.query<HouseOfList>(LIST, [
    day,
    communeCode,
    days,
    HOUSES_SHOWN[show],
    villageCode
  ])
  return rows
}
