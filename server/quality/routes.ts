import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import type { Registry } from '../collections/collection.ts'
import { versionOf, withVersion } from '../http/if-match.ts'
import { readerOf } from '../http/pages/reader.ts'
import { assigneesOf, decide } from './case-desk.ts'
import {
  decideFinding,
  findingsFile,
  findingsSheet,
  listAssignees,
  listFindings,
  MOST_LISTED,
  QUALITY_KINDS,
  type Finding,
  type FindingFilters
} from './contract.ts'
import { communeOf, look, seesHidden, type QualityDesk } from './desk.ts'
import { findingsTable } from './findings-table.ts'
import { checksOf, filtered } from './judged.ts'
import { limitRoutes } from './limit-routes.ts'
import { findingsSheet as sheetOf } from './pages/findings-sheet.ts'
import { sendPaper } from './pages/paper.ts'
import { keptOf } from './record-sql.ts'
import { CONFIG, PROBLEMS } from './route-options.ts'
import { roundRoutes } from './round-routes.ts'

type QualityRoutes = Omit<QualityDesk, 'kept'> & { who: Who; registry: Registry }
/** What the theme's own parts are given. */
type DeskRoutes = QualityDesk & { who: Who }

/** As many of each kind as a screen can hold. */
const cut = (findings: readonly Finding[]) =>
  QUALITY_KINDS.flatMap((kind) => findings.filter((one) => one.kind === kind).slice(0, MOST_LISTED))

const listRoutes: FastifyPluginAsyncZod<DeskRoutes> = async (app, { who, ...desk }) => {
  /** What the asker sees of the commune that he asks for. */
  async function ask(request: object, query: FindingFilters) {
    const actor = who.actorOf(request)
    const code = communeOf(actor, query.commune)
    const { findings, reasons, ...rest } = await look(desk, desk.db, {
      commune: code,
      hidden: seesHidden(actor)
    })
    return {
      ...rest,
      code,
      checks: checksOf(findings, reasons),
      findings: filtered(findings, query, actor)
    }
  }

  app.get(
    listFindings.path,
    {
      config: CONFIG,
      schema: { querystring: listFindings.query, response: { 200: listFindings.reply, ...PROBLEMS } }
    },
    async (request) => {
      const { code, name, day, checks, findings } = await ask(request, request.query)
      return { commune: { code, name }, day, checks, findings: cut(findings), total: findings.length }
    }
  )

  app.get(
    findingsFile.path,
    { config: CONFIG, schema: { querystring: findingsFile.query } },
    async (request, reply) => {
      const { day, findings } = await ask(request, request.query)
      return reply
        .header('content-disposition', `attachment; filename="chat-luong-du-lieu_${day}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(findingsTable(findings, readerOf(request).language))
    }
  )

  app.get(
    findingsSheet.path,
    { config: CONFIG, schema: { querystring: findingsSheet.query } },
    async (request, reply) => {
      const { name: commune, ...rest } = await ask(request, request.query)
      return sendPaper(reply, sheetOf({ commune, ...rest }, readerOf(request).language))
    }
  )
}

const decisionRoutes: FastifyPluginAsyncZod<DeskRoutes> = async (app, { who, ...desk }) => {
  app.get(
    listAssignees.path,
    {
      config: CONFIG,
      schema: { querystring: listAssignees.query, response: { 200: listAssignees.reply, ...PROBLEMS } }
    },
    async (request) => assigneesOf(desk.db, communeOf(who.actorOf(request), request.query.commune))
  )

  const { reply: Case } = decideFinding
  app.put(
    decideFinding.path,
    {
      config: CONFIG,
      schema: { body: decideFinding.body, response: { 200: Case, 412: Case, ...PROBLEMS } }
    },
    async (request, reply) => {
      const maker = { actor: who.actorOf(request), from: request.ip }
      const { kind, now } = await decide(desk, maker, versionOf(request), request.body)
      return withVersion(reply, now.version)
        .code(kind === 'done' ? 200 : 412)
        .send(now)
    }
  )
}

/** What a commune's data lack, who sees to it, and the rounds of cleaning. */
export const qualityRoutes: FastifyPluginAsyncZod<QualityRoutes> = async (app, { registry, ...given }) => {
  const desk: DeskRoutes = { ...given, kept: keptOf(registry.all) }
  await app.register(listRoutes, desk)
  await app.register(decisionRoutes, desk)
  await app.register(limitRoutes, desk)
  await app.register(roundRoutes, desk)
}
