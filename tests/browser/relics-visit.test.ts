import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { projectRoot } from '../../server/root.ts'
import { launchBrowser } from '../support/browser.ts'
import { loadRelicsDemo, RICHEST_PAGE as PAGE } from '../support/demo-relics.ts'
import { openLighthouse } from '../support/lighthouse.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { DESK, PHONE } from '../support/ui-page.ts'

// What every visitor of the illustrative commune's relics gets, whatever device, ears and taste for motion he has.

const MOST_BYTES = 100_000
let server: TestServer
let browser: Awaited<ReturnType<typeof launchBrowser>>
let tour = ''

beforeAll(async () => {
  server = await startServer({ listen: true, webDir: join(projectRoot, 'dist/web') })
  tour = await loadRelicsDemo(server.db, server.environment.DATA_DIR)
  browser = await launchBrowser()
}, 240_000)
afterAll(async () => {
  await browser.close()
  await server.stop()
})

/** Counts every byte that a page is sent, headers included. */
async function counted(page: Page) {
  const line = await page.context().newCDPSession(page)
  const files = new Map<string, string>()
  const sent: { url: string; bytes: number }[] = []
  line.on('Network.responseReceived', ({ requestId, response }) => void files.set(requestId, response.url))
  line.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    sent.push({ url: files.get(requestId) ?? requestId, bytes: encodedDataLength })
  })
  await line.send('Network.enable')
  return sent
}

test.each([1, 3])(
  'at %i pixels to one a phone is sent at most 100 kB before anybody scrolls, and the pictures when they are opened',
  async (deviceScaleFactor) => {
    const phone = { ...PHONE, viewport: { width: 390, height: 844 }, deviceScaleFactor, isMobile: true }
    const { page, context, errors } = await browser.openPage(phone)
    const sent = await counted(page)
    await page.goto(server.url + PAGE, { waitUntil: 'networkidle' })

    const bytes = sent.reduce((sum, one) => sum + one.bytes, 0)
    expect(bytes, JSON.stringify(sent, null, 1)).toBeLessThanOrEqual(MOST_BYTES)
    const others = page.locator('.gallery .others img')
    expect(await others.evaluateAll((all: HTMLImageElement[]) => all.filter((img) => img.complete))).toEqual(
      []
    )
    await page.getByText('Xem thêm ảnh (5)').click()
    const drawn = () =>
      others.evaluateAll((all: HTMLImageElement[]) => all.filter((img) => img.naturalWidth > 0).length)
    await others.last().scrollIntoViewIfNeeded()
    await expect.poll(drawn).toBe(5)
    expect(errors).toEqual([])
    await context.close()
  }
)

test('a desk, which shows all pictures at once, is sent no more', async () => {
  const { page, context } = await browser.openPage(DESK)
  const sent = await counted(page)
  await page.goto(server.url + PAGE, { waitUntil: 'networkidle' })

  expect(await page.locator('.gallery .others img').first().isVisible()).toBe(true)
  const bytes = sent.reduce((sum, one) => sum + one.bytes, 0)
  expect(bytes, JSON.stringify(sent, null, 1)).toBeLessThanOrEqual(MOST_BYTES)
  await context.close()
})

/** Where headings stand, in the order of the document: column by column from the left, each from above. */
const headings = (page: Page) =>
  page.locator('main :is(h1, h2):not(.cards *)').evaluateAll((all) =>
    all
      .filter((heading) => heading.checkVisibility())
      .map((heading) => {
        const { top } = heading.getBoundingClientRect()
        const column = heading.closest('.two > .stack')
        const columns = [...(column?.parentElement?.children ?? [])]
        const isBeside = columns.some(
          (other) => other.getBoundingClientRect().left !== columns[0]?.getBoundingClientRect().left
        )
        return { text: heading.textContent, top, column: isBeside && column ? columns.indexOf(column) : -1 }
      })
  )

/** What a screen reader comes to, one after the other: what it is, its rank, how it looks, what is told, what can be turned. */
const IN_ORDER = [
  '- heading "Đình Chợ Trằm" [level=1]',
  '- paragraph: Di tích cấp tỉnh',
  '- heading "Hình ảnh" [level=2]',
  '- heading "Giới thiệu" [level=2]'
]

test.each([
  ['a phone', PHONE],
  ['a desk', DESK]
])('on %s one hears the page in the order in which it is seen', async (_, screen) => {
  const { page, context } = await browser.openPage(screen)
  await page.goto(server.url + PAGE)
  const heard = await headings(page)

  expect(heard[0]?.text).toBe('Đình Chợ Trằm')
  for (const [index, { column, top, text }] of heard.entries()) {
    const before = heard.slice(0, index).filter((other) => other.column === column)
    expect(
      before.every((other) => other.top < top),
      text ?? ''
    ).toBe(true)
  }
  const told = await page.locator('body').ariaSnapshot()
  const places = IN_ORDER.map((words) => told.indexOf(words))
  expect(places, told).not.toContain(-1)
  expect(places).toEqual(places.toSorted((one, other) => one - other))
  const landmarks = await page
    .locator('body > :is(header, main, footer)')
    .evaluateAll((all) => all.map(({ tagName }) => tagName))
  expect(landmarks).toEqual(['HEADER', 'MAIN', 'FOOTER'])
  await context.close()
})

test('for whoever wants no motion nothing on the page moves by itself', async () => {
  const { page, context, errors } = await browser.openPage({ ...PHONE, reducedMotion: 'reduce' })
  await page.goto(server.url + PAGE)
  await page.getByRole('button', { name: 'Xem mô hình 3D' }).click()
  const model = page.locator('model-viewer')
  await expect.poll(() => model.evaluate((one) => 'loaded' in one && one.loaded)).toBe(true)
  await page.getByRole('button', { name: 'Xoay xem 360°' }).click()
  await page.locator('#toan-canh canvas').waitFor()

  expect(await model.getAttribute('auto-rotate')).toBeNull()
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)
  await expect.poll(moving).toBe(0)
  for (const stage of ['#toan-canh .viewer', '#mo-hinh .viewer']) {
    const seen = () => page.locator(stage).first().screenshot()
    await expect.poll(async () => (await seen()).equals(await seen()), { message: stage }).toBe(true)
  }
  expect(errors).toEqual([])
  await context.close()
})

test('a tour that was taken along is read and heard without a network; what needs one says so', async () => {
  const { page, context } = await browser.openPage(PHONE)
  await page.goto(server.url + tour)
  await page.getByRole('button', { name: /^Tải tuyến để dùng ngoại tuyến/ }).click()
  await page.getByText('Đã lưu vào máy lúc').waitFor()
  await context.setOffline(true)

  await page.goto(server.url + PAGE)
  const sound = page.locator('audio').first()
  await sound.evaluate((one: HTMLAudioElement) => one.play())
  await expect.poll(() => sound.evaluate((one: HTMLAudioElement) => one.currentTime)).toBeGreaterThan(0)
  await page.getByRole('button', { name: 'Xoay xem 360°' }).click()
  await page.getByText('Chưa mở được trình xem').waitFor()
  await context.close()
})

/** What of a page is drawn to move: animations, transitions, smooth scrolling. */
const motions = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('*')].flatMap((element) => {
      const { animationName, transitionDuration, scrollBehavior } = getComputedStyle(element)
      const isMoved = animationName !== 'none' || Number.parseFloat(transitionDuration) > 0.001
      return isMoved || scrollBehavior === 'smooth' ? [element.outerHTML.slice(0, 80)] : []
    })
  )

test('for whoever wants no motion list, page and tour have none', async () => {
  const { page, context } = await browser.openPage(DESK)
  for (const path of ['/di-tich', PAGE, tour]) {
    await page.goto(server.url + path)
    expect(await motions(page), path).toEqual([])
  }
  await context.close()
})

test('list, page and tour are whole in everything but speed, which is measured apart', async () => {
  const lighthouse = await openLighthouse()
  for (const path of ['/di-tich', PAGE, tour]) {
    const { scores, wanting } = await lighthouse.judge(server.url + path, [
      'accessibility',
      'best-practices',
      'seo'
    ])
    expect(wanting, path).toEqual([])
    expect(scores, path).toEqual({ accessibility: 100, 'best-practices': 100, seo: 100 })
  }
  await lighthouse.close()
})
