import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { Problem } from '../http/contract.ts'
import { HttpError } from '../http/errors.ts'
import { findLink } from './link-queries.ts'
import { setByLink } from './password-desk.ts'
import type { SignInDesk } from './sign-in.ts'
import { readPasswordLink, setPasswordByLink } from './staff-contract.ts'

const NO_LINK = {
  vi: 'Đường dẫn này đã dùng, đã quá 72 giờ hoặc đã được thay bằng đường dẫn mới. Hãy đề nghị quản trị viên cấp lại.',
  en: 'This link was used, is older than 72 hours, or was replaced by a new one. Ask an administrator for another.'
}

/** Setting a password by a one-time link, without being signed in. */
export const linkRoutes: FastifyPluginAsyncZod<{ desk: SignInDesk }> = async (app, { desk }) => {
  const anyone = { config: { right: 'public' }, bodyLimit: 8192 } as const

  app.post(
    readPasswordLink.path,
    {
      ...anyone,
      schema: { body: readPasswordLink.body, response: { 200: readPasswordLink.reply, 404: Problem } }
    },
    async ({ body }) => {
      const owner = await findLink(desk.db, body.token)
      if (!owner) throw new HttpError(404, NO_LINK)
      return { login: owner.login, name: owner.name }
    }
  )

  app.post(
    setPasswordByLink.path,
    {
      ...anyone,
      schema: {
        body: setPasswordByLink.body,
        response: { 200: setPasswordByLink.reply, 404: Problem, 422: Problem }
      }
    },
    async ({ body, ip }) => {
      const set = await setByLink(desk, body.token, body.password, ip)
      if (!set) throw new HttpError(404, NO_LINK)
      if ('complaint' in set) throw new HttpError(422, set.complaint)
      return set
    }
  )
}
