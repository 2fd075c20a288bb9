import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { PoolClient } from 'pg'
import { inTransaction } from '../db/transaction.ts'
import { HttpError } from '../http/errors.ts'
import type { ReportDesk } from './desk.ts'
import { versionOf } from '../http/if-match.ts'
import { SETTING_PROBLEMS as PROBLEMS } from './setting-problems.ts'
import { requireOwn } from './setting-rights.ts'
import { listCategoryUnits, setCategoryUnit } from './settings-contract.ts'
import { findCategoryUnits, holdCategoryUnit, putCategoryUnit } from './settings-queries.ts'

const NONE = {
  vi: 'Không có loại phản ánh hoặc đơn vị này trong xã, hoặc đơn vị đã ngừng hoạt động. Hãy chọn lại.',
  en: 'There is no such category or unit in the commune, or the unit has ended. Choose again.'
}

interface Wish {
  commune: string
  category: string
  unitId: number | null
}

/** Sets where a category goes if it went to `seen` (0: nowhere) until now; what it was before. */
async function redirect(client: PoolClient, { commune, category, unitId }: Wish, seen: number) {
  const before = await holdCategoryUnit(client, commune, category)
  if ((before ?? 0) !== seen) return { kind: 'outdated' as const }
  if (!(await putCategoryUnit(client, commune, category, unitId))) throw new HttpError(422, NONE)
  return { kind: 'done' as const, before }
}

/** Which unit sees new reports of a category at once. */
export const categoryUnitRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, { db, who, audit }) => {
  app.get(
    listCategoryUnits.path,
    {
      config: { right: 'signed_in' },
      schema: {
        querystring: listCategoryUnits.query,
        response: { 200: listCategoryUnits.reply, ...PROBLEMS }
      }
    },
    async (request) => ({ units: await findCategoryUnits(db, request.query.commune) })
  )

  const { body, reply: Reply } = setCategoryUnit
  app.put(
    setCategoryUnit.path,
    {
      config: { right: 'report.configure' },
      schema: { body, response: { 200: Reply, 412: Reply, ...PROBLEMS } }
    },
    async (request, reply) => {
      const actor = who.actorOf(request)
      const { commune, category, unitId } = request.body
      requireOwn(actor, commune)
      const seen = versionOf(request)
      const { kind } = await inTransaction(db, async (client) => {
        const done = await redirect(client, request.body, seen)
        if (done.kind === 'outdated') return done
        const subject = { subject: 'category_unit', subjectId: category, communeCode: commune }
        const what = { before: { unitId: done.before }, after: { unitId } }
        await audit(client, { actor, action: 'category_unit.set', ...subject, ...what, from: request.ip })
        return done
      })
      const units = await findCategoryUnits(db, commune)
      return reply.code(kind === 'done' ? 200 : 412).send({ units })
    }
  )
}
