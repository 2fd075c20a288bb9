import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { projectRoot } from '../../server/root.ts'
import { loadReports } from '../../server/seed/load-reports.ts'
import { launchBrowser } from './browser.ts'
import { importIllustration } from './illustration.ts'
import { HERE } from './report-phone.ts'
import { startServer, type TestServer } from './server.ts'
import { PHONE } from './ui-page.ts'

type Browser = Awaited<ReturnType<typeof launchBrowser>>
type Options = Parameters<Browser['openPage']>[0]

/** The category that the tests report. */
export const DUMP = 'Bãi rác, điểm đổ rác trái phép'

/** The report app of a commune with villages on a phone; to be called once per test file, outside the tests. */
export class PhoneApp {
  server!: TestServer
  opened!: Awaited<ReturnType<Browser['openPage']>>
  #chromium!: Browser

  constructor(flags: string[] = []) {
    beforeAll(async () => {
      this.server = await startServer({ listen: true, webDir: join(projectRoot, 'dist/web') })
      await importIllustration(this.server.db, ['communes', 'villages'], '2026-07-01')
      await loadReports({ db: this.server.db }, () => undefined)
      this.#chromium = await launchBrowser({ flags })
    }, 240_000)
    afterEach(() => this.opened.context.close())
    afterAll(async () => {
      await this.#chromium.close()
      await this.server.stop()
    })
  }

  /** A phone of its own at `HERE`, with the form open. */
  async open(options: Options = {}): Promise<Page> {
    const settings = { ...PHONE, geolocation: HERE, permissions: ['geolocation'], ...options }
    this.opened = await this.#chromium.openPage(settings)
    const { page } = this.opened
    await page.goto(`${this.server.url}/phan-anh`)
    await page.getByRole('button', { name: DUMP }).waitFor()
    return page
  }

  async rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.server.db.query<T>(sql, values)).rows
  }
}

/** What the page says by itself. */
export const status = (page: Page, text: RegExp | string) =>
  page.getByRole('status').filter({ hasText: text })

/** Waits until the server has all of the report that was just sent. */
export const awaitReceipt = (page: Page) => status(page, 'Máy chủ đã nhận đủ nội dung và ảnh.').waitFor()
