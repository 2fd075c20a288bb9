import { z } from 'zod'

/** Degrees on WGS 84, longitude before latitude (OGC:CRS84). */
const Position = z.tuple([z.number(), z.number()]).rest(z.number())

/** RFC 7946 geometries; axis order longitude, latitude. */
const PointGeometry = z.object({ type: z.literal('Point'), coordinates: Position })
const MultiPointGeometry = z.object({
  type: z.literal('MultiPoint'),
  coordinates: z.array(Position)
})
const LineStringGeometry = z.object({
  type: z.literal('LineString'),
  coordinates: z.array(Position).min(2)
})
const MultiLineStringGeometry = z.object({
  type: z.literal('MultiLineString'),
  coordinates: z.array(z.array(Position).min(2))
})
const Ring = z.array(Position).min(4)
const PolygonGeometry = z.object({ type: z.literal('Polygon'), coordinates: z.array(Ring) })
const MultiPolygonGeometry = z.object({
  type: z.literal('MultiPolygon'),
  coordinates: z.array(z.array(Ring))
})

/** Any geometry that a feature may have. */
export const Geometry = z.discriminatedUnion('type', [
  PointGeometry,
  MultiPointGeometry,
  LineStringGeometry,
  MultiLineStringGeometry,
  PolygonGeometry,
  MultiPolygonGeometry
])
