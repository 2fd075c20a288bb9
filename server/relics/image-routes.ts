import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import { versionOf } from '../http/if-match.ts'
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

const NO_IMAGE = {
  vi: 'Tệp này không phải ảnh nhận được. Hãy chọn ảnh JPEG, PNG, WebP hoặc AVIF.',
  en: 'This file is no picture that is taken. Choose a JPEG, PNG, WebP or AVIF picture.'
}
const TOO_LARGE = {
  vi: 'Ảnh lớn quá 20 MB. Hãy thu nhỏ ảnh rồi gửi lại.',
  en: 'The picture is larger than 20 MB. Make it smaller and send it again.'
}

type Desk = MediaDesk & { who: Who }

const askedBy = (who: Who, request: Pick<FastifyRequest, 'ip'> & { params: { slug: string } }) => ({
  actor: who.actorOf(request),
  from: request.ip,
  slug: request.params.slug
})

const answer = (reply: FastifyReply, { kind, relic }: DeskOutcome<RelicImages>) =>
  reply.code(kind === 'done' ? 200 : 412).send(relic)

/** What is larger is refused before it is read, with a sentence about pictures. */
function checkLength({ headers }: FastifyRequest) {
  if (Number(headers['content-length'] ?? 0) > MAX_PICTURE_BYTES) throw new HttpError(413, TOO_LARGE)
}

/** The bytes of an image, before it is shown anywhere. */
const fileRoutes: FastifyPluginAsyncZod<Desk> = async (app, desk) => {
  const bytes = { parseAs: 'buffer', bodyLimit: MAX_PICTURE_BYTES } as const
  app.addContentTypeParser('application/octet-stream', bytes, (_request, body, done) => done(null, body))

  app.post(
    sendRelicImage.path,
    {
      config: { ...CONFIG, takesFile: true },
      bodyLimit: MAX_PICTURE_BYTES,
      preParsing: async (request) => checkLength(request),
      schema: { params: sendRelicImage.params, response: { 201: sendRelicImage.reply, ...FILE_PROBLEMS } }
    },
    async (request, reply) => {
      await requireSite(desk.db, askedBy(desk.who, request))
      if (!(request.body instanceof Buffer) || request.body.length === 0) throw new HttpError(415, NO_IMAGE)
      const { sha256, width, height } = await desk.media.take(request.body, 'image')
      if (width === null || height === null) throw new HttpError(415, NO_IMAGE)
      return reply.code(201).send({ sha256, width, height })
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
