import { createHash } from 'node:crypto'
import type { FastifyInstance } from 'fastify'

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** `framers`: origins of other websites whose pages may show the document in a frame. */
const policy = (style: string | undefined, framers: readonly string[] = []) =>
  [
    "default-src 'self'",
    "script-src 'self'",
    style === undefined ? "style-src 'self'" : `style-src 'self' ${hashOf(style)}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    ["frame-ancestors 'self'", ...framers].join(' ')
  ].join('; ')

/** Of every answer, whatever it is. */
const ANY_HEADERS = { 'x-content-type-options': 'nosniff' }

const HEADERS = {
  ...ANY_HEADERS,
  'content-security-policy': policy(undefined),
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(self)'
}

// A voice note may be recorded where reports are written, and nowhere else.
const REPORT_PAGE = /^\/(phan-anh|can-bo)(\/|\?|$)/
const REPORT_PAGE_HEADERS = {
  ...HEADERS,
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(self)'
}

// Neither what staff read nor what a secret or a cookie opens.
const OPEN_DATA =
  /^\/(ogc|api|open311|iiif)(?!\/(staff|uploads|tracking|cultural-houses)\b)(\/|\?|$)|^\/di-tich\/[^/?]+\/manifest\.json(\?|$)/
const OPEN_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Allow, Content-Crs, ETag, Link, Retry-After'
}

const OPEN_DATA_HEADERS = { ...HEADERS, ...OPEN_HEADERS }

// A tile is no document: what a page may load or use is never asked of it, and a map asks for dozens at once. Its refusals
// may be pages; problem.ts gives them all headers again.
const TILE = /^\/ogc\/(?:collections\/[^/]+\/)?tiles\/[^/]+\/\d/
const TILE_HEADERS = { ...ANY_HEADERS, ...OPEN_HEADERS }

function headersAt(url: string) {
  if (TILE.test(url)) return TILE_HEADERS
  if (REPORT_PAGE.test(url)) return REPORT_PAGE_HEADERS
  return OPEN_DATA.test(url) ? OPEN_DATA_HEADERS : HEADERS
}

/** Headers of every answer that may be a document; `style`: the text of the one style sheet that stands in the page itself. */
export const securityHeaders = (style?: string) =>
  style === undefined ? HEADERS : { ...HEADERS, 'content-security-policy': policy(style) }

/**
 * Headers of a page that shows 3D models: its viewer compiles WebAssembly of ours, reads textures out of the model's own bytes,
 * and brings its style along.
 */
export const modelViewerHeaders = () => ({
  'content-security-policy': policy(undefined)
    .replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
    .replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
    .replace("connect-src 'self'", "connect-src 'self' blob:")
})

/** Headers of a page that other websites may show in a frame: those of these origins, and none beside our own. */
export const framedBy = (origins: readonly string[]) => ({
  'content-security-policy': policy(undefined, origins)
})

/** Headers by which any page may read what lies at this address: open data, without credentials. */
export const openDataHeaders = (url: string): Record<string, string> =>
  OPEN_DATA.test(url) ? OPEN_HEADERS : {}

/** Puts both on every answer. */
export function sendSecurityHeaders(app: FastifyInstance) {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.headers(headersAt(request.url))
    done()
  })
}
