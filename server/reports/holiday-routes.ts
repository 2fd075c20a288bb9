import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { dayInVietnam } from '../http/calendar.ts'
import type { ReportDesk } from './desk.ts'
import { addHolidays, changeHoliday, Holiday, listHolidays, removeHoliday } from './holiday-contract.ts'
import { alterHoliday, calendarOf, openHolidays, removeHoliday as takeOut } from './holiday-desk.ts'
import { versionOf, withVersion } from '../http/if-match.ts'
import { UNIQUE_SETTING_PROBLEMS as PROBLEMS } from './setting-problems.ts'
import { makerForAll } from './setting-rights.ts'

const CONFIG = { right: 'report.configure' } as const

/** The offices' calendar: when clocks of reports stand still. */
export const holidayRoutes: FastifyPluginAsyncZod<ReportDesk> = async (app, desk) => {
  app.get(
    listHolidays.path,
    {
      config: CONFIG,
      schema: { querystring: listHolidays.query, response: { 200: listHolidays.reply, ...PROBLEMS } }
    },
    async ({ query }) => {
      const thisYear = Number(dayInVietnam().slice(0, 4))
      return calendarOf(desk.db, query.year ?? thisYear, thisYear)
    }
  )

  app.post(
    addHolidays.path,
    { config: CONFIG, schema: { body: addHolidays.body, response: { 201: addHolidays.reply, ...PROBLEMS } } },
    async (request, reply) => {
      const days = await openHolidays(desk, makerForAll(desk.who, request), request.body)
      return reply.code(201).send({ days })
    }
  )

  app.put(
    changeHoliday.path,
    {
      config: CONFIG,
      schema: {
        params: changeHoliday.params,
        body: changeHoliday.body,
        response: { 200: Holiday, 412: Holiday, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const maker = makerForAll(desk.who, request)
      const which = { day: request.params.day, version: versionOf(request) }
      const { kind, holiday } = await alterHoliday(desk, maker, which, request.body)
      return withVersion(reply, holiday.version)
        .code(kind === 'done' ? 200 : 412)
        .send(holiday)
    }
  )

  app.delete(
    removeHoliday.path,
    {
      config: CONFIG,
      schema: {
        params: removeHoliday.params,
        response: { 200: removeHoliday.reply, 412: Holiday, ...PROBLEMS }
      }
    },
    async (request, reply) => {
      const maker = makerForAll(desk.who, request)
      const which = { day: request.params.day, version: versionOf(request) }
      const { kind, holiday } = await takeOut(desk, maker, which)
      if (kind === 'outdated') return withVersion(reply, holiday.version).code(412).send(holiday)
      return { removed: true as const }
    }
  )
}
