import type { Queryable } from '../db/pool.ts'
import type { Holiday, HolidayFields } from './holiday-contract.ts'

const COLUMNS = `to_char(day, 'YYYY-MM-DD') as day, name, worked, provisional, version`

/** Days that are entered from one until another (both included), in order. */
export async function findHolidays(db: Queryable, from: string, to: string) {
  const { rows } = await db.query<Holiday>(
    `select ${COLUMNS} from holiday where not removed and day between $1::date and $2::date order by holiday.day`,
    [from, to]
  )
  return rows
}

/** One day, held until the transaction ends; undefined: it is not entered. */
export async function holdHoliday(db: Queryable, day: string) {
  const { rows } = await db.query<Holiday>(
    `select ${COLUMNS} from holiday where day = $1::date and not removed for update`,
    [day]
  )
  return rows[0]
}

/** Enters days that are not; those that are stay as they are and are not in the answer. */
export async function insertHolidays(
  db: Queryable,
  days: readonly string[],
  { name, worked, provisional }: HolidayFields
) {
  const { rows } = await db.query<Holiday>(
    `insert into holiday (day, name, worked, provisional, set_by_hand)
     select day, $2, $3, $4, true from unnest($1::date[]) day order by day
         on conflict (day) do update
        set name = excluded.name, worked = excluded.worked, provisional = excluded.provisional, removed = false,
            set_by_hand = true, version = holiday.version + 1
      where holiday.removed
  returning ${COLUMNS}`,
    [days, name, worked, provisional]
  )
  return rows
}

/** Writes a day that is entered. */
export async function saveHoliday(db: Queryable, day: string, { name, worked, provisional }: HolidayFields) {
  const { rows } = await db.query<Holiday>(
    `update holiday set name = $2, worked = $3, provisional = $4, set_by_hand = true, version = version + 1
      where day = $1::date
  returning ${COLUMNS}`,
    [day, name, worked, provisional]
  )
  return rows[0]
}

/** Takes a day out; the row stays, so that no shipped file brings it back. */
export const dropHoliday = (db: Queryable, day: string) =>
  db.query(
    `update holiday set removed = true, set_by_hand = true, version = version + 1 where day = $1::date`,
    [day]
  )
