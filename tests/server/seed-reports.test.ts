import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_COMMUNE, makeDemo } from '../../data/demo/demo.ts'
import { openMedia } from '../../server/media/open.ts'
import type { PublicReport } from '../../server/reports/contract.ts'
import { closeTemplate, findTemplates } from '../../server/reports/settings-queries.ts'
import { loadDemoReports } from '../../server/seed/load-demo-reports.ts'
import { loadDemoTemplates } from '../../server/seed/load-demo-templates.ts'
import { takeDemoFile } from '../../server/seed/load-demo.ts'
import { loadReports } from '../../server/seed/load-reports.ts'
import { derivations, registry } from '../../server/themes.ts'
import { startServer, type TestServer } from '../support/server.ts'

let server: TestServer
const AREAS = new Set(['communes', 'villages'])
const heard: string[] = []
/** A Thursday morning: on the first morning after days off the states of a report are not all there. */
const NOW = new Date('2026-11-19T03:00:00Z')
const say = (line: string) => void heard.push(line)

function seedReports() {
  const media = openMedia({ dataDir: server.environment.DATA_DIR }, server.db).store
  return loadDemoReports({ db: server.db, media }, say, NOW)
}

beforeAll(async () => {
  server = await startServer()
  const deps = { db: server.db, registry, derivations }
  await loadReports(deps, say)
  for (const file of makeDemo().filter(({ collection }) => AREAS.has(collection)))
    await takeDemoFile(deps, DEMO_COMMUNE, file)
  const began = process.cpuUsage()
  await seedReports()
  // The first start may not become noticeably slower by them: work, not waiting for a machine that does other things too.
  const { user, system } = process.cpuUsage(began)
  expect((user + system) / 1e6).toBeLessThan(15)
})
afterAll(() => server.stop())

async function rows<Row extends object>(sql: string, values: readonly Date[] = []) {
  return (await server.db.query<Row>(sql, [...values])).rows
}
const count = async (what: string) =>
  (await rows<{ n: number }>(`select count(*) as n from ${what}`))[0]?.n ?? 0

describe('the reports of the illustrative commune', () => {
  test('are about 120 in all states', async () => {
    const states = await rows<{ state: string; n: number }>(
      'select state, count(*) as n from report group by state'
    )

    expect(states.map(({ state }) => state).sort()).toEqual(
      [
        'new',
        'received',
        'assigned',
        'in_progress',
        'waiting_for_reporter',
        'resolved',
        'closed',
        'closed_unresolved',
        'duplicate',
        'out_of_scope'
      ].sort()
    )
    expect(await count('report')).toBeGreaterThanOrEqual(115)
    expect(await count('report')).toBeLessThanOrEqual(125)
  })

  test('came over a year, the last ones in these days, none in the future', async () => {
    const [span] = await rows<{ oldest: number; newest: number; ahead: number }>(
      `select extract(day from $1::timestamptz - min(received_at))::int as oldest,
              extract(day from $1::timestamptz - max(received_at))::int as newest,
              (count(*) filter (where updated_at > $1::timestamptz))::int as ahead
         from report`,
      [NOW]
    )
    expect(span?.oldest).toBeGreaterThan(330)
    expect(span?.newest).toBe(0)
    expect(span?.ahead).toBe(0)
  })

  test('lie in villages, in every category, with units and no account', async () => {
    expect(await count('report where village_code is null')).toBe(0)
    expect(await count('(select distinct category_code from report) c')).toBe(12)
    expect(await count('(select distinct unit_id from report where unit_id is not null) u')).toBe(3)
    expect(await count('account')).toBe(0)
    expect(await count('report_contact')).toBe(0)
  })

  test('show overdue, late, reopened, merged, hidden, unapproved and seen by many', async () => {
    expect(await count('open.reports where overdue')).toBeGreaterThan(1)
    expect(await count('open.reports where not resolved_in_time')).toBeGreaterThan(3)
    expect(await count('report where reopened_at is not null')).toBeGreaterThan(1)
    expect(await count('report where duplicate_of is not null')).toBeGreaterThan(4)
    expect(await count('open.reports where sensitive')).toBeGreaterThan(1)
    expect(await count('report where approved_at is null')).toBeGreaterThan(5)
    expect(await count('open.reports where witnesses > 2')).toBeGreaterThan(3)
  })

  test('have pictures that anyone may see, before and after', async () => {
    const { reports } = (await server.app.inject('/api/reports?state=closed&limit=100')).json<{
      reports: PublicReport[]
    }>()
    const both = reports.find(({ pictures }) => pictures.length === 2)
    expect(both?.pictures.map(({ role }) => role)).toEqual(['before', 'after'])
    const picture = await server.app.inject(`/api/media/${both?.pictures[0]?.thumbnail}`)
    expect(picture.headers['content-type']).toBe('image/webp')
    expect(await count('media where open')).toBeLessThanOrEqual(24)
  })

  test('are not loaded twice, nor after a start that was killed', async () => {
    const before = await count('report')
    heard.length = 0
    await seedReports()
    expect(heard).toEqual([])

    await server.db.query('delete from report_event; delete from report_media; delete from report_code')
    await server.db.query(`delete from report; delete from shipped where name = 'demo-reports'`)
    await seedReports()
    expect(await count('report')).toBe(before)
    expect(await count('unit')).toBe(3)
  })
})

describe('the templates for answers of the illustrative commune', () => {
  const titles = async (commune: string | null) =>
    (await findTemplates(server.db, commune)).map(({ title }) => title)

  test('are there for asking, for each ending, and for no other commune', async () => {
    await loadDemoTemplates(server.db)
    const found = await titles(DEMO_COMMUNE)

    for (const action of ['Hỏi lại', 'Đã giải quyết', 'Chưa giải quyết', 'Chuyển cơ quan khác'])
      expect(found.filter((title) => title.startsWith(`${action}: `)).length).toBeGreaterThan(1)
    expect(await titles('99001')).toEqual([])
  })

  test('that were ended do not come back', async () => {
    await loadDemoTemplates(server.db)
    const before = await titles(DEMO_COMMUNE)
    const [first] = await findTemplates(server.db, DEMO_COMMUNE)
    await closeTemplate(server.db, first?.id ?? 0)
    await loadDemoTemplates(server.db)
    expect(await titles(DEMO_COMMUNE)).toEqual(before.slice(1))
  })
})
