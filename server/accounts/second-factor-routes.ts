import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import type { AuditAction } from './audit-contract.ts'
import type { Actor, Who } from './contract.ts'
import { countGuess, forgiveGuess, guessKey } from './guess-queries.ts'
import { provePassword } from './password-desk.ts'
import { refuseGuess, refuseWhenBusy } from './refusals.ts'
import { newTotpSecret, otpauthUri, stepOfCode } from './second-factor.ts'
import { dropFactor, factorOf, keepPending, putInForce } from './second-factor-queries.ts'
import type { SignInDesk } from './sign-in.ts'
import { confirmSecondFactor, enrolSecondFactor, removeSecondFactor, secondFactor } from './staff-contract.ts'

const NOT_BEGUN = {
  vi: 'Chưa có mã bí mật nào đang chờ xác nhận. Hãy bắt đầu lại từ bước quét mã QR.',
  en: 'No secret waits to be confirmed. Begin again by reading the QR picture.'
}
const WRONG_CODE = {
  vi: 'Mã xác thực không đúng hoặc đã hết hạn. Hãy xem mã mới trên điện thoại; nếu vẫn sai, kiểm tra đồng hồ của điện thoại.',
  en: 'The code is wrong or too old. Look at the new one on your phone; if that is wrong too, check the clock of the phone.'
}

/** Puts a waiting secret in force by a code of it; answers whether the code was right. */
function confirm({ db, audit }: SignInDesk, actor: Actor, secret: string, code: string, from: string) {
  const step = stepOfCode(secret, code)
  if (step === null) return Promise.resolve(false)
  return inTransaction(db, async (client) => {
    if (!(await putInForce(client, actor.accountId, secret, step))) return false
    await say(audit, client, actor, 'account.second_factor_on', from)
    return true
  })
}

const say = (audit: SignInDesk['audit'], db: Queryable, actor: Actor, action: AuditAction, from: string) =>
  audit(db, { actor, action, subject: 'account', subjectId: actor.accountId, from })

/** The second factor of one's own account. */
export const secondFactorRoutes: FastifyPluginAsyncZod<{ desk: SignInDesk; who: Who }> = async (
  app,
  { desk, who }
) => {
  const signedIn = { config: { right: 'signed_in' }, bodyLimit: 8192 } as const

  app.get(
    secondFactor.path,
    { ...signedIn, schema: { querystring: secondFactor.query, response: { 200: secondFactor.reply } } },
    async (request) => ({ on: (await factorOf(desk.db, who.actorOf(request).accountId)).on })
  )

  app.post(
    enrolSecondFactor.path,
    { ...signedIn, schema: { body: enrolSecondFactor.body, response: { 200: enrolSecondFactor.reply } } },
    async (request, reply) => {
      const actor = who.actorOf(request)
      const proof = await refuseWhenBusy(provePassword(desk, actor, request.body.password))
      if (proof.outcome !== 'right') throw refuseGuess(reply, proof, 403)
      const secret = newTotpSecret()
      await keepPending(desk.db, actor.accountId, secret)
      return { uri: otpauthUri(secret, actor.login), secret }
    }
  )

  app.post(
    confirmSecondFactor.path,
    { ...signedIn, schema: { body: confirmSecondFactor.body, response: { 204: z.null(), 422: Problem } } },
    async (request, reply) => {
      const actor = who.actorOf(request)
      const { pending } = await factorOf(desk.db, actor.accountId)
      if (pending === null) throw new HttpError(409, NOT_BEGUN)
      const key = guessKey('again', actor.accountId, 'code')
      const { seconds } = await countGuess(desk.db, [key])
      if (seconds !== null) throw refuseGuess(reply, { outcome: 'blocked', seconds })
      if (!(await confirm(desk, actor, pending, request.body.code, request.ip)))
        throw new HttpError(422, WRONG_CODE)
      await forgiveGuess(desk.db, [key])
      return reply.code(204).send(null)
    }
  )

  app.post(
    removeSecondFactor.path,
    { ...signedIn, schema: { body: removeSecondFactor.body, response: { 204: z.null() } } },
    async (request, reply) => {
      const actor = who.actorOf(request)
      const proof = await refuseWhenBusy(provePassword(desk, actor, request.body.password))
      if (proof.outcome !== 'right') throw refuseGuess(reply, proof, 403)
      await inTransaction(desk.db, async (client) => {
        await dropFactor(client, actor.accountId)
        await say(desk.audit, client, actor, 'account.second_factor_off', request.ip)
      })
      return reply.code(204).send(null)
    }
  )
}
