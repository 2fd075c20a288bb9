import type { Pool } from 'pg'
import { Personal, type AuditEntry } from '../accounts/contract.ts'
import type { Audit } from '../accounts/contract.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { HttpError } from '../http/errors.ts'
import type { RelicSite } from './image-queries.ts'
import { requireSite, type Asked, type DeskOutcome } from './media-desk.ts'
import { MOST_MEMORIES, type MemoryWords, type RelicMemories, type RelicMemory } from './memory-contract.ts'
import {
  findMemories,
  forgetMemory,
  insertMemory,
  lockMemories,
  noteEvent,
  reviseMemory,
  setState
} from './memory-queries.ts'
import { checkMemory } from './memory-words.ts'

const NONE = {
  vi: 'Lời kể này không còn, có thể người khác vừa xóa. Hãy tải lại trang.',
  en: 'This memory is gone; somebody may have deleted it. Load the page again.'
}
const NO_REASON = {
  vi: 'Hãy ghi lý do gỡ lời kể, ví dụ: «Người kể xin rút». Không ghi tên ai vào lý do.',
  en: 'Say why the memory is taken down, for example “The contributor asked for it”. Name nobody in it.'
}
const TOO_MANY = {
  vi: `Một di tích có tối đa ${MOST_MEMORIES} lời kể. Hãy xóa bớt trước khi thêm.`,
  en: `A relic has at most ${MOST_MEMORIES} memories. Delete some before you add one.`
}

/** What changes to memories are made with. */
export interface MemoryDesk {
  db: Pool
  audit: Audit<Queryable>
}

type Action = Extract<AuditEntry['action'], `relic_memory.${string}`>
/** What goes into the log; null: nothing was done. */
type Told = Pick<AuditEntry, 'before' | 'after'> | null

/** The memories of a relic as they are now. */
export async function memoriesOf(db: Queryable, { siteId, slug, name }: RelicSite): Promise<RelicMemories> {
  return { slug, name, memories: await findMemories(db, siteId) }
}

/** What the log keeps of one: neither its words nor a name, which are the contributor's to take back. */
const told = ({ text, contributor, licence, consentedOn }: MemoryWords) => ({
  text: new Personal(text),
  contributor: new Personal(contributor),
  licence,
  consentedOn
})

const wordsOf = ({ text, contributor, licence, consentedOn }: RelicMemory): MemoryWords => ({
  text,
  contributor,
  licence,
  consentedOn
})

/** Does one change in one transaction, with its entry in the log. Throws 404. */
async function change(
  { db, audit }: MemoryDesk,
  asked: Asked,
  action: Action,
  work: (client: Queryable, site: RelicSite, memories: RelicMemory[]) => Promise<Told>
): Promise<DeskOutcome<RelicMemories>> {
  return inTransaction(db, async (client) => {
    const site = await requireSite(client, asked)
    const what = await work(client, site, await lockMemories(client, site.siteId))
    const relic = await memoriesOf(client, site)
    if (what === null) return { kind: 'outdated', relic }
    const subject = { subject: 'relic', subjectId: site.slug, communeCode: site.communeCode }
    await audit(client, { actor: asked.actor, from: asked.from, action, ...subject, ...what })
    return { kind: 'done', relic }
  })
}

/** Takes a memory in, which waits until it is shown. Throws 404 and 422. */
export async function addMemory(desk: MemoryDesk, asked: Asked, words: MemoryWords) {
  checkMemory(words)
  const { relic } = await change(desk, asked, 'relic_memory.add', async (client, { siteId }, memories) => {
    if (memories.length >= MOST_MEMORIES) throw new HttpError(422, TOO_MANY)
    const id = await insertMemory(client, siteId, words)
    await noteEvent(client, id, asked.actor.accountId, { action: 'add' })
    return { after: { id, ...told(words) } }
  })
  return relic
}

interface Which {
  id: string
  version: number
}

/** Does something with a memory of a version. Throws 404. */
const changeOne = (
  desk: MemoryDesk,
  asked: Asked,
  { id, version }: Which,
  action: Action,
  work: (client: Queryable, memory: RelicMemory) => Promise<Told>
) =>
  change(desk, asked, action, async (client, _site, memories) => {
    const memory = memories.find((one) => one.id === id)
    if (!memory) throw new HttpError(404, NONE)
    return memory.version === version ? work(client, memory) : null
  })

/** Says a memory anew; it waits for approval again. Throws 404 and 422. */
export async function changeMemory(desk: MemoryDesk, asked: Asked, which: Which, words: MemoryWords) {
  checkMemory(words)
  return changeOne(desk, asked, which, 'relic_memory.change', async (client, memory) => {
    await reviseMemory(client, memory.id, words)
    const was = wordsOf(memory)
    await noteEvent(client, memory.id, asked.actor.accountId, { action: 'change', was })
    return { before: { id: memory.id, ...told(was) }, after: { id: memory.id, ...told(words) } }
  })
}

/** Shows a memory, or takes it back with a reason. Throws 404 and 422. */
export async function putMemoryState(
  desk: MemoryDesk,
  asked: Asked,
  which: Which,
  { state, reason }: { state: 'shown' | 'withdrawn'; reason: string }
) {
  if (state === 'withdrawn' && reason === '') throw new HttpError(422, NO_REASON)
  const action = state === 'shown' ? 'show' : 'withdraw'
  return changeOne(desk, asked, which, `relic_memory.${action}`, async (client, { id, state: before }) => {
    await setState(client, id, state)
    await noteEvent(client, id, asked.actor.accountId, { action, reason: reason || null })
    return { before: { id, state: before }, after: { id, state, reason } }
  })
}

/** Deletes a memory for good. Throws 404. */
export async function deleteMemory(desk: MemoryDesk, asked: Asked, which: Which) {
  return changeOne(desk, asked, which, 'relic_memory.delete', async (client, { id, state }) => {
    await forgetMemory(client, id)
    return { before: { id, state } }
  })
}
