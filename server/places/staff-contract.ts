import { z } from 'zod'
import { Moment } from '../http/contract.ts'
import { Found, HOUSE_STATES, HouseId, Recorded, type HouseState } from './contract.ts'

const Params = z.strictObject({ house: HouseId })
const Lang = z.enum(['vi', 'en']).optional()

/** Parts of the list, by state. `due`: somebody should go there. */
export const HOUSES_SHOWN = {
  all: HOUSE_STATES,
  due: ['never', 'overdue'],
  never: ['never'],
  older: ['overdue'],
  failing: ['failing']
} as const satisfies Record<string, readonly HouseState[]>
export type HousesShown = keyof typeof HOUSES_SHOWN

const ListQuery = z.strictObject({
  /** Within how many days a check counts; default: the indicator's own. */
  days: z.coerce.number().int().min(1).max(3650).optional(),
  show: z.enum(['all', 'due', 'never', 'older', 'failing']).optional(),
  /** Of those that the asker looks after. */
  commune: z.string().max(20).optional(),
  village: z.string().max(40).optional()
})
export type HousesQuery = z.infer<typeof ListQuery>

/** A cultural house in force today, with what is declared and what was found. */
export const HouseOfList = z.object({
  id: z.int(),
  name: z.string(),
  communeCode: z.string().nullable(),
  commune: z.string().nullable(),
  villageCode: z.string().nullable(),
  village: z.string().nullable(),
  wifi: z.enum(['yes', 'no', 'unknown']),
  /** RFC 3339: when the file that declares it was taken in. */
  declaredAt: z.string(),
  /** The last day of a check, found at the house or told by a file, YYYY-MM-DD; null: never. */
  lastDay: z.string().nullable(),
  /** Days from then until today. */
  daysSince: z.int().nullable(),
  state: z.enum(HOUSE_STATES),
  /** Of the last check at the house: RFC 3339, rates in Mbit/s, and who (null: with the key on the wall). */
  check: z
    .object({
      at: z.string(),
      reachable: z.boolean(),
      downMbps: z.number().nullable(),
      upMbps: z.number().nullable(),
      by: z.string().nullable(),
      network: z.string().nullable()
    })
    .nullable()
})
export type HouseOfList = z.infer<typeof HouseOfList>

/** The houses of the asker's commune (of all where he has none), those longest without a check first. */
export const listHouses = {
  path: '/api/staff/cultural-houses',
  query: ListQuery,
  reply: z.object({ days: z.int(), houses: z.array(HouseOfList) })
} as const

/** The same as a table for spreadsheets; texts in the language of the request. */
export const housesFile = {
  path: '/api/staff/cultural-houses.csv',
  query: ListQuery.extend({ lang: Lang })
} as const

/** Records a check that somebody of the staff made; `at`: when, at most 30 days ago (default now). 404: not his house. */
export const checkByStaff = {
  path: '/api/staff/cultural-houses/:house/checks',
  params: Params,
  body: Found.extend({ at: Moment.optional() }),
  reply: Recorded
} as const

/** Makes a new key for the sheet on the wall: the sheets printed before open nothing any more. */
export const renewKey = {
  path: '/api/staff/cultural-houses/:house/key',
  params: Params,
  body: z.strictObject({}),
  reply: z.object({ renewed: z.literal(true) })
} as const

/** The sheet for the wall (A4, SVG): the code that opens the check page, with the house's key in it. */
export const wallSheet = {
  path: '/api/staff/cultural-houses/:house/sheet.svg',
  params: Params,
  query: z.strictObject({ lang: Lang })
} as const

/** The sheets of all houses asked for, as one page for the printer: an A4 each. 404: there are none. */
export const wallSheets = {
  path: '/api/staff/cultural-houses/sheets',
  query: ListQuery.extend({ lang: Lang })
} as const
