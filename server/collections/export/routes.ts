import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { withoutEmpty } from '../../http/form-query.ts'
import { HttpError } from '../../http/errors.ts'
import type { Registry } from '../collection.ts'
import type { SendExport } from './answer.ts'
import { exportPath, ExportQuery } from './contract.ts'

interface ExportRoutes {
  sendExport: SendExport
  registry: Registry
}

const Params = z.strictObject({ collectionId: z.string().max(60) })

const unknown = (id: string, registry: Registry) => {
  const known = registry.open.map((collection) => collection.id).join(', ')
  return new HttpError(404, {
    vi: `Không có lớp dữ liệu «${id}». Các lớp có thể xuất: ${known}.`,
    en: `There is no collection “${id}”. Those that can be exported: ${known}.`
  })
}

/** Every open collection as a file for desktop programs, in WGS 84 or VN-2000. */
export const exportRoutes: FastifyPluginAsyncZod<ExportRoutes> = async (app, { sendExport, registry }) => {
  const schema = { params: Params, querystring: z.preprocess(withoutEmpty, ExportQuery) }
  const options = { schema, compress: false as const }
  app.get(exportPath(':collectionId'), options, async (request, reply) => {
    const { collectionId } = request.params
    const collection = registry.open.find(({ id }) => id === collectionId)
    if (!collection) throw unknown(collectionId, registry)
    return sendExport(reply, { collection, audience: 'open', query: request.query })
  })
}
