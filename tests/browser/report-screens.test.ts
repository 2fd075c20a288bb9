import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Actor, Role } from '../../server/accounts/contract.ts'
import { rightsOf } from '../../server/accounts/session-queries.ts'
import { staffMessages } from '../../web/staff-messages.ts'
import { viewsOf } from '../../web/staff-views.ts'
import { STAFF_VIEWS, type StaffView } from '../../web/url/staff-parameters.ts'
import { createStaff } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { communeData, point } from '../support/commune-data.ts'
import { DeskPages, lightPicture } from '../support/report-desk.ts'
import { screenFaults } from '../support/screen-faults.ts'
import { DESK, PHONE } from '../support/ui-page.ts'

const SIZES = { desk: DESK.viewport, phone: PHONE.viewport } as const
/** As long as an official's sentence gets, with a word that does not break by itself. */
const LONG =
  'Ở ngã ba đường liên thôn Đồng Sim – Phú Lộc, cạnh cống thủy lợi số 3, rác sinh hoạt lẫn phế thải xây dựng đổ thành ' +
  'đống dài hơn mười lăm mét, chắn gần nửa lòng đường; xem https://example.org/thong-bao/2026/11/22/rac-thai-sinh-hoat-tai-nga-ba'
/** Every role but the leader, by how many sections they have. */
const OTHERS = ['administrator', 'culture', 'planner', 'officer', 'field'] as const
/** Sections of no right. */
const FOR_ALL: readonly StaffView[] = ['account', 'help']
const { noSection } = staffMessages
const desk = new DeskPages()
let reportId = ''
let number = ''
let relicId = 0
type Staff = Awaited<ReturnType<typeof createStaff>>
const staffOf = new Map<Role, Staff>()

beforeAll(async () => {
  const { db, commune } = desk.reports
  const name = 'Công Tằng Tôn Nữ Thị Phương Thảo Nguyên Hồng Ân'
  for (const role of OTHERS) staffOf.set(role, await createStaff(db, { role, name }))
  const here = { ref: 'a', name: LONG, commune_code: commune.code, geom: point(105.9, 18.3) }
  const data = communeData(db)
  await data.publish('relics', [{ ...here, accuracy_m: 3 }])
  await data.publish('cultural_houses', [{ ...here, wifi: 'yes' }])
  const { rows } = await db.query<{ id: number }>('select max(id) as id from relic')
  relicId = rows[0]?.id ?? 0
  const report = await desk.report(LONG, [await lightPicture()])
  reportId = report.id
  number = report.number
  await desk.reports.approve(reportId)
}, 120_000)

/** Dozens of screens in a test: a machine that runs other tests beside takes minutes for them. */
const SLOW_MS = 400_000

/** Every language, scheme and size; the two sizes on one page, as a window that is drawn smaller. */
const LOOKS = (['vi', 'en'] as const).flatMap((lang) =>
  (['light', 'dark'] as const).map((scheme) => ({ lang, scheme }))
)
/** Colours do not hang on the language, nor words on the colours: two looks say all that axe can. */
const isAsked = ({ lang, scheme }: (typeof LOOKS)[number]) => (lang === 'vi') === (scheme === 'light')

const settled = async (page: Page) => {
  await page.locator('h1').first().waitFor({ state: 'attached' })
  await page.waitForFunction(() => !document.querySelector('.skeleton'))
}

/** Asks again until nothing is wrong: what follows the window's width comes a moment after it. */
async function look(page: Page, screen: string, asked: boolean) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    await page.setViewportSize(viewport)
    await settled(page)
    const message = `${screen} ${size}`
    await expect.poll(() => screenFaults(page), { message }).toEqual([])
    if (asked) expect([message, ...(await seriousProblems(page))]).toEqual([message])
  }
}

/** The first role whose bar has the section: a leader where he has it, who has the desk's report before him. */
function roleFor(view: StaffView): Role {
  // It is only asked for its rights.
  const opens = (role: Role) => viewsOf({ rights: rightsOf(role) } as Actor).includes(view)
  const role = FOR_ALL.includes(view) ? 'leader' : (['leader', ...OTHERS] as const).find(opens)
  if (role === undefined) throw new Error(`The section ${view} is nobody’s.`)
  return role
}

test.each(LOOKS)(
  'the staff’s screens, in $lang and $scheme',
  async (kind) => {
    const { lang, scheme } = kind
    const door = await desk.blank({ ...DESK, colorScheme: scheme })
    await door.goto(`${desk.url}/can-bo?lang=${lang}`)
    await look(door, 'door', isAsked(kind))

    const leader = await desk.open(desk.leader, `?lang=${lang}`, { ...DESK, colorScheme: scheme })
    const pages = new Map<Role, Page>([['leader', leader]])
    const pageOf = async (role: Role) => {
      const page =
        pages.get(role) ??
        (await desk.open(staffOf.get(role) ?? desk.leader, '', { ...DESK, colorScheme: scheme }))
      pages.set(role, page)
      return page
    }
    for (const view of STAFF_VIEWS) {
      const page = await pageOf(roleFor(view))
      await page.goto(`${desk.url}/can-bo?view=${view}&lang=${lang}`)
      await look(page, view, isAsked(kind))
      expect(await page.getByText(noSection[lang]).count(), `${view} is open`).toBe(0)
    }
    const places = await pageOf(roleFor('places'))
    await places.goto(`${desk.url}/can-bo?view=places&collection=relics&place=${relicId}&lang=${lang}`)
    await places.locator('ol li').first().waitFor()
    await look(places, 'place', isAsked(kind))
    await leader.goto(`${desk.url}/can-bo?view=settings&lang=${lang}`)
    await leader.getByRole('heading', { name: noSection[lang] }).waitFor()
    await look(leader, 'somebody else’s section', isAsked(kind))
    await leader.goto(`${desk.url}/can-bo?report=${reportId}&lang=${lang}`)
    await leader.getByText(LONG).last().waitFor()
    await look(leader, 'report', isAsked(kind))
    desk.expectNoErrors()
  },
  SLOW_MS
)

test.each(LOOKS)(
  'the public’s screens, in $lang and $scheme',
  async (kind) => {
    const { lang, scheme } = kind
    const page = await desk.blank({ ...DESK, colorScheme: scheme })
    for (const view of ['', '#cua-toi', '#quyen-rieng-tu', '#huong-dan']) {
      await page.goto('about:blank')
      await page.goto(`${desk.url}/phan-anh?lang=${lang}${view}`)
      await look(page, `/phan-anh${view}`, isAsked(kind))
    }
    for (const path of ['danh-sach', 'ket-qua', number]) {
      await page.goto(`${desk.url}/phan-anh/${path}?lang=${lang}`)
      await look(page, path, isAsked(kind))
    }
    desk.expectNoErrors()
  },
  SLOW_MS
)
