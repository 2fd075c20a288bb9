import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { inTransaction } from '../db/transaction.ts'
import { Problem } from '../http/contract.ts'
import { session, signIn, type Who } from './contract.ts'
import { SESSION_DAYS, endSession } from './session-queries.ts'
import type { StaffCookies } from './cookies.ts'
import { refuseGuess, refuseWhenBusy } from './refusals.ts'
import { signInAs, type SignInDesk } from './sign-in.ts'
import { DEVICE_DAYS } from './tidy-queries.ts'

/** Signing in and out, and who is signed in. */
export const sessionRoutes: FastifyPluginAsyncZod<{
  desk: SignInDesk
  who: Who
  cookies: StaffCookies
}> = async (app, { desk, who, cookies }) => {
  const config = { right: 'public' } as const

  app.get(
    session.path,
    { config, schema: { querystring: session.query, response: { 200: session.reply } } },
    async (request) => ({ actor: who.maybeActorOf(request) })
  )

  app.post(
    signIn.path,
    {
      config,
      bodyLimit: 8192,
      schema: { body: signIn.body, response: { 200: signIn.reply, 401: Problem, 429: Problem, 503: Problem } }
    },
    async (request, reply) => {
      const { login, password, secondFactor } = request.body
      const outcome = await refuseWhenBusy(
        signInAs(desk, {
          login,
          password,
          code: secondFactor,
          address: request.ip,
          device: cookies.read(request, 'device'),
          session: cookies.read(request, 'session')
        })
      )
      if (outcome.outcome === 'second_factor') return { secondFactor: true } as const
      if (outcome.outcome !== 'signed_in') throw refuseGuess(reply, outcome)
      cookies.put(request, reply, 'session', outcome.token, SESSION_DAYS)
      cookies.put(request, reply, 'device', outcome.device, DEVICE_DAYS)
      return { actor: outcome.actor }
    }
  )

  app.delete(
    session.path,
    { config, schema: { querystring: session.query, response: { 204: z.null() } } },
    async (request, reply) => {
      const token = cookies.read(request, 'session')
      const actor = who.maybeActorOf(request)
      if (token !== null && actor)
        await inTransaction(desk.db, async (client) => {
          await endSession(client, token)
          const said = { subject: 'session', subjectId: actor.accountId, from: request.ip }
          await desk.audit(client, { actor, action: 'session.end', ...said })
        })
      cookies.remove(request, reply, 'session')
      return reply.code(204).send(null)
    }
  )
}
