import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { dayInVietnam } from '../http/calendar.ts'
import { Problem } from '../http/contract.ts'
import { readerOf } from '../http/pages/reader.ts'
import { recordCheck, replaceKey } from './check-desk.ts'
import { housesTable } from './houses-table.ts'
import { daysOf, listHousesFor, requireHouseOf, type StaffHouses } from './own-houses.ts'
import { sheetRoutes } from './sheet-routes.ts'
import { checkByStaff, housesFile, listHouses, renewKey, type HousesQuery } from './staff-contract.ts'

const PROBLEMS = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 422: Problem }
const CHECK = { right: 'place.check' } as const
const SHEET = { right: 'place.sheet' } as const

/** What staff see and do of the Wifi at their commune's cultural houses. */
export const staffHouseRoutes: FastifyPluginAsyncZod<StaffHouses> = async (app, desk) => {
  await app.register(listRoutes, desk)
  await app.register(houseRoutes, desk)
  await app.register(sheetRoutes, desk)
}

const houseRoutes: FastifyPluginAsyncZod<StaffHouses> = async (app, desk) => {
  const { db, who } = desk
  const checkerOf = (request: FastifyRequest) => ({ actor: who.actorOf(request), from: request.ip })
  const requireHouse = (request: FastifyRequest, id: number) => requireHouseOf(db, who.actorOf(request), id)

  app.post(
    checkByStaff.path,
    {
      config: CHECK,
      schema: {
        params: checkByStaff.params,
        body: checkByStaff.body,
        response: { 201: checkByStaff.reply, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const house = await requireHouse(request, request.params.house)
      return reply.code(201).send(await recordCheck(desk, checkerOf(request), house, request.body))
    }
  )

  app.post(
    renewKey.path,
    {
      config: SHEET,
      schema: { params: renewKey.params, body: renewKey.body, response: { 200: renewKey.reply, ...PROBLEMS } }
    },
    async (request) => {
      await replaceKey(desk, checkerOf(request), await requireHouse(request, request.params.house))
      return { renewed: true as const }
    }
  )
}

const listRoutes: FastifyPluginAsyncZod<StaffHouses> = async (app, { db, publicUrl, who }) => {
  const list = (request: FastifyRequest, query: HousesQuery) =>
    listHousesFor(db, who.actorOf(request), query, dayInVietnam())

  app.get(
    listHouses.path,
    { config: CHECK, schema: { querystring: listHouses.query, response: { 200: listHouses.reply } } },
    async (request) => ({ days: daysOf(request.query), houses: await list(request, request.query) })
  )

  app.get(
    housesFile.path,
    { config: CHECK, schema: { querystring: housesFile.query } },
    async (request, reply) => {
      const houses = await list(request, request.query)
      const asked = {
        days: daysOf(request.query),
        address: publicUrl(request),
        language: readerOf(request).language
      }
      return reply
        .header('content-disposition', `attachment; filename="wifi-nha-van-hoa_${dayInVietnam()}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(housesTable(houses, asked))
    }
  )
}
