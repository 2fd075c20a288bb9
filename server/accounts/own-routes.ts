import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inTransaction } from '../db/transaction.ts'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import type { Who } from './contract.ts'
import type { StaffCookies } from './cookies.ts'
import { changeOwnPassword, provePassword } from './password-desk.ts'
import { refuseGuess, refuseWhenBusy } from './refusals.ts'
import { SESSION_DAYS, endSessionsOf } from './session-queries.ts'
import type { SignInDesk } from './sign-in.ts'
import { changePassword, signOutEverywhere } from './staff-contract.ts'

/** One's own password and sessions. */
export const ownRoutes: FastifyPluginAsyncZod<{ desk: SignInDesk; who: Who; cookies: StaffCookies }> = async (
  app,
  { desk, who, cookies }
) => {
  const signedIn = { config: { right: 'signed_in' }, bodyLimit: 8192 } as const

  app.post(
    changePassword.path,
    { ...signedIn, schema: { body: changePassword.body, response: { 204: z.null(), 422: Problem } } },
    async (request, reply) => {
      const actor = who.actorOf(request)
      const proof = await refuseWhenBusy(provePassword(desk, actor, request.body.current))
      if (proof.outcome !== 'right') throw refuseGuess(reply, proof, 403)
      const changed = await changeOwnPassword(desk, actor, request.body.password, request.ip)
      if (!changed) throw refuseGuess(reply, { outcome: 'refused' })
      if ('complaint' in changed) throw new HttpError(422, changed.complaint)
      cookies.put(request, reply, 'session', changed.token, SESSION_DAYS)
      return reply.code(204).send(null)
    }
  )

  app.delete(
    signOutEverywhere.path,
    {
      ...signedIn,
      schema: { querystring: signOutEverywhere.query, response: { 200: signOutEverywhere.reply } }
    },
    async (request, reply) => {
      const actor = who.actorOf(request)
      const ended = await inTransaction(desk.db, async (client) => {
        const sessions = await endSessionsOf(client, actor.accountId)
        const said = { subject: 'session', subjectId: actor.accountId, from: request.ip, after: { sessions } }
        await desk.audit(client, { actor, action: 'session.end_all', ...said })
        return sessions
      })
      cookies.remove(request, reply, 'session')
      return { ended }
    }
  )
}
