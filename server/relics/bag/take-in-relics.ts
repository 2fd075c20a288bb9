import type { Geometry } from 'geojson'
import type { Pool } from 'pg'
import type { CheckedBag } from '../../bagit/check-bag.ts'
import { importFields } from '../../collections/collection.ts'
import { importFeatures } from '../../collections/import/import-features.ts'
import { nextMoment } from '../../collections/import/publish.ts'
import { TAKE_TURN } from '../../collections/import/publish-sql.ts'
import { ImportRefused, type ImportDeps, type ImportReport } from '../../collections/import/request.ts'
import type { Queryable } from '../../db/pool.ts'
import { inTransaction } from '../../db/transaction.ts'
import type { MediaMoving } from '../../media/moving/contract.ts'
import { relics as collection } from '../collection.ts'
import { applyMedia } from './media-plan.ts'
import { isNothing, newsOf, type News } from './news.ts'
import { BagRefused, rowsRefused } from './problems.ts'
import { readBag, type BagContent } from './read-bag.ts'
import { placeSites, requireSameCommune } from './site-plan.ts'
import { noteRow } from './site-queries.ts'

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
  takenBy: string
}

/** valid: a dry run found nothing to object to. unchanged: all of it is here. Rows and media are those that were new. */
export interface Taken {
  outcome: 'done' | 'valid' | 'unchanged'
  relics: number
  rows: number
  media: number
  importId: number | null
}

/** What follows the rows, or stands alone where there are none: addresses and media. */
async function follow(
  client: Queryable,
  {
    content,
    at,
    importId,
    note,
    rows
  }: {
    content: BagContent
    at: string
    importId: number | null
    note: TakeInDesk['note']
    rows: number
  }
): Promise<Taken> {
  const plan = await placeSites(client, content.relics)
  if (importId !== null) await requireSameCommune(client, plan, importId)
  const media = await applyMedia(client, plan, at)
  const taken: Taken = { outcome: 'done', relics: plan.length, rows, media, importId }
  await note(client, taken)
  return taken
}

const columns = importFields(collection).map(({ name }) => name)

const refusedOf = (report: ImportReport) => {
  const reasons = report.refused.slice(0, 5).map(({ reason, value }) => ({
    vi: `${reason.vi} (${value ?? ''})`,
    en: `${reason.en} (${value ?? ''})`
  }))
  return rowsRefused(reasons)
}

/** Publishes rows as a file's are, with addresses and media in the same transaction. */
async function publish(
  desk: TakeInDesk,
  bag: CheckedBag,
  content: BagContent,
  { places }: News,
  { name, dryRun, takenBy }: TakeInRequest
): Promise<Taken | undefined> {
  let done: Taken | undefined
  const communes = [...new Set(content.relics.map(({ communeCode }) => communeCode))]
  const [only] = communes
  const rows = places.map(({ geometry, properties }, index) => ({
    number: index + 1,
    properties,
    // By the contract an object with type and coordinates; the importer's reader looks into it.
    geometry: geometry as Geometry
  }))
  const note = async (client: Queryable, { importId }: { importId: number }) => {
    const at = await momentOf(client, importId)
    done = await follow(client, { content, at, importId, note: desk.note, rows: rows.length })
  }
  const { db, registry, derivations } = desk
  const report = await importFeatures(
    { db, registry, derivations, note },
    {
      collection: collection.id,
      title: `Di tích từ túi «${name}»`,
      fileName: name,
      sha256: bag.sha256,
      ...(communes.length === 1 && only !== null && only !== undefined ? { commune: only } : {}),
      map: Object.fromEntries(columns.map((column) => [column, column])),
      columns,
      dryRun,
      importedBy: takenBy,
      recorded: async (client, importId) => {
        const plan = await placeSites(client, content.relics)
        const siteOf = new Map(plan.map(({ relic, siteId }) => [relic.slug, siteId]))
        for (const [index, { properties }] of places.entries()) {
          const siteId = siteOf.get(properties.relic)
          if (siteId !== undefined) await noteRow(client, importId, index + 1, siteId)
        }
      }
    },
    rows
  )
  if (report.outcome === 'refused') throw refusedOf(report)
  return done
}

async function momentOf(db: Queryable, importId: number) {
  const { rows } = await db.query<{ at: string }>(
    `select to_char(published_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from import where id = $1`,
    [importId]
  )
  return rows[0]?.at ?? nextMoment(db)
}

const publishMedia = ({ db, note }: TakeInDesk, content: BagContent) =>
  inTransaction(db, async (client) => {
    await client.query(TAKE_TURN)
    const at = await nextMoment(client)
    return follow(client, { content, at, importId: null, note, rows: 0 })
  })

/**
 * Takes the relics of a checked bag in: the files first, then rows, addresses and media in one transaction, or nothing. What
 * is here already is left alone. Throws `Unusable` with what stands against it.
 */
export async function takeInRelics(
  desk: TakeInDesk,
  bag: CheckedBag,
  request: TakeInRequest
): Promise<Taken> {
  const content = await readBag(bag)
  const news = await newsOf(desk.db, content)
  const counts = {
    relics: content.relics.length,
    rows: news.places.length,
    media: news.media,
    importId: null
  }
  if (isNothing(news)) return { outcome: 'unchanged', ...counts }
  if (!request.dryRun) await desk.media.keep(content.files, content.bytesOf)
  try {
    const done =
      news.places.length > 0
        ? await publish(desk, bag, content, news, request)
        : request.dryRun
          ? undefined
          : await publishMedia(desk, content)
    return done ?? { outcome: request.dryRun ? 'valid' : 'unchanged', ...counts }
  } catch (error) {
    throw error instanceof ImportRefused ? new BagRefused(error.sentence, { cause: error }) : error
  }
}
