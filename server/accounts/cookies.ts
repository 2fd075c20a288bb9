import type { FastifyReply, FastifyRequest } from 'fastify'
import type { PublicUrl } from '../http/public-url.ts'

/** The two cookies of staff: the session, and the device by which its owner is known among guessers. */
export type CookieName = 'session' | 'device'

const DAY_S = 86_400

/**
 * A cookie is HttpOnly, SameSite=Lax, and Secure wherever the caller reaches the program by HTTPS. At the root of a host
 * it carries the prefix `__Host-`: no neighbour below the same domain can put another in its place.
 */
function shapeOf(name: CookieName, address: string) {
  const { protocol, pathname } = new URL(address)
  const secure = protocol === 'https:'
  const path = pathname === '' ? '/' : pathname
  const plain = `diaban_${name}`
  return { name: secure && path === '/' ? `__Host-${plain}` : plain, path, secure }
}

/** The cookies of staff on this request and its answer; `publicUrl`: the address under which the caller sees us. */
export function staffCookies(publicUrl: PublicUrl) {
  return {
    /** What the caller brought; null: nothing. */
    read(request: FastifyRequest, name: CookieName): string | null {
      const { cookie } = request.headers
      if (!cookie) return null
      return request.server.parseCookie(cookie)[shapeOf(name, publicUrl(request)).name] || null
    },
    put(request: FastifyRequest, reply: FastifyReply, name: CookieName, value: string, days: number) {
      const shape = shapeOf(name, publicUrl(request))
      const { path, secure } = shape
      const lasting = { path, secure, httpOnly: true, sameSite: 'lax', maxAge: days * DAY_S } as const
      void reply.setCookie(shape.name, value, lasting)
    },
    remove(request: FastifyRequest, reply: FastifyReply, name: CookieName) {
      const { name: called, path, secure } = shapeOf(name, publicUrl(request))
      void reply.clearCookie(called, { path, secure, httpOnly: true, sameSite: 'lax' })
    }
  }
}

/** What `staffCookies` gives. */
export type StaffCookies = ReturnType<typeof staffCookies>
