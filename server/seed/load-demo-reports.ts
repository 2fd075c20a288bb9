import type { Pool } from 'pg'
import type { DemoStep } from '../../data/demo/report-endings.ts'
import type { DemoReport } from '../../data/demo/reports.ts'
import type { Scene } from '../../data/demo/report-pictures.ts'
import { createUnit, listUnits } from '../accounts/unit-queries.ts'
import type { Queryable } from '../db/pool.ts'
import { inTransaction } from '../db/transaction.ts'
import { dayInVietnam } from '../http/calendar.ts'
import type { MediaStore } from '../media/contract.ts'
import type { ReportActionBody } from '../reports/action-contract.ts'
import { openCalendar } from '../reports/calendar.ts'
import { addWorkingMinutes } from '../reports/clock.ts'
import { findCategories } from '../reports/public-queries.ts'
import { findPlace } from '../reports/receive-queries.ts'
import { putStories } from '../reports/story-queries.ts'
import { tellStory, type ReportStory } from '../reports/story.ts'
import { isShipped } from './load-plans.ts'
import { MARK_SHIPPED } from './plan-sql.ts'

const NAME = 'demo-reports'
/** Raised when the illustration's reports are made anew; loaded once, so that nothing of theirs comes twice. */
const EDITION = '1'

interface Deps {
  db: Pool
  media: MediaStore
}

type Pictures = ReadonlyMap<string, { sha256: string; picture: string; thumbnail: string }>

const pictureKey = (scene: Scene, role: string) => `${scene} ${role}`

/** Each picture is drawn, taken in and published once, however many reports show it. */
async function takePictures(media: MediaStore, reports: readonly DemoReport[]): Promise<Pictures> {
  const { drawScene } = await import('../../data/demo/report-pictures.ts')
  const wanted = new Map(
    reports.flatMap(({ pictures }) =>
      pictures.map(({ scene, role }) => [pictureKey(scene, role), { scene, role }] as const)
    )
  )
  const taken = [...wanted].map(async ([key, { scene, role }]) => {
    const { sha256 } = await media.take(await drawScene(scene, role))
    return [key, { sha256, ...(await media.publish(sha256, [])) }] as const
  })
  return new Map(await Promise.all(taken))
}

const PUT_CATEGORY_UNIT = `
  insert into category_unit (commune_code, category_code, unit_id)
  select $1, code, $2 from report_category where code = any($3::text[])
      on conflict do nothing`

/** Units by name; no account belongs to them. */
async function takeUnits(db: Queryable, commune: string) {
  const { DEMO_UNITS } = await import('../../data/demo/reports.ts')
  for (const { name } of DEMO_UNITS) await createUnit(db, commune, name)
  const units = new Map((await listUnits(db, commune)).map(({ id, name }) => [name, id]))
  for (const { name, categories } of DEMO_UNITS)
    await db.query(PUT_CATEGORY_UNIT, [commune, units.get(name), categories])
  return units
}

function bodyOf(step: DemoStep, unitId: number): ReportActionBody {
  const { action, text = '', reason, handedTo = '', publicText } = step
  switch (action) {
    case 'assign':
      return { action, unitId }
    case 'ask':
    case 'reopen':
      return { action, text }
    case 'resolve':
      return { action, text, ...(reason === undefined ? {} : { reason }) }
    case 'close_unresolved':
      return { action, reason: reason ?? text }
    case 'out_of_scope':
      return { action, text, handedTo }
    case 'merge':
      // Which one, the story says by its id.
      return { action, into: '' }
    case 'approve':
      return { action, pictures: [], ...(publicText === undefined ? {} : { publicText }) }
    case 'approve_result':
      return { action, pictures: [] }
    case 'receive':
    case 'start':
    case 'resume':
    case 'close':
      return { action }
  }
}

interface Ground {
  commune: string
  unitId: number
  village: string | null
  pictures: Pictures
}

function storyOf(report: DemoReport, { commune, unitId, village, pictures }: Ground): ReportStory {
  return {
    ...report,
    communeCode: commune,
    villageCode: village,
    steps: report.steps.map((step) => ({
      at: step.at,
      body: bodyOf(step, unitId),
      ...(step.into === undefined ? {} : { into: step.into })
    })),
    pictures: report.pictures.flatMap(({ scene, role, addedAt }) => {
      const found = pictures.get(pictureKey(scene, role))
      return found ? [{ ...found, role, addedAt }] : []
    })
  }
}

/** The clocks that the generator plays by. */
async function clockOf(db: Queryable, now: Date) {
  const calendar = await openCalendar(db)()
  const categories = new Map((await findCategories(db, true)).map((category) => [category.code, category]))
  const category = (code: string) => {
    const found = categories.get(code)
    if (!found) throw new Error(`The illustration reports «${code}», which is no category`)
    return found
  }
  return {
    calendar,
    category,
    now,
    resolveHours: (code: string) => category(code).resolveHours,
    workingHours: (from: Date, hours: number) =>
      addWorkingMinutes(calendar, from, hours * 60) ?? new Date(from.getTime() + hours * 3_600_000)
  }
}

/**
 * Loads the reports of the illustrative commune, once, with days counted back from `now`. A start that was killed does it
 * again from the beginning: rows come in one transaction, pictures by their content. Throws when the database is away.
 */
export async function loadDemoReports({ db, media }: Deps, say: (line: string) => void, now = new Date()) {
  if (await isShipped(db, NAME, EDITION)) return
  const { DEMO_COMMUNE } = await import('../../data/demo/demo.ts')
  const { makeReports } = await import('../../data/demo/reports.ts')
  const clock = await clockOf(db, now)
  const reports = makeReports(clock)
  say(`      Nạp ${reports.length} phản ánh minh họa …`)
  const pictures = await takePictures(media, reports)
  await inTransaction(db, async (client) => {
    const units = await takeUnits(client, DEMO_COMMUNE)
    const unitNames = new Map([...units].map(([name, id]) => [id, name]))
    const told = []
    for (const report of reports) {
      const place = await findPlace(client, report.place, dayInVietnam(now))
      const village = place?.villageCode ?? null
      const unitId = units.get(report.unit) ?? 0
      const story = storyOf(report, { commune: DEMO_COMMUNE, unitId, village, pictures })
      const { calendar } = clock
      told.push({
        story,
        ...tellStory(story, { calendar, category: clock.category(report.category), unitNames })
      })
    }
    await putStories(client, told)
    await client.query(MARK_SHIPPED, [NAME, EDITION])
  })
}
