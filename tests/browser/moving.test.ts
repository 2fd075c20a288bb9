import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../server/root.ts'
import { GROUND_LAYERS } from '../../server/relics/bag/contract.ts'
import { createStaff, PASSWORD } from '../support/accounts.ts'
import { emptyPlace } from '../support/backups.ts'
import { launchBrowser } from '../support/browser.ts'
import { loadRelicsDemo, RICHEST_PAGE } from '../support/demo-relics.ts'
import { hashOf } from '../support/media-app.ts'
import { photo } from '../support/media-files.ts'
import { startProcess } from '../support/process.ts'
import { startReports, type ReportsServer } from '../support/reports-server.ts'
import { sumOf } from '../support/relic-bags.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { DESK, PHONE } from '../support/ui-page.ts'

// An administrator moves the relics, then everything, to other installations by the built commands; the commune's address
// then leads there.

type Browser = Awaited<ReturnType<typeof launchBrowser>>
const ADDRESS = 'http://xa.localhost:8080'
const webDir = join(projectRoot, 'dist/web')
const folder = mkdtempSync(join(tmpdir(), 'diaban-moving-'))
let here: ReportsServer
let there: TestServer
let tour: string
let visitorHere: Browser
let visitorThere: Browser

/** A browser for which the commune's address is that of an installation. */
const visitorOf = ({ url }: { url: string }) =>
  launchBrowser({ flags: [`--host-resolver-rules=MAP xa.localhost ${new URL(url).host}`] })

async function run(name: string, args: string[], environment: Record<string, string>) {
  const { ended, closed, output } = await startProcess(`dist/server/${name}.js`, {
    args,
    environment,
    ready: false
  })
  await closed
  expect({ ...(await ended), stderr: output.stderr }).toEqual({ code: 0, signal: null, stderr: '' })
  return output.stdout
}

beforeAll(async () => {
  here = await startReports({ listen: true, webDir })
  there = await startServer({ listen: true, webDir })
  tour = await loadRelicsDemo(here.db, here.environment.DATA_DIR, [...GROUND_LAYERS, 'cultural_houses'])
  visitorHere = await visitorOf(here)
  visitorThere = await visitorOf(there)
}, 300_000)
afterAll(async () => {
  await visitorHere.close()
  await visitorThere.close()
  await here.stop()
  await there.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** All that a visitor reads and sees at an address, before any script runs. */
async function visit(browser: Browser, path: string) {
  const { page, context } = await browser.openPage({ ...PHONE, javaScriptEnabled: false })
  await page.goto(`${ADDRESS}${path}`)
  const images = () =>
    page.locator('img').evaluateAll((all) =>
      all.map((one) => {
        const image = one as HTMLImageElement // an img of HTML
        image.loading = 'eager'
        return { src: image.src, width: image.complete ? image.naturalWidth : 0 }
      })
    )
  await expect.poll(async () => (await images()).filter(({ width }) => width === 0)).toEqual([])
  const text = await page
    .locator(':root')
    .evaluate((root) => (root instanceof HTMLElement ? root.innerText : root.textContent))
  const links = await page.locator('a').evaluateAll((all) => all.map((one) => one.getAttribute('href')))
  const seen = { images: await images(), text, links, looks: sumOf(await page.screenshot()) }
  await context.close()
  return { path, ...seen }
}

test('relics go to an installation that has nothing: list, a rich page, its sheet and a tour are the same there', async () => {
  const bag = join(folder, 'tui')
  expect(await run('relics', ['export', bag], here.environment)).toMatch(
    /^Đã xuất 9 di tích, 1 lời kể, 1 tuyến/
  )
  expect(await run('relics', ['take-in', bag], there.environment)).toMatch(/^Đã nạp 9 di tích: 9 dòng/)

  const rich = await visit(visitorHere, RICHEST_PAGE)
  expect(rich.images.length).toBeGreaterThan(3)
  expect(await visit(visitorThere, RICHEST_PAGE)).toEqual(rich)
  for (const path of ['/di-tich', `${RICHEST_PAGE}/qr.svg`, tour])
    expect(await visit(visitorThere, path)).toEqual(await visit(visitorHere, path))

  const { page, errors } = await visitorThere.openPage(PHONE)
  await page.goto(`${ADDRESS}${RICHEST_PAGE}`)
  await page.getByRole('button', { name: 'Xoay xem 360°' }).click()
  await page.locator('.psv-canvas, canvas').first().waitFor()
  const heard = () => page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.duration)
  await page.locator('audio').evaluate((audio: HTMLAudioElement) => audio.load())
  await expect.poll(heard).toBeGreaterThan(1)
  expect(errors).toEqual([])
})

test('all of it goes to a second machine: people sign in there and find reports with pictures, houses and relics', async () => {
  const { code: communeCode } = here.commune
  await createStaff(here.db, {
    login: 'quan.tri',
    name: 'Trần Thị Quản',
    role: 'administrator',
    password: PASSWORD
  })
  await createStaff(here.db, {
    login: 'chu.tich',
    name: 'Lê Văn Chủ',
    role: 'leader',
    communeCode,
    password: PASSWORD
  })
  const picture = await photo({ width: 64, height: 48 })
  const media = [{ sha256: hashOf(picture), role: 'before' as const, sizeBytes: picture.byteLength }]
  const draft = here.draft({ description: 'Đống rác lớn cạnh cổng chợ.', media })
  const { report, receipt } = await here.take(draft)
  await here.uploadPicture(report.id, { 'x-report-code': report.code }, picture)
  const backup = join(folder, 'xa.tar.gz')
  await run('backup', ['--to', backup], here.environment)

  const place = await emptyPlace()
  const environment = { DATA_DIR: place.dataDir, DATABASE_URL: place.databaseUrl ?? '' }
  await run('restore', [backup], environment)
  const { url, stop } = await startProcess('dist/server/main.js', { environment })
  const signIn = async (login: string, query: string) => {
    const { page } = await visitorThere.openPage(DESK)
    await page.goto(`${url}/can-bo${query}`)
    await page.getByLabel('Tên đăng nhập').fill(login)
    await page.getByLabel('Mật khẩu', { exact: true }).fill(PASSWORD)
    await page.getByRole('button', { name: 'Đăng nhập', exact: true }).click()
    return page
  }
  try {
    const admin = await signIn('quan.tri', '?view=accounts')
    await admin.getByText('Lê Văn Chủ').first().waitFor()
    const leader = await signIn('chu.tich', '')
    await leader.getByText('Đống rác lớn cạnh cổng chợ.').first().click()
    const shown = leader
      .getByRole('region', { name: `Phản ánh ${receipt.number}` })
      .locator('img')
      .first()
    await expect.poll(() => shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(64)
    await leader.goto(`${url}/nha-van-hoa/1`)
    await leader.getByRole('heading', { level: 1, name: /^Nhà văn hóa/ }).waitFor()
    await leader.goto(`${url}${RICHEST_PAGE}`)
    await leader.getByRole('heading', { level: 1, name: 'Đình Chợ Trằm' }).waitFor()
  } finally {
    await stop()
    await place.remove()
  }
})
