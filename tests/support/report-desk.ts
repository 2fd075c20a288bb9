import { join } from 'node:path'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { beginSession } from '../../server/accounts/session-queries.ts'
import { projectRoot } from '../../server/root.ts'
import type { StaffReportDetail } from '../../server/reports/staff-contract.ts'
import { createStaff, createUnit, headersOf, PASSWORD } from './accounts.ts'
import { launchBrowser } from './browser.ts'
import { startReports, type ReportsServer } from './reports-server.ts'
import { DESK } from './ui-page.ts'

type Browser = Awaited<ReturnType<typeof launchBrowser>>
type Options = Parameters<Browser['openPage']>[0]
type Staff = Awaited<ReturnType<typeof createStaff>>

/** The whole program with a commune, a unit and its people, and the staff's pages in a browser; once per test file. */
export class DeskPages {
  reports!: ReportsServer
  unitId = 0
  officer!: Staff
  leader!: Staff
  #chromium!: Browser
  #opened: Awaited<ReturnType<Browser['openPage']>>[] = []

  constructor() {
    beforeAll(async () => {
      this.reports = await startReports({ listen: true, webDir: join(projectRoot, 'dist/web') })
      const { db, commune } = this.reports
      const communeCode = commune.code
      this.unitId = await createUnit(db, communeCode, 'Tổ Vệ sinh môi trường')
      const place = { communeCode, unitId: this.unitId, password: PASSWORD }
      const name = 'Nguyễn Thị Lan'
      this.officer = await createStaff(db, { login: 'lan.nguyen', name, role: 'officer', ...place })
      this.leader = await createStaff(db, { login: 'chu.tich', name: 'Lê Văn Chủ', role: 'leader', ...place })
      await db.query('insert into category_unit (commune_code, category_code, unit_id) values ($1, $2, $3)', [
        communeCode,
        'illegal_dump',
        this.unitId
      ])
      this.#chromium = await launchBrowser()
    }, 240_000)
    afterEach(async () => {
      const opened = this.#opened.splice(0)
      for (const { context } of opened) await context.close()
    })
    afterAll(async () => {
      await this.#chromium.close()
      await this.reports.stop()
    })
  }

  get url() {
    return this.reports.url
  }

  /** A page that has not gone anywhere yet. */
  async blank(options: Options = DESK): Promise<Page> {
    const opened = await this.#chromium.openPage(options)
    this.#opened.push(opened)
    return opened.page
  }

  /** A page of somebody who is signed in. */
  async open(staff: Staff, query = '', options: Options = DESK): Promise<Page> {
    const page = await this.blank(options)
    await this.signIn(page, staff)
    await page.goto(`${this.url}/can-bo${query}`)
    return page
  }

  /** Gives a page's browser the session of somebody. */
  async signIn(page: Page, staff: Staff) {
    const value = await beginSession(this.reports.db, staff.id)
    await page.context().addCookies([{ name: 'diaban_session', value, url: this.url }])
  }

  /** `but`: what the browser itself says of an answer that was to be expected. */
  expectNoErrors(but = /^$/) {
    const errors = this.#opened.flatMap(({ errors }) => errors)
    expect(errors.filter((error) => !but.test(error))).toEqual([])
  }

  /** A report of the commune; pictures as they are given. Answers its id and number. */
  async report(description: string, pictures: Buffer[] = []) {
    const draft = this.reports.draft({ description })
    const { receipt } = await this.reports.take(draft)
    for (const bytes of pictures) await this.#attach(receipt.id, bytes)
    return { id: receipt.id, number: receipt.number }
  }

  /** As the officer reads it over HTTP. */
  async read(id: string): Promise<StaffReportDetail> {
    const headers = await headersOf(this.reports.db, this.officer.id, this.url)
    const answer = await fetch(`${this.url}/api/staff/reports/${id}`, { headers })
    return (await answer.json()) as StaffReportDetail // as the route's contract says
  }

  /** Somebody's action by HTTP, as another page would do it. */
  async act(staff: Staff, id: string, body: object) {
    const { version } = await this.read(id)
    const headers = await headersOf(this.reports.db, staff.id, this.url)
    const answer = await fetch(`${this.url}/api/staff/reports/${id}/actions`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'if-match': `"${version}"` },
      body: JSON.stringify(body)
    })
    expect(answer.status).toBe(200)
  }

  /** A picture that came with the report, put behind the program's back where only its upload could. */
  async #attach(id: string, bytes: Buffer) {
    const officer = await headersOf(this.reports.db, this.officer.id, this.url)
    await this.reports.uploadPicture(id, officer, bytes)
    await this.reports.db.query(`update report_media set role = 'before' where report_id = $1`, [id])
  }
}

/** A picture of one light colour, on which a black box is seen. */
export const lightPicture = (shade = 220) =>
  sharp({ create: { width: 640, height: 480, channels: 3, background: { r: shade, g: shade, b: 200 } } })
    .jpeg()
    .toBuffer()
