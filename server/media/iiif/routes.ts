import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { LRUCache } from 'lru-cache'
import { z } from 'zod'
import type { Queryable } from '../../db/pool.ts'
import { HttpError } from '../../http/errors.ts'
import type { PublicUrl } from '../../http/public-url.ts'
import { sharedWork } from '../../http/shared-work.ts'
import { IIIF_PATH, Sha256 } from '../contract.ts'
import { readWhole } from '../digest.ts'
import { noSuchFile } from '../problems.ts'
import { findPublicPicture, type PublicPicture } from '../queries.ts'
import { hasAlready } from '../send-file.ts'
import type { ByteStore } from '../store.ts'
import { cutPicture } from './cut-picture.ts'
import { imageInfo } from './image-info.ts'
import { imageRequestOf, type ImageRequest } from './image-request.ts'

const CONTEXT = 'http://iiif.io/api/image/3/context.json'
const PROFILE = 'http://iiif.io/api/image/3/level1.json'
/** What an address shows never changes; taken down, it is answered no more. */
const FOR_EVER = 'public, max-age=31536000, immutable'
const A_DAY = 'public, max-age=86400'
const KEPT_BYTES = 32 * 1024 * 1024
/** A core each. */
const CUT_AT_A_TIME = 2
/** A viewer asks for dozens at once; who comes later is told to come again. */
const MOST_WAITING = 100
const MIMES = { jpg: 'image/jpeg', webp: 'image/webp' } as const

const Id = z.strictObject({ id: z.string().max(200) })
const Written = z.strictObject({
  ...Id.shape,
  region: z.string(),
  size: z.string(),
  rotation: z.string(),
  file: z.string()
})

interface IiifRoutes {
  db: Queryable
  files: ByteStore
  publicUrl: PublicUrl
}

const busy = () =>
  new HttpError(
    503,
    {
      vi: 'Máy chủ đang làm nhiều ảnh cùng lúc. Hãy thử lại sau ít giây.',
      en: 'The server is making many images at once. Try again in a few seconds.'
    },
    { 'retry-after': '2' }
  )

/** Parts of pictures, made once while they are wanted again and again, few at a time. */
function cutter(files: ByteStore) {
  const kept = new LRUCache<string, Uint8Array>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (bytes) => bytes.byteLength
  })
  const share = sharedWork<Uint8Array>({ atATime: CUT_AT_A_TIME, most: MOST_WAITING, busy })
  const make = async ({ stored }: PublicPicture, request: ImageRequest, key: string) => {
    const bytes = await readWhole(files, stored)
    if (!bytes) throw noSuchFile()
    const made = await cutPicture(bytes, request)
    kept.set(key, made)
    return made
  }
  return (picture: PublicPicture, request: ImageRequest): Uint8Array | Promise<Uint8Array> => {
    const key = `${picture.stored}/${request.canonical}`
    return kept.get(key) ?? share(key, () => make(picture, request, key))
  }
}

/** JSON-LD, unless plain JSON is what the reader takes: a browser that opens the address shows only that. */
function infoType({ headers }: FastifyRequest) {
  const accept = headers.accept ?? ''
  const isPlain = /application\/json|text\/html/.test(accept) && !accept.includes('application/ld+json')
  return isPlain ? 'application/json' : `application/ld+json;profile="${CONTEXT}"`
}

function imageHeaders(base: string, id: string, { canonical, format }: ImageRequest) {
  return {
    'content-type': MIMES[format],
    'cache-control': FOR_EVER,
    'content-security-policy': "default-src 'none'; sandbox",
    link: `<${base}/${canonical}>;rel="canonical", <${PROFILE}>;rel="profile"`,
    etag: `"${id.slice(0, 16)}-${canonical.replace(/[/,]/g, '-')}"`
  }
}

/** Public pictures for viewers of images: IIIF Image API 3.0, level 1. Their names are those of `/api/media`. */
export const iiifRoutes: FastifyPluginAsyncZod<IiifRoutes> = async (app, { db, files, publicUrl }) => {
  const cut = cutter(files)
  // The specification names no parameters, and viewers append their own (moments, tokens).
  const schema = { querystring: z.object({}) }
  const find = async (id: string) => {
    const picture = Sha256.safeParse(id).success ? await findPublicPicture(db, id) : undefined
    if (!picture) throw noSuchFile()
    return picture
  }
  const baseOf = (request: FastifyRequest, id: string) => `${publicUrl(request)}${IIIF_PATH}/${id}`

  app.get(`${IIIF_PATH}/:id`, { schema: { ...schema, params: Id } }, async (request, reply) => {
    const { id } = request.params
    await find(id)
    return reply.redirect(`${baseOf(request, id)}/info.json`, 303)
  })

  app.get(`${IIIF_PATH}/:id/info.json`, { schema: { ...schema, params: Id } }, async (request, reply) => {
    const { id } = request.params
    const info = imageInfo(baseOf(request, id), await find(id))
    const link = `<${PROFILE}>;rel="profile"`
    void reply.headers({ 'cache-control': A_DAY, link, vary: 'accept' }).type(infoType(request))
    // Of bytes the type is left as it is: JSON-LD names no charset.
    return reply.send(Buffer.from(JSON.stringify(info)))
  })

  const send = async (request: FastifyRequest, reply: FastifyReply, written: z.infer<typeof Written>) => {
    const picture = await find(written.id)
    const wanted = imageRequestOf(written, picture)
    const headers = imageHeaders(baseOf(request, written.id), written.id, wanted)
    if (hasAlready(request, headers.etag)) return reply.code(304).headers(headers).send()
    const bytes = await cut(picture, wanted)
    return reply.headers(headers).send(bytes)
  }
  app.get(
    `${IIIF_PATH}/:id/:region/:size/:rotation/:file`,
    { schema: { ...schema, params: Written } },
    async (request, reply) => send(request, reply, request.params)
  )
}
