import { z } from 'zod'

/** A text in both languages of the interface. */
export const Localized = z.object({ vi: z.string(), en: z.string() })
export type Localized = z.infer<typeof Localized>

export const GEOMETRY_TYPES = ['Point', 'MultiLineString', 'MultiPolygon', 'Geometry'] as const
export type GeometryType = (typeof GEOMETRY_TYPES)[number]

/** Two of one kind with like names that lie no farther apart may be one, where a commune has set no other limit. Metres. */
export const MAY_BE_ONE_M = 50
