import { z } from 'zod'
import { urlCount } from '../http/contract.ts'

/** The map that other websites show in a frame. */
export const EMBED_PATH = '/embed'

/** A website that may. `origin`: as Content Security Policy writes it; `note`: whose it is. */
export const EmbedSite = z.object({ id: z.int(), origin: z.string(), note: z.string(), addedAt: z.string() })
export type EmbedSite = z.infer<typeof EmbedSite>

/** Websites that may show the map in a frame; with none no other website may. */
export const listEmbedSites = {
  path: '/api/staff/embed-sites',
  query: z.strictObject({}),
  reply: z.object({ sites: z.array(EmbedSite) })
} as const

/** Allows a website by its address. 409: it is allowed already. 422: the address names no website. */
export const addEmbedSite = {
  path: '/api/staff/embed-sites',
  body: z.strictObject({
    address: z.string().trim().min(1).max(300),
    note: z.string().trim().min(1).max(200)
  }),
  reply: EmbedSite
} as const

/** Allows it no longer: from the next time that somebody opens its page. 404: it is not on the list. */
export const removeEmbedSite = {
  path: '/api/staff/embed-sites/:id',
  params: z.strictObject({ id: urlCount }),
  reply: z.object({ removed: z.literal(true) })
} as const
