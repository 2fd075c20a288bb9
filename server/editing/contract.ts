import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Day, urlCount } from '../http/contract.ts'
import { PlaceValue, PlaceValues } from './form-contract.ts'

// Places of the commune as staff add and change them: one set of routes per collection of the registry.

const Id = z.int().positive()
const NoQuery = z.strictObject({})
const Reason = z.string().trim().min(5).max(500)

/** GeoJSON, longitude before latitude, degrees on WGS 84. What is inside is checked as an import checks it. */
export const PlaceShape = z.object({
  type: z.enum(['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon']),
  coordinates: z.array(z.unknown()).max(20_000)
})
export type PlaceShape = z.infer<typeof PlaceShape>

export const PlaceLine = z.object({
  /** Names the place in the routes below. */
  id: Id,
  label: z.string(),
  communeCode: CommuneCode.nullable(),
  /** A point of its ground. */
  lng: z.number(),
  lat: z.number(),
  /** Its validity is over. */
  ended: z.boolean(),
  /** From that day on it is no longer; of what is withdrawn the day from which it was stated as valid; null: it has not ended. */
  endedOn: Day.nullable(),
  /** Why it was ended; null: it has not, or a file says so. */
  endReason: z.string().nullable(),
  /** It was ended on the day on which it began, as a mistake. */
  withdrawn: z.boolean()
})
export type PlaceLine = z.infer<typeof PlaceLine>

export const Place = z.object({
  /** Stays the same through all changes. */
  id: Id,
  collection: z.string(),
  communeCode: CommuneCode.nullable(),
  label: z.string(),
  values: PlaceValues,
  geometry: PlaceShape,
  /** Null: from the beginning. */
  validFrom: Day.nullable(),
  /** That day excluded; null: without end. */
  validTo: Day.nullable(),
  ended: z.boolean(),
  /** On the spheroid; null for points. */
  areaM2: z.number().nullable(),
  lengthM: z.number().nullable(),
  /** What `If-Match` asks for; the same as the header ETag. */
  etag: z.string()
})
export type Place = z.infer<typeof Place>

export const PlaceChange = z.object({
  /** A field's name, or `geometry`, `valid_from`, `valid_to`. */
  field: z.string(),
  /** Null: nothing was said. Of `geometry` both are null. */
  before: PlaceValue,
  after: PlaceValue
})
export type PlaceChange = z.infer<typeof PlaceChange>

/** What was said of a place at one time. */
export const PlaceVersion = z.object({
  version: Id,
  action: z.enum(['import', 'create', 'change', 'end', 'restore']),
  /** RFC 3339 in UTC. */
  at: z.string(),
  /** The account's name as it is today; of an import null. */
  by: z.string().nullable(),
  /** Why; of an import its title. */
  reason: z.string(),
  /** Taken back since. */
  undone: z.boolean(),
  /** Null: from the beginning. */
  validFrom: Day.nullable(),
  validTo: Day.nullable(),
  /** The days of which it is still what is known, earliest first; none: a later version took its place, or it was taken back. */
  holds: z.array(z.object({ from: Day.nullable(), to: Day.nullable() })),
  values: PlaceValues,
  geometry: PlaceShape,
  /** Against the version before it; of the first one empty. */
  changes: z.array(PlaceChange)
})
export type PlaceVersion = z.infer<typeof PlaceVersion>

const InPath = z.strictObject({ id: urlCount })

const EDIT = {
  values: PlaceValues,
  /** Null: true from the beginning (a mistake is mended). */
  validFrom: Day.nullable(),
  validTo: Day.nullable().default(null),
  /** Why, in a sentence. */
  reason: Reason,
  /** The new ground may lie on what a neighbour of the same kind has. */
  overlaps: z.boolean().default(false)
} as const

/** Below `/api/staff/places/{collection}`. */
export const listPlaces = {
  path: '/',
  query: z.strictObject({
    commune: CommuneCode.optional(),
    /** Those that are over too, and those that were entered by mistake. */
    ended: z.literal('true').optional()
  }),
  reply: z.object({ places: z.array(PlaceLine) })
} as const

/** 409: the key is in use, or the ground is a neighbour's; 422: a value or the shape does not fit. */
export const createPlace = {
  path: '/',
  body: z.strictObject({
    ...EDIT,
    geometry: PlaceShape,
    commune: CommuneCode.optional(),
    /** The asker's own id of this place: sent again with it, what was added is answered, and nothing added twice. */
    wish: z.uuid().optional()
  }),
  reply: Place
} as const

export const readPlace = { path: '/:id', params: InPath, query: NoQuery, reply: Place } as const

/** `If-Match` is required (428). 412: it was changed meanwhile; the body is the place as it is now. */
export const changePlace = {
  path: '/:id',
  params: InPath,
  /** Without a geometry its place stays. */
  body: z.strictObject({ ...EDIT, geometry: PlaceShape.optional() }),
  reply: Place
} as const

/**
 * From that day on it is no longer; nothing is deleted. From the day on which it began: it never was (entered by mistake), and
 * earlier versions are no more than history. `If-Match` as for a change.
 */
export const endPlace = {
  path: '/:id/end',
  params: InPath,
  body: z.strictObject({ from: Day, reason: Reason }),
  reply: Place
} as const

/** Says again what a version said. `If-Match` as for a change. */
export const restorePlace = {
  path: '/:id/restore',
  params: InPath,
  body: z.strictObject({ version: Id, validFrom: Day.nullable(), reason: Reason, overlaps: EDIT.overlaps }),
  reply: Place
} as const

/** Latest first, those taken back among them. */
export const placeHistory = {
  path: '/:id/history',
  params: InPath,
  query: NoQuery,
  reply: z.object({ versions: z.array(PlaceVersion) })
} as const

export const Neighbour = z.object({ label: z.string(), geometry: PlaceShape })
export type Neighbour = z.infer<typeof Neighbour>

/** Grounds of the same collection near a place, for snapping: at most 200. */
export const placeNeighbours = {
  path: '/:id/neighbours',
  params: InPath,
  query: NoQuery,
  reply: z.object({ neighbours: z.array(Neighbour) })
} as const

/** The same for a place that is new: in its commune, for accounts of one their own. */
export const communeNeighbours = {
  path: '/new/neighbours',
  query: z.strictObject({ commune: CommuneCode.optional() }),
  reply: placeNeighbours.reply
} as const
