import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Pool } from 'pg'
import type { Queryable } from '../db/pool.ts'
import type { PublicUrl } from '../http/public-url.ts'
import { adminRoutes } from './admin-routes.ts'
import { auditRoutes } from './audit-routes.ts'
import type { Audit, Who } from './contract.ts'
import { staffCookies } from './cookies.ts'
import { linkRoutes } from './link-routes.ts'
import { ownRoutes } from './own-routes.ts'
import { openPasswords, type PasswordCost } from './passwords.ts'
import { secondFactorRoutes } from './second-factor-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { unitRoutes } from './unit-routes.ts'

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
  await app.register(linkRoutes, { desk })
  await app.register(ownRoutes, { desk, who, cookies })
  await app.register(secondFactorRoutes, { desk, who })
  await app.register(adminRoutes, { desk, who, publicUrl })
  await app.register(unitRoutes, { desk, who })
  await app.register(auditRoutes, { db, who })
}
