import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../../accounts/contract.ts'
import type { Registry } from '../../collections/collection.ts'
import { Problem } from '../../http/contract.ts'
import { versionOf } from '../../http/if-match.ts'
import { acceptBytes, pictureBody, takePicture } from '../../http/picture-body.ts'
import { MAX_PICTURE_BYTES } from '../../media/contract.ts'
import { listPlaceForms } from '../form-contract.ts'
import { editableOf, type Editable } from '../form.ts'
import {
  addPlacePhoto,
  changePlacePhoto,
  listPlacePhotos,
  orderPlacePhotos,
  previewPlacePhoto,
  sendPlacePhoto,
  withdrawPlacePhoto
} from './contract.ts'
import { addPhoto, changePhoto, orderPhotos, photosOf, previewOf, withdrawPhoto } from './desk.ts'
import { placeOf, type AskedPlace, type PhotoDesk, type PhotoOutcome } from './turn.ts'

type Desk = PhotoDesk & { who: Who; collection: Editable }

const PROBLEMS = { 400: Problem, 404: Problem, 409: Problem, 422: Problem, 428: Problem } as const
/** The browser may show it again to the one who was allowed to see it; nobody on the way keeps it. */
const NOT_KEPT = 'private, no-store'

const askedBy = (
  { who, collection }: Desk,
  request: Pick<FastifyRequest, 'ip'> & { params: { id: number } }
): AskedPlace => ({
  maker: { actor: who.actorOf(request), from: request.ip },
  collection,
  id: request.params.id
})

const answer = (reply: FastifyReply, { kind, photos }: PhotoOutcome) =>
  reply.code(kind === 'done' ? 200 : 412).send(photos)

/** The bytes of a photo: as they come in, and as staff see them. */
const fileRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const config = { right: desk.collection.managedBy }
  acceptBytes(app, MAX_PICTURE_BYTES)
  const { path, params, reply: Sent } = sendPlacePhoto
  app.post(
    path,
    {
      config: { ...config, takesFile: true },
      ...pictureBody(MAX_PICTURE_BYTES),
      schema: { params, response: { 201: Sent, ...PROBLEMS, 413: Problem, 415: Problem } }
    },
    async (request, reply) => {
      await placeOf(desk.db, askedBy(desk, request))
      return reply.code(201).send(await takePicture(desk.media, request))
    }
  )

  const preview = previewPlacePhoto
  app.get(
    preview.path,
    { config, schema: { params: preview.params, querystring: preview.query } },
    async (request, reply) => {
      const size = request.query.size ?? 'picture'
      const bytes = await previewOf(desk, askedBy(desk, request), request.params.photo, size)
      return reply.header('cache-control', NOT_KEPT).type('image/webp').send(bytes)
    }
  )
}

const changeRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const config = { right: desk.collection.managedBy }
  const { params, body, reply: Listed } = changePlacePhoto
  const response = { 200: Listed, 412: Listed, ...PROBLEMS }
  const which = (request: Pick<FastifyRequest, 'headers'> & { params: { photo: number } }) => ({
    photo: request.params.photo,
    version: versionOf(request)
  })
  app.put(changePlacePhoto.path, { config, schema: { params, body, response } }, async (request, reply) =>
    answer(reply, await changePhoto(desk, askedBy(desk, request), which(request), request.body))
  )

  const withdraw = withdrawPlacePhoto
  app.post(
    withdraw.path,
    { config, schema: { params, body: withdraw.body, response } },
    async (request, reply) => {
      const { reason } = request.body
      return answer(reply, await withdrawPhoto(desk, askedBy(desk, request), which(request), reason))
    }
  )

  const order = orderPlacePhotos
  app.put(
    order.path,
    { config, schema: { params: order.params, body: order.body, response } },
    async (request, reply) => {
      const { ids } = request.body
      return answer(reply, await orderPhotos(desk, askedBy(desk, request), versionOf(request), ids))
    }
  )
}

const listRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const config = { right: desk.collection.managedBy }
  const list = listPlacePhotos
  app.get(
    list.path,
    {
      config,
      schema: { params: list.params, querystring: list.query, response: { 200: list.reply, ...PROBLEMS } }
    },
    async (request) => photosOf(desk.db, askedBy(desk, request))
  )

  const { path, params, body, reply: Listed } = addPlacePhoto
  app.post(
    path,
    { config, schema: { params, body, response: { 201: Listed, ...PROBLEMS } } },
    async (request, reply) => {
      const { sha256, ...words } = request.body
      return reply.code(201).send(await addPhoto(desk, askedBy(desk, request), sha256, words))
    }
  )
}

/** How those who keep a collection put photos to its places. */
export const photoRoutes: FastifyPluginAsyncZod<PhotoDesk & { who: Who; registry: Registry }> = async (
  app,
  { registry, ...desk }
) => {
  for (const collection of editableOf(registry).filter(({ photos }) => photos !== undefined)) {
    const prefix = `${listPlaceForms.path}/${collection.id}`
    const given = { ...desk, collection, prefix }
    for (const routes of [listRoutes, fileRoutes, changeRoutes]) await app.register(routes, given)
  }
}
