import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import { Problem } from '../http/contract.ts'
import { versionOf } from '../http/if-match.ts'
import { acceptBytes, pictureBody, takePicture } from '../http/picture-body.ts'
import { MAX_PICTURE_BYTES } from '../media/contract.ts'
import {
  addRelicImage,
  changeRelicImage,
  listRelicImages,
  orderRelicImages,
  sendRelicImage,
  withdrawRelicImage,
  type RelicImages
} from './image-contract.ts'
import { addImage, changeImage, imagesOf, setOrder, withdrawImage } from './image-desk.ts'
import { requireSite, type DeskOutcome, type MediaDesk } from './media-desk.ts'

const CONFIG = { right: 'relic.manage' } as const
const PROBLEMS = {
  400: Problem,
  401: Problem,
  403: Problem,
  404: Problem,
  409: Problem,
  422: Problem,
  428: Problem
} as const
const FILE_PROBLEMS = { ...PROBLEMS, 413: Problem, 415: Problem } as const

type Desk = MediaDesk & { who: Who }

const askedBy = (who: Who, request: Pick<FastifyRequest, 'ip'> & { params: { slug: string } }) => ({
  actor: who.actorOf(request),
  from: request.ip,
  slug: request.params.slug
})

const answer = (reply: FastifyReply, { kind, relic }: DeskOutcome<RelicImages>) =>
  reply.code(kind === 'done' ? 200 : 412).send(relic)

/** The bytes of an image, before it is shown anywhere. */
const fileRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  acceptBytes(app, MAX_PICTURE_BYTES)
  app.post(
    sendRelicImage.path,
    {
      config: { ...CONFIG, takesFile: true },
      ...pictureBody(MAX_PICTURE_BYTES),
      schema: { params: sendRelicImage.params, response: { 201: sendRelicImage.reply, ...FILE_PROBLEMS } }
    },
    async (request, reply) => {
      await requireSite(desk.db, askedBy(desk.who, request))
      return reply.code(201).send(await takePicture(desk.media, request))
    }
  )
}

const changeRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const changed = <Reply>(reply: Reply) => ({ 200: reply, 412: reply, ...PROBLEMS })
  app.put(
    changeRelicImage.path,
    {
      config: CONFIG,
      schema: {
        params: changeRelicImage.params,
        body: changeRelicImage.body,
        response: changed(changeRelicImage.reply)
      }
    },
    async (request, reply) => {
      const which = { id: request.params.id, version: versionOf(request) }
      return answer(reply, await changeImage(desk, askedBy(desk.who, request), which, request.body))
    }
  )

  app.delete(
    withdrawRelicImage.path,
    {
      config: CONFIG,
      schema: { params: withdrawRelicImage.params, response: changed(withdrawRelicImage.reply) }
    },
    async (request, reply) => {
      const which = { id: request.params.id, version: versionOf(request) }
      return answer(reply, await withdrawImage(desk, askedBy(desk.who, request), which))
    }
  )

  app.put(
    orderRelicImages.path,
    {
      config: CONFIG,
      schema: {
        params: orderRelicImages.params,
        body: orderRelicImages.body,
        response: changed(orderRelicImages.reply)
      }
    },
    async (request, reply) =>
      answer(reply, await setOrder(desk, askedBy(desk.who, request), versionOf(request), request.body.ids))
  )
}

/** How culture officers put images on a relic's page. */
export const relicImageRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  app.get(
    listRelicImages.path,
    {
      config: CONFIG,
      schema: {
        params: listRelicImages.params,
        querystring: listRelicImages.query,
        response: { 200: listRelicImages.reply, ...PROBLEMS }
      }
    },
    async (request) => imagesOf(desk.db, await requireSite(desk.db, askedBy(desk.who, request)))
  )

  app.post(
    addRelicImage.path,
    {
      config: CONFIG,
      schema: {
        params: addRelicImage.params,
        body: addRelicImage.body,
        response: { 201: addRelicImage.reply, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const { sha256, ...words } = request.body
      return reply.code(201).send(await addImage(desk, askedBy(desk.who, request), sha256, words))
    }
  )

  await app.register(fileRoutes, desk)
  await app.register(changeRoutes, desk)
}
