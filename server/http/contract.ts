import { z } from 'zod'

/** A number in a URL. `z.coerce.number()` alone reads '' as 0, so an empty parameter would be a value. */
export const urlNumber = z
  .string()
  .trim()
  .regex(/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/)
  .transform(Number)
  .pipe(z.number())

/** A count in a URL, in digits only: neither 1e1 nor 0x10. */
export const urlCount = z
  .string()
  .trim()
  .regex(/^\d{1,9}$/)
  .transform(Number)
  .pipe(z.int())

/** A calendar day in Asia/Ho_Chi_Minh, as `YYYY-MM-DD`; a day that no calendar has is refused. */
export const Day = z.iso.date()
export type Day = z.infer<typeof Day>

/** A moment, RFC 3339 with a zone. */
export const Moment = z.iso.datetime({ offset: true })

/** `asOf` (default today): what was true on that day. `knownAt` (default now): as far as was known then. */
export const Times = z.strictObject({ asOf: Day.optional(), knownAt: Moment.optional() })
export type Times = z.infer<typeof Times>

/** How a picture or sound may be used; `permission`: all rights reserved, published with the owner's permission. */
export const LICENCES = ['CC0 1.0', 'CC BY 4.0', 'CC BY-SA 4.0', 'permission'] as const
export type Licence = (typeof LICENCES)[number]

/** RFC 9457, in the caller's language. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string()
})
export type Problem = z.infer<typeof Problem>
