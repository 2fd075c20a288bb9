import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { FastifyRequest } from 'fastify'
import { Problem } from '../http/contract.ts'
import type { PublicUrl } from '../http/public-url.ts'
import {
  alterAccount,
  openAccount,
  renewLink,
  type AccountDesk,
  type Manager,
  type NewLink
} from './account-desk.ts'
import { listAccounts as accountsOf } from './account-queries.ts'
import type { Who } from './contract.ts'
import { done } from './refusals.ts'
import { linkAddress } from './link-queries.ts'
import { changeAccount, createAccount, listAccounts, makePasswordLink } from './staff-contract.ts'

const PROBLEMS = { 403: Problem, 404: Problem, 409: Problem, 422: Problem }

/** Accounts, by administrators. */
export const adminRoutes: FastifyPluginAsyncZod<{
  desk: AccountDesk
  who: Who
  publicUrl: PublicUrl
}> = async (app, { desk, who, publicUrl }) => {
  const config = { right: 'account.manage' } as const
  const managerOf = (request: FastifyRequest): Manager => ({
    actor: who.actorOf(request),
    said: { from: request.ip }
  })
  const addressOf = (request: FastifyRequest, { token, expiresAt }: NewLink) => ({
    url: linkAddress(publicUrl(request), token),
    expiresAt
  })

  app.get(
    listAccounts.path,
    { config, schema: { querystring: listAccounts.query, response: { 200: listAccounts.reply } } },
    async (request) => ({ accounts: await accountsOf(desk.db, who.actorOf(request).communeCode) })
  )

  app.post(
    createAccount.path,
    { config, schema: { body: createAccount.body, response: { 201: createAccount.reply, ...PROBLEMS } } },
    async (request, reply) => {
      const { account, link } = done(await openAccount(desk, managerOf(request), request.body))
      return reply.code(201).send({ account, link: addressOf(request, link) })
    }
  )

  app.patch(
    changeAccount.path,
    {
      config,
      schema: {
        params: changeAccount.params,
        body: changeAccount.body,
        response: { 200: changeAccount.reply, ...PROBLEMS }
      }
    },
    async (request) => done(await alterAccount(desk, managerOf(request), request.params.id, request.body))
  )

  app.post(
    makePasswordLink.path,
    {
      config,
      schema: {
        params: makePasswordLink.params,
        body: makePasswordLink.body,
        response: { 201: makePasswordLink.reply, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const { id } = request.params
      const { link } = done(await renewLink(desk, managerOf(request), id, request.body.removeSecondFactor))
      return reply.code(201).send(addressOf(request, link))
    }
  )
}
