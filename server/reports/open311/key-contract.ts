import { z } from 'zod'
import { CommuneCode } from '../../areas/contract.ts'
import { urlCount } from '../../http/contract.ts'

const System = z.string().trim().min(1).max(100)

/** Which other systems may hand in reports; the keys themselves are kept nowhere. */
export const listApiKeys = {
  path: '/api/staff/api-keys',
  query: z.strictObject({}),
  reply: z.object({
    keys: z.array(
      z.object({
        id: z.int(),
        system: z.string(),
        /** Null: places of every commune. */
        commune: z.string().nullable(),
        createdAt: z.string(),
        endedAt: z.string().nullable()
      })
    )
  })
} as const

/** Makes a key for a system, shown this once. 409: it has one already. */
export const makeApiKey = {
  path: '/api/staff/api-keys',
  body: z.strictObject({ system: System, commune: CommuneCode.optional() }),
  reply: z.object({ id: z.int(), system: z.string(), commune: z.string().nullable(), key: z.string() })
} as const

/** Ends a key at once. */
export const endApiKey = {
  path: '/api/staff/api-keys/:id',
  params: z.strictObject({ id: urlCount }),
  reply: z.object({ ended: z.literal(true) })
} as const
