import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../server/accounts/contract.ts'
import { rightsOf } from '../../server/accounts/session-queries.ts'
import { viewsOf } from '../../web/staff-views.ts'
import { STAFF_VIEWS } from '../../web/url/staff-parameters.ts'
import { createStaff } from '../support/accounts.ts'
import { seriousProblems } from '../support/axe.ts'
import { DeskPages, lightPicture } from '../support/report-desk.ts'
import { screenFaults } from '../support/screen-faults.ts'
import { DESK, PHONE } from '../support/ui-page.ts'

const SIZES = { desk: DESK.viewport, phone: PHONE.viewport } as const
/** As long as an official's sentence gets, with a word that does not break by itself. */
const LONG =
  'Ở ngã ba đường liên thôn Đồng Sim – Phú Lộc, cạnh cống thủy lợi số 3, rác sinh hoạt lẫn phế thải xây dựng đổ thành ' +
  'đống dài hơn mười lăm mét, chắn gần nửa lòng đường; xem https://example.org/thong-bao/2026/11/22/rac-thai-sinh-hoat-tai-nga-ba'
const desk = new DeskPages()
let reportId = ''
let number = ''
let admin: Awaited<ReturnType<typeof createStaff>>

beforeAll(async () => {
  const name = 'Công Tằng Tôn Nữ Thị Phương Thảo Nguyên Hồng Ân'
  admin = await createStaff(desk.reports.db, { role: 'administrator', name })
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

// It is only asked for its rights.
const leaderViews = viewsOf({ rights: rightsOf('leader') } as Actor)

test.each(LOOKS)(
  'the staff’s screens, in $lang and $scheme',
  async (kind) => {
    const { lang, scheme } = kind
    const door = await desk.blank({ ...DESK, colorScheme: scheme })
    await door.goto(`${desk.url}/can-bo?lang=${lang}`)
    await look(door, 'door', isAsked(kind))

    const leader = await desk.open(desk.leader, `?lang=${lang}`, { ...DESK, colorScheme: scheme })
    const administrator = await desk.blank({ ...DESK, colorScheme: scheme })
    await desk.signIn(administrator, admin)
    for (const view of STAFF_VIEWS) {
      const page = view === 'account' || leaderViews.includes(view) ? leader : administrator
      await page.goto(`${desk.url}/can-bo?view=${view}&lang=${lang}`)
      await look(page, view, isAsked(kind))
    }
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
