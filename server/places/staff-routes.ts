import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Who } from '../accounts/contract.ts'
import { dayInVietnam } from '../http/calendar.ts'
import { Problem } from '../http/contract.ts'
import { readerOf } from '../http/pages/reader.ts'
import type { PublicUrl } from '../http/public-url.ts'
import { recordCheck, replaceKey, type CheckDesk } from './check-desk.ts'
import { CHECKED_WITHIN_DAYS } from './contract.ts'
import { keyOf } from './house-key.ts'
import { findHouse, listHousesOf } from './house-queries.ts'
import { housesTable } from './houses-table.ts'
import { checkPathOf } from './pages/address.ts'
import { wallSheetOf } from './pages/wall-sheet.ts'
import { noHouse } from './refusals.ts'
import { checkByStaff, housesFile, listHouses, renewKey, wallSheet } from './staff-contract.ts'

/** What staff's part of cultural houses works with. */
export interface StaffHouses extends CheckDesk {
  publicUrl: PublicUrl
  who: Who
}

const PROBLEMS = { 400: Problem, 401: Problem, 403: Problem, 404: Problem, 422: Problem }
const CHECK = { right: 'place.check' } as const
const SHEET = { right: 'place.sheet' } as const

/** What staff see and do of the Wifi at their commune's cultural houses. */
export const staffHouseRoutes: FastifyPluginAsyncZod<StaffHouses> = async (app, desk) => {
  await app.register(listRoutes, desk)
  await app.register(houseRoutes, desk)
}

const houseRoutes: FastifyPluginAsyncZod<StaffHouses> = async (app, desk) => {
  const { db, publicUrl, who } = desk
  const checkerOf = (request: FastifyRequest) => ({ actor: who.actorOf(request), from: request.ip })

  /** A house of the asker's commune. Throws 404. */
  async function requireHouse(request: FastifyRequest, id: number) {
    const { communeCode } = who.actorOf(request)
    const house = await findHouse(db, id, dayInVietnam())
    if (!house || (communeCode !== null && house.communeCode !== communeCode)) throw noHouse()
    return house
  }

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

  app.get(
    wallSheet.path,
    { config: SHEET, schema: { params: wallSheet.params, querystring: wallSheet.query } },
    async (request, reply) => {
      const house = await requireHouse(request, request.params.house)
      const key = await keyOf(db, house.id)
      if (key === undefined) throw noHouse()
      const sheet = wallSheetOf(house, publicUrl(request) + checkPathOf(house.id, key), readerOf(request))
      return reply.type('image/svg+xml; charset=utf-8').send(sheet)
    }
  )
}

const listRoutes: FastifyPluginAsyncZod<StaffHouses> = async (app, { db, publicUrl, who }) => {
  const list = (
    request: FastifyRequest,
    query: { days?: number | undefined; overdue?: 'true' | undefined }
  ) =>
    listHousesOf(db, dayInVietnam(), {
      communeCode: who.actorOf(request).communeCode,
      days: query.days ?? CHECKED_WITHIN_DAYS,
      overdueOnly: query.overdue === 'true'
    })

  app.get(
    listHouses.path,
    { config: CHECK, schema: { querystring: listHouses.query, response: { 200: listHouses.reply } } },
    async (request) => ({
      days: request.query.days ?? CHECKED_WITHIN_DAYS,
      houses: await list(request, request.query)
    })
  )

  app.get(
    housesFile.path,
    { config: CHECK, schema: { querystring: housesFile.query } },
    async (request, reply) => {
      const houses = await list(request, request.query)
      return reply
        .header('content-disposition', `attachment; filename="wifi-nha-van-hoa_${dayInVietnam()}.csv"`)
        .type('text/csv; charset=utf-8')
        .send(housesTable(houses, publicUrl(request), readerOf(request).language))
    }
  )
}
