import { z } from 'zod'
import { parseInstant } from '../datetime.ts'
import type { Collection } from '../collection.ts'

/** A refusal with its sentence in both languages, as `describeInvalidInput` reads it. */
const refuse = (context: z.RefinementCtx, vi: string, en: string) => {
  context.addIssue({ code: 'custom', params: { vi, en } })
  return z.NEVER
}

/** Comma-separated ids of drawn collections, in the order given, each once. */
export const collectionsParameter = (drawn: readonly Collection[]) =>
  z.string().transform((text, context) => {
    const found: Collection[] = []
    for (const id of new Set(text.split(','))) {
      const collection = drawn.find((candidate) => candidate.id === id)
      if (!collection) {
        const known = drawn.map((candidate) => candidate.id).join(', ')
        return refuse(
          context,
          `có «${id}» không phải là lớp vẽ được trên bản đồ; các lớp: ${known}`,
          `names “${id}”, which is not a collection with tiles; there are: ${known}`
        )
      }
      found.push(collection)
    }
    return found
  })

/** The day that is drawn, YYYY-MM-DD in Asia/Ho_Chi_Minh; an RFC 3339 moment is taken as its day there. */
export const dayParameter = z.string().transform((text, context) => {
  const day = parseInstant(text)
  if (day !== undefined) return day
  return refuse(
    context,
    'phải là một ngày dạng YYYY-MM-DD (hoặc thời điểm RFC 3339)',
    'must be a day as YYYY-MM-DD (or an RFC 3339 moment)'
  )
})

const index = z.string().transform((text, context) => {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  return refuse(context, 'phải là số nguyên không âm', 'must be a whole number, 0 or more')
})

/** WebMercatorQuad; the row comes before the column, as OGC API Tiles has it. */
export const TileParams = z.object({ z: index, row: index, col: index })

export const MVT = 'application/vnd.mapbox-vector-tile'

/** Query of a tile of several collections; none named: all that are drawn. */
export const datasetTileQuery = (drawn: readonly Collection[]) =>
  z.strictObject({
    collections: collectionsParameter(drawn).optional(),
    datetime: dayParameter.optional(),
    f: z.literal('mvt').optional()
  })

/** Query of a tile of one collection. */
export const CollectionTileQuery = z.strictObject({
  datetime: dayParameter.optional(),
  f: z.literal('mvt').optional()
})
