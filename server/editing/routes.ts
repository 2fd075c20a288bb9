import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { Problem } from '../http/contract.ts'
import { etagOf } from '../http/if-match.ts'
import {
  changePlace,
  communeNeighbours,
  createPlace,
  endPlace,
  listPlaces,
  placeHistory,
  placeNeighbours,
  readPlace,
  restorePlace,
  type Place
} from './contract.ts'
import { listPlaceForms } from './form-contract.ts'
import type { EditDesk } from './desk.ts'
import { editableOf, formOf, type Editable } from './form.ts'
import { findHistory } from './history-queries.ts'
import { listPlaces as findPlaces } from './list-queries.ts'
import { alterPlace, closePlace, openPlace, Outdated, requirePlace } from './place-desk.ts'
import { findGrounds, findNeighbours } from './neighbour-queries.ts'
import { restoreVersion } from './restore-version.ts'

type EditRoutes = EditDesk & { who: Who }
type CollectionRoutes = EditRoutes & { collection: Editable }

const PROBLEMS = { 400: Problem, 404: Problem, 409: Problem, 422: Problem, 428: Problem }

const send = (reply: FastifyReply, place: Place, status = 200) =>
  reply.code(status).header('etag', place.etag).send(place)

/** The place as it became, or 412 with the place as somebody else left it. */
async function answerEdit(reply: FastifyReply, work: Promise<Place>) {
  try {
    return await send(reply, await work)
  } catch (error) {
    if (error instanceof Outdated) return send(reply, error.place, 412)
    throw error
  }
}

const readingRoutes: FastifyPluginAsyncZod<CollectionRoutes> = async (app, { collection, who, ...desk }) => {
  const config = { right: collection.managedBy }
  const { db } = desk
  app.get(
    listPlaces.path,
    { config, schema: { querystring: listPlaces.query, response: { 200: listPlaces.reply } } },
    async (request) => {
      const commune = who.actorOf(request).communeCode ?? request.query.commune ?? null
      const ended = request.query.ended === 'true'
      return { places: await findPlaces(db, collection, { commune, day: dayInVietnam(), ended }) }
    }
  )
  app.get(
    readPlace.path,
    {
      config,
      schema: {
        params: readPlace.params,
        querystring: readPlace.query,
        response: { 200: readPlace.reply, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const maker = { actor: who.actorOf(request) }
      return send(reply, (await requirePlace(desk, collection, maker, request.params.id)).place)
    }
  )
  app.get(
    placeHistory.path,
    {
      config,
      schema: {
        params: placeHistory.params,
        querystring: placeHistory.query,
        response: { 200: placeHistory.reply, ...PROBLEMS }
      }
    },
    async (request) => {
      await requirePlace(desk, collection, { actor: who.actorOf(request) }, request.params.id)
      return { versions: await findHistory(db, collection, request.params.id) }
    }
  )
}

/** What lies beside a place, for snapping. */
const neighbourRoutes: FastifyPluginAsyncZod<CollectionRoutes> = async (
  app,
  { collection, who, ...desk }
) => {
  const config = { right: collection.managedBy }
  const { db } = desk
  app.get(
    communeNeighbours.path,
    { config, schema: { querystring: communeNeighbours.query, response: { 200: communeNeighbours.reply } } },
    async (request) => {
      const commune = who.actorOf(request).communeCode ?? request.query.commune ?? null
      return { neighbours: await findGrounds(db, collection, commune, dayInVietnam()) }
    }
  )
  app.get(
    placeNeighbours.path,
    {
      config,
      schema: {
        params: placeNeighbours.params,
        querystring: placeNeighbours.query,
        response: { 200: placeNeighbours.reply, ...PROBLEMS }
      }
    },
    async (request) => {
      await requirePlace(desk, collection, { actor: who.actorOf(request) }, request.params.id)
      return { neighbours: await findNeighbours(db, collection, request.params.id, dayInVietnam()) }
    }
  )
}

const writingRoutes: FastifyPluginAsyncZod<CollectionRoutes> = async (app, { collection, who, ...desk }) => {
  const config = { right: collection.managedBy }
  const makerOf = (request: FastifyRequest) => ({ actor: who.actorOf(request), from: request.ip })
  app.post(
    createPlace.path,
    { config, schema: { body: createPlace.body, response: { 201: createPlace.reply, ...PROBLEMS } } },
    async (request, reply) =>
      send(reply, await openPlace(desk, collection, makerOf(request), request.body), 201)
  )
  const { params, reply: Reply } = changePlace
  const response = { 200: Reply, 412: Reply, ...PROBLEMS }
  app.put(
    changePlace.path,
    { config, schema: { params, body: changePlace.body, response } },
    async (request, reply) => {
      const which = { id: request.params.id, etag: etagOf(request) }
      return answerEdit(reply, alterPlace(desk, collection, makerOf(request), which, request.body))
    }
  )
  app.post(
    endPlace.path,
    { config, schema: { params, body: endPlace.body, response } },
    async (request, reply) => {
      const which = { id: request.params.id, etag: etagOf(request) }
      return answerEdit(reply, closePlace(desk, collection, makerOf(request), which, request.body))
    }
  )
  app.post(
    restorePlace.path,
    { config, schema: { params, body: restorePlace.body, response } },
    async (request, reply) => {
      const which = { id: request.params.id, etag: etagOf(request) }
      return answerEdit(reply, restoreVersion(desk, collection, makerOf(request), which, request.body))
    }
  )
}

/** Adding, changing, ending and restoring places, by the registry: whoever a collection says may, within his commune. */
export const editingRoutes: FastifyPluginAsyncZod<EditRoutes> = async (app, given) => {
  const { registry, who } = given
  const editable = editableOf(registry)
  const onLateFailure = (error: unknown) => app.log.error(error)
  app.get(
    listPlaceForms.path,
    {
      config: { right: 'signed_in' },
      schema: { querystring: listPlaceForms.query, response: { 200: listPlaceForms.reply } }
    },
    async (request) => {
      const { rights } = who.actorOf(request)
      return { forms: editable.filter(({ managedBy }) => rights.includes(managedBy)).map(formOf) }
    }
  )
  for (const collection of editable) {
    const prefix = `${listPlaceForms.path}/${collection.id}`
    await app.register(readingRoutes, { ...given, collection, prefix })
    await app.register(neighbourRoutes, { ...given, collection, prefix })
    await app.register(writingRoutes, { ...given, onLateFailure, collection, prefix })
  }
}
