import { z } from 'zod'
import { CommuneCode } from '../areas/contract.ts'
import { Slug } from './contract.ts'

const Position = z.tuple([z.number(), z.number()])

const Named = {
  slug: z.string(),
  titleVi: z.string(),
  titleEn: z.string().nullable(),
  /** Metres on the spheroid: of the way where one was drawn, else from stop to stop. */
  metres: z.number(),
  isAlongWay: z.boolean()
} as const

/** Anyone's: the published tours with a stop in force today, by their titles; `commune`: of one commune. */
export const listMapTours = {
  path: '/api/relic-tours',
  query: z.strictObject({ commune: CommuneCode.optional() }),
  reply: z.object({ tours: z.array(z.object({ ...Named, stops: z.int() })) })
} as const
export type MapTours = z.infer<typeof listMapTours.reply>

export const MapTour = z.object({
  ...Named,
  /** The way as it was drawn, lng before lat; null: nobody drew one, or a stop is hidden. */
  way: z.array(Position).nullable(),
  /** In the order of the visit, those in force today; a hidden one lies in the middle of its cell of 500 m. */
  stops: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      lng: z.number(),
      lat: z.number(),
      isProtected: z.boolean()
    })
  )
})
export type MapTour = z.infer<typeof MapTour>

/** Anyone's: a published tour as the map draws it. 404: none is published at this address. */
export const readMapTour = {
  path: '/api/relic-tours/:slug',
  params: z.strictObject({ slug: Slug }),
  query: z.strictObject({}),
  reply: MapTour
} as const
