import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { dayInVietnam } from '../http/calendar.ts'
import { readerOf } from '../http/pages/reader.ts'
import { securityHeaders } from '../http/security.ts'
import { keyOf, keysOf } from './house-key.ts'
import { listHousesFor, requireHouseOf, type StaffHouses } from './own-houses.ts'
import { checkPathOf } from './pages/address.ts'
import { SHEETS_STYLE, wallSheetOf, wallSheetsPage } from './pages/wall-sheet.ts'
import { capital, whereabouts } from './pages/words.ts'
import { noHouse, noSheets, tooManySheets } from './refusals.ts'
import { wallSheet, wallSheets } from './staff-contract.ts'

const SHEET = { right: 'place.sheet' } as const
/** Of the largest commune there are fewer; more are a page that no browser prints. */
const MOST_SHEETS = 300

/** The sheets for the walls of houses, one or many. */
export const sheetRoutes: FastifyPluginAsyncZod<StaffHouses> = async (app, { db, publicUrl, who }) => {
  app.get(
    wallSheet.path,
    { config: SHEET, schema: { params: wallSheet.params, querystring: wallSheet.query } },
    async (request, reply) => {
      const house = await requireHouseOf(db, who.actorOf(request), request.params.house)
      const key = await keyOf(db, house.id)
      if (key === undefined) throw noHouse()
      const address = publicUrl(request) + checkPathOf(house.id, key)
      const sheet = wallSheetOf({ name: house.name, where: whereabouts(house), address }, readerOf(request))
      return reply.type('image/svg+xml; charset=utf-8').send(sheet)
    }
  )

  app.get(
    wallSheets.path,
    { config: SHEET, schema: { querystring: wallSheets.query } },
    async (request, reply) => {
      const houses = await listHousesFor(db, who.actorOf(request), request.query, dayInVietnam())
      if (houses.length === 0) throw noSheets()
      if (houses.length > MOST_SHEETS) throw tooManySheets(MOST_SHEETS)
      const keys = await keysOf(
        db,
        houses.map(({ id }) => id)
      )
      const sheets = houses.map(({ id, name, village, commune }) => ({
        name,
        where: capital([village, commune].filter(Boolean).join(', ')),
        address: publicUrl(request) + checkPathOf(id, keys.get(id) ?? '')
      }))
      void reply.headers(securityHeaders(SHEETS_STYLE)).type('text/html; charset=utf-8')
      return reply.send(wallSheetsPage(sheets, readerOf(request)))
    }
  )
}
