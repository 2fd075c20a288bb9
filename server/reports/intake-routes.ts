import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import { addWitness, createReport } from './contract.ts'
import type { ReportDesk } from './desk.ts'
import { contactOf } from './plain-text.ts'
import { notPublic } from './public-routes.ts'
import { hashOfCode } from './receive-queries.ts'
import { receiveReport } from './receive.ts'
import { addWitnessOf, countWitnesses, isKnownCode } from './witness-queries.ts'

const PROBLEMS = { 400: Problem, 404: Problem, 409: Problem, 422: Problem, 429: Problem }

const OTHER_REPORT = {
  vi: 'Mã theo dõi này đã thuộc về một phản ánh khác. Hãy tạo mã khác rồi gửi lại.',
  en: 'This tracking code belongs to another report. Make another one and send again.'
}

/** What anyone may send: a report, and "I saw it too". */
export const intakeRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  const { db, senders, who } = desk

  // Whoever asks with a code is answered alone.
  app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'))

  app.post(
    createReport.path,
    {
      schema: {
        body: createReport.body,
        response: { 200: createReport.reply, 201: createReport.reply, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const actor = who.maybeActorOf(request)
      const { receipt, isNew } = await receiveReport(desk, {
        report: request.body,
        channel: actor ? 'staff' : 'web',
        actor,
        address: actor ? null : request.ip,
        from: request.ip
      })
      return reply.code(isNew ? 201 : 200).send(receipt)
    }
  )

  app.post(
    addWitness.path,
    {
      schema: {
        params: addWitness.params,
        body: addWitness.body,
        response: { 200: addWitness.reply, ...PROBLEMS }
      }
    },
    async (request) => {
      const { number } = request.params
      const { code, contact } = request.body
      const codeHash = hashOfCode(code)
      if (!(await isKnownCode(db, codeHash))) await senders.count('witness', request.ip)
      const found = await addWitnessOf(db, number, codeHash, contactOf(contact))
      if (!found) throw notPublic(number)
      if (found.taken) throw new HttpError(409, OTHER_REPORT)
      return { number: found.number, witnesses: await countWitnesses(db, found.id) }
    }
  )
}
