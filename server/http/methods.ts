import type { FastifyInstance } from 'fastify'
import { HttpError } from './errors.ts'

interface Place {
  pattern: RegExp
  methods: Set<string>
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A route's path as a pattern: `:name` is one part, `*` the rest. */
function patternOf(path: string) {
  const parts = path.split(/(:\w+|\*)/).map((part) => {
    if (part === '*') return '.*'
    return part.startsWith(':') ? '[^/]+' : escape(part)
  })
  return new RegExp(`^${parts.join('')}$`)
}

/** Remembers each route as it is declared. */
function listPlaces(app: FastifyInstance) {
  const places = new Map<string, Place>()
  app.addHook('onRoute', ({ url, method }) => {
    const place = places.get(url) ?? { pattern: patternOf(url), methods: new Set<string>() }
    for (const name of [method].flat()) place.methods.add(name)
    places.set(url, place)
  })
  return places
}

/**
 * Where there is a route, but none for the request's method: OPTIONS is answered with what there is (also to a browser
 * that asks before it reads open data from another page), anything else 405. To be called before routes are declared.
 */
export function answerOtherMethods(app: FastifyInstance) {
  const places = listPlaces(app)
  app.addHook('onRequest', (request, reply, done) => {
    if (!request.is404) return done()
    const path = request.url.split('?', 1)[0] ?? ''
    const found = [...places.values()].filter(({ pattern }) => pattern.test(path))
    const methods = new Set(found.flatMap((place) => [...place.methods]))
    if (methods.size === 0 || methods.has(request.method)) return done()
    const allowed = [...methods, 'OPTIONS'].join(', ')
    void reply.header('allow', allowed)
    if (request.method === 'OPTIONS') {
      void reply.headers(preflight(allowed)).code(204).send()
      return
    }
    done(
      new HttpError(405, {
        vi: `Địa chỉ này không nhận phương thức ${request.method}; chỉ nhận ${allowed}.`,
        en: `This address does not take the method ${request.method}; it takes ${allowed}.`
      })
    )
  })
}

const preflight = (allowed: string) => ({
  'access-control-allow-methods': allowed,
  'access-control-allow-headers': '*',
  'access-control-max-age': '86400'
})
