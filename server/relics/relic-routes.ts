import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { HttpError } from '../http/errors.ts'
import type { DrawPlace } from '../http/pages/draw-place.ts'
import { PageQuery } from '../http/page-query.ts'
import { linkFor, readerOf, type Reader } from '../http/pages/reader.ts'
import { sendPage } from '../http/pages/send-page.ts'
import { modelViewerHeaders } from '../http/security.ts'
import type { PublicUrl } from '../http/public-url.ts'
import type { MediaStore } from '../media/contract.ts'
import { Slug, type Relic } from './contract.ts'
import { ringsOf } from './ground.ts'
import { pathOf } from './pages/address.ts'
import { findShownMemories } from './memory-queries.ts'
import { findShownExhibits } from './exhibit-queries.ts'
import type { ShownExhibit } from './exhibit-contract.ts'
import { manifestOf } from './pages/manifest.ts'
import { gateSheet } from './pages/qr-sheet.ts'
import { missingPage, relicPage } from './pages/relic-page.ts'
import { WORDS } from './pages/words.ts'
import type { ShownPicture } from './picture-contract.ts'
import { findPictures } from './picture-queries.ts'
import { findRelic, findScore, listRelics } from './queries.ts'
import { findTourPlaces } from './tour-places.ts'

const NEAR_SHOWN = 4
const MANIFEST_TYPE = 'application/ld+json;profile="http://iiif.io/api/presentation/3/context.json"'

const SlugInPath = z.strictObject({ slug: z.string().max(200) })
const SCHEMA = { params: SlugInPath, querystring: PageQuery } as const

/** What the pages of relics work with. */
export interface RelicRoutes {
  readDb: Queryable
  publicUrl: PublicUrl
  drawPlace: DrawPlace
  media: Pick<MediaStore, 'missing'>
}

const find = async (readDb: Queryable, slug: string) =>
  Slug.safeParse(slug).success ? findRelic(readDb, slug, dayInVietnam()) : undefined

async function nearest(readDb: Queryable, { place: { lng, lat }, slug }: Relic) {
  const page = { sort: 'distance' as const, limit: NEAR_SHOWN + 1, offset: 0 }
  const { relics } = await listRelics(readDb, dayInVietnam(), { near: { lng, lat } }, page)
  return relics.filter((other) => other.slug !== slug).slice(0, NEAR_SHOWN)
}

async function picturesOf({ readDb, media }: RelicRoutes, { slug }: Relic): Promise<ShownPicture[]> {
  const found = await findPictures(readDb, slug)
  const gone = await media.missing(found.map(({ picture }) => picture))
  return found.map((picture) => ({ ...picture, isHere: !gone.has(picture.picture) }))
}

async function exhibitsOf({ readDb, media }: RelicRoutes, { slug }: Relic): Promise<ShownExhibit[]> {
  const found = await findShownExhibits(readDb, slug)
  const gone = await media.missing(found.map(({ stored }) => stored))
  return found.map(({ stored, ...exhibit }) => ({ ...exhibit, isHere: !gone.has(stored) }))
}

/** Where it is, drawn for a page without script. */
const mapOf = ({ drawPlace }: RelicRoutes, { place, isProtected, ground, name }: Relic, title: string) =>
  drawPlace({ place, hidden: isProtected, ...(ground && { boundary: ringsOf(ground) }) }, `${title}: ${name}`)

/** Who reads a page, at which address of it, below which public one. */
export interface AskedPage {
  reader: Reader
  url: string
  base: string
}

/** A relic's page, whole, and whether it shows 3D models. */
export async function renderRelic(given: RelicRoutes, relic: Relic, { reader, url, base }: AskedPage) {
  const { readDb } = given
  const exhibits = await exhibitsOf(given, relic)
  const page = relicPage({
    ...{ reader, url, relic, base, exhibits },
    address: base + pathOf(relic.slug),
    pictures: await picturesOf(given, relic),
    map: await mapOf(given, relic, WORDS.where[reader.language]),
    near: await nearest(readDb, relic),
    score: await findScore(readDb, relic.slug),
    memories: await findShownMemories(readDb, relic.slug),
    tours: await findTourPlaces(readDb, relic.slug, dayInVietnam())
  })
  return { html: page, hasModel: exhibits.some(({ kind }) => kind === 'model') }
}

/** An address that it once had leads to its own for good; asked anew each time, as it may get the old one back. */
const moved = (reply: FastifyReply, url: string) =>
  reply.header('cache-control', 'no-cache').redirect(url, 301)

/** What goes with a relic's page: its sheet to print, and its pictures for viewers. */
const fileRoutes: FastifyPluginAsyncZod<RelicRoutes> = async (app, given) => {
  const { readDb, publicUrl } = given
  app.get('/di-tich/:slug/qr.svg', { schema: SCHEMA }, async (request, reply) => {
    const relic = await find(readDb, request.params.slug)
    if (!relic) throw new HttpError(404, WORDS.missingDetail)
    const sheet = gateSheet(relic, publicUrl(request) + pathOf(relic.slug), readerOf(request))
    return reply
      .headers({ 'cache-control': 'no-cache', vary: 'accept-language' })
      .type('image/svg+xml; charset=utf-8')
      .send(sheet)
  })

  app.get('/di-tich/:slug/manifest.json', { schema: SCHEMA }, async (request, reply) => {
    const relic = await find(readDb, request.params.slug)
    if (!relic) throw new HttpError(404, WORDS.missingDetail)
    const base = publicUrl(request)
    const address = base + pathOf(relic.slug)
    if (relic.slug !== request.params.slug) return moved(reply, `${address}/manifest.json`)
    const pictures = (await picturesOf(given, relic)).filter(({ isHere }) => isHere)
    const exhibits = (await exhibitsOf(given, relic)).filter(({ isHere }) => isHere)
    const sounds = exhibits.filter(({ kind }) => kind === 'audio')
    const manifest = Buffer.from(JSON.stringify(manifestOf(relic, { pictures, sounds }, base, address)))
    return reply.header('cache-control', 'no-cache').type(MANIFEST_TYPE).send(manifest)
  })
}

/** The page of a relic and what goes with it. */
export const relicPageRoutes: FastifyPluginAsyncZod<RelicRoutes> = async (app, given) => {
  const { readDb, publicUrl } = given
  const answer = async (request: FastifyRequest<{ Params: { slug: string } }>, reply: FastifyReply) => {
    const relic = await find(readDb, request.params.slug)
    const reader = readerOf(request)
    if (!relic) return sendPage(reply.code(404), missingPage(reader, request.url))
    if (relic.slug !== request.params.slug) return moved(reply, linkFor(reader, pathOf(relic.slug)))
    const page = { reader, url: request.url, base: publicUrl(request) }
    const { html, hasModel } = await renderRelic(given, relic, page)
    return sendPage(reply, html, hasModel ? modelViewerHeaders() : {})
  }
  app.get('/di-tich/:slug', { schema: SCHEMA }, answer)
  // As people write it; the page names its own address.
  app.get('/di-tich/:slug/', { schema: SCHEMA }, answer)

  await app.register(fileRoutes, given)
}
