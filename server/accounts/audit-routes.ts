import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Queryable } from '../db/pool.ts'
import { findAuditLines } from './audit-queries.ts'
import type { Who } from './contract.ts'
import { readAudit } from './staff-contract.ts'

/** Reading the audit log. */
export const auditRoutes: FastifyPluginAsyncZod<{ db: Queryable; who: Who }> = async (app, { db, who }) => {
  app.get(
    readAudit.path,
    {
      config: { right: 'audit.read' },
      schema: { querystring: readAudit.query, response: { 200: readAudit.reply } }
    },
    async (request) => {
      const own = who.actorOf(request).communeCode
      const { subject, subjectId, action, account, commune, from, to, before, limit } = request.query
      // Whoever belongs to one commune sees nothing of another, whatever he asks for.
      if (own !== null && commune !== undefined && commune !== own) return { entries: [], next: null }
      const entries = await findAuditLines(db, {
        subject: subject ?? null,
        subjectId: subjectId ?? null,
        action: action ?? null,
        accountId: account ?? null,
        communeCode: own ?? commune ?? null,
        from: from ?? null,
        to: to ?? null,
        before: before ?? null,
        limit
      })
      return { entries, next: entries.length === limit ? (entries.at(-1)?.id ?? null) : null }
    }
  )
}
