import { z } from 'zod'

/** The permanent number of a cultural house. */
export const HouseId = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)

/** Why a rate is not known. `unreachable`: there was no Wifi to measure; `busy`: the server was measuring for others. */
export const RATE_REASONS = ['unreachable', 'not_measured', 'interrupted', 'busy'] as const
export type RateReason = (typeof RATE_REASONS)[number]

/** Mbit/s between the checker's device and this server, or why there is none. */
export const Rate = z.union([
  z.strictObject({ mbps: z.number().positive().max(100_000) }),
  z.strictObject({ missing: z.enum(RATE_REASONS) })
])
export type Rate = z.infer<typeof Rate>

/** What was found at a house; rates that are left out were not measured. */
export const Found = z.strictObject({
  /** The sender's own name of the check: sent again, it is the same check. */
  id: z.uuid(),
  reachable: z.boolean(),
  down: Rate.optional(),
  up: Rate.optional(),
  /** The network's name, where whoever checked says it. */
  network: z.string().trim().max(64).optional()
})
export type Found = z.infer<typeof Found>

export const Key = z.string().max(100)

/** Answered to a check: when it was made (RFC 3339); `again`: it was known already. */
export const Recorded = z.object({ at: z.string(), again: z.boolean() })
export type Recorded = z.infer<typeof Recorded>

/** A check by whoever is at the house: the key is in the address on its wall. 403: the key is not, or no longer, the house's. */
export const checkByKey = {
  path: '/api/cultural-houses/:house/checks',
  params: z.strictObject({ house: HouseId }),
  body: Found.omit({ network: true }).extend({ key: Key }),
  reply: Recorded
} as const

/** The most that one measuring carries in a direction, bytes. */
export const LINE_BYTES = 4_000_000

/** Random bytes to measure a line with; a POST of as many takes them and keeps nothing. 503: others are measuring. */
export const line = {
  path: '/api/cultural-houses/:house/line',
  params: z.strictObject({ house: HouseId }),
  query: z.strictObject({ key: Key, bytes: z.coerce.number().int().min(1).max(LINE_BYTES).optional() })
} as const

/** An area as a page names it. */
export interface NamedArea {
  code: string
  name: string
  kind: string | null
}

/**
 * What is known of a house's Wifi. `overdue`: nobody looked within the days; `never`: nobody ever did; `none`: it is declared
 * to have none, and nobody found any.
 */
export const HOUSE_STATES = ['working', 'failing', 'overdue', 'never', 'none'] as const
export type HouseState = (typeof HOUSE_STATES)[number]

/** Days within which a check counts where nobody says another number: the indicator's own. */
export const CHECKED_WITHIN_DAYS = 90

/** What a plan promises of Wifi at cultural houses: percent of them, by the end of the quarter or (null) year. */
export interface WifiTarget {
  year: number
  quarter: number | null
  comparator: '>=' | '='
  value: number
}

/** A cultural house with what is declared of it. */
export interface House {
  id: number
  name: string
  wifi: 'yes' | 'no' | 'unknown'
  provider: string | null
  /** A day on which a file says that the Wifi was checked, YYYY-MM-DD. */
  fileCheckedOn: string | null
  /** The title of the file that declares it, and when that was taken in (RFC 3339). */
  declaredBy: string
  declaredAt: string
  communeCode: string | null
  /** Degrees, WGS 84. */
  place: { lng: number; lat: number }
  village: NamedArea | null
  commune: NamedArea | null
  /** False: it is no longer in force today, and stays readable at its address. */
  inForce: boolean
}

/** One check as the public sees it. */
export interface WifiCheck {
  /** RFC 3339. */
  at: string
  reachable: boolean
  downMbps: number | null
  upMbps: number | null
  downMissing: RateReason | null
  upMissing: RateReason | null
  /** Made with the key of the sheet on the wall, not by staff. */
  byKey: boolean
}
