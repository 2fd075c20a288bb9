import { join } from 'node:path'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import type { Actor, Audit, Who } from '../accounts/contract.ts'
import { ImportRefused, type ImportDeps } from '../collections/import/request.ts'
import { undoImport } from '../collections/import/undo.ts'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import { atMost, type Turns } from '../http/turns.ts'
import { beginImport, listExisting, listImports, lookAtImport, undoFileImport } from './contract.ts'
import { importFileRoutes } from './file-routes.ts'
import { lookAt } from './look.ts'
import { importableBy, requireImportable } from './may-import.ts'
import { PROBLEMS } from './problems.ts'
import { findExisting, findImports } from './queries.ts'
import { onScreen } from './screen-words.ts'
import { notedAs, requestOf, takeIn } from './take-in.ts'
import { Uploads } from './uploads.ts'

interface ImportingRoutes extends Pick<ImportDeps, 'registry' | 'derivations'> {
  db: Pool
  who: Who
  audit: Audit<Queryable>
  dataDir: string
}

const CONFIG = { right: 'signed_in' } as const
/** Each may hold GDAL and a whole file's rows. */
const AT_ONCE = 2
const SWEEP_MS = 10 * 60_000
const NO_IMPORT = new HttpError(404, {
  vi: 'Không có lần nạp này trong phạm vi ông/bà phụ trách. Hãy tải lại trang.',
  en: 'There is no such import among those that you keep. Load the page again.'
})

/** Refusals of the importer as answers. */
const asProblem = (error: unknown) => {
  if (error instanceof ImportRefused) throw new HttpError(422, onScreen(error.sentence))
  throw error
}

interface Context extends Pick<ImportingRoutes, 'db' | 'registry' | 'who'> {
  uploads: Uploads
  inTurn: Turns
  depsOf: (actor: Actor, from: string) => ImportDeps
}
type App = Parameters<FastifyPluginAsyncZod<ImportingRoutes>>[0]

/** A file is looked at by a try. */
function lookRoute(app: App, { registry, who, uploads, inTurn, depsOf }: Context) {
  app.post(
    lookAtImport.path,
    {
      config: CONFIG,
      schema: {
        params: lookAtImport.params,
        body: lookAtImport.body,
        response: { 200: lookAtImport.reply, ...PROBLEMS }
      }
    },
    async (request) => {
      const actor = who.actorOf(request)
      const collection = requireImportable(registry, actor, request.body)
      const upload = uploads.requireIdle(actor.accountId, request.params.id)
      const file = requestOf(actor, upload, request.body)
      return inTurn(() => lookAt(depsOf(actor, request.ip), collection, file)).catch(asProblem)
    }
  )
}

/** A file is taken in; the program waits for it before it ends, and leaves none behind. */
function beginRoute(app: App, { registry, who, uploads, inTurn, depsOf }: Context) {
  const under = new Set<Promise<void>>()
  app.addHook('onClose', async () => {
    await Promise.allSettled(under)
    await uploads.close()
  })
  app.post(
    beginImport.path,
    {
      config: CONFIG,
      schema: {
        params: beginImport.params,
        body: beginImport.body,
        response: { 202: beginImport.reply, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const actor = who.actorOf(request)
      requireImportable(registry, actor, request.body)
      const upload = uploads.requireIdle(actor.accountId, request.params.id)
      Object.assign(upload.state, { state: 'running', rows: 0, total: null, said: null, problem: null })
      const deps = { ...depsOf(actor, request.ip), log: request.log }
      const work = inTurn(() => takeIn(deps, upload, requestOf(actor, upload, request.body)))
      under.add(work)
      void work.finally(() => under.delete(work))
      return reply.code(202).send(upload.state)
    }
  )
}

/** What was taken in, and its undoing. */
function importRoutes(app: App, { db, registry, who, depsOf }: Context) {
  app.get(
    listImports.path,
    {
      config: CONFIG,
      schema: { querystring: listImports.query, response: { 200: listImports.reply, ...PROBLEMS } }
    },
    async (request) => {
      const actor = who.actorOf(request)
      const his = importableBy(registry, actor)
      const wanted = { collections: his.map(({ id }) => id), commune: actor.communeCode, ...request.query }
      return {
        collections: his.map(({ id, title }) => ({ id, title })),
        ...(await findImports(db, wanted))
      }
    }
  )
  app.post(
    undoFileImport.path,
    { config: CONFIG, schema: { params: undoFileImport.params } },
    async (request, reply) => {
      const actor = who.actorOf(request)
      const { number } = request.params
      const collections = importableBy(registry, actor).map(({ id }) => id)
      const wanted = { collections, commune: actor.communeCode, id: number }
      if ((await findImports(db, wanted)).imports.length === 0) throw NO_IMPORT
      await undoImport(depsOf(actor, request.ip), number, actor.login).catch(asProblem)
      return reply.code(204).send()
    }
  )
}

/** What a file is to lie beside. */
function existingRoute(app: App, { db, registry, who }: Context) {
  app.get(
    listExisting.path,
    {
      config: CONFIG,
      schema: { querystring: listExisting.query, response: { 200: listExisting.reply, ...PROBLEMS } }
    },
    async (request) => {
      const actor = who.actorOf(request)
      const collection = requireImportable(registry, actor, request.query)
      return findExisting(db, collection, actor.communeCode, dayInVietnam())
    }
  )
}

/** Takes files of places in, in the browser, for those who keep each collection, within their commune. */
export const importingRoutes: FastifyPluginAsyncZod<ImportingRoutes> = async (
  app,
  { db, registry, derivations, who, audit, dataDir }
) => {
  const uploads = new Uploads(join(dataDir, 'import-files'))
  const inTurn = atMost(AT_ONCE)
  app.addHook('onReady', () => uploads.sweep())
  const sweeping = setInterval(
    () => void uploads.sweep().catch((error: unknown) => app.log.error(error)),
    SWEEP_MS
  )
  sweeping.unref()
  app.addHook('onClose', () => clearInterval(sweeping))

  const depsOf = (actor: Actor, from: string): ImportDeps => ({
    db,
    registry,
    derivations,
    onLateFailure: (error) => app.log.error(error),
    note: notedAs(audit, actor, from)
  })
  const context = { db, registry, who, uploads, inTurn, depsOf }
  app.register(importFileRoutes, context)
  lookRoute(app, context)
  beginRoute(app, context)
  importRoutes(app, context)
  existingRoute(app, context)
}
