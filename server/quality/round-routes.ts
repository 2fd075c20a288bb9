import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { Problem } from '../http/contract.ts'
import { versionOf, withVersion } from '../http/if-match.ts'
import { readerOf } from '../http/pages/reader.ts'
import { countAreas } from './border-queries.ts'
import { communeOf, type QualityDesk } from './desk.ts'
import { sendPaper } from './pages/paper.ts'
import { roundSheet as sheetOf } from './pages/round-sheet.ts'
import { closeRound, listRounds, readRound, roundSheet, startRound } from './round-contract.ts'
import { beginRound, finishRound, recordOf } from './round-desk.ts'
import { CONFIG, PROBLEMS as QUALITY_PROBLEMS } from './route-options.ts'
import { findRounds, findTasks } from './round-queries.ts'

/** A round may be begun or closed already. */
const PROBLEMS = { ...QUALITY_PROBLEMS, 409: Problem } as const

type RoundRoutes = QualityDesk & { who: Who }

/** Rounds of cleaning: begun, closed, read, printed. */
export const roundRoutes: FastifyPluginAsyncZod<RoundRoutes> = async (app, desk) => {
  await app.register(listRoutes, desk)
  await app.register(recordRoutes, desk)
}

const listRoutes: FastifyPluginAsyncZod<RoundRoutes> = async (app, { who, ...desk }) => {
  const { db } = desk
  app.get(
    listRounds.path,
    {
      config: CONFIG,
      schema: { querystring: listRounds.query, response: { 200: listRounds.reply, ...PROBLEMS } }
    },
    async (request) => {
      const commune = communeOf(who.actorOf(request), request.query.commune)
      return { rounds: await findRounds(db, commune), tasks: await findTasks(db, commune) }
    }
  )

  app.post(
    startRound.path,
    { config: CONFIG, schema: { body: startRound.body, response: { 201: startRound.reply, ...PROBLEMS } } },
    async (request, reply) => {
      const round = await beginRound(desk, { actor: who.actorOf(request), from: request.ip }, request.body)
      return withVersion(reply, round.version).code(201).send(round)
    }
  )
}

const recordRoutes: FastifyPluginAsyncZod<RoundRoutes> = async (app, { who, ...desk }) => {
  const { db } = desk
  const { params } = readRound
  app.get(
    readRound.path,
    {
      config: CONFIG,
      schema: { params, querystring: readRound.query, response: { 200: readRound.reply, ...PROBLEMS } }
    },
    async (request, reply) => {
      const record = await recordOf(desk, { actor: who.actorOf(request) }, request.params.id)
      return withVersion(reply, record.round.version).send(record)
    }
  )

  const { reply: Round } = closeRound
  app.post(
    closeRound.path,
    {
      config: CONFIG,
      schema: { params, body: closeRound.body, response: { 200: Round, 412: Round, ...PROBLEMS } }
    },
    async (request, reply) => {
      const maker = { actor: who.actorOf(request), from: request.ip }
      const which = { id: request.params.id, version: versionOf(request) }
      const { kind, now } = await finishRound(desk, maker, which, request.body.conclusion)
      return withVersion(reply, now.version)
        .code(kind === 'done' ? 200 : 412)
        .send(now)
    }
  )

  app.get(
    roundSheet.path,
    { config: CONFIG, schema: { params, querystring: roundSheet.query } },
    async (request, reply) => {
      const record = await recordOf(desk, { actor: who.actorOf(request) }, request.params.id)
      const { communeCode } = record.round
      const { name } = await countAreas(db, communeCode, dayInVietnam())
      return sendPaper(reply, sheetOf(record, name ?? communeCode, readerOf(request).language))
    }
  )
}
