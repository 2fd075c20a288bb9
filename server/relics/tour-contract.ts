import { z } from 'zod'
import { Slug, type Relic } from './contract.ts'

/** Relics of one tour. */
export const FEWEST_STOPS = 2
export const MOST_STOPS = 30
/** Corners of a way that somebody drew. */
const MOST_CORNERS = 5_000

const text = (most: number) => z.string().trim().min(1).max(most)

/** A way as it was drawn: lng before lat, WGS 84. */
const Way = z.array(z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)]))

/** What is said of a tour; English texts, descriptions and the way may be left open. */
export const TourWords = z.strictObject({
  titleVi: text(200),
  titleEn: text(200).nullable(),
  leadVi: text(2000).nullable(),
  leadEn: text(2000).nullable(),
  /** Addresses of relics in the order of the visit. */
  stops: z.array(Slug).min(FEWEST_STOPS).max(MOST_STOPS),
  /** Null: nobody drew one, and distances are straight lines. */
  line: Way.min(2).max(MOST_CORNERS).nullable()
})
export type TourWords = z.infer<typeof TourWords>

const StaffTour = z.object({
  id: z.int(),
  /** For `If-Match`. */
  version: z.int(),
  /** Its address for good, below /di-tich/tuyen. */
  slug: z.string(),
  titleVi: z.string(),
  titleEn: z.string().nullable(),
  leadVi: z.string().nullable(),
  leadEn: z.string().nullable(),
  stops: z.array(
    z.object({
      slug: z.string(),
      name: z.string(),
      /** Its place is public as a cell only. */
      isProtected: z.boolean()
    })
  ),
  line: z.array(z.tuple([z.number(), z.number()])).nullable(),
  published: z.boolean(),
  /** RFC 3339. */
  changedAt: z.string()
})
export type StaffTour = z.infer<typeof StaffTour>

const OfTour = z.strictObject({ id: z.coerce.number().int().positive().max(999_999_999) })

/** The tours of the asker's commune (of all where he has none), the one that was changed last first. */
export const listTours = {
  path: '/api/staff/relic-tours',
  query: z.strictObject({}),
  reply: z.object({ tours: z.array(StaffTour) })
} as const

/** Makes a tour, unpublished. 404: a stop is none of the asker's relics; 422: a stop twice, or a way that does not fit. */
export const createTour = { path: '/api/staff/relic-tours', body: TourWords, reply: StaffTour } as const

/** Says all of a tour anew. `If-Match`: its version (428); 412: somebody changed it, the answer is how it is now. */
export const changeTour = {
  path: '/api/staff/relic-tours/:id',
  params: OfTour,
  body: TourWords,
  reply: StaffTour
} as const

/** Puts a tour before the public, or takes it back. `If-Match` and 412 as for a change. */
export const publishTour = {
  path: '/api/staff/relic-tours/:id/published',
  params: OfTour,
  body: z.strictObject({ published: z.boolean() }),
  reply: StaffTour
} as const

/** A tour as anyone may read it. */
export interface Tour {
  slug: string
  titleVi: string
  titleEn: string | null
  leadVi: string | null
  leadEn: string | null
  /** The way as it was drawn, lng before lat; null: nobody drew one, or a stop is hidden. */
  line: [number, number][] | null
  /** Metres of the way on the spheroid; null without one. */
  lineM: number | null
}

/** A relic on a tour. */
export interface TourStop extends Relic {
  /** Metres on the spheroid from the stop before, as the crow flies; null for the first. */
  straightM: number | null
  /** Metres of the way up to where it passes the stop; null without a way. */
  alongM: number | null
  /** Its cover, as the small public file; null: it has none. */
  cover: { thumbnail: string; width: number; height: number; altVi: string; altEn: string | null } | null
}

/** Where one relic stands on a tour, and what comes next. */
export interface TourPlace {
  tour: Pick<Tour, 'slug' | 'titleVi' | 'titleEn'>
  /** From 1. */
  number: number
  count: number
  /** Null: it is the last one. */
  next: { slug: string; name: string; metres: number; isAlongWay: boolean } | null
}

/** What a list of tours says of each. */
export interface TourSummary extends Pick<Tour, 'slug' | 'titleVi' | 'titleEn' | 'leadVi' | 'leadEn'> {
  stops: number
  /** Metres: of the way where one was drawn, else from stop to stop. */
  metres: number
  isAlongWay: boolean
}
