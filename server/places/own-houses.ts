import type { Actor, Who } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import type { PublicUrl } from '../http/public-url.ts'
import type { CheckDesk } from './check-desk.ts'
import { CHECKED_WITHIN_DAYS, type House } from './contract.ts'
import { findHouse, listHousesOf } from './house-queries.ts'
import { noHouse } from './refusals.ts'
import type { HouseOfList, HousesQuery } from './staff-contract.ts'

/** What staff's part of cultural houses works with. */
export interface StaffHouses extends CheckDesk {
  publicUrl: PublicUrl
  who: Who
}

/** A house of the asker's commune. Throws 404. */
export async function requireHouseOf(
  db: Queryable,
  { communeCode }: Pick<Actor, 'communeCode'>,
  id: number
): Promise<House> {
  const house = await findHouse(db, id, dayInVietnam())
  if (!house || (communeCode !== null && house.communeCode !== communeCode)) throw noHouse()
  return house
}

/** Within how many days a check counts. */
export const daysOf = ({ days }: Pick<HousesQuery, 'days'>) => days ?? CHECKED_WITHIN_DAYS

/** The houses asked for of those that somebody looks after; another commune than his own has none. */
export async function listHousesFor(
  db: Queryable,
  actor: Pick<Actor, 'communeCode'>,
  query: HousesQuery,
  day: string
): Promise<HouseOfList[]> {
  const { commune = null, village = null, show = 'all' } = query
  if (commune !== null && actor.communeCode !== null && commune !== actor.communeCode) return []
  const communeCode = actor.communeCode ?? commune
  return listHousesOf(db, day, { communeCode, villageCode: village, days: daysOf(query), show })
}
