import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { addCategory, changeCategory, listCategorySettings, moveCategory } from './category-contract.ts'
import { alterCategory, openCategory, shiftCategory } from './category-desk.ts'
import { findCategorySettings } from './category-queries.ts'
import type { ReportDesk } from './desk.ts'
import { versionOf, withVersion } from '../http/if-match.ts'
import { UNIQUE_SETTING_PROBLEMS as PROBLEMS } from './setting-problems.ts'
import { makerForAll } from './setting-rights.ts'

const CONFIG = { right: 'report.configure' } as const

/** Categories of reports: data that an administrator of all communes sets. */
export const categoryRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  app.get(
    listCategorySettings.path,
    {
      config: CONFIG,
      schema: {
        querystring: listCategorySettings.query,
        response: { 200: listCategorySettings.reply, ...PROBLEMS }
      }
    },
    async () => ({ categories: await findCategorySettings(desk.db) })
  )

  app.post(
    addCategory.path,
    {
      config: CONFIG,
      schema: { body: addCategory.body, response: { 201: addCategory.reply, ...PROBLEMS } }
    },
    async (request, reply) => {
      const category = await openCategory(desk, makerForAll(desk.who, request), request.body)
      return withVersion(reply, category.version).code(201).send(category)
    }
  )

  const { params, body, reply: Reply } = changeCategory
  app.put(
    changeCategory.path,
    { config: CONFIG, schema: { params, body, response: { 200: Reply, 412: Reply, ...PROBLEMS } } },
    async (request, reply) => {
      const maker = makerForAll(desk.who, request)
      const which = { code: request.params.code, version: versionOf(request) }
      const { kind, category } = await alterCategory(desk, maker, which, request.body)
      return withVersion(reply, category.version)
        .code(kind === 'done' ? 200 : 412)
        .send(category)
    }
  )

  app.post(
    moveCategory.path,
    {
      config: CONFIG,
      schema: {
        params: moveCategory.params,
        body: moveCategory.body,
        response: { 200: moveCategory.reply, ...PROBLEMS }
      }
    },
    async (request) => ({
      categories: await shiftCategory(
        desk,
        makerForAll(desk.who, request),
        request.params.code,
        request.body.before
      )
    })
  )
}
