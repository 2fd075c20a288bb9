import { mkdir } from 'node:fs/promises'
import { PassThrough, Readable } from 'node:stream'
import rateLimit from '@fastify/rate-limit'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { Actor } from '../accounts/contract.ts'
import { HttpError } from '../http/errors.ts'
import { CHUNK_BYTES, UPLOADS_PATH, type MediaStore, type UploadOwner } from './contract.ts'
import { withSpace } from './space.ts'
import { tusServer } from './tus-server.ts'
import { UploadFiles } from './upload-files.ts'
import { chunkTooLarge, lengthNeeded } from './upload-refusals.ts'

const TUS_VERSION = '1.0.0'
const CHUNK_TYPE = 'application/offset+octet-stream'
/** The library reads no other header: what proxies and browsers add does not reach it. */
const REQUEST_HEADERS = [
  'tus-resumable',
  'upload-length',
  'upload-offset',
  'upload-metadata',
  'upload-defer-length'
]
const REPLY_HEADERS = ['location', 'upload-offset', 'upload-length', 'upload-expires', 'upload-metadata']

/** How many requests one address may make in a minute; a whole commune's office is one address. */
export interface UploadLimits {
  creations: number
  requests: number
}
const LIMITS: UploadLimits = { creations: 1_200, requests: 12_000 }

interface UploadRoutes {
  /** Of uploads under way; made when the first comes. */
  folder: string
  media: MediaStore
  owner: UploadOwner
  maybeActorOf: (request: FastifyRequest) => Actor | null
  limits?: UploadLimits
}

/** The bytes of a request, to be read apart from it: what is refused unread does not hold up its connection. */
function bodyOf(request: FastifyRequest) {
  if (!(request.body instanceof Readable)) return undefined
  const { raw } = request
  const body = new PassThrough()
  raw.pipe(body)
  const cut = () => body.destroy(new Error('The request was cut off.'))
  raw.once('error', cut)
  raw.once('close', () => (raw.complete ? undefined : cut()))
  return body
}

function webRequestOf(request: FastifyRequest, body: Readable | undefined) {
  const headers = new Headers()
  const names = body ? [...REQUEST_HEADERS, 'content-type', 'content-length'] : REQUEST_HEADERS
  for (const name of names) {
    const value = request.headers[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  const init = {
    method: request.method,
    headers,
    ...(body && { body: Readable.toWeb(body), duplex: 'half' })
  }
  // Node's own typings of streams and requests do not know each other.
  return new Request(new URL(request.url, 'http://localhost'), init as RequestInit)
}

/** Before anything is read: how much comes must be said and be little. */
function checkLength(request: FastifyRequest) {
  if (request.headers['content-type'] !== CHUNK_TYPE) return
  const length = request.headers['content-length']
  if (length === undefined) throw lengthNeeded()
  if (Number(length) > CHUNK_BYTES) throw chunkTooLarge()
}

function sendAnswer(reply: FastifyReply, answer: Response) {
  for (const name of REPLY_HEADERS) {
    const value = answer.headers.get(name)
    if (value !== null) void reply.header(name, value)
  }
  return reply.code(answer.status).send()
}

const tooOften = (seconds: number) =>
  new HttpError(429, {
    vi: `Có quá nhiều lần gửi tệp từ địa chỉ này. Hãy thử lại sau ${seconds} giây.`,
    en: `Too many uploads came from this address. Try again in ${seconds} seconds.`
  })

const codeOf = ({ headers }: FastifyRequest) => {
  const code = headers['x-report-code']
  return typeof code === 'string' ? code : null
}

/** The tus server, made when the first upload comes: where files cannot be written, only uploads are refused. */
function lazily({ folder, media, owner }: UploadRoutes) {
  let made: ReturnType<typeof tusServer> | undefined
  return async () => {
    if (made) return made
    await withSpace(() => mkdir(folder, { recursive: true, mode: 0o700 }))
    made ??= tusServer({ uploads: new UploadFiles(folder), media, owner })
    return made
  }
}

/**
 * Resumable uploads (tus 1.0: creation, termination, expiration) of the pictures and voice notes of reports. Nothing is
 * listed; the name of an upload is a secret of whoever began it, and no other page may ask.
 */
export const uploadRoutes: FastifyPluginAsync<UploadRoutes> = async (app, options) => {
  const { creations, requests } = options.limits ?? LIMITS
  const server = lazily(options)
  await app.register(rateLimit, {
    global: false,
    errorResponseBuilder: (_request, { ttl }) => tooOften(Math.ceil(ttl / 1000))
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(CHUNK_TYPE, (_request, payload, done) => done(null, payload))
  app.addHook('onRequest', async (request, reply) => {
    void reply
      .removeHeader('access-control-allow-origin')
      .removeHeader('access-control-expose-headers')
      .headers({ 'tus-resumable': TUS_VERSION, 'cache-control': 'no-store' })
    checkLength(request)
  })

  const handle = async (request: FastifyRequest, reply: FastifyReply) => {
    const sender = { actor: options.maybeActorOf(request), code: codeOf(request) }
    const body = bodyOf(request)
    try {
      const answer = await server()
      return sendAnswer(reply, await answer(webRequestOf(request, body), sender))
    } finally {
      if (body) request.raw.unpipe(body).resume()
    }
  }
  const limit = (max: number) => ({ config: { rateLimit: { max, timeWindow: '1 minute' } } })
  app.post(UPLOADS_PATH, limit(creations), handle)
  app.route({
    method: ['HEAD', 'PATCH', 'DELETE'],
    url: `${UPLOADS_PATH}/:id`,
    config: { ...limit(requests).config, takesFile: true },
    handler: handle
  })
}
