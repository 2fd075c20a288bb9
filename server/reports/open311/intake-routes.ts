import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { ReportDesk } from '../desk.ts'
import { languageOf, send } from './answer.ts'
import { NewRequest, NewRequestQuery } from './contract.ts'
import { readForms, requireAttributes } from './forms.ts'
import { requireKey, takeRequest } from './intake.ts'
import { requireJurisdiction } from './jurisdiction.ts'
import type { KeyHolder } from './key-queries.ts'
import { SUFFIXES } from './reading-routes.ts'

const SCHEMA = { body: NewRequest, querystring: NewRequestQuery }

const NOTICE = {
  vi: 'Đã nhận. Phản ánh được công khai sau khi cán bộ duyệt.',
  en: 'Received. The request is public once staff have approved it.'
}
const OLD_WORDS = {
  vi: 'Đã nhận trước đây với cùng external_id; nội dung mới không được nhận. Phản ánh khác cần external_id khác.',
  en: 'Received before with the same external_id; the new description was not taken. Another request needs another external_id.'
}

const keyIn = (body: unknown) =>
  typeof body === 'object' && body !== null && 'api_key' in body ? body.api_key : undefined

/** New requests of other systems. */
export const newRequestRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  const holders = new WeakMap<object, KeyHolder>()

  readForms(app)
  // Who has no key is told nothing of what else is wrong.
  app.addHook('preValidation', async (request) => {
    holders.set(request, await requireKey(desk, keyIn(request.body), request.ip))
    requireAttributes(request.body)
  })

  for (const suffix of SUFFIXES)
    app.post(`/v2/requests${suffix}`, { schema: SCHEMA }, async (request, reply) => {
      const holder = holders.get(request)
      if (!holder) throw new Error('The key was not looked up')
      const { body, query } = request
      const named = [body.jurisdiction_id, query.jurisdiction_id].filter((code) => code !== undefined)
      for (const code of named) await requireJurisdiction(desk.db, code)
      const { receipt, isNew, isOther } = await takeRequest(desk, body, holder, named)
      const answer = {
        service_request_id: receipt.number,
        service_notice: (isOther ? OLD_WORDS : NOTICE)[languageOf(request)],
        account_id: null
      }
      return send(request, reply.code(isNew ? 201 : 200), 'service_requests', [answer])
    })
}
