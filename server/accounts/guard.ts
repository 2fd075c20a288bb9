import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Queryable } from '../db/pool.ts'
import { HttpError } from '../http/errors.ts'
import type { PublicUrl } from '../http/public-url.ts'
import { RIGHTS, type Actor, type Role, type RouteRight, type Who } from './contract.ts'
import { staffCookies } from './cookies.ts'
import { isFromOwnPage, isUnsafe } from './origin.ts'
import { findSession, lastingSessions } from './session-queries.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Who may call the route. Below /api/staff it must be said; elsewhere `public` is meant. */
    right?: RouteRight
  }
}

const STAFF = '/api/staff'

const NOBODY = {
  vi: 'Việc này cần đăng nhập bằng tài khoản cán bộ. Hãy đăng nhập tại /can-bo rồi thử lại.',
  en: 'This needs a staff account. Sign in at /can-bo, then try again.'
}
const NOT_ALLOWED = {
  vi: 'Tài khoản của ông/bà không có quyền làm việc này. Nếu cần, hãy đề nghị quản trị viên cấp quyền.',
  en: 'Your account has no right to do this. If you need it, ask an administrator.'
}
const FOREIGN = {
  vi: 'Yêu cầu không đến từ trang của chương trình này nên bị từ chối. Hãy mở lại trang và thử lại; nếu chương trình đứng sau máy chủ trung gian, quản trị viên cần đặt PUBLIC_URL.',
  en: 'The request does not come from a page of this program and was refused. Open the page again and try again; behind a proxy the administrator must set PUBLIC_URL.'
}

const rightOf = (request: FastifyRequest): RouteRight => request.routeOptions.config.right ?? 'public'

/** Whether a role may do what a route asks for. */
const grants = (right: RouteRight, role: Role) =>
  right === 'public' || right === 'signed_in' || (RIGHTS[right] as readonly Role[]).includes(role)

const isStaff = (url: string | undefined) => url === STAFF || url?.startsWith(`${STAFF}/`) === true

/** Staff's answers are for the one who asked: no other page reads them, nobody keeps them. */
function closeAnswer(reply: FastifyReply) {
  void reply
    .removeHeader('access-control-allow-origin')
    .removeHeader('access-control-expose-headers')
    .header('cache-control', 'no-store')
}

function refuseRoutesWithoutRight(app: FastifyInstance) {
  app.addHook('onRoute', ({ url, method, config }) => {
    if (isStaff(url) && config?.right === undefined)
      throw new Error(`${String(method)} ${url} must say in config.right who may call it.`)
  })
}

/**
 * Before anything of a request is read: who asks (by the session cookie), whether the route is theirs (else 401, 403),
 * and whether an unsafe request that a cookie signs comes from our own pages (else 403). To be called before routes are
 * declared.
 */
export function guard(app: FastifyInstance, db: Queryable, publicUrl: PublicUrl): Who {
  const cookies = staffCookies(publicUrl)
  const actors = new WeakMap<object, Actor>()
  const tokens = new WeakMap<object, string>()

  const check = async (request: FastifyRequest, token: string | null, right: RouteRight) => {
    const signs = token !== null || isStaff(request.routeOptions.url)
    if (signs && isUnsafe(request) && !isFromOwnPage(request, publicUrl)) throw new HttpError(403, FOREIGN)
    const actor = token === null ? null : await findSession(db, token)
    if (actor && token !== null) {
      actors.set(request, actor)
      tokens.set(request, token)
    }
    if (right === 'public') return
    if (!actor) throw new HttpError(401, NOBODY)
    if (!grants(right, actor.role)) throw new HttpError(403, NOT_ALLOWED)
  }

  refuseRoutesWithoutRight(app)
  app.addHook('onRequest', (request, reply, done) => {
    const { url } = request.routeOptions
    const right = rightOf(request)
    if (right !== 'public' || isStaff(url)) closeAnswer(reply)
    // Open data outside of /api never asks who reads it.
    if (right === 'public' && !url?.startsWith('/api/')) return done()
    const token = cookies.read(request, 'session')
    if (right === 'public' && token === null && !isStaff(url)) return done()
    check(request, token, right).then(() => done(), done)
  })

  const maybeActorOf = (request: object) => actors.get(request) ?? null
  return {
    maybeActorOf,
    async lasting(requests) {
      const lasting = await lastingSessions(
        db,
        requests.flatMap((request) => tokens.get(request) ?? [])
      )
      return new Set(requests.filter((request) => lasting.has(tokens.get(request) ?? '')))
    },
    actorOf(request) {
      const actor = maybeActorOf(request)
      if (!actor) throw new Error('The route asks for no right, so nobody need be signed in.')
      return actor
    }
  }
}
