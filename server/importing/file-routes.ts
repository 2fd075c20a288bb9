import { Readable } from 'node:stream'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import type { ImportDeps } from '../collections/import/request.ts'
import { dropImport, MAX_IMPORT_BYTES, readImport, sendImportFile } from './contract.ts'
import { requireSome } from './may-import.ts'
import { PROBLEMS } from './problems.ts'
import type { Uploads } from './uploads.ts'

const CONFIG = { right: 'signed_in' } as const

interface FileRoutes extends Pick<ImportDeps, 'registry'> {
  who: Who
  uploads: Uploads
}

/** A file is handed in, asked for, thrown away. */
export const importFileRoutes: FastifyPluginAsyncZod<FileRoutes> = async (
  app,
  { registry, who, uploads }
) => {
  app.addContentTypeParser('application/octet-stream', (_request, body, done) => done(null, body))

  app.post(
    sendImportFile.path,
    {
      config: { ...CONFIG, takesFile: true },
      bodyLimit: MAX_IMPORT_BYTES,
      schema: { querystring: sendImportFile.query, response: { 201: sendImportFile.reply, ...PROBLEMS } }
    },
    async (request, reply) => {
      const actor = who.actorOf(request)
      requireSome(registry, actor)
      const bytes = request.body instanceof Readable ? request.body : Readable.from([])
      const { id } = await uploads.take(actor.accountId, request.query.name, bytes)
      return reply.code(201).send({ id })
    }
  )
  app.get(
    readImport.path,
    {
      config: CONFIG,
      schema: {
        params: readImport.params,
        querystring: readImport.query,
        response: { 200: readImport.reply, ...PROBLEMS }
      }
    },
    async (request) => uploads.require(who.actorOf(request).accountId, request.params.id).state
  )
  app.delete(
    dropImport.path,
    { config: CONFIG, schema: { params: dropImport.params } },
    async (request, reply) => {
      await uploads.drop(who.actorOf(request).accountId, request.params.id)
      return reply.code(204).send()
    }
  )
}
