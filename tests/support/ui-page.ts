import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { launchBrowser } from './browser.ts'
import { startUiServer } from './ui-server.ts'

export const DESK = { viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' } as const
export const PHONE = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  reducedMotion: 'reduce'
} as const

type Browser = Awaited<ReturnType<typeof launchBrowser>>
type Options = Parameters<Browser['openPage']>[0]

/** The interface over made-up answers, one page per test; to be called once per test file, outside the tests. */
export class UiPage {
  opened!: Awaited<ReturnType<Browser['openPage']>>
  #server!: Awaited<ReturnType<typeof startUiServer>>
  #chromium!: Browser

  constructor() {
    beforeAll(async () => {
      this.#server = await startUiServer()
      this.#chromium = await launchBrowser()
    })
    afterEach(() => this.opened.context.close())
    afterAll(async () => {
      await this.#chromium.close()
      await this.#server.stop()
    })
  }

  get url() {
    return this.#server.url
  }

  /** A page that has not gone anywhere yet, to listen to or to answer for the server. */
  async blank(options: Options = DESK): Promise<Page> {
    this.opened = await this.#chromium.openPage(options)
    return this.opened.page
  }

  async open(query = '', options: Options = DESK): Promise<Page> {
    const page = await this.blank(options)
    await page.goto(`${this.url}/${query}`)
    return page
  }

  expectNoErrors() {
    expect(this.opened.errors).toEqual([])
  }
}

export const panel = (page: Page) => page.getByRole('region', { name: 'Số liệu' })

/** What the address says. */
export const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams)
