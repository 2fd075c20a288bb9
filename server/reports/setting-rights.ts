import type { FastifyRequest } from 'fastify'
import type { Actor, Who } from '../accounts/contract.ts'
import { HttpError } from '../http/errors.ts'

/** Throws 403 where somebody of one commune would decide for another (null: for all). */
export function requireOwn({ communeCode }: Actor, commune: string | null) {
  if (communeCode === null || communeCode === commune) return
  throw new HttpError(403, {
    vi: 'Ông/bà chỉ được cài đặt cho xã của mình.',
    en: 'You may only decide for your own commune.'
  })
}

/** Who changes what all communes share, and from where. Throws 403 for somebody of one commune. */
export function makerForAll(who: Who, request: FastifyRequest) {
  const actor = who.actorOf(request)
  if (actor.communeCode === null) return { actor, from: request.ip }
  throw new HttpError(403, {
    vi: 'Loại phản ánh và lịch làm việc dùng chung cho mọi xã, nên chỉ quản trị viên phụ trách mọi xã được sửa. Hãy đề nghị người đó.',
    en: 'Categories and the calendar are shared by all communes: only an administrator of all communes may change them. Ask one.'
  })
}
