import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import type { Queryable } from '../db/pool.ts'
import type { PublicUrl } from '../http/public-url.ts'
import type { Audit, Who } from './contract.ts'
import { staffCookies } from './cookies.ts'
import { openPasswords, type PasswordCost } from './passwords.ts'
import { sessionRoutes } from './session-routes.ts'

/** People and rights, below /api/staff. `passwordCost`: tests take less than the product does. */
export const accountRoutes: FastifyPluginAsyncZod<{
  db: Pool
  publicUrl: PublicUrl
  who: Who
  audit: Audit<Queryable>
  passwordCost?: PasswordCost | undefined
}> = async (app, { db, publicUrl, who, audit, passwordCost }) => {
  const cookies = staffCookies(publicUrl)
  const desk = { db, audit, passwords: openPasswords(passwordCost) }
  await app.register(sessionRoutes, { desk, who, cookies })
}
