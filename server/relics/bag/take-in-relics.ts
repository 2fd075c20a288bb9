import type { Pool } from 'pg'
import type { CheckedBag } from '../../bagit/check-bag.ts'
import { nextMoment } from '../../collections/import/publish.ts'
import { TAKE_TURN } from '../../collections/import/publish-sql.ts'
import { ImportRefused, type ImportDeps } from '../../collections/import/request.ts'
import type { Queryable } from '../../db/pool.ts'
import { inTransaction } from '../../db/transaction.ts'
import { HttpError } from '../../http/errors.ts'
import type { MediaMoving } from '../../media/moving/contract.ts'
import { FILES_FOLDER } from './contract.ts'
import { planGround, type GroundPlan } from './ground-plan.ts'
import { applyMedia } from './media-plan.ts'
import { applyMemories, type MemoryPlan } from './memory-plan.ts'
import { isNothing, newsOf, type News } from './news.ts'
import { badFile, BagRefused, dataDiskFull } from './problems.ts'
import { publishRows } from './publish-rows.ts'
import { readBag, type BagContent } from './read-bag.ts'
import { placeSites, requireSameCommune } from './site-plan.ts'
import { onGround } from './take-ground.ts'
import { applyTours } from './tour-plan.ts'

const DISK_FULL = 507

/** What a bag is taken in with. */
export interface TakeInDesk extends Pick<ImportDeps, 'registry' | 'derivations'> {
  db: Pool
  media: MediaMoving
  /** Tells the audit log, as the last thing in the transaction. */
  note: (db: Queryable, taken: Taken) => Promise<void>
}

/** How a bag is taken in. */
export interface TakeInRequest {
  /** The bag's own name. */
  name: string
  dryRun: boolean
  /** The tours of the bag are passed over. */
  withoutTours?: boolean
  takenBy: string
}

/** valid: a dry run found nothing to object to. unchanged: all of it is here. What is counted beside relics was new. */
export interface Taken {
  outcome: 'done' | 'valid' | 'unchanged'
  relics: number
  rows: number
  media: number
  memories: number
  /** How many were changed here since, and how many were deleted here for good: neither come from the bag. */
  memoriesKept: number
  memoriesDeleted: number
  tours: number
  /** Titles of tours that stay as they are here, for they were changed here since. */
  toursKept: readonly string[]
  /** Codes of communes that were not known here: borders, villages and map came along. */
  communes: readonly string[]
  importId: number | null
}

interface Incoming {
  content: BagContent
  news: News
  communes: readonly string[]
}

const memoriesTold = ({ put, kept, deleted }: MemoryPlan) => ({
  memories: put.length,
  memoriesKept: kept,
  memoriesDeleted: deleted
})

/** What follows the rows, or stands alone where there are none: addresses, media, memories, tours. */
async function follow(
  client: Queryable,
  { note }: Pick<TakeInDesk, 'note'>,
  { content, news, communes }: Incoming,
  at: string,
  importId: number | null
): Promise<Taken> {
  const plan = await placeSites(client, content.relics)
  if (importId !== null) await requireSameCommune(client, plan, importId)
  const media = await applyMedia(client, plan, content.files, at)
  const memories = memoriesTold(await applyMemories(client, plan))
  const { put, kept } = await applyTours(client, content.tours, plan)
  const taken: Taken = {
    ...{ outcome: 'done', relics: plan.length, rows: news.places.length, media, importId },
    ...{ ...memories, tours: put.length, toursKept: kept, communes }
  }
  await note(client, taken)
  return taken
}

/** Publishes rows with addresses, media, memories and tours in the same transaction; undefined: they were only looked at. */
async function publish(
  { db, registry, derivations, note }: TakeInDesk,
  bag: CheckedBag,
  incoming: Incoming,
  { name, dryRun, takenBy }: TakeInRequest
): Promise<Taken | undefined> {
  let done: Taken | undefined
  const { content, news } = incoming
  const publication = {
    ...{ bag, relics: content.relics, places: news.places },
    follow: async (client: Queryable, at: string, importId: number) => {
      done = await follow(client, { note }, incoming, at, importId)
    }
  }
  const request = { title: `Di tích từ túi «${name}»`, fileName: name, dryRun, importedBy: takenBy }
  await publishRows({ db, registry, derivations }, publication, request)
  return done
}

const withoutRows = ({ db, note }: TakeInDesk, incoming: Incoming) =>
  inTransaction(db, async (client) => {
    await client.query(TAKE_TURN)
    return follow(client, { note }, incoming, await nextMoment(client), null)
  })

const bring = async (desk: TakeInDesk, bag: CheckedBag, incoming: Incoming, request: TakeInRequest) =>
  incoming.news.places.length > 0 ? publish(desk, bag, incoming, request) : withoutRows(desk, incoming)

const communesOf = ({ sets }: GroundPlan) => [...new Set(sets.map(({ commune }) => commune))]

async function readAsAsked(bag: CheckedBag, { withoutTours = false }: TakeInRequest): Promise<BagContent> {
  const content = await readBag(bag)
  return withoutTours ? { ...content, tours: [] } : content
}

function asRefusal(error: unknown) {
  if (error instanceof ImportRefused) return new BagRefused(error.sentence, { cause: error })
  return error instanceof HttpError && error.statusCode === DISK_FULL ? dataDiskFull(error) : error
}

/**
 * Takes the relics of a checked bag in: the files first and, of communes that are not known here, what pages tell places by;
 * then rows, addresses, media, memories and tours in one transaction, or nothing. What is here already is left alone. Throws `Unusable`
 * with what stands against it.
 */
export async function takeInRelics(
  desk: TakeInDesk,
  bag: CheckedBag,
  request: TakeInRequest
): Promise<Taken> {
  const { db, registry, derivations, media } = desk
  const content = await readAsAsked(bag, request)
  const ground = await planGround(db, registry, content.ground)
  const communes = communesOf(ground)
  const news = await newsOf(db, content, communes)
  const counts = {
    ...{ relics: content.relics.length, rows: news.places.length, media: news.media },
    ...memoriesTold(news.memories),
    ...{ tours: news.tours.put.length, toursKept: news.tours.kept, communes, importId: null }
  }
  if (isNothing(news) && ground.sets.length === 0) return { outcome: 'unchanged', ...counts }
  const fault = await media.fault(content.files, content.bytesOf)
  if (fault) throw badFile(`${FILES_FOLDER}/${fault.stored}`, fault.sentence)
  try {
    if (request.dryRun) {
      // Rows can be held against a commune only once it is known.
      if (ground.sets.length === 0 && news.places.length > 0)
        await publish(desk, bag, { content, news, communes }, request)
      return { outcome: 'valid', ...counts }
    }
    await media.keep(content.files, content.bytesOf)
    const done = await onGround({ db, registry, derivations }, ground, request, () =>
      bring(desk, bag, { content, news, communes }, request)
    )
    return done ?? { outcome: 'unchanged', ...counts }
  } catch (error) {
    throw asRefusal(error)
  }
}
