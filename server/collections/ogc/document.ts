import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../http/language.ts'
import type { PublicUrl } from '../../http/public-url.ts'
import type { Html } from '../../http/html.ts'
import { negotiate } from './negotiation.ts'
import { languageOf } from './parameters.ts'
import { page } from './page.ts'

export const JSON_TYPE = 'application/json'
export const GEOJSON = 'application/geo+json'
export const HTML = 'text/html'
export const OPENAPI = 'application/vnd.oai.openapi+json;version=3.0'

/** A link as OGC API has it. */
export interface Link {
  href: string
  rel: string
  type?: string
  title?: string
  hreflang?: string
  templated?: boolean
}

/** What a handler is given of the request: where the program is, in which language and form to answer. */
export interface Asked {
  /** The address of `/ogc` as the caller sees it. */
  base: string
  language: Language
  /** The media type to answer with. */
  type: string
  /** This document's own address in another form. */
  self: (form?: 'json' | 'html') => string
}

/** A document in both forms; the one that is not asked for is not made. */
export interface Answer {
  title: string
  /** `links`: to itself, to its other form, then `links`. */
  json: (links: Link[]) => object | string
  html: () => Html
  /** Ways up, from the top, without the document itself. */
  above?: { title: string; href: string }[]
  /** Links of its own beside those to itself and its other form. */
  links?: Link[]
}

type Query = { f?: 'json' | 'html' | undefined; lang?: Language | undefined }

function addressIn(url: URL, form?: 'json' | 'html') {
  const other = new URL(url)
  if (form) other.searchParams.set('f', form)
  return `${other.pathname}${other.search}`
}

/** Reads from headers and query how to answer; `jsonType` is the document's JSON form. Throws 406. */
export function ask(
  request: FastifyRequest,
  query: Query,
  publicUrl: PublicUrl,
  jsonType: string = JSON_TYPE
): Asked {
  const root = publicUrl(request)
  const offered = jsonType === JSON_TYPE ? [JSON_TYPE, HTML] : [jsonType, JSON_TYPE, HTML]
  const forms = { json: jsonType, html: HTML }
  const type = query.f ? forms[query.f] : negotiate(request.headers.accept, offered)
  const own = new URL(request.url, 'http://localhost')
  return {
    base: `${root}/ogc`,
    language: languageOf(query, request.headers),
    type: type === JSON_TYPE ? jsonType : type,
    self: (form) => `${root}${addressIn(own, form)}`
  }
}

const WORDS = {
  this: { vi: 'Tài liệu này', en: 'This document' },
  json: { vi: 'Dạng JSON', en: 'As JSON' },
  html: { vi: 'Dạng trang web', en: 'As a page' }
}

/** Links of a document to itself and to its other form. */
function ownLinks({ type, self, language }: Asked, jsonType: string = JSON_TYPE): Link[] {
  const isHtml = type === HTML
  return [
    { rel: 'self', type, title: WORDS.this[language], href: self() },
    isHtml
      ? { rel: 'alternate', type: jsonType, title: WORDS.json[language], href: self('json') }
      : { rel: 'alternate', type: HTML, title: WORDS.html[language], href: self('html') }
  ]
}

/** The links as a header (RFC 8288), for those who read no further; templates and titles do not go into it. */
const linkHeader = (links: readonly Link[]) =>
  links
    .filter(({ templated }) => !templated)
    .map(({ href, rel, type }) => `<${href}>; rel="${rel}"${type ? `; type="${type}"` : ''}`)
    .join(', ')

/** Sends the form that was asked for. */
export function sendDocument(
  reply: FastifyReply,
  asked: Asked,
  { title, json, html, above = [], links = [] }: Answer,
  jsonType: string = JSON_TYPE
): FastifyReply {
  void reply.header('vary', 'accept, accept-language').header('content-language', asked.language)
  if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-cache')
  const all = [...ownLinks(asked, jsonType), ...links]
  void reply.header('link', linkHeader(all))
  if (asked.type === HTML) {
    return reply.type('text/html; charset=utf-8').send(page({ title, body: html(), above, asked }))
  }
  const body = json(all)
  return reply
    .header('content-type', jsonType)
    .serializer((payload: unknown) => String(payload))
    .send(typeof body === 'string' ? body : JSON.stringify(body))
}
