import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Queryable } from '../db/pool.ts'
import { dayInVietnam } from '../http/calendar.ts'
import type { DrawPlace } from '../http/pages/draw-place.ts'
import { PageQuery } from '../http/page-query.ts'
import { linkFor, readerOf } from '../http/pages/reader.ts'
import { sendPage } from '../http/pages/send-page.ts'
import type { PublicUrl } from '../http/public-url.ts'
import type { PagePaths } from '../http/sitemap.ts'
import type { MediaStore } from '../media/contract.ts'
import { CHECKED_WITHIN_DAYS, HouseId } from './contract.ts'
import { findHouse, findHouseOf, findState, listChecks, listHouseIds, listTargets } from './house-queries.ts'
import { findHousePhotos } from './house-photos.ts'
import { pathOf } from './pages/address.ts'
import { MOST_CHECKS } from './pages/history.ts'
import { housePage, missingPage } from './pages/house-page.ts'
import { WORDS } from './pages/words.ts'

/** What the pages of cultural houses work with. */
export interface HousePages {
  readDb: Queryable
  publicUrl: PublicUrl
  drawPlace: DrawPlace
  media: Pick<MediaStore, 'missing'>
}

const HouseInPath = z.strictObject({ house: HouseId })
const FeatureInPath = z.strictObject({ feature: HouseId })

/** The public pages of cultural houses. */
export const housePageRoutes: FastifyPluginAsyncZod<HousePages> = async (app, given) => {
  const { readDb, publicUrl, drawPlace, media } = given
  app.get(
    '/nha-van-hoa/:house',
    { schema: { params: HouseInPath, querystring: PageQuery } },
    async (request, reply) => {
      const reader = readerOf(request)
      const day = dayInVietnam()
      const house = await findHouse(readDb, request.params.house, day)
      if (!house) return sendPage(reply.code(404), missingPage(reader, request.url))
      const page = housePage({
        reader,
        url: request.url,
        house,
        state: await findState(readDb, day, house.id, CHECKED_WITHIN_DAYS),
        days: CHECKED_WITHIN_DAYS,
        checks: await listChecks(readDb, house.id, MOST_CHECKS),
        photos: await findHousePhotos(readDb, media, house.id),
        targets: await listTargets(readDb, house.communeCode),
        address: publicUrl(request) + pathOf(house.id),
        map: await drawPlace({ place: house.place }, `${WORDS.where[reader.language]}: ${house.name}`)
      })
      return sendPage(reply, page)
    }
  )

  /** The house of a feature of the map, whose id changes with every file. */
  app.get(
    '/nha-van-hoa/doi-tuong/:feature',
    { schema: { params: FeatureInPath, querystring: PageQuery } },
    async (request, reply) => {
      const house = await findHouseOf(readDb, request.params.feature)
      const reader = readerOf(request)
      if (house === undefined) return sendPage(reply.code(404), missingPage(reader, request.url))
      return reply.redirect(linkFor(reader, pathOf(house)), 302)
    }
  )
}

/** The pages of cultural houses in force, for search engines. */
export const housePaths =
  (readDb: Queryable): PagePaths =>
  async () =>
    (await listHouseIds(readDb, dayInVietnam())).map(pathOf)
