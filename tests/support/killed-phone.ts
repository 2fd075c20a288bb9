import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import type { launchBrowser } from './browser.ts'
import { camera, HERE, photo, recordsOf } from './report-phone.ts'
import { PHONE } from './ui-page.ts'

type Browser = Awaited<ReturnType<typeof launchBrowser>>
type Opened = Awaited<ReturnType<Browser['openPage']>>

/** A phone whose report app is killed and cut off; what it has written stays on it. */
export class KilledPhone {
  page: Page
  readonly #opened: Opened
  readonly #photos: number
  /** Where the server is; another after a restart elsewhere. */
  url: string

  private constructor(opened: Opened, url: string, photos: number) {
    this.#opened = opened
    this.page = opened.page
    this.url = url
    this.#photos = photos
  }

  /** `photos`: how many each report has. The app is not open yet. */
  static async take(browser: Browser, url: string, photos: number): Promise<KilledPhone> {
    const opened = await browser.openPage({ ...PHONE, geolocation: HERE, permissions: ['geolocation'] })
    return new KilledPhone(opened, url, photos)
  }

  async open() {
    this.page = await this.#opened.context.newPage()
    this.page.setDefaultTimeout(20_000)
    await this.page.goto(`${this.url}/phan-anh`)
    await this.page.locator('main header, main h1, main h2').first().waitFor()
  }

  setOffline(offline: boolean) {
    return this.#opened.context.setOffline(offline)
  }

  /** As the system ends a page that takes too much memory: nothing of it runs any more. */
  async kill() {
    const crashed = this.page.waitForEvent('crash')
    const devtools = await this.#opened.context.newCDPSession(this.page)
    // The page that is asked cannot answer.
    devtools.send('Page.crash').catch(() => undefined)
    await crashed
    await this.page.close()
  }

  records() {
    return recordsOf(this.page)
  }

  /** How many reports the server has told that it has whole. */
  async received() {
    return (await this.records()).filter(({ state }) => state === 'received').length
  }

  async #complete() {
    return (await this.records()).filter(({ state }) => state !== 'draft').length
  }

  async #draft() {
    return (await this.records()).find(({ state }) => state === 'draft')
  }

  /** Writes the report of this number to its end, from wherever it stands. */
  async write(number: number) {
    while ((await this.#complete()) <= number) await this.#step(number)
  }

  async #step(number: number) {
    const { page } = this
    const another = page.getByRole('button', { name: 'Gửi phản ánh khác' })
    const category = page.getByRole('button', { name: 'Bãi rác, điểm đổ rác trái phép' })
    const here = page.getByRole('button', { name: 'Đúng chỗ này' })
    const send = page.locator('.send').getByRole('button')
    const take = page.getByText('Chụp ảnh', { exact: true })
    await another.or(category).or(here).or(send).or(take).first().waitFor()
    const photos = (await this.#draft())?.files.length ?? 0
    if (await another.isVisible()) await another.click()
    else if (await category.isVisible()) await category.click()
    else if (await here.isVisible()) await here.click()
    else if (photos < this.#photos) await this.#photograph(number, photos)
    else if (await send.isVisible()) {
      await send.click()
      await another.waitFor()
    }
  }

  async #photograph(number: number, photos: number) {
    await camera(this.page).setInputFiles(await photo(number, photos))
    await expect.poll(async () => (await this.#draft())?.files.length).toBe(photos + 1)
  }
}
