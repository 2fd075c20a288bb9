import { z } from 'zod'

const Part = z.object({ count: z.int(), bytes: z.number() })

/** What a tour weighs that is taken along, published or not; parts are counted once, at the first stop that shows them. */
export const TourWeight = z.object({
  bytes: z.number(),
  /** The most that a pack may weigh, bytes. */
  most: z.number(),
  /** False: too much even with small pictures; it would not be offered to visitors. */
  fits: z.boolean(),
  /** Pictures are taken along small, so that it fits; `wholeBytes`: what it would weigh otherwise. */
  isReduced: z.boolean(),
  wholeBytes: z.number(),
  /** Pages, letters and the tour's own small pictures, bytes. */
  rest: z.number(),
  /** The heaviest first. */
  stops: z.array(z.object({ slug: z.string(), name: z.string(), pictures: Part, sounds: Part }))
})
export type TourWeight = z.infer<typeof TourWeight>

/** What a tour of the asker's commune weighs as it is now. 404: there is none. */
export const readTourWeight = {
  path: '/api/staff/relic-tours/:id/weight',
  params: z.strictObject({ id: z.coerce.number().int().positive().max(999_999_999) }),
  query: z.strictObject({}),
  reply: TourWeight
} as const
