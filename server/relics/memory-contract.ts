import { z } from 'zod'
import { Day, LICENCES, type Licence } from '../http/contract.ts'
import { Slug } from './contract.ts'

/** Characters of a memory, and of how its contributor is named. */
export const LONGEST_MEMORY = 5_000
export const LONGEST_CONTRIBUTOR = 120
/** Memories of one relic. */
export const MOST_MEMORIES = 60

/** Before it was approved, public, taken back. */
export const MEMORY_STATES = ['waiting', 'shown', 'withdrawn'] as const
export type MemoryState = (typeof MEMORY_STATES)[number]

/** What is said of a memory. What is missing or too long is refused by the desk, in a sentence of its own. */
export const MemoryWords = z.strictObject({
  /** Plain text; paragraphs are parted by empty lines. */
  text: z.string().trim().max(100_000),
  /** As the contributor wants to be named. */
  contributor: z.string().trim().max(10_000),
  licence: z.enum(LICENCES),
  /** The day on which the contributor agreed that it is published so; null: he was not asked. */
  consentedOn: Day.nullable()
})
export type MemoryWords = z.infer<typeof MemoryWords>

const MemoryEvent = z.object({
  action: z.enum(['add', 'change', 'show', 'withdraw']),
  /** RFC 3339, UTC. */
  at: z.string(),
  /** The officer's name. */
  by: z.string(),
  reason: z.string().nullable(),
  /** What it said before it was changed; null for whatever is no change. */
  was: MemoryWords.nullable()
})
export type MemoryEvent = z.infer<typeof MemoryEvent>

const RelicMemory = z.object({
  id: z.uuid(),
  /** Of this one; for `If-Match`. */
  version: z.int(),
  state: z.enum(MEMORY_STATES),
  ...MemoryWords.shape,
  /** The latest first. */
  history: z.array(MemoryEvent)
})
export type RelicMemory = z.infer<typeof RelicMemory>

const RelicMemories = z.object({
  slug: z.string(),
  name: z.string(),
  /** Whatever their state, the oldest first. */
  memories: z.array(RelicMemory)
})
export type RelicMemories = z.infer<typeof RelicMemories>

const OfRelic = z.strictObject({ slug: Slug })
const OfMemory = z.strictObject({ slug: Slug, id: z.uuid() })

/** What people remember of a relic of the asker's commune. 404: no relic of his has this address. */
export const listRelicMemories = {
  path: '/api/staff/relics/:slug/memories',
  params: OfRelic,
  query: z.strictObject({}),
  reply: RelicMemories
} as const

/** Takes a memory in; it is public once it is shown. 422: words, name or consent are missing, or more than is taken. */
export const addRelicMemory = {
  path: '/api/staff/relics/:slug/memories',
  params: OfRelic,
  body: MemoryWords,
  reply: RelicMemories
} as const

/**
 * Says it anew; it waits for approval again. `If-Match`: its version (428); 412: somebody changed it, the answer is how all
 * are now.
 */
export const changeRelicMemory = {
  path: '/api/staff/relics/:slug/memories/:id',
  params: OfMemory,
  body: MemoryWords,
  reply: RelicMemories
} as const

/** Shows one, or takes it back with a reason (422 without). `If-Match` and 412 as for a change. */
export const setMemoryState = {
  path: '/api/staff/relics/:slug/memories/:id/state',
  params: OfMemory,
  body: z.strictObject({
    state: z.enum(['shown', 'withdrawn']),
    /** Stays in the log for good, so that it must name nobody. */
    reason: z.string().trim().max(500).default('')
  }),
  reply: RelicMemories
} as const

/** Deletes one for good, with its history: its contributor wants it so. `If-Match` and 412 as for a change. */
export const deleteRelicMemory = {
  path: '/api/staff/relics/:slug/memories/:id',
  params: OfMemory,
  reply: RelicMemories
} as const

/** A memory as anyone may read it. */
export interface ShownMemory {
  text: string
  contributor: string
  licence: Licence
}
